//! The letters to participants. Each has the recognition words, and the link to see, change and erase.

use chrono::NaiveDate;

use super::{Line, Pen};
use crate::{Meeting, ParticipantNews, ToParticipant, WhyAsked};

impl Pen<'_> {
    pub(super) fn write_to_participant(&mut self, to: &ToParticipant, news: &ParticipantNews) -> String {
        use ParticipantNews as News;
        match news {
            News::ConfirmNote { confirm, days } => self.confirm_note(to, confirm, *days),
            News::ConfirmReminder { confirm, days } => self.confirm_reminder(to, confirm, *days),
            News::Invitation {
                meeting,
                answer_by,
                answer,
            } => self.invitation(to, meeting, *answer_by, answer),
            News::AnswerReminder {
                meeting,
                answer_by,
                today,
                answer,
            } => self.answer_reminder(to, meeting, (*answer_by, *today), answer),
            News::MeetingOn { meeting } => self.meeting_on(to, meeting),
            News::MeetingOff { meeting } => self.meeting_off(to, meeting),
            News::MeetingTomorrow { meeting } => self.meeting_tomorrow(to, meeting),
            News::MeetingCancelled { meeting, today } => self.meeting_cancelled(to, meeting, *today),
            News::MeetingMoved { from, to: new } => self.meeting_moved(to, *from, new),
            News::PracticalMessage { message, next } => self.practical_message(to, *message, next),
            News::NoIgangsetter { meeting } => self.no_igangsetter(to, meeting),
            News::StillLooking => self.still_looking(to),
            News::StillInterested { erased_after, why } => self.still_interested(to, *erased_after, *why),
            News::NewLink => self.new_link(to),
            News::Notice(notice) => self.notice_to_participant(to, notice),
        }
    }

    fn confirm_note(&mut self, to: &ToParticipant, confirm: &str, days: u64) -> String {
        let args = [("sender", (&self.sender.name).into()), ("days", days.into())];
        self.say("letter-confirm-note-was-it-you", &args);
        self.say("letter-confirm-note-otherwise", &[]);
        self.call("letter-confirm-note-call", confirm);
        self.end_with_my_note(to);
        self.texts.get("letter-confirm-note-subject")
    }

    fn confirm_reminder(&mut self, to: &ToParticipant, confirm: &str, days: u64) -> String {
        let args = [("sender", (&self.sender.name).into()), ("days", days.into())];
        self.say("letter-confirm-reminder-was-it-you", &args);
        self.say("letter-confirm-note-otherwise", &[]);
        self.call("letter-confirm-note-call", confirm);
        self.end_with_my_note(to);
        self.texts.get("letter-confirm-reminder-subject")
    }

    fn invitation(&mut self, to: &ToParticipant, meeting: &Meeting, answer_by: NaiveDate, answer: &str) -> String {
        self.say("letter-invitation-found", &[]);
        self.say_meeting("letter-first-meeting", meeting);
        let date = self.texts.short_date(answer_by);
        self.say("letter-invitation-answer-by", &[("date", date.into())]);
        self.say("letter-invitation-choices", &[]);
        self.call("letter-answer-call", answer);
        self.end_with_my_note(to);
        self.texts.get("letter-invitation-subject")
    }

    fn answer_reminder(
        &mut self,
        to: &ToParticipant,
        meeting: &Meeting,
        (answer_by, today): (NaiveDate, NaiveDate),
        answer: &str,
    ) -> String {
        if today.succ_opt() == Some(answer_by) {
            self.say("letter-answer-reminder-tomorrow", &[]);
        } else {
            let date = self.texts.short_date(answer_by);
            self.say("letter-answer-reminder-by", &[("date", date.into())]);
        }
        self.say_meeting("letter-first-meeting", meeting);
        self.say("letter-answer-reminder-otherwise", &[]);
        self.call("letter-answer-call", answer);
        self.end_with_my_note(to);
        self.texts.get("letter-answer-reminder-subject")
    }

    fn still_looking(&mut self, to: &ToParticipant) -> String {
        self.say("letter-still-looking-told", &[]);
        self.say("letter-faster", &[]);
        self.say("letter-still-looking-choices", &[]);
        self.call_to_my_note("letter-open-call", to);
        self.texts.get("letter-still-looking-subject")
    }

    fn still_interested(&mut self, to: &ToParticipant, erased_after: NaiveDate, why: WhyAsked) -> String {
        let told = match why {
            WhyAsked::Silent => "letter-still-interested-silent",
            WhyAsked::WaitedLong => "letter-still-interested-waited",
        };
        self.say(told, &[]);
        let date = self.texts.date(erased_after);
        self.say("letter-still-interested-ask", &[("date", date.into())]);
        self.say("letter-still-interested-otherwise", &[]);
        self.call_to_my_note("letter-still-interested-call", to);
        self.texts.get("letter-still-interested-subject")
    }

    fn new_link(&mut self, to: &ToParticipant) -> String {
        self.say("letter-new-link-here", &[]);
        self.say("letter-new-link-otherwise", &[]);
        self.call_to_my_note("letter-open-call", to);
        self.texts.get("letter-new-link-subject")
    }

    /// The button leads to the page of the note, so its link is not given a second time.
    pub(super) fn call_to_my_note(&mut self, key: &str, to: &ToParticipant) {
        self.call(key, &to.my_note);
        self.close();
        self.say_same_page(to);
    }

    /// The foot of a letter whose button leads to the page of the note.
    pub(super) fn say_same_page(&mut self, to: &ToParticipant) {
        self.say_words(to);
        self.say_below("letter-same-page", &[]);
    }

    /// The button leads elsewhere, so the page of the note has a link of its own.
    fn end_with_my_note(&mut self, to: &ToParticipant) {
        self.close();
        self.say_words(to);
        let (label, link) = (self.texts.get("letter-my-note"), to.my_note.clone());
        self.foot.push(Line::Aside { label, link });
    }

    fn say_words(&mut self, to: &ToParticipant) {
        let words = self.texts.recognition(to.words);
        self.say_below("letter-words", &[("words", words.into())]);
    }
}
