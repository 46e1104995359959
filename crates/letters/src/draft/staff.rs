//! The letters to igangsettere, and the code that all staff sign in with.

use super::{Block, Pen};
use crate::Meeting;

impl Pen {
    pub(super) fn asked_to_lead(&mut self, meeting: &Meeting, desk: &str) -> String {
        self.say("letter-asked-to-lead-ask", &[]);
        self.say_meeting("letter-first-meeting", meeting);
        self.say("letter-asked-to-lead-answer", &[]);
        self.call("letter-asked-to-lead-call", desk);
        self.texts.get("letter-asked-to-lead-subject")
    }

    pub(super) fn participants_ready(&mut self, meeting: &Meeting, participants: usize, desk: &str) -> String {
        self.say("letter-participants-ready-count", &[("count", participants.into())]);
        self.say_meeting("letter-first-meeting", meeting);
        self.say("letter-participants-ready-names", &[]);
        self.call("letter-participants-ready-call", desk);
        self.texts.get("letter-participants-ready-subject")
    }

    pub(super) fn group_off(&mut self, meeting: &Meeting, desk: &str) -> String {
        self.say_meeting("letter-group-off-why", meeting);
        self.say("letter-group-off-next", &[]);
        self.call("letter-group-off-call", desk);
        self.texts.get("letter-group-off-subject")
    }

    pub(super) fn sign_in_code(&mut self, code: &str, minutes: i64) -> String {
        self.say("letter-sign-in-code-lead", &[]);
        self.blocks.push(Block::Code(code.to_owned()));
        self.say("letter-sign-in-code-use", &[("minutes", minutes.into())]);
        self.say("letter-sign-in-code-otherwise", &[]);
        self.texts.with("letter-sign-in-code-subject", &[("code", code.into())])
    }
}
