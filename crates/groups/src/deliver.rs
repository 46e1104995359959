//! What the mail server said to an invitation.

use chrono::{DateTime, Days, NaiveDate, Utc};
use model::{Chance, GroupId, NoteId, SeatState, Standing, WrongState, oslo_date};
use store::{DbConn, group, note, seat};

use crate::{fault::Result, post::cancel_all, settle, settle::change};

/// The mail server took the invitation: the time for the answer begins. After the cut-off there is none left,
/// and nobody is silent who could not answer.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn invitation_delivered(tx: &mut DbConn, note: NoteId, group: GroupId, today: NaiveDate) -> Result<()> {
    group::hold(tx, group)?;
    let (Some(group), Some(mut seat)) = (group::find(tx, group)?, seat::find(tx, group, note)?) else {
        return Ok(());
    };
    let in_time = today <= group.calendar.cut_off;
    if in_time && seat.state == SeatState::Invited && seat.answer_by.is_none() {
        let answer_by = group.calendar.answer_by(today);
        // Whoever hears today that the answer is due tomorrow needs no reminder of it.
        seat.reminded = answer_by <= today + Days::new(1);
        seat.answer_by = Some(answer_by);
        seat::update(tx, &seat)?;
    }
    Ok(())
}

/// The mail server refused the recipient for good: the seat is freed, and the group settled (promise L4). The note is
/// offered nothing more, since nobody would hear of it, and erased when its pause ends.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn invitation_refused(
    tx: &mut DbConn,
    chance: &Chance,
    (note, group): (NoteId, GroupId),
    now: DateTime<Utc>,
) -> Result<()> {
    free(tx, chance, (note, group), now, Standing::pause)
}

/// The mail server could not be moved to take the invitation for as long as it was tried: the seat is freed, and the
/// group settled. The person waits on, since nobody says that the address is dead.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn invitation_undelivered(
    tx: &mut DbConn,
    chance: &Chance,
    (note, group): (NoteId, GroupId),
    now: DateTime<Utc>,
) -> Result<()> {
    free(tx, chance, (note, group), now, Standing::fall_back)
}

fn free(
    tx: &mut DbConn,
    chance: &Chance,
    (note, group): (NoteId, GroupId),
    now: DateTime<Utc>,
    leave: impl Fn(Standing, NaiveDate) -> std::result::Result<Standing, WrongState>,
) -> Result<()> {
    group::hold(tx, group)?;
    let Some(mut seat) = seat::find(tx, group, note)?.filter(|seat| seat.state == SeatState::Invited) else {
        return Ok(());
    };
    let standing = leave(note::get(tx, seat.note)?.standing, oslo_date(now))?;
    change(tx, &mut seat, SeatState::Declined, standing)?;
    cancel_all(tx, note)?;
    settle(tx, chance, group, now)
}
