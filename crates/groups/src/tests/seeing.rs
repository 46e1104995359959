//! What igangsettere and coordinators see of groups that are under way (promises C10, C11, S12).

use model::{GroupState, Nickname};
use store::group::Group;
use testkit::{Region, both_databases, day, oslo};

use super::{Town, YES, assert_not_yours, no_more_offers, start};
use crate::{Answer, Counts, Seated, led_by, roster, under_way};

impl Town {
    /// What the coordinator sees on a day.
    fn seen_on(&self, today: &str) -> Vec<(Group, Counts)> {
        self.read(|tx| under_way(tx, &self.coordinator, day(today)))
    }
}

fn called(name: &str) -> Answer {
    Answer::Accept {
        nickname: Some(name.parse::<Nickname>().unwrap()),
    }
}

both_databases!(
    the_roster_has_the_names_of_those_who_accepted_once_the_group_is_ready,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, notes) = town.approved(8);
        let members = || town.read(|tx| roster(tx, &town.igangsetter, group, start())).members;
        for (note, name) in notes.iter().zip(["Anna", "Bo", "Cato", "Dina"]) {
            town.answer(*note, group, &called(name), start());
        }
        town.answer(notes[4], group, &YES, start());
        town.answer(notes[5], group, &Answer::NotThisDate, start());
        town.deliver(group, &notes[6..], "2027-01-12");
        assert_eq!(members(), [], "nobody is named before");

        town.settle(oslo("2027-01-18 00:00"));
        assert_eq!(town.group(group).state, GroupState::Ready);
        let seated = |number: u8, name: Option<&str>| Seated {
            number,
            nickname: name.map(str::to_owned),
        };
        let all = [
            seated(1, Some("Anna")),
            seated(2, Some("Bo")),
            seated(3, Some("Cato")),
            seated(4, Some("Dina")),
            seated(5, None),
        ];
        assert_eq!(members(), all);

        town.withdraw(notes[0], start());
        assert_eq!(members(), all[1..], "numbers stay when others leave");
    }
);

both_databases!(nobody_sees_the_roster_but_the_groups_own_igangsetter, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(5);
    town.all_answer(group, &notes, &called("Anna"));
    let other = Region::made(&town.db, 2);
    for by in [&town.coordinator, &town.add_igangsetter(), &other.igangsetter] {
        assert_not_yours(&town.db.read_now(|tx| roster(tx, by, group, start())));
        assert_eq!(town.read(|tx| led_by(tx, by)), []);
    }
});

both_databases!(
    an_igangsetter_sees_no_draft_and_then_the_group_until_it_is_forgotten,
    |db| {
        let town = Town::on(db);
        let notes = town.add_notes(5, day("2027-01-04"));
        town.propose(start()).unwrap();
        let group = town.draft().unwrap().groups[0].group.id;
        let led = || town.read(|tx| led_by(tx, &town.igangsetter)).len();
        assert_not_yours(&town.db.read_now(|tx| roster(tx, &town.igangsetter, group, start())));
        assert_eq!(led(), 0);

        town.approve_all(start());
        let asked = town.read(|tx| roster(tx, &town.igangsetter, group, start()));
        assert_eq!(
            (asked.group.state, asked.members.len(), led()),
            (GroupState::Asked, 0, 1)
        );

        town.lead(&town.igangsetter, group, true, start()).unwrap();
        town.all_answer(group, &notes, &YES);
        assert_eq!(led(), 1);
        crate::forget_expired(&town.db, oslo("2027-03-03 00:00")).unwrap();
        assert_not_yours(&town.db.read_now(|tx| roster(tx, &town.igangsetter, group, start())));
        assert_eq!(led(), 0);
    }
);

both_databases!(a_coordinator_sees_counts_of_groups_that_wait_for_answers, |db| {
    let town = Town::that_just_starts(db);
    let other = Region::made(&town.db, 2);
    let (group, notes) = town.approved(8);
    town.all_answer(group, &notes[..3], &YES);
    town.all_answer(group, &notes[3..5], &Answer::NotThisDate);
    town.deliver(group, &notes[5..6], "2027-01-12");
    town.settle(oslo("2027-01-18 00:00"));
    let of = |by: &store::staff::Member| town.read(|tx| under_way(tx, by, day("2027-01-18")));
    let expected = Counts {
        invited: 2,
        accepted: 3,
        declined: 2,
        silent: 1,
    };
    let seen = of(&town.coordinator);
    assert_eq!(seen.len(), 1);
    assert_eq!((seen[0].0.id, seen[0].1), (group, expected));
    assert_eq!(of(&town.add_neighbour()).len(), 1, "of the same region");
    assert_eq!(of(&other.coordinator).len(), 0);
    assert_not_yours(
        &town
            .db
            .read_now(|tx| under_way(tx, &town.igangsetter, day("2027-01-18"))),
    );
});

both_databases!(a_coordinator_sees_a_ready_group_until_it_has_met, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(5);
    town.all_answer(group, &notes, &YES);
    let seen = town.seen_on("2027-01-26");
    assert_eq!((seen[0].0.state, seen[0].1.accepted), (GroupState::Ready, 5));
    assert_eq!(town.seen_on("2027-01-27").len(), 0, "it met yesterday");
});

both_databases!(a_coordinator_sees_for_a_week_that_a_group_is_off, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(5);
    town.all_answer(group, &notes[..1], &Answer::NotThisDate);
    town.settle(no_more_offers());
    crate::forget_expired(&town.db, oslo("2027-01-29 23:59:59")).unwrap();
    let seen = town.seen_on("2027-01-29");
    assert_eq!((seen[0].0.id, seen[0].0.state), (group, GroupState::Dissolved));
    crate::forget_expired(&town.db, oslo("2027-01-30 00:00")).unwrap();
    assert_eq!(town.seen_on("2027-01-30").len(), 0);
});
