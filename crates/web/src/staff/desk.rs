//! `/desk`: what there is to do, and the ways to everything else.

mod work;

use actix_web::{HttpResponse, web};
use askama::Template;
use groups::Counts;
use model::{GroupState, Link, Roles};
use store::{group::Group, staff::Member};
use texts::Texts;

use super::{
    sign_out::{OUT, SignOutField},
    signed_in::SignedIn,
};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, FormState, Opening},
    page::{Shell, show},
    routes::get,
};
use work::{Step, Work};

#[derive(Template)]
#[template(path = "staff/desk.html")]
struct Desk {
    shell: Shell,
    lacks_controller: bool,
    step: Option<Task>,
    tasks: Vec<Task>,
    under_way: Vec<UnderWay>,
    pages: Vec<(Link, &'static str)>,
    signed_in_as: String,
    form: Opening,
    buttons: Buttons,
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
    let (asking, today) = (by.clone(), app.clock.today());
    let work = app.db.read(move |tx| work::read(tx, &asking, today)).await?;
    let texts = browser.texts();
    show(&Desk {
        shell: Shell::new(&browser, "desk-title").for_staff(),
        lacks_controller: by.roles.coordinator && app.controller.is_none(),
        step: work.step.map(|step| step_task(texts, step)),
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

fn step_task(texts: Texts, step: Step) -> Task {
    let (number, key, link) = match step {
        Step::Place => (1, "desk-step-place", Link::Places),
        Step::Room(place) => (2, "desk-step-room", Link::Place(place)),
        Step::Igangsetter => (3, "desk-step-igangsetter", Link::People),
        Step::Availability(person) => (4, "desk-step-availability", Link::Availability(person)),
        Step::Course => (5, "desk-step-course", Link::Courses),
    };
    let progress = [("number", number.into()), ("count", Step::COUNT.into())];
    Task {
        what: texts.with("desk-step", &progress),
        more: texts.get(&format!("{key}-why")),
        link,
        call: texts.get(key),
    }
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
    let asked = work.led.iter().filter(|group| group.state == GroupState::Asked);
    let led = work.led.iter().filter(|group| group.state != GroupState::Asked);
    round
        .into_iter()
        .chain(enough)
        .chain(asked.chain(led).map(|group| led_task(texts, group)))
        .chain(silent)
        .chain(work.open.iter().map(|(collection, title)| Task {
            what: texts.get("desk-open"),
            more: title.clone(),
            link: Link::CollectionDesk(*collection),
            call: texts.get("desk-open-call"),
        }))
        .collect()
}

/// A group, to its igangsetter.
fn led_task(texts: Texts, group: &Group) -> Task {
    let key = match group.state {
        GroupState::Proposed | GroupState::Asked => "desk-asked",
        GroupState::Inviting => "desk-inviting",
        GroupState::Ready => "desk-ready",
        GroupState::Dissolved => "desk-dissolved",
    };
    Task {
        what: texts.get(key),
        more: super::place_and_time(texts, group),
        link: Link::Group(group.id),
        call: texts.get("desk-group-call"),
    }
}

fn under_way(texts: Texts, group: &Group, counts: Counts) -> UnderWay {
    let state = match group.state {
        GroupState::Proposed | GroupState::Asked => texts.get("desk-waits-igangsetter"),
        GroupState::Inviting => texts.with("desk-waits-answers", &[("answers", counts.invited.into())]),
        GroupState::Ready => texts.with(
            "desk-is-ready",
            &[("date", texts.date(group.calendar.first_meeting).into())],
        ),
        GroupState::Dissolved => texts.get("desk-is-dissolved"),
    };
    let of = |key: &str, count| (texts.get(key), count);
    let counts = match group.state {
        GroupState::Inviting | GroupState::Ready => vec![
            of("seat-accepted", counts.accepted),
            of("seat-declined", counts.declined),
            of("seat-silent", counts.invited + counts.silent),
        ],
        GroupState::Proposed | GroupState::Asked | GroupState::Dissolved => Vec::new(),
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
        (Link::Availability(by.id), "desk-availability", igangsetter),
    ];
    let own = all.into_iter().filter(|(_, _, may)| *may);
    own.map(|(link, key, _)| (link, key)).collect()
}
