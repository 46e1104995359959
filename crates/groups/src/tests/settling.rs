//! Settling: silence, the cut-off, and that doing it again changes nothing.

use model::{GroupState, NoteState, SeatState};
use testkit::{both_databases, day, letters_owed, oslo};

use super::{Town, YES, last_offer, no_more_offers, start};
use crate::{Answer, Fault, settle_due};

both_databases!(silence_pauses_a_note_with_one_letter_and_a_fortnight, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(7);
    town.deliver(group, &notes, "2027-01-12");
    town.all_answer(group, &notes[2..], &YES);

    town.settle(oslo("2027-01-17 23:59:59"));
    assert_eq!(town.standing(notes[0]).state(), NoteState::Invited);
    assert_eq!(town.owed("still-interested"), 0);

    town.settle(oslo("2027-01-18 00:00:00"));
    let standing = town.standing(notes[0]);
    assert_eq!(
        (standing.state(), standing.kept_until()),
        (NoteState::Paused, day("2027-02-01"))
    );
    assert_eq!(standing.waiting_since(), day("2027-01-04"));
    assert_eq!(town.seat(group, notes[0]).unwrap().state, SeatState::Silent);
    let owed = letters_owed(&town.db);
    let asked: Vec<_> = owed
        .iter()
        .filter(|owed| owed.letter.kind() == "still-interested")
        .collect();
    assert_eq!(asked.len(), 2, "two were silent");
    assert!(asked.iter().all(|owed| owed.useless_after == oslo("2027-02-02 00:00")));
});

both_databases!(the_group_goes_on_without_the_silent_if_five_accepted, |db| {
    for (accepted, state) in [(5, GroupState::Ready), (4, GroupState::Inviting)] {
        let town = Town::that_just_starts(testkit::TestDb::migrated(db.kind()));
        let (group, notes) = town.approved(7);
        town.deliver(group, &notes, "2027-01-12");
        town.all_answer(group, &notes[..accepted], &YES);
        town.settle(oslo("2027-01-17 23:59:59"));
        assert_eq!(town.group(group).state, GroupState::Inviting);
        town.settle(oslo("2027-01-18 00:00:00"));
        assert_eq!(town.group(group).state, state, "{accepted}");
        assert_eq!(town.states(&notes[accepted..]), [NoteState::Paused], "{accepted}");
    }
});

both_databases!(
    an_undelivered_invitation_expires_at_the_cut_off_and_is_not_called_silent,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, notes) = town.approved(6);
        town.all_answer(group, &notes[..5], &YES);

        town.settle(oslo("2027-01-23 23:59:59"));
        assert_eq!(town.group(group).state, GroupState::Inviting);
        assert_eq!(town.standing(notes[5]).state(), NoteState::Invited);

        town.settle(oslo("2027-01-24 00:00:00"));
        assert_eq!(town.group(group).state, GroupState::Ready);
        let standing = town.standing(notes[5]);
        assert_eq!(
            (standing.state(), standing.waiting_since()),
            (NoteState::Waiting, day("2027-01-04"))
        );
        assert_eq!(town.owed("still-interested"), 0);
    }
);

both_databases!(at_the_cut_off_a_group_of_four_is_dissolved, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(6);
    town.all_answer(group, &notes[..4], &YES);
    town.settle(oslo("2027-01-24 00:00:00"));
    assert_eq!(town.group(group).state, GroupState::Dissolved);
    assert_eq!(town.states(&notes), [NoteState::Waiting]);
    assert_eq!((town.owed("meeting-off"), town.owed("group-off")), (4, 1));
});

both_databases!(
    a_group_that_can_t_reach_five_is_dissolved_once_no_seat_can_be_offered_and_all_others_are_told,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, notes) = town.approved(6);
        town.all_answer(group, &notes[..1], &YES);
        town.all_answer(group, &notes[1..2], &Answer::NotThisDate);
        assert_eq!(town.group(group).state, GroupState::Inviting, "five may still come");
        town.all_answer(group, &notes[2..3], &Answer::NotThisDate);
        town.settle(last_offer());
        assert_eq!(town.group(group).state, GroupState::Inviting, "somebody may come yet");
        town.settle(no_more_offers());
        assert_eq!(town.group(group).state, GroupState::Dissolved);
        assert_eq!(town.states(&notes), [NoteState::Waiting]);
        let told: Vec<_> = letters_owed(&town.db)
            .iter()
            .filter(|owed| owed.letter.kind() == "meeting-off")
            .filter_map(|owed| owed.letter.references().note)
            .collect();
        assert_eq!(told.len(), 4);
        assert!(!notes[1..3].iter().any(|note| told.contains(note)));
        let unanswered = town.standing(notes[5]);
        assert_eq!(
            (unanswered.waiting_since(), unanswered.kept_until()),
            (day("2027-01-04"), day("2027-07-04")),
            "as if never invited"
        );
    }
);

both_databases!(a_group_whose_first_meeting_went_by_unsettled_is_dissolved, |db| {
    for (now, state) in [
        ("2027-01-26 17:59:59", GroupState::Ready),
        ("2027-01-26 18:00:00", GroupState::Dissolved),
    ] {
        let town = Town::that_just_starts(testkit::TestDb::migrated(db.kind()));
        let (group, notes) = town.approved(6);
        town.all_answer(group, &notes[..5], &YES);
        town.settle(oslo(now));
        assert_eq!(town.group(group).state, state, "{now}");
    }
});

both_databases!(a_group_in_disorder_keeps_no_other_from_being_settled, |db| {
    let town = Town::that_just_starts(db);
    let (broken, notes) = town.approved(5);
    town.put_in_disorder(&notes[..2]);
    let _ = town.add_room(town.cell);
    town.lets_lead(&town.add_igangsetter(), &[town.cell], false);
    let (other, _) = town.approved(5);
    let settled = settle_due(&town.db, &town.chance, oslo("2027-01-24 00:00"));
    assert!(matches!(settled, Err(Fault::WrongState(_))), "{settled:?}");
    assert_eq!(town.group(broken).state, GroupState::Inviting);
    assert_eq!(town.group(other).state, GroupState::Dissolved);
});

both_databases!(whoever_declined_hears_no_more_of_a_group_that_is_off, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(5);
    town.all_answer(group, &notes[1..], &YES);
    town.all_answer(group, &notes[..1], &Answer::NotThisDate);
    town.settle(no_more_offers());
    let told: Vec<_> = letters_owed(&town.db)
        .iter()
        .filter(|owed| owed.letter.kind() == "meeting-off")
        .filter_map(|owed| owed.letter.references().note)
        .collect();
    assert_eq!(told.len(), 4);
    assert!(!told.contains(&notes[0]));
});

both_databases!(settling_again_changes_nothing_and_owes_no_more_letters, |db| {
    type Story = fn(&Town);
    let now = oslo("2027-01-18 00:00:00");
    let stories: [(&str, Story); 6] = [
        ("asked", |_| {}),
        ("inviting", |town| {
            town.approved(7);
        }),
        ("some silent", |town| {
            let (group, notes) = town.approved(7);
            town.deliver(group, &notes[..2], "2027-01-12");
        }),
        ("ready", |town| {
            let (group, notes) = town.approved(7);
            town.deliver(group, &notes, "2027-01-12");
            town.all_answer(group, &notes[..5], &YES);
        }),
        ("dissolved", |town| {
            let (group, notes) = town.approved(7);
            town.deliver(group, &notes, "2027-01-12");
            town.all_answer(group, &notes[..4], &YES);
        }),
        ("withdrawn", |town| {
            let (_, notes) = town.approved(7);
            town.withdraw(notes[0], start());
        }),
    ];
    for (what, story) in stories {
        let test = testkit::TestDb::migrated(db.kind());
        let town = if what == "asked" {
            Town::on(test)
        } else {
            Town::that_just_starts(test)
        };
        if what == "asked" {
            town.approved(7);
        }
        story(&town);
        let all = town.read(|tx| store::group::list_of_igangsetter(tx, town.igangsetter.id));
        let groups: Vec<_> = all.iter().map(|group| group.id).collect();
        let notes: Vec<_> = town.seats(groups[0]).iter().map(|seat| seat.note).collect();
        town.settle(now);
        let once = town.everything(&groups, &notes);
        for _ in 0..3 {
            town.settle(now);
        }
        assert_eq!(town.everything(&groups, &notes), once, "{what}");
    }
});
