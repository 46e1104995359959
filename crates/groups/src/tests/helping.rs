//! What would help those without a seat, and what a region's own answers teach the matcher.

use chrono::Weekday;
use model::{Cell, RegionId};
use store::{
    round::{Help, Lack},
    tally::{self, Counted},
};
use testkit::{Region, both_databases, day, region::weekly};

use super::{HEADS, Town, YES, start};
use crate::{discard, propose, store_help};

impl Town {
    /// Makes a proposal with everything that belongs to it, where the setting is this acceptance.
    fn propose_at(&self, acceptance: u8) {
        let run = propose(&self.db, &self.chance, self.id, model::oslo_date(start()), acceptance).unwrap();
        store_help(&self.db, &run).unwrap();
    }

    fn discard_all(&self) {
        let round = self.draft().unwrap().round.id;
        self.db.write_now(|tx| discard(tx, &self.coordinator, round)).unwrap();
    }

    /// How many people each new group of the proposal has.
    fn sizes_at(&self, acceptance: u8) -> Vec<usize> {
        self.propose_at(acceptance);
        let sizes = self.draft().unwrap().groups.iter().map(|one| one.notes).collect();
        self.discard_all();
        sizes
    }
}

fn counted(town: &Town, region: RegionId, (on, what, more): (&str, Counted, u16)) {
    let add = |tx: &mut _| tally::add(tx, region, day(on), (what, more));
    town.db.write_now(add).unwrap();
}

both_databases!(a_draft_keeps_what_would_help_best_first, |db| {
    let town = Town::on(db);
    let thursday = Cell {
        time: weekly(Weekday::Thu, 18),
        ..town.cell
    };
    let _ = town.add_room(thursday);
    for _ in 0..6 {
        let _ = town.add_note_for(&[thursday], day("2027-01-04"));
    }
    let _ = town.add_notes(3, day("2027-01-04"));
    town.propose_at(HEADS);
    let expected = [
        Help {
            cell: thursday,
            lack: Lack::Igangsetter,
            would_seat: 6,
        },
        Help {
            cell: town.cell,
            lack: Lack::Notes(2),
            would_seat: 3,
        },
    ];
    assert_eq!(town.draft().unwrap().helps, expected);

    town.lets_lead(&town.add_igangsetter(), &[thursday], true);
    town.discard_all();
    town.propose_at(HEADS);
    let draft = town.draft().unwrap();
    assert_eq!((draft.groups.len(), draft.groups[0].notes), (1, 6), "it was true");
    assert_eq!(draft.helps, expected[1..]);
});

both_databases!(a_room_that_is_taken_is_what_lacks, |db| {
    let town = Town::on(db);
    town.approved(5);
    town.lets_lead(&town.add_igangsetter(), &[town.cell], true);
    let _ = town.add_notes(5, day("2027-01-04"));
    town.propose_at(HEADS);
    let expected = Help {
        cell: town.cell,
        lack: Lack::Room,
        would_seat: 5,
    };
    assert_eq!(town.draft().unwrap().helps, [expected]);
});

both_databases!(what_would_help_is_kept_for_no_draft_that_is_gone, |db| {
    let town = Town::on(db);
    let _ = town.add_notes(3, day("2027-01-04"));
    let propose = || propose(&town.db, &town.chance, town.id, day("2027-01-12"), HEADS).unwrap();
    let old = propose();
    town.discard_all();
    store_help(&town.db, &old).unwrap();
    let _ = propose();
    store_help(&town.db, &old).unwrap();
    assert_eq!(town.draft().unwrap().helps, []);
});

both_databases!(a_region_whose_people_say_yes_gets_smaller_groups, |db| {
    let town = Town::on(db);
    let other = Region::made(&town.db, 2);
    let _ = town.add_room(town.cell);
    town.lets_lead(&town.add_igangsetter(), &[town.cell], true);
    let _ = town.add_notes(10, day("2027-01-04"));
    assert_eq!(town.sizes_at(80), [8], "two groups of five are worth half of it");

    counted(&town, other.id, ("2026-12-31", Counted::SaidYes, 900));
    counted(&town, town.id, ("2027-01-11", Counted::SaidYes, 900));
    assert_eq!(town.sizes_at(80), [8], "another region, and a quarter that is not over");

    counted(&town, town.id, ("2026-12-31", Counted::SaidYes, 900));
    assert_eq!(town.sizes_at(80), [5, 5]);

    counted(&town, town.id, ("2026-09-30", Counted::SaidNo, 900));
    assert_eq!(town.sizes_at(80), [8]);
});

both_databases!(
    a_group_in_which_five_have_said_yes_needs_newcomers_less_than_a_new_one,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, notes) = town.approved(6);
        let thursday = Cell {
            time: weekly(Weekday::Thu, 18),
            ..town.cell
        };
        let _ = town.add_room(thursday);
        town.lets_lead(&town.add_igangsetter(), &[thursday], true);
        for _ in 0..5 {
            let _ = town.add_note_for(&[town.cell, thursday], day("2027-01-11"));
        }
        let filled = || {
            town.propose_at(80);
            let groups = town.draft().unwrap().groups;
            town.discard_all();
            groups
                .iter()
                .map(|one| (one.group.id == group, one.notes))
                .collect::<Vec<_>>()
        };
        assert_eq!(filled(), [(true, 2)], "all six may still say no");
        town.all_answer(group, &notes[..5], &YES);
        assert_eq!(filled(), [(false, 5)]);
    }
);
