//! What there is to do for a member of staff, by role.

use chrono::{DateTime, NaiveDate, Utc};
use groups::{Counts, Vacancy};
use model::{CollectionId, MIN_SIZE, RoundId, oslo_date};
use store::{DbConn, collection, group::Group, outbox, round, staff, staff::Member};

use crate::{fault::WebFault, staff::steps::Progress};

/// All that the desk tells of.
pub struct Work {
    /// How far a coordinator has come with the first set-up, as long as something is missing.
    pub set_up: Option<Progress>,
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

/// Reads it.
pub fn read(tx: &mut DbConn, by: &Member, now: DateTime<Utc>) -> Result<Work, WebFault> {
    let (roles, today) = (by.roles, oslo_date(now));
    let mut work = Work {
        set_up: Progress::find(tx, by)?,
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
