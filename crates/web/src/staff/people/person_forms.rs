//! The forms of somebody's page: name and roles, the address, and two buttons.

use askama::Template;
use model::Link;
use store::staff::Member;

use super::{COORDINATOR, IGANGSETTER, LEADER, role_choices};
use crate::{
    app::App,
    browser::Browser,
    form::{Buttons, Choices, FormState, Input, Opening, fields},
    page::Shell,
};

fields! {
    /// What can be changed about somebody, and the button that says what.
    pub enum EditField {
        Name = "name",
        Role = "role" many,
        Email = "email",
        Do = "do",
    }
}

/// Store name and roles.
pub const SAVE: &str = "save";
/// Store another address.
pub const ADDRESS: &str = "address";
/// End all sessions.
pub const SIGN_OUT: &str = "sign-out";
/// Let them go.
pub const REMOVE: &str = "remove";

/// Somebody's page.
#[derive(Template)]
#[template(path = "staff/person.html")]
pub struct PersonPage {
    shell: Shell,
    form: Opening,
    name: Input,
    roles: Choices,
    email: Input,
    save: &'static str,
    address: &'static str,
    leaving: Buttons,
}

/// The forms as they are before anything is typed. The address is not among it: nobody sees one (promise C14).
pub fn filled(person: &Member) -> FormState<EditField> {
    let state = FormState::empty().filled(EditField::Name, &person.name);
    let roles = [
        (person.roles.coordinator, COORDINATOR),
        (person.roles.leader, LEADER),
        (person.roles.igangsetter, IGANGSETTER),
    ];
    let held = roles.into_iter().filter(|(holds, _)| *holds);
    held.fold(state, |state, (_, role)| state.filled(EditField::Role, role))
}

/// The page with what was typed into one of the forms; the other shows what holds.
pub fn page(app: &App, browser: &Browser, person: &Member, state: &FormState<EditField>) -> PersonPage {
    let texts = browser.texts();
    let holds = filled(person);
    let named = if state.has(EditField::Do, SAVE) { state } else { &holds };
    let shell = Shell::new(browser, "people-title").for_staff();
    PersonPage {
        shell: shell.titled(person.name.clone()).with_faults_of(state),
        form: Opening::of_page(app, browser, &Link::Person(person.id)),
        name: Input::new(named, EditField::Name, texts, "people-name").hint("people-name-hint"),
        roles: role_choices(named, EditField::Role, texts),
        email: Input::new(state, EditField::Email, texts, "person-email")
            .hint("people-email-hint")
            .email(),
        save: SAVE,
        address: ADDRESS,
        leaving: Buttons::new(state, EditField::Do, texts)
            .other(SIGN_OUT, "person-sign-out")
            .danger(REMOVE, "person-remove"),
    }
}
