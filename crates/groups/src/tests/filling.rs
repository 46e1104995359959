//! A round fills groups whose invitations are out.

use model::{GroupId, GroupState, Lead, NoteId, NoteState, SeatState};
use testkit::{both_databases, day, oslo};

use super::{Town, YES, last_offer, start};
use crate::{Answer, Approved, Outcome, discard};

impl Town {
    /// An inviting group of six, and newcomers whom a draft holds for it.
    fn with_newcomers(&self, count: usize) -> (GroupId, Vec<NoteId>, Vec<NoteId>) {
        let (group, notes) = self.approved(6);
        let newcomers = self.add_notes(count, day("2027-01-11"));
        self.propose(start()).unwrap();
        (group, notes, newcomers)
    }

    fn seats_that_are(&self, group: GroupId, state: SeatState) -> usize {
        self.seats(group).iter().filter(|seat| seat.state == state).count()
    }
}

fn told(group: GroupId, outcome: Outcome) -> Approved {
    Approved {
        groups: vec![(group, outcome)],
    }
}

both_databases!(
    newcomers_fill_an_inviting_group_up_to_eight_once_that_is_approved,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, _, newcomers) = town.with_newcomers(3);
        let draft = town.draft().unwrap();
        let shown: Vec<_> = draft.groups.iter().map(|one| (one.group.id, one.notes)).collect();
        assert_eq!((shown, draft.unplaced.len()), (vec![(group, 2)], 1));
        assert_eq!(town.states(&newcomers), [NoteState::Waiting]);
        town.settle(start());
        assert_eq!(town.owed("invitation"), 6, "nobody is told of a draft");

        assert_eq!(town.approve_all(start()), told(group, Outcome::GoesOn));
        assert!(town.draft().is_none());
        assert_eq!(town.seats_that_are(group, SeatState::Invited), 8);
        assert_eq!((town.owed("invitation"), town.group(group).size), (8, 8));
        town.settle(start());
        assert_eq!(town.owed("invitation"), 8);
    }
);

both_databases!(a_group_that_is_settled_while_the_draft_is_open_is_not_filled, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes, newcomers) = town.with_newcomers(2);
    town.all_answer(group, &notes, &YES);
    assert_eq!(town.group(group).state, GroupState::Ready);
    assert_eq!(town.seats_that_are(group, SeatState::Held), 0, "let go");
    assert_eq!(town.draft().unwrap().groups.len(), 0);
    assert_eq!(town.states(&newcomers), [NoteState::Waiting]);
    town.settle(start());
    assert_eq!(town.group(group).state, GroupState::Ready);
});

both_databases!(
    after_the_last_offer_a_group_is_neither_filled_nor_proposed_to_be,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, _, _) = town.with_newcomers(2);
        let late = last_offer() + chrono::TimeDelta::seconds(1);
        assert_eq!(town.approve_all(late), told(group, Outcome::Settled));
        assert_eq!(town.seats_that_are(group, SeatState::Held), 0);
        assert_eq!(town.owed("invitation"), 6);
        town.propose(oslo("2027-01-22 00:00")).unwrap();
        assert_eq!(town.draft().unwrap().groups.len(), 0);
    }
);

both_databases!(a_freed_seat_is_offered_though_a_draft_would_fill_the_group, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes, _) = town.with_newcomers(2);
    let third = town.add_note(day("2027-01-12"));
    town.answer(notes[0], group, &Answer::NotThisDate, start());
    assert_eq!(town.seat(group, third).unwrap().state, SeatState::Invited);
    assert_eq!(town.approve_all(start()), told(group, Outcome::GoesOn));
    assert_eq!(town.seats_that_are(group, SeatState::Invited), 8);
});

both_databases!(a_discarded_draft_lets_those_go_who_would_have_filled_a_group, |db| {
    let town = Town::that_just_starts(db);
    let (group, _, newcomers) = town.with_newcomers(2);
    let round = town.draft().unwrap().round.id;
    town.db.write_now(|tx| discard(tx, &town.coordinator, round)).unwrap();
    assert_eq!(town.group(group).state, GroupState::Inviting);
    assert!(newcomers.iter().all(|note| town.seat(group, *note).is_none()));
});

both_databases!(
    a_group_is_filled_by_nobody_who_has_left_it_or_is_kept_apart_from_its_people,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, notes) = town.approved(8);
        town.answer(notes[0], group, &Answer::NotThisDate, start());
        town.deliver(group, &notes[1..2], "2027-01-12");
        let later = oslo("2027-01-18 10:00");
        town.settle(later);
        let resumed = town.standing(notes[1]).resume(day("2027-01-18")).unwrap();
        town.db
            .write_now(|tx| store::note::set_standing(tx, notes[1], resumed))
            .unwrap();
        let foe = town.add_note(day("2027-01-18"));
        town.keep_apart(foe, notes[7]);
        town.propose(later).unwrap();
        assert_eq!(town.draft().unwrap().groups.len(), 0);
        let unplaced = town.draft().unwrap().unplaced;
        let reason = unplaced
            .iter()
            .find(|why| why.note == foe)
            .map(|why| why.reason.as_str());
        assert_eq!(reason, Some("apart"));
    }
);

both_databases!(whoever_of_them_is_gone_or_apart_by_now_is_not_invited, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes, newcomers) = town.with_newcomers(2);
    town.withdraw(newcomers[0], start());
    town.keep_apart(newcomers[1], notes[0]);
    assert_eq!(town.approve_all(start()), told(group, Outcome::NoteGone));
    assert_eq!(town.seats_that_are(group, SeatState::Invited), 6);
    assert_eq!(town.standing(newcomers[1]).state(), NoteState::Waiting);
});

both_databases!(
    of_those_who_would_fill_a_group_the_one_who_waited_longest_comes_first,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, _, mut newcomers) = town.with_newcomers(2);
        newcomers.sort_unstable();
        let since = |on| model::Standing::left(day(on)).confirm(day(on), None).unwrap();
        let longest = newcomers[1];
        town.db
            .write_now(|tx| store::note::set_standing(tx, longest, since("2027-01-05")))
            .unwrap();
        // One of the two seats is kept for somebody who may yet confirm.
        let _slow = town.tick(group, "2027-01-12");
        assert_eq!(town.approve_all(start()), told(group, Outcome::GoesOn));
        assert_eq!(town.seat(group, longest).unwrap().state, SeatState::Invited);
        assert_eq!(town.seat(group, newcomers[0]), None);
    }
);

both_databases!(a_group_that_nobody_starts_is_not_filled, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.approved(6);
    town.step_back(&town.igangsetter, group, start()).unwrap();
    let _ = town.add_notes(2, day("2027-01-11"));
    town.propose(start()).unwrap();
    assert_eq!(town.draft().unwrap().groups.len(), 0);
    assert_eq!(town.group(group).lead, Lead::Vacant { since: start() });
});
