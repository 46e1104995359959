//! The pages of staff.

mod set_up;
mod sign_in;

use model::{EmailAddress, Letter, Link, Roles, SignInId};
use store::staff::Member;
use testkit::{Region, letters_owed};

use super::site::{Answer, Site, Visitor};

/// A region in the site's database.
fn a_region(site: &Site) -> Region {
    Region::made(&site.db, 1)
}

/// A browser in which somebody is signed in.
fn signed_in(site: &Site, member: &Member) -> Visitor {
    let (app, id) = (&site.app, member.id);
    let now = app.clock.now();
    let token = app
        .db
        .write_now(|tx| contact_point::open_session(tx, &app.chance, id, now))
        .unwrap();
    let visitor = site.visitor();
    let cookie = ("__Host-session".to_owned(), token.to_string());
    visitor.cookies.borrow_mut().extend([cookie]);
    visitor
}

/// Somebody with an address of their own, who can ask for a code.
fn with_address(site: &Site, region: &Region, email: &str, roles: Roles) -> Member {
    let new = contact_point::NewMember {
        name: "Ola".parse().unwrap(),
        email: EmailAddress::parse(email).unwrap(),
        roles,
    };
    let (app, by) = (&site.app, &region.coordinator);
    let add = |tx: &mut _| {
        let id = contact_point::add_member(tx, (&app.vault, &app.chance), by, &new)?;
        Ok::<_, contact_point::Fault>(store::staff::get(tx, id)?)
    };
    app.db.write_now(add).unwrap()
}

/// The codes that were asked for, in no order.
fn asked(site: &Site) -> Vec<SignInId> {
    let letters = letters_owed(&site.db).into_iter();
    letters
        .filter_map(|letter| match letter.letter {
            Letter::SignInCode { sign_in } => Some(sign_in),
            _ => None,
        })
        .collect()
}

/// Sends a page's form as it was shown, with these fields.
async fn fill_in(visitor: &Visitor, page: &Link, fields: &[(&str, &str)]) -> Answer {
    let shown = visitor.visit(page).await;
    visitor.send(&shown, fields).await
}
