//! Courses, at whose end people leave their notes.

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{ContactPointId, CourseId, StaffId};

use crate::{
    DbConn, Result,
    convert::{Column, count, id},
    schema::courses,
};

/// A course at whose end a collection is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// Its identity.
    pub id: CourseId,
    /// The contact point that keeps it.
    pub contact_point: ContactPointId,
    /// Who leads it, while they are kept.
    pub leader: Option<StaffId>,
    /// What it is called; only the leader and the contact point see it.
    pub title: String,
    /// When it ends.
    pub last_session: NaiveDate,
    /// How many take part.
    pub participants: u16,
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
            courses::leader_id.eq(course.leader.as_ref().map(StaffId::blob)),
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
        .first::<Row>(c)
        .optional()?
        .map(read)
        .transpose()
}

/// The courses of a contact point, the latest first.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list(c: &mut DbConn, contact_point: ContactPointId) -> Result<Vec<Course>> {
    let rows: Vec<Row> = courses::table
        .filter(courses::contact_point_id.eq(contact_point.blob()))
        .order((courses::last_session.desc(), courses::id))
        .load(c)?;
    rows.into_iter().map(read).collect()
}

/// Stores what is said of a course now.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn update(c: &mut DbConn, course: &Course) -> Result<()> {
    diesel::update(courses::table.find(course.id.blob()))
        .set((
            courses::leader_id.eq(course.leader.as_ref().map(StaffId::blob)),
            courses::title.eq(&course.title),
            courses::last_session.eq(course.last_session),
            courses::participants.eq(count::<i16, _>(course.participants, Column("courses", "participants"))?),
        ))
        .execute(c)?;
    Ok(())
}

/// Deletes a course with its collections; notes know nothing of them.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn delete(c: &mut DbConn, course: CourseId) -> Result<()> {
    diesel::delete(courses::table.find(course.blob())).execute(c)?;
    Ok(())
}

/// The ids of all courses that ended before a day.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_ended(c: &mut DbConn, before: NaiveDate) -> Result<Vec<CourseId>> {
    let ids: Vec<Vec<u8>> = courses::table
        .filter(courses::last_session.lt(before))
        .select(courses::id)
        .load(c)?;
    ids.into_iter()
        .map(|bytes| id(bytes, Column("courses", "id")))
        .collect()
}

type Row = (Vec<u8>, Vec<u8>, Option<Vec<u8>>, String, NaiveDate, i16);

fn read((course, contact_point, leader, title, last_session, participants): Row) -> Result<Course> {
    Ok(Course {
        id: id(course, Column("courses", "id"))?,
        contact_point: id(contact_point, Column("courses", "contact_point_id"))?,
        leader: leader
            .map(|bytes| id(bytes, Column("courses", "leader_id")))
            .transpose()?,
        title,
        last_session,
        participants: count(participants, Column("courses", "participants"))?,
    })
}
