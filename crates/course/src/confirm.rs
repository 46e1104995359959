//! The person confirms the note, or says that it was somebody else.

use chrono::{DateTime, Utc};
use groups::Joined;
use model::{Chance, GroupId, NoteId, NoteState, oslo_date};
use store::{
    DbConn, apart_code, group,
    note::{self, Erased, Note},
    seat, wish,
};

use crate::{Fault, fault::Result};

/// What confirming led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// The note waits for a group now.
    Waiting,
    /// An older note of the same address has a seat already; this one is gone, and that one goes on.
    Seated(NoteId),
    /// A note of the same address that was left later has been confirmed before; this one is gone, and that one goes on.
    Newer(NoteId),
    /// The note has a seat in the planned group whose date was ticked.
    Joined,
    /// The planned group whose date was ticked is full. The note waits for another one.
    Full,
    /// It had been confirmed before.
    Already,
}

/// Confirms a note, and lets it take a seat in the planned group whose date was ticked.
///
/// An older note of the same address is replaced, and hands on its waiting, its apart codes, and the places, times and
/// dates that its person does not want to be offered; one that has been offered or has taken a seat stays instead, and so
/// does one that was left later: it is what the person said last (promise C3).
///
/// # Errors
/// [`Fault::Gone`] if the note has been erased.
pub fn confirm(tx: &mut DbConn, chance: &Chance, note: NoteId, now: DateTime<Utc>) -> Result<Confirmed> {
    let new = note::find(tx, note)?.ok_or(Fault::Gone)?;
    if new.standing.state() != NoteState::Unconfirmed {
        return Ok(Confirmed::Already);
    }
    let twin = note::find_twin(tx, &new)?;
    if let Some(seated) = twin.as_ref().filter(|twin| has_seat(twin)) {
        groups::withdraw(tx, chance, note, now)?;
        return Ok(Confirmed::Seated(seated.id));
    }
    if let Some(twin) = &twin
        && note::is_newer(tx, twin.id, note)?
    {
        note::set_standing(
            tx,
            twin.id,
            twin.standing.waiting_also_since(new.standing.waiting_since()),
        )?;
        groups::withdraw(tx, chance, note, now)?;
        return Ok(Confirmed::Newer(twin.id));
    }
    hold_groups(tx, twin.as_ref(), &new)?;
    let mut waiting_since = None;
    if let Some(older) = twin {
        waiting_since = Some(older.standing.waiting_since());
        replace(tx, chance, (older.id, note), now)?;
    }
    let standing = new.standing.confirm(oslo_date(now), waiting_since)?;
    note::set_standing(tx, note, standing)?;
    join_planned(tx, chance, &new, now)
}

/// "It was not me": erases a note that has not been confirmed, and settles the planned group that waited for it.
///
/// # Errors
/// [`Fault::WrongState`] if it has been confirmed meanwhile; then "erase everything about me" is the way.
pub fn disown(tx: &mut DbConn, chance: &Chance, note: NoteId, now: DateTime<Utc>) -> Result<Erased> {
    let Some(found) = note::find(tx, note)? else {
        return Ok(Erased::default());
    };
    match found.standing.state() {
        NoteState::Unconfirmed => Ok(groups::withdraw(tx, chance, note, now)?),
        other => Err(model::WrongState(other).into()),
    }
}

/// "Yes, I am still interested": a note that waits or is paused waits six more months. Of one that has been offered
/// a seat meanwhile nothing changes.
///
/// # Errors
/// [`Fault::Gone`]; [`Fault::WrongState`] if it has not been confirmed.
pub fn resume(tx: &mut DbConn, note: NoteId, now: DateTime<Utc>) -> Result<()> {
    let found = note::find(tx, note)?.ok_or(Fault::Gone)?;
    if has_seat(&found) {
        return Ok(());
    }
    let standing = found.standing.resume(oslo_date(now))?;
    Ok(note::set_standing(tx, note, standing)?)
}

/// Holds the group that the older note goes from and the one whose date was ticked, always in the same order: two who
/// change places wait for each other, and are not cut off.
fn hold_groups(tx: &mut DbConn, older: Option<&Note>, new: &Note) -> Result<()> {
    let left = match older {
        Some(older) => seat::find_live(tx, older.id)?.map(|seat| seat.group),
        None => None,
    };
    let mut groups: Vec<GroupId> = left.into_iter().chain(new.planned).collect();
    groups.sort_unstable();
    groups.into_iter().try_for_each(|id| Ok(group::hold(tx, id)?))
}

fn replace(tx: &mut DbConn, chance: &Chance, (older, newer): (NoteId, NoteId), now: DateTime<Utc>) -> Result<()> {
    wish::copy_exclusions(tx, older, newer)?;
    apart_code::hand_on(tx, older, newer)?;
    seat::hand_on_declined(tx, older, newer)?;
    groups::withdraw(tx, chance, older, now)?;
    Ok(())
}

fn join_planned(tx: &mut DbConn, chance: &Chance, note: &Note, now: DateTime<Utc>) -> Result<Confirmed> {
    if note.planned.is_none() {
        return Ok(Confirmed::Waiting);
    }
    Ok(match groups::join_planned(tx, chance, note.id, now)? {
        Joined::Seated => Confirmed::Joined,
        Joined::Full => Confirmed::Full,
        Joined::NotOpen => Confirmed::Waiting,
    })
}

const fn has_seat(note: &Note) -> bool {
    matches!(note.standing.state(), NoteState::Invited | NoteState::Joined)
}
