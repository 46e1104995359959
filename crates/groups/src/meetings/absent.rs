//! "I can't come": the duty to tell, with one button.

use chrono::{DateTime, NaiveDate, Utc};
use model::{Chance, GroupId, GroupState, Letter, NoteId, SeatState};
use store::{DbConn, group, outbox, seat};

use crate::{Fault, MeetingState, fault::Result, meetings::next_meeting, post::Post};

/// Tells the igangsetter that somebody can't come to the next meeting, and gives its date. Nothing is kept of it but
/// the letter, which vanishes on delivery (promise L7). Saying so twice, before the letter is sent, owes one letter.
///
/// # Errors
/// [`Fault::NotYours`] if this person has no seat in a group that meets, [`Fault::TooLate`] if there is no next
/// meeting, [`Fault::NobodyLeads`].
pub fn absent(
    tx: &mut DbConn,
    chance: &Chance,
    (note, group): (NoteId, GroupId),
    now: DateTime<Utc>,
) -> Result<NaiveDate> {
    let seat = seat::find(tx, group, note)?.filter(|seat| seat.state == SeatState::Accepted);
    let group = group::find(tx, group)?
        .filter(|group| seat.is_some() && matches!(group.state, GroupState::Ready | GroupState::Started))
        .ok_or(Fault::NotYours)?;
    let next = next_meeting(tx, &group, now)?.ok_or(Fault::TooLate)?;
    let (MeetingState::On { date, .. }, Some(begins)) = (next.state, next.begins_at()) else {
        return Err(Fault::TooLate);
    };
    let staff = group.lead.certain().ok_or(Fault::NobodyLeads)?;
    let letter = Letter::Absence {
        staff,
        note,
        group: group.id,
        meeting: next.planned,
    };
    outbox::cancel_about(tx, note, letter.kind(), next.planned)?;
    let group = &group;
    Post { chance, group, now }.push(tx, &letter, begins)?;
    Ok(date)
}
