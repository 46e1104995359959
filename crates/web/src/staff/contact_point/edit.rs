//! `/contact-point/edit`: the contact point's name, the address of its sign-up page, for how many meetings an
//! igangsetter is there, and how its letters end.

use actix_web::{HttpResponse, web};
use askama::Template;
use contact_point::{Fault, PointDraft};
use model::{ClosingLines, Link, MOST_SUPPORTED};
use store::contact_point::ContactPoint;

use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{FieldFault, Form, FormState, Input, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::signed_in::Coordinator,
    told::{Telling as _, Told},
};

fields! {
    /// What the contact point says of itself.
    enum PointField {
        Name = "name",
        Slug = "slug",
        Supported = "supported",
        Closing = "closing",
    }
}

#[derive(Template)]
#[template(path = "staff/contact-point-edit.html")]
struct EditPoint {
    shell: Shell,
    form: Opening,
    name: Input,
    slug: Input,
    supported: Input,
    closing: Input,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::EditContactPoint.route());
    cfg.service(page.route(get().to(form)).route(post().to(save)));
}

async fn form(app: App, browser: Browser, Coordinator(by): Coordinator) -> Result<HttpResponse, WebFault> {
    let own = app.db.read(move |tx| contact_point::get_own(tx, &by)).await?;
    show(&page(&app, &browser, &filled(own)))
}

async fn save(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    form: Form<PointField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::EditContactPoint)?;
    let Some(draft) = read(&mut state) else {
        return show_again(&page(&app, &browser, &state));
    };
    let edit = app
        .db
        .write(move |tx| contact_point::edit_contact_point(tx, &by, &draft));
    match edit.await {
        Ok(()) => Ok(see_other(&Link::ContactPoint).telling(&app, Told::PointSaved)),
        Err(Fault::SlugTaken) => {
            state.blame(PointField::Slug, "point-slug-taken");
            show_again(&page(&app, &browser, &state))
        }
        Err(fault) => Err(fault.into()),
    }
}

fn filled(own: ContactPoint) -> FormState<PointField> {
    let closing = own.closing_lines.as_ref().map_or("", ClosingLines::as_str);
    FormState::empty()
        .filled(PointField::Name, own.name)
        .filled(PointField::Slug, own.slug.as_str())
        .filled(PointField::Supported, own.supported_meetings.to_string())
        .filled(PointField::Closing, closing)
}

fn read(state: &mut FormState<PointField>) -> Option<PointDraft> {
    let name = state.read_name(PointField::Name, "point-name");
    let slug = state.read(PointField::Slug, |raw| raw.parse().map_err(|_| "point-slug-fault"));
    let supported = state.read(PointField::Supported, |raw| {
        let number = raw.trim().parse().ok().filter(|number| *number <= MOST_SUPPORTED);
        number.ok_or(FieldFault::numbered(
            "point-supported-fault",
            "max",
            MOST_SUPPORTED.into(),
        ))
    });
    let closing_lines = if state.value(PointField::Closing).trim().is_empty() {
        Some(None)
    } else {
        state.read(PointField::Closing, ClosingLines::parse).map(Some)
    };
    Some(PointDraft {
        name: name?,
        slug: slug?,
        supported_meetings: supported?,
        closing_lines: closing_lines?,
    })
}

fn page(app: &App, browser: &Browser, state: &FormState<PointField>) -> EditPoint {
    let input = |field, label| Input::new(state, field, browser.texts(), label);
    EditPoint {
        shell: Shell::new(browser, "point-edit").for_staff().with_faults_of(state),
        form: Opening::of_page(app, browser, &Link::EditContactPoint),
        name: input(PointField::Name, "point-name").hint("set-up-contact-point-hint"),
        slug: input(PointField::Slug, "point-slug").hint("point-slug-hint"),
        supported: input(PointField::Supported, "point-supported")
            .hint("point-supported-hint")
            .digits("off"),
        closing: input(PointField::Closing, "point-closing")
            .hint("point-closing-hint")
            .lines(5)
            .optional(),
    }
}
