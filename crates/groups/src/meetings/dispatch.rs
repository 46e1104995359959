//! How many of a group were reached by what its igangsetter told.

use std::ops::AddAssign;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use model::{GroupId, Practical, TellingId, oslo_date};
use store::{
    DbConn, outbox,
    staff::Member,
    telling::{self, Telling},
};

use crate::{fault::Result, lead::own, post::Post};

/// The kinds of letters that an igangsetter causes.
const KINDS: [&str; 4] = ["meeting-cancelled", "meeting-moved", "practical-message", "meeting-off"];

/// For how long those who find it on their page are counted: as long as a delivered letter is.
const COUNTED_FOR: TimeDelta = TimeDelta::hours(24);

/// How many of a group are reached: by letters that are owed now, or by looking up their code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// Letters that are owed now.
    pub letters: usize,
    /// People who have a receipt code, and find it on their page.
    pub by_code: usize,
}

impl AddAssign<bool> for Reached {
    /// Counts one more person: whether a letter is owed to them.
    fn add_assign(&mut self, by_letter: bool) {
        if by_letter {
            self.letters += 1;
        } else {
            self.by_code += 1;
        }
    }
}

/// How letters of one kind have fared: «5 av 6 sendt, 1 har kode».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dispatch {
    /// The kind, by its stored name.
    pub kind: &'static str,
    /// How many there are.
    pub letters: usize,
    /// How many of them the mail server has taken.
    pub sent: usize,
    /// How many have a receipt code, and find it on their page.
    pub by_code: usize,
}

/// What a group is told.
#[derive(Clone, Copy)]
pub(crate) struct About {
    /// The kind of its letters.
    pub kind: &'static str,
    /// About which meeting, with the day on which that is now.
    pub meeting: Option<(NaiveDate, NaiveDate)>,
    /// Which practical message.
    pub message: Option<Practical>,
}

/// Remembers that a group was told something, and how many will find it on their page. A message stays as long as the
/// meeting that it is for.
pub(crate) fn remember(tx: &mut DbConn, post: &Post<'_>, about: About, reached: Reached) -> Result<()> {
    let tomorrow = oslo_date(post.now) + Days::new(1);
    let message_for = about.meeting.filter(|_| about.message.is_some());
    let telling = Telling {
        kind: about.kind.to_owned(),
        meeting: about.meeting.map(|(planned, _)| planned),
        message: about.message,
        by_code: reached.by_code,
        told_at: post.now,
        kept_until: message_for.map_or(tomorrow, |(_, day)| day.max(tomorrow)),
    };
    Ok(telling::insert(
        tx,
        TellingId::random(post.chance),
        post.group.id,
        &telling,
    )?)
}

/// What an igangsetter has told the own group, and how many were reached, without a name. Letters are forgotten 24 hours
/// after they were delivered (promise C6), and then are not counted any more.
///
/// # Errors
/// [`crate::Fault::NotYours`] (promise S12).
pub fn dispatches(tx: &mut DbConn, by: &Member, group: GroupId, now: DateTime<Utc>) -> Result<Vec<Dispatch>> {
    let group = own(tx, by, group)?;
    let mut tellings = telling::list(tx, group.id)?;
    tellings.retain(|one| now < one.told_at + COUNTED_FOR);
    let mut told = Vec::new();
    for kind in KINDS {
        let (letters, sent) = outbox::count_of_group(tx, group.id, kind)?;
        let of_kind = tellings.iter().filter(|one| one.kind == kind);
        let by_code = of_kind.map(|one| one.by_code).sum();
        if letters > 0 || by_code > 0 {
            told.push(Dispatch {
                kind,
                letters: usize::try_from(letters).unwrap_or(usize::MAX),
                sent: usize::try_from(sent).unwrap_or(usize::MAX),
                by_code,
            });
        }
    }
    Ok(told)
}
