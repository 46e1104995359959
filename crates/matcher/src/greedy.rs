//! A first answer: the best single group next, until none is left.
//!
//! What a careful person with a spreadsheet does. Each group costs a look at every site; only sites whose takers changed
//! are looked at again.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use crate::problem::{Answer, Problem};
use crate::weight::Weight;

/// Groups that keep every rule; by far not the best.
pub(crate) fn first_answer(problem: &Problem<'_>) -> Answer {
    let mut free = vec![true; problem.notes.len()];
    let mut leaders = problem.leaders.clone();
    let mut rooms: Vec<usize> = problem.sites.iter().map(crate::problem::Site::most).collect();
    let mut offers: Vec<Option<(Weight, Vec<usize>)>> = vec![None; rooms.len()];
    let mut stale = vec![true; rooms.len()];
    let mut answer = Answer::default();
    loop {
        for site in 0..rooms.len() {
            if std::mem::replace(&mut stale[site], false) {
                offers[site] = if rooms[site] == 0 {
                    None
                } else {
                    offer(problem, site, &free)
                };
            }
        }
        let Some(site) = (0..rooms.len())
            .rev()
            .max_by_key(|site| offers[*site].as_ref().map(|(weight, _)| *weight))
        else {
            break;
        };
        let Some((weight, members)) = offers[site].take() else {
            break;
        };
        if !problem.sites[site].is_standing() && !leaders.add(site) {
            rooms[site] = 0;
            continue;
        }
        rooms[site] -= 1;
        for note in &members {
            free[*note] = false;
            problem.seats[*note].iter().for_each(|seat| stale[seat.site] = true);
        }
        stale[site] = true;
        answer.weight += weight;
        answer.groups.push((site, members));
    }
    answer.groups.sort();
    answer
}

/// The best group of those who still have no seat, longest waiting first, if it is worth anything.
fn offer(problem: &Problem<'_>, site: usize, free: &[bool]) -> Option<(Weight, Vec<usize>)> {
    let place = &problem.sites[site];
    let table = place.tables.first()?;
    let mut takers: Vec<_> = place.takers.iter().filter(|taker| free[taker.note]).collect();
    takers.sort_by_key(|taker| (-taker.waiting, taker.rank, taker.note));
    let mut members: Vec<usize> = Vec::new();
    let mut sum = Weight::default();
    let mut best = (Weight::default(), 0);
    for taker in takers {
        if members.len() == table.most() {
            break;
        }
        if members.iter().any(|other| problem.are_apart(*other, taker.note)) {
            continue;
        }
        members.push(taker.note);
        sum += taker.weight();
        if members.len() >= table.least {
            let weight = sum + Weight::value(table.at(members.len()));
            if weight > best.0 {
                best = (weight, members.len());
            }
        }
    }
    members.truncate(best.1);
    members.sort_unstable();
    (best.1 > 0).then_some((best.0, members))
}
