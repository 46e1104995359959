//! Contact points: set-up, staff and their ways in, places, rooms and availability.
//!
//! All functions run inside a transaction of `store`. Whatever is not a person's own region is answered as if it were
//! not there (promise S12).

mod availability;
mod fault;
mod people;
mod places;
mod session;
mod set_up;
mod sign_in;

pub use availability::{find_availability, set_availability};
pub use fault::Fault;
pub use people::{NewMember, add_member};
pub use places::{NewPlace, NewRoom, add_place, add_room, region_cells};
pub use session::{SESSION_LASTS, open_session, sign_out, who};
pub use set_up::{FirstSetUp, SET_UP_LASTS, is_set_up_open, offer_set_up, set_up};
pub use sign_in::{CODE_LASTS, SignedIn, TRIES, ask_for_code, ask_silently, sign_in};

#[cfg(test)]
mod tests;
