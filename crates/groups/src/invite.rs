//! Invitations go out.

use chrono::{DateTime, Utc};
use model::{Chance, GroupState, SeatState};
use store::{
    DbConn,
    group::{self, Group},
    note,
    seat::{self, Seat},
};

use crate::{fault::Result, post::Post};

/// Offers all held seats of a group whose igangsetter has said yes, or wants no question.
pub(crate) fn invite(tx: &mut DbConn, chance: &Chance, group: &mut Group, now: DateTime<Utc>) -> Result<()> {
    group.state = GroupState::Inviting;
    group::update(tx, group)?;
    let post = Post { chance, group, now };
    seat::list(tx, group.id)?
        .into_iter()
        .try_for_each(|seat| offer(tx, &post, seat))
}

/// Offers a seat. Whoever has a receipt code is owed no letter that could be late, and answers by the cut-off.
pub(crate) fn offer(tx: &mut DbConn, post: &Post<'_>, mut seat: Seat) -> Result<()> {
    let calendar = post.group.calendar;
    let note = note::get(tx, seat.note)?;
    note::set_standing(tx, note.id, note.standing.invite(calendar.kept_until)?)?;
    seat.state = SeatState::Invited;
    seat.answer_by = note.by_code.then_some(calendar.cut_off);
    seat::update(tx, &seat)?;
    post.invitation(tx, note.id)?;
    Ok(())
}
