//! The rules, checked on a proposal from its input alone: nothing of the solver is used.

use std::collections::{BTreeMap, BTreeSet};

use crate::tests::pools::Town;
use crate::{NoteInput, PoolInput, Proposal, StandingInput};

/// Value, waiting days and sum of ranks, recomputed; panics where a rule is broken or the proposal says otherwise.
pub(crate) fn check(town: &Town, proposal: &Proposal) -> (i64, i64, i64) {
    let input = &town.0;
    let standing: BTreeMap<&str, &StandingInput> =
        input.standing.iter().map(|group| (group.id.as_str(), group)).collect();
    let mut totals = (0, 0, 0);
    let mut seated = BTreeSet::new();
    let mut rooms: BTreeMap<&str, i32> = BTreeMap::new();
    for group in &input.standing {
        *rooms.entry(&group.cell).or_default() += 1;
    }
    for group in &proposal.groups {
        totals.0 += worth(input, group.members.len()).expect("a size within the rules");
        seat(input, &group.cell, &group.members, &mut totals, &mut seated);
        apart(input, &group.members);
        *rooms.entry(&group.cell).or_default() += 1;
        assert!(
            rooms[group.cell.as_str()] <= cell(input, &group.cell).1,
            "a room for {group:?}"
        );
    }
    for filled in &proposal.filled {
        let group = standing[filled.standing.as_str()];
        assert!(!filled.members.is_empty(), "nobody added to {filled:?}");
        totals.0 += gains(input, group)[filled.members.len() - 1];
        seat(input, &group.cell, &filled.members, &mut totals, &mut seated);
        apart(input, &[group.members.clone(), filled.members.clone()].concat());
    }
    lead(input, proposal);
    let left: BTreeSet<&str> = proposal.unplaced.iter().map(|one| one.note.as_str()).collect();
    let all: BTreeSet<&str> = input.notes.iter().map(|note| note.id.as_str()).collect();
    assert_eq!(
        left,
        all.difference(&seated.iter().map(String::as_str).collect())
            .copied()
            .collect()
    );
    agrees(proposal, totals);
    totals
}

fn agrees(proposal: &Proposal, totals: (i64, i64, i64)) {
    let told = &proposal.objective;
    assert_eq!((told.value.achieved, told.waiting.achieved, told.rank.achieved), totals);
    assert!(told.value.bound.is_none_or(|bound| bound >= totals.0), "{told:?}");
    assert!(told.waiting.bound.is_none_or(|bound| bound >= totals.1), "{told:?}");
    assert!(told.rank.bound.is_none_or(|bound| bound <= totals.2), "{told:?}");
    let met = [told.value, told.waiting, told.rank]
        .iter()
        .all(|total| total.bound == Some(total.achieved));
    assert_eq!(proposal.optimal, met);
}

fn cell<'a>(input: &'a PoolInput, id: &str) -> (&'a str, i32) {
    let cell = input.cells.iter().find(|cell| cell.id == id).unwrap();
    (&cell.slot, cell.rooms)
}

fn seat(
    input: &PoolInput,
    cell: &str,
    members: &[String],
    totals: &mut (i64, i64, i64),
    seated: &mut BTreeSet<String>,
) {
    for id in members {
        let note: &NoteInput = input.notes.iter().find(|note| note.id == *id).unwrap();
        let want = note.wants.iter().find(|want| want.cell == cell).expect("a wanted cell");
        assert!(seated.insert(id.clone()), "{id} sits twice");
        totals.1 += i64::from(note.waiting_days);
        totals.2 += i64::from(want.rank);
    }
}

fn apart(input: &PoolInput, members: &[String]) {
    for (one, other) in &input.apart {
        assert!(
            !(members.contains(one) && members.contains(other)),
            "{one} and {other} share a group"
        );
    }
}

fn lead(input: &PoolInput, proposal: &Proposal) {
    for one in &input.igangsettere {
        let held = input
            .standing
            .iter()
            .filter(|group| group.igangsetter == one.id)
            .map(|group| group.cell.as_str());
        let new = proposal
            .groups
            .iter()
            .filter(|group| group.igangsetter == one.id)
            .map(|group| group.cell.as_str());
        let (held, new): (Vec<&str>, Vec<&str>) = (held.collect(), new.collect());
        assert!(
            new.iter().all(|led| one.cells.iter().any(|can| can == led)),
            "{} can't take {new:?}",
            one.id
        );
        if new.is_empty() {
            continue;
        }
        assert!(
            held.len() + new.len() <= usize::try_from(one.max_groups).unwrap(),
            "{} leads too many",
            one.id
        );
        let slots: BTreeSet<&str> = held.iter().chain(&new).map(|led| cell(input, led).0).collect();
        let held_slots: BTreeSet<&str> = held.iter().map(|led| cell(input, led).0).collect();
        assert_eq!(
            slots.len(),
            held_slots.len() + new.len(),
            "{} leads two at the same time",
            one.id
        );
    }
    let known: BTreeSet<&str> = input.igangsettere.iter().map(|one| one.id.as_str()).collect();
    assert!(
        proposal
            .groups
            .iter()
            .all(|group| known.contains(group.igangsetter.as_str()))
    );
}

/// What a new group of this size is worth, if there can be one.
pub(crate) fn worth(input: &PoolInput, size: usize) -> Option<i64> {
    let least = usize::try_from(input.rules.min_size.unwrap_or(5)).unwrap();
    let most = usize::try_from(input.rules.max_size.unwrap_or(8)).unwrap();
    if !(least..=most).contains(&size) {
        return None;
    }
    Some(match &input.rules.size_value {
        Some(values) => i64::from(values[size - least]),
        None => i64::try_from(size).unwrap(),
    })
}

/// What adding one, two, … notes to a standing group is worth.
pub(crate) fn gains(input: &PoolInput, group: &StandingInput) -> Vec<i64> {
    if let Some(gain) = &group.gain {
        return gain.iter().copied().map(i64::from).collect();
    }
    let now = worth(input, group.members.len()).unwrap_or(0);
    let most = usize::try_from(input.rules.max_size.unwrap_or(8)).unwrap();
    (group.members.len() + 1..=most)
        .map(|size| worth(input, size).unwrap_or(0) - now)
        .collect()
}
