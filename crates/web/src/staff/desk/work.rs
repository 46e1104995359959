//! What there is to do for a member of staff, by role.

use chrono::{DateTime, NaiveDate, Utc};
use groups::{Counts, Vacancy};
use model::{CollectionId, MIN_SIZE, PlaceId, RoundId, StaffId, oslo_date};
use store::{
    DbConn, availability, collection, contact_point, course as courses, group::Group, outbox, place, room, round,
    staff, staff::Member,
};

use crate::fault::WebFault;

/// All that the desk tells of.
pub struct Work {
    /// What a coordinator has yet to set up, if anything.
    pub step: Option<Step>,
    /// The region's open round, for a coordinator.
    pub round: Option<RoundId>,
    /// The region's groups that nobody starts, for a coordinator.
    pub vacancies: Vec<Vacancy>,
    /// Members of a coordinator's contact point whom letters don't reach.
    pub unreached: Vec<Member>,
    /// Whether a coordinator could make a proposal: five or more wish for the same. Nothing finer is told
    /// outside a round (promise C11).
    pub has_enough: bool,
    /// The region's groups that wait for answers, are ready, or were dissolved, for a coordinator.
    pub under_way: Vec<(Group, Counts)>,
    /// The open collections of a leader's own courses, each with the course's title.
    pub open: Vec<(CollectionId, String)>,
    /// The groups that an igangsetter was asked to take, or takes.
    pub led: Vec<Group>,
    /// Whether an igangsetter has yet to tell when and where.
    pub is_silent: bool,
}

/// The steps of the first set-up, each of which needs those before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nobody answers for the data.
    Controller,
    /// There is no place.
    Place,
    /// No place has a room; this is one of them.
    Room(PlaceId),
    /// Nobody starts groups.
    Igangsetter,
    /// None of those who do has told when and where; this is one of them.
    Availability(StaffId),
    /// There is no course.
    Course,
}

impl Step {
    /// How many steps there are.
    pub const COUNT: usize = 6;
}

/// Reads it.
pub fn read(tx: &mut DbConn, by: &Member, now: DateTime<Utc>) -> Result<Work, WebFault> {
    let (roles, today) = (by.roles, oslo_date(now));
    let mut work = Work {
        step: None,
        round: None,
        vacancies: Vec::new(),
        unreached: Vec::new(),
        has_enough: false,
        under_way: Vec::new(),
        open: Vec::new(),
        led: groups::led_by(tx, by)?,
        is_silent: false,
    };
    if roles.coordinator {
        work.step = next_step(tx, by)?;
        work.round = round::find_open(tx, by.region)?.map(|round| round.id);
        let demand = groups::demand(tx, by.region, today)?;
        work.has_enough = work.round.is_none() && demand.iter().any(|(.., notes)| *notes >= MIN_SIZE);
        work.vacancies = groups::vacancies(tx, by, now)?;
        work.unreached = unreached(tx, by)?;
        work.under_way = groups::under_way(tx, by, today)?;
    }
    if roles.leader {
        work.open = open_collections(tx, by, today)?;
    }
    if roles.igangsetter {
        work.is_silent = ::contact_point::find_availability(tx, by, by.id)?.1.is_none();
    }
    Ok(work)
}

/// The first thing that is missing: without it no group comes about.
fn next_step(tx: &mut DbConn, by: &Member) -> Result<Option<Step>, WebFault> {
    if contact_point::get(tx, by.contact_point)?.controller.is_none() {
        return Ok(Some(Step::Controller));
    }
    let places = place::list(tx, by.region)?;
    let Some(first) = places
        .iter()
        .find(|place| place.contact_point == by.contact_point)
        .or(places.first())
    else {
        return Ok(Some(Step::Place));
    };
    if room::list(tx, by.region)?.is_empty() {
        return Ok(Some(Step::Room(first.id)));
    }
    let staff = staff::list(tx, by.region)?;
    let Some(igangsetter) = staff.iter().find(|member| member.roles.igangsetter) else {
        return Ok(Some(Step::Igangsetter));
    };
    if availability::list(tx, by.region)?
        .iter()
        .all(|one| one.cells.is_empty())
    {
        return Ok(Some(Step::Availability(igangsetter.id)));
    }
    let none = courses::list(tx, by.contact_point)?.is_empty();
    Ok(none.then_some(Step::Course))
}

fn unreached(tx: &mut DbConn, by: &Member) -> Result<Vec<Member>, WebFault> {
    let unreached = outbox::list_unreached_staff(tx, by.region)?;
    let mut staff = staff::list(tx, by.region)?;
    staff.retain(|member| member.contact_point == by.contact_point && unreached.contains(&member.id));
    Ok(staff)
}

fn open_collections(tx: &mut DbConn, by: &Member, today: NaiveDate) -> Result<Vec<(CollectionId, String)>, WebFault> {
    let mut open = Vec::new();
    for course in course::list_courses(tx, by)? {
        if course.leader != Some(by.id) {
            continue;
        }
        let collections = collection::list(tx, course.id)?;
        let is_open = collections.into_iter().filter(|one| one.is_open(today));
        open.extend(is_open.map(|one| (one.id, course.title.clone())));
    }
    Ok(open)
}
