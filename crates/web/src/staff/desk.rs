//! `/desk`: what there is to do, and the ways to everything else.

mod work;

use actix_web::{HttpResponse, web};
use askama::Template;
use groups::{Counts, Vacancy};
use model::{GroupState, Lead, Link, Roles, oslo_date};
use store::{group::Group, staff::Member};
use texts::Texts;

use super::{
    sign_out::{OUT, SignOutField},
    signed_in::SignedIn,
    steps::{Progress, Step},
};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, FormState, Opening},
    page::{Shell, show},
    routes::get,
};
use work::Work;

#[derive(Template)]
#[template(path = "staff/desk.html")]
struct Desk {
    shell: Shell,
    set_up: Option<SetUp>,
    tasks: Vec<Task>,
    under_way: Vec<UnderWay>,
    pages: Vec<(Link, &'static str)>,
    signed_in_as: String,
    form: Opening,
    buttons: Buttons,
}

/// The steps of the first set-up, each with whether it is done, and the next of them.
struct SetUp {
    steps: Vec<(String, bool)>,
    next: Task,
}

/// Something to do: what, more about it, and where.
struct Task {
    what: String,
    more: String,
    link: Link,
    call: String,
}

/// A group that was approved, as a coordinator sees it.
struct UnderWay {
    meets: String,
    state: String,
    counts: Vec<(String, usize)>,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(Link::Desk.route()).route(get().to(desk)));
}

async fn desk(app: App, browser: Browser, SignedIn(by): SignedIn) -> Result<HttpResponse, WebFault> {
    let (asking, now) = (by.clone(), app.clock.now());
    let work = app.db.read(move |tx| work::read(tx, &asking, now)).await?;
    let texts = browser.texts();
    show(&Desk {
        shell: Shell::new(&browser, "desk-title").for_staff(),
        set_up: work.set_up.as_ref().and_then(|progress| set_up(texts, progress)),
        tasks: tasks(texts, &by, &work),
        under_way: work
            .under_way
            .iter()
            .map(|(group, counts)| under_way(texts, group, *counts))
            .collect(),
        pages: pages(&by),
        signed_in_as: texts.with("desk-signed-in-as", &[("name", (&by.name).into())]),
        form: Opening::of_page(&app, &browser, &Link::SignOut),
        buttons: Buttons::new(&FormState::empty(), SignOutField::Do, texts).other(OUT, "button-sign-out"),
    })
}

fn set_up(texts: Texts, progress: &Progress) -> Option<SetUp> {
    let (step, link) = progress.next()?;
    let number = [("number", step.number().into()), ("count", Step::COUNT.into())];
    let steps = progress.steps.iter();
    Some(SetUp {
        steps: steps.map(|(step, _, done)| (texts.get(step.key()), *done)).collect(),
        next: Task {
            what: texts.with("desk-step", &number),
            more: texts.get(&format!("{}-why", step.key())),
            link: link.clone(),
            call: texts.get(step.key()),
        },
    })
}

fn tasks(texts: Texts, by: &Member, work: &Work) -> Vec<Task> {
    let round = work.round.map(|round| Task {
        what: texts.get("desk-round"),
        more: texts.get("desk-round-more"),
        link: Link::Round(round),
        call: texts.get("desk-round-call"),
    });
    let enough = work.has_enough.then(|| Task {
        what: texts.get("desk-enough"),
        more: texts.get("desk-enough-more"),
        link: Link::Rounds,
        call: texts.get("rounds-propose"),
    });
    let silent = work.is_silent.then(|| Task {
        what: texts.get("desk-silent"),
        more: texts.get("desk-silent-more"),
        link: Link::Availability(by.id),
        call: texts.get("desk-silent-call"),
    });
    let unreached = work.unreached.iter().map(|member| Task {
        what: texts.with("desk-unreached", &[("name", (&member.name).into())]),
        more: texts.get("desk-unreached-more"),
        link: Link::Person(member.id),
        call: texts.get("desk-unreached-call"),
    });
    let vacant = work.vacancies.iter().map(|vacancy| vacant_task(texts, vacancy));
    let (asked, led): (Vec<&Group>, Vec<&Group>) = work.led.iter().partition(|group| is_asked(group));
    round
        .into_iter()
        .chain(vacant)
        .chain(unreached)
        .chain(enough)
        .chain(asked.into_iter().chain(led).map(|group| led_task(texts, group)))
        .chain(silent)
        .chain(work.open.iter().map(|(collection, title)| Task {
            what: texts.get("desk-open"),
            more: title.clone(),
            link: Link::CollectionDesk(*collection),
            call: texts.get("desk-open-call"),
        }))
        .collect()
}

/// A group that nobody starts, to a coordinator.
fn vacant_task(texts: Texts, vacancy: &Vacancy) -> Task {
    let until = [("date", texts.date(oslo_date(vacancy.until)).into())];
    let next = match &vacancy.asked {
        Some(name) => texts.with("desk-vacant-asked", &[("name", name.into())]),
        None => texts.with("desk-vacant-until", &until),
    };
    Task {
        what: texts.get("desk-vacant"),
        more: format!("{}. {next}", super::place_and_time(texts, &vacancy.group)),
        link: Link::Lead(vacancy.group.id),
        call: texts.get("desk-vacant-call"),
    }
}

/// Whether the group's igangsetter has yet to say yes.
const fn is_asked(group: &Group) -> bool {
    matches!(group.lead, Lead::Asked { .. }) && !matches!(group.state, GroupState::Dissolved)
}

/// A group, to its igangsetter.
fn led_task(texts: Texts, group: &Group) -> Task {
    let key = match group.state {
        GroupState::Dissolved => "desk-dissolved",
        _ if is_asked(group) => "desk-asked",
        GroupState::Proposed | GroupState::Asked | GroupState::Inviting => "desk-inviting",
        GroupState::Open => "desk-group-open",
        GroupState::Ready => "desk-ready",
        GroupState::Started => "desk-started",
    };
    Task {
        what: texts.get(key),
        more: super::place_and_time(texts, group),
        link: Link::Group(group.id),
        call: texts.get("desk-group-call"),
    }
}

fn under_way(texts: Texts, group: &Group, counts: Counts) -> UnderWay {
    let first_meeting = [("date", texts.date(group.calendar.first_meeting).into())];
    let state = match group.state {
        GroupState::Dissolved => texts.get("desk-is-dissolved"),
        _ if matches!(group.lead, Lead::Vacant { .. }) => texts.get("desk-is-vacant"),
        GroupState::Proposed | GroupState::Asked => texts.get("desk-waits-igangsetter"),
        GroupState::Open => texts.with("desk-is-open", &first_meeting),
        GroupState::Inviting => texts.with("desk-waits-answers", &[("answers", counts.invited.into())]),
        GroupState::Ready => texts.with("desk-is-ready", &first_meeting),
        GroupState::Started => texts.get("desk-is-started"),
    };
    let of = |key: &str, count| (texts.get(key), count);
    let counts = match group.state {
        GroupState::Inviting | GroupState::Ready => vec![
            of("seat-accepted", counts.accepted),
            of("seat-declined", counts.declined),
            of("seat-silent", counts.invited + counts.silent),
        ],
        GroupState::Proposed | GroupState::Open | GroupState::Asked | GroupState::Started | GroupState::Dissolved => {
            Vec::new()
        }
    };
    UnderWay {
        meets: super::place_and_time(texts, group),
        state,
        counts,
    }
}

/// The pages of somebody's roles.
fn pages(by: &Member) -> Vec<(Link, &'static str)> {
    let Roles {
        coordinator,
        leader,
        igangsetter,
    } = by.roles;
    let all = [
        (Link::Rounds, "desk-rounds", coordinator),
        (Link::Courses, "desk-courses", coordinator || leader),
        (Link::Places, "desk-places", coordinator),
        (Link::People, "desk-people", coordinator),
        (Link::ContactPoint, "desk-contact-point", coordinator),
        (Link::Caller, "desk-caller", coordinator),
        (Link::Availability(by.id), "desk-availability", igangsetter),
    ];
    let own = all.into_iter().filter(|(_, _, may)| *may);
    own.map(|(link, key, _)| (link, key)).collect()
}
