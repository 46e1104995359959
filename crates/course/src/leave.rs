//! A note is left: stored, counted, and its letter owed or its code drawn, in one transaction.

use chrono::{DateTime, Utc};
use model::{
    Cell, Chance, EmailAddress, GroupId, Language, Letter, LetterId, NoteId, PlaceId, ReceiptCode, RecognitionWords,
    Standing, WeekBand, Wish, end_of, oslo_date,
};
use store::{
    DbConn, address,
    note::{self, Note, Reached},
    outbox,
};
use vault::{CodeUse, SealedAt, Vault};

use crate::{
    Choices, Door, Fault,
    choices::choices_of,
    door::{enter, pass},
    fault::Result,
};

/// The version of the text that people consent to; it is stored with the note. Raise it with every change of the text.
pub const CONSENT_VERSION: u16 = 2;

/// How the person wants to hear of a group.
#[derive(Clone, Debug)]
pub enum Reach {
    /// By letters.
    Email(EmailAddress),
    /// By looking it up with a receipt code: no address is kept (promise C13).
    Code,
}

/// An interest note as its form was filled in; all of it is checked.
#[derive(Clone, Debug)]
pub struct NoteDraft {
    /// Where the person can meet; may be empty with a planned start.
    pub places: Vec<PlaceId>,
    /// When; may be empty with a planned start.
    pub times: Vec<WeekBand>,
    /// How the answer reaches them.
    pub reach: Reach,
    /// In which language.
    pub language: Language,
    /// Whether the date of the planned start is ticked. Where there is none any more, it counts as not ticked.
    pub planned: bool,
}

/// What the person is shown after leaving a note. It is the same for known and unknown addresses (promise S7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The words that all letters will carry.
    pub words: RecognitionWords,
    /// The code of whoever leaves no address. Nobody can tell it again.
    pub code: Option<ReceiptCode>,
}

/// Leaves an unconfirmed note, and owes the letter that asks for confirmation, or draws the code whose first look-up
/// confirms it. Unless `may_write`, all is the same but for the letter, of which the address has had too many today
/// (promise S8); it can still be asked for with [`find_note`](crate::find_note).
///
/// # Errors
/// [`Fault::NoSuchCollection`], [`Fault::CollectionClosed`], [`Fault::CollectionFull`], [`Fault::NoController`],
/// [`Fault::SlipUsed`], [`Fault::NoSuchPlace`], [`Fault::NoWish`].
pub fn submit(
    tx: &mut DbConn,
    (vault, chance): (&Vault, &Chance),
    (door, draft): (&Door, &NoteDraft),
    may_write: bool,
    now: DateTime<Utc>,
) -> Result<Receipt> {
    let entry = enter(tx, vault, door, oslo_date(now))?;
    // First of all, so that those of a class who leave their notes at once wait here for each other, where little is
    // lost if they have to begin again.
    pass(tx, vault, door, &entry)?;
    let choices = choices_of(tx, &entry)?;
    let planned = choices.planned.as_ref().filter(|_| draft.planned);
    let wishes = wishes(draft, &choices, planned.map(|planned| planned.group.cell))?;
    let mut note = new_note(chance, draft, &choices, oslo_date(now));
    note.planned = planned.map(|planned| planned.group.id);
    let left = (&note, wishes.as_slice());
    let code = match &draft.reach {
        Reach::Email(email) => {
            leave_for_letters(tx, (vault, chance), left, (email, may_write), now)?;
            None
        }
        Reach::Code => Some(leave_for_code(tx, (vault, chance), left)?),
    };
    Ok(Receipt {
        words: note.words,
        code,
    })
}

fn new_note(chance: &Chance, draft: &NoteDraft, choices: &Choices, today: chrono::NaiveDate) -> Note {
    Note {
        id: NoteId::random(chance),
        region: choices.contact_point.region,
        contact_point: choices.contact_point.id,
        standing: Standing::left(today),
        language: draft.language,
        words: RecognitionWords::random(chance),
        consent_version: CONSENT_VERSION,
        generation: 1,
        by_code: matches!(draft.reach, Reach::Code),
        planned: None::<GroupId>,
    }
}

/// Nobody is reminded of a letter that they never got.
fn leave_for_letters(
    tx: &mut DbConn,
    (vault, chance): (&Vault, &Chance),
    (note, wishes): (&Note, &[Wish]),
    (email, may_write): (&EmailAddress, bool),
    now: DateTime<Utc>,
) -> Result<()> {
    let sealed = vault.seal(email, SealedAt::note(note.id), chance)?;
    let indexes = vault.indexes(email);
    address::renew_index(tx, indexes.newest.as_bytes(), &indexes.older)?;
    note::outdate(tx, note.region, indexes.newest.as_bytes())?;
    let reached = Reached::Address {
        sealed: sealed.as_bytes(),
        index: indexes.newest.as_bytes(),
    };
    if may_write {
        note::insert(tx, note, wishes, reached)?;
        return owe_confirmation(tx, chance, note, now);
    }
    let standing = note.standing.unprompted();
    let note = Note {
        standing,
        ..note.clone()
    };
    Ok(note::insert(tx, &note, wishes, reached)?)
}

fn leave_for_code(
    tx: &mut DbConn,
    (vault, chance): (&Vault, &Chance),
    (note, wishes): (&Note, &[Wish]),
) -> Result<ReceiptCode> {
    let code = ReceiptCode::random(chance);
    let index = vault.code_index(&code, CodeUse::Receipt);
    let reached = Reached::Code {
        index: index.as_bytes(),
    };
    note::insert(tx, note, wishes, reached)?;
    Ok(code)
}

fn owe_confirmation(tx: &mut DbConn, chance: &Chance, note: &Note, now: DateTime<Utc>) -> Result<()> {
    let letter = Letter::ConfirmNote { note: note.id };
    let useless_after = end_of(note.standing.kept_until());
    Ok(outbox::push(tx, LetterId::random(chance), &letter, now, useless_after)?)
}

/// The form asks for places and times apart; wishes are their product. Whoever ticks the planned start wishes for its
/// place and time too, and can wait for another group there if it is full.
fn wishes(draft: &NoteDraft, choices: &Choices, planned: Option<Cell>) -> Result<Vec<Wish>> {
    let is_offered = |id: &PlaceId| {
        let mut offered = choices.own.iter().chain(&choices.neighbours);
        offered.any(|place| place.id == *id)
    };
    if !draft.places.iter().all(is_offered) {
        return Err(Fault::NoSuchPlace);
    }
    let ticked = draft
        .places
        .iter()
        .flat_map(|place| draft.times.iter().map(|when| (*place, *when)));
    let planned = planned.map(|cell| (cell.place, cell.time.week_band()));
    let mut wishes: Vec<Wish> = Vec::new();
    for (place, when) in ticked.chain(planned) {
        let wish = Wish {
            place,
            when,
            first_choice: false,
        };
        if !wishes.contains(&wish) {
            wishes.push(wish);
        }
    }
    if wishes.is_empty() {
        Err(Fault::NoWish)
    } else {
        Ok(wishes)
    }
}
