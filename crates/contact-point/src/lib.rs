//! Contact points: set-up, staff and their ways in, places, rooms and availability.
//!
//! All functions run inside a transaction of `store`. Whatever is not a person's own region is answered as if it were
//! not there (promise S12).

mod availability;
mod fault;
mod leaving;
mod listed;
mod notice;
mod people;
mod places;
mod point;
mod rooms;
mod session;
mod set_up;
mod sign_in;

pub use availability::{add_away, drop_away, find_availability, set_availability};
pub use fault::Fault;
pub use leaving::{expire_staff, remove_again, remove_member};
pub use listed::{ListedPlace, ListedRoom, add_listed};
pub use notice::{Affected, count_affected, find_points, tell_affected};
pub use people::{NewMember, add_member, change_address, edit_member, get_member, invite, sign_out_everywhere};
pub use places::{PlaceDraft, add_place, edit_place, get_place, offer_place};
pub use point::{
    ControllerDraft, NewPoint, PointDraft, add_closed_days, add_contact_point, drop_closed_days, edit_contact_point,
    get_own, name_controller,
};
pub use rooms::{RoomDraft, add_room, edit_room, get_room, offer_room, region_cells};
pub use session::{SESSION_LASTS, open_session, sign_out, who};
pub use set_up::{FirstSetUp, SET_UP_LASTS, is_set_up_open, offer_set_up, set_up};
pub use sign_in::{CODE_LASTS, SignedIn, TRIES, ask_for_code, ask_silently, sign_in};

#[cfg(test)]
mod tests;
