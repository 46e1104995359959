//! Freed seats are offered to whoever has waited longest.

use model::{GroupId, GroupState, NoteId, NoteState, SeatState};
use testkit::{both_databases, day, oslo, statements_of};

use super::{Town, YES, last_offer, no_more_offers, start};
use crate::Answer;

impl Town {
    fn is_offered(&self, group: GroupId, note: NoteId) -> bool {
        self.seat(group, note)
            .is_some_and(|seat| seat.state == SeatState::Invited)
    }
}

/// A group of eight, and somebody who is left over.
fn nine(town: &Town) -> (GroupId, Vec<NoteId>, NoteId) {
    let late = town.add_note(day("2027-01-11"));
    let (group, notes) = town.approved(8);
    assert!(town.seat(group, late).is_none());
    (group, notes, late)
}

both_databases!(a_declined_seat_is_offered_at_once_to_whoever_has_waited_longest, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes, late) = nine(&town);
    let longer = town.add_note(day("2027-01-10"));
    town.answer(notes[0], group, &Answer::NotThisDate, start());
    assert!(town.is_offered(group, longer) && !town.is_offered(group, late));
    assert_eq!(town.standing(longer).state(), NoteState::Invited);
    assert_eq!(town.standing(longer).kept_until(), day("2027-03-02"));
    assert!(town.written_to("invitation").contains(&longer));
    town.withdraw(notes[1], start());
    assert!(town.is_offered(group, late), "a withdrawal frees a seat too");
});

both_databases!(silence_and_a_refused_letter_free_a_seat, |db| {
    for is_silent in [true, false] {
        let town = Town::that_just_starts(testkit::TestDb::migrated(db.kind()));
        let (group, notes, late) = nine(&town);
        if is_silent {
            town.deliver(group, &notes[..1], "2027-01-12");
            town.settle(oslo("2027-01-18 00:00"));
        } else {
            let refuse =
                |tx: &mut store::DbConn| crate::invitation_refused(tx, &town.chance, (notes[0], group), start());
            town.db.write_now(refuse).unwrap();
        }
        assert!(town.is_offered(group, late), "silent: {is_silent}");
    }
});

both_databases!(a_seat_is_offered_until_48_hours_before_the_cut_off, |db| {
    for (at, offered) in [(last_offer(), true), (no_more_offers(), false)] {
        let town = Town::that_just_starts(testkit::TestDb::migrated(db.kind()));
        let (group, notes, late) = nine(&town);
        town.answer(notes[0], group, &Answer::NotThisDate, at);
        assert_eq!(town.is_offered(group, late), offered, "{at}");
    }
});

both_databases!(a_group_that_is_ready_takes_nobody_any_more, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes, late) = nine(&town);
    town.all_answer(group, &notes, &YES);
    town.answer(notes[0], group, &Answer::NotThisDate, start());
    town.settle(start());
    assert!(town.seat(group, late).is_none());
    assert_eq!(town.standing(late).state(), NoteState::Waiting);
});

both_databases!(newcomers_reach_a_group_with_free_seats_when_it_is_settled, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(6);
    town.answer(notes[0], group, &Answer::NotThisDate, start());
    let (first, second) = (town.add_note(day("2027-01-12")), town.add_note(day("2027-01-13")));
    town.settle(oslo("2027-01-13 10:00"));
    assert!(town.is_offered(group, first), "as many as there were seats");
    assert!(!town.is_offered(group, second));
});

both_databases!(whoever_declined_or_was_silent_is_not_offered_the_group_again, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(7);
    town.deliver(group, &notes[1..2], "2027-01-12");
    town.answer(notes[0], group, &Answer::NotThisDate, start());
    let later = oslo("2027-01-18 10:00");
    town.settle(later);
    let resumed = town.standing(notes[1]).resume(day("2027-01-18")).unwrap();
    town.db
        .write_now(|tx| store::note::set_standing(tx, notes[1], resumed))
        .unwrap();
    town.settle(later);
    assert_eq!(town.seat(group, notes[0]).unwrap().state, SeatState::Declined);
    assert_eq!(town.seat(group, notes[1]).unwrap().state, SeatState::Silent);
    assert_eq!(town.states(&notes[..2]), [NoteState::Waiting]);
});

both_databases!(
    a_seat_is_offered_to_nobody_who_has_excluded_it_or_declined_the_date,
    |db| {
        let town = Town::that_just_starts(db);
        let late = town.add_notes(2, day("2027-01-11"));
        let _ = town.add_room(town.cell);
        let (group, notes) = town.approved(8);
        town.lets_lead(&town.add_igangsetter(), &[town.cell], false);
        let _ = town.add_notes(3, day("2027-01-11"));
        town.propose(start()).unwrap();
        let other = town.approve_all(start()).groups[0].0;
        assert!(late.iter().all(|note| town.is_offered(other, *note)));
        town.answer(late[0], other, &Answer::NotThisDate, start());
        town.answer(late[1], other, &Answer::NotThisTime, start());
        town.answer(notes[0], group, &Answer::NotThisTime, start());
        assert!(town.seat(group, late[0]).is_none(), "that very date");
        assert!(town.seat(group, late[1]).is_none(), "that place and time");
    }
);

both_databases!(
    nobody_is_put_together_with_somebody_from_whom_they_are_kept_apart,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, notes, foe) = nine(&town);
        town.keep_apart(notes[1], foe);
        town.answer(notes[0], group, &Answer::NotThisDate, start());
        assert!(town.seat(group, foe).is_none());
        town.answer(notes[1], group, &Answer::NotThisDate, start());
        assert!(town.is_offered(group, foe), "the other one has left");
    }
);

both_databases!(two_who_are_kept_apart_are_in_no_draft_together, |db| {
    let town = Town::on(db);
    let notes = town.add_notes(6, day("2027-01-04"));
    town.keep_apart(notes[0], notes[1]);
    town.propose(start()).unwrap();
    let draft = town.draft().unwrap();
    let seated: Vec<NoteId> = town
        .seats(draft.groups[0].group.id)
        .iter()
        .map(|seat| seat.note)
        .collect();
    assert_eq!(seated.len(), 5);
    assert!(!(seated.contains(&notes[0]) && seated.contains(&notes[1])));
});

both_databases!(whoever_is_in_a_draft_is_offered_no_other_seat, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(6);
    let _ = town.add_room(town.cell);
    town.lets_lead(&town.add_igangsetter(), &[town.cell], true);
    let drafted = town.add_notes(5, day("2027-01-01"));
    town.propose(start()).unwrap();
    assert_eq!(town.draft().unwrap().groups[0].notes, 5);
    town.answer(notes[0], group, &Answer::NotThisDate, start());
    assert!(
        drafted.iter().all(|note| town.seat(group, *note).is_none()),
        "in a draft"
    );
    town.approve_all(start());
    town.settle(start());
    assert!(drafted.iter().all(|note| town.seat(group, *note).is_none()), "held");
});

both_databases!(two_of_eight_are_replaced_and_the_group_is_ready, |db| {
    let town = Town::that_just_starts(db);
    let late = town.add_notes(2, day("2027-01-11"));
    let (group, notes) = town.approved(8);
    town.all_answer(group, &notes[..5], &YES);
    town.all_answer(group, &notes[5..], &Answer::NotThisDate);
    assert_eq!(
        town.group(group).state,
        GroupState::Inviting,
        "two have been asked instead"
    );
    town.all_answer(group, &late, &YES);
    assert_eq!(town.group(group).state, GroupState::Ready);
    assert_eq!(town.owed("meeting-on"), 7);
});

both_databases!(
    of_two_groups_that_would_offer_a_seat_to_the_same_person_at_once_one_does,
    |db| {
        let town = Town::that_just_starts(db);
        let (first, some) = town.approved(8);
        let _ = town.add_room(town.cell);
        town.lets_lead(&town.add_igangsetter(), &[town.cell], false);
        let (second, others) = town.approved(8);
        let late = town.add_note(day("2027-01-11"));
        std::thread::scope(|scope| {
            for (group, notes) in [(first, &some), (second, &others)] {
                let town = &town;
                scope.spawn(move || town.answer(notes[0], group, &Answer::NotThisTime, start()));
            }
        });
        let offered = [first, second].map(|group| usize::from(town.is_offered(group, late)));
        assert_eq!(offered.iter().sum::<usize>(), 1);
        assert_eq!(town.owed("invitation"), 15, "two have answered, and one was asked");
    }
);

/// What reads the wishes of a whole region.
fn reads_all_wishes(statements: &[String]) -> Vec<&String> {
    let of_all = |sent: &&String| sent.contains("wishes") && sent.contains("JOIN");
    statements.iter().filter(of_all).collect()
}

#[test]
fn a_free_seat_that_nobody_wants_is_no_reason_to_read_the_whole_region() {
    let town = Town::that_just_starts(testkit::TestDb::migrated(testkit::DatabaseKind::Sqlite));
    let (group, notes) = town.approved(6);
    town.answer(notes[0], group, &Answer::NotThisTime, start());
    assert_eq!(town.group(group).state, GroupState::Inviting);
    let settled = statements_of(&town.db, |db| crate::settle_due(db, &town.chance, start()).unwrap());
    assert!(!settled.is_empty());
    assert_eq!(reads_all_wishes(&settled), Vec::<&String>::new());
}

#[test]
fn approving_a_group_looks_at_its_own_people_only() {
    let town = Town::that_just_starts(testkit::TestDb::migrated(testkit::DatabaseKind::Sqlite));
    let _ = town.add_notes(6, day("2027-01-04"));
    let round = town.propose(start()).unwrap();
    let group = town.draft().unwrap().groups[0].group.id;
    let approved = statements_of(&town.db, |db| {
        let by = &town.coordinator;
        let all = [group];
        db.write_now(|tx| crate::approve(tx, &town.chance, by, (round, &all), start()))
            .unwrap();
    });
    assert_eq!(town.group(group).state, GroupState::Inviting);
    assert_eq!(reads_all_wishes(&approved), Vec::<&String>::new());
}
