//! `/people`: who does what. Addresses are typed in here, and never shown (promise C14).

mod availability;
mod person;
mod person_forms;

use actix_web::{HttpResponse, web};
use askama::Template;
use contact_point::{Fault, NewMember};
use model::{EmailAddress, Link, Roles};
use store::{
    DbConn,
    contact_point::{self as points, ContactPoint},
    staff::{Member, list},
};
use texts::Texts;

use super::{
    named_roles,
    signed_in::Coordinator,
    steps::{self, Step},
};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Choice, Choices, Field, Form, FormState, Input, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    told::{Telling as _, Told},
};

fields! {
    /// A new member of staff.
    enum PersonField {
        Name = "name",
        Email = "email",
        Role = "role" many,
    }
}

const COORDINATOR: &str = "coordinator";
const LEADER: &str = "leader";
const IGANGSETTER: &str = "igangsetter";

#[derive(Template)]
#[template(path = "staff/people.html")]
struct People {
    shell: Shell,
    contact_points: Vec<(String, Vec<Listed>)>,
    form: Opening,
    name: Input,
    email: Input,
    roles: Choices,
}

/// Somebody on the list, with their own page if they are of the own contact point, and the page about when and where
/// if they start groups.
struct Listed {
    name: String,
    roles: String,
    person: Option<Link>,
    availability: Option<Link>,
}

/// Where they are served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::People.route());
    cfg.service(page.route(get().to(form)).route(post().to(add)))
        .configure(person::routes)
        .configure(availability::routes);
}

async fn form(app: App, browser: Browser, Coordinator(by): Coordinator) -> Result<HttpResponse, WebFault> {
    show(&page(&app, &browser, &by, &FormState::empty()).await?)
}

async fn add(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    form: Form<PersonField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::People)?;
    let Some(new) = read(&mut state) else {
        return show_again(&page(&app, &browser, &by, &state).await?);
    };
    let (vault, chance, adds) = (app.vault.clone(), app.chance.clone(), by.clone());
    let now = app.clock.now();
    let add = move |tx: &mut DbConn| contact_point::add_member(tx, (&vault, &chance), &adds, &new, now);
    match app.db.write(add).await {
        Ok(_) => Ok(see_other(&Link::People).telling(&app, Told::PersonAdded)),
        Err(Fault::AddressTaken) => {
            state.blame(PersonField::Email, "people-address-taken");
            show_again(&page(&app, &browser, &by, &state).await?)
        }
        Err(fault) => Err(fault.into()),
    }
}

fn read(state: &mut FormState<PersonField>) -> Option<NewMember> {
    let name = state.read_name(PersonField::Name, "people-name");
    let email = state.read(PersonField::Email, EmailAddress::parse);
    let roles = read_roles(state, PersonField::Role);
    Some(NewMember {
        name: name?,
        email: email?,
        roles: roles?,
    })
}

/// Reads the boxes of roles, of which at least one is ticked.
fn read_roles<F: Field>(state: &mut FormState<F>, field: F) -> Option<Roles> {
    let known = |raw: &str| [COORDINATOR, LEADER, IGANGSETTER].contains(&raw).then_some(());
    state.read_each(field, "people-no-role", known)?;
    Some(Roles {
        coordinator: state.has(field, COORDINATOR),
        leader: state.has(field, LEADER),
        igangsetter: state.has(field, IGANGSETTER),
    })
}

/// The boxes of roles.
fn role_choices<F: Field>(state: &FormState<F>, field: F, texts: Texts) -> Choices {
    let choice = |(value, label)| Choice::new(state, field, value, texts.get(label));
    let roles = [
        (COORDINATOR, "people-coordinator"),
        (LEADER, "people-leader"),
        (IGANGSETTER, "people-igangsetter"),
    ];
    Choices::several(state, field, texts, "people-roles").section(None, roles.into_iter().map(choice).collect())
}

async fn page(app: &App, browser: &Browser, by: &Member, state: &FormState<PersonField>) -> Result<People, WebFault> {
    let region = by.region;
    let read = move |tx: &mut DbConn| Ok::<_, store::Fault>((list(tx, region)?, points::list(tx, region)?));
    let (staff, contact_points) = app.db.read(read).await?;
    let texts = browser.texts();
    Ok(People {
        shell: Shell::new(browser, "people-title")
            .for_staff()
            .at_step(steps::at(app, browser, by, Step::Igangsetter).await?)
            .with_faults_of(state),
        contact_points: by_contact_point(texts, by, &contact_points, &staff),
        form: Opening::of_page(app, browser, &Link::People),
        name: Input::new(state, PersonField::Name, texts, "people-name").hint("people-name-hint"),
        email: Input::new(state, PersonField::Email, texts, "people-email")
            .hint("people-email-hint")
            .email(),
        roles: role_choices(state, PersonField::Role, texts),
    })
}

/// The region's staff by contact point, the own one first.
fn by_contact_point(
    texts: Texts,
    by: &Member,
    contact_points: &[ContactPoint],
    staff: &[Member],
) -> Vec<(String, Vec<Listed>)> {
    let listed = |member: &Member| Listed {
        name: member.name.clone(),
        roles: named_roles(texts, member.roles),
        person: (member.contact_point == by.contact_point).then_some(Link::Person(member.id)),
        availability: member.roles.igangsetter.then_some(Link::Availability(member.id)),
    };
    let (own, others): (Vec<_>, Vec<_>) = contact_points.iter().partition(|point| point.id == by.contact_point);
    own.into_iter()
        .chain(others)
        .map(|point| {
            let of_point = staff.iter().filter(|member| member.contact_point == point.id);
            (point.name.clone(), of_point.map(listed).collect())
        })
        .collect()
}
