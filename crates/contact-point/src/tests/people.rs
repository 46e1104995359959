//! A coordinator changes what is said of the staff of the own contact point.

use model::{Letter, LetterName, Roles, StaffId};
use store::{Db, staff};
use testkit::{Region, both_databases, letters_owed};

use super::{Tools, a_leader, address, assert_not_yours, noon};
use crate::{
    Fault, NewMember, change_address, edit_member, get_member, invite, open_session, sign_out_everywhere, who,
};

const COORDINATOR: Roles = Roles {
    coordinator: true,
    leader: false,
    igangsetter: false,
};

fn edit(db: &Db, by: &staff::Member, of: StaffId, roles: Roles) -> Result<(), Fault> {
    let name: LetterName = "Ny".parse().unwrap();
    db.write_now(|tx| edit_member(tx, by, of, (&name, roles), noon()))
}

fn welcomes(db: &Db, of: StaffId) -> usize {
    let owed = letters_owed(db).into_iter();
    owed.filter(|owed| owed.letter == Letter::Welcome { staff: of }).count()
}

both_databases!(whoever_is_added_is_owed_a_letter_that_says_so, |db| {
    let (tools, region) = (Tools::new(), Region::made(&db, 1));
    let ola = tools
        .add(&db, &region.coordinator, &a_leader("ola@example.no"))
        .unwrap();
    assert_eq!(welcomes(&db, ola), 1);
});

both_databases!(a_name_and_roles_are_changed, |db| {
    let (tools, region) = (Tools::new(), Region::made(&db, 1));
    let ola = tools
        .add(&db, &region.coordinator, &a_leader("ola@example.no"))
        .unwrap();
    edit(&db, &region.coordinator, ola, COORDINATOR).unwrap();
    let stored = db.read_now(|tx| get_member(tx, &region.coordinator, ola)).unwrap();
    assert_eq!((stored.name.as_str(), stored.roles), ("Ny", COORDINATOR));
    let refused = edit(&db, &region.coordinator, ola, Roles::default());
    assert!(matches!(refused, Err(Fault::NoRole)), "{refused:?}");
});

both_databases!(the_last_coordinator_of_a_contact_point_stays_one, |db| {
    let region = Region::made(&db, 1);
    let _ = region.add_neighbour();
    let leader = Roles {
        leader: true,
        ..Roles::default()
    };
    let (by, id) = (&region.coordinator, region.coordinator.id);
    let refused = edit(&db, by, id, leader);
    assert!(matches!(refused, Err(Fault::LastCoordinator)), "{refused:?}");
    edit(&db, by, id, COORDINATOR).unwrap();
    edit(&db, by, region.igangsetter.id, COORDINATOR).unwrap();
    edit(&db, by, id, leader).unwrap();
});

both_databases!(a_mistyped_address_is_changed_and_whoever_has_the_old_one_is_out, |db| {
    let (tools, region) = (Tools::new(), Region::made(&db, 1));
    let by = &region.coordinator;
    let ola = tools.add(&db, by, &a_leader("olla@example.no")).unwrap();
    let token = db.write_now(|tx| open_session(tx, &tools.chance, ola, noon())).unwrap();
    let change = |raw: &str| {
        let email = address(raw);
        db.write_now(|tx| change_address(tx, tools.both(), by, (ola, &email), noon()))
    };
    change("ola@example.no").unwrap();
    let found = |raw| {
        let index = tools.vault.index(&address(raw));
        let found = db.read_now(|tx| staff::find_by_address(tx, &[index]));
        found.unwrap().map(|member| member.id)
    };
    assert_eq!(found("ola@example.no"), Some(ola));
    assert_eq!(found("olla@example.no"), None);
    assert_eq!(db.read_now(|tx| who(tx, &token, noon())).unwrap(), None);
    assert_eq!(welcomes(&db, ola), 2);

    tools.add(&db, by, &a_leader("eva@example.no")).unwrap();
    let taken = change("eva@example.no");
    assert!(matches!(taken, Err(Fault::AddressTaken)), "{taken:?}");
    change("ola@example.no").unwrap();
});

both_databases!(the_staff_of_others_are_theirs, |db| {
    let (tools, region, other) = (Tools::new(), Region::made(&db, 1), Region::made(&db, 2));
    let email = address("ola@example.no");
    for by in [&region.igangsetter, &region.add_neighbour(), &other.coordinator] {
        let of = region.coordinator.id;
        assert_not_yours(&db.read_now(|tx| get_member(tx, by, of)));
        assert_not_yours(&edit(&db, by, of, COORDINATOR));
        assert_not_yours(&db.write_now(|tx| change_address(tx, tools.both(), by, (of, &email), noon())));
        assert_not_yours(&db.write_now(|tx| sign_out_everywhere(tx, by, of)));
        assert_not_yours(&db.write_now(|tx| crate::remove_member(tx, by, of, noon())));
    }
    let unchanged = db.read_now(|tx| staff::get(tx, region.coordinator.id)).unwrap();
    assert_eq!(unchanged, region.coordinator);
});

both_databases!(the_operator_invites_by_the_name_of_the_sign_up_page, |db| {
    let (tools, region) = (Tools::new(), Region::made(&db, 1));
    let point = db
        .read_now(|tx| store::contact_point::get(tx, region.contact_point))
        .unwrap();
    let new = a_leader("ola@example.no");
    let invited = |slug: &str, new: &NewMember| {
        let slug = slug.parse().unwrap();
        db.write_now(|tx| invite(tx, tools.both(), &slug, new, noon()))
    };
    let ola = invited(point.slug.as_str(), &new).unwrap();
    let stored = db.read_now(|tx| staff::get(tx, ola)).unwrap();
    assert_eq!((stored.contact_point, stored.roles), (region.contact_point, new.roles));
    assert_eq!(welcomes(&db, ola), 1);
    let nowhere = invited("nowhere", &a_leader("eva@example.no"));
    assert!(matches!(nowhere, Err(Fault::NoSuchContactPoint)), "{nowhere:?}");
});
