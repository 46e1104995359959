//! Courses and their collections.

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{CollectionId, ContactPointId, CourseId, ShortCode, StaffId};

use crate::{
    DbConn, Result,
    convert::{Column, count, id},
    schema::{collections, courses},
};

/// A course at whose end a collection is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Its identity.
    pub id: CourseId,
    /// The contact point that keeps it.
    pub contact_point: ContactPointId,
    /// Who leads it.
    pub leader: StaffId,
    /// What it is called; only the leader and the contact point see it.
    pub title: String,
    /// When it ends.
    pub last_session: NaiveDate,
    /// How many take part.
    pub participants: u16,
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
    /// Whether the leader has closed it.
    pub closed: bool,
    /// How many notes it has taken.
    pub notes_left: u16,
}

impl Collection {
    /// True if it takes notes today.
    #[must_use]
    pub fn is_open(&self, today: NaiveDate) -> bool {
        !self.closed && today <= self.closes_on
    }
}

/// Adds a course.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn insert(c: &mut DbConn, course: &Course) -> Result<()> {
    diesel::insert_into(courses::table)
        .values((
            courses::id.eq(course.id.blob()),
            courses::contact_point_id.eq(course.contact_point.blob()),
            courses::leader_id.eq(course.leader.blob()),
            courses::title.eq(&course.title),
            courses::last_session.eq(course.last_session),
            courses::participants.eq(count::<i16, _>(course.participants, Column("courses", "participants"))?),
        ))
        .execute(c)?;
    Ok(())
}

/// A course, if it is there.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn find(c: &mut DbConn, course: CourseId) -> Result<Option<Course>> {
    courses::table
        .find(course.blob())
        .first::<CourseRow>(c)
        .optional()?
        .map(read_course)
        .transpose()
}

/// The courses of a contact point, the latest first.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list(c: &mut DbConn, contact_point: ContactPointId) -> Result<Vec<Course>> {
    let rows: Vec<CourseRow> = courses::table
        .filter(courses::contact_point_id.eq(contact_point.blob()))
        .order((courses::last_session.desc(), courses::id))
        .load(c)?;
    rows.into_iter().map(read_course).collect()
}

/// Opens a collection.
///
/// # Errors
/// [`crate::Fault::Driver`], also if the code is taken: look with [`find_collection_by_code`] first.
pub fn insert_collection(c: &mut DbConn, collection: &Collection) -> Result<()> {
    diesel::insert_into(collections::table)
        .values((
            collections::id.eq(collection.id.blob()),
            collections::course_id.eq(collection.course.blob()),
            collections::code.eq(collection.code.as_str()),
            collections::closes_on.eq(collection.closes_on),
            collections::closed.eq(collection.closed),
            collections::notes_left.eq(0),
        ))
        .execute(c)?;
    Ok(())
}

/// A collection, if it is there.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn find_collection(c: &mut DbConn, collection: CollectionId) -> Result<Option<Collection>> {
    let row = collections::table.find(collection.blob()).first::<CollectionRow>(c);
    row.optional()?.map(read_collection).transpose()
}

/// The collection with this code, if there is one.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn find_collection_by_code(c: &mut DbConn, code: &ShortCode) -> Result<Option<Collection>> {
    let row = collections::table
        .filter(collections::code.eq(code.as_str()))
        .first::<CollectionRow>(c);
    row.optional()?.map(read_collection).transpose()
}

/// The collections of a course.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_collections(c: &mut DbConn, course: CourseId) -> Result<Vec<Collection>> {
    let rows: Vec<CollectionRow> = collections::table
        .filter(collections::course_id.eq(course.blob()))
        .order((collections::closes_on, collections::id))
        .load(c)?;
    rows.into_iter().map(read_collection).collect()
}

/// Counts one more note.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn count_note(c: &mut DbConn, collection: CollectionId) -> Result<()> {
    diesel::update(collections::table.find(collection.blob()))
        .set(collections::notes_left.eq(collections::notes_left + 1))
        .execute(c)?;
    Ok(())
}

/// Closes a collection.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn close_collection(c: &mut DbConn, collection: CollectionId) -> Result<()> {
    diesel::update(collections::table.find(collection.blob()))
        .set(collections::closed.eq(true))
        .execute(c)?;
    Ok(())
}

type CourseRow = (Vec<u8>, Vec<u8>, Vec<u8>, String, NaiveDate, i16);
type CollectionRow = (Vec<u8>, Vec<u8>, String, NaiveDate, bool, i16);

fn read_course((course, contact_point, leader, title, last_session, participants): CourseRow) -> Result<Course> {
    Ok(Course {
        id: id(course, Column("courses", "id"))?,
        contact_point: id(contact_point, Column("courses", "contact_point_id"))?,
        leader: id(leader, Column("courses", "leader_id"))?,
        title,
        last_session,
        participants: count(participants, Column("courses", "participants"))?,
    })
}

fn read_collection((collection, course, code, closes_on, closed, notes_left): CollectionRow) -> Result<Collection> {
    Ok(Collection {
        id: id(collection, Column("collections", "id"))?,
        course: id(course, Column("collections", "course_id"))?,
        code: code.parse().map_err(|_| Column("collections", "code").corrupt())?,
        closes_on,
        closed,
        notes_left: count(notes_left, Column("collections", "notes_left"))?,
    })
}
