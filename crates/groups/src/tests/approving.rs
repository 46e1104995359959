//! Approval: each group is looked at again, and goes on or is dropped.

use chrono::Weekday;
use model::{Calendar, Cell, GroupId, GroupState, Lead, Letter, NoteId, NoteState, OccupancyId, SeatState};
use store::{
    availability::{self, Availability},
    group,
    occupancy::{self, Occupancy},
    seat,
};
use testkit::{Region, both_databases, day, letters_owed, oslo, region::weekly};

use super::{Town, assert_not_yours, start};
use crate::{Answer, Approved, Outcome, approve};

fn told(group: GroupId, outcome: Outcome) -> Approved {
    Approved {
        groups: vec![(group, outcome)],
    }
}

/// A draft with one group of five.
fn a_draft(town: &Town) -> (GroupId, Vec<NoteId>) {
    let notes = town.add_notes(5, day("2027-01-04"));
    town.propose(start()).unwrap();
    (town.draft().unwrap().groups[0].group.id, notes)
}

both_databases!(an_igangsetter_who_wants_to_be_asked_is_asked, |db| {
    let town = Town::on(db);
    let (id, notes) = a_draft(&town);
    let approved = town.approve_all(start());
    assert_eq!((approved.approved(), approved.dropped()), (1, 0));
    let group = town.group(id);
    let asked = Lead::Asked {
        whom: town.igangsetter.id,
        at: start(),
        vacant_since: start(),
    };
    assert_eq!((group.state, group.lead), (GroupState::Asked, asked));
    assert_eq!(town.states(&notes), [NoteState::Waiting], "shown as waiting");
    assert!(town.seats(id).iter().all(|seat| seat.state == SeatState::Held));
    let owed = letters_owed(&town.db);
    let asked = Letter::AskedToLead {
        staff: town.igangsetter.id,
        group: id,
    };
    assert_eq!(owed.iter().map(|owed| owed.letter).collect::<Vec<_>>(), [asked]);
    assert_eq!(owed[0].useless_after, oslo("2027-01-14 10:00"), "48 hours");
});

both_databases!(an_igangsetter_who_wants_no_question_gets_none, |db| {
    let town = Town::that_just_starts(db);
    let (id, notes) = a_draft(&town);
    assert_eq!(town.approve_all(start()).approved(), 1);
    assert_eq!(town.group(id).state, GroupState::Inviting);
    assert_eq!(town.states(&notes), [NoteState::Invited]);
    for note in &notes {
        assert_eq!(
            town.standing(*note).kept_until(),
            day("2027-03-02"),
            "as long as the group"
        );
        let seat = town.seat(id, *note).unwrap();
        assert_eq!((seat.state, seat.answer_by), (SeatState::Invited, None));
    }
    let owed = town.letters("invitation");
    assert_eq!((owed.len(), town.owed("asked-to-lead")), (5, 0));
    for letter in owed {
        let Letter::Invitation { note, group } = letter.letter else {
            panic!("{letter:?}")
        };
        assert!(notes.contains(&note) && group == id);
        assert_eq!(letter.useless_after, oslo("2027-01-24 00:00"), "the cut-off's end");
    }
});

both_databases!(an_igangsetter_who_wants_no_question_is_told_of_the_new_group, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(6);
    let staff = town.igangsetter.id;
    let told = town.letters("set-to-lead");
    assert_eq!((told.len(), told[0].letter), (1, Letter::SetToLead { staff, group }));
    assert_eq!(told[0].useless_after, oslo("2027-01-26 18:00"));
    town.all_answer(group, &notes[..2], &super::YES);
    for note in &notes {
        town.withdraw(*note, oslo("2027-01-22 00:00:01"));
    }
    assert_eq!(town.owed("set-to-lead"), 0, "the group is off: another letter tells");
});

both_databases!(the_first_meeting_is_counted_from_approval_not_from_the_draft, |db| {
    let town = Town::on(db);
    let (id, _) = a_draft(&town);
    assert_eq!(town.approve_all(oslo("2027-01-20 10:00")).approved(), 1);
    assert_eq!(town.group(id).calendar, Calendar::meeting_on(day("2027-02-09"), 5));
});

both_databases!(an_approved_group_takes_its_room_and_igangsetter, |db| {
    let town = Town::on(db);
    let (id, _) = a_draft(&town);
    assert_eq!(
        town.read(|tx| occupancy::list(tx, town.id)),
        [],
        "a draft takes nothing"
    );
    town.approve_all(start());
    let taken = town.read(|tx| occupancy::list(tx, town.id));
    assert_eq!(taken.len(), 1);
    let expected = Occupancy {
        id: taken[0].id,
        group: Some(id),
        room: town.room,
        igangsetter: Some(town.igangsetter.id),
        igangsetter_until: day("2027-02-23"),
        time: town.cell.time,
    };
    assert_eq!(taken[0], expected);
});

both_databases!(a_round_closes_with_its_last_group, |db| {
    let town = Town::on(db);
    let thursday = Cell {
        time: weekly(Weekday::Thu, 18),
        ..town.cell
    };
    let _ = town.add_room(thursday);
    town.lets_lead(&town.add_igangsetter(), &[thursday], true);
    let _ = town.add_notes(5, day("2027-01-04"));
    for _ in 0..5 {
        let _ = town.add_note_for(&[thursday], day("2027-01-04"));
    }
    town.propose(start()).unwrap();
    let ids: Vec<GroupId> = town.draft().unwrap().groups.iter().map(|one| one.group.id).collect();

    assert_eq!(town.approve(&ids[..1], start()).unwrap().approved(), 1);
    let left: Vec<GroupId> = town.draft().unwrap().groups.iter().map(|one| one.group.id).collect();
    assert_eq!(left, ids[1..]);
    assert_eq!(
        town.approve(&ids[..1], start()).unwrap(),
        told(ids[0], Outcome::Already),
        "only once"
    );
    assert_eq!(town.approve(&ids[1..], start()).unwrap().approved(), 1);
    assert!(town.draft().is_none());
    assert_eq!(town.read(|tx| group::list_approved(tx, town.id)).len(), 2);
});

both_databases!(a_group_is_dropped_if_somebody_in_it_has_withdrawn, |db| {
    let town = Town::on(db);
    let (id, notes) = a_draft(&town);
    town.withdraw(notes[0], start());
    assert_eq!(town.draft().unwrap().groups[0].notes, 4);
    assert_eq!(town.approve_all(start()), told(id, Outcome::NoteGone));
    assert_eq!(town.read(|tx| group::find(tx, id)), None);
    assert!(town.draft().is_none());
    for note in &notes[1..] {
        assert_eq!(town.standing(*note).state(), NoteState::Waiting);
        assert_eq!(town.read(|tx| seat::find_live(tx, *note)), None, "back in the pool");
    }
    assert_eq!(letters_owed(&town.db), []);
    assert_eq!(town.read(|tx| occupancy::list(tx, town.id)), []);
});

both_databases!(a_group_is_dropped_if_its_room_is_no_longer_offered, |db| {
    let town = Town::on(db);
    let (id, _) = a_draft(&town);
    town.edit_room(|room| room.times.clear());
    assert_eq!(town.approve_all(start()), told(id, Outcome::RoomTaken));
});

both_databases!(a_group_is_dropped_if_its_room_is_taken_for_an_overlapping_time, |db| {
    for (hour, approved) in [(17, 0), (19, 0), (20, 1)] {
        let town = Town::on(testkit::TestDb::migrated(db.kind()));
        a_draft(&town);
        let mark = Occupancy {
            id: OccupancyId::random(&town.chance),
            group: None,
            room: town.room,
            igangsetter: None,
            igangsetter_until: day("2026-12-01"),
            time: weekly(Weekday::Tue, hour),
        };
        town.db.write_now(|tx| occupancy::insert(tx, &mark)).unwrap();
        assert_eq!(town.approve_all(start()).approved(), approved, "{hour}");
    }
});

type Change = fn(&mut Availability);

both_databases!(a_group_is_dropped_if_its_igangsetter_can_no_longer_take_it, |db| {
    let possible = |town: &Town| Availability {
        staff: town.igangsetter.id,
        from: day("2027-01-26"),
        max_groups: 1,
        ask_first: true,
        cells: vec![town.cell],
        away: Vec::new(),
    };
    let changes: [(&str, Change, Outcome); 4] = [
        ("nothing", |_| {}, Outcome::GoesOn),
        ("not there", |one| one.cells.clear(), Outcome::IgangsetterGone),
        ("not within reach", |one| one.from = day("2027-04-20"), Outcome::NoDate),
        ("no more groups", |one| one.max_groups = 0, Outcome::IgangsetterGone),
    ];
    for (what, change, outcome) in changes {
        let town = Town::on(testkit::TestDb::migrated(db.kind()));
        let (id, _) = a_draft(&town);
        let mut new = possible(&town);
        change(&mut new);
        town.db.write_now(|tx| availability::put(tx, &new)).unwrap();
        assert_eq!(town.approve_all(start()), told(id, outcome), "{what}");
    }
});

both_databases!(a_group_is_dropped_if_its_igangsetter_is_elsewhere_by_now, |db| {
    // The mark's hour, its last supported day, and whether the group goes on.
    for (hour, until, approved) in [(17, "2027-01-12", 0), (17, "2027-01-11", 1), (20, "2027-02-23", 1)] {
        let town = Town::on(testkit::TestDb::migrated(db.kind()));
        let elsewhere = Cell {
            time: weekly(Weekday::Tue, hour),
            place: town.add_place(town.contact_point),
        };
        a_draft(&town);
        let mark = Occupancy {
            id: OccupancyId::random(&town.chance),
            group: None,
            room: town.add_room(elsewhere),
            igangsetter: Some(town.igangsetter.id),
            igangsetter_until: day(until),
            time: elsewhere.time,
        };
        town.db.write_now(|tx| occupancy::insert(tx, &mark)).unwrap();
        assert_eq!(town.approve_all(start()).approved(), approved, "{hour} {until}");
    }
});

both_databases!(
    of_two_groups_in_one_draft_the_igangsetter_gets_as_many_as_wanted,
    |db| {
        let town = Town::on(db);
        let thursday = Cell {
            time: weekly(Weekday::Thu, 18),
            ..town.cell
        };
        let _ = town.add_room(thursday);
        town.lets_lead(&town.igangsetter, &[town.cell, thursday], true);
        let _ = town.add_notes(5, day("2027-01-04"));
        for _ in 0..5 {
            let _ = town.add_note_for(&[thursday], day("2027-01-04"));
        }
        town.propose(start()).unwrap();
        assert_eq!(town.draft().unwrap().groups.len(), 2);
        let only_one = Availability {
            staff: town.igangsetter.id,
            from: day("2027-01-01"),
            max_groups: 1,
            ask_first: true,
            cells: vec![town.cell, thursday],
            away: Vec::new(),
        };
        town.db.write_now(|tx| availability::put(tx, &only_one)).unwrap();
        let approved = town.approve_all(start());
        let outcomes: Vec<Outcome> = approved.groups.iter().map(|(_, outcome)| *outcome).collect();
        assert_eq!(outcomes, [Outcome::GoesOn, Outcome::IgangsetterGone]);
        assert_eq!((approved.approved(), approved.dropped()), (1, 1));
    }
);

both_databases!(a_group_that_has_moved_to_a_date_somebody_declined_is_dropped, |db| {
    let town = Town::that_just_starts(db);
    let (first, notes) = town.approved(6);
    let _ = town.add_room(town.cell);
    town.lets_lead(&town.add_igangsetter(), &[town.cell], true);
    town.answer(notes[0], first, &Answer::NotThisDate, start());
    let _ = town.add_notes(4, day("2027-01-04"));
    // Made a day after the 12th, the draft is for 2 February; approved on the 12th, it would meet on the 26th.
    town.propose(oslo("2027-01-13 10:00")).unwrap();
    let second = town.draft().unwrap().groups[0].group.id;
    assert!(town.seat(second, notes[0]).is_some());
    assert_eq!(town.approve_all(start()), told(second, Outcome::DateDeclined));
    assert_eq!(town.read(|tx| seat::find_live(tx, notes[0])), None, "back in the pool");
});

both_databases!(a_second_press_of_the_button_approves_nothing_again, |db| {
    let town = Town::on(db);
    let (id, notes) = a_draft(&town);
    let round = town.draft().unwrap().round.id;
    town.approve_all(start());
    let before = town.everything(&[id], &notes);
    let again = town
        .db
        .write_now(|tx| approve(tx, &town.chance, &town.coordinator, (round, &[id]), start()));
    assert_eq!(again.unwrap(), told(id, Outcome::Already));
    assert_eq!(town.everything(&[id], &notes), before);
});

both_databases!(nobody_approves_but_a_coordinator_of_the_region, |db| {
    let town = Town::on(db);
    let other = Region::made(&town.db, 2);
    let (id, _) = a_draft(&town);
    let round = town.draft().unwrap().round.id;
    let approve = |by, round| {
        town.db
            .write_now(|tx| approve(tx, &town.chance, by, (round, &[id]), start()))
    };
    assert_not_yours(&approve(&town.igangsetter, round));
    assert_not_yours(&approve(&other.coordinator, round));
    assert_not_yours(&approve(&town.coordinator, model::RoundId::from_bytes([9; 16])));
    assert_eq!(town.group(id).state, GroupState::Proposed);
    assert_eq!(approve(&town.add_neighbour(), round).unwrap().approved(), 1);
});

both_databases!(a_group_of_another_region_is_not_approved_along, |db| {
    let town = Town::on(db);
    let other = Region::made(&town.db, 2);
    let _ = other.add_notes(5, day("2027-01-04"));
    crate::propose(&town.db, &town.chance, other.id, day("2027-01-12"), super::HEADS).unwrap();
    let theirs = town.read(|tx| crate::draft(tx, &other.coordinator)).unwrap().groups[0]
        .group
        .id;
    a_draft(&town);
    assert_eq!(town.approve(&[theirs], start()).unwrap(), Approved::default());
    assert_eq!(town.group(theirs).state, GroupState::Proposed);
});
