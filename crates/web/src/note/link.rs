//! `/n/{token}`: where the links in letters lead. Following one changes nothing (promise S2).

use actix_web::{HttpRequest, HttpResponse, web};
use model::{Link, Purpose};
use vault::TokenFault;

use super::{find_note, find_opened, opened};
use crate::{
    app::App,
    cookie::{CookieName, WithCookie as _},
    fault::WebFault,
    redirect::see_other,
    routes::get,
    told::{Telling as _, Told},
};

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(Link::Token(String::new()).route()).route(get().to(follow)));
}

async fn follow(app: App, req: HttpRequest, token: web::Path<String>) -> Result<HttpResponse, WebFault> {
    let claim = match app.vault.read_link(&token) {
        // Its key has been destroyed (promise S1); that of a newer version is not here yet, or is made up.
        Err(TokenFault::UnknownKey(version)) if version < app.vault.newest_version() => {
            return Ok(see_other(&Link::FindNote).telling(&app, Told::LinkTooOld));
        }
        read => read.map_err(|_| WebFault::NoSuchLink)?,
    };
    let Some(mine) = find_note(&app, claim).await? else {
        return Ok(see_other(&Link::Erased));
    };
    let invited_to = mine.seat.map(|mine| mine.seat.group);
    // Followed again after the answer, the link still knows what was answered.
    let known = || find_opened(&app, &req, claim.purpose).filter(|(earlier, _)| *earlier == claim);
    let group = invited_to.or_else(|| known()?.1);
    let page = match claim.purpose {
        Purpose::Confirm => Link::Confirm,
        Purpose::Answer => Link::Answer,
        Purpose::MyNote => Link::MyNote,
    };
    let mut leading = see_other(&page).with_cookie(&opened(&app, claim, group)?);
    if CookieName::Language.read(&app, &req).is_none() {
        // The page speaks the language of the letter.
        let language = mine.note.language.tag().to_owned();
        leading = leading.with_cookie(&CookieName::Language.set(&app, language));
    }
    Ok(leading)
}
