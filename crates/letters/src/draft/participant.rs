//! The letters to participants. Each has the recognition words, and the link to see and erase.

use chrono::NaiveDate;

use super::Pen;
use crate::{Meeting, Sender, ToParticipant};

impl Pen {
    pub(super) fn confirm_note(&mut self, to: &ToParticipant, confirm: &str, days: u64, sender: &Sender) -> String {
        self.say(
            "letter-confirm-note-was-it-you",
            &[("sender", (&sender.name).into()), ("days", days.into())],
        );
        self.say("letter-confirm-note-otherwise", &[]);
        self.call("letter-confirm-note-call", confirm);
        self.say_words(to);
        self.aside("letter-my-note", &to.my_note);
        self.texts.get("letter-confirm-note-subject")
    }

    pub(super) fn invitation(
        &mut self,
        to: &ToParticipant,
        meeting: &Meeting,
        answer_by: NaiveDate,
        answer: &str,
    ) -> String {
        self.say("letter-invitation-found", &[]);
        self.say_meeting("letter-first-meeting", meeting);
        let date = self.texts.short_date(answer_by);
        self.say("letter-invitation-answer-by", &[("date", date.into())]);
        self.say("letter-invitation-choices", &[]);
        self.call("letter-invitation-call", answer);
        self.say_words(to);
        self.aside("letter-my-note", &to.my_note);
        self.texts.get("letter-invitation-subject")
    }

    pub(super) fn meeting_on(&mut self, to: &ToParticipant, meeting: &Meeting) -> String {
        self.say("letter-meeting-on-when", &[]);
        self.say_meeting("letter-first-meeting", meeting);
        self.say("letter-meeting-on-way", &[]);
        self.call_to_my_note("letter-meeting-on-call", to);
        self.texts.get("letter-meeting-on-subject")
    }

    pub(super) fn meeting_off(&mut self, to: &ToParticipant, meeting: &Meeting) -> String {
        self.say_meeting("letter-meeting-off-why", meeting);
        self.say("letter-meeting-off-next", &[]);
        self.say("letter-meeting-off-more", &[]);
        self.call_to_my_note("letter-meeting-off-call", to);
        self.texts.get("letter-meeting-off-subject")
    }

    pub(super) fn still_interested(&mut self, to: &ToParticipant, erased_after: NaiveDate) -> String {
        let date = self.texts.date(erased_after);
        self.say("letter-still-interested-ask", &[("date", date.into())]);
        self.say("letter-still-interested-otherwise", &[]);
        self.call_to_my_note("letter-still-interested-call", to);
        self.texts.get("letter-still-interested-subject")
    }

    /// The button leads to the page of the note, so its link is not given a second time.
    fn call_to_my_note(&mut self, key: &str, to: &ToParticipant) {
        self.call(key, &to.my_note);
        self.say("letter-same-page", &[]);
        self.say_words(to);
    }

    fn say_words(&mut self, to: &ToParticipant) {
        let words = self.texts.recognition(to.words);
        self.say("letter-words", &[("words", words.into())]);
    }
}
