//! Drafts: what becomes a group, and why the others have none.

use chrono::Weekday;
use matcher::{Limits, Pool};
use model::{Calendar, Cell, GroupId, GroupState, Lead, NoteId, NoteState, RoundId, SeatState};
use store::{Db, group, round::Unplaced};
use testkit::{Region, both_databases, day, letters_owed, region::weekly};

use super::{HEADS, Town, YES, assert_not_yours, start};
use crate::{Answer, Fault, demand, discard, draft, pool, propose, round::store_draft, waiting};

impl Town {
    fn other_time(&self, hour: u32) -> Cell {
        Cell {
            time: weekly(Weekday::Thu, hour),
            ..self.cell
        }
    }

    /// Why these notes have no seat, each once.
    fn reasons(&self, notes: &[NoteId]) -> Vec<(String, Option<u16>)> {
        let unplaced = self.draft().unwrap().unplaced;
        let reason = |note: &NoteId| {
            let why: Option<&Unplaced> = unplaced.iter().find(|why| why.note == *note);
            why.map(|why| (why.reason.clone(), why.have))
        };
        let mut reasons: Vec<_> = notes.iter().filter_map(reason).collect();
        reasons.dedup();
        reasons
    }
}

both_databases!(seven_who_want_the_same_become_one_group, |db| {
    let town = Town::on(db);
    let notes = town.add_notes(7, day("2027-01-04"));

    let round = town.propose(start()).unwrap();

    let draft = town.draft().unwrap();
    assert_eq!((draft.round.id, draft.round.made_on), (round, day("2027-01-12")));
    assert_eq!((draft.groups.len(), draft.unplaced.len()), (1, 0));
    let proposed = &draft.groups[0];
    assert_eq!((proposed.notes, proposed.igangsetter.as_str()), (7, "Kari"));
    let group = &proposed.group;
    assert_eq!(
        (group.state, group.size, group.round),
        (GroupState::Proposed, 7, Some(round))
    );
    assert_eq!(
        (group.cell, group.room, group.lead),
        (town.cell, town.room, Lead::By(town.igangsetter.id))
    );
    assert_eq!(group.calendar, Calendar::meeting_on(day("2027-01-26"), 5));
    assert_eq!(
        (
            group.place_name.as_str(),
            group.letter_name.as_str(),
            group.room_name.as_str()
        ),
        ("Biblioteket", "Storgata 1", "Peisestua")
    );
    let seats = town.seats(group.id);
    assert!(
        seats
            .iter()
            .all(|seat| seat.state == SeatState::Held && notes.contains(&seat.note))
    );
    assert_eq!(town.states(&notes), [NoteState::Waiting]);
    assert_eq!(letters_owed(&town.db), [], "nobody is told of a draft");
});

both_databases!(of_nine_the_one_who_waited_shortest_stays_out, |db| {
    let town = Town::on(db);
    let longer = town.add_notes(8, day("2027-01-04"));
    let shortest = town.add_note(day("2027-01-05"));
    town.propose(start()).unwrap();
    assert_eq!(town.draft().unwrap().groups[0].notes, 8);
    assert_eq!(town.reasons(&[shortest]), [("outweighed".to_owned(), None)]);
    assert_eq!(town.reasons(&longer), []);
});

both_databases!(the_coordinator_reads_why_a_note_has_no_seat, |db| {
    let town = Town::on(db);
    let (nowhere, nobody_leads) = (town.other_time(10), town.other_time(18));
    let _ = town.add_room(nobody_leads);
    let four = town.add_notes(4, day("2027-01-04"));
    let never = town.add_note_for(&[nowhere], day("2027-01-04"));
    let unled: Vec<NoteId> = (0..5)
        .map(|_| town.add_note_for(&[nobody_leads], day("2027-01-04")))
        .collect();
    town.propose(start()).unwrap();
    assert_eq!(town.draft().unwrap().groups.len(), 0);
    assert_eq!(town.reasons(&four), [("too_few".to_owned(), Some(4))]);
    assert_eq!(town.reasons(&[never]), [("no_common_time".to_owned(), None)]);
    assert_eq!(town.reasons(&unled), [("no_igangsetter".to_owned(), None)]);
});

both_databases!(a_room_that_is_taken_is_the_reason_and_is_not_offered_again, |db| {
    let town = Town::on(db);
    town.approved(5);
    town.lets_lead(&town.add_igangsetter(), &[town.cell], true);
    let late = town.add_notes(5, day("2027-01-04"));
    town.propose(start()).unwrap();
    assert_eq!(town.draft().unwrap().groups.len(), 0);
    assert_eq!(town.reasons(&late), [("no_room".to_owned(), None)]);
});

both_databases!(parallel_groups_have_rooms_and_igangsettere_of_their_own, |db| {
    let town = Town::on(db);
    let room = town.add_room(town.cell);
    let other = town.add_igangsetter();
    town.lets_lead(&other, &[town.cell], true);
    let _ = town.add_notes(10, day("2027-01-04"));
    town.propose(start()).unwrap();
    let groups = town.draft().unwrap().groups;
    assert_eq!(groups.len(), 2);
    let mut rooms: Vec<_> = groups.iter().map(|one| one.group.room).collect();
    let mut leaders: Vec<_> = groups.iter().map(|one| one.group.lead.whom().unwrap()).collect();
    let mut expected = ([town.room, room], [town.igangsetter.id, other.id]);
    rooms.sort_unstable();
    leaders.sort_unstable();
    expected.0.sort_unstable();
    expected.1.sort_unstable();
    assert_eq!(
        (rooms.as_slice(), leaders.as_slice()),
        (&expected.0[..], &expected.1[..])
    );
});

both_databases!(
    an_igangsetter_leads_no_group_before_their_first_day_nor_while_at_another,
    |db| {
        let town = Town::on(db);
        let at_19 = Cell {
            time: weekly(Weekday::Tue, 19),
            ..town.cell
        };
        let _ = town.add_room(at_19);
        town.lets_lead(&town.igangsetter, &[town.cell, at_19], true);
        town.approved(5);
        let late: Vec<NoteId> = (0..5).map(|_| town.add_note_for(&[at_19], day("2027-01-04"))).collect();
        let round = town.propose(start()).unwrap();
        assert_eq!(town.reasons(&late), [("no_igangsetter".to_owned(), None)]);
        town.db.write_now(|tx| discard(tx, &town.coordinator, round)).unwrap();

        let from_spring = store::availability::Availability {
            staff: town.add_igangsetter().id,
            from: day("2027-01-27"),
            max_groups: 1,
            ask_first: true,
            cells: vec![at_19],
            away: Vec::new(),
        };
        let put = |from: &str| {
            let new = store::availability::Availability {
                from: day(from),
                ..from_spring.clone()
            };
            town.db.write_now(|tx| store::availability::put(tx, &new)).unwrap();
        };
        put("2027-04-14");
        let round = town.propose(start()).unwrap();
        assert_eq!(town.reasons(&late), [("no_igangsetter".to_owned(), None)]);
        town.db.write_now(|tx| discard(tx, &town.coordinator, round)).unwrap();
        put("2027-04-13");
        town.propose(start()).unwrap();
        let groups = town.draft().unwrap().groups;
        assert_eq!(
            groups[0].group.calendar.first_meeting,
            day("2027-04-13"),
            "within reach"
        );
    }
);

both_databases!(a_region_has_one_open_round, |db| {
    let (town, other) = (Town::on(db), 2);
    let other = Region::made(&town.db, other);
    town.propose(start()).unwrap();
    assert!(matches!(town.propose(start()), Err(Fault::RoundOpen)));
    propose(&town.db, &town.chance, other.id, day("2027-01-12"), HEADS).unwrap();
});

both_databases!(a_discarded_draft_leaves_its_notes_where_they_were, |db| {
    let town = Town::on(db);
    let notes = town.add_notes(5, day("2027-01-04"));
    let round = town.propose(start()).unwrap();
    let group = town.draft().unwrap().groups[0].group.id;
    town.db.write_now(|tx| discard(tx, &town.coordinator, round)).unwrap();
    assert!(town.draft().is_none());
    assert_eq!(town.read(|tx| group::find(tx, group)), None);
    assert_eq!(town.states(&notes), [NoteState::Waiting]);
    town.propose(start()).unwrap();
    assert_eq!(town.draft().unwrap().groups[0].notes, 5);
});

both_databases!(a_draft_is_seen_and_discarded_by_coordinators_of_the_region_only, |db| {
    let town = Town::on(db);
    let other = Region::made(&town.db, 2);
    let _ = town.add_notes(5, day("2027-01-04"));
    let round = town.propose(start()).unwrap();
    let discard = |by, round| town.db.write_now(|tx| discard(tx, by, round));
    assert_not_yours(&town.db.read_now(|tx| draft(tx, &town.igangsetter)));
    assert!(town.read(|tx| draft(tx, &other.coordinator)).is_none());
    assert_not_yours(&discard(&town.igangsetter, round));
    assert_not_yours(&discard(&other.coordinator, round));
    assert_not_yours(&discard(&town.coordinator, RoundId::from_bytes([9; 16])));
    assert_eq!(town.draft().unwrap().groups.len(), 1);
    discard(&town.add_neighbour(), round).unwrap();
});

both_databases!(the_notes_of_other_regions_are_left_alone, |db| {
    let town = Town::on(db);
    let other = Region::made(&town.db, 2);
    let _ = town.add_notes(4, day("2027-01-04"));
    let _ = other.add_notes(4, day("2027-01-04"));
    town.propose(start()).unwrap();
    let draft = town.draft().unwrap();
    assert_eq!((draft.groups.len(), draft.unplaced.len()), (0, 4));
});

both_databases!(whoever_has_a_seat_is_in_no_other_draft, |db| {
    let town = Town::on(db);
    let (group, notes) = town.approved(5);
    let _ = town.add_room(town.cell);
    town.lets_lead(&town.add_igangsetter(), &[town.cell], true);
    town.propose(start()).unwrap();
    let draft = town.draft().unwrap();
    assert_eq!((draft.groups.len(), draft.unplaced.len()), (0, 0), "asked");
    town.db
        .write_now(|tx| discard(tx, &town.coordinator, draft.round.id))
        .unwrap();
    town.lead(&town.igangsetter, group, true, start()).unwrap();
    town.all_answer(group, &notes, &YES);
    town.propose(start()).unwrap();
    let draft = town.draft().unwrap();
    assert_eq!((draft.groups.len(), draft.unplaced.len()), (0, 0), "joined");
});

/// A group of six whose first person declines, and four who come when it is ready.
fn one_declines(town: &Town, says: &Answer) -> NoteId {
    let (group, notes) = town.approved(6);
    assert_eq!(town.answer(notes[0], group, says, start()), crate::Answered::Done);
    town.all_answer(group, &notes[1..], &YES);
    let _ = town.add_room(town.cell);
    town.lets_lead(&town.add_igangsetter(), &[town.cell], true);
    let _ = town.add_notes(4, day("2027-01-11"));
    notes[0]
}

both_databases!(a_place_and_time_that_will_never_do_is_not_offered_again, |db| {
    let town = Town::that_just_starts(db);
    let declined = one_declines(&town, &Answer::NotThisTime);
    town.propose(testkit::oslo("2027-03-01 10:00")).unwrap();
    assert_eq!(town.reasons(&[declined]), [("no_common_time".to_owned(), None)]);
});

both_databases!(a_date_that_was_declined_is_not_offered_again_but_the_next_is, |db| {
    let town = Town::that_just_starts(db);
    let declined = one_declines(&town, &Answer::NotThisDate);
    let round = town.propose(start()).unwrap();
    assert_eq!(town.reasons(&[declined]), [("no_common_time".to_owned(), None)]);
    assert_eq!(town.draft().unwrap().groups.len(), 0);
    town.db.write_now(|tx| discard(tx, &town.coordinator, round)).unwrap();
    town.propose(testkit::oslo("2027-01-13 10:00")).unwrap();
    assert_eq!(town.draft().unwrap().groups[0].notes, 5);
});

both_databases!(nobody_is_proposed_to_lead_two_meetings_that_overlap, |db| {
    let town = Town::on(db);
    let elsewhere = town.add_place(town.contact_point);
    let at = |hour| Cell {
        place: elsewhere,
        time: weekly(Weekday::Tue, hour),
    };
    let cells = [town.cell, at(19), at(20)];
    town.lets_lead(&town.igangsetter, &cells, true);
    for cell in cells {
        let _ = town.add_room(cell);
        for _ in 0..5 {
            let _ = town.add_note_for(&[cell], day("2027-01-04"));
        }
    }
    town.propose(start()).unwrap();
    assert_eq!(town.draft().unwrap().groups.len(), 1, "18, 19 and 20 hang together");
});

/// What the matcher proposes for a town as it was read.
fn proposed(town: &Town) -> (pool::Snapshot, matcher::Proposal) {
    let region = town.read(|tx| pool::Snapshot::read(tx, town.id, day("2027-01-12")));
    let pool = Pool::try_from(region.pool(HEADS, &[])).unwrap();
    let proposal = matcher::assemble(&pool, &Limits::default());
    (region, proposal)
}

both_databases!(whoever_found_a_seat_while_the_matcher_ran_gets_no_other, |db| {
    let town = Town::on(db);
    let notes = town.add_notes(5, day("2027-01-04"));
    let (region, proposal) = proposed(&town);
    assert_eq!(proposal.groups.len(), 1);
    town.propose(start()).unwrap();
    town.approve_all(start());
    assert_eq!(town.states(&notes), [NoteState::Waiting], "held");

    town.db
        .write_now(|tx| store_draft(tx, &town.chance, &region, &proposal))
        .unwrap();

    assert_eq!(town.draft().unwrap().groups.len(), 0);
});

both_databases!(what_changed_while_the_matcher_ran_is_left_out_of_the_draft, |db| {
    let town = Town::on(db);
    let thursday = town.other_time(18);
    let _ = town.add_room(thursday);
    town.lets_lead(&town.add_igangsetter(), &[thursday], true);
    let gone = town.add_notes(5, day("2027-01-04"))[0];
    for _ in 0..5 {
        let _ = town.add_note_for(&[thursday], day("2027-01-04"));
    }
    let lonely = town.add_note_for(&[town.other_time(8)], day("2027-01-04"));
    let (region, proposal) = proposed(&town);
    assert_eq!((proposal.groups.len(), proposal.unplaced.len()), (2, 1));

    town.withdraw(gone, start());
    town.withdraw(lonely, start());
    town.db
        .write_now(|tx| store_draft(tx, &town.chance, &region, &proposal))
        .unwrap();

    let draft = town.draft().unwrap();
    assert_eq!((draft.groups.len(), draft.unplaced.len()), (1, 0));
    assert_eq!(draft.groups[0].group.cell, thursday);
});

both_databases!(demand_counts_those_who_wait_without_a_seat, |db| {
    let town = Town::on(db);
    let other = Region::made(&town.db, 2);
    let _ = other.add_notes(3, day("2027-01-04"));
    let demand = |db: &Db| db.read_now(|tx| demand(tx, town.id, day("2027-01-12"))).unwrap();
    assert_eq!(demand(&town.db), []);
    let _ = town.add_note_for(&[town.cell, town.other_time(18)], day("2027-01-04"));
    let _ = town.add_notes(2, day("2027-01-04"));
    let of = |cell: Cell, count| (cell.place, cell.time.week_band(), count);
    assert_eq!(demand(&town.db), [of(town.cell, 3), of(town.other_time(18), 1)]);
    let _ = town.add_notes(2, day("2027-01-04"));
    town.propose(start()).unwrap();
    assert_eq!(demand(&town.db), []);
});

both_databases!(a_group_that_nobody_knows_is_no_group, |db| {
    let town = Town::on(db);
    let unknown = GroupId::from_bytes([9; 16]);
    town.settle(start());
    assert_eq!(
        town.answer(NoteId::from_bytes([9; 16]), unknown, &YES, start()),
        crate::Answered::TooLate
    );
    assert_not_yours(&town.lead(&town.igangsetter, unknown, true, start()));
});

both_databases!(those_who_wait_are_counted_by_how_long_they_have_waited, |db| {
    let town = Town::on(db);
    let today = day("2027-03-01");
    for (since, notes) in [
        ("2027-02-28", 1),
        ("2027-02-09", 2),
        ("2027-02-08", 3),
        ("2027-01-05", 1),
        ("2027-01-04", 2),
    ] {
        let _ = town.add_notes(notes, day(since));
    }
    let waiting = town.db.read_now(|tx| waiting(tx, town.id, today)).unwrap();
    assert_eq!(
        (waiting.short, waiting.long, waiting.longest),
        (3, 4, 2),
        "three weeks are long, eight are longest"
    );
});
