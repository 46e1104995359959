//! Collections: one opening at one course. A counter is all that they know of their notes (promise C1).

use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use model::{CollectionId, CourseId, GroupId, ShortCode};

use crate::{
    DbConn, Fault, Result,
    convert::{Column, count, id},
    schema::{collections, slips},
};

/// How long paper slips are good after the collection has closed.
const SLIP_DAYS: Days = Days::new(14);

/// How many notes there were when a collection closed: all that its leader learns (promise C11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// Nobody to four.
    FewerThanFive,
    /// Enough for a group, if places and times agree.
    FiveOrMore,
}

impl Demand {
    const fn of(notes: u16) -> Self {
        if notes < 5 {
            Self::FewerThanFive
        } else {
            Self::FiveOrMore
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::FewerThanFive => "fewer",
            Self::FiveOrMore => "five",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::FewerThanFive, Self::FiveOrMore]
            .into_iter()
            .find(|band| band.code() == code)
    }
}

/// One opening at one course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collection {
    /// Its identity.
    pub id: CollectionId,
    /// The course.
    pub course: CourseId,
    /// The code on the poster.
    pub code: ShortCode,
    /// The last day on which it takes notes.
    pub closes_on: NaiveDate,
    /// The day on which it was closed, with the band of that moment, which stays.
    pub closed: Option<(NaiveDate, Demand)>,
    /// How many notes it has taken.
    pub notes_left: u16,
    /// The group that is planned with it.
    pub planned: Option<GroupId>,
}

impl Collection {
    /// True if it takes notes today.
    #[must_use]
    pub fn is_open(&self, today: NaiveDate) -> bool {
        self.closed.is_none() && today <= self.closes_on
    }

    /// True if its paper slips are good today.
    #[must_use]
    pub fn takes_slips(&self, today: NaiveDate) -> bool {
        let closed_on = self.closed.map_or(self.closes_on, |(day, _)| day.min(self.closes_on));
        today <= closed_on + SLIP_DAYS
    }
}

/// Opens a collection.
///
/// # Errors
/// [`Fault::Driver`], also if the code is taken: look with [`find_by_code`] first.
pub fn insert(c: &mut DbConn, collection: &Collection) -> Result<()> {
    diesel::insert_into(collections::table)
        .values((
            collections::id.eq(collection.id.blob()),
            collections::course_id.eq(collection.course.blob()),
            collections::code.eq(collection.code.as_str()),
            collections::closes_on.eq(collection.closes_on),
            collections::notes_left.eq(0),
            collections::planned_group_id.eq(collection.planned.as_ref().map(GroupId::blob)),
        ))
        .execute(c)?;
    Ok(())
}

/// A collection, if it is there.
///
/// # Errors
/// [`Fault::Driver`].
pub fn find(c: &mut DbConn, collection: CollectionId) -> Result<Option<Collection>> {
    let row = collections::table
        .find(collection.blob())
        .select(Row::as_select())
        .first(c);
    row.optional()?.map(Collection::try_from).transpose()
}

/// The collection with this code, if there is one.
///
/// # Errors
/// [`Fault::Driver`].
pub fn find_by_code(c: &mut DbConn, code: &ShortCode) -> Result<Option<Collection>> {
    let row = collections::table
        .filter(collections::code.eq(code.as_str()))
        .select(Row::as_select())
        .first(c);
    row.optional()?.map(Collection::try_from).transpose()
}

/// The collection of a planned group, if it has one.
///
/// # Errors
/// [`Fault::Driver`].
pub fn find_by_planned(c: &mut DbConn, group: GroupId) -> Result<Option<Collection>> {
    let row = collections::table
        .filter(collections::planned_group_id.eq(group.blob()))
        .select(Row::as_select())
        .first(c);
    row.optional()?.map(Collection::try_from).transpose()
}

/// The collections of a course.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list(c: &mut DbConn, course: CourseId) -> Result<Vec<Collection>> {
    let rows = collections::table
        .filter(collections::course_id.eq(course.blob()))
        .order((collections::closes_on, collections::id))
        .select(Row::as_select())
        .load(c)?;
    rows.into_iter().map(Collection::try_from).collect()
}

/// Counts one more note.
///
/// # Errors
/// [`Fault::Driver`].
pub fn count_note(c: &mut DbConn, collection: CollectionId) -> Result<()> {
    diesel::update(collections::table.find(collection.blob()))
        .set(collections::notes_left.eq(collections::notes_left + 1))
        .execute(c)?;
    Ok(())
}

/// Closes a collection, and fixes its band. One that is closed stays as it is.
///
/// # Errors
/// [`Fault::Missing`].
pub fn close(c: &mut DbConn, collection: CollectionId, today: NaiveDate) -> Result<()> {
    let found = find(c, collection)?.ok_or(Fault::Missing("collections"))?;
    if found.closed.is_some() {
        return Ok(());
    }
    diesel::update(collections::table.find(collection.blob()))
        .set((
            collections::closed_on.eq(today),
            collections::band.eq(Demand::of(found.notes_left).code()),
        ))
        .execute(c)?;
    Ok(())
}

/// The ids of all collections whose time is over, and that nobody has closed.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_expired(c: &mut DbConn, today: NaiveDate) -> Result<Vec<CollectionId>> {
    let over = collections::closed_on.is_null().and(collections::closes_on.lt(today));
    let ids: Vec<Vec<u8>> = collections::table.filter(over).select(collections::id).load(c)?;
    ids.into_iter()
        .map(|bytes| id(bytes, Column("collections", "id")))
        .collect()
}

/// Makes a paper slip good.
///
/// # Errors
/// [`Fault::Driver`].
pub fn insert_slip(c: &mut DbConn, collection: CollectionId, code_index: &[u8]) -> Result<()> {
    diesel::insert_into(slips::table)
        .values((
            slips::code_index.eq(code_index),
            slips::collection_id.eq(collection.blob()),
        ))
        .execute(c)?;
    Ok(())
}

/// The collection of a paper slip that has not been used.
///
/// # Errors
/// [`Fault::Driver`].
pub fn find_by_slip(c: &mut DbConn, code_index: &[u8]) -> Result<Option<Collection>> {
    let of: Option<Vec<u8>> = slips::table
        .find(code_index)
        .select(slips::collection_id)
        .first(c)
        .optional()?;
    match of {
        Some(bytes) => find(c, id(bytes, Column("slips", "collection_id"))?),
        None => Ok(None),
    }
}

/// Uses a paper slip up. False if somebody has used it meanwhile.
///
/// # Errors
/// [`Fault::Driver`].
pub fn use_slip(c: &mut DbConn, code_index: &[u8]) -> Result<bool> {
    Ok(diesel::delete(slips::table.find(code_index)).execute(c)? > 0)
}

/// Deletes the slips whose time is over.
///
/// # Errors
/// [`Fault::Driver`].
pub fn delete_stale_slips(c: &mut DbConn, today: NaiveDate) -> Result<usize> {
    let last_closed = today - SLIP_DAYS;
    let is_over = collections::closes_on
        .lt(last_closed)
        .nullable()
        .or(collections::closed_on.lt(last_closed));
    let stale = collections::table.filter(is_over).select(collections::id);
    Ok(diesel::delete(slips::table.filter(slips::collection_id.eq_any(stale))).execute(c)?)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = collections)]
struct Row {
    id: Vec<u8>,
    course_id: Vec<u8>,
    code: String,
    closes_on: NaiveDate,
    closed_on: Option<NaiveDate>,
    band: Option<String>,
    notes_left: i16,
    planned_group_id: Option<Vec<u8>>,
}

impl TryFrom<Row> for Collection {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self> {
        let from = |column| Column("collections", column);
        let band = row.band.as_deref().and_then(Demand::from_code);
        Ok(Self {
            id: id(row.id, from("id"))?,
            course: id(row.course_id, from("course_id"))?,
            code: row.code.parse().map_err(|_| from("code").corrupt())?,
            closes_on: row.closes_on,
            closed: row.closed_on.zip(band),
            notes_left: count(row.notes_left, from("notes_left"))?,
            planned: row
                .planned_group_id
                .map(|bytes| id(bytes, from("planned_group_id")))
                .transpose()?,
        })
    }
}
