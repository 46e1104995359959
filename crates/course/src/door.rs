//! The three doors through which a note comes: a collection's code, a paper slip, a contact point's own page.

use chrono::NaiveDate;
use model::{ReceiptCode, ShortCode, Slug};
use store::{
    DbConn,
    collection::{self, Collection},
    contact_point::{self, ContactPoint},
    course,
};
use vault::{CodeUse, Vault};

use crate::{Fault, fault::Result};

/// So many notes more than participants are taken, for those who need a second try (promise S8).
pub(crate) const SPARE_NOTES: u16 = 2;

/// Where somebody wants to leave a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Door {
    /// By the code on the poster of a collection, while that is open.
    Collection(ShortCode),
    /// By a paper slip, once, until 14 days after its collection has closed.
    Slip(ReceiptCode),
    /// On the permanent sign-up page of a contact point.
    ContactPoint(Slug),
}

/// What is behind a door that takes notes.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Where the note is left. All that it will ever point to (promise C1).
    pub contact_point: ContactPoint,
    /// The collection that counts it, if it comes from a course.
    pub collection: Option<Collection>,
}

/// Looks behind a door.
///
/// # Errors
/// [`Fault::NoSuchCollection`], [`Fault::CollectionClosed`], [`Fault::CollectionFull`], [`Fault::NoController`],
/// [`Fault::SlipUsed`].
pub(crate) fn enter(tx: &mut DbConn, vault: &Vault, door: &Door, today: NaiveDate) -> Result<Entry> {
    let entry = match door {
        Door::Collection(code) => {
            let found = collection::find_by_code(tx, code)?.ok_or(Fault::NoSuchCollection)?;
            let takes_notes = found.is_open(today);
            entry_of(tx, found, takes_notes)?
        }
        Door::Slip(code) => {
            let index = vault.code_index(code, CodeUse::Slip);
            let found = collection::find_by_slip(tx, index.as_bytes())?.ok_or(Fault::SlipUsed)?;
            let takes_notes = found.takes_slips(today);
            entry_of(tx, found, takes_notes)?
        }
        Door::ContactPoint(slug) => Entry {
            contact_point: contact_point::find_by_slug(tx, slug)?.ok_or(Fault::NoSuchCollection)?,
            collection: None,
        },
    };
    if entry.contact_point.controller.is_none() {
        return Err(Fault::NoController);
    }
    Ok(entry)
}

/// Counts a note that is left, and uses up its slip.
///
/// # Errors
/// [`Fault::SlipUsed`] if somebody was faster.
pub(crate) fn pass(tx: &mut DbConn, vault: &Vault, door: &Door, entry: &Entry) -> Result<()> {
    if let Door::Slip(code) = door {
        let index = vault.code_index(code, CodeUse::Slip);
        if !collection::use_slip(tx, index.as_bytes())? {
            return Err(Fault::SlipUsed);
        }
    }
    match &entry.collection {
        Some(collection) => Ok(collection::count_note(tx, collection.id)?),
        None => Ok(()),
    }
}

fn entry_of(tx: &mut DbConn, collection: Collection, takes_notes: bool) -> Result<Entry> {
    let course = course::find(tx, collection.course)?.ok_or(Fault::NoSuchCollection)?;
    if !takes_notes {
        return Err(Fault::CollectionClosed);
    }
    if collection.notes_left >= course.participants.saturating_add(SPARE_NOTES) {
        return Err(Fault::CollectionFull);
    }
    Ok(Entry {
        contact_point: contact_point::get(tx, course.contact_point)?,
        collection: Some(collection),
    })
}
