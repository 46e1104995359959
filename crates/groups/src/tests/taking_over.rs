//! An igangsetter steps back, and a coordinator finds somebody else, or not.

use model::{DaysOff, GroupId, GroupState, Lead, NoteState};
use store::{occupancy, staff::Member};
use testkit::{Region, both_databases, day, oslo};

use super::{Town, YES, assert_not_yours, start};
use crate::{Fault, Vacancy, roster, vacancies};

impl Town {
    fn vacancies(&self, now: &str) -> Vec<Vacancy> {
        self.read(|tx| vacancies(tx, &self.coordinator, oslo(now)))
    }

    /// Another igangsetter, who can lead in the town's cell.
    fn add_stand_in(&self, ask_first: bool) -> Member {
        let other = self.add_igangsetter();
        self.lets_lead(&other, &[self.cell], ask_first);
        other
    }

    /// A ready group whose igangsetter steps back.
    fn abandoned(&self, at: &str) -> GroupId {
        let (group, _) = self.ready(5);
        self.step_back(&self.igangsetter, group, oslo(at)).unwrap();
        group
    }

    fn leads(&self, group: GroupId) -> (Lead, Option<model::StaffId>) {
        let taken = self.read(|tx| occupancy::list(tx, self.id));
        let mark = taken.iter().find(|mark| mark.group == Some(group));
        (self.group(group).lead, mark.and_then(|mark| mark.igangsetter))
    }
}

both_databases!(whoever_steps_back_leaves_a_task_with_those_who_could_take_over, |db| {
    let town = Town::that_just_starts(db);
    let group = town.abandoned("2027-01-20 10:00");
    let other = town.add_stand_in(true);
    let _ = town.add_igangsetter();
    let since = oslo("2027-01-20 10:00");
    assert_eq!(town.leads(group), (Lead::Vacant { since }, None));
    assert_eq!(town.group(group).state, GroupState::Ready);

    let tasks = town.vacancies("2027-01-20 10:00");
    assert_eq!(tasks.len(), 1);
    assert_eq!((tasks[0].group.id, &tasks[0].asked), (group, &None));
    assert_eq!(tasks[0].until, oslo("2027-01-24 00:00"), "the end of the cut-off");
    let names: Vec<_> = tasks[0].candidates.iter().map(|(id, _)| *id).collect();
    assert_eq!(names, [other.id], "not who stepped back, nor who can't");
    town.step_back(&town.igangsetter, group, oslo("2027-01-20 11:00"))
        .unwrap();
    assert_eq!(town.leads(group), (Lead::Vacant { since }, None), "pressed twice");
});

both_databases!(whoever_is_asked_to_take_over_and_says_yes_leads_the_group, |db| {
    let town = Town::that_just_starts(db);
    let group = town.abandoned("2027-01-20 10:00");
    let other = town.add_stand_in(true);
    town.take_over(group, &other, oslo("2027-01-20 12:00")).unwrap();
    let asked = Lead::Asked {
        whom: other.id,
        at: oslo("2027-01-20 12:00"),
        vacant_since: oslo("2027-01-20 10:00"),
    };
    assert_eq!(town.leads(group), (asked, Some(other.id)));
    let question = town.letters("asked-to-lead");
    assert_eq!(
        (question.len(), question[0].useless_after),
        (1, oslo("2027-01-22 12:00"))
    );
    let task = &town.vacancies("2027-01-20 13:00")[0];
    assert_eq!((task.asked.as_deref(), task.candidates.len()), (Some("Kari"), 0));
    let seen = town.read(|tx| roster(tx, &other, group, start()));
    assert_eq!(seen.members, [], "nobody is named before the yes");

    town.lead(&other, group, true, oslo("2027-01-21 10:00")).unwrap();
    assert_eq!(town.leads(group), (Lead::By(other.id), Some(other.id)));
    assert_eq!(town.vacancies("2027-01-21 10:00").len(), 0);
    let told = town.letters("participants-ready");
    assert!(told.iter().any(|owed| owed.letter.references().staff == Some(other.id)));
    assert_eq!(town.read(|tx| roster(tx, &other, group, start())).members.len(), 5);
    assert_not_yours(&town.db.read_now(|tx| roster(tx, &town.igangsetter, group, start())));
});

both_databases!(whoever_wants_no_question_takes_over_at_once, |db| {
    let town = Town::that_just_starts(db);
    let group = town.abandoned("2027-01-20 10:00");
    let other = town.add_stand_in(false);
    town.take_over(group, &other, oslo("2027-01-20 12:00")).unwrap();
    assert_eq!(town.leads(group), (Lead::By(other.id), Some(other.id)));
    assert_eq!(town.owed("asked-to-lead"), 0);
    town.settle(oslo("2027-01-24 00:00"));
    assert_eq!(town.group(group).state, GroupState::Ready);
});

both_databases!(whoever_takes_over_without_a_question_is_told_of_it, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.approved(5);
    let other = town.add_stand_in(false);
    town.step_back(&town.igangsetter, group, start()).unwrap();
    town.take_over(group, &other, start()).unwrap();
    let told: Vec<_> = town
        .letters("set-to-lead")
        .iter()
        .map(|one| one.letter.references().staff)
        .collect();
    assert!(told.contains(&Some(other.id)), "{told:?}");
});

both_databases!(a_group_that_nobody_starts_is_off_at_the_end_of_its_cut_off, |db| {
    for asks in [true, false] {
        let town = Town::that_just_starts(testkit::TestDb::migrated(db.kind()));
        let group = town.abandoned("2027-01-22 10:00");
        let other = town.add_stand_in(true);
        if asks {
            town.take_over(group, &other, oslo("2027-01-22 12:00")).unwrap();
        }
        town.settle(oslo("2027-01-23 23:59:59"));
        assert_eq!(town.group(group).state, GroupState::Ready);
        town.settle(oslo("2027-01-24 00:00:00"));
        assert_eq!(town.group(group).state, GroupState::Dissolved);
        let notes: Vec<_> = town.written_to("meeting-off");
        assert_eq!(notes.len(), 5);
        for note in notes {
            let standing = town.standing(note);
            assert_eq!(
                (standing.state(), standing.waiting_since()),
                (NoteState::Waiting, day("2026-12-05")),
                "first in line again"
            );
        }
        assert_eq!((town.owed("group-off"), town.owed("asked-to-lead")), (0, 0));
        assert_eq!(town.owed("meeting-on"), 0, "what contradicts it is not sent any more");
    }
});

both_databases!(
    after_the_cut_off_there_is_time_until_the_day_before_the_first_meeting,
    |db| {
        let town = Town::that_just_starts(db);
        let group = town.abandoned("2027-01-24 10:00");
        assert_eq!(town.vacancies("2027-01-24 10:00")[0].until, oslo("2027-01-25 18:00"));
        town.settle(oslo("2027-01-25 17:59:59"));
        assert_eq!(town.group(group).state, GroupState::Ready);
        town.settle(oslo("2027-01-25 18:00:00"));
        assert_eq!(town.group(group).state, GroupState::Dissolved);
    }
);

both_databases!(whoever_steps_back_on_the_last_day_calls_the_meeting_off, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.ready(5);
    let _ = town.add_stand_in(false);
    town.step_back(&town.igangsetter, group, oslo("2027-01-26 09:00"))
        .unwrap();
    assert_eq!(town.group(group).state, GroupState::Dissolved);
    assert_eq!(town.letters("meeting-off")[0].useless_after, oslo("2027-01-26 18:00"));
    assert_eq!(town.vacancies("2027-01-26 09:00").len(), 0);
});

both_databases!(a_group_that_has_met_is_never_dissolved, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.ready(5);
    let other = town.add_stand_in(true);
    town.settle(oslo("2027-01-26 18:00"));
    town.step_back(&town.igangsetter, group, oslo("2027-01-28 10:00"))
        .unwrap();
    assert_eq!(town.vacancies("2027-01-28 10:00")[0].until, oslo("2027-02-24 00:00"));
    town.take_over(group, &other, oslo("2027-01-29 10:00")).unwrap();
    town.settle(oslo("2027-02-20 10:00"));
    let started = town.group(group);
    let since = oslo("2027-01-28 10:00");
    assert_eq!(
        (started.state, started.lead),
        (GroupState::Started, Lead::Vacant { since }),
        "the question has ended"
    );
    assert_eq!(town.states(&notes), [NoteState::Joined]);
    assert_eq!(town.vacancies("2027-02-20 10:00")[0].candidates, []);
    assert_eq!(
        town.vacancies("2027-02-24 00:00").len(),
        0,
        "the last supported meeting is over"
    );
});

both_databases!(after_a_no_somebody_else_can_be_asked_before_anybody_is_invited, |db| {
    let town = Town::on(db);
    let other = town.add_stand_in(true);
    let _ = town.add_notes(5, day("2027-01-04"));
    town.edit_availability(|one| one.ask_first = true);
    town.propose(start()).unwrap();
    let (group, _) = town.approve_all(start()).groups[0];
    let first = town.group(group).lead.whom().unwrap();
    let (first, second) = if first == other.id {
        (&other, &town.igangsetter)
    } else {
        (&town.igangsetter, &other)
    };
    assert_eq!(town.vacancies("2027-01-12 10:00").len(), 0, "nobody has refused yet");
    assert!(matches!(town.take_over(group, second, start()), Err(Fault::CantLead)));
    town.lead(first, group, false, oslo("2027-01-12 12:00")).unwrap();
    let task = &town.vacancies("2027-01-12 12:00")[0];
    assert_eq!(task.until, oslo("2027-01-14 12:00"));
    assert!(
        matches!(town.take_over(group, first, start()), Err(Fault::CantLead)),
        "refused"
    );
    town.take_over(group, second, oslo("2027-01-13 12:00")).unwrap();
    assert_eq!(town.vacancies("2027-01-13 12:00")[0].until, oslo("2027-01-14 12:00"));
    town.lead(second, group, true, oslo("2027-01-14 11:59:59")).unwrap();
    assert_eq!(town.group(group).state, GroupState::Inviting);
    assert_eq!(town.owed("invitation"), 5);
});

both_databases!(
    nobody_takes_over_who_is_busy_or_away_or_has_not_said_that_they_can,
    |db| {
        let town = Town::that_just_starts(db);
        let group = town.abandoned("2027-01-20 10:00");
        let other = town.add_stand_in(false);
        let can = || town.vacancies("2027-01-20 10:00")[0].candidates.len();
        let put = |edit: fn(&mut store::availability::Availability)| {
            let mut all = town.read(|tx| store::availability::list(tx, town.id)).into_iter();
            let mut new = all.find(|one| one.staff == other.id).unwrap();
            new.max_groups = 1;
            new.from = day("2027-01-01");
            edit(&mut new);
            town.db.write_now(|tx| store::availability::put(tx, &new)).unwrap();
        };
        put(|_| {});
        assert_eq!(can(), 1);
        put(|one| one.away = vec![DaysOff::new(day("2027-01-26"), day("2027-01-26")).unwrap()]);
        assert_eq!(can(), 0, "away");
        put(|one| {
            one.away.clear();
            one.from = day("2027-01-27");
        });
        assert_eq!(can(), 0, "not yet");
        put(|one| one.max_groups = 0);
        assert_eq!(can(), 0, "no more groups");
        put(|one| one.cells.clear());
        assert_eq!(can(), 0, "elsewhere");
        let refused = town.take_over(group, &other, oslo("2027-01-20 12:00"));
        assert!(matches!(refused, Err(Fault::CantLead)), "{refused:?}");
    }
);

both_databases!(nobody_steps_back_or_finds_somebody_in_the_name_of_others, |db| {
    let town = Town::that_just_starts(db);
    let other = Region::made(&town.db, 2);
    let (group, _) = town.ready(5);
    let stand_in = town.add_stand_in(false);
    for by in [&town.coordinator, &stand_in, &other.igangsetter] {
        assert_not_yours(&town.step_back(by, group, start()));
    }
    town.step_back(&town.igangsetter, group, start()).unwrap();
    for by in [&town.igangsetter, &other.coordinator] {
        let done = town
            .db
            .write_now(|tx| crate::take_over(tx, &town.chance, by, (group, stand_in.id), start()));
        assert_not_yours(&done);
    }
    assert_not_yours(&town.db.read_now(|tx| vacancies(tx, &town.igangsetter, start())));
    assert_eq!(town.read(|tx| vacancies(tx, &other.coordinator, start())).len(), 0);
    assert_eq!(town.group(group).lead, Lead::Vacant { since: start() });
});

both_databases!(an_igangsetter_who_steps_back_while_people_answer_loses_nobody, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(6);
    let other = town.add_stand_in(false);
    town.step_back(&town.igangsetter, group, start()).unwrap();
    town.all_answer(group, &notes, &YES);
    let told = || (town.owed("meeting-on"), town.owed("participants-ready"));
    assert_eq!(
        (town.group(group).state, told()),
        (GroupState::Inviting, (0, 0)),
        "nobody starts it"
    );
    town.take_over(group, &other, start()).unwrap();
    assert_eq!((town.group(group).state, told()), (GroupState::Ready, (6, 1)));
});
