//! The igangsetter who is asked says yes, no, or nothing.

use model::{GroupState, Lead, NoteState, SeatState};
use store::{occupancy, seat};
use testkit::{both_databases, day, oslo};

use super::{Town, assert_not_yours, start};

both_databases!(a_yes_sends_the_invitations, |db| {
    let town = Town::on(db);
    let (group, notes) = town.approved(7);
    town.lead(&town.igangsetter, group, true, start()).unwrap();
    let inviting = town.group(group);
    assert_eq!(
        (inviting.state, inviting.lead),
        (GroupState::Inviting, Lead::By(town.igangsetter.id))
    );
    assert_eq!(town.states(&notes), [NoteState::Invited]);
    assert!(town.seats(group).iter().all(|seat| seat.state == SeatState::Invited));
    assert_eq!(town.owed("invitation"), 7);
});

both_databases!(
    of_two_who_share_a_code_while_they_are_held_the_one_who_waited_longer_is_invited,
    |db| {
        let town = Town::on(db);
        let shorter = town.add_note(day("2027-01-05"));
        let (group, notes) = town.approved(5);
        town.keep_apart(shorter, notes[0]);
        town.lead(&town.igangsetter, group, true, start()).unwrap();
        assert_eq!(town.states(&notes), [NoteState::Invited]);
        assert_eq!(town.seat(group, shorter), None);
        assert_eq!(town.standing(shorter).state(), NoteState::Waiting);
        assert!(!town.written_to("invitation").contains(&shorter));
    }
);

both_databases!(
    a_no_leaves_it_to_the_coordinator_and_frees_the_igangsetter_alone,
    |db| {
        let town = Town::on(db);
        let (group, notes) = town.approved(5);
        town.lead(&town.igangsetter, group, false, start()).unwrap();
        let vacant = town.group(group);
        assert_eq!(
            (vacant.state, vacant.lead),
            (GroupState::Asked, Lead::Vacant { since: start() })
        );
        assert_eq!(town.states(&notes), [NoteState::Waiting]);
        assert!(town.seats(group).iter().all(|seat| seat.state == SeatState::Held));
        let taken = town.read(|tx| occupancy::list(tx, town.id));
        assert_eq!((taken.len(), taken[0].room, taken[0].igangsetter), (1, town.room, None));
        assert_eq!(town.owed("asked-to-lead"), 0, "the question is not sent any more");
    }
);

both_databases!(
    if_nobody_is_found_in_48_hours_the_group_is_off_and_nobody_hears_of_it,
    |db| {
        let town = Town::on(db);
        let (group, notes) = town.approved(5);
        town.lead(&town.igangsetter, group, false, oslo("2027-01-13 12:00"))
            .unwrap();
        town.settle(oslo("2027-01-15 11:59:59"));
        assert_eq!(town.group(group).state, GroupState::Asked);
        town.settle(oslo("2027-01-15 12:00:00"));
        let dissolved = town.group(group);
        assert_eq!(dissolved.state, GroupState::Dissolved);
        assert_eq!(dissolved.calendar.kept_until, day("2027-01-22"));
        assert_eq!(town.states(&notes), [NoteState::Waiting]);
        for note in notes {
            let since = town.standing(note).waiting_since();
            assert_eq!(since, day("2027-01-04"), "nothing is added");
            assert_eq!(town.read(|tx| seat::find_live(tx, note)), None);
        }
        assert_eq!(town.read(|tx| occupancy::list(tx, town.id)), []);
        assert_eq!((town.owed("meeting-off"), town.owed("group-off")), (0, 0));
    }
);

both_databases!(the_first_answer_counts, |db| {
    for (first, state) in [(true, GroupState::Inviting), (false, GroupState::Asked)] {
        let town = Town::on(testkit::TestDb::migrated(db.kind()));
        let (group, notes) = town.approved(5);
        town.lead(&town.igangsetter, group, first, start()).unwrap();
        let before = town.everything(&[group], &notes);
        for again in [true, false] {
            town.lead(&town.igangsetter, group, again, start()).unwrap();
        }
        assert_eq!(town.group(group).state, state);
        assert_eq!(town.everything(&[group], &notes), before);
    }
});

both_databases!(nobody_answers_for_the_igangsetter, |db| {
    let town = Town::on(db);
    let (group, _) = town.approved(5);
    for by in [&town.coordinator, &town.add_igangsetter()] {
        assert_not_yours(&town.lead(by, group, true, start()));
    }
    assert_eq!(town.group(group).state, GroupState::Asked);
});

both_databases!(a_group_that_is_not_approved_is_not_yet_the_igangsetters, |db| {
    let town = Town::on(db);
    let _ = town.add_notes(5, day("2027-01-04"));
    town.propose(start()).unwrap();
    let group = town.draft().unwrap().groups[0].group.id;
    assert_not_yours(&town.lead(&town.igangsetter, group, true, start()));
    assert_not_yours(&town.step_back(&town.igangsetter, group, start()));
    assert_eq!(town.group(group).state, GroupState::Proposed);
});

both_databases!(
    whoever_is_silent_for_48_hours_is_asked_no_more_and_48_hours_later_the_group_is_off,
    |db| {
        let town = Town::on(db);
        let (group, notes) = town.approved(5);
        town.settle(oslo("2027-01-14 09:59:59"));
        assert_eq!(town.group(group).lead.whom(), Some(town.igangsetter.id));
        // However late the schedule comes by, the vacancy began when the time for the answer was over.
        town.settle(oslo("2027-01-15 08:00:00"));
        let since = oslo("2027-01-14 10:00:00");
        assert_eq!(town.group(group).lead, Lead::Vacant { since });
        town.settle(oslo("2027-01-16 09:59:59"));
        assert_eq!(town.group(group).state, GroupState::Asked);
        town.settle(oslo("2027-01-16 10:00:00"));
        assert_eq!(town.group(group).state, GroupState::Dissolved);
        assert_eq!(town.states(&notes), [NoteState::Waiting]);
        assert_eq!((town.owed("meeting-off"), town.owed("group-off")), (0, 0));
    }
);

both_databases!(a_yes_in_the_last_second_counts, |db| {
    let town = Town::on(db);
    let (group, _) = town.approved(5);
    town.lead(&town.igangsetter, group, true, oslo("2027-01-14 09:59:59"))
        .unwrap();
    town.settle(oslo("2027-01-14 10:00:00"));
    assert_eq!(town.group(group).state, GroupState::Inviting);
});

both_databases!(a_yes_that_comes_too_late_sends_no_invitations, |db| {
    let town = Town::on(db);
    let (group, notes) = town.approved(5);
    town.lead(&town.igangsetter, group, true, oslo("2027-01-14 10:00:00"))
        .unwrap();
    let vacant = town.group(group);
    assert_eq!((vacant.state, vacant.lead.whom()), (GroupState::Asked, None));
    assert_eq!(town.states(&notes), [NoteState::Waiting]);
    assert_eq!(town.owed("invitation"), 0);
});

both_databases!(whoever_said_no_or_nothing_is_not_asked_for_the_same_again, |db| {
    for says_no in [true, false] {
        let town = Town::on(testkit::TestDb::migrated(db.kind()));
        let (group, notes) = town.approved(5);
        if says_no {
            town.lead(&town.igangsetter, group, false, start()).unwrap();
        }
        town.settle(oslo("2027-01-14 10:00"));
        town.settle(oslo("2027-01-16 10:00"));
        assert_eq!(town.group(group).state, GroupState::Dissolved);
        let now = oslo("2027-01-16 12:00");
        town.propose(now).unwrap();
        assert_eq!(town.draft().unwrap().groups.len(), 0, "says no: {says_no}");

        let another = town.add_igangsetter();
        town.lets_lead(&another, &[town.cell], true);
        let round = town.draft().unwrap().round.id;
        town.db
            .write_now(|tx| crate::discard(tx, &town.coordinator, round))
            .unwrap();
        town.propose(now).unwrap();
        assert_eq!(town.draft().unwrap().groups[0].group.lead, Lead::By(another.id));
        assert_eq!(town.states(&notes), [model::NoteState::Waiting]);
    }
});

both_databases!(whoever_was_asked_for_too_few_is_asked_again, |db| {
    let town = Town::on(db);
    let (group, notes) = town.approved(5);
    town.withdraw(notes[0], start());
    assert_eq!(town.group(group).state, GroupState::Dissolved);
    assert_eq!(town.owed("asked-to-lead"), 0, "there is nothing to ask for any more");
    let _ = town.add_note(testkit::day("2027-01-04"));
    town.propose(start()).unwrap();
    assert_eq!(town.draft().unwrap().groups.len(), 1);
});
