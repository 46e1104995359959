//! A participant answers an invitation.

use chrono::{DateTime, NaiveDate, Utc};
use model::{Chance, GroupId, GroupState, Nickname, NoteId, SeatState, Standing, oslo_date};
use store::{
    DbConn,
    group::{self, Group},
    note,
    seat::{self, Seat},
    tally::{self, Counted},
};

use crate::{
    fault::Result,
    post::{Post, cancel_all},
    settle,
    settle::change,
};

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

/// Records an answer, and settles the group. Whoever has accepted can take it back; once a group is ready, its
/// igangsetter is told.
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
    let today = oslo_date(now);
    let mut is_late = false;
    match (seat.state, group.state) {
        (SeatState::Accepted, state) if state.is_announced() && accepts => {
            rename(tx, seat, answer)?;
            return Ok(Answered::Done);
        }
        (SeatState::Accepted, state) if state.is_announced() => {
            take_back(
                tx,
                &Post {
                    chance,
                    group: &group,
                    now,
                },
                seat,
                answer,
            )?;
        }
        (SeatState::Declined, _) if !accepts => {
            exclude(tx, note, &group, answer)?;
            return Ok(Answered::Done);
        }
        (SeatState::Invited, GroupState::Inviting) => {
            is_late = seat.answer_by.is_some_and(|day| today > day) || today > group.calendar.cut_off;
            if !is_late {
                record(tx, seat, &group, answer, today)?;
            }
        }
        _ => return Ok(Answered::TooLate),
    }
    settle(tx, chance, group.id, now)?;
    Ok(if is_late { Answered::TooLate } else { Answered::Done })
}

/// Stores the first answer to an invitation.
fn record(tx: &mut DbConn, mut seat: Seat, group: &Group, answer: &Answer, today: NaiveDate) -> Result<()> {
    let standing = note::get(tx, seat.note)?.standing;
    cancel_all(tx, seat.note)?;
    if let Answer::Accept { nickname } = answer {
        seat.nickname = nickname.as_ref().map(ToString::to_string);
        tally::add(tx, group.region, today, (Counted::SaidYes, 1))?;
        return accept(tx, seat, standing.join()?);
    }
    exclude(tx, seat.note, group, answer)?;
    tally::add(tx, group.region, today, (Counted::SaidNo, 1))?;
    change(tx, &mut seat, SeatState::Declined, standing.decline(today)?)
}

/// Whoever has a seat says later what to be called, as after a planned start. Without a name the old one stays.
fn rename(tx: &mut DbConn, mut seat: Seat, answer: &Answer) -> Result<()> {
    let Answer::Accept { nickname: Some(name) } = answer else {
        return Ok(());
    };
    seat.nickname = Some(name.to_string());
    Ok(seat::update(tx, &seat)?)
}

/// A seat is taken: its person has the next number in the group, and keeps it when others leave.
pub(crate) fn accept(tx: &mut DbConn, mut seat: Seat, standing: Standing) -> Result<()> {
    let others = seat::list(tx, seat.group)?;
    let last = others.iter().filter_map(|other| other.number).max();
    seat.number = Some(last.map_or(1, |number| number.saturating_add(1)));
    seat.reminded = false;
    change(tx, &mut seat, SeatState::Accepted, standing)
}

/// Whoever had accepted does not come after all, and waits again as long as before.
fn take_back(tx: &mut DbConn, post: &Post<'_>, mut seat: Seat, answer: &Answer) -> Result<()> {
    let standing = note::get(tx, seat.note)?.standing.decline(oslo_date(post.now))?;
    seat.nickname = None;
    change(tx, &mut seat, SeatState::Declined, standing)?;
    exclude(tx, seat.note, post.group, answer)?;
    cancel_all(tx, seat.note)?;
    if matches!(post.group.state, GroupState::Ready | GroupState::Started) {
        post.group_changed(tx)?;
    }
    Ok(())
}

/// Whoever declined the date may find that the time will never do.
fn exclude(tx: &mut DbConn, note: NoteId, group: &Group, answer: &Answer) -> Result<()> {
    if *answer == Answer::NotThisTime {
        note::exclude(tx, note, group.cell)?;
    }
    Ok(())
}
