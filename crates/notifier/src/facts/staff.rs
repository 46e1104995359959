//! The facts of letters to staff.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use letters::{Facts, Participant, StaffNews};
use model::{GroupId, GroupState, Link, MIN_SIZE, NoteId, SeatState, SignInId, StaffId};
use store::{
    DbConn, contact_point,
    group::{self, Group},
    seat, sign_in, staff,
};
use vault::{SealedAddress, SealedAt};

use super::{
    Found, Gathered, Maker, office,
    seated::{self, Seated},
};

pub(super) fn asked_to_lead(
    c: &mut DbConn,
    maker: &Maker,
    (whom, group): (StaffId, GroupId),
    now: DateTime<Utc>,
) -> Found<Gathered> {
    let is_asked = |group: &Group| group.lead.whom() == Some(whom) && group.lead.certain().is_none();
    let Some(group) = group::find(c, group)?.filter(is_asked) else {
        return Ok(None);
    };
    let is_announced = group.state.is_announced();
    let meeting = if is_announced {
        seated::next_meeting(c, &group, now)?
    } else {
        seated::first_meeting(c, &group)?
    };
    let (Some(meeting), true) = (meeting, is_announced || group.state == GroupState::Asked) else {
        return Ok(None);
    };
    let desk = maker.desk();
    let news = StaffNews::AskedToLead {
        meeting,
        is_announced,
        desk,
    };
    tell(c, whom, news)
}

/// Once the group is ready, another letter says more.
pub(super) fn set_to_lead(c: &mut DbConn, maker: &Maker, (whom, group): (StaffId, GroupId)) -> Found<Gathered> {
    let is_under_way = |group: &Group| matches!(group.state, GroupState::Open | GroupState::Inviting);
    let Some(group) = led(c, (whom, group))?.filter(is_under_way) else {
        return Ok(None);
    };
    let Some(meeting) = seated::first_meeting(c, &group)? else {
        return Ok(None);
    };
    let desk = maker.desk();
    tell(c, whom, StaffNews::SetToLead { meeting, desk })
}

pub(super) fn participants_ready(c: &mut DbConn, maker: &Maker, (whom, group): (StaffId, GroupId)) -> Found<Gathered> {
    let Some(group) = led(c, (whom, group))?.filter(|group| group.state == GroupState::Ready) else {
        return Ok(None);
    };
    let Some(meeting) = seated::first_meeting(c, &group)? else {
        return Ok(None);
    };
    let news = StaffNews::ParticipantsReady {
        meeting,
        participants: count_accepted(c, &group)?,
        desk: maker.desk(),
    };
    tell(c, whom, news)
}

pub(super) fn group_changed(
    c: &mut DbConn,
    maker: &Maker,
    (whom, group): (StaffId, GroupId),
    now: DateTime<Utc>,
) -> Found<Gathered> {
    let Some(group) = led(c, (whom, group))?.filter(|group| group.state.is_announced()) else {
        return Ok(None);
    };
    let Some(next) = seated::next_meeting(c, &group, now)? else {
        return Ok(None);
    };
    let participants = count_accepted(c, &group)?;
    let news = StaffNews::GroupChanged {
        next,
        participants,
        is_short: group.state == GroupState::Ready && participants < MIN_SIZE,
        desk: maker.desk(),
    };
    tell(c, whom, news)
}

/// The one letter that names a participant, so nobody reads it who does not lead the group any more (promise L7).
pub(super) fn absence(
    c: &mut DbConn,
    maker: &Maker,
    whom: StaffId,
    (note, group, planned): (NoteId, GroupId, NaiveDate),
) -> Found<Gathered> {
    let found = seated::find(c, (note, group), SeatState::Accepted, GroupState::is_announced)?;
    let Some(Seated { group, seat, .. }) = found.filter(|found| found.group.lead.certain() == Some(whom)) else {
        return Ok(None);
    };
    let found = seated::meeting_of(c, &group, planned)?;
    let meeting = found.and_then(|found| seated::shown(&group, found.state));
    let (Some(meeting), Some(number)) = (meeting, seat.number) else {
        return Ok(None);
    };
    let news = StaffNews::Absence {
        who: Participant {
            number,
            nickname: seat.nickname,
        },
        date: meeting.date,
        desk: maker.desk(),
    };
    tell(c, whom, news)
}

pub(super) fn group_off(c: &mut DbConn, maker: &Maker, (whom, group): (StaffId, GroupId)) -> Found<Gathered> {
    let Some(group) = group::find(c, group)?.filter(|group| group.state == GroupState::Dissolved) else {
        return Ok(None);
    };
    let planned = seated::as_planned(&group, group.calendar.first_meeting);
    let news = StaffNews::GroupOff {
        meeting: seated::first_meeting(c, &group)?.unwrap_or(planned),
        desk: maker.desk(),
    };
    tell(c, whom, news)
}

/// For an address that nobody has there is a letter too, and no recipient.
pub(super) fn sign_in_code(c: &mut DbConn, maker: &Maker, attempt: SignInId, now: DateTime<Utc>) -> Found<Gathered> {
    let Some(attempt) = sign_in::find(c, attempt)?.filter(|attempt| attempt.expires_at > now) else {
        return Ok(None);
    };
    let Some(whom) = attempt.staff else {
        return Ok(None);
    };
    // Rounded up: of 30 minutes, a moment has always passed.
    let left = attempt.expires_at - now + TimeDelta::seconds(59);
    let news = StaffNews::SignInCode {
        code: maker.vault.sign_in_code(attempt.id),
        minutes: left.num_minutes(),
    };
    tell(c, whom, news)
}

pub(super) fn welcome(c: &mut DbConn, maker: &Maker, whom: StaffId) -> Found<Gathered> {
    let Some(member) = staff::find(c, whom)? else {
        return Ok(None);
    };
    let news = StaffNews::Welcome {
        contact_point: contact_point::get(c, member.contact_point)?.name,
        sign_in: maker.public_url.to(&Link::SignIn),
    };
    tell(c, whom, news)
}

pub(super) fn tasks(c: &mut DbConn, maker: &Maker, whom: StaffId, now: DateTime<Utc>) -> Found<Gathered> {
    let Some(member) = staff::find(c, whom)?.filter(|member| member.roles.coordinator) else {
        return Ok(None);
    };
    let count = groups::count_tasks(c, member.region, now)?;
    if count == 0 {
        return Ok(None);
    }
    let desk = maker.desk();
    tell(c, whom, StaffNews::Tasks { count, desk })
}

/// The group, if this is whoever leads it for certain.
fn led(c: &mut DbConn, (whom, group): (StaffId, GroupId)) -> Found<Group> {
    let group = group::find(c, group)?;
    Ok(group.filter(|group| group.lead.certain() == Some(whom)))
}

fn count_accepted(c: &mut DbConn, group: &Group) -> store::Result<usize> {
    let seats = seat::list(c, group.id)?;
    Ok(seats.iter().filter(|seat| seat.state == SeatState::Accepted).count())
}

pub(super) fn tell(c: &mut DbConn, whom: StaffId, news: StaffNews) -> Found<Gathered> {
    let Some(member) = staff::find(c, whom)? else {
        return Ok(None);
    };
    Ok(Some(Gathered {
        sealed: SealedAddress::from_bytes(staff::get_sealed_address(c, whom)?),
        sealed_at: SealedAt::staff(whom),
        language: staff::get_language(c, whom)?,
        office: office(c, member.contact_point)?,
        facts: Facts::Staff(news),
    }))
}
