//! What an igangsetter does with the own group: cancel or move a meeting, tell something practical, call it all off.
//! Fixed actions; the letters skip every limit but that of practical messages (promise S8).

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use model::{
    Chance, GroupId, GroupState, Letter, NoteId, Practical, REMEMBERED_DAYS, SeatState, WeeklyTime, oslo_date,
    oslo_instant,
};
use store::{
    DbConn,
    group::{self, Group},
    meeting::{self, Becomes, MeetingChange},
    note, occupancy, outbox,
    seat::{self, Seat},
    staff::Member,
    telling::{self, Telling},
};

use crate::{
    Fault, Meeting, Reached,
    dissolve::end,
    fault::Result,
    lead::own,
    meetings::{
        begins_at,
        dispatch::{About, remember},
        find,
        free::check_free,
        meetings,
    },
    post::Post,
    settle,
};

/// How far from its own date a meeting can be moved: it stays nearer than the next one.
const WITHIN: TimeDelta = TimeDelta::days(6);
/// How many practical messages a group can be told on one day (promise S8).
const MESSAGES_A_DAY: usize = 3;

/// Cancels one meeting. Everybody who accepted is told; doing so again tells nobody. A group that has not met, and has no
/// other meeting left, is called off.
///
/// # Errors
/// [`Fault::NotYours`] (promise S12), [`Fault::TooLate`] if it has begun.
pub fn cancel_meeting(
    tx: &mut DbConn,
    chance: &Chance,
    by: &Member,
    (group, meeting): (GroupId, NaiveDate),
    now: DateTime<Utc>,
) -> Result<Reached> {
    if own(tx, by, group)?.state == GroupState::Dissolved {
        return Ok(Reached::default());
    }
    let (mut group, found) = own_meeting(tx, by, (group, meeting), now)?;
    let Some(begins) = found.begins_at() else {
        return Ok(Reached::default());
    };
    if begins <= now {
        return Err(Fault::TooLate);
    }
    if group.state == GroupState::Ready && is_only(tx, &group, meeting)? {
        return end(tx, chance, &mut group, now);
    }
    let moved_to = (found.heard != (meeting, group.cell.time.starts_at)).then_some(found.heard);
    let becomes = Becomes::Cancelled(moved_to);
    let told = change(tx, &mut group, MeetingChange { meeting, becomes }, now)?;
    let (group, id) = (&group, group.id);
    let post = Post { chance, group, now };
    let letter = |note| Letter::MeetingCancelled {
        note,
        group: id,
        meeting,
    };
    let about = About {
        kind: "meeting-cancelled",
        meeting: Some((meeting, oslo_date(begins))),
        message: None,
    };
    tell_all(tx, &post, (told, about), (letter, begins))
}

/// Moves one meeting to another date and time, at most six days from its own. Everybody who accepted is told; doing so
/// again tells nobody.
///
/// # Errors
/// [`Fault::NotYours`] (promise S12), [`Fault::TooLate`] if it has begun, [`Fault::BadDate`] if it can't be then,
/// [`Fault::RoomTaken`] if another group has the room at that time.
pub fn move_meeting(
    tx: &mut DbConn,
    chance: &Chance,
    by: &Member,
    (group, meeting, to): (GroupId, NaiveDate, (NaiveDate, NaiveTime)),
    now: DateTime<Utc>,
) -> Result<Reached> {
    let (mut group, found) = own_meeting(tx, by, (group, meeting), now)?;
    if found.begins_at().is_some_and(|begins| begins <= now) {
        return Err(Fault::TooLate);
    }
    let new = oslo_instant(to.0, to.1);
    if found.begins_at() == Some(new) {
        return Ok(Reached::default());
    }
    let time = WeeklyTime::new(to.0.weekday(), to.1).ok_or(Fault::BadDate)?;
    if new <= now || (to.0 - meeting).abs() > WITHIN {
        return Err(Fault::BadDate);
    }
    check_free(tx, &group, (to.0, time))?;
    let becomes = Becomes::MovedTo(to.0, to.1);
    let told = change(tx, &mut group, MeetingChange { meeting, becomes }, now)?;
    let (group, id) = (&group, group.id);
    let post = Post { chance, group, now };
    let letter = |note| Letter::MeetingMoved {
        note,
        group: id,
        meeting,
    };
    let about = About {
        kind: "meeting-moved",
        meeting: Some((meeting, to.0)),
        message: None,
    };
    tell_all(tx, &post, (told, about), (letter, new))
}

/// Tells everybody who accepted something practical, in fixed words. It stands on their pages until the meeting that it
/// is for has ended.
///
/// # Errors
/// [`Fault::NotYours`] (promise S12), [`Fault::TooManyMessages`] (promise S8), [`Fault::TooLate`] after the last
/// supported meeting.
pub fn tell(
    tx: &mut DbConn,
    chance: &Chance,
    by: &Member,
    (group, message): (GroupId, Practical),
    now: DateTime<Utc>,
) -> Result<Reached> {
    let group = own_ready(tx, by, group, now)?;
    let next = crate::next_meeting(tx, &group, now)?.ok_or(Fault::TooLate)?;
    let useless_after = next.begins_at().ok_or(Fault::TooLate)?;
    let is_of_today = |one: &&Telling| one.message.is_some() && oslo_date(one.told_at) == oslo_date(now);
    if telling::list(tx, group.id)?.iter().filter(is_of_today).count() >= MESSAGES_A_DAY {
        return Err(Fault::TooManyMessages);
    }
    let accepted = accepted(tx, &group)?;
    let (group, id) = (&group, group.id);
    let post = Post { chance, group, now };
    let letter = |note| Letter::PracticalMessage {
        note,
        group: id,
        message,
    };
    let about = About {
        kind: "practical-message",
        meeting: Some((next.planned, oslo_date(useless_after))),
        message: Some(message),
    };
    tell_all(tx, &post, (accepted, about), (letter, useless_after))
}

/// Calls the group off, before it has met. Those who accepted are told, and are first in line again.
///
/// # Errors
/// [`Fault::NotYours`] (promise S12), [`Fault::TooLate`] once it has met.
pub fn call_off(tx: &mut DbConn, chance: &Chance, by: &Member, group: GroupId, now: DateTime<Utc>) -> Result<Reached> {
    group::hold(tx, group)?;
    own(tx, by, group)?;
    settle(tx, chance, group, now)?;
    let mut group = own(tx, by, group)?;
    match group.state {
        GroupState::Dissolved => Ok(Reached::default()),
        GroupState::Started => Err(Fault::TooLate),
        _ => end(tx, chance, &mut group, now),
    }
}

/// A group whose people know of each other, and who leads it for certain.
fn own_ready(tx: &mut DbConn, by: &Member, group: GroupId, now: DateTime<Utc>) -> Result<Group> {
    group::hold(tx, group)?;
    let group = own(tx, by, group)?;
    if !matches!(group.state, GroupState::Ready | GroupState::Started) {
        return Err(Fault::NotYours);
    }
    if oslo_date(now) > group.calendar.kept_until {
        return Err(Fault::TooLate);
    }
    Ok(group)
}

fn own_meeting(
    tx: &mut DbConn,
    by: &Member,
    (group, meeting): (GroupId, NaiveDate),
    now: DateTime<Utc>,
) -> Result<(Group, Meeting)> {
    let group = own_ready(tx, by, group, now)?;
    let found = find(tx, &group, meeting)?.ok_or(Fault::NotYours)?;
    Ok((group, found))
}

/// True if a group has no meeting but this one.
fn is_only(tx: &mut DbConn, group: &Group, meeting: NaiveDate) -> Result<bool> {
    let all = meetings(tx, group)?;
    let mut others = all.iter().filter(|one| one.planned != meeting);
    Ok(others.all(|one| one.begins_at().is_none()))
}

/// Owes those in these seats a letter each, and remembers what they were told.
fn tell_all(
    tx: &mut DbConn,
    post: &Post<'_>,
    (seats, about): (Vec<Seat>, About),
    (letter, useless_after): (impl Fn(NoteId) -> Letter, DateTime<Utc>),
) -> Result<Reached> {
    let mut reached = Reached::default();
    for seat in seats {
        reached += post.participant(tx, &letter(seat.note), useless_after)?;
    }
    remember(tx, post, about, reached)?;
    Ok(reached)
}

fn accepted(tx: &mut DbConn, group: &Group) -> Result<Vec<Seat>> {
    let mut seats = seat::list(tx, group.id)?;
    seats.retain(|seat| seat.state == SeatState::Accepted);
    Ok(seats)
}

/// Stores what becomes of a meeting, cancels what contradicts it and has not been sent, and gives those who are to be
/// told.
fn change(tx: &mut DbConn, group: &mut Group, change: MeetingChange, now: DateTime<Utc>) -> Result<Vec<Seat>> {
    let before = begins_at(tx, group)?;
    meeting::put_change(tx, group.id, change)?;
    if let Becomes::MovedTo(day, _) = change.becomes {
        telling::keep_until(tx, group.id, change.meeting, day.max(oslo_date(now) + Days::new(1)))?;
    }
    keep_until_last(tx, group)?;
    let after = begins_at(tx, group)?;
    let tomorrow = oslo_date(now) + Days::new(1);
    let mut seats = accepted(tx, group)?;
    for seat in &mut seats {
        outbox::cancel_about(tx, seat.note, "meeting-cancelled", change.meeting)?;
        outbox::cancel_about(tx, seat.note, "meeting-moved", change.meeting)?;
        if before != after {
            outbox::cancel(tx, seat.note, "meeting-tomorrow")?;
            // Who is told today of a first meeting tomorrow needs no reminder of it.
            seat.reminded = after.is_some_and(|begins| oslo_date(begins) <= tomorrow);
            seat::update(tx, seat)?;
        }
    }
    Ok(seats)
}

/// A meeting that is moved beyond the last one takes the end of the group with it, and back again.
fn keep_until_last(tx: &mut DbConn, group: &mut Group) -> Result<()> {
    let all = meetings(tx, group)?;
    let days = all.iter().filter_map(Meeting::begins_at).map(oslo_date);
    let Some(last) = days.chain(group.calendar.meetings()).max() else {
        return Ok(());
    };
    if last == group.calendar.last_supported {
        return Ok(());
    }
    group.calendar.last_supported = last;
    group.calendar.kept_until = last + REMEMBERED_DAYS;
    group::update(tx, group)?;
    occupancy::set_igangsetter(tx, group.id, group.lead.whom(), last)?;
    for seat in accepted(tx, group)? {
        let standing = note::get(tx, seat.note)?.standing;
        note::set_standing(tx, seat.note, standing.keep_with_group(group.calendar.kept_until)?)?;
    }
    Ok(())
}
