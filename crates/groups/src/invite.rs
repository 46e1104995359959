//! Invitations go out.

use chrono::{DateTime, Utc};
use model::{Chance, GroupState, NoteId, SeatState, oslo_date};
use store::{
    DbConn,
    group::{self, Group},
    note,
    seat::{self, Seat},
};

use crate::{
    fault::Result,
    post::Post,
    wants::{is_apart, wants},
};

/// Offers all held seats of a group whose igangsetter has said yes, or wants no question. Since the round was made,
/// people may have changed their wishes, or asked to be kept apart: whoever does not fit any more never left the line.
pub(crate) fn invite(tx: &mut DbConn, chance: &Chance, group: &mut Group, now: DateTime<Utc>) -> Result<()> {
    group.state = GroupState::Inviting;
    group::update(tx, group)?;
    let post = Post { chance, group, now };
    let mut offered: Vec<NoteId> = Vec::new();
    let held = seat::list(tx, group.id)?;
    for seat in in_line(tx, held)? {
        if is_apart(tx, seat.note, &offered)? || !wants(tx, seat.note, group, oslo_date(now))? {
            seat::delete_held(tx, &seat)?;
            continue;
        }
        offered.push(seat.note);
        offer(tx, &post, seat)?;
    }
    Ok(())
}

/// Held seats; of those who have waited longest first.
pub(crate) fn in_line(tx: &mut DbConn, held: Vec<Seat>) -> Result<Vec<Seat>> {
    let mut line = Vec::new();
    for seat in held {
        line.push((note::get(tx, seat.note)?.standing.waiting_since(), seat));
    }
    line.sort_by_key(|(since, seat)| (*since, seat.note));
    Ok(line.into_iter().map(|(_, seat)| seat).collect())
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
