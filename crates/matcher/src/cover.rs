//! What follows for the plan if some notes must have a seat.
//!
//! A note that must be seated needs one of its sites open; with one left, that site opens. Of notes that must be seated
//! and share no site that could open, each needs a group of its own: if there are more of them than groups to open, the
//! range is empty; if there are as many, no other site opens. Repeated until nothing changes; a round is one look at
//! each wish. Source: unit propagation and the independent-set bound of set covering.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use crate::bound::Range;
use crate::problem::Problem;

/// Narrows a range to plans that can seat its `must`. False if there are none.
pub(crate) fn confine(problem: &Problem<'_>, range: &mut Range) -> bool {
    let new: Vec<usize> = (0..problem.sites.len())
        .filter(|site| !problem.sites[*site].is_standing())
        .collect();
    loop {
        let Some(waiting) = waiting(problem, range) else {
            return false;
        };
        if let Some(sites) = waiting.iter().find(|sites| sites.len() == 1) {
            range.floor[sites[0]] = 1;
            continue;
        }
        let sure = new.iter().map(|site| range.floor[*site]).sum();
        let (needed, held) = strangers(waiting, problem.sites.len());
        match range.most.checked_sub(sure) {
            Some(left) if needed < left => return true,
            Some(left) if needed == left => {}
            _ => return false,
        }
        let more = |site: &&usize| !held[**site] && range.ceil[**site] > range.floor[**site];
        let closing: Vec<usize> = new.iter().filter(more).copied().collect();
        if closing.is_empty() {
            return true;
        }
        for site in closing {
            range.ceil[site] = range.floor[site];
        }
    }
}

/// For each note that must be seated and has no open site yet, those that could open; `None` if a note has none.
fn waiting(problem: &Problem<'_>, range: &Range) -> Option<Vec<Vec<usize>>> {
    let mut found = Vec::new();
    for (seats, _) in problem.seats.iter().zip(&range.must).filter(|(_, must)| **must) {
        if seats.iter().any(|seat| range.floor[seat.site] > 0) {
            continue;
        }
        let sites: Vec<usize> = seats
            .iter()
            .map(|seat| seat.site)
            .filter(|site| range.ceil[*site] > 0)
            .collect();
        if sites.is_empty() {
            return None;
        }
        found.push(sites);
    }
    Some(found)
}

/// How many of these lists share no site, those with few sites first, and which sites they hold.
fn strangers(mut lists: Vec<Vec<usize>>, sites: usize) -> (usize, Vec<bool>) {
    lists.sort();
    lists.sort_by_key(Vec::len);
    let mut held = vec![false; sites];
    let mut count = 0;
    for list in lists {
        if list.iter().all(|site| !held[*site]) {
            for site in list {
                held[site] = true;
            }
            count += 1;
        }
    }
    (count, held)
}

#[cfg(test)]
mod tests {
    use super::confine;
    use crate::bound::Range;
    use crate::component::parts;
    use crate::tests::pools::Town;

    /// Three cells in three slots with an igangsetter for any; five want A alone, five B or C, five any.
    fn town() -> Town {
        let mut town = Town::new();
        for cell in ["a", "b", "c"] {
            town = town
                .cell(cell, cell, 1)
                .starter(&format!("f{cell}"), 3, &["a", "b", "c"]);
        }
        town.notes("x", 5, 0, &["a"])
            .notes("y", 5, 0, &["b", "c"])
            .notes("z", 5, 0, &["a", "b", "c"])
    }

    /// Floor and ceiling after everybody among these (by position: five x, five y, five z) must sit, if that can be.
    fn confined(must: &[usize], groups: usize) -> Option<(Vec<usize>, Vec<usize>)> {
        let pool = town().pool();
        let problems = parts(&pool);
        let mut range = Range::of(&problems[0]);
        range.most = groups;
        for note in must {
            range.must[*note] = true;
        }
        confine(&problems[0], &mut range).then_some((range.floor, range.ceil))
    }

    #[test]
    fn nothing_follows_if_nobody_must_sit() {
        assert_eq!(confined(&[], 3), Some((vec![0, 0, 0], vec![1, 1, 1])));
    }

    #[test]
    fn the_only_cell_of_a_note_that_must_sit_opens() {
        assert_eq!(confined(&[0], 3), Some((vec![1, 0, 0], vec![1, 1, 1])));
    }

    #[test]
    fn as_many_strangers_as_groups_close_every_other_cell() {
        assert_eq!(confined(&[5], 1), Some((vec![0, 0, 0], vec![0, 1, 1])));
        assert_eq!(confined(&[0, 10], 1), Some((vec![1, 0, 0], vec![1, 0, 0])));
    }

    #[test]
    fn more_strangers_than_groups_are_impossible() {
        assert_eq!(confined(&[0, 5], 1), None);
        assert!(confined(&[0, 5], 2).is_some());
    }
}
