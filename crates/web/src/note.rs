//! The participant's pages: leave a note, confirm or find it, answer an invitation, see, change and erase everything.
//!
//! A link from a letter, or a receipt code, leaves a sealed cookie, and leads to a page without a token in its address
//! (promise S3). Pages are read by that cookie; what is done is done to the note in the form's token, never to the
//! cookie's.

mod absence;
mod answer;
mod apart;
mod calendar;
mod change;
mod confirm;
mod erased;
mod find;
mod leave;
mod link;
mod look_up;
mod meeting;
mod my_note;
mod notice;
mod received;
mod wanted;

use actix_web::{HttpRequest, cookie::Cookie, web::ServiceConfig};
use course::MyNote;
use model::{EmailAddress, GroupId, LinkClaim, Purpose};
use store::note::Note;

use crate::{app::App, cookie::CookieName, fault::WebFault, form::Subject};

pub use erased::EVERYTHING;
pub use meeting::{Meeting, next as next_meeting, where_it_is};
pub use notice::NoticeBox;

/// The patterns of the pages at which anybody can leave a note.
pub const DOORS: [&str; 4] = leave::DOORS;
/// For how many minutes a page stays open after its link was followed.
const OPEN_MINUTES: u16 = 60;

/// Where they are served.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.configure(leave::routes)
        .configure(received::routes)
        .configure(link::routes)
        .configure(look_up::routes)
        .configure(find::routes)
        .configure(confirm::routes)
        .configure(answer::routes)
        .configure(my_note::routes)
        .configure(change::routes)
        .configure(apart::routes)
        .configure(absence::routes)
        .configure(calendar::routes)
        .configure(erased::routes);
}

/// The cookie of whoever followed a link, with the group whose invitation was open then.
fn opened(app: &App, claim: LinkClaim, group: Option<GroupId>) -> Result<Cookie<'static>, WebFault> {
    let content = Subject::Note(claim, group).to_bytes();
    CookieName::Note(claim.purpose).seal(app, &content, OPEN_MINUTES)
}

/// What somebody may do who has shown that a note is theirs.
const fn claim_on(note: &Note, purpose: Purpose) -> LinkClaim {
    LinkClaim {
        note: note.id,
        purpose,
        generation: note.generation,
    }
}

/// Which link this browser followed last, of those for a purpose.
fn find_opened(app: &App, req: &HttpRequest, purpose: Purpose) -> Option<(LinkClaim, Option<GroupId>)> {
    let content = CookieName::Note(purpose).open(app, req)?;
    match Subject::from_bytes(&content)? {
        Subject::Note(claim, group) if claim.purpose == purpose => Some((claim, group)),
        _ => None,
    }
}

fn get_opened(app: &App, req: &HttpRequest, purpose: Purpose) -> Result<(LinkClaim, Option<GroupId>), WebFault> {
    find_opened(app, req, purpose).ok_or(WebFault::NoLink)
}

/// The note that a link is about; `None` if it has been erased.
async fn find_note(app: &App, claim: LinkClaim) -> Result<Option<MyNote>, WebFault> {
    let found = app.db.read(move |tx| course::my_note(tx, claim.note)).await?;
    if found
        .as_ref()
        .is_some_and(|mine| mine.note.generation != claim.generation)
    {
        return Err(WebFault::OldLink);
    }
    Ok(found)
}

/// The number to call about a note.
fn phone(mine: &MyNote) -> Option<String> {
    let controller = mine.contact_point.controller.as_ref();
    controller.map(|controller| controller.phone.clone())
}

/// The key of how one hears of what is new: no letters go to whoever has a code (promise C13).
const fn news(mine: &MyNote) -> &'static str {
    if mine.note.by_code { "news-code" } else { "news-letter" }
}

/// Whether a stranger may cause a letter to this address now (promise S8). The answer to them is the same either way.
fn may_write(app: &App, to: &EmailAddress) -> bool {
    app.limits.letters_to(&app.vault.index(to))
}
