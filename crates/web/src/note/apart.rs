//! `/my-note/apart`: a code that two people share who are never put into one group.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use course::{Fault, MyNote};
use model::{ApartCode, Link, LinkClaim, Purpose};

use super::{find_note, get_opened, opened};
use crate::{
    app::App,
    browser::Browser,
    cookie::WithCookie as _,
    fault::WebFault,
    form::{Buttons, Field as _, Form, FormState, Input, Opening, Subject, fields},
    page::{Shell, show, show_again},
    redirect::see_other,
    routes::{get, post},
    told::{Telling as _, Told},
};

fields! {
    /// A code that somebody else has made, which button was pressed, and whose code is dropped.
    enum ApartField {
        Make = "make",
        Code = "code",
        Share = "share",
        Drop = "drop",
    }
}

const MAKE: &str = "code";
const SHARE: &str = "code";

#[derive(Template)]
#[template(path = "note/apart.html")]
struct Apart {
    shell: Shell,
    own: Vec<(String, Opening)>,
    drop: &'static str,
    make: (Opening, Buttons),
    share: (Opening, Input, Buttons),
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    let page = web::resource(Link::ApartCode.route());
    cfg.service(page.route(get().to(form)).route(post().to(act)));
}

async fn form(app: App, browser: Browser, req: HttpRequest) -> Result<HttpResponse, WebFault> {
    let (claim, _) = get_opened(&app, &req, Purpose::MyNote)?;
    match find_note(&app, claim).await? {
        None => Ok(see_other(&Link::Erased)),
        Some(mine) => show(&page((&app, &browser), claim, &mine, &FormState::empty())),
    }
}

async fn act(app: App, browser: Browser, form: Form<ApartField>) -> Result<HttpResponse, WebFault> {
    let (claim, _, mut state) = form.of_note(Purpose::MyNote)?;
    let Some(mine) = find_note(&app, claim).await? else {
        return Ok(see_other(&Link::Erased));
    };
    match pressed(&mut state) {
        Some(act) => match act.done(&app, claim).await {
            Ok(told) => {
                let leading = see_other(&Link::ApartCode).with_cookie(&opened(&app, claim, None)?);
                return Ok(leading.telling(&app, told));
            }
            Err(Fault::TooManyCodes) => state.blame(act.field(), "fault-apart-many"),
            Err(Fault::NoSuchCode) => state.blame(ApartField::Code, "fault-apart-unknown"),
            Err(Fault::CodeTaken) => state.blame(ApartField::Code, "fault-apart-taken"),
            Err(fault) => return Err(fault.into()),
        },
        None if state.fault(ApartField::Code).is_none() => state.blame(ApartField::Make, "fault-button"),
        None => {}
    }
    show_again(&page((&app, &browser), claim, &mine, &state))
}

/// What a button does.
enum Act {
    Make,
    Share(ApartCode),
    Drop(ApartCode),
}

impl Act {
    const fn field(&self) -> ApartField {
        match self {
            Self::Make => ApartField::Make,
            Self::Share(_) => ApartField::Code,
            Self::Drop(_) => ApartField::Drop,
        }
    }

    async fn done(&self, app: &App, claim: LinkClaim) -> Result<Told, Fault> {
        let chance = app.chance.clone();
        match self {
            Self::Make => {
                let made = app.db.write(move |tx| course::make_apart_code(tx, &chance, claim.note));
                made.await.map(|_| Told::ApartMade)
            }
            Self::Share(code) => {
                let code = code.clone();
                let shared = app.db.write(move |tx| course::share_apart_code(tx, claim.note, &code));
                shared.await.map(|()| Told::ApartShared)
            }
            Self::Drop(code) => {
                let code = code.clone();
                let dropped = app.db.write(move |tx| course::drop_apart_code(tx, claim.note, &code));
                dropped.await.map(|()| Told::ApartDropped)
            }
        }
    }
}

fn pressed(state: &mut FormState<ApartField>) -> Option<Act> {
    if state.has(ApartField::Make, MAKE) {
        return Some(Act::Make);
    }
    if state.has(ApartField::Share, SHARE) {
        let read = |raw: &str| raw.parse().map_err(|_| "fault-apart-code");
        return state.read(ApartField::Code, read).map(Act::Share);
    }
    state.value(ApartField::Drop).parse().ok().map(Act::Drop)
}

fn page((app, browser): (&App, &Browser), claim: LinkClaim, mine: &MyNote, state: &FormState<ApartField>) -> Apart {
    let texts = browser.texts();
    let opening = || Opening::new(app, browser, &Link::ApartCode, &Subject::Note(claim, None));
    let typed = Input::new(state, ApartField::Code, texts, "apart-code").hint("apart-code-hint");
    Apart {
        shell: Shell::new(browser, "apart-title").with_faults_of(state),
        own: mine.apart.iter().map(|code| (code.to_string(), opening())).collect(),
        drop: ApartField::Drop.name(),
        make: (
            opening(),
            Buttons::new(state, ApartField::Make, texts).other(MAKE, "apart-make"),
        ),
        share: (
            opening().remembering_nothing(),
            typed,
            Buttons::new(state, ApartField::Share, texts).other(SHARE, "apart-share"),
        ),
    }
}
