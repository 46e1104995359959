//! `/people/{person}`: change somebody's name and roles or a mistyped address, sign them out, or let them go.

use actix_web::{HttpResponse, web};
use chrono::{DateTime, Utc};
use contact_point::Fault;
use model::{Chance, EmailAddress, GroupState, LetterName, Link, Roles, StaffId};
use store::{DbConn, group, staff::Member};

use super::{
    person_forms::{ADDRESS, EditField, REMOVE, SAVE, SIGN_OUT, filled, page},
    read_roles,
};
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Form, FormState},
    page::{show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::{id::Id, signed_in::Coordinator},
    told::{Telling as _, Told},
};

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let resource = web::resource(Link::Person(StaffId::from_bytes([0; 16])).route());
    cfg.service(resource.route(get().to(form)).route(post().to(act)));
}

async fn form(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    Id(id): Id<StaffId>,
) -> Result<HttpResponse, WebFault> {
    let person = find(&app, &by, id).await?;
    show(&page(&app, &browser, &person, &filled(&person)))
}

async fn act(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    Id(id): Id<StaffId>,
    form: Form<EditField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::Person(id))?;
    let person = find(&app, &by, id).await?;
    let Some(work) = read(&mut state) else {
        return show_again(&page(&app, &browser, &person, &state));
    };
    let (told, next) = work.leads_to(id);
    let (chance, vault, now) = (app.chance.clone(), app.vault.clone(), app.clock.now());
    let write = move |tx: &mut DbConn| match &work {
        Work::Save(name, roles) => save(tx, &chance, &by, (id, name, *roles), now),
        Work::Address(email) => Ok(contact_point::change_address(
            tx,
            (&vault, &chance),
            &by,
            (id, email),
            now,
        )?),
        Work::SignOut => Ok(contact_point::sign_out_everywhere(tx, &by, id)?),
        Work::Remove => remove(tx, &chance, &by, id, now),
    };
    match app.db.write(write).await {
        Ok(()) => Ok(see_other(&next).telling(&app, told)),
        Err(fault) => {
            blame(&mut state, fault)?;
            show_again(&page(&app, &browser, &person, &state))
        }
    }
}

/// What a button does.
enum Work {
    Save(LetterName, Roles),
    Address(EmailAddress),
    SignOut,
    Remove,
}

impl Work {
    const fn leads_to(&self, id: StaffId) -> (Told, Link) {
        match self {
            Self::Save(..) => (Told::PersonSaved, Link::Person(id)),
            Self::Address(_) => (Told::AddressChanged, Link::Person(id)),
            Self::SignOut => (Told::SignedOut, Link::Person(id)),
            Self::Remove => (Told::PersonRemoved, Link::People),
        }
    }
}

fn read(state: &mut FormState<EditField>) -> Option<Work> {
    match state.value(EditField::Do) {
        SAVE => {
            let name = state.read_name(EditField::Name, "people-name");
            let roles = read_roles(state, EditField::Role);
            Some(Work::Save(name?, roles?))
        }
        ADDRESS => state.read(EditField::Email, EmailAddress::parse).map(Work::Address),
        SIGN_OUT => Some(Work::SignOut),
        REMOVE => Some(Work::Remove),
        _ => {
            state.blame(EditField::Do, "fault-button");
            None
        }
    }
}

async fn find(app: &App, by: &Member, id: StaffId) -> Result<Member, WebFault> {
    let by = by.clone();
    Ok(app.db.read(move |tx| contact_point::get_member(tx, &by, id)).await?)
}

/// Whoever is no longer to start groups steps back from theirs first, in the same transaction.
fn save(
    tx: &mut DbConn,
    chance: &Chance,
    by: &Member,
    (id, name, roles): (StaffId, &LetterName, Roles),
    now: DateTime<Utc>,
) -> Result<(), WebFault> {
    if !roles.igangsetter {
        step_back(tx, chance, (by, id), now)?;
    }
    Ok(contact_point::edit_member(tx, by, id, (name, roles), now)?)
}

fn remove(tx: &mut DbConn, chance: &Chance, by: &Member, id: StaffId, now: DateTime<Utc>) -> Result<(), WebFault> {
    step_back(tx, chance, (by, id), now)?;
    Ok(contact_point::remove_member(tx, by, id, now)?)
}

/// Takes somebody out of the groups that count on them, as if they had said so themselves: the coordinators find
/// somebody else. `contact-point` knows no groups' life, so this stands where both are known.
fn step_back(
    tx: &mut DbConn,
    chance: &Chance,
    (by, id): (&Member, StaffId),
    now: DateTime<Utc>,
) -> Result<(), WebFault> {
    let person = contact_point::get_member(tx, by, id)?;
    for led in group::list_of_igangsetter(tx, id)? {
        if led.state != GroupState::Dissolved {
            groups::step_back(tx, chance, &person, led.id, now)?;
        }
    }
    Ok(())
}

/// Notes why what was asked for could not be done.
fn blame(state: &mut FormState<EditField>, fault: WebFault) -> Result<(), WebFault> {
    let removes = state.has(EditField::Do, REMOVE);
    match fault {
        WebFault::ContactPoint(Fault::AddressTaken) => state.blame(EditField::Email, "people-address-taken"),
        WebFault::ContactPoint(Fault::LastCoordinator) if removes => {
            state.blame(EditField::Do, "person-last-coordinator");
        }
        WebFault::ContactPoint(Fault::LastCoordinator) => state.blame(EditField::Role, "person-last-coordinator"),
        other => return Err(other),
    }
    Ok(())
}
