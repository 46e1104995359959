//! Reminders: the answer is due tomorrow, people first meet tomorrow. Each goes out once, in the morning.

use chrono::{DateTime, Days, Timelike as _, Utc};
use model::{Chance, GroupId, GroupState, Letter, SeatState, oslo_date, oslo_local};
use store::{
    Db, DbConn,
    group::{self, Group},
    seat,
};

use crate::{
    due::each,
    fault::Result,
    meetings::begins_at,
    post::{Post, end_of},
};

/// Nobody is reminded before this hour.
const MORNING: u32 = 8;

/// Owes the reminders of today: of answers to those who have not answered, and of first meetings to those who accepted.
/// A group that can't be looked at keeps no other from it.
///
/// # Errors
/// The first fault, once all have been tried.
pub fn remind_due(db: &Db, chance: &Chance, now: DateTime<Utc>) -> Result<()> {
    if !is_morning(now) {
        return Ok(());
    }
    let unsettled = db.read_now(group::list_unsettled)?;
    each(unsettled, |id| db.write_now(|tx| remind(tx, chance, id, now)))?;
    Ok(())
}

/// True from eight o'clock in Oslo.
pub(crate) fn is_morning(now: DateTime<Utc>) -> bool {
    oslo_local(now).hour() >= MORNING
}

/// Gives how many were reminded.
fn remind(tx: &mut DbConn, chance: &Chance, group: GroupId, now: DateTime<Utc>) -> Result<usize> {
    group::hold(tx, group)?;
    let Some(group) = group::find(tx, group)? else {
        return Ok(0);
    };
    let tomorrow = oslo_date(now) + Days::new(1);
    let is_eve =
        group.state == GroupState::Ready && begins_at(tx, &group)?.is_some_and(|begins| oslo_date(begins) == tomorrow);
    let mut reminded = 0;
    for mut seat in seat::list(tx, group.id)? {
        let letter = match seat.state {
            SeatState::Invited if seat.answer_by == Some(tomorrow) => answer_reminder(&group, seat.note),
            SeatState::Accepted if is_eve => meeting_tomorrow(&group, seat.note),
            _ => continue,
        };
        if !seat.reminded {
            seat.reminded = true;
            seat::update(tx, &seat)?;
            let group = &group;
            // Tomorrow is another day: then the letter would be wrong.
            Post { chance, group, now }.participant(tx, &letter, end_of(oslo_date(now)))?;
            reminded += 1;
        }
    }
    Ok(reminded)
}

const fn answer_reminder(group: &Group, note: model::NoteId) -> Letter {
    Letter::AnswerReminder { note, group: group.id }
}

const fn meeting_tomorrow(group: &Group, note: model::NoteId) -> Letter {
    Letter::MeetingTomorrow { note, group: group.id }
}
