//! The first set-up, step by step. How far it has come is read off what there is, so it can be left and resumed, and
//! done in another order; once nothing is missing, no page speaks of it any more.

use model::Link;
use store::{DbConn, availability, contact_point, course as courses, place, room, staff, staff::Member};
use texts::Texts;

use crate::{app::App, browser::Browser, fault::WebFault};

/// The steps, in the order that is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Somebody answers for the data.
    Controller,
    /// There is a place.
    Place,
    /// A place has a room.
    Room,
    /// Somebody starts groups.
    Igangsetter,
    /// One of those who do has told when and where.
    Availability,
    /// There is a course.
    Course,
}

/// How far a contact point has come.
#[derive(Clone, Debug)]
pub struct Progress {
    /// The steps in their order: where each is taken, and whether it is done. At least one is not.
    pub steps: Vec<(Step, Link, bool)>,
}

/// Where a page stands among the steps, in words.
#[derive(Clone, Debug)]
pub struct AtStep {
    /// Which step it is of how many, and what it is about, or that it is done.
    pub what: String,
    /// The way on to the next one, once this is done.
    pub next: Option<(Link, String)>,
}

impl Step {
    /// How many steps there are.
    pub const COUNT: usize = 6;

    /// Which of them it is, counted from 1.
    pub const fn number(self) -> usize {
        match self {
            Self::Controller => 1,
            Self::Place => 2,
            Self::Room => 3,
            Self::Igangsetter => 4,
            Self::Availability => 5,
            Self::Course => 6,
        }
    }

    /// The text that asks for it. Why it is needed stands under the same key with `-why`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Controller => "desk-step-controller",
            Self::Place => "desk-step-place",
            Self::Room => "desk-step-room",
            Self::Igangsetter => "desk-step-igangsetter",
            Self::Availability => "desk-step-availability",
            Self::Course => "desk-step-course",
        }
    }
}

impl Progress {
    /// How far a coordinator's contact point has come; `None` for others, and once nothing is missing. Places, rooms
    /// and igangsettere of the region's other contact points count too: without any of them no group comes about.
    ///
    /// # Errors
    /// The store's.
    pub fn find(tx: &mut DbConn, by: &Member) -> Result<Option<Self>, store::Fault> {
        if !by.roles.coordinator {
            return Ok(None);
        }
        let controller = contact_point::get(tx, by.contact_point)?.controller.is_some();
        let places = place::list(tx, by.region)?;
        let own = places.iter().find(|place| place.contact_point == by.contact_point);
        let first = own.or(places.first()).map(|place| place.id);
        let rooms = room::list(tx, by.region)?;
        let staff = staff::list(tx, by.region)?;
        let igangsetter = staff.iter().find(|member| member.roles.igangsetter);
        let told = availability::list(tx, by.region)?;
        let has_told = told.iter().any(|one| !one.cells.is_empty());
        let has_course = !courses::list(tx, by.contact_point)?.is_empty();
        // Before there is a place or an igangsetter, the way leads to where they are added.
        let room = first.map_or(Link::Places, Link::Place);
        let availability = igangsetter.map_or(Link::People, |member| Link::Availability(member.id));
        let steps = vec![
            (Step::Controller, Link::Controller, controller),
            (Step::Place, Link::Places, first.is_some()),
            (Step::Room, room, !rooms.is_empty()),
            (Step::Igangsetter, Link::People, igangsetter.is_some()),
            (Step::Availability, availability, has_told),
            (Step::Course, Link::Courses, has_course),
        ];
        let is_missing = steps.iter().any(|(.., done)| !done);
        Ok(is_missing.then_some(Self { steps }))
    }

    /// The first step that is not done.
    pub fn next(&self) -> Option<(Step, &Link)> {
        let next = self.steps.iter().find(|(.., done)| !done);
        next.map(|(step, link, _)| (*step, link))
    }

    /// Where the page of a step stands.
    pub fn at(&self, texts: Texts, step: Step) -> AtStep {
        let is_done = self.steps.iter().any(|(other, _, done)| *other == step && *done);
        let mut args = vec![("number", step.number().into()), ("count", Step::COUNT.into())];
        if !is_done {
            args.push(("what", texts.get(step.key()).into()));
            return AtStep {
                what: texts.with("step-at", &args),
                next: None,
            };
        }
        AtStep {
            what: texts.with("step-done", &args),
            next: self.next().map(|(next, link)| {
                let what = [("what", texts.get(next.key()).into())];
                (link.clone(), texts.with("step-next", &what))
            }),
        }
    }
}

/// Where the page of a step stands in somebody's set-up; `None` if nothing is missing, or it is not theirs.
///
/// # Errors
/// The store's.
pub async fn at(app: &App, browser: &Browser, by: &Member, step: Step) -> Result<Option<AtStep>, WebFault> {
    let by = by.clone();
    let progress = app.db.read(move |tx| Progress::find(tx, &by)).await?;
    Ok(progress.map(|progress| progress.at(browser.texts(), step)))
}
