//! Contact points, tried on both databases.

mod availability;
mod places;
mod set_up;
mod sign_in;
mod staff;

use model::{Chance, EmailAddress, Roles, StaffId};
use store::{Db, staff::Member};
use vault::Vault;

use crate::{Fault, NewMember, add_member};

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
        db.write_now(|tx| add_member(tx, self.both(), by, new))
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
