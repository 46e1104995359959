//! How a note stands, in the words of the page.

use chrono::{DateTime, Utc};
use course::{MyNote, Way};
use model::{ASKED_BEFORE, GroupState, LONG_WAIT, NoteState, oslo_date, oslo_instant};
use texts::Texts;

use crate::note::news;

/// How a note stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Unconfirmed,
    Waiting,
    Invited,
    Joined,
    Ready,
    Begun,
    Paused,
}

impl Status {
    /// How this note stands now.
    pub fn of(mine: &MyNote, now: DateTime<Utc>) -> Self {
        let group = mine.seat.as_ref().map(|mine| &mine.group);
        let is_ready = group.is_some_and(|group| matches!(group.state, GroupState::Ready | GroupState::Started));
        let has_begun =
            group.is_some_and(|group| oslo_instant(group.calendar.first_meeting, group.cell.time.starts_at) <= now);
        match (mine.note.standing.state(), group) {
            (NoteState::Unconfirmed, _) => Self::Unconfirmed,
            (NoteState::Paused, _) => Self::Paused,
            (NoteState::Invited, Some(_)) => Self::Invited,
            (NoteState::Joined, Some(_)) if is_ready && has_begun => Self::Begun,
            (NoteState::Joined, Some(_)) if is_ready => Self::Ready,
            (NoteState::Joined, Some(_)) => Self::Joined,
            (NoteState::Waiting | NoteState::Invited | NoteState::Joined, _) => Self::Waiting,
        }
    }

    /// The key of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unconfirmed => "state-unconfirmed",
            Self::Waiting => "state-waiting",
            Self::Invited => "state-invited",
            Self::Joined => "state-joined",
            Self::Ready => "state-ready",
            Self::Begun => "state-begun",
            Self::Paused => "state-paused",
        }
    }

    /// Whether the person has a seat.
    pub const fn comes(self) -> bool {
        matches!(self, Self::Joined | Self::Ready | Self::Begun)
    }

    /// Whether the igangsetter can be told that the person does not come to a meeting.
    pub const fn can_be_absent(self) -> bool {
        matches!(self, Self::Ready | Self::Begun)
    }

    /// What it means, in sentences.
    pub fn sentences(self, mine: &MyNote, texts: Texts) -> Vec<String> {
        let kept_until = texts.date(mine.note.standing.kept_until());
        let dated = |key| texts.with(key, &[("date", kept_until.as_str().into())]);
        let told = |key| texts.get(key);
        match self {
            Self::Unconfirmed => vec![dated("mine-unconfirmed-text")],
            Self::Waiting => vec![
                told("mine-waiting-text"),
                told("mine-why"),
                told(news(mine)),
                dated("mine-kept-until"),
            ],
            Self::Invited => vec![told("mine-invited-text")],
            Self::Joined => vec![
                told("mine-joined-text"),
                told(news(mine)),
                dated("mine-seat-kept-until"),
            ],
            Self::Ready | Self::Begun => {
                let how = if self == Self::Ready {
                    "mine-ready-text"
                } else {
                    "mine-begun-text"
                };
                let look = mine.note.by_code.then(|| told("news-code-meeting"));
                let kept = dated("mine-seat-kept-until");
                [told(how)].into_iter().chain(look).chain([kept]).collect()
            }
            Self::Paused => vec![dated("mine-paused-text")],
        }
    }
}

/// What would help whoever waits; after three weeks, all that one can do. Never how many others wait (promise C11).
pub fn what_helps(mine: &MyNote, now: DateTime<Utc>) -> (&'static str, Vec<&'static str>) {
    let ways = mine.ways.iter().map(|way| match way {
        Way::MoreTimes => "mine-faster",
        Way::Neighbours => "mine-way-neighbours",
        Way::Remote => "mine-way-remote",
    });
    if mine.note.standing.waiting_since() + LONG_WAIT > oslo_date(now) {
        return ("mine-ways", ways.collect());
    }
    let more = ["mine-way-yourselves", "mine-way-wait", "mine-way-erase"];
    ("mine-long-wait", ways.chain(more).collect())
}

/// Whether the person is asked to say that the note is to be kept: a month before its end, or after a silence.
pub fn is_asked(status: Status, mine: &MyNote, now: DateTime<Utc>) -> bool {
    match status {
        Status::Paused => true,
        Status::Waiting => mine.note.standing.kept_until() - ASKED_BEFORE <= oslo_date(now),
        _ => false,
    }
}
