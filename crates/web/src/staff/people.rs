//! `/people`: who does what. Addresses are typed in here, and never shown (promise C14).

mod availability;

use actix_web::{HttpResponse, web};
use askama::Template;
use contact_point::{Fault, NewMember};
use model::{EmailAddress, Link, Roles};
use store::{
    DbConn,
    region::{ContactPoint, list_contact_points},
    staff::{Member, list},
};
use texts::Texts;

use super::{named_roles, signed_in::Coordinator};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Choice, Choices, Form, FormState, Input, Opening, fields},
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

/// Somebody on the list, with the page about when and where, if they start groups.
struct Listed {
    name: String,
    roles: String,
    availability: Option<Link>,
}

/// Where they are served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::People.route());
    cfg.service(page.route(get().to(form)).route(post().to(add)))
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
    let add = move |tx: &mut DbConn| contact_point::add_member(tx, (&vault, &chance), &adds, &new);
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
    let known = |raw: &str| [COORDINATOR, LEADER, IGANGSETTER].contains(&raw).then_some(());
    let roles = state
        .read_each(PersonField::Role, "people-no-role", known)
        .map(|_| Roles {
            coordinator: state.has(PersonField::Role, COORDINATOR),
            leader: state.has(PersonField::Role, LEADER),
            igangsetter: state.has(PersonField::Role, IGANGSETTER),
        });
    Some(NewMember {
        name: name?,
        email: email?,
        roles: roles?,
    })
}

async fn page(app: &App, browser: &Browser, by: &Member, state: &FormState<PersonField>) -> Result<People, WebFault> {
    let region = by.region;
    let read = move |tx: &mut DbConn| Ok::<_, store::Fault>((list(tx, region)?, list_contact_points(tx, region)?));
    let (staff, contact_points) = app.db.read(read).await?;
    let texts = browser.texts();
    let choice = |value, label| Choice::new(state, PersonField::Role, value, texts.get(label));
    let roles = vec![
        choice(COORDINATOR, "people-coordinator"),
        choice(LEADER, "people-leader"),
        choice(IGANGSETTER, "people-igangsetter"),
    ];
    Ok(People {
        shell: Shell::new(browser, "people-title").for_staff().with_faults_of(state),
        contact_points: by_contact_point(texts, by, &contact_points, &staff),
        form: Opening::of_page(app, browser, &Link::People),
        name: Input::new(state, PersonField::Name, texts, "people-name").hint("people-name-hint"),
        email: Input::new(state, PersonField::Email, texts, "people-email")
            .hint("people-email-hint")
            .email(),
        roles: Choices::several(state, PersonField::Role, texts, "people-roles").section(None, roles),
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
