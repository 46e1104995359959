//! Groups whose invitations are out, as the matcher sees them: newcomers can fill them up to eight.

use chrono::{Days, NaiveDate};
use matcher::StandingInput;
use model::{MAX_SIZE, NoteId, SeatState, StaffId};
use store::{
    DbConn,
    group::{self, Group},
    seat::{self, Seat},
};

use crate::{
    fault::Result,
    pool::{Snapshot, cell_id},
    size_value::gains,
};

/// How many days before the cut-off seats are offered for the last time, at any hour.
const LAST_DAY: Days = Days::new(2);

/// A group that can be filled.
pub(crate) struct Standing {
    pub(super) group: Group,
    pub(super) led_by: StaffId,
    /// Those who have been invited or have accepted, at least one.
    members: Vec<NoteId>,
    /// How many of them have accepted.
    accepted: usize,
    /// Those who have declined it or were silent: they are not asked again.
    left: Vec<NoteId>,
    /// How many more there is room for, next to those who have ticked its date and may yet confirm.
    free: usize,
}

impl Standing {
    pub(super) fn input(&self, acceptance: u8) -> StandingInput {
        let invited = self.members.len().saturating_sub(self.accepted);
        StandingInput {
            id: self.group.id.to_string(),
            cell: cell_id(self.group.cell),
            igangsetter: self.led_by.to_string(),
            members: self.members.iter().map(ToString::to_string).collect(),
            gain: Some(gains(acceptance, (self.accepted, invited), self.free)),
        }
    }

    /// The pairs of the pool's notes and members that keep those out who are apart from a member, have declined the date
    /// or the group, or were silent in it.
    pub(super) fn apart(&self, region: &Snapshot) -> Vec<(String, String)> {
        let first = (self.group.cell.time, self.group.calendar.first_meeting);
        let mut pairs = Vec::new();
        for note in region.notes() {
            let is_out = self.left.contains(&note.id) || region.has_declined(note.id, first);
            let mut foes = self.members.iter().filter(|member| region.are_apart(note.id, **member));
            if let Some(member) = foes.next().or(self.members.first().filter(|_| is_out)) {
                pairs.push((note.id.to_string(), member.to_string()));
            }
        }
        pairs
    }
}

/// The groups of a region that can be filled: there is time left for answers, a seat, and an igangsetter.
pub(crate) fn list(tx: &mut DbConn, region: &Snapshot) -> Result<Vec<Standing>> {
    let today = region.offer.today();
    let mut found = Vec::new();
    for group in group::list_inviting(tx, region.id())? {
        let seats = seat::list(tx, group.id)?;
        let kept = group::count_unconfirmed(tx, group.id)?;
        let igangsettere = region.offer.igangsettere().iter();
        let led_by = group
            .lead
            .certain()
            .filter(|by| igangsettere.clone().any(|one| one.staff == *by));
        let is_offered = region.offer.cells().contains(&group.cell);
        let accepted = seats.iter().filter(|seat| seat.state == SeatState::Accepted).count();
        let (members, left) = parted(seats);
        let free = MAX_SIZE.saturating_sub(members.len() + kept);
        match led_by {
            Some(led_by) if is_offered && free > 0 && !members.is_empty() && has_time(&group, today) => {
                found.push(Standing {
                    group,
                    led_by,
                    members,
                    accepted,
                    left,
                    free,
                });
            }
            _ => {}
        }
    }
    Ok(found)
}

fn has_time(group: &Group, today: NaiveDate) -> bool {
    today + LAST_DAY <= group.calendar.cut_off
}

fn parted(seats: Vec<Seat>) -> (Vec<NoteId>, Vec<NoteId>) {
    let (live, gone): (Vec<Seat>, Vec<Seat>) = seats
        .into_iter()
        .partition(|seat| matches!(seat.state, SeatState::Invited | SeatState::Accepted));
    let notes = |seats: Vec<Seat>| seats.into_iter().map(|seat| seat.note).collect();
    (notes(live), notes(gone))
}
