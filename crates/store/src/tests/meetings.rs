//! Groups as they change: who starts them, their meetings, and what is counted for good.

use model::{GroupState, Lead};
use testkit::{Region, both_databases, day, oslo, region::weekly};

use super::{erasing::seat_them, opened};
use crate::{
    Fault, group,
    meeting::{self, Becomes, MeetingChange},
    seat, staff,
    tally::{self, Counted, Tally},
};

both_databases!(a_group_is_read_back_with_whoever_leads_it_or_is_asked_to, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let id = seat_them(&db, &region, &[]);
    let mut group = db.read_now(|c| group::get(c, id)).unwrap();
    let (whom, at, since) = (
        region.igangsetter.id,
        oslo("2027-01-13 09:00"),
        oslo("2027-01-12 12:00"),
    );
    for lead in [
        Lead::Vacant { since },
        Lead::Asked {
            whom,
            at,
            vacant_since: since,
        },
        Lead::By(whom),
    ] {
        group.lead = lead;
        db.write_now(|c| group::update(c, &group)).unwrap();
        assert_eq!(db.read_now(|c| group::get(c, id)).unwrap(), group);
    }
});

both_databases!(seats_are_offered_in_groups_that_invite_and_in_no_others, |test| {
    let (db, region, other) = (opened(&test), Region::made(&test, 1), Region::made(&test, 2));
    let id = seat_them(&db, &region, &[]);
    let mut group = db.read_now(|c| group::get(c, id)).unwrap();
    for state in GroupState::ALL {
        group.state = state;
        db.write_now(|c| group::update(c, &group)).unwrap();
        let inviting = db.read_now(|c| group::list_inviting(c, region.id)).unwrap();
        assert_eq!(inviting.len(), usize::from(state == GroupState::Inviting), "{state:?}");
        assert_eq!(db.read_now(|c| group::list_inviting(c, other.id)).unwrap(), []);
    }
});

both_databases!(a_refusal_stands_until_its_group_is_forgotten, |test| {
    let (db, region, other) = (opened(&test), Region::made(&test, 1), Region::made(&test, 2));
    let group = seat_them(&db, &region, &[]);
    let who = region.igangsetter.id;
    for _ in 0..2 {
        db.write_now(|c| group::insert_refusal(c, group, who)).unwrap();
    }
    let list = |at: &Region| db.read_now(|c| group::list_refusals(c, at.id)).unwrap();
    assert_eq!((list(&region), list(&other)), (vec![(who, region.cell)], vec![]));
    db.write_now(|c| group::delete(c, group)).unwrap();
    assert_eq!(list(&region), []);
});

both_databases!(
    a_meeting_is_as_it_was_changed_last_and_its_changes_go_with_the_group,
    |test| {
        let (db, region) = (opened(&test), Region::made(&test, 1));
        let group = seat_them(&db, &region, &[]);
        let time = weekly(chrono::Weekday::Wed, 17).starts_at;
        let moved = MeetingChange {
            meeting: day("2027-02-09"),
            becomes: Becomes::MovedTo(day("2027-02-10"), time),
        };
        let cancelled = MeetingChange {
            meeting: day("2027-02-02"),
            becomes: Becomes::Cancelled(None),
        };
        let shut = MeetingChange {
            meeting: day("2027-02-16"),
            becomes: Becomes::Shut,
        };
        let put = |change| db.write_now(|c| meeting::put_change(c, group, change)).unwrap();
        let list = || db.read_now(|c| meeting::list_changes(c, group)).unwrap();
        put(moved);
        put(cancelled);
        put(shut);
        assert_eq!(list(), [cancelled, moved, shut]);

        let then_cancelled = MeetingChange {
            becomes: Becomes::Cancelled(Some((day("2027-02-10"), time))),
            ..moved
        };
        put(then_cancelled);
        assert_eq!(list(), [cancelled, then_cancelled, shut]);
        db.write_now(|c| group::delete(c, group)).unwrap();
        assert_eq!(list(), []);
    }
);

both_databases!(
    a_seat_is_read_back_with_its_number_its_nickname_and_its_reminder,
    |test| {
        let (db, region) = (opened(&test), Region::made(&test, 1));
        let note = region.add_note(day("2027-01-12"));
        let group = seat_them(&db, &region, &[note]);
        let read = || db.read_now(|c| seat::find(c, group, note)).unwrap().unwrap();
        let mut seat = read();
        assert_eq!((seat.number, seat.reminded, seat.answer_by), (None, false, None));
        seat.number = Some(3);
        seat.reminded = true;
        seat.nickname = Some("Solveig".to_owned());
        seat.answer_by = Some(day("2027-01-17"));
        db.write_now(|c| seat::update(c, &seat)).unwrap();
        assert_eq!(read(), seat);
    }
);

both_databases!(
    staff_are_kept_to_their_day_and_are_signed_out_by_a_new_address,
    |test| {
        let (db, region) = (opened(&test), Region::made(&test, 1));
        let mut member = db.read_now(|c| staff::get(c, region.igangsetter.id)).unwrap();
        member.name = "Kari Nordmann".to_owned();
        member.roles.leader = true;
        member.kept_until = day("2028-01-12");
        let now = oslo("2027-01-12 12:00");
        db.write_now(|c| {
            staff::update(c, &member)?;
            crate::sign_in::insert_session(c, b"fingerprint", member.id, oslo("2027-01-12 20:00"))
        })
        .unwrap();
        let expired = |on| db.read_now(|c| staff::list_expired(c, day(on))).unwrap();
        let session = || {
            db.read_now(|c| crate::sign_in::find_session(c, b"fingerprint", now))
                .unwrap()
        };
        assert_eq!(
            (expired("2028-01-12"), expired("2028-01-13")),
            (vec![], vec![member.id])
        );
        assert_eq!(session(), Some(member.clone()));

        db.write_now(|c| staff::set_address(c, member.id, b"newly sealed", b"new index"))
            .unwrap();
        assert_eq!(session(), None);
        db.read_now(|c| {
            assert_eq!(staff::find_by_address(c, &[b"new index"])?, Some(member.clone()));
            assert_eq!(staff::get_sealed_address(c, member.id)?, b"newly sealed");
            Ok::<_, Fault>(())
        })
        .unwrap();

        let leads = seat_them(&db, &region, &[]);
        assert!(
            db.write_now(|c| staff::delete(c, member.id)).is_err(),
            "a group names them"
        );
        db.write_now(|c| group::delete(c, leads).and_then(|()| staff::delete(c, member.id)))
            .unwrap();
        assert_eq!(db.read_now(|c| staff::find(c, member.id)).unwrap(), None);
    }
);

both_databases!(what_is_counted_is_counted_by_region_and_quarter, |test| {
    let (db, region, other) = (opened(&test), Region::made(&test, 1), Region::made(&test, 2));
    let add = |at: &Region, on, what| db.write_now(|c| tally::add(c, at.id, day(on), what)).unwrap();
    add(&region, "2027-01-01", (Counted::Started, 6));
    add(&region, "2027-03-31", (Counted::SaidYes, 1));
    add(&region, "2027-03-31", (Counted::SaidYes, 1));
    add(&region, "2027-04-01", (Counted::SaidNo, 1));
    add(&other, "2027-04-01", (Counted::SaidNo, 1));
    let first = Tally {
        quarter: day("2027-01-01"),
        started: 6,
        said_yes: 2,
        said_no: 0,
    };
    let second = Tally {
        quarter: day("2027-04-01"),
        started: 0,
        said_yes: 0,
        said_no: 1,
    };
    let list = |at: &Region| db.read_now(|c| tally::list(c, at.id)).unwrap();
    assert_eq!(list(&region), [second, first]);
    assert_eq!(list(&other), [second]);
});
