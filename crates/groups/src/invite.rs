//! Invitations go out.

use chrono::{DateTime, Utc};
use model::{Chance, GroupState, SeatState};
use store::{
    DbConn,
    group::{self, Group},
    note, seat,
};

use crate::{fault::Result, post::Post};

/// Offers all held seats of a group whose igangsetter has said yes, or wants no question.
pub(crate) fn invite(tx: &mut DbConn, chance: &Chance, group: &mut Group, now: DateTime<Utc>) -> Result<()> {
    group.state = GroupState::Inviting;
    group.asked_at = None;
    group::update(tx, group)?;
    let post = Post { chance, group, now };
    for mut seat in seat::list(tx, group.id)? {
        let standing = note::get(tx, seat.note)?.standing.invite(group.calendar.kept_until)?;
        note::set_standing(tx, seat.note, standing)?;
        seat.state = SeatState::Invited;
        seat::update(tx, &seat)?;
        post.invitation(tx, seat.note)?;
    }
    Ok(())
}
