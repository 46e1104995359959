//! `/contact-point/closed`: days on which no group of the contact point's places meets for the first time.

use actix_web::{HttpResponse, web};
use askama::Template;
use model::Link;
use store::{DbConn, contact_point::list_closed_days, staff::Member};

use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Form, FormState, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::{
        signed_in::Coordinator,
        spans::{SpanForm, Spans, dropped, read},
    },
    told::{Telling as _, Told},
};

fields! {
    /// Days to add, or a button that drops some.
    enum ClosedField {
        First = "first",
        Last = "last",
        Drop = "drop",
    }
}

#[derive(Template)]
#[template(path = "staff/closed-days.html")]
struct ClosedDays {
    shell: Shell,
    form: Opening,
    spans: Spans,
    new: SpanForm,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::ClosedDays.route());
    cfg.service(page.route(get().to(form)).route(post().to(act)));
}

async fn form(app: App, browser: Browser, Coordinator(by): Coordinator) -> Result<HttpResponse, WebFault> {
    show(&page(&app, &browser, &by, &FormState::empty()).await?)
}

async fn act(
    app: App,
    browser: Browser,
    Coordinator(by): Coordinator,
    form: Form<ClosedField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::ClosedDays)?;
    if let Some(span) = dropped(&state, ClosedField::Drop) {
        let drop = move |tx: &mut DbConn| contact_point::drop_closed_days(tx, &by, span);
        app.db.write(drop).await?;
    } else {
        let typed = read(&mut state, (ClosedField::First, ClosedField::Last), app.clock.today());
        let Some(span) = typed else {
            return show_again(&page(&app, &browser, &by, &state).await?);
        };
        let add = move |tx: &mut DbConn| contact_point::add_closed_days(tx, &by, span);
        app.db.write(add).await?;
    }
    Ok(see_other(&Link::ClosedDays).telling(&app, Told::DaysSaved))
}

async fn page(
    app: &App,
    browser: &Browser,
    by: &Member,
    state: &FormState<ClosedField>,
) -> Result<ClosedDays, WebFault> {
    let point = by.contact_point;
    let closed = app.db.read(move |tx| list_closed_days(tx, point)).await?;
    let texts = browser.texts();
    Ok(ClosedDays {
        shell: Shell::new(browser, "closed-title").for_staff().with_faults_of(state),
        form: Opening::of_page(app, browser, &Link::ClosedDays),
        spans: Spans::new(texts, &closed),
        new: SpanForm::new(state, (ClosedField::First, ClosedField::Last), texts),
    })
}
