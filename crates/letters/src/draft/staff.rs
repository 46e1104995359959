//! The letters to igangsettere and coordinators, and the code that all staff sign in with.

use chrono::NaiveDate;
use model::is_neutral;

use super::{Block, Pen};
use crate::{Meeting, Participant, StaffNews};

impl Pen<'_> {
    pub(super) fn write_to_staff(&mut self, news: &StaffNews) -> String {
        use StaffNews as News;
        match news {
            News::AskedToLead {
                meeting,
                is_announced,
                desk,
            } => self.asked_to_lead(meeting, *is_announced, desk),
            News::SetToLead { meeting, desk } => self.set_to_lead(meeting, desk),
            News::ParticipantsReady {
                meeting,
                participants,
                desk,
            } => self.participants_ready(meeting, *participants, desk),
            News::GroupChanged {
                next,
                participants,
                is_short,
                desk,
            } => self.group_changed(next, (*participants, *is_short), desk),
            News::Absence { who, date, desk } => self.absence(who, *date, desk),
            News::GroupOff { meeting, desk } => self.group_off(meeting, desk),
            News::SignInCode { code, minutes } => self.sign_in_code(code, *minutes),
            News::Welcome { contact_point, sign_in } => self.welcome(contact_point, sign_in),
            News::Tasks { count, desk } => self.tasks(*count, desk),
            News::Notice { notice, desk } => self.notice_to_staff(notice, desk),
        }
    }

    fn asked_to_lead(&mut self, meeting: &Meeting, is_announced: bool, desk: &str) -> String {
        self.say("letter-asked-to-lead-ask", &[]);
        if is_announced {
            self.say_meeting("letter-next-meeting", meeting);
            self.say("letter-asked-to-lead-soon", &[]);
        } else {
            self.say_meeting("letter-first-meeting", meeting);
            self.say("letter-asked-to-lead-answer", &[]);
        }
        self.call("letter-answer-call", desk);
        self.texts.get("letter-asked-to-lead-subject")
    }

    fn set_to_lead(&mut self, meeting: &Meeting, desk: &str) -> String {
        self.say("letter-set-to-lead-what", &[]);
        self.say_meeting("letter-first-meeting", meeting);
        self.say("letter-set-to-lead-next", &[]);
        self.call("letter-group-call", desk);
        self.texts.get("letter-set-to-lead-subject")
    }

    fn participants_ready(&mut self, meeting: &Meeting, participants: usize, desk: &str) -> String {
        self.say("letter-participants-ready-count", &[("count", participants.into())]);
        self.say_meeting("letter-first-meeting", meeting);
        self.say("letter-participants-ready-names", &[]);
        self.call("letter-group-call", desk);
        self.texts.get("letter-participants-ready-subject")
    }

    fn group_changed(&mut self, next: &Meeting, (participants, is_short): (usize, bool), desk: &str) -> String {
        self.say("letter-group-changed-count", &[("count", participants.into())]);
        if is_short {
            self.say("letter-group-changed-short", &[]);
        }
        self.say_meeting("letter-next-meeting", next);
        self.say("letter-group-changed-more", &[]);
        self.call("letter-group-call", desk);
        self.texts.get("letter-group-changed-subject")
    }

    fn absence(&mut self, who: &Participant, date: NaiveDate, desk: &str) -> String {
        let number = || {
            self.texts
                .with("letter-absence-participant", &[("number", who.number.into())])
        };
        let neutral = who.nickname.clone().filter(|nickname| is_neutral(nickname));
        let args = [
            ("who", neutral.unwrap_or_else(number).into()),
            ("date", self.texts.short_date(date).into()),
        ];
        self.say("letter-absence-what", &args);
        self.say("letter-absence-next", &[]);
        self.call("letter-group-call", desk);
        self.texts.get("letter-absence-subject")
    }

    fn group_off(&mut self, meeting: &Meeting, desk: &str) -> String {
        self.say_meeting("letter-meeting-off-what", meeting);
        self.say("letter-group-off-next", &[]);
        self.call("letter-open-call", desk);
        self.texts.get("letter-group-off-subject")
    }

    fn sign_in_code(&mut self, code: &str, minutes: i64) -> String {
        self.say("letter-sign-in-code-lead", &[]);
        self.blocks.push(Block::Code(code.to_owned()));
        self.say("letter-sign-in-code-use", &[("minutes", minutes.into())]);
        self.say("letter-sign-in-code-otherwise", &[]);
        self.texts.with("letter-sign-in-code-subject", &[("code", code.into())])
    }

    fn welcome(&mut self, contact_point: &str, sign_in: &str) -> String {
        let sender = &self.sender.name;
        let args = [("contact", contact_point.into()), ("sender", sender.into())];
        self.say("letter-welcome-who", &args);
        self.say("letter-welcome-how", &[]);
        self.say("letter-welcome-otherwise", &[]);
        self.call("letter-welcome-call", sign_in);
        self.texts.with("letter-welcome-subject", &[("sender", sender.into())])
    }

    fn tasks(&mut self, count: usize, desk: &str) -> String {
        self.say("letter-tasks-count", &[("count", count.into())]);
        self.call("letter-tasks-call", desk);
        self.texts.with("letter-tasks-subject", &[("count", count.into())])
    }
}
