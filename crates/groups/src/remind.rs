//! Reminders: the answer is due tomorrow, people first meet tomorrow, they meet tomorrow without an igangsetter. Each
//! goes out once, in the morning.

use chrono::{DateTime, Days, NaiveDate, Timelike as _, Utc};
use model::{Chance, GroupId, GroupState, Letter, SeatState, end_of, oslo_date, oslo_local};
use store::{
    Db, DbConn,
    group::{self, Group},
    seat::{self, Seat},
};

use crate::{
    due::each,
    fault::Result,
    meetings::{begins_at, next_meeting},
    post::Post,
};

/// Nobody is reminded before this hour.
const MORNING: u32 = 8;

/// Owes the reminders of today: of answers to those who have not answered, and of first meetings to those who accepted;
/// and word to those who have met that nobody starts their next meeting.
/// A group that can't be looked at keeps no other from it.
///
/// # Errors
/// The first fault, once all have been tried.
pub fn remind_due(db: &Db, chance: &Chance, now: DateTime<Utc>) -> Result<()> {
    if !is_morning(now) {
        return Ok(());
    }
    let unsettled = db.read_now(group::list_unsettled)?;
    each(unsettled, |id| {
        // Nothing is written where nobody is to be reminded, however often the schedule comes by.
        match db.read_now(|tx| find_due(tx, id, now))? {
            Some(_) => db.write_now(|tx| remind(tx, chance, id, now)),
            None => Ok(0),
        }
    })?;
    Ok(())
}

/// True from eight o'clock in Oslo.
pub(crate) fn is_morning(now: DateTime<Utc>) -> bool {
    oslo_local(now).hour() >= MORNING
}

/// A seat, what its person is to be reminded of, and until when that is of use.
type Due = (Seat, Letter, DateTime<Utc>);

/// Gives how many were reminded.
fn remind(tx: &mut DbConn, chance: &Chance, group: GroupId, now: DateTime<Utc>) -> Result<usize> {
    group::hold(tx, group)?;
    let Some((group, due)) = find_due(tx, group, now)? else {
        return Ok(0);
    };
    let group = &group;
    let post = Post { chance, group, now };
    let reminded = due.len();
    for (mut seat, letter, useless_after) in due {
        seat.reminded = true;
        seat::update(tx, &seat)?;
        post.participant(tx, &letter, useless_after)?;
    }
    Ok(reminded)
}

/// A group with those of its people who are to be reminded today, and of what; `None` if nobody is.
fn find_due(tx: &mut DbConn, group: GroupId, now: DateTime<Utc>) -> Result<Option<(Group, Vec<Due>)>> {
    let Some(group) = group::find(tx, group)? else {
        return Ok(None);
    };
    let tomorrow = oslo_date(now) + Days::new(1);
    let is_eve =
        group.state == GroupState::Ready && begins_at(tx, &group)?.is_some_and(|begins| oslo_date(begins) == tomorrow);
    let alone = without_igangsetter(tx, &group, now)?;
    let id = group.id;
    // Tomorrow is another day: then a letter of today would be wrong.
    let today_only = |letter| Some((letter, end_of(oslo_date(now))));
    let reminder = |seat: &Seat| match seat.state {
        _ if seat.reminded => None,
        SeatState::Invited if seat.answer_by == Some(tomorrow) => today_only(Letter::AnswerReminder {
            note: seat.note,
            group: id,
        }),
        SeatState::Accepted if is_eve => today_only(Letter::MeetingTomorrow {
            note: seat.note,
            group: id,
        }),
        SeatState::Accepted => alone.map(|(meeting, begins)| {
            let letter = Letter::NoIgangsetter {
                note: seat.note,
                group: id,
                meeting,
            };
            (letter, begins)
        }),
        _ => None,
    };
    let seats = seat::list(tx, id)?.into_iter();
    let due: Vec<Due> = seats
        .filter_map(|seat| reminder(&seat).map(|(letter, useless_after)| (seat, letter, useless_after)))
        .collect();
    Ok((!due.is_empty()).then_some((group, due)))
}

/// The next meeting of a group that has met, and when it begins, if that is tomorrow at the latest and nobody leads the
/// group for certain. It takes place all the same: better a letter the day before than a closed door in the evening.
fn without_igangsetter(
    tx: &mut DbConn,
    group: &Group,
    now: DateTime<Utc>,
) -> Result<Option<(NaiveDate, DateTime<Utc>)>> {
    if group.state != GroupState::Started || group.lead.certain().is_some() {
        return Ok(None);
    }
    let tomorrow = oslo_date(now) + Days::new(1);
    let next = next_meeting(tx, group, now)?;
    let begins = next.and_then(|next| Some((next.planned, next.begins_at()?)));
    Ok(begins.filter(|(_, begins)| oslo_date(*begins) <= tomorrow))
}
