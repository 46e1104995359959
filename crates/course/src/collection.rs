//! Collections: one opening at one course, its code, its paper slips, and what its leader is told.

use chrono::{DateTime, Days, NaiveDate, Utc};
use groups::StartOption;
use model::{ANSWER_DAYS, Chance, CollectionId, CourseId, ReceiptCode, ShortCode, oslo_date};
pub use store::collection::Demand;
use store::{
    DbConn,
    collection::{self, Collection},
    contact_point,
    course::Course,
    group,
    staff::Member,
};
use vault::{CodeUse, Vault};

use crate::{Fault, door::SPARE_NOTES, fault::Result, get_course};

/// A collection is open on the day of the last session and on this many days after it.
const OPEN_DAYS: Days = Days::new(7);

/// Opens a collection, with a planned start if there is one. Nobody can where the contact point names no controller:
/// somebody must answer for what is collected.
///
/// It closes a week after the last session, or a week from today if that is later. With a planned start it closes so
/// early that those who are asked to fill the group have their days to answer.
///
/// # Errors
/// [`Fault::NotYours`]; [`Fault::NoController`]; [`Fault::Groups`] if the start can't be had any more.
pub fn open_collection(
    tx: &mut DbConn,
    chance: &Chance,
    by: &Member,
    (course, planned): (CourseId, Option<&StartOption>),
    now: DateTime<Utc>,
) -> Result<CollectionId> {
    let (course, _) = get_course(tx, by, course)?;
    if contact_point::get(tx, course.contact_point)?.controller.is_none() {
        return Err(Fault::NoController);
    }
    let mut closes_on = course.last_session.max(oslo_date(now)) + OPEN_DAYS;
    let mut planned_group = None;
    if let Some(start) = planned {
        let id = groups::plan(tx, chance, by, (start, course.last_session), now)?;
        let cut_off = group::get(tx, id)?.calendar.cut_off;
        closes_on = closes_on.min(cut_off - ANSWER_DAYS);
        planned_group = Some(id);
    }
    let collection = Collection {
        id: CollectionId::random(chance),
        course: course.id,
        code: free_code(tx, chance)?,
        closes_on,
        closed: None,
        notes_left: 0,
        planned: planned_group,
    };
    collection::insert(tx, &collection)?;
    Ok(collection.id)
}

/// A collection with its course.
///
/// # Errors
/// [`Fault::NotYours`] (promise S12).
pub fn get_collection(tx: &mut DbConn, by: &Member, collection: CollectionId) -> Result<(Course, Collection)> {
    let collection = collection::find(tx, collection)?.ok_or(Fault::NotYours)?;
    let (course, _) = get_course(tx, by, collection.course)?;
    Ok((course, collection))
}

/// Closes a collection, fixes what its leader is told, and settles the planned group. Closing again changes nothing.
///
/// # Errors
/// [`Fault::NotYours`].
pub fn close_collection(
    tx: &mut DbConn,
    chance: &Chance,
    by: &Member,
    collection: CollectionId,
    now: DateTime<Utc>,
) -> Result<()> {
    let (_, collection) = get_collection(tx, by, collection)?;
    close(tx, chance, &collection, now)
}

pub(crate) fn close(tx: &mut DbConn, chance: &Chance, collection: &Collection, now: DateTime<Utc>) -> Result<()> {
    collection::close(tx, collection.id, oslo_date(now))?;
    if let Some(planned) = collection.planned {
        group::hold(tx, planned)?;
        groups::settle(tx, chance, planned, now)?;
    }
    Ok(())
}

/// What the leader is told: nothing while the collection is open, one band once it has been closed (promise C11).
#[must_use]
pub fn demand(collection: &Collection) -> Option<Demand> {
    collection.closed.map(|(_, band)| band)
}

/// Draws the codes of paper slips, at most as many as the collection takes notes. Slips that were printed before stay
/// good: they may be in somebody's pocket.
///
/// # Errors
/// [`Fault::NotYours`]; [`Fault::CollectionClosed`].
pub fn print_slips(
    tx: &mut DbConn,
    (vault, chance): (&Vault, &Chance),
    by: &Member,
    (collection, count): (CollectionId, u16),
    today: NaiveDate,
) -> Result<Vec<ReceiptCode>> {
    let (course, collection) = get_collection(tx, by, collection)?;
    if !collection.is_open(today) {
        return Err(Fault::CollectionClosed);
    }
    let most = course.participants.saturating_add(SPARE_NOTES);
    let codes: Vec<ReceiptCode> = (0..count.min(most)).map(|_| ReceiptCode::random(chance)).collect();
    for code in &codes {
        let index = vault.code_index(code, CodeUse::Slip);
        collection::insert_slip(tx, collection.id, index.as_bytes())?;
    }
    Ok(codes)
}

fn free_code(tx: &mut DbConn, chance: &Chance) -> Result<ShortCode> {
    loop {
        let code = ShortCode::random(chance);
        if collection::find_by_code(tx, &code)?.is_none() {
            return Ok(code);
        }
    }
}
