//! Every reason of every note without a seat, told anew from the definition in `docs/matching.md` and the input alone.

use std::collections::BTreeSet;

use crate::tests::exhaustive::tiny;
use crate::tests::pools::{Sketch, Town, town};
use crate::tests::rules::{gains, worth};
use crate::{Limits, NoteInput, PoolInput, Proposal, Reason, StandingInput, assemble};

struct Told<'a> {
    input: &'a PoolInput,
    proposal: &'a Proposal,
    apart: BTreeSet<(&'a str, &'a str)>,
}

impl<'a> Told<'a> {
    fn of(input: &'a PoolInput, proposal: &'a Proposal) -> Self {
        let pairs = input.apart.iter();
        let apart = pairs.flat_map(|(one, other)| [(one.as_str(), other.as_str()), (other.as_str(), one.as_str())]);
        Self {
            input,
            proposal,
            apart: apart.collect(),
        }
    }

    fn least(&self) -> usize {
        usize::try_from(self.input.rules.min_size.unwrap_or(5)).unwrap()
    }

    fn slot(&self, cell: &str) -> &'a str {
        &self.input.cells.iter().find(|known| known.id == cell).unwrap().slot
    }

    /// A standing group takes one of its igangsetter's groups, and their time in its slot.
    fn can_be_led(&self, cell: &str) -> bool {
        self.input.igangsettere.iter().any(|one| {
            let led = || self.input.standing.iter().filter(|group| group.igangsetter == one.id);
            one.cells.iter().any(|can| can == cell)
                && i32::try_from(led().count()).unwrap() < one.max_groups
                && led().all(|group| self.slot(&group.cell) != self.slot(cell))
        })
    }

    fn has_room(&self, cell: &str) -> bool {
        let rooms = self.input.cells.iter().find(|known| known.id == cell).unwrap().rooms;
        let held = self.input.standing.iter().filter(|group| group.cell == cell).count();
        i32::try_from(held).unwrap() < rooms
    }

    fn takers(&self, cell: &str) -> Vec<&'a str> {
        let wants = |note: &&NoteInput| note.wants.iter().any(|want| want.cell == cell);
        self.input
            .notes
            .iter()
            .filter(wants)
            .map(|note| note.id.as_str())
            .collect()
    }

    fn open(&self, cell: &str) -> Vec<&'a StandingInput> {
        let here = self.input.standing.iter().filter(|group| group.cell == cell);
        here.filter(|group| !gains(self.input, group).is_empty()).collect()
    }

    fn is_apart_from_any(&self, note: &str, others: &[String]) -> bool {
        others.iter().any(|other| self.apart.contains(&(note, other.as_str())))
    }

    /// Whether so many of these, all of them tried, could share a group with those who are in it.
    fn can_share(&self, among: &[&'a str], group: &mut Vec<&'a str>, many: usize) -> bool {
        if group.len() == many {
            return true;
        }
        among.iter().enumerate().any(|(at, note)| {
            if group.iter().any(|member| self.apart.contains(&(*note, *member))) {
                return false;
            }
            group.push(note);
            let found = self.can_share(&among[at + 1..], group, many);
            group.pop();
            found
        })
    }

    fn has_company(&self, note: &'a str, cell: &str) -> bool {
        let admits = |group: &&StandingInput| !self.is_apart_from_any(note, &group.members);
        let others: Vec<&str> = self.takers(cell).into_iter().filter(|other| *other != note).collect();
        self.open(cell).iter().any(admits)
            || (self.can_be_led(cell) && self.has_room(cell) && self.can_share(&others, &mut vec![note], self.least()))
    }

    /// Whether a group here would gain by the note, and only somebody in it keeps it out.
    fn is_kept_out(&self, note: &str, cell: &str) -> bool {
        let value = |size: usize| worth(self.input, size).unwrap_or(0);
        let mut new = self.proposal.groups.iter().filter(|group| group.cell == cell);
        let of_new = new.any(|group| {
            value(group.members.len() + 1) > value(group.members.len()) && self.is_apart_from_any(note, &group.members)
        });
        of_new
            || self.open(cell).iter().any(|group| {
                let filled = self.proposal.filled.iter().find(|filled| filled.standing == group.id);
                let added = filled.map(|filled| filled.members.clone()).unwrap_or_default();
                let gain = gains(self.input, group);
                let now = added.len().checked_sub(1).map_or(0, |last| gain[last]);
                let members = [group.members.clone(), added.clone()].concat();
                gain.get(added.len()).is_some_and(|next| *next > now) && self.is_apart_from_any(note, &members)
            })
    }

    fn reason(&self, note: &'a NoteInput) -> Reason {
        let cells = || note.wants.iter().map(|want| want.cell.as_str());
        if note.wants.is_empty() {
            return Reason::NoCommonTime;
        }
        if cells().all(|cell| self.open(cell).is_empty()) {
            if !cells().any(|cell| self.can_be_led(cell)) {
                return Reason::NoIgangsetter;
            }
            let possible = note
                .wants
                .iter()
                .filter(|want| self.can_be_led(&want.cell) && self.has_room(&want.cell));
            let mut nearest: Vec<_> = possible
                .map(|want| (usize::MAX - self.takers(&want.cell).len(), want.rank, want.cell.clone()))
                .collect();
            nearest.sort();
            let Some((less, _, cell)) = nearest.into_iter().next() else {
                return Reason::NoRoom;
            };
            let have = usize::MAX - less;
            if have < self.least() {
                return Reason::TooFew { cell, have };
            }
        }
        let is_alone = cells().all(|cell| !self.has_company(&note.id, cell));
        if is_alone || cells().any(|cell| self.is_kept_out(&note.id, cell)) {
            return Reason::Apart;
        }
        Reason::Outweighed
    }
}

fn towns() -> impl Iterator<Item = Town> {
    let kind = Sketch {
        notes: 24,
        cells: 10,
        starters: 3,
        wishes: 3,
        apart: 12,
        standing: 2,
        days: 40,
        expecting: true,
    };
    (0..120).map(move |seed| town(kind, seed)).chain((0..500).map(tiny))
}

#[test]
fn every_reason_is_the_first_that_is_true() {
    let mut seen = BTreeSet::new();
    for town in towns() {
        let proposal = assemble(&town.pool(), &Limits::default());
        let told = Told::of(&town.0, &proposal);
        for unplaced in &proposal.unplaced {
            let note = town.0.notes.iter().find(|note| note.id == unplaced.note).unwrap();
            assert_eq!(unplaced.reason, told.reason(note), "{} in {:?}", note.id, town.0);
            seen.insert(std::mem::discriminant(&unplaced.reason) == std::mem::discriminant(&Reason::Apart));
        }
    }
    assert_eq!(seen.len(), 2, "some are apart, others are not");
}
