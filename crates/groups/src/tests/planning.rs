//! Planned starts: date first.

use chrono::{DateTime, Utc};
use model::{CollectionId, GroupId, GroupState, Lead, NoteId, NoteState, SeatState, ShortCode};
use store::{
    collection::{self, Collection},
    note, occupancy,
    staff::Member,
};
use testkit::{Region, both_databases, day, oslo};

use super::{Town, YES, assert_not_yours, start};
use crate::{Answer, Fault, Joined, StartOption, join_planned, plan, start_options};

impl Town {
    fn options(&self) -> Vec<StartOption> {
        self.read(|tx| start_options(tx, &self.coordinator, self.contact_point, day("2027-01-12")))
    }

    fn plan(&self, option: &StartOption) -> Result<GroupId, Fault> {
        self.db.write_now(|tx| {
            plan(
                tx,
                &self.chance,
                &self.coordinator,
                (option, day("2027-01-12")),
                start(),
            )
        })
    }

    /// A planned group, with a collection that closes on the 15th.
    fn planned(&self) -> (GroupId, CollectionId) {
        self.planned_until("2027-01-15")
    }

    fn planned_until(&self, closes_on: &str) -> (GroupId, CollectionId) {
        let group = self.plan(&self.options()[0]).unwrap();
        let opened = Collection {
            id: CollectionId::random(&self.chance),
            course: self.course,
            code: ShortCode::random(&self.chance),
            closes_on: day(closes_on),
            closed: None,
            notes_left: 0,
            planned: Some(group),
        };
        self.db.write_now(|tx| collection::insert(tx, &opened)).unwrap();
        (group, opened.id)
    }

    /// Somebody who has ticked the date confirms.
    fn confirm(&self, note: NoteId, now: DateTime<Utc>) -> Joined {
        let joined = self.db.write_now(|tx| {
            let standing = note::get(tx, note)?.standing.confirm(model::oslo_date(now), None)?;
            note::set_standing(tx, note, standing)?;
            join_planned(tx, &self.chance, note, now)
        });
        joined.unwrap()
    }

    /// So many tick the date and confirm.
    fn join(&self, group: GroupId, count: usize) -> Vec<NoteId> {
        let notes: Vec<NoteId> = (0..count).map(|_| self.tick(group, "2027-01-12")).collect();
        for note in &notes {
            assert_eq!(self.confirm(*note, start()), Joined::Seated);
        }
        notes
    }
}

both_databases!(a_start_is_planned_where_place_date_and_igangsetter_are_there, |db| {
    let town = Town::on(db);
    let later = model::Cell {
        time: testkit::region::weekly(chrono::Weekday::Thu, 10),
        ..town.cell
    };
    let _ = town.add_room(later);
    town.lets_lead(&town.igangsetter, &[later, town.cell], true);
    let options = town.options();
    let expected = StartOption {
        cell: town.cell,
        room: town.room,
        igangsetter: town.igangsetter.id,
        date: day("2027-01-26"),
        place_name: "Biblioteket".to_owned(),
        room_name: "Peisestua".to_owned(),
        igangsetter_name: "Kari".to_owned(),
    };
    assert_eq!(options[0], expected);
    assert_eq!((options.len(), options[1].cell), (2, later));

    let group = town.group(town.plan(&expected).unwrap());
    assert_eq!((group.state, group.size, group.round), (GroupState::Open, 8, None));
    assert_eq!(group.calendar.last_supported, day("2027-02-23"));
    let asked = Lead::Asked {
        whom: town.igangsetter.id,
        at: start(),
        vacant_since: start(),
    };
    assert_eq!((group.lead, town.owed("asked-to-lead")), (asked, 1));
    let taken = town.read(|tx| occupancy::list(tx, town.id));
    assert_eq!(
        (taken[0].room, taken[0].igangsetter),
        (town.room, Some(town.igangsetter.id))
    );
    assert!(matches!(town.plan(&expected), Err(Fault::StartGone)), "taken by now");
});

both_databases!(
    nobody_plans_a_start_but_leaders_and_coordinators_of_the_contact_point,
    |db| {
        let town = Town::on(db);
        let other = Region::made(&town.db, 2);
        let neighbour = town.add_neighbour();
        let options = |by: &Member| {
            town.db
                .read_now(|tx| start_options(tx, by, town.contact_point, day("2027-01-12")))
        };
        for by in [&town.igangsetter, &neighbour, &other.coordinator] {
            assert_not_yours(&options(by));
        }
        let option = town.options().remove(0);
        for by in [&neighbour, &other.coordinator] {
            let done = town
                .db
                .write_now(|tx| plan(tx, &town.chance, by, (&option, day("2027-01-12")), start()));
            assert!(matches!(done, Err(Fault::StartGone)), "{done:?}");
        }
        assert_eq!(
            town.read(|tx| start_options(tx, &neighbour, neighbour.contact_point, day("2027-01-12"))),
            []
        );
    }
);

both_databases!(a_start_is_told_to_an_igangsetter_who_wants_no_question, |db| {
    let town = Town::that_just_starts(db);
    town.plan(&town.options()[0]).unwrap();
    assert_eq!((town.owed("asked-to-lead"), town.owed("set-to-lead")), (0, 1));
});

both_databases!(of_nine_who_confirm_eight_have_a_seat_and_the_ninth_waits, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.planned();
    let notes = town.join(group, 8);
    let ninth = town.tick(group, "2027-01-12");
    assert_eq!(town.confirm(ninth, start()), Joined::Full);
    assert_eq!(town.states(&notes), [NoteState::Joined]);
    assert_eq!(town.standing(ninth).state(), NoteState::Waiting);
    assert_eq!(town.read(|tx| note::get(tx, ninth)).planned, None);
    let mut numbers: Vec<_> = town.seats(group).iter().map(|seat| seat.number.unwrap()).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7, 8]);

    town.settle(oslo("2027-01-15 23:59"));
    assert_eq!(town.group(group).state, GroupState::Open);
    town.settle(oslo("2027-01-16 00:00"));
    assert_eq!(town.group(group).state, GroupState::Ready);
    assert_eq!((town.owed("meeting-on"), town.owed("participants-ready")), (8, 1));
    let late = town.tick(group, "2027-01-15");
    assert_eq!(town.confirm(late, oslo("2027-01-16 10:00")), Joined::NotOpen);
    assert_eq!(town.standing(late).state(), NoteState::Waiting);
});

both_databases!(a_seat_that_is_given_back_is_there_for_the_next, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.planned();
    let notes = town.join(group, 8);
    assert_eq!(
        town.answer(notes[0], group, &Answer::NotThisDate, start()),
        crate::Answered::Done
    );
    town.withdraw(notes[1], start());
    assert_eq!(town.group(group).state, GroupState::Open);
    let more = town.join(group, 2);
    assert_eq!(town.states(&more), [NoteState::Joined]);
    assert_eq!(
        town.seat(group, more[1]).unwrap().number,
        Some(10),
        "numbers are not given twice"
    );
});

both_databases!(
    after_closing_a_group_of_five_waits_for_those_who_may_yet_confirm,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, _) = town.planned();
        town.join(group, 5);
        let slow = town.tick(group, "2027-01-15");
        town.settle(oslo("2027-01-16 10:00"));
        assert_eq!(town.group(group).state, GroupState::Open);
        assert_eq!(town.confirm(slow, oslo("2027-01-20 10:00")), Joined::Seated);
        assert_eq!(town.group(group).state, GroupState::Ready);
        assert_eq!(town.owed("meeting-on"), 6);
    }
);

both_databases!(
    with_three_the_group_is_filled_from_the_pool_when_its_collection_closes,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, collection) = town.planned();
        let joined = town.join(group, 3);
        let pool = town.add_notes(4, day("2027-01-04"));
        town.settle(start());
        assert!(
            pool.iter().all(|note| town.seat(group, *note).is_none()),
            "its course comes first"
        );
        let close = |tx: &mut store::DbConn| collection::close(tx, collection, day("2027-01-14"));
        town.db.write_now(close).unwrap();
        town.settle(oslo("2027-01-14 12:00"));
        assert_eq!(town.group(group).state, GroupState::Inviting);
        assert_eq!(town.states(&pool), [NoteState::Invited]);
        assert_eq!(town.states(&joined), [NoteState::Joined]);
        town.all_answer(group, &pool, &YES);
        assert_eq!(town.group(group).state, GroupState::Ready);
    }
);

both_databases!(
    seats_are_kept_for_those_who_have_ticked_the_date_and_may_yet_confirm,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, _) = town.planned();
        town.join(group, 3);
        let slow: Vec<NoteId> = (0..3).map(|_| town.tick(group, "2027-01-15")).collect();
        let pool = town.add_notes(4, day("2027-01-04"));
        town.settle(oslo("2027-01-16 23:59"));
        assert_eq!(town.group(group).state, GroupState::Open, "they may be five yet");
        // Five days before the last offer others are asked: they need time for an answer.
        town.settle(oslo("2027-01-17 00:00"));
        assert_eq!(town.group(group).state, GroupState::Inviting);
        let offered = |note: &&NoteId| {
            town.seat(group, **note)
                .is_some_and(|seat| seat.state == SeatState::Invited)
        };
        assert_eq!(pool.iter().filter(offered).count(), 2);
        for note in slow {
            assert_eq!(town.confirm(note, oslo("2027-01-18 10:00")), Joined::Seated);
        }
    }
);

both_databases!(
    with_four_and_nobody_in_the_pool_the_group_is_off_after_the_last_offer,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, _) = town.planned();
        let notes = town.join(group, 4);
        town.settle(oslo("2027-01-22 00:00"));
        assert_eq!(town.group(group).state, GroupState::Inviting);
        town.settle(oslo("2027-01-22 00:00:01"));
        assert_eq!(town.group(group).state, GroupState::Dissolved);
        assert_eq!(town.states(&notes), [NoteState::Waiting]);
        assert_eq!(
            town.standing(notes[0]).waiting_since(),
            day("2026-12-13"),
            "first in line"
        );
        assert_eq!((town.owed("meeting-off"), town.owed("group-off")), (4, 1));
        let late = town.tick(group, "2027-01-15");
        assert_eq!(town.confirm(late, oslo("2027-01-22 10:00")), Joined::NotOpen);
    }
);

both_databases!(the_cut_off_decides_though_the_collection_is_open, |db| {
    for (count, state) in [(5, GroupState::Ready), (4, GroupState::Dissolved)] {
        let town = Town::that_just_starts(testkit::TestDb::migrated(db.kind()));
        let (group, _) = town.planned_until("2027-02-15");
        town.join(group, count);
        let _slow = town.tick(group, "2027-01-20");
        town.settle(oslo("2027-01-24 00:00"));
        assert_eq!(town.group(group).state, state, "{count}");
    }
});

both_databases!(whoever_is_kept_apart_from_somebody_in_the_group_waits, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.planned();
    let seated = town.join(group, 1)[0];
    let foe = town.tick(group, "2027-01-12");
    town.keep_apart(seated, foe);
    assert_eq!(town.confirm(foe, start()), Joined::Full);
    assert_eq!(town.standing(foe).state(), NoteState::Waiting);
});

both_databases!(
    a_planned_group_whose_igangsetter_says_no_waits_for_another_until_its_cut_off,
    |db| {
        let town = Town::on(db);
        let (group, _) = town.planned();
        let notes = town.join(group, 5);
        town.lead(&town.igangsetter, group, false, start()).unwrap();
        let vacant = town.group(group);
        assert_eq!(
            (vacant.state, vacant.lead),
            (GroupState::Open, Lead::Vacant { since: start() })
        );
        town.settle(oslo("2027-01-23 23:59:59"));
        assert_eq!(
            (town.group(group).state, town.owed("meeting-on")),
            (GroupState::Open, 0),
            "nobody is told of a meeting that nobody starts"
        );
        town.settle(oslo("2027-01-24 00:00:00"));
        assert_eq!(town.group(group).state, GroupState::Dissolved);
        assert_eq!(town.states(&notes), [NoteState::Waiting]);
    }
);

both_databases!(at_the_cut_off_five_are_enough_though_somebody_has_not_confirmed, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.planned();
    town.join(group, 3);
    let slow = town.tick(group, "2027-01-15");
    let pool = town.add_notes(2, day("2027-01-04"));
    town.settle(oslo("2027-01-17 00:00"));
    town.all_answer(group, &pool, &YES);
    town.settle(oslo("2027-01-23 23:59:59"));
    assert_eq!(town.group(group).state, GroupState::Inviting, "there may be a sixth");
    town.settle(oslo("2027-01-24 00:00:00"));
    assert_eq!(town.group(group).state, GroupState::Ready);
    assert_eq!(town.confirm(slow, oslo("2027-01-24 10:00")), Joined::NotOpen);
});

both_databases!(a_course_that_has_not_ended_plans_from_its_last_session_on, |db| {
    let town = Town::that_just_starts(db);
    let last_session = day("2027-02-10");
    let early = &town.options()[0];
    let plan = |option: &StartOption| {
        town.db
            .write_now(|tx| plan(tx, &town.chance, &town.coordinator, (option, last_session), start()))
    };
    let gone = plan(early);
    assert!(matches!(gone, Err(Fault::StartGone)), "{gone:?}");
    let options = town.read(|tx| start_options(tx, &town.coordinator, town.contact_point, last_session));
    assert_eq!(options[0].date, day("2027-03-02"), "two weeks from the last session");
    let group = plan(&options[0]).unwrap();
    assert_eq!(town.group(group).calendar.first_meeting, day("2027-03-02"));
});

both_databases!(whoever_declined_a_planned_date_and_ticks_it_again_has_a_seat, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.planned();
    let note = town.join(group, 1)[0];
    town.answer(note, group, &Answer::NotThisDate, start());
    let again = town.tick(group, "2027-01-13");
    town.db
        .write_now(|tx| store::seat::hand_on_declined(tx, note, again))
        .unwrap();
    assert_eq!(town.confirm(again, oslo("2027-01-13 10:00")), Joined::Seated);
    assert_eq!(town.seat(group, again).unwrap().state, SeatState::Accepted);
});

both_databases!(a_planned_group_does_not_wait_for_somebody_whose_note_is_erased, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.planned();
    town.join(group, 5);
    let slow = town.tick(group, "2027-01-15");
    town.settle(oslo("2027-01-16 10:00"));
    assert_eq!(town.group(group).state, GroupState::Open);
    town.withdraw(slow, oslo("2027-01-16 10:01"));
    assert_eq!(town.group(group).state, GroupState::Ready);
});
