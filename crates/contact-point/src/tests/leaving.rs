//! Staff are let go, and nothing that somebody counts on is left without them.

use chrono::{DateTime, TimeDelta, Utc};
use model::{Calendar, GroupId, GroupState, Lead, Roles, RoundId, StaffId};
use store::{
    Db, availability,
    group::{self, Group},
    place::Directions,
    round::{self, Round},
    staff::{self, Member},
};
use testkit::{Region, both_databases, day, oslo};

use super::{Tools, a_leader, noon};
use crate::{Fault, edit_member, expire_staff, open_session, remove_member, who};

fn remove(db: &Db, by: &Member, of: StaffId) -> Result<(), Fault> {
    db.write_now(|tx| remove_member(tx, by, of, noon()))
}

fn is_there(db: &Db, of: StaffId) -> bool {
    db.read_now(|tx| staff::find(tx, of)).unwrap().is_some()
}

/// A group of the region's igangsetter; a draft is one of an open round.
fn a_group(db: &Db, region: &Region, state: GroupState) -> GroupId {
    let round = (state == GroupState::Proposed).then(|| RoundId::random(&region.chance));
    let group = Group {
        id: GroupId::random(&region.chance),
        region: region.id,
        round,
        state,
        cell: region.cell,
        room: region.room,
        contact_point: region.contact_point,
        lead: Lead::By(region.igangsetter.id),
        place_name: "Biblioteket".to_owned(),
        letter_name: "Storgata 1".to_owned(),
        directions: Directions::default(),
        room_name: "Peisestua".to_owned(),
        calendar: Calendar::meeting_on(day("2027-02-02"), 5),
        size: 5,
    };
    db.write_now(|tx| {
        if let Some(id) = round {
            let (region, made_on) = (region.id, day("2027-01-12"));
            round::insert(tx, Round { id, region, made_on })?;
        }
        group::insert(tx, &group)
    })
    .unwrap();
    group.id
}

fn found(db: &Db, group: GroupId) -> Option<Group> {
    db.read_now(|tx| group::find(tx, group)).unwrap()
}

both_databases!(whoever_is_removed_is_signed_out_and_forgotten, |db| {
    let (tools, region) = (Tools::new(), Region::made(&db, 1));
    let by = &region.coordinator;
    let ola = tools.add(&db, by, &a_leader("ola@example.no")).unwrap();
    let token = db.write_now(|tx| open_session(tx, &tools.chance, ola, noon())).unwrap();
    remove(&db, by, ola).unwrap();
    assert!(!is_there(&db, ola));
    assert_eq!(db.read_now(|tx| who(tx, &token, noon())).unwrap(), None);
    remove(&db, by, region.igangsetter.id).unwrap();
    assert!(db.read_now(|tx| availability::list(tx, region.id)).unwrap().is_empty());
});

both_databases!(the_last_coordinator_of_a_contact_point_is_not_removed, |db| {
    let (tools, region) = (Tools::new(), Region::made(&db, 1));
    let _ = region.add_neighbour();
    let (by, id) = (&region.coordinator, region.coordinator.id);
    let refused = remove(&db, by, id);
    assert!(matches!(refused, Err(Fault::LastCoordinator)), "{refused:?}");
    let mut second = a_leader("ola@example.no");
    second.roles.coordinator = true;
    tools.add(&db, by, &second).unwrap();
    remove(&db, by, id).unwrap();
    assert!(!is_there(&db, id));
});

both_databases!(nobody_leaves_a_group_that_is_under_way, |db| {
    let region = Region::made(&db, 1);
    let (by, id) = (&region.coordinator, region.igangsetter.id);
    let leader = Roles {
        leader: true,
        ..Roles::default()
    };
    for state in [
        GroupState::Open,
        GroupState::Asked,
        GroupState::Inviting,
        GroupState::Ready,
        GroupState::Started,
    ] {
        let group = a_group(&db, &region, state);
        let refused = remove(&db, by, id);
        assert!(matches!(refused, Err(Fault::Leads)), "{state:?}: {refused:?}");
        let name = "Kari".parse().unwrap();
        let refused = db.write_now(|tx| edit_member(tx, by, id, (&name, leader), noon()));
        assert!(matches!(refused, Err(Fault::Leads)), "{state:?}: {refused:?}");
        db.write_now(|tx| group::delete(tx, group)).unwrap();
    }
    remove(&db, by, id).unwrap();
});

both_databases!(
    a_draft_loses_the_groups_of_whoever_leaves_and_a_dissolved_one_its_name,
    |db| {
        let region = Region::made(&db, 1);
        let proposed = a_group(&db, &region, GroupState::Proposed);
        let dissolved = a_group(&db, &region, GroupState::Dissolved);
        remove(&db, &region.coordinator, region.igangsetter.id).unwrap();
        assert_eq!(found(&db, proposed), None);
        let left = found(&db, dissolved).unwrap();
        assert_eq!((left.state, left.lead.whom()), (GroupState::Dissolved, None));
    }
);

/// Runs the schedule's step, and tells how many it removed.
fn expire(db: &Db, now: DateTime<Utc>) -> usize {
    expire_staff(db, now).unwrap()
}

both_databases!(whoever_has_not_signed_in_for_twelve_months_is_let_go, |db| {
    let (tools, region) = (Tools::new(), Region::made(&db, 1));
    let by = &region.coordinator;
    let gone = tools.add(&db, by, &a_leader("ola@example.no")).unwrap();
    let back = tools.add(&db, by, &a_leader("eva@example.no")).unwrap();
    let session = noon() + TimeDelta::days(1);
    db.write_now(|tx| open_session(tx, &tools.chance, back, session))
        .unwrap();
    assert_eq!(expire(&db, oslo("2028-01-12 23:59:59")), 0);
    assert_eq!(expire(&db, oslo("2028-01-13 00:00:00")), 1);
    assert!(!is_there(&db, gone) && is_there(&db, back));
    assert_eq!(expire(&db, oslo("2028-01-13 00:00:00")), 0);
});

both_databases!(one_who_can_not_be_let_go_keeps_no_other, |db| {
    let (tools, region) = (Tools::new(), Region::made(&db, 1));
    // A draft that belongs to no round is in disorder: nothing takes it from its igangsetter.
    let draft = found(&db, a_group(&db, &region, GroupState::Dissolved)).unwrap();
    let astray = Group {
        state: GroupState::Proposed,
        ..draft
    };
    db.write_now(|tx| group::update(tx, &astray)).unwrap();
    let ola = tools
        .add(&db, &region.coordinator, &a_leader("ola@example.no"))
        .unwrap();
    assert!(expire_staff(&db, oslo("2100-01-01 12:00")).is_err(), "and it is told");
    assert!(!is_there(&db, ola) && is_there(&db, region.igangsetter.id));
});

both_databases!(
    the_last_coordinator_and_whoever_starts_a_group_are_kept_until_they_are_not,
    |db| {
        let region = Region::made(&db, 1);
        let group = a_group(&db, &region, GroupState::Started);
        let late = oslo("2100-01-01 12:00");
        assert_eq!(expire(&db, late), 0);
        db.write_now(|tx| group::delete(tx, group)).unwrap();
        assert_eq!(expire(&db, late), 1);
        assert!(is_there(&db, region.coordinator.id) && !is_there(&db, region.igangsetter.id));
    }
);
