//! The pages of coordinators, course leaders and igangsettere.
//!
//! Whatever is not a person's own, by role or by region, is answered as if it were not there (promise S12).
//! No page shows an address, or more of participants than its role may see (C10, C11).

mod caller;
mod collection;
mod contact_point;
mod courses;
mod desk;
mod groups;
mod id;
mod lead;
mod people;
mod places;
mod qr;
mod rounds;
mod set_up;
mod sign_in;
mod sign_out;
mod signed_in;
mod spans;
pub mod steps;
mod typed;

use actix_web::web::ServiceConfig;
use model::Roles;
use store::group::Group;
use texts::Texts;

pub use qr::QrPicture;
pub use rounds::{Heat, Level, Mark};

/// Where they are served.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.configure(set_up::routes)
        .configure(sign_in::routes)
        .configure(sign_out::routes)
        .configure(desk::routes)
        .configure(places::routes)
        .configure(contact_point::routes)
        .configure(people::routes)
        .configure(courses::routes)
        .configure(collection::routes)
        .configure(rounds::routes)
        .configure(groups::routes)
        .configure(lead::routes)
        .configure(caller::routes);
}

/// The names of somebody's roles, in a row.
pub fn named_roles(texts: Texts, roles: Roles) -> String {
    let named = [
        (roles.coordinator, "role-coordinator"),
        (roles.leader, "role-leader"),
        (roles.igangsetter, "role-igangsetter"),
    ];
    let held = named.into_iter().filter(|(holds, _)| *holds);
    held.map(|(_, key)| texts.get(key)).collect::<Vec<_>>().join(", ")
}

/// Where and when a group meets every week.
fn place_and_time(texts: Texts, group: &Group) -> String {
    format!("{}, {}", group.place_name, texts.weekly_time(group.cell.time))
}
