//! Courses: what a collection is opened for.

use chrono::NaiveDate;
use model::{Chance, ContactPointId, CourseId, Name, StaffId};
use store::{
    DbConn,
    collection::{self, Collection},
    course::{self, Course},
    staff::{self, Member},
};

use crate::{Fault, fault::Result};

/// A course as it is typed in.
#[derive(Clone, Debug)]
pub struct NewCourse {
    /// What staff call it. Participants and letters never see it.
    pub title: Name,
    /// Who leads it.
    pub leader: StaffId,
    /// When it ends.
    pub last_session: NaiveDate,
    /// How many take part.
    pub participants: u16,
}

/// Adds a course to the contact point of a coordinator or leader.
///
/// # Errors
/// [`Fault::NotYours`] if the leader is nobody of the same contact point who leads courses, or the person asking
/// is neither a coordinator nor that leader.
pub fn add_course(tx: &mut DbConn, chance: &Chance, by: &Member, new: &NewCourse) -> Result<CourseId> {
    may_say(tx, by, new)?;
    let id = CourseId::random(chance);
    course::insert(tx, &described(id, by.contact_point, new))?;
    Ok(id)
}

/// Stores what is said of a course from now on. Its collections stay as they are, but take as many notes as there are
/// participants now.
///
/// # Errors
/// [`Fault::NotYours`], as for [`add_course`], and of a course that is not seen (promise S12).
pub fn edit_course(tx: &mut DbConn, by: &Member, course: CourseId, new: &NewCourse) -> Result<()> {
    let (course, _) = get_course(tx, by, course)?;
    may_say(tx, by, new)?;
    Ok(course::update(tx, &described(course.id, course.contact_point, new))?)
}

/// The courses that somebody sees: a coordinator those of the contact point, a leader the own.
///
/// # Errors
/// [`Fault::Store`].
pub fn list_courses(tx: &mut DbConn, by: &Member) -> Result<Vec<Course>> {
    let mut courses = course::list(tx, by.contact_point)?;
    courses.retain(|course| sees(by, course));
    Ok(courses)
}

/// A course with its collections.
///
/// # Errors
/// [`Fault::NotYours`] (promise S12).
pub fn get_course(tx: &mut DbConn, by: &Member, course: CourseId) -> Result<(Course, Vec<Collection>)> {
    let course = course::find(tx, course)?
        .filter(|course| sees(by, course))
        .ok_or(Fault::NotYours)?;
    let collections = collection::list(tx, course.id)?;
    Ok((course, collections))
}

fn described(id: CourseId, contact_point: ContactPointId, new: &NewCourse) -> Course {
    Course {
        id,
        contact_point,
        leader: Some(new.leader),
        title: new.title.to_string(),
        last_session: new.last_session,
        participants: new.participants,
    }
}

fn may_say(tx: &mut DbConn, by: &Member, new: &NewCourse) -> Result<()> {
    let leader = staff::find(tx, new.leader)?.ok_or(Fault::NotYours)?;
    let may_ask = by.roles.coordinator || by.id == leader.id;
    if may_ask && leader.roles.leader && leader.contact_point == by.contact_point {
        Ok(())
    } else {
        Err(Fault::NotYours)
    }
}

fn sees(by: &Member, course: &Course) -> bool {
    let own_contact_point = by.contact_point == course.contact_point;
    let leads = by.roles.leader && course.leader == Some(by.id);
    own_contact_point && (by.roles.coordinator || leads)
}
