//! A participant answers an invitation.

use chrono::{DateTime, NaiveDate, Utc};
use model::{Chance, GroupId, GroupState, Nickname, NoteId, SeatState, oslo_date};
use store::{
    DbConn,
    group::{self, Group},
    note,
    seat::{self, Seat},
};

use crate::{fault::Result, settle, settle::change};

/// What the person pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// "Yes, I will come", with the name to be called by, if any.
    Accept {
        /// What the igangsetter and the others will see.
        nickname: Option<Nickname>,
    },
    /// "Not this date": the time stays wished for.
    NotThisDate,
    /// "I wait for another time": this place and time is not offered again.
    NotThisTime,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// The answer counts. Giving it a second time is no fault.
    Done,
    /// The seat is no longer offered: the time for an answer is over.
    TooLate,
}

/// Records an answer, and settles the group.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn answer(
    tx: &mut DbConn,
    chance: &Chance,
    (note, group): (NoteId, GroupId),
    answer: &Answer,
    now: DateTime<Utc>,
) -> Result<Answered> {
    group::hold(tx, group)?;
    let (Some(group), Some(seat)) = (group::find(tx, group)?, seat::find(tx, group, note)?) else {
        return Ok(Answered::TooLate);
    };
    let accepts = matches!(answer, Answer::Accept { .. });
    match (seat.state, group.state) {
        (SeatState::Accepted, GroupState::Inviting | GroupState::Ready) if accepts => return Ok(Answered::Done),
        (SeatState::Declined, _) if !accepts => {
            // Whoever declined the date may find that the time will never do.
            if *answer == Answer::NotThisTime {
                note::exclude(tx, note, group.cell)?;
            }
            return Ok(Answered::Done);
        }
        (SeatState::Invited, GroupState::Inviting) => {}
        _ => return Ok(Answered::TooLate),
    }
    let today = oslo_date(now);
    let is_late = seat.answer_by.is_some_and(|day| today > day) || today > group.calendar.cut_off;
    if !is_late {
        record(tx, seat, &group, answer, today)?;
    }
    settle(tx, chance, group.id, now)?;
    Ok(if is_late { Answered::TooLate } else { Answered::Done })
}

/// Stores the first answer to an invitation.
fn record(tx: &mut DbConn, mut seat: Seat, group: &Group, answer: &Answer, today: NaiveDate) -> Result<()> {
    let standing = note::get(tx, seat.note)?.standing;
    if let Answer::Accept { nickname } = answer {
        seat.nickname = nickname.as_ref().map(ToString::to_string);
        return change(tx, &mut seat, SeatState::Accepted, standing.join()?);
    }
    if *answer == Answer::NotThisTime {
        note::exclude(tx, seat.note, group.cell)?;
    }
    change(tx, &mut seat, SeatState::Declined, standing.decline(today)?)
}
