//! Retention runs by itself (promise C6), and leaves person-free occupancy (C10).

use chrono::{DateTime, Utc, Weekday};
use model::{Cell, GroupId, GroupState, NoteId, NoteState};
use store::{group, note, occupancy};
use testkit::{both_databases, day, letters_owed, oslo, region::weekly};

use super::{Town, YES, assert_not_yours, no_more_offers, start};
use crate::{Answer, Fault, due::erase_if_expired, erase_expired, forget_expired, forgotten_rooms, free_room};

impl Town {
    /// What the schedule does, in its order.
    fn pass(&self, now: DateTime<Utc>) -> (usize, usize) {
        self.settle(now);
        let notes = erase_expired(&self.db, &self.chance, now).unwrap();
        (notes, forget_expired(&self.db, now).unwrap())
    }

    fn is_there(&self, note: NoteId) -> bool {
        self.read(|tx| note::find(tx, note)).is_some()
    }
}

fn ready(town: &Town) -> (GroupId, Vec<NoteId>) {
    let (group, notes) = town.approved(6);
    town.all_answer(group, &notes, &YES);
    assert_eq!(town.group(group).state, GroupState::Ready);
    (group, notes)
}

both_databases!(a_group_is_forgotten_seven_days_after_its_last_supported_meeting, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = ready(&town);
    assert_eq!(town.pass(oslo("2027-03-02 23:59:59")), (0, 0));
    assert_eq!(town.pass(oslo("2027-03-03 00:00:00")), (6, 1));
    assert_eq!(town.read(|tx| group::find(tx, group)), None);
    assert_eq!(town.seats(group), []);
    for note in notes {
        assert!(!town.is_there(note));
    }
    assert_eq!(letters_owed(&town.db), []);
    assert_eq!(town.pass(oslo("2027-03-03 00:00:00")), (0, 0));
});

both_databases!(a_forgotten_group_keeps_its_room_and_nothing_of_its_people, |db| {
    let town = Town::that_just_starts(db);
    ready(&town);
    town.pass(oslo("2027-03-03 00:00:00"));
    let left = town.read(|tx| occupancy::list(tx, town.id));
    assert_eq!(left.len(), 1);
    assert_eq!(
        (left[0].group, left[0].igangsetter, left[0].room),
        (None, None, town.room)
    );

    let _ = town.add_notes(5, day("2027-03-01"));
    let now = oslo("2027-03-03 10:00");
    town.propose(now).unwrap();
    let draft = town.draft().unwrap();
    assert_eq!(draft.groups.len(), 0, "the room is not offered again");
    assert!(
        draft.unplaced.iter().all(|why| why.reason == "no_room"),
        "{:?}",
        draft.unplaced
    );
});

both_databases!(the_coordinator_frees_the_room_of_a_forgotten_group, |db| {
    let town = Town::that_just_starts(db);
    let other = testkit::Region::made(&town.db, 2);
    ready(&town);
    let mark = town.read(|tx| occupancy::list(tx, town.id))[0].id;
    let free = |by: &store::staff::Member| town.db.write_now(|tx| free_room(tx, by, mark));
    assert_eq!(town.read(|tx| forgotten_rooms(tx, &town.coordinator)), []);
    assert_not_yours(&free(&town.coordinator));

    town.pass(oslo("2027-03-03 00:00:00"));
    for by in [&town.igangsetter, &other.coordinator] {
        assert_not_yours(&free(by));
    }
    assert_not_yours(&town.db.read_now(|tx| forgotten_rooms(tx, &town.igangsetter)));
    assert_eq!(town.read(|tx| forgotten_rooms(tx, &other.coordinator)), []);
    let seen = town.read(|tx| forgotten_rooms(tx, &town.coordinator));
    assert_eq!((seen.len(), seen[0].id, seen[0].room), (1, mark, town.room));

    free(&town.add_neighbour()).unwrap();
    assert_eq!(town.read(|tx| occupancy::list(tx, town.id)), []);
    assert_not_yours(&free(&town.coordinator));
});

both_databases!(an_igangsetter_is_free_the_day_after_the_last_supported_meeting, |db| {
    let town = Town::that_just_starts(db);
    let thursday = Cell {
        time: weekly(Weekday::Thu, 18),
        ..town.cell
    };
    let only_one = store::availability::Availability {
        staff: town.igangsetter.id,
        from: day("2027-01-01"),
        max_groups: 1,
        ask_first: false,
        cells: vec![town.cell, thursday],
        away: Vec::new(),
    };
    town.db.write_now(|tx| store::availability::put(tx, &only_one)).unwrap();
    ready(&town);
    for cell in [town.cell, thursday] {
        let _ = town.add_room(cell);
        for _ in 0..5 {
            let _ = town.add_note_for(&[cell], day("2027-02-01"));
        }
    }
    let round = town.propose(oslo("2027-02-23 10:00")).unwrap();
    assert_eq!(
        town.draft().unwrap().groups.len(),
        0,
        "neither then nor at another time"
    );
    town.db
        .write_now(|tx| crate::discard(tx, &town.coordinator, round))
        .unwrap();
    town.propose(oslo("2027-02-24 10:00")).unwrap();
    assert_eq!(town.draft().unwrap().groups.len(), 1, "one of the two");
    assert_eq!(town.approve_all(oslo("2027-02-24 10:00")).approved(), 1);
});

both_databases!(a_group_that_never_started_gives_its_room_back, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.approved(5);
    // The schedule stood still all the time.
    assert_eq!(forget_expired(&town.db, oslo("2027-03-03 00:00:00")).unwrap(), 1);
    assert_eq!(town.read(|tx| group::find(tx, group)), None);
    assert_eq!(town.read(|tx| occupancy::list(tx, town.id)), []);
});

both_databases!(a_dissolved_group_is_forgotten_after_seven_days_with_its_room, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(5);
    town.all_answer(group, &notes[..1], &Answer::NotThisDate);
    town.settle(no_more_offers());
    assert_eq!(town.group(group).state, GroupState::Dissolved);
    assert_eq!(town.pass(oslo("2027-01-29 23:59:59")), (0, 0));
    assert_eq!(town.pass(oslo("2027-01-30 00:00:00")), (0, 1));
    assert_eq!(town.read(|tx| group::find(tx, group)), None);
    assert_eq!(town.read(|tx| occupancy::list(tx, town.id)), []);
    assert_eq!(town.states(&notes), [NoteState::Waiting]);
});

both_databases!(a_waiting_note_is_erased_after_six_months, |db| {
    let town = Town::on(db);
    let note = town.add_note(day("2027-01-12"));
    assert_eq!(town.pass(oslo("2027-07-12 23:59:59")), (0, 0));
    assert!(town.is_there(note));
    assert_eq!(town.pass(oslo("2027-07-13 00:00:00")), (1, 0));
    assert!(!town.is_there(note));
});

both_databases!(
    a_note_whose_group_is_in_disorder_keeps_no_other_from_being_erased,
    |db| {
        let town = Town::that_just_starts(db);
        let (_, notes) = town.approved(5);
        town.put_in_disorder(&notes[..2]);
        let expired = town.add_notes(8, day("2026-07-20"));
        let now = oslo("2027-01-24 00:00");
        let erased = erase_expired(&town.db, &town.chance, now);
        assert!(matches!(erased, Err(Fault::WrongState(_))), "{erased:?}");
        assert!(!expired.into_iter().any(|note| town.is_there(note)));
        assert!(town.is_there(notes[0]), "undone as a whole");
    }
);

both_databases!(a_paused_note_is_erased_after_a_fortnight, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(5);
    town.deliver(group, &notes, "2027-01-12");
    town.pass(oslo("2027-01-18 00:00:00"));
    assert_eq!(town.states(&notes), [NoteState::Paused]);
    town.pass(no_more_offers());
    town.pass(oslo("2027-02-01 23:59:59"));
    assert_eq!(town.states(&notes), [NoteState::Paused]);
    assert_eq!(town.pass(oslo("2027-02-02 00:00:00")).0, 5);
    assert_eq!(letters_owed(&town.db), [], "the letters go too");
});

both_databases!(
    a_note_that_expires_while_its_igangsetter_is_asked_settles_its_group,
    |db| {
        let town = Town::on(db);
        let old = town.add_note(day("2026-07-13"));
        let (group, notes) = town.approved(4);
        assert!(town.seat(group, old).is_some());
        assert_eq!(town.pass(oslo("2027-01-14 00:00:00")).0, 1);
        assert_eq!(town.group(group).state, GroupState::Dissolved);
        assert_eq!(town.states(&notes), [NoteState::Waiting]);
    }
);

both_databases!(a_note_that_is_wanted_again_since_it_was_listed_is_not_erased, |db| {
    let town = Town::on(db);
    let note = town.add_note(day("2027-01-12"));
    let now = oslo("2027-07-13 00:00:00");
    assert_eq!(town.read(|tx| note::list_expired(tx, day("2027-07-13"))), [note]);
    let erase = || {
        town.db
            .write_now(|tx| erase_if_expired(tx, &town.chance, note, now))
            .unwrap()
    };
    let since = (day("2027-01-12"), day("2027-01-12"));
    let standing = model::Standing::stored(NoteState::Waiting, since, day("2027-07-13"), None);
    town.db.write_now(|tx| note::set_standing(tx, note, standing)).unwrap();
    assert_eq!(erase(), 0);
    assert!(town.is_there(note));
});

both_databases!(nobody_whose_time_is_over_is_offered_a_seat, |db| {
    let town = Town::on(db);
    // Their last day is the 12th, and the schedule has not come by yet.
    let (held, old) = (town.add_note(day("2026-07-12")), town.add_note(day("2026-07-12")));
    let (group, notes) = town.approved(4);
    assert_eq!(town.seats(group).len(), 6);
    let over = oslo("2027-01-13 00:00");
    town.lead(&town.igangsetter, group, true, over).unwrap();
    assert_eq!(town.states(&notes), [NoteState::Invited]);
    assert_eq!((town.seat(group, held), town.seat(group, old)), (None, None));

    town.answer(notes[0], group, &Answer::NotThisDate, over);
    assert_eq!(town.seats(group).len(), 4, "nor a seat that is freed");
    let demand = town.read(|tx| crate::demand(tx, town.id, day("2027-01-13")));
    assert_eq!(demand[0].2, 1, "whoever declined, and nobody else");
});

both_databases!(groups_that_are_not_yet_over_are_remembered, |db| {
    let town = Town::on(db);
    let (group, notes) = town.approved(5);
    assert_eq!(town.pass(start()), (0, 0));
    town.lead(&town.igangsetter, group, true, start()).unwrap();
    assert_eq!(town.pass(start()), (0, 0));
    assert_eq!(town.states(&notes), [NoteState::Invited]);
});
