//! Contact points, tried on both databases.

mod availability;
mod leaving;
mod listed;
mod notice;
mod people;
mod places;
mod point;
mod rooms;
mod set_up;
mod sign_in;
mod staff;

use chrono::{DateTime, Utc};
use model::{Chance, EmailAddress, Roles, StaffId};
use store::{Db, staff::Member};
use testkit::oslo;
use vault::Vault;

use crate::{Fault, NewMember, add_member};

#[track_caller]
fn assert_not_yours<T: std::fmt::Debug>(done: &Result<T, Fault>) {
    assert!(matches!(done, Err(Fault::NotYours)), "{done:?}");
}

fn noon() -> DateTime<Utc> {
    oslo("2027-01-12 12:00")
}

/// What most functions here are lent.
struct Tools {
    vault: Vault,
    chance: Chance,
}

impl Tools {
    fn new() -> Self {
        Self {
            vault: testkit::region::a_vault(),
            chance: Chance::seeded(2),
        }
    }

    fn both(&self) -> (&Vault, &Chance) {
        (&self.vault, &self.chance)
    }

    /// Adds a member of staff, as a coordinator does.
    fn add(&self, db: &Db, by: &Member, new: &NewMember) -> Result<StaffId, Fault> {
        db.write_now(|tx| add_member(tx, self.both(), by, new, noon()))
    }
}

fn address(raw: &str) -> EmailAddress {
    EmailAddress::parse(raw).unwrap()
}

fn a_leader(raw_address: &str) -> NewMember {
    NewMember {
        name: "Ola".parse().unwrap(),
        email: address(raw_address),
        roles: Roles {
            leader: true,
            ..Roles::default()
        },
    }
}
