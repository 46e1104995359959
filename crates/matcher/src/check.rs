//! From input to pool: refuses what is wrong, sorts what is right.
//!
//! The first fault in reading order is told, by its place in the JSON. Linear in the input, but for sorting.

use std::collections::{BTreeMap, BTreeSet};

use crate::fault::PoolFault;
use crate::input::{PoolInput, RulesInput, StandingInput};
use crate::pool::{Cell, Igangsetter, Note, Pool, Rules, Standing, Want};

/// Groups larger than this are a slip of the keyboard, and their tables would be too.
const LARGEST_GROUP: usize = 1000;

type Index<'a> = BTreeMap<&'a str, usize>;

impl TryFrom<PoolInput> for Pool {
    type Error = PoolFault;

    fn try_from(input: PoolInput) -> Result<Self, PoolFault> {
        let rules = rules(&input.rules)?;
        let cell_index = index("cells", input.cells.iter().map(|cell| cell.id.as_str()))?;
        let note_index = index("notes", input.notes.iter().map(|note| note.id.as_str()))?;
        let starter_index = index("igangsettere", input.igangsettere.iter().map(|one| one.id.as_str()))?;
        let group_index = index("standing", input.standing.iter().map(|group| group.id.as_str()))?;
        let mut pool = Self {
            cells: cells(&input, &cell_index)?,
            notes: notes(&input, &cell_index, &note_index)?,
            igangsettere: igangsettere(&input, &cell_index, &starter_index)?,
            foes: vec![Vec::new(); input.notes.len()],
            standing: Vec::new(),
            warnings: Vec::new(),
            rules,
        };
        let seats = members(&input, &note_index)?;
        let mut standing = Vec::with_capacity(input.standing.len());
        for (at, group) in input.standing.iter().enumerate() {
            let place = format!("standing[{at}]");
            let cell = find(&cell_index, &group.cell, "cell", || format!("{place}.cell"))?;
            let starter = find(&starter_index, &group.igangsetter, "igangsetter", || {
                format!("{place}.igangsetter")
            })?;
            let gain = gain(&pool.rules, group, &place)?;
            standing.push((
                group_index.get(group.id.as_str()).copied(),
                starter,
                Standing {
                    id: group.id.clone(),
                    cell,
                    gain,
                    barred: Vec::new(),
                },
            ));
        }
        standing.sort_by_key(|(order, ..)| *order);
        occupy(&mut pool, standing.iter().map(|(_, starter, group)| (*starter, group)));
        pool.standing = standing.into_iter().map(|(.., group)| group).collect();
        keep_apart(&mut pool, &input, &note_index, &seats, &group_index)?;
        Ok(pool)
    }
}

/// Each id's position among the sorted ids.
fn index<'a>(list: &str, ids: impl Iterator<Item = &'a str>) -> Result<Index<'a>, PoolFault> {
    let mut found = Index::new();
    for (at, id) in ids.enumerate() {
        if found.insert(id, 0).is_some() {
            return Err(PoolFault::new(
                format!("{list}[{at}].id"),
                format!("the id {id:?} is used twice"),
            ));
        }
    }
    for (position, order) in found.values_mut().enumerate() {
        *order = position;
    }
    Ok(found)
}

fn find(index: &Index<'_>, id: &str, kind: &str, place: impl Fn() -> String) -> Result<usize, PoolFault> {
    index
        .get(id)
        .copied()
        .ok_or_else(|| PoolFault::new(place(), format!("no {kind} has the id {id:?}")))
}

fn count(number: i32, place: impl Fn() -> String) -> Result<usize, PoolFault> {
    usize::try_from(number).map_err(|_| PoolFault::new(place(), format!("must not be negative, but is {number}")))
}

fn rules(input: &RulesInput) -> Result<Rules, PoolFault> {
    let min_size = count(input.min_size.unwrap_or(5), || "rules.min_size".into())?;
    let max_size = count(input.max_size.unwrap_or(8), || "rules.max_size".into())?;
    if min_size == 0 {
        return Err(PoolFault::new("rules.min_size", "must be at least 1"));
    }
    if max_size < min_size {
        return Err(PoolFault::new(
            "rules.max_size",
            format!("must be at least min_size ({min_size}), but is {max_size}"),
        ));
    }
    if max_size > LARGEST_GROUP {
        return Err(PoolFault::new(
            "rules.max_size",
            format!("must be at most {LARGEST_GROUP}, but is {max_size}"),
        ));
    }
    let sizes = max_size - min_size + 1;
    let size_value = match &input.size_value {
        None => (min_size..=max_size)
            .filter_map(|size| i64::try_from(size).ok())
            .collect(),
        Some(values) if values.len() != sizes => {
            let told = format!(
                "needs {sizes} numbers, one per size from {min_size} to {max_size}, but has {}",
                values.len()
            );
            return Err(PoolFault::new("rules.size_value", told));
        }
        Some(values) => {
            for (at, value) in values.iter().enumerate() {
                count(*value, || format!("rules.size_value[{at}]"))?;
            }
            values.iter().copied().map(i64::from).collect()
        }
    };
    Ok(Rules {
        min_size,
        max_size,
        size_value,
    })
}

fn cells(input: &PoolInput, order: &Index<'_>) -> Result<Vec<Cell>, PoolFault> {
    let mut slots: Index<'_> = input.cells.iter().map(|cell| (cell.slot.as_str(), 0)).collect();
    for (position, slot) in slots.values_mut().enumerate() {
        *slot = position;
    }
    let mut cells = Vec::with_capacity(input.cells.len());
    for (at, cell) in input.cells.iter().enumerate() {
        let free_rooms = count(cell.rooms, || format!("cells[{at}].rooms"))?;
        let slot = slots.get(cell.slot.as_str()).copied().unwrap_or_default();
        cells.push(Cell {
            id: cell.id.clone(),
            slot,
            free_rooms,
            is_overfull: false,
        });
    }
    cells.sort_by_key(|cell| order.get(cell.id.as_str()).copied());
    Ok(cells)
}

fn notes(input: &PoolInput, cells: &Index<'_>, order: &Index<'_>) -> Result<Vec<Note>, PoolFault> {
    let mut notes = Vec::with_capacity(input.notes.len());
    for (at, note) in input.notes.iter().enumerate() {
        count(note.waiting_days, || format!("notes[{at}].waiting_days"))?;
        let mut wants = BTreeMap::new();
        for (nth, want) in note.wants.iter().enumerate() {
            let place = || format!("notes[{at}].wants[{nth}].cell");
            let cell = find(cells, &want.cell, "cell", place)?;
            if want.rank < 1 {
                let told = format!("must be at least 1, but is {}", want.rank);
                return Err(PoolFault::new(format!("notes[{at}].wants[{nth}].rank"), told));
            }
            if wants.insert(cell, i64::from(want.rank)).is_some() {
                return Err(PoolFault::new(
                    place(),
                    format!("the note wants the cell {:?} twice", want.cell),
                ));
            }
        }
        notes.push(Note {
            id: note.id.clone(),
            waiting: i64::from(note.waiting_days),
            wants: wants.into_iter().map(|(cell, rank)| Want { cell, rank }).collect(),
        });
    }
    notes.sort_by_key(|note| order.get(note.id.as_str()).copied());
    Ok(notes)
}

fn igangsettere(input: &PoolInput, cells: &Index<'_>, order: &Index<'_>) -> Result<Vec<Igangsetter>, PoolFault> {
    let mut found = Vec::with_capacity(input.igangsettere.len());
    for (at, one) in input.igangsettere.iter().enumerate() {
        let free_groups = count(one.max_groups, || format!("igangsettere[{at}].max_groups"))?;
        let mut taken = BTreeSet::new();
        for (nth, cell) in one.cells.iter().enumerate() {
            taken.insert(find(cells, cell, "cell", || {
                format!("igangsettere[{at}].cells[{nth}]")
            })?);
        }
        found.push(Igangsetter {
            id: one.id.clone(),
            free_groups,
            cells: taken.into_iter().collect(),
        });
    }
    found.sort_by_key(|one| order.get(one.id.as_str()).copied());
    Ok(found)
}

/// Which standing group each member sits in.
fn members<'a>(input: &'a PoolInput, notes: &Index<'_>) -> Result<BTreeMap<&'a str, &'a str>, PoolFault> {
    let mut seats = BTreeMap::new();
    for (at, group) in input.standing.iter().enumerate() {
        for (nth, member) in group.members.iter().enumerate() {
            let place = || format!("standing[{at}].members[{nth}]");
            if notes.contains_key(member.as_str()) {
                return Err(PoolFault::new(
                    place(),
                    format!("{member:?} has a seat already and can't be in notes"),
                ));
            }
            if seats.insert(member.as_str(), group.id.as_str()).is_some() {
                return Err(PoolFault::new(place(), format!("the id {member:?} is used twice")));
            }
        }
    }
    Ok(seats)
}

fn gain(rules: &Rules, group: &StandingInput, place: &str) -> Result<Vec<i64>, PoolFault> {
    let size = group.members.len();
    let free = rules.max_size.saturating_sub(size);
    match &group.gain {
        None => Ok((1..=free)
            .map(|more| rules.worth(size + more) - rules.worth(size))
            .collect()),
        Some(gain) if gain.len() > free => {
            let told = format!("tells of {} more notes, but only {free} seats are free", gain.len());
            Err(PoolFault::new(format!("{place}.gain"), told))
        }
        Some(gain) => Ok(gain.iter().copied().map(i64::from).collect()),
    }
}

/// Takes the standing groups' rooms and igangsettere out of what is free, and warns where reality holds more than there is.
fn occupy<'a>(pool: &mut Pool, standing: impl Iterator<Item = (usize, &'a Standing)>) {
    let mut held: BTreeMap<usize, usize> = BTreeMap::new();
    let mut led: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (starter, group) in standing {
        *held.entry(group.cell).or_default() += 1;
        if let Some(cell) = pool.cells.get(group.cell) {
            led.entry(starter).or_default().push(cell.slot);
        }
    }
    for (cell, groups) in held {
        let Some(cell) = pool.cells.get_mut(cell) else { continue };
        cell.is_overfull = groups > cell.free_rooms;
        if cell.is_overfull {
            pool.warnings.push(format!(
                "cell {:?}: {groups} standing groups hold {} rooms",
                cell.id, cell.free_rooms
            ));
        }
        cell.free_rooms = cell.free_rooms.saturating_sub(groups);
    }
    for (starter, mut slots) in led {
        let Some(one) = pool.igangsettere.get_mut(starter) else {
            continue;
        };
        let groups = slots.len();
        if groups > one.free_groups {
            pool.warnings.push(format!(
                "igangsetter {:?}: leads {groups} standing groups of at most {}",
                one.id, one.free_groups
            ));
        }
        one.free_groups = one.free_groups.saturating_sub(groups);
        slots.sort_unstable();
        slots.dedup();
        if slots.len() < groups {
            pool.warnings.push(format!(
                "igangsetter {:?}: leads two standing groups at the same time",
                one.id
            ));
        }
        let cells = &pool.cells;
        one.cells.retain(|cell| {
            cells
                .get(*cell)
                .is_some_and(|cell| slots.binary_search(&cell.slot).is_err())
        });
    }
}

fn keep_apart(
    pool: &mut Pool,
    input: &PoolInput,
    notes: &Index<'_>,
    seats: &BTreeMap<&str, &str>,
    groups: &Index<'_>,
) -> Result<(), PoolFault> {
    for (at, (one, other)) in input.apart.iter().enumerate() {
        for (nth, id) in [one, other].into_iter().enumerate() {
            if !notes.contains_key(id.as_str()) && !seats.contains_key(id.as_str()) {
                return Err(PoolFault::new(
                    format!("apart[{at}][{nth}]"),
                    format!("no note or member has the id {id:?}"),
                ));
            }
        }
        if one == other {
            return Err(PoolFault::new(
                format!("apart[{at}]"),
                format!("{one:?} can't be apart from itself"),
            ));
        }
        for (from, to) in [(one, other), (other, one)] {
            let Some(&note) = notes.get(from.as_str()) else {
                continue;
            };
            if let Some(&foe) = notes.get(to.as_str()) {
                pool.foes.get_mut(note).into_iter().for_each(|foes| foes.push(foe));
            } else if let Some(&group) = seats.get(to.as_str()).and_then(|group| groups.get(group)) {
                pool.standing
                    .get_mut(group)
                    .into_iter()
                    .for_each(|group| group.barred.push(note));
            }
        }
    }
    for list in pool
        .foes
        .iter_mut()
        .chain(pool.standing.iter_mut().map(|group| &mut group.barred))
    {
        list.sort_unstable();
        list.dedup();
    }
    Ok(())
}
