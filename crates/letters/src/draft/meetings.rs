//! The letters about meetings to those who have a seat: each says what to do.

use chrono::NaiveDate;
use model::Practical;

use super::Pen;
use crate::{Meeting, ToParticipant};

impl Pen<'_> {
    pub(super) fn meeting_on(&mut self, to: &ToParticipant, meeting: &Meeting) -> String {
        self.say("letter-meeting-on-when", &[]);
        self.say_meeting("letter-first-meeting", meeting);
        self.say("letter-meeting-on-way", &[]);
        self.say("letter-cannot-come", &[]);
        self.call_to_my_note("letter-open-call", to);
        self.texts.get("letter-meeting-on-subject")
    }

    pub(super) fn meeting_off(&mut self, to: &ToParticipant, meeting: &Meeting) -> String {
        self.say_meeting("letter-meeting-off-what", meeting);
        self.say("letter-meeting-off-next", &[]);
        self.say("letter-faster", &[]);
        self.call_to_my_note("letter-open-call", to);
        self.texts.get("letter-meeting-off-subject")
    }

    pub(super) fn meeting_tomorrow(&mut self, to: &ToParticipant, meeting: &Meeting) -> String {
        self.say("letter-meeting-tomorrow-welcome", &[]);
        self.say_meeting("letter-first-meeting", meeting);
        self.say("letter-cannot-come", &[]);
        self.call_to_my_note("letter-open-call", to);
        let time = self.texts.time(meeting.time);
        self.texts
            .with("letter-meeting-tomorrow-subject", &[("time", time.into())])
    }

    pub(super) fn meeting_cancelled(&mut self, to: &ToParticipant, meeting: &Meeting, today: NaiveDate) -> String {
        self.say_meeting("letter-meeting-cancelled-what", meeting);
        self.say("letter-meeting-cancelled-next", &[]);
        self.call_to_my_note("letter-open-call", to);
        let time = self.texts.time(meeting.time);
        if meeting.date == today {
            let args = [("time", time.into())];
            return self.texts.with("letter-meeting-cancelled-today-subject", &args);
        }
        let date = self.texts.short_date(meeting.date);
        let args = [("date", date.into()), ("time", time.into())];
        self.texts.with("letter-meeting-cancelled-subject", &args)
    }

    pub(super) fn meeting_moved(&mut self, to: &ToParticipant, from: NaiveDate, new: &Meeting) -> String {
        let date = self.texts.short_date(from);
        self.say("letter-meeting-moved-what", &[("date", date.into())]);
        self.say_meeting("letter-meeting-moved-new", new);
        self.say("letter-cannot-come", &[]);
        self.call_to_my_note("letter-open-call", to);
        self.texts.get("letter-meeting-moved-subject")
    }

    pub(super) fn practical_message(&mut self, to: &ToParticipant, message: Practical, next: &Meeting) -> String {
        self.say_meeting("letter-next-meeting", next);
        self.say(message_key(message), &[]);
        self.say("letter-cannot-come", &[]);
        self.call_to_my_note("letter-open-call", to);
        self.texts.get("letter-practical-subject")
    }

    pub(super) fn no_igangsetter(&mut self, to: &ToParticipant, meeting: &Meeting) -> String {
        self.say("letter-no-igangsetter-what", &[]);
        self.say_meeting("letter-next-meeting", meeting);
        self.say("letter-no-igangsetter-key", &[]);
        self.call_to_my_note("letter-open-call", to);
        self.texts.get("letter-no-igangsetter-subject")
    }
}

const fn message_key(message: Practical) -> &'static str {
    match message {
        Practical::RingTheBell => "letter-practical-ring-the-bell",
        Practical::MeetOutside => "letter-practical-meet-outside",
        Practical::IndoorShoes => "letter-practical-indoor-shoes",
        Practical::BringADrink => "letter-practical-bring-a-drink",
        Practical::SeeThePage => "letter-practical-see-the-page",
    }
}
