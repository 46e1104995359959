//! What a letter tells, gathered at the moment it is sent: the outbox holds references only (promise L1).
//!
//! A letter whose recipient is gone, or that has been overtaken by what its recipient did, has no facts.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use letters::{Facts, Meeting, ToParticipant};
use model::{
    GroupId, GroupState, Language, Letter, Link, LinkClaim, NoteId, NoteState, Purpose, SeatState, SignInId, StaffId,
    oslo_date,
};
use store::{DbConn, group::Group, note::Note};
use vault::{SealedAddress, SealedAt, Vault};

use crate::PublicUrl;

/// What links and codes are made from.
#[derive(Clone)]
pub(crate) struct Maker {
    pub(crate) vault: Vault,
    pub(crate) public_url: PublicUrl,
}

/// A letter's facts, and its recipient's address, still sealed.
pub(crate) struct Gathered {
    pub(crate) sealed: SealedAddress,
    pub(crate) sealed_at: SealedAt,
    pub(crate) language: Language,
    pub(crate) facts: Facts,
}

/// Gathers what a letter tells; `None` if nobody is left to be told.
pub(crate) fn gather(
    c: &mut DbConn,
    maker: &Maker,
    letter: &Letter,
    now: DateTime<Utc>,
) -> store::Result<Option<Gathered>> {
    let today = oslo_date(now);
    match *letter {
        Letter::ConfirmNote { note } => confirm_note(c, maker, note, today),
        Letter::Invitation { note, group } => invitation(c, maker, note, group, today),
        Letter::MeetingOn { note, group } => meeting_on(c, maker, note, group),
        Letter::MeetingOff { note, group } => meeting_off(c, maker, note, group),
        Letter::StillInterested { note } => still_interested(c, maker, note),
        Letter::AskedToLead { staff, group } => asked_to_lead(c, maker, staff, group),
        Letter::ParticipantsReady { staff, group } => participants_ready(c, maker, staff, group),
        Letter::GroupOff { staff, group } => group_off(c, maker, staff, group),
        Letter::SignInCode { sign_in } => sign_in_code(c, maker, sign_in, now),
    }
}

fn confirm_note(c: &mut DbConn, maker: &Maker, note: NoteId, today: NaiveDate) -> store::Result<Option<Gathered>> {
    let Some(note) = note_that_is(c, note, NoteState::Unconfirmed)? else {
        return Ok(None);
    };
    let days = (note.standing.kept_until() - today).num_days();
    let facts = Facts::ConfirmNote {
        to: maker.to(&note),
        confirm: maker.link(&note, Purpose::Confirm),
        // On the last day there is still what is left of it.
        days: u64::try_from(days).unwrap_or_default().max(1),
    };
    to_participant(c, &note, facts).map(Some)
}

fn invitation(
    c: &mut DbConn,
    maker: &Maker,
    note: NoteId,
    group: GroupId,
    today: NaiveDate,
) -> store::Result<Option<Gathered>> {
    let Some((note, group)) = seated(c, note, group, GroupState::Inviting, SeatState::Invited)? else {
        return Ok(None);
    };
    let facts = Facts::Invitation {
        to: maker.to(&note),
        meeting: meeting(&group),
        answer_by: group.calendar.answer_by(today),
        answer: maker.link(&note, Purpose::Answer),
    };
    to_participant(c, &note, facts).map(Some)
}

fn meeting_on(c: &mut DbConn, maker: &Maker, note: NoteId, group: GroupId) -> store::Result<Option<Gathered>> {
    let Some((note, group)) = seated(c, note, group, GroupState::Ready, SeatState::Accepted)? else {
        return Ok(None);
    };
    let facts = Facts::MeetingOn {
        to: maker.to(&note),
        meeting: meeting(&group),
    };
    to_participant(c, &note, facts).map(Some)
}

fn meeting_off(c: &mut DbConn, maker: &Maker, note: NoteId, group: GroupId) -> store::Result<Option<Gathered>> {
    let (Some(note), Some(group)) = (store::note::find(c, note)?, store::group::find(c, group)?) else {
        return Ok(None);
    };
    let facts = Facts::MeetingOff {
        to: maker.to(&note),
        meeting: meeting(&group),
    };
    to_participant(c, &note, facts).map(Some)
}

fn still_interested(c: &mut DbConn, maker: &Maker, note: NoteId) -> store::Result<Option<Gathered>> {
    let Some(note) = note_that_is(c, note, NoteState::Paused)? else {
        return Ok(None);
    };
    let facts = Facts::StillInterested {
        to: maker.to(&note),
        erased_after: note.standing.kept_until(),
    };
    to_participant(c, &note, facts).map(Some)
}

fn asked_to_lead(c: &mut DbConn, maker: &Maker, staff: StaffId, group: GroupId) -> store::Result<Option<Gathered>> {
    let Some(group) = store::group::find(c, group)?.filter(|group| group.state == GroupState::Asked) else {
        return Ok(None);
    };
    let facts = Facts::AskedToLead {
        meeting: meeting(&group),
        desk: maker.desk(),
    };
    to_member(c, staff, facts)
}

fn participants_ready(
    c: &mut DbConn,
    maker: &Maker,
    staff: StaffId,
    group: GroupId,
) -> store::Result<Option<Gathered>> {
    let Some(group) = store::group::find(c, group)?.filter(|group| group.state == GroupState::Ready) else {
        return Ok(None);
    };
    let seats = store::seat::list(c, group.id)?;
    let facts = Facts::ParticipantsReady {
        meeting: meeting(&group),
        participants: seats.iter().filter(|seat| seat.state == SeatState::Accepted).count(),
        desk: maker.desk(),
    };
    to_member(c, staff, facts)
}

fn group_off(c: &mut DbConn, maker: &Maker, staff: StaffId, group: GroupId) -> store::Result<Option<Gathered>> {
    let Some(group) = store::group::find(c, group)? else {
        return Ok(None);
    };
    let facts = Facts::GroupOff {
        meeting: meeting(&group),
        desk: maker.desk(),
    };
    to_member(c, staff, facts)
}

/// For an address that nobody has there is a letter too, and no recipient.
fn sign_in_code(
    c: &mut DbConn,
    maker: &Maker,
    sign_in: SignInId,
    now: DateTime<Utc>,
) -> store::Result<Option<Gathered>> {
    let Some(attempt) = store::sign_in::find(c, sign_in)?.filter(|attempt| attempt.expires_at > now) else {
        return Ok(None);
    };
    let Some(staff) = attempt.staff else {
        return Ok(None);
    };
    // Rounded up: of 30 minutes, a moment has always passed.
    let left = attempt.expires_at - now + TimeDelta::seconds(59);
    let facts = Facts::SignInCode {
        code: maker.vault.sign_in_code(sign_in),
        minutes: left.num_minutes(),
    };
    to_member(c, staff, facts)
}

impl Maker {
    fn to(&self, note: &Note) -> ToParticipant {
        ToParticipant {
            words: note.words,
            my_note: self.link(note, Purpose::MyNote),
        }
    }

    fn link(&self, note: &Note, purpose: Purpose) -> String {
        let claim = LinkClaim {
            note: note.id,
            purpose,
            generation: note.generation,
        };
        self.public_url.to(&Link::Token(self.vault.link_token(&claim)))
    }

    fn desk(&self) -> String {
        self.public_url.to(&Link::Desk)
    }
}

fn note_that_is(c: &mut DbConn, note: NoteId, state: NoteState) -> store::Result<Option<Note>> {
    let note = store::note::find(c, note)?;
    Ok(note.filter(|note| note.standing.state() == state))
}

/// The note and the group, if the note's seat there is still what the letter is about.
fn seated(
    c: &mut DbConn,
    note: NoteId,
    group: GroupId,
    group_is: GroupState,
    seat_is: SeatState,
) -> store::Result<Option<(Note, Group)>> {
    let seat = store::seat::find(c, group, note)?.filter(|seat| seat.state == seat_is);
    let group = store::group::find(c, group)?.filter(|group| group.state == group_is);
    let note = store::note::find(c, note)?;
    Ok(seat.and(note).zip(group))
}

fn meeting(group: &Group) -> Meeting {
    Meeting {
        date: group.calendar.first_meeting,
        time: group.cell.time.starts_at,
        place: group.place_name.clone(),
    }
}

fn to_participant(c: &mut DbConn, note: &Note, facts: Facts) -> store::Result<Gathered> {
    Ok(Gathered {
        sealed: SealedAddress::from_bytes(store::note::get_sealed_address(c, note.id)?),
        sealed_at: SealedAt::note(note.id),
        language: note.language,
        facts,
    })
}

fn to_member(c: &mut DbConn, staff: StaffId, facts: Facts) -> store::Result<Option<Gathered>> {
    let sealed = match store::staff::get_sealed_address(c, staff) {
        Err(store::Fault::Missing(_)) => return Ok(None),
        sealed => sealed?,
    };
    Ok(Some(Gathered {
        sealed: SealedAddress::from_bytes(sealed),
        sealed_at: SealedAt::staff(staff),
        language: store::staff::get_language(c, staff)?,
        facts,
    }))
}
