//! Staff are asked in by a coordinator, each with an address of their own.

use model::Roles;
use store::{Db, staff};
use testkit::{Region, both_databases};

use super::{Tools, a_leader, address};
use crate::{Fault, NewMember};

fn count(db: &Db, region: &Region) -> usize {
    db.read_now(|tx| staff::list(tx, region.id)).unwrap().len()
}

both_databases!(a_coordinator_adds_staff_to_the_own_contact_point, |db| {
    let (tools, region) = (Tools::new(), Region::made(&db, 1));
    let neighbour = region.add_neighbour();
    let added = tools.add(&db, &neighbour, &a_leader("ola@example.no")).unwrap();
    let member = db.read_now(|tx| staff::get(tx, added)).unwrap();
    assert_eq!(member.region, region.id);
    assert_eq!(member.contact_point, neighbour.contact_point);
    assert_eq!(member.roles, a_leader("ola@example.no").roles);
    assert_eq!(member.name, "Ola");
});

both_databases!(nobody_but_a_coordinator_adds_staff, |db| {
    let (tools, region) = (Tools::new(), Region::made(&db, 1));
    let before = count(&db, &region);
    let mut leader = region.coordinator.clone();
    leader.roles.coordinator = false;
    for by in [&region.igangsetter, &leader] {
        let refused = tools.add(&db, by, &a_leader("ola@example.no"));
        assert!(matches!(refused, Err(Fault::NotYours)), "{refused:?}");
    }
    assert_eq!(count(&db, &region), before);
});

both_databases!(staff_without_a_role_are_refused, |db| {
    let (tools, region) = (Tools::new(), Region::made(&db, 1));
    let nothing = NewMember {
        roles: Roles::default(),
        ..a_leader("ola@example.no")
    };
    let refused = tools.add(&db, &region.coordinator, &nothing);
    assert!(matches!(refused, Err(Fault::NoRole)), "{refused:?}");
});

both_databases!(an_address_belongs_to_one_member_in_all_regions, |db| {
    let (tools, region, other) = (Tools::new(), Region::made(&db, 1), Region::made(&db, 2));
    tools
        .add(&db, &region.coordinator, &a_leader("ola@example.no"))
        .unwrap();
    let before = (count(&db, &region), count(&db, &other));
    for by in [&region.coordinator, &other.coordinator] {
        let refused = tools.add(&db, by, &a_leader("OLA@example.NO"));
        assert!(matches!(refused, Err(Fault::AddressTaken)), "{refused:?}");
    }
    assert_eq!((count(&db, &region), count(&db, &other)), before);
});

both_databases!(the_address_of_staff_is_sealed_and_found_by_its_index, |db| {
    let (tools, region) = (Tools::new(), Region::made(&db, 1));
    let added = tools
        .add(&db, &region.coordinator, &a_leader("ola@example.no"))
        .unwrap();
    let sealed = db.read_now(|tx| staff::get_sealed_address(tx, added)).unwrap();
    assert!(!sealed.windows(3).any(|part| part.eq_ignore_ascii_case(b"ola")));
    let index = tools.vault.index(&address("ola@example.no"));
    let found = db.read_now(|tx| staff::find_by_address(tx, &[index])).unwrap();
    assert_eq!(found.map(|member| member.id), Some(added));
});
