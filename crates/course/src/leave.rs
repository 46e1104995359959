//! A note is left: sealed, stored, and its letter owed, in one transaction.

use chrono::{DateTime, Days, NaiveTime, Utc};
use model::{
    Chance, EmailAddress, Language, Letter, LetterId, NoteId, PlaceId, RecognitionWords, ShortCode, Standing, WeekBand,
    Wish, oslo_date, oslo_instant,
};
use store::{
    DbConn, course,
    note::{self, Note},
    outbox,
};
use vault::{SealedAt, Vault};

use crate::{
    Fault,
    collection::{choices_at, get_open},
    fault::Result,
};

/// The version of the text that people consent to; it is stored with the note. Raise it with every change of the text.
pub const CONSENT_VERSION: u16 = 1;

/// An interest note as its form was filled in; all of it is checked.
#[derive(Clone, Debug)]
pub struct NoteDraft {
    /// Where the person can meet.
    pub places: Vec<PlaceId>,
    /// When.
    pub times: Vec<WeekBand>,
    /// Where the answer goes.
    pub email: EmailAddress,
    /// In which language.
    pub language: Language,
}

/// What the person is shown after leaving a note. It is the same for known and unknown addresses (promise S7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The words that all letters will carry.
    pub words: RecognitionWords,
}

/// Leaves an unconfirmed note, and owes the letter that asks for confirmation.
///
/// # Errors
/// [`Fault::NoSuchCollection`], [`Fault::CollectionClosed`], [`Fault::CollectionFull`], [`Fault::NoSuchPlace`],
/// [`Fault::NoWish`].
pub fn submit(
    tx: &mut DbConn,
    (vault, chance): (&Vault, &Chance),
    code: &ShortCode,
    draft: &NoteDraft,
    now: DateTime<Utc>,
) -> Result<Receipt> {
    let note = leave(tx, (vault, chance), code, draft, now)?;
    let useless_after = oslo_instant(note.standing.kept_until() + Days::new(1), NaiveTime::MIN);
    let letter = Letter::ConfirmNote { note: note.id };
    outbox::push(tx, LetterId::random(chance), &letter, now, useless_after)?;
    Ok(Receipt { words: note.words })
}

/// The same without the letter, for an address that has got as many today as strangers may cause (promise S8).
/// All else is as ever, counts among it: nobody can find out that the address was written to (S7). The note can't be
/// confirmed, and is erased like others that are not.
///
/// # Errors
/// As [`submit`].
pub fn submit_silently(
    tx: &mut DbConn,
    both: (&Vault, &Chance),
    code: &ShortCode,
    draft: &NoteDraft,
    now: DateTime<Utc>,
) -> Result<Receipt> {
    let words = leave(tx, both, code, draft, now)?.words;
    Ok(Receipt { words })
}

fn leave(
    tx: &mut DbConn,
    (vault, chance): (&Vault, &Chance),
    code: &ShortCode,
    draft: &NoteDraft,
    now: DateTime<Utc>,
) -> Result<Note> {
    let today = oslo_date(now);
    let (collection, course) = get_open(tx, code, today)?;
    // First of all, so that those of a class who leave their notes at once wait here for each other, where little is
    // lost if they have to begin again.
    course::count_note(tx, collection.id)?;
    let choices = choices_at(tx, &course)?;
    let offered = |id: &PlaceId| {
        choices
            .own
            .iter()
            .chain(&choices.neighbours)
            .any(|place| place.id == *id)
    };
    if !draft.places.iter().all(offered) {
        return Err(Fault::NoSuchPlace);
    }
    let note = Note {
        id: NoteId::random(chance),
        region: choices.contact_point.region,
        contact_point: choices.contact_point.id,
        standing: Standing::left(today),
        language: draft.language,
        words: RecognitionWords::random(chance),
        consent_version: CONSENT_VERSION,
        generation: 1,
    };
    let address = vault.seal(&draft.email, SealedAt::note(note.id), chance)?;
    let index = vault.index(&draft.email);
    note::insert(tx, &note, &wishes(draft)?, address.as_bytes(), index.as_bytes())?;
    Ok(note)
}

/// The form asks for places and times apart; wishes are their product.
fn wishes(draft: &NoteDraft) -> Result<Vec<Wish>> {
    let mut wishes: Vec<Wish> = Vec::new();
    for place in &draft.places {
        for when in &draft.times {
            let wish = Wish {
                place: *place,
                when: *when,
                first_choice: false,
            };
            if !wishes.contains(&wish) {
                wishes.push(wish);
            }
        }
    }
    if wishes.is_empty() {
        Err(Fault::NoWish)
    } else {
        Ok(wishes)
    }
}
