//! A person comes back without a link: with a receipt code, or with the address.

use chrono::{DateTime, Utc};
use model::{Chance, EmailAddress, Letter, LetterId, NoteId, NoteState, end_of, oslo_date};
use store::{
    DbConn,
    note::{self, Note},
    outbox,
};
use vault::{CodeUse, Vault};

use crate::{Confirmed, confirm, fault::Result};

/// How many notes of one address get new links at once: three letters a day are borne (promise S8).
const MOST_LINKS: usize = 3;

/// The note of a receipt code, with what looking it up for the first time led to: that confirms it (promise C13).
/// `None` if no note has the code.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn look_up(
    tx: &mut DbConn,
    (vault, chance): (&Vault, &Chance),
    code: &model::ReceiptCode,
    now: DateTime<Utc>,
) -> Result<Option<(Note, Confirmed)>> {
    let index = vault.code_index(code, CodeUse::Receipt);
    let Some(found) = note::find_by_code(tx, index.as_bytes())? else {
        return Ok(None);
    };
    let confirmed = confirm(tx, chance, found.id, now)?;
    Ok(Some((note::get(tx, found.id)?, confirmed)))
}

/// "Find my note": owes new links to the notes of an address, and kills the older ones (promise S1). One that has not
/// been confirmed gets the letter again that asks for it. Unless `may_write`, nothing changes, for the address has had
/// too many letters today.
///
/// For an unknown address the same statements are made (promise S7).
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn find_note(
    tx: &mut DbConn,
    (vault, chance): (&Vault, &Chance),
    email: &EmailAddress,
    may_write: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    let found = note::list_by_address(tx, &vault.indexes(email).all())?;
    if !may_write {
        return Ok(());
    }
    let nobody = std::iter::repeat(NOBODY);
    for note in found.into_iter().chain(nobody).take(MOST_LINKS) {
        send_link(tx, chance, note, now)?;
    }
    Ok(())
}

/// An identity that is never drawn: a random one has bits that say so.
const NOBODY: NoteId = NoteId::from_bytes([0; 16]);

fn send_link(tx: &mut DbConn, chance: &Chance, note: NoteId, now: DateTime<Utc>) -> Result<()> {
    let found = note::find(tx, note)?;
    let letter = found.as_ref().map(link_to);
    let kind = letter.as_ref().map_or("", Letter::kind);
    let kept_until = found.map_or(oslo_date(now), |note| note.standing.kept_until());
    note::raise_generation(tx, note)?;
    outbox::cancel(tx, note, kind)?;
    let id = LetterId::random(chance);
    Ok(outbox::push_or_pretend(
        tx,
        id,
        letter.as_ref(),
        now,
        end_of(kept_until),
    )?)
}

fn link_to(note: &Note) -> Letter {
    match note.standing.state() {
        NoteState::Unconfirmed => Letter::ConfirmNote { note: note.id },
        _ => Letter::NewLink { note: note.id },
    }
}
