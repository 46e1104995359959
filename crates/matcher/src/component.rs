//! From a pool to the parts that can be solved on their own.
//!
//! Cells that can't open a group (no room, nobody to lead it, too few who want it) are left out, as are closed standing
//! groups. What remains falls into parts that share neither notes nor igangsettere. Near linear (union by find).

#![expect(clippy::indexing_slicing, reason = "positions come from the pool, which was checked")]

use std::collections::BTreeMap;

use crate::leaders::Leaders;
use crate::pool::Pool;
use crate::problem::{Place, Problem, Seat, Site, Taker};
use crate::table::Table;

/// Everything that can happen at one place, before it is cut into parts.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
    pub place: Place,
    /// Notes with their ranks, ascending.
    pub takers: Vec<(usize, i64)>,
    /// Igangsettere who can take it.
    pub leaders: Vec<usize>,
    pub most: usize,
}

/// The pool's parts, those with fewer wishes first.
pub(crate) fn parts(pool: &Pool) -> Vec<Problem<'_>> {
    let offers = offers(pool);
    let (notes, starters) = (pool.notes.len(), pool.igangsettere.len());
    let mut parents: Vec<usize> = (0..notes + starters + offers.len()).collect();
    for (at, offer) in offers.iter().enumerate() {
        let here = notes + starters + at;
        offer
            .takers
            .iter()
            .for_each(|(note, _)| join(&mut parents, *note, here));
        offer
            .leaders
            .iter()
            .for_each(|starter| join(&mut parents, notes + starter, here));
    }
    let mut groups: BTreeMap<usize, Vec<&Offer>> = BTreeMap::new();
    for (at, offer) in offers.iter().enumerate() {
        groups
            .entry(root(&mut parents, notes + starters + at))
            .or_default()
            .push(offer);
    }
    let mut parts: Vec<Problem<'_>> = groups
        .values()
        .map(|offers| problem(pool, offers, |_| 0, |one| pool.igangsettere[one].free_groups))
        .collect();
    parts.sort_by_key(Problem::size);
    parts
}

fn root(parents: &mut [usize], mut at: usize) -> usize {
    while parents[at] != at {
        parents[at] = parents[parents[at]];
        at = parents[at];
    }
    at
}

fn join(parents: &mut [usize], one: usize, other: usize) {
    let (one, other) = (root(parents, one), root(parents, other));
    parents[one.max(other)] = one.min(other);
}

fn offers(pool: &Pool) -> Vec<Offer> {
    let mut wanted: Vec<Vec<(usize, i64)>> = vec![Vec::new(); pool.cells.len()];
    for (note, entry) in pool.notes.iter().enumerate() {
        entry
            .wants
            .iter()
            .for_each(|want| wanted[want.cell].push((note, want.rank)));
    }
    let mut leaders: Vec<Vec<usize>> = vec![Vec::new(); pool.cells.len()];
    for (starter, entry) in pool
        .igangsettere
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.free_groups > 0)
    {
        entry.cells.iter().for_each(|cell| leaders[*cell].push(starter));
    }
    let standing = pool.standing.iter().enumerate().map(|(at, group)| {
        let may = |(note, _): &&(usize, i64)| group.barred.binary_search(note).is_err();
        let takers: Vec<_> = wanted[group.cell].iter().filter(may).copied().collect();
        let most = usize::from(!group.gain.is_empty() && !takers.is_empty());
        Offer {
            place: Place::Standing(at),
            takers,
            leaders: Vec::new(),
            most,
        }
    });
    let cells = pool.cells.iter().enumerate().map(|(at, cell)| {
        let most = cell
            .free_rooms
            .min(wanted[at].len() / pool.rules.min_size)
            .min(leaders[at].len());
        Offer {
            place: Place::Cell(at),
            takers: wanted[at].clone(),
            leaders: leaders[at].clone(),
            most,
        }
    });
    cells.chain(standing).filter(|offer| offer.most > 0).collect()
}

/// The problem of these offers. `toll` is what a note's seat costs, `room` how many groups an igangsetter can have.
pub(crate) fn problem<'a>(
    pool: &'a Pool,
    offers: &[&Offer],
    toll: impl Fn(usize) -> i64,
    room: impl Fn(usize) -> usize,
) -> Problem<'a> {
    let mut notes: Vec<usize> = offers
        .iter()
        .flat_map(|offer| offer.takers.iter().map(|(note, _)| *note))
        .collect();
    notes.sort_unstable();
    notes.dedup();
    let sites: Vec<Site> = offers.iter().map(|offer| site(pool, offer, &notes, &toll)).collect();
    let mut seats: Vec<Vec<Seat>> = vec![Vec::new(); notes.len()];
    for (at, site) in sites.iter().enumerate() {
        for taker in &site.takers {
            seats[taker.note].push(Seat {
                site: at,
                weight: taker.weight(),
            });
        }
    }
    Problem {
        pool,
        leaders: leaders(pool, offers, room),
        notes,
        sites,
        seats,
    }
}

/// An offer's site, where notes are numbered as in `notes`.
fn site(pool: &Pool, offer: &Offer, notes: &[usize], toll: impl Fn(usize) -> i64) -> Site {
    let taker = |(note, rank): &(usize, i64)| {
        Some(Taker {
            note: notes.binary_search(note).ok()?,
            waiting: pool.notes[*note].waiting,
            rank: *rank,
            toll: toll(*note),
            clique: None,
        })
    };
    let mut takers: Vec<Taker> = offer.takers.iter().filter_map(taker).collect();
    mark_cliques(pool, notes, &mut takers);
    let tables = match offer.place {
        Place::Standing(group) => vec![Table::of_gains(&pool.standing[group].gain, takers.len())],
        Place::Cell(_) => Table::of_groups(&pool.rules, offer.most, takers.len()),
    };
    Site {
        place: offer.place,
        tables,
        has_cliques: takers.iter().any(|taker| taker.clique.is_some()),
        takers,
    }
}

/// Numbers the takers who are all apart from each other, pair by pair or in larger sets.
fn mark_cliques(pool: &Pool, notes: &[usize], takers: &mut [Taker]) {
    let mut cliques: Vec<Vec<usize>> = Vec::new();
    for at in 0..takers.len() {
        if pool.foes[notes[takers[at].note]].is_empty() {
            continue;
        }
        let apart = |other: &usize| pool.are_apart(notes[takers[at].note], notes[takers[*other].note]);
        if !(0..takers.len()).any(|other| apart(&other)) {
            continue;
        }
        let known = cliques.iter().position(|clique| clique.iter().all(apart));
        let number = known.unwrap_or_else(|| {
            cliques.push(Vec::new());
            cliques.len() - 1
        });
        cliques[number].push(at);
    }
    for (number, clique) in cliques.iter().enumerate() {
        for at in clique {
            takers[*at].clique = Some(number);
        }
    }
}

fn leaders(pool: &Pool, offers: &[&Offer], room: impl Fn(usize) -> usize) -> Leaders {
    let mut starters: Vec<usize> = offers.iter().flat_map(|offer| offer.leaders.iter().copied()).collect();
    starters.sort_unstable();
    starters.dedup();
    let slot_of = |offer: &Offer| match offer.place {
        Place::Cell(cell) => Some(pool.cells[cell].slot),
        Place::Standing(_) => None,
    };
    let mut slots: Vec<usize> = offers.iter().filter_map(|offer| slot_of(offer)).collect();
    slots.sort_unstable();
    slots.dedup();
    let can = offers.iter().map(|offer| {
        let who = offer
            .leaders
            .iter()
            .filter_map(|one| starters.binary_search(one).ok())
            .collect();
        (
            who,
            slot_of(offer)
                .and_then(|slot| slots.binary_search(&slot).ok())
                .unwrap_or(0),
        )
    });
    let can = can.collect();
    let room = starters.iter().map(|one| room(*one)).collect();
    Leaders::new(can, starters, room)
}
