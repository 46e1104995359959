//! What letters tell, by recipient and kind. The kinds are those of [`model::Letter`].

use chrono::{NaiveDate, NaiveTime};
use model::{Controller, Language, Practical, RecognitionWords};

/// When and where people meet.
#[derive(Clone)]
pub struct Meeting {
    /// The day.
    pub date: NaiveDate,
    /// When it starts, in Oslo's local time.
    pub time: NaiveTime,
    /// The place's letter name, which is neutral: a street address as a rule.
    pub place: String,
}

/// What every letter to a participant has.
#[derive(Clone)]
pub struct ToParticipant {
    /// The words that tell it from fraud.
    pub words: RecognitionWords,
    /// The absolute address of the page where everything can be seen, changed and erased.
    pub my_note: String,
}

/// What a letter tells.
#[derive(Clone)]
pub enum Facts {
    /// A participant.
    Participant(ToParticipant, ParticipantNews),
    /// A member of staff.
    Staff(StaffNews),
}

/// What a letter tells a participant.
#[derive(Clone)]
pub enum ParticipantNews {
    /// Somebody left a note with this address.
    ConfirmNote {
        /// The absolute address of the page to confirm on.
        confirm: String,
        /// For how many days that works.
        days: u64,
    },
    /// It has not been confirmed yet.
    ConfirmReminder {
        /// The absolute address of the page to confirm on.
        confirm: String,
        /// For how many days that works.
        days: u64,
    },
    /// A place and a time were found.
    Invitation {
        /// The first meeting.
        meeting: Meeting,
        /// The last day for the answer.
        answer_by: NaiveDate,
        /// The absolute address of the page to answer on.
        answer: String,
    },
    /// The answer is missing.
    AnswerReminder {
        /// The first meeting.
        meeting: Meeting,
        /// The last day for the answer.
        answer_by: NaiveDate,
        /// The day on which the letter is written.
        today: NaiveDate,
        /// The absolute address of the page to answer on.
        answer: String,
    },
    /// The meeting takes place. The page of the note shows how to find it.
    MeetingOn {
        /// The first meeting.
        meeting: Meeting,
    },
    /// The group does not come about; the participant keeps the place in line.
    MeetingOff {
        /// The meeting that is off.
        meeting: Meeting,
    },
    /// The first meeting is tomorrow.
    MeetingTomorrow {
        /// The first meeting.
        meeting: Meeting,
    },
    /// One meeting is cancelled.
    MeetingCancelled {
        /// The meeting that is cancelled.
        meeting: Meeting,
        /// The day on which the letter is written.
        today: NaiveDate,
    },
    /// One meeting has a new time.
    MeetingMoved {
        /// The day on which it would have been.
        from: NaiveDate,
        /// When it is now.
        to: Meeting,
    },
    /// A fixed message from the igangsetter.
    PracticalMessage {
        /// Which one.
        message: Practical,
        /// The meeting that it is for.
        next: Meeting,
    },
    /// Nobody starts the next meeting, which takes place all the same.
    NoIgangsetter {
        /// That meeting.
        meeting: Meeting,
    },
    /// Three weeks have gone by without a group. The page of the note shows what could help.
    StillLooking,
    /// Does the participant want to go on waiting? The page of the note is where to say yes.
    StillInterested {
        /// Without a yes, everything is erased after this day.
        erased_after: NaiveDate,
        /// Why we ask.
        why: WhyAsked,
    },
    /// The new link that was asked for; it leads to the page of the note.
    NewLink,
    /// Others may have seen what is kept of the participant (GDPR art. 34).
    Notice(Notice),
}

/// What the operator tells everybody whose data others may have seen, in the operator's own words.
#[derive(Clone)]
pub struct Notice {
    /// The words.
    pub paragraphs: Vec<String>,
    /// Their language, which can be another than the letter's.
    pub language: Language,
    /// Who answers for the data, if that has been said.
    pub controller: Option<Controller>,
    /// The absolute address of the page that says so, too.
    pub privacy: String,
}

/// Why a participant is asked whether to go on waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyAsked {
    /// They did not answer an invitation.
    Silent,
    /// They have waited for months.
    WaitedLong,
}

/// What a letter tells a member of staff. Each but the code leads to a page, by its absolute address.
#[derive(Clone)]
pub enum StaffNews {
    /// An igangsetter is asked to take a group.
    AskedToLead {
        /// Its first meeting, or its next one where participants know of it already.
        meeting: Meeting,
        /// Whether its participants know of it already: somebody else has stepped back.
        is_announced: bool,
        /// The page to answer on.
        desk: String,
    },
    /// An igangsetter who wants no question has a new group.
    SetToLead {
        /// Its first meeting.
        meeting: Meeting,
        /// The page where it is.
        desk: String,
    },
    /// Enough participants accepted.
    ParticipantsReady {
        /// Their first meeting.
        meeting: Meeting,
        /// How many they are. Names are on the page only.
        participants: usize,
        /// That page.
        desk: String,
    },
    /// The igangsetter's group is not as it was.
    GroupChanged {
        /// Its next meeting.
        next: Meeting,
        /// How many participants it has now.
        participants: usize,
        /// Whether they are too few for a first meeting, and it is the igangsetter who decides.
        is_short: bool,
        /// Where names are.
        desk: String,
    },
    /// A participant can't come to a meeting.
    Absence {
        /// Who.
        who: Participant,
        /// When.
        date: NaiveDate,
        /// Where the group is.
        desk: String,
    },
    /// The igangsetter's group does not start.
    GroupOff {
        /// The meeting that is off.
        meeting: Meeting,
        /// The igangsetter's page.
        desk: String,
    },
    /// The code to sign in with. The letter has no link: the code is typed in the browser that asked (promise S4).
    SignInCode {
        /// Six digits.
        code: String,
        /// For how many minutes it works.
        minutes: i64,
    },
    /// Somebody has been added to the staff.
    Welcome {
        /// The name of the contact point that did it.
        contact_point: String,
        /// The page to sign in on.
        sign_in: String,
    },
    /// A coordinator has something to do.
    Tasks {
        /// How many things.
        count: usize,
        /// Where they are listed.
        desk: String,
    },
    /// Others may have seen what is kept of the member (GDPR art. 34).
    Notice {
        /// What the operator tells.
        notice: Notice,
        /// The member's page.
        desk: String,
    },
}

/// A participant, as the group knows them.
#[derive(Clone)]
pub struct Participant {
    /// The number in the group.
    pub number: u8,
    /// The name they chose, if they did. One that says what the group is about is not shown (promise C8).
    pub nickname: Option<String>,
}
