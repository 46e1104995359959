//! A large part of a pool, cut into districts that share few people.
//!
//! Sites that want each other's people grow together until a district has enough wishes. A *hub*, which people from
//! everywhere can reach (such as a group on the telephone), belongs to none. One look at each pair of sites of a note.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::collections::BTreeMap;

use crate::problem::Problem;

/// A site that so many notes want is a hub.
const HUB: usize = 300;

/// Sites by district, each ascending, and the hubs.
pub(crate) struct Map {
    pub districts: Vec<Vec<usize>>,
    pub hubs: Vec<usize>,
}

/// Districts of about so many wishes, the first grown from the site at `start`.
pub(crate) fn map(problem: &Problem<'_>, wishes: usize, start: usize) -> Map {
    let count = problem.sites.len();
    let (hubs, sites): (Vec<usize>, Vec<usize>) = (0..count).partition(|site| problem.sites[*site].takers.len() > HUB);
    let mut is_free = vec![false; count];
    for site in &sites {
        is_free[*site] = true;
    }
    let mut districts = Vec::new();
    let mut order = sites.clone();
    order.rotate_left(start % sites.len().max(1));
    for first in order {
        if !is_free[first] {
            continue;
        }
        let mut district = Vec::new();
        let mut size = 0;
        let mut beside: BTreeMap<usize, usize> = BTreeMap::from([(first, 0)]);
        while let Some((&site, _)) = beside
            .iter()
            .max_by_key(|(site, shared)| (**shared, std::cmp::Reverse(**site)))
        {
            beside.remove(&site);
            is_free[site] = false;
            district.push(site);
            size += problem.sites[site].takers.len();
            if size >= wishes {
                break;
            }
            for taker in &problem.sites[site].takers {
                for seat in &problem.seats[taker.note] {
                    if is_free[seat.site] {
                        *beside.entry(seat.site).or_default() += 1;
                    }
                }
            }
        }
        district.sort_unstable();
        districts.push(district);
    }
    Map { districts, hubs }
}
