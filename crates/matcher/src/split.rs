//! Splits a cell's members into groups so that nobody sits with somebody they must be apart from.
//!
//! Only members with a foe among the others matter; they are placed by backtracking, the rest fill up in order. Real
//! pools have few such pairs; a search that grows beyond a limit gives up, which its caller must count as "don't know".

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use crate::problem::Problem;

const LIMIT: usize = 20_000;

/// Groups of these sizes in this order, members ascending; `None` if there are none or the search gave up.
pub(crate) fn split(problem: &Problem<'_>, members: &[usize], sizes: &[usize]) -> Option<Vec<Vec<usize>>> {
    let has_foe = |note: &usize| members.iter().any(|other| problem.are_apart(*note, *other));
    let (wary, easy): (Vec<usize>, Vec<usize>) = members.iter().copied().partition(has_foe);
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); sizes.len()];
    let mut tries = LIMIT;
    if !place(problem, &wary, sizes, &mut groups, &mut tries) {
        return None;
    }
    let mut easy = easy.into_iter();
    for (group, size) in groups.iter_mut().zip(sizes) {
        let free = size.saturating_sub(group.len());
        group.extend(easy.by_ref().take(free));
        group.sort_unstable();
    }
    Some(groups)
}

fn place(problem: &Problem<'_>, wary: &[usize], sizes: &[usize], groups: &mut [Vec<usize>], tries: &mut usize) -> bool {
    let Some((note, rest)) = wary.split_first() else {
        return true;
    };
    for at in 0..groups.len() {
        *tries = tries.saturating_sub(1);
        if *tries == 0 {
            return false;
        }
        let alike = (0..at).any(|other| sizes[other] == sizes[at] && groups[other].is_empty() && groups[at].is_empty());
        let full = groups[at].len() >= sizes[at];
        if alike || full || groups[at].iter().any(|other| problem.are_apart(*note, *other)) {
            continue;
        }
        groups[at].push(*note);
        if place(problem, rest, sizes, groups, tries) {
            return true;
        }
        groups[at].pop();
    }
    false
}
