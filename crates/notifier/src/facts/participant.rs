//! The facts of letters to participants about their address and their waiting.

use chrono::NaiveDate;
use letters::{Facts, ParticipantNews, ToParticipant, WhyAsked};
use model::{ASKED_BEFORE, Link, LinkClaim, NoteId, NoteState, Purpose};
use store::{
    DbConn,
    note::{self, Note},
};
use vault::{SealedAddress, SealedAt};

use super::{Found, Gathered, Maker, office};

pub(super) fn confirm_note(c: &mut DbConn, maker: &Maker, note: NoteId, today: NaiveDate) -> Found<Gathered> {
    let Some(note) = note_that_is(c, note, NoteState::Unconfirmed)? else {
        return Ok(None);
    };
    let (confirm, days) = (maker.link(&note, Purpose::Confirm), days_left(&note, today));
    tell(c, maker, &note, ParticipantNews::ConfirmNote { confirm, days })
}

pub(super) fn confirm_reminder(c: &mut DbConn, maker: &Maker, note: NoteId, today: NaiveDate) -> Found<Gathered> {
    let Some(note) = note_that_is(c, note, NoteState::Unconfirmed)? else {
        return Ok(None);
    };
    let (confirm, days) = (maker.link(&note, Purpose::Confirm), days_left(&note, today));
    tell(c, maker, &note, ParticipantNews::ConfirmReminder { confirm, days })
}

pub(super) fn still_looking(c: &mut DbConn, maker: &Maker, note: NoteId, today: NaiveDate) -> Found<Gathered> {
    let Some(note) = note_that_is(c, note, NoteState::Waiting)?.filter(|note| !is_asked(note, today)) else {
        return Ok(None);
    };
    tell(c, maker, &note, ParticipantNews::StillLooking)
}

/// Whoever has said yes waits for six months more, and is not asked until the last of them.
pub(super) fn still_interested(c: &mut DbConn, maker: &Maker, note: NoteId, today: NaiveDate) -> Found<Gathered> {
    let Some(note) = note::find(c, note)? else {
        return Ok(None);
    };
    let why = match note.standing.state() {
        NoteState::Paused => WhyAsked::Silent,
        NoteState::Waiting if is_asked(&note, today) => WhyAsked::WaitedLong,
        _ => return Ok(None),
    };
    let erased_after = note.standing.kept_until();
    tell(c, maker, &note, ParticipantNews::StillInterested { erased_after, why })
}

pub(super) fn new_link(c: &mut DbConn, maker: &Maker, note: NoteId) -> Found<Gathered> {
    let confirmed = note::find(c, note)?.filter(|note| note.standing.state() != NoteState::Unconfirmed);
    match confirmed {
        Some(note) => tell(c, maker, &note, ParticipantNews::NewLink),
        None => Ok(None),
    }
}

/// The letter of this news. A note with a receipt code has no address, and gets none (promise C13).
pub(super) fn tell(c: &mut DbConn, maker: &Maker, note: &Note, news: ParticipantNews) -> Found<Gathered> {
    let sealed = match note::get_sealed_address(c, note.id) {
        Err(store::Fault::Missing(_)) => return Ok(None),
        sealed => sealed?,
    };
    let to = ToParticipant {
        words: note.words,
        my_note: maker.link(note, Purpose::MyNote),
    };
    Ok(Some(Gathered {
        sealed: SealedAddress::from_bytes(sealed),
        sealed_at: SealedAt::note(note.id),
        language: note.language,
        office: office(c, note.contact_point)?,
        facts: Facts::Participant(to, news),
    }))
}

impl Maker {
    pub(super) fn link(&self, note: &Note, purpose: Purpose) -> String {
        let claim = LinkClaim {
            note: note.id,
            purpose,
            generation: note.generation,
        };
        self.public_url
            .to(&Link::Token(self.vault.link_token(&claim, self.link_key)))
    }
}

fn note_that_is(c: &mut DbConn, note: NoteId, state: NoteState) -> Found<Note> {
    let note = note::find(c, note)?;
    Ok(note.filter(|note| note.standing.state() == state))
}

/// On the last day there is still what is left of it.
fn days_left(note: &Note, today: NaiveDate) -> u64 {
    let days = (note.standing.kept_until() - today).num_days();
    u64::try_from(days).unwrap_or_default().max(1)
}

/// True in the last month of waiting, in which people are asked whether to go on.
fn is_asked(note: &Note, today: NaiveDate) -> bool {
    today >= note.standing.kept_until() - ASKED_BEFORE
}
