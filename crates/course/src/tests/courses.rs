//! Courses are seen by the coordinators of their contact point and by their leader (promise S12).

use model::{CourseId, StaffId};
use store::{Db, staff::Member};
use testkit::{Region, both_databases, day};

use super::start;
use crate::{Fault, NewCourse, add_course, edit_course, get_collection, get_course, list_courses, open_collection};

fn a_course(leader: &Member) -> NewCourse {
    NewCourse {
        title: "Torsdagskurset".parse().unwrap(),
        leader: leader.id,
        last_session: day("2027-02-04"),
        participants: 10,
    }
}

fn add(db: &Db, region: &Region, by: &Member, new: &NewCourse) -> Result<CourseId, Fault> {
    db.write_now(|tx| add_course(tx, &region.chance, by, new))
}

/// The coordinator's colleague, who leads courses and no more. The member is told to the functions, not stored.
fn only_leads(member: &Member) -> Member {
    let mut leader = member.clone();
    leader.roles.coordinator = false;
    leader
}

#[track_caller]
fn assert_not_yours<T: std::fmt::Debug>(done: &Result<T, Fault>) {
    assert!(matches!(done, Err(Fault::NotYours)), "{done:?}");
}

both_databases!(a_coordinator_or_the_leader_adds_a_course, |db| {
    let region = Region::made(&db, 1);
    for by in [region.coordinator.clone(), only_leads(&region.coordinator)] {
        let id = add(&db, &region, &by, &a_course(&region.coordinator)).unwrap();
        let (course, collections) = db.read_now(|tx| get_course(tx, &by, id)).unwrap();
        assert_eq!((course.title.as_str(), course.participants), ("Torsdagskurset", 10));
        assert_eq!(
            (course.contact_point, course.leader),
            (region.contact_point, Some(region.coordinator.id))
        );
        assert_eq!((course.last_session, collections.len()), (day("2027-02-04"), 0));
    }
});

both_databases!(a_course_has_a_leader_of_the_same_contact_point, |db| {
    let (region, other) = (Region::made(&db, 1), Region::made(&db, 2));
    let by = &region.coordinator;
    assert_not_yours(&add(&db, &region, by, &a_course(&region.igangsetter)));
    assert_not_yours(&add(&db, &region, by, &a_course(&other.coordinator)));
    assert_not_yours(&add(&db, &region, &region.add_neighbour(), &a_course(by)));
    let nobody = NewCourse {
        leader: StaffId::from_bytes([9; 16]),
        ..a_course(by)
    };
    assert_not_yours(&add(&db, &region, by, &nobody));
});

both_databases!(nobody_else_adds_a_course, |db| {
    let region = Region::made(&db, 1);
    let leader = &region.coordinator;
    assert_not_yours(&add(&db, &region, &region.igangsetter, &a_course(leader)));
});

both_databases!(
    a_course_is_seen_by_its_leader_and_the_coordinators_of_its_contact_point,
    |db| {
        let (region, other) = (Region::made(&db, 1), Region::made(&db, 2));
        let leader = only_leads(&region.coordinator);
        let another_leader = Member {
            id: region.igangsetter.id,
            ..leader.clone()
        };
        let no_longer = Member {
            roles: model::Roles::default(),
            ..leader.clone()
        };
        let seen = |by: &Member| db.read_now(|tx| list_courses(tx, by)).unwrap().len();
        for by in [&region.coordinator, &leader] {
            assert_eq!(seen(by), 1);
            assert!(db.read_now(|tx| get_course(tx, by, region.course)).is_ok());
        }
        for by in [
            &another_leader,
            &no_longer,
            &region.add_neighbour(),
            &region.igangsetter,
        ] {
            assert_eq!(seen(by), 0);
            assert_not_yours(&db.read_now(|tx| get_course(tx, by, region.course)));
        }
        assert_eq!(seen(&other.coordinator), 1, "the own one");
        assert_not_yours(&db.read_now(|tx| get_course(tx, &other.coordinator, region.course)));
        assert_not_yours(&db.read_now(|tx| get_course(tx, &leader, CourseId::from_bytes([9; 16]))));
    }
);

both_databases!(a_collection_is_opened_and_seen_by_those_who_see_its_course, |db| {
    let (region, other) = (Region::made(&db, 1), Region::made(&db, 2));
    let open = |by: &Member| db.write_now(|tx| open_collection(tx, &region.chance, by, (region.course, None), start()));
    let opened = open(&only_leads(&region.coordinator)).unwrap();
    let (course, _) = db
        .read_now(|tx| get_collection(tx, &region.coordinator, opened))
        .unwrap();
    assert_eq!(course.id, region.course);
    for by in [&region.igangsetter, &region.add_neighbour(), &other.coordinator] {
        assert_not_yours(&open(by));
        assert_not_yours(&db.read_now(|tx| get_collection(tx, by, opened)));
    }
});

both_databases!(a_course_is_edited_by_those_who_see_it, |db| {
    let (region, other) = (Region::made(&db, 1), Region::made(&db, 2));
    let new = NewCourse {
        title: "Fredagskurset".parse().unwrap(),
        last_session: day("2027-02-05"),
        participants: 3,
        ..a_course(&region.coordinator)
    };
    let edit = |by: &Member, new: &NewCourse| db.write_now(|tx| edit_course(tx, by, region.course, new));
    for by in [&region.igangsetter, &region.add_neighbour(), &other.coordinator] {
        assert_not_yours(&edit(by, &new));
    }
    let nobody = a_course(&region.igangsetter);
    assert_not_yours(&edit(&region.coordinator, &nobody));
    for by in [region.coordinator.clone(), only_leads(&region.coordinator)] {
        edit(&by, &new).unwrap();
        let (course, collections) = db.read_now(|tx| get_course(tx, &by, region.course)).unwrap();
        assert_eq!((course.title.as_str(), course.participants), ("Fredagskurset", 3));
        assert_eq!((course.last_session, collections.len()), (day("2027-02-05"), 1));
        assert_eq!(collections[0].closes_on, day("2027-01-19"), "as it was");
    }
});

both_databases!(a_course_whose_leader_is_gone_is_kept_by_its_coordinators, |db| {
    let region = Region::made(&db, 1);
    db.write_now(|tx| {
        let mut course = store::course::find(tx, region.course)?.unwrap();
        course.leader = None;
        store::course::update(tx, &course)
    })
    .unwrap();
    let get = |by: &Member| db.read_now(|tx| get_course(tx, by, region.course));
    assert!(get(&region.coordinator).is_ok());
    assert_not_yours(&get(&only_leads(&region.coordinator)));
});
