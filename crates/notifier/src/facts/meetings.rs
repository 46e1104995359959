//! The facts of letters to participants about a group in which they have a seat.

use chrono::{DateTime, NaiveDate, Utc};
use groups::MeetingState;
use letters::{Meeting, ParticipantNews};
use model::{GroupId, GroupState, NoteId, Practical, Purpose, SeatState};
use store::{DbConn, group, note};

use super::{
    Found, Gathered, Maker,
    participant::tell,
    seated::{self, Seated},
};

/// A note, and the group that its letter is about.
type Seat = (NoteId, GroupId);

pub(super) fn invitation(c: &mut DbConn, maker: &Maker, seat: Seat, today: NaiveDate) -> Found<Gathered> {
    let Some((Seated { note, group, .. }, meeting)) = offered(c, seat)? else {
        return Ok(None);
    };
    let news = ParticipantNews::Invitation {
        meeting,
        answer_by: group.calendar.answer_by(today),
        answer: maker.link(&note, Purpose::Answer),
    };
    tell(c, maker, &note, news)
}

pub(super) fn answer_reminder(c: &mut DbConn, maker: &Maker, seat: Seat, today: NaiveDate) -> Found<Gathered> {
    let Some((Seated { note, seat, .. }, meeting)) = offered(c, seat)? else {
        return Ok(None);
    };
    let Some(answer_by) = seat.answer_by.filter(|last| today <= *last) else {
        return Ok(None);
    };
    let news = ParticipantNews::AnswerReminder {
        meeting,
        answer_by,
        today,
        answer: maker.link(&note, Purpose::Answer),
    };
    tell(c, maker, &note, news)
}

pub(super) fn meeting_on(c: &mut DbConn, maker: &Maker, seat: Seat) -> Found<Gathered> {
    let Some((Seated { note, .. }, meeting)) = ready(c, seat)? else {
        return Ok(None);
    };
    tell(c, maker, &note, ParticipantNews::MeetingOn { meeting })
}

/// Yesterday's letter about tomorrow is wrong today.
pub(super) fn meeting_tomorrow(c: &mut DbConn, maker: &Maker, seat: Seat, today: NaiveDate) -> Found<Gathered> {
    let is_tomorrow = |(_, meeting): &(Seated, Meeting)| today.succ_opt() == Some(meeting.date);
    let Some((Seated { note, .. }, meeting)) = ready(c, seat)?.filter(is_tomorrow) else {
        return Ok(None);
    };
    tell(c, maker, &note, ParticipantNews::MeetingTomorrow { meeting })
}

/// By now the seat is gone, and the note may have another one: what it says of this one stays true.
pub(super) fn meeting_off(c: &mut DbConn, maker: &Maker, (note, group): Seat) -> Found<Gathered> {
    let group = group::find(c, group)?.filter(|group| group.state == GroupState::Dissolved);
    let Some((note, group)) = note::find(c, note)?.zip(group) else {
        return Ok(None);
    };
    let planned = seated::as_planned(&group, group.calendar.first_meeting);
    let meeting = seated::first_meeting(c, &group)?.unwrap_or(planned);
    tell(c, maker, &note, ParticipantNews::MeetingOff { meeting })
}

pub(super) fn meeting_cancelled(
    c: &mut DbConn,
    maker: &Maker,
    seat: Seat,
    (planned, today): (NaiveDate, NaiveDate),
) -> Found<Gathered> {
    let is_cancelled = |(_, found): &(Seated, groups::Meeting)| found.state == MeetingState::Cancelled;
    let Some((Seated { note, group, .. }, found)) = changed(c, seat, planned)?.filter(is_cancelled) else {
        return Ok(None);
    };
    let (date, time) = found.heard;
    let place = group.letter_name;
    let meeting = Meeting { date, time, place };
    tell(c, maker, &note, ParticipantNews::MeetingCancelled { meeting, today })
}

pub(super) fn meeting_moved(c: &mut DbConn, maker: &Maker, seat: Seat, planned: NaiveDate) -> Found<Gathered> {
    let Some((Seated { note, group, .. }, found)) = changed(c, seat, planned)? else {
        return Ok(None);
    };
    let is_moved = matches!(found.state, MeetingState::On { moved: true, .. });
    let Some(to) = seated::shown(&group, found.state).filter(|_| is_moved) else {
        return Ok(None);
    };
    tell(c, maker, &note, ParticipantNews::MeetingMoved { from: planned, to })
}

pub(super) fn practical_message(
    c: &mut DbConn,
    maker: &Maker,
    seat: Seat,
    (message, now): (Practical, DateTime<Utc>),
) -> Found<Gathered> {
    let Some(Seated { note, group, .. }) = seated::find(c, seat, SeatState::Accepted, GroupState::is_announced)? else {
        return Ok(None);
    };
    let Some(next) = seated::next_meeting(c, &group, now)? else {
        return Ok(None);
    };
    tell(c, maker, &note, ParticipantNews::PracticalMessage { message, next })
}

/// Somebody may have been found meanwhile, who will be there.
pub(super) fn no_igangsetter(
    c: &mut DbConn,
    maker: &Maker,
    seat: Seat,
    (planned, now): (NaiveDate, DateTime<Utc>),
) -> Found<Gathered> {
    let is_alone = |(seated, found): &(Seated, groups::Meeting)| {
        seated.group.lead.certain().is_none() && found.begins_at().is_some_and(|begins| begins > now)
    };
    let Some((Seated { note, group, .. }, found)) = changed(c, seat, planned)?.filter(is_alone) else {
        return Ok(None);
    };
    let Some(meeting) = seated::shown(&group, found.state) else {
        return Ok(None);
    };
    tell(c, maker, &note, ParticipantNews::NoIgangsetter { meeting })
}

/// A seat that is offered and not answered, with the first meeting.
fn offered(c: &mut DbConn, seat: Seat) -> Found<(Seated, Meeting)> {
    let found = seated::find(c, seat, SeatState::Invited, |state| state == GroupState::Inviting)?;
    with_first_meeting(c, found)
}

/// A seat in a group that is about to meet, with the first meeting.
fn ready(c: &mut DbConn, seat: Seat) -> Found<(Seated, Meeting)> {
    let found = seated::find(c, seat, SeatState::Accepted, |state| state == GroupState::Ready)?;
    with_first_meeting(c, found)
}

fn with_first_meeting(c: &mut DbConn, found: Option<Seated>) -> Found<(Seated, Meeting)> {
    let Some(found) = found else {
        return Ok(None);
    };
    let first = seated::first_meeting(c, &found.group)?;
    Ok(first.map(|first| (found, first)))
}

/// A seat that is taken, with what has become of one meeting.
fn changed(c: &mut DbConn, seat: Seat, planned: NaiveDate) -> Found<(Seated, groups::Meeting)> {
    let Some(found) = seated::find(c, seat, SeatState::Accepted, GroupState::is_announced)? else {
        return Ok(None);
    };
    let meeting = seated::meeting_of(c, &found.group, planned)?;
    Ok(meeting.map(|meeting| (found, meeting)))
}
