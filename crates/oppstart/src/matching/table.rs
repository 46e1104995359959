//! A proposal as people read it on a terminal.

use std::{
    collections::{BTreeMap, HashMap},
    fmt::Write as _,
};

use matcher::{PoolInput, Proposal, Reason, Total};

/// What a proposal leaves out, since programs that read it have the pool.
pub struct Names {
    /// Place and time of each cell.
    cells: HashMap<String, (String, String)>,
    /// The cell of each standing group.
    standing: HashMap<String, String>,
}

impl Names {
    pub fn of(pool: &PoolInput) -> Self {
        let cells = pool.cells.iter();
        let standing = pool.standing.iter();
        Self {
            cells: cells
                .map(|cell| (cell.id.clone(), (cell.place.clone(), cell.slot.clone())))
                .collect(),
            standing: standing.map(|group| (group.id.clone(), group.cell.clone())).collect(),
        }
    }

    fn row(&self, cell: &str, who: &str, members: &[String]) -> [String; 5] {
        let (place, slot) = self.cells.get(cell).cloned().unwrap_or_default();
        [
            place,
            slot,
            who.to_owned(),
            members.len().to_string(),
            members.join(" "),
        ]
    }
}

/// Groups, those left over by reason, and the totals with their bounds.
pub fn table(proposal: &Proposal, names: &Names) -> String {
    let mut text = String::new();
    if !proposal.groups.is_empty() {
        let head = ["place", "time", "igangsetter", "size", "new group of"].map(str::to_owned);
        let groups = proposal.groups.iter();
        let rows = groups.map(|group| names.row(&group.cell, &group.igangsetter, &group.members));
        text += &aligned([head].into_iter().chain(rows).collect());
    }
    if !proposal.filled.is_empty() {
        let head = ["place", "time", "group", "more", "added to a standing group"].map(str::to_owned);
        let rows = proposal.filled.iter().map(|group| {
            let cell = names.standing.get(&group.standing).map_or("", String::as_str);
            names.row(cell, &group.standing, &group.members)
        });
        text += &aligned([head].into_iter().chain(rows).collect());
    }
    if !proposal.unplaced.is_empty() {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for left in &proposal.unplaced {
            *counts.entry(told(&left.reason)).or_default() += 1;
        }
        let head = ["left over", "notes"].map(str::to_owned);
        let rows = counts
            .iter()
            .map(|(reason, count)| [(*reason).to_owned(), count.to_string()]);
        text += &aligned([head].into_iter().chain(rows).collect());
    }
    let totals = &proposal.objective;
    let head = ["total", "reached", "nothing better than"].map(str::to_owned);
    let rows = [
        ("value", totals.value),
        ("waiting days", totals.waiting),
        ("ranks", totals.rank),
    ]
    .map(total);
    text += &aligned([head].into_iter().chain(rows).collect());
    let seated: usize = proposal
        .groups
        .iter()
        .map(|group| group.members.len())
        .chain(proposal.filled.iter().map(|group| group.members.len()))
        .sum();
    let notes = seated + proposal.unplaced.len();
    let proof = if proposal.optimal {
        "No proposal is better."
    } else {
        "Whether this is the best is not proven."
    };
    // Writing to a string does not fail.
    _ = writeln!(text, "{seated} of {notes} notes have a seat. {proof}");
    text
}

fn told(reason: &Reason) -> &'static str {
    match reason {
        Reason::NoCommonTime => "no common time",
        Reason::NoIgangsetter => "no igangsetter",
        Reason::NoRoom => "no room",
        Reason::TooFew { .. } => "too few",
        Reason::Apart => "apart",
        Reason::Outweighed => "another choice was better",
    }
}

fn total((name, total): (&str, Total)) -> [String; 3] {
    let bound = total
        .bound
        .map_or_else(|| "not known".to_owned(), |bound| bound.to_string());
    [name.to_owned(), total.achieved.to_string(), bound]
}

/// Rows in columns, numbers to the right, and an empty line.
fn aligned<const COLUMNS: usize>(rows: Vec<[String; COLUMNS]>) -> String {
    let mut widths = [0; COLUMNS];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(widths).map(|(cell, width)| {
            if cell.parse::<i64>().is_ok() {
                format!("{cell:>width$}")
            } else {
                format!("{cell:<width$}")
            }
        });
        text += cells.collect::<Vec<_>>().join("  ").trim_end();
        text.push('\n');
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proposal_is_told_in_columns() {
        let note = |nth: u32, cell: &str| {
            format!(r#"{{"id": "n{nth}", "waiting_days": 3, "wants": [{{"cell": "{cell}", "rank": 1}}]}}"#)
        };
        let notes: Vec<String> = (0..5)
            .map(|nth| note(nth, "c1"))
            .chain([note(5, "c2"), note(6, "c3")])
            .collect();
        let pool = format!(
            r#"{{"cells": [{{"id": "c1", "place": "Storgata", "slot": "tue-18:00", "rooms": 1}},
                           {{"id": "c2", "place": "Torget", "slot": "wed-18:00", "rooms": 1}},
                           {{"id": "c3", "place": "Torget", "slot": "thu-18:00", "rooms": 1}}],
                "notes": [{}],
                "igangsettere": [{{"id": "f1", "max_groups": 2, "cells": ["c1", "c3"]}}],
                "standing": [{{"id": "g1", "cell": "c2", "igangsetter": "f1", "members": ["m1"], "gain": [900]}}]}}"#,
            notes.join(",")
        );
        let input = PoolInput::from_json(&pool).unwrap();
        let names = Names::of(&input);
        let proposal = matcher::assemble(&matcher::Pool::try_from(input).unwrap(), &matcher::Limits::default());
        assert_eq!(
            table(&proposal, &names),
            "\
place     time       igangsetter  size  new group of
Storgata  tue-18:00  f1              5  n0 n1 n2 n3 n4

place   time       group  more  added to a standing group
Torget  wed-18:00  g1        1  n5

left over  notes
too few        1

total         reached  nothing better than
value             905                  905
waiting days       18                   18
ranks               6                    6

6 of 7 notes have a seat. No proposal is better.
"
        );
    }
}
