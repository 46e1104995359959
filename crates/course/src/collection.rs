//! Collections: one opening at one course, its code, and what the form behind the code offers.

use chrono::{Days, NaiveDate};
use model::{Chance, CollectionId, Controller, CourseId, ShortCode};
use store::{
    DbConn,
    course::{self, Collection, Course},
    place::{self, Place},
    region::{self, ContactPoint},
    staff::Member,
};

use crate::{Fault, fault::Result, get_course};

/// A collection is open on the day of the last session and on this many days after it.
const OPEN_DAYS: Days = Days::new(7);
/// So many notes more than participants are taken, for those who need a second try (promise S8).
pub(crate) const SPARE_NOTES: u16 = 2;

/// What a course leader is told once the collection is closed (promise C11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// Fewer than five notes.
    FewerThanFive,
    /// Five notes or more.
    FiveOrMore,
}

/// What the form of an interest note offers.
#[derive(Clone, Debug)]
pub struct Choices {
    /// The contact point at which the note is left.
    pub contact_point: ContactPoint,
    /// All contact points of the region, for the text of consent.
    pub region: Vec<ContactPoint>,
    /// The contact point's own places.
    pub own: Vec<Place>,
    /// The other places of the region.
    pub neighbours: Vec<Place>,
}

/// Opens a collection. Nobody can without a [`Controller`]: somebody must answer for what is collected.
///
/// It closes a week after the last session, or a week from today if that is later.
///
/// # Errors
/// [`Fault::NotYours`].
pub fn open_collection(
    tx: &mut DbConn,
    chance: &Chance,
    by: &Member,
    (course, _): (CourseId, &Controller),
    today: NaiveDate,
) -> Result<CollectionId> {
    let (course, _) = get_course(tx, by, course)?;
    let collection = Collection {
        id: CollectionId::random(chance),
        course: course.id,
        code: free_code(tx, chance)?,
        closes_on: course.last_session.max(today) + OPEN_DAYS,
        closed: false,
        notes_left: 0,
    };
    course::insert_collection(tx, &collection)?;
    Ok(collection.id)
}

/// A collection with its course.
///
/// # Errors
/// [`Fault::NotYours`] (promise S12).
pub fn get_collection(tx: &mut DbConn, by: &Member, collection: CollectionId) -> Result<(Course, Collection)> {
    let collection = course::find_collection(tx, collection)?.ok_or(Fault::NotYours)?;
    let (course, _) = get_course(tx, by, collection.course)?;
    Ok((course, collection))
}

/// Closes a collection.
///
/// # Errors
/// [`Fault::NotYours`].
pub fn close_collection(tx: &mut DbConn, by: &Member, collection: CollectionId) -> Result<()> {
    get_collection(tx, by, collection)?;
    Ok(course::close_collection(tx, collection)?)
}

/// What the leader is told: nothing while the collection is open, one band after it.
#[must_use]
pub fn demand(collection: &Collection, today: NaiveDate) -> Option<Demand> {
    let band = if collection.notes_left < 5 {
        Demand::FewerThanFive
    } else {
        Demand::FiveOrMore
    };
    (!collection.is_open(today)).then_some(band)
}

/// What the form behind a code offers.
///
/// # Errors
/// [`Fault::NoSuchCollection`], [`Fault::CollectionClosed`], [`Fault::CollectionFull`].
pub fn choices(tx: &mut DbConn, code: &ShortCode, today: NaiveDate) -> Result<Choices> {
    let (_, course) = get_open(tx, code, today)?;
    choices_at(tx, &course)
}

/// The open collection with a code, and its course.
pub(crate) fn get_open(tx: &mut DbConn, code: &ShortCode, today: NaiveDate) -> Result<(Collection, Course)> {
    let collection = course::find_collection_by_code(tx, code)?.ok_or(Fault::NoSuchCollection)?;
    let course = course::find(tx, collection.course)?.ok_or(Fault::NoSuchCollection)?;
    if !collection.is_open(today) {
        return Err(Fault::CollectionClosed);
    }
    if collection.notes_left >= course.participants.saturating_add(SPARE_NOTES) {
        return Err(Fault::CollectionFull);
    }
    Ok((collection, course))
}

pub(crate) fn choices_at(tx: &mut DbConn, course: &Course) -> Result<Choices> {
    let contact_point = region::get_contact_point(tx, course.contact_point)?;
    let is_own = |place: &Place| place.contact_point == contact_point.id;
    let (own, neighbours) = place::list(tx, contact_point.region)?.into_iter().partition(is_own);
    let region = region::list_contact_points(tx, contact_point.region)?;
    Ok(Choices {
        contact_point,
        region,
        own,
        neighbours,
    })
}

fn free_code(tx: &mut DbConn, chance: &Chance) -> Result<ShortCode> {
    loop {
        let code = ShortCode::random(chance);
        if course::find_collection_by_code(tx, &code)?.is_none() {
            return Ok(code);
        }
    }
}
