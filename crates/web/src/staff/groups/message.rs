//! `/groups/{group}/message`: a fixed message to all who come. Nobody's address is shown, and nothing is typed freely.

use actix_web::{HttpResponse, web};
use askama::Template;
use groups::Fault;
use model::{GroupId, Link, Practical};
use store::DbConn;

use super::find_ready;
use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, Choice, Choices, Form, FormState, Opening, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    staff::{id::Id, signed_in::SignedIn},
    told::{Telling as _, Told},
};

fields! {
    /// Which message.
    enum MessageField {
        What = "what",
        Do = "do",
    }
}

const SEND: &str = "send";

#[derive(Template)]
#[template(path = "staff/group-message.html")]
struct MessagePage {
    shell: Shell,
    back: Link,
    form: Opening,
    what: Choices,
    send: Buttons,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::Message(GroupId::from_bytes([0; 16])).route());
    cfg.service(page.route(get().to(show_form)).route(post().to(send)));
}

async fn show_form(
    app: App,
    browser: Browser,
    SignedIn(by): SignedIn,
    Id(id): Id<GroupId>,
) -> Result<HttpResponse, WebFault> {
    find_ready(&app, by, id).await?;
    show(&page(&app, &browser, id, &FormState::empty()))
}

async fn send(
    app: App,
    browser: Browser,
    SignedIn(by): SignedIn,
    Id(id): Id<GroupId>,
    form: Form<MessageField>,
) -> Result<HttpResponse, WebFault> {
    let mut state = form.about(&Link::Message(id))?;
    find_ready(&app, by.clone(), id).await?;
    let what = state.read(MessageField::What, |raw| {
        Practical::from_code(raw).ok_or("message-none")
    });
    if !state.has(MessageField::Do, SEND) {
        state.blame(MessageField::Do, "fault-button");
    }
    let (Some(what), None) = (what, state.fault(MessageField::Do)) else {
        return show_again(&page(&app, &browser, id, &state));
    };
    let (chance, now) = (app.chance.clone(), app.clock.now());
    let tell = move |tx: &mut DbConn| groups::tell(tx, &chance, &by, (id, what), now);
    match app.db.write(tell).await {
        Ok(_) => Ok(see_other(&Link::Group(id)).telling(&app, Told::MessageSent)),
        Err(Fault::TooManyMessages) => {
            state.blame(MessageField::Do, "message-enough");
            show_again(&page(&app, &browser, id, &state))
        }
        Err(fault) => Err(fault.into()),
    }
}

fn page(app: &App, browser: &Browser, id: GroupId, state: &FormState<MessageField>) -> MessagePage {
    let texts = browser.texts();
    // What the letter says.
    let choice = |message: Practical| {
        let label = texts.get(&format!("letter-practical-{}", message.code()));
        Choice::new(state, MessageField::What, message.code(), label)
    };
    MessagePage {
        shell: Shell::new(browser, "message-title").for_staff().with_faults_of(state),
        back: Link::Group(id),
        form: Opening::of_page(app, browser, &Link::Message(id)),
        what: Choices::one(state, MessageField::What, texts, "message-what")
            .hint("message-hint")
            .section(None, Practical::ALL.map(choice).into()),
        send: Buttons::new(state, MessageField::Do, texts).first(SEND, "message-send"),
    }
}
