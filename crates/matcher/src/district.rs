//! A large part of a pool, cut into districts that share few people.
//!
//! Sites that want each other's people, or could have the same leaders, grow together until a district has enough wishes;
//! where nothing is beside it any more, it goes on with the next site in order. A *hub*, which people from everywhere can
//! reach (such as a group on the telephone), would tie all together: the hubs are dealt out to the districts in the end.
//! One look at each pair of sites of a note or a leader.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::collections::BTreeMap;

use crate::problem::Problem;

/// A leader whom two sites could have ties them as so many notes do: about as many as a group.
const LEADER: usize = 8;

/// Districts of about so many wishes, their sites ascending, the first grown from the site at `start`. Sites that more than
/// `hub` notes want are hubs.
pub(crate) fn map(problem: &Problem<'_>, (wishes, hub): (usize, usize), start: usize) -> Vec<Vec<usize>> {
    let is_hub = |site: &usize| problem.sites[*site].takers.len() > hub;
    let (hubs, mut order): (Vec<usize>, Vec<usize>) = (0..problem.sites.len()).partition(is_hub);
    let led = led_by(problem, &order);
    let mut is_free = vec![false; problem.sites.len()];
    for site in &order {
        is_free[*site] = true;
    }
    let first = start % order.len().max(1);
    order.rotate_left(first);
    let mut order = order.into_iter();
    let mut districts = vec![Vec::new()];
    let mut size = 0;
    let mut beside: BTreeMap<usize, usize> = BTreeMap::new();
    while let Some(site) = closest(&beside).or_else(|| order.by_ref().find(|site| is_free[*site])) {
        beside.remove(&site);
        is_free[site] = false;
        if size >= wishes {
            districts.push(Vec::new());
            beside.clear();
            size = 0;
        }
        districts
            .last_mut()
            .into_iter()
            .for_each(|district| district.push(site));
        size += problem.sites[site].takers.len();
        let leaders = problem.leaders.of(site).iter();
        let by_leaders = leaders.flat_map(|leader| led.get(leader).into_iter().flatten().map(|other| (*other, LEADER)));
        let takers = problem.sites[site].takers.iter();
        let by_notes = takers.flat_map(|taker| problem.seats[taker.note].iter().map(|seat| (seat.site, 1)));
        for (other, tie) in by_leaders.chain(by_notes) {
            if is_free[other] {
                *beside.entry(other).or_default() += tie;
            }
        }
    }
    let count = districts.len();
    for (nth, hub) in hubs.into_iter().enumerate() {
        districts[(nth + start) % count].push(hub);
    }
    for district in &mut districts {
        district.sort_unstable();
    }
    districts
}

/// The site with the strongest ties.
fn closest(beside: &BTreeMap<usize, usize>) -> Option<usize> {
    let strongest = beside
        .iter()
        .max_by_key(|(site, tie)| (**tie, std::cmp::Reverse(**site)));
    strongest.map(|(site, _)| *site)
}

/// By leader the sites of these that they could take.
pub(crate) fn led_by(problem: &Problem<'_>, sites: &[usize]) -> BTreeMap<usize, Vec<usize>> {
    let mut led: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for site in sites {
        for leader in problem.leaders.of(*site) {
            led.entry(*leader).or_default().push(*site);
        }
    }
    led
}
