//! The letters to everybody whose data others may have seen (GDPR art. 34). What happened, the operator tells; around it
//! stands who answers for the data, whom to ask, and what the reader can do.

use model::is_neutral;

use super::{Block, Pen};
use crate::{Notice, ToParticipant};

impl Pen<'_> {
    pub(super) fn notice_to_participant(&mut self, to: &ToParticipant, notice: &Notice) -> String {
        self.tell(notice);
        // Kind words of a contact point have no place under this.
        self.call("letter-open-call", &to.my_note);
        self.say_same_page(to);
        self.texts.get("letter-notice-subject")
    }

    pub(super) fn notice_to_staff(&mut self, notice: &Notice, desk: &str) -> String {
        self.tell(notice);
        self.say("letter-notice-staff", &[]);
        self.call("letter-open-call", desk);
        self.texts.get("letter-notice-subject")
    }

    fn tell(&mut self, notice: &Notice) {
        self.say("letter-notice-why", &[]);
        let quoted = |text: &String| Block::Quoted(text.clone(), notice.language);
        self.blocks.extend(notice.paragraphs.iter().map(quoted));
        // An organisation's name can say what people meet about; the page may, a letter may not (promise C8).
        let neutral = notice
            .controller
            .as_ref()
            .filter(|one| is_neutral(&one.responsible_body) && is_neutral(&one.privacy_contact));
        if let Some(controller) = neutral {
            let args = [
                ("body", (&controller.responsible_body).into()),
                ("contact", (&controller.privacy_contact).into()),
            ];
            self.say("letter-notice-responsible", &args);
        } else {
            self.say("letter-notice-responsible-elsewhere", &[]);
        }
        self.aside("letter-notice-privacy", &notice.privacy);
    }
}
