//! Coordinators are told that there is something to do.

use model::Letter;
use testkit::{Region, both_databases, day, oslo};

use super::{Town, start};
use crate::{count_tasks, discard, tell_tasks_due};

impl Town {
    fn tell_tasks(&self, now: &str) -> usize {
        tell_tasks_due(&self.db, &self.chance, oslo(now)).unwrap();
        self.owed("tasks")
    }

    fn tasks(&self, now: &str) -> usize {
        self.read(|tx| count_tasks(tx, self.id, oslo(now)))
    }
}

both_databases!(every_coordinator_of_the_region_is_told_in_the_morning_and_once, |db| {
    let town = Town::on(db);
    let neighbour = town.add_neighbour();
    let _other = Region::made(&town.db, 2);
    let (group, _) = town.approved(5);
    assert_eq!(
        (town.tasks("2027-01-12 10:00"), town.tell_tasks("2027-01-12 10:00")),
        (0, 0)
    );
    town.lead(&town.igangsetter, group, false, oslo("2027-01-13 02:00"))
        .unwrap();
    assert_eq!(
        (town.tasks("2027-01-13 02:00"), town.tell_tasks("2027-01-13 07:59:59")),
        (1, 0)
    );
    for again in ["2027-01-13 08:00", "2027-01-13 09:00", "2027-01-14 08:00"] {
        assert_eq!(town.tell_tasks(again), 2, "{again}: nothing new");
    }
    let told: Vec<_> = town.letters("tasks").iter().map(|owed| owed.letter).collect();
    for staff in [town.coordinator.id, neighbour.id] {
        assert!(told.contains(&Letter::Tasks { staff }));
    }
    assert_eq!(town.letters("tasks")[0].useless_after, oslo("2027-01-16 08:00"));
});

both_databases!(more_to_do_is_told_on_the_next_day_at_the_earliest, |db| {
    let town = Town::on(db);
    let (group, _) = town.approved(5);
    town.lead(&town.igangsetter, group, false, start()).unwrap();
    assert_eq!(town.tell_tasks("2027-01-12 11:00"), 1);
    let round = town.propose(start()).unwrap();
    assert_eq!(
        (town.tasks("2027-01-12 12:00"), town.tell_tasks("2027-01-12 12:00")),
        (2, 1),
        "today already"
    );
    assert_eq!(town.tell_tasks("2027-01-13 08:00"), 2);
    town.db.write_now(|tx| discard(tx, &town.coordinator, round)).unwrap();
    assert_eq!(town.tell_tasks("2027-01-13 09:00"), 2);
    town.propose(start()).unwrap();
    assert_eq!(
        town.tell_tasks("2027-01-14 08:00"),
        3,
        "as many as before, but a new one"
    );
});

both_databases!(as_many_tasks_as_before_are_news_if_they_are_others, |db| {
    let town = Town::on(db);
    let (group, _) = town.approved(5);
    town.lead(&town.igangsetter, group, false, start()).unwrap();
    assert_eq!(town.tell_tasks("2027-01-12 11:00"), 1);
    // Nobody is found for the group, so it is dissolved: one task less, and one more.
    town.settle(oslo("2027-01-14 10:00"));
    assert_eq!(town.tasks("2027-01-14 10:00"), 1);
    assert_eq!(town.tell_tasks("2027-01-14 10:00"), 2);
    assert_eq!(town.tell_tasks("2027-01-15 10:00"), 2, "the same one");
});

both_databases!(a_group_that_was_dissolved_is_news_for_two_days, |db| {
    let town = Town::on(db);
    let (group, _) = town.approved(5);
    town.lead(&town.igangsetter, group, false, oslo("2027-01-12 11:00"))
        .unwrap();
    town.settle(oslo("2027-01-14 11:00"));
    assert_eq!(town.group(group).calendar.kept_until, day("2027-01-21"));
    for (now, tasks) in [
        ("2027-01-14 12:00", 1),
        ("2027-01-15 23:59", 1),
        ("2027-01-16 00:00", 0),
    ] {
        assert_eq!(town.tasks(now), tasks, "{now}");
    }
});

both_databases!(a_question_that_is_open_is_nobodys_task, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.ready(5);
    let other = town.add_igangsetter();
    town.lets_lead(&other, &[town.cell], true);
    town.step_back(&town.igangsetter, group, start()).unwrap();
    assert_eq!(town.tasks("2027-01-12 10:00"), 1);
    town.take_over(group, &other, oslo("2027-01-12 12:00")).unwrap();
    assert_eq!(town.tasks("2027-01-12 12:00"), 0);
    town.settle(oslo("2027-01-14 12:00"));
    assert_eq!(town.tasks("2027-01-14 12:00"), 1, "no answer came");
});
