//! One part of a pool that shares nothing with the rest, in the form the search works on.
//!
//! A *site* is a place to sit: a cell with its parallel new groups, or a standing group with open seats. A *plan* says how
//! many groups each site opens (a standing group is always open); an *answer* also says who sits where.

use crate::leaders::Leaders;
use crate::pool::{Pool, Rules};
use crate::table::Table;
use crate::weight::Weight;

/// How many groups each site opens.
pub(crate) type Plan = Vec<usize>;

#[derive(Clone, Debug)]
pub(crate) struct Problem<'a> {
    pub pool: &'a Pool,
    /// Positions in the pool.
    pub notes: Vec<usize>,
    pub sites: Vec<Site>,
    /// For each note where it can sit, ascending by site.
    pub seats: Vec<Vec<Seat>>,
    /// Who could lead what, nothing taken yet; by site.
    pub leaders: Leaders,
}

#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub place: Place,
    /// Tables of one, two, … groups; a standing group has one.
    pub tables: Vec<Table>,
    pub takers: Vec<Taker>,
    /// Whether some of them are apart.
    pub has_cliques: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// New groups in this cell of the pool.
    Cell(usize),
    /// This standing group of the pool.
    Standing(usize),
}

/// A note that can sit at a site.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taker {
    pub note: usize,
    pub waiting: i64,
    pub rank: i64,
    /// What a seat costs in value: what it is worth to the rest of a pool that this is a district of.
    pub toll: i64,
    /// Takers with the same number are all apart from each other.
    pub clique: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Seat {
    pub site: usize,
    pub weight: Weight,
}

/// A set of groups that keeps every rule, and what it is good for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Answer {
    pub weight: Weight,
    /// Site and members, the latter ascending; standing groups without new members are left out.
    pub groups: Vec<(usize, Vec<usize>)>,
}

impl Problem<'_> {
    pub(crate) fn rules(&self) -> &Rules {
        &self.pool.rules
    }

    pub(crate) fn are_apart(&self, one: usize, other: usize) -> bool {
        match (self.notes.get(one), self.notes.get(other)) {
            (Some(one), Some(other)) => self.pool.are_apart(*one, *other),
            _ => false,
        }
    }

    /// Totals that no answer exceeds, in size.
    pub(crate) fn greatest(&self) -> Weight {
        let tables = self.sites.iter().flat_map(|site| &site.tables);
        let value: i64 = tables
            .map(|table| table.worth.iter().map(|worth| worth.abs()).max().unwrap_or(0))
            .sum();
        let notes = self.seats.iter().map(|seats| {
            let weights = || seats.iter().map(|seat| seat.weight);
            Weight {
                fit: 0,
                value: weights().map(|weight| weight.value.abs()).max().unwrap_or(0),
                waiting: weights().map(|weight| weight.waiting).max().unwrap_or(0),
                ease: weights().map(|weight| weight.ease).min().unwrap_or(0),
            }
        });
        notes.sum::<Weight>() + Weight::value(value)
    }

    /// The number of looks one pass over all wishes takes.
    pub(crate) fn size(&self) -> usize {
        self.sites.iter().map(|site| site.takers.len() + 4).sum::<usize>() + self.notes.len()
    }

    /// The same with another toll for each note.
    pub(crate) fn at_tolls(&self, tolls: &[i64]) -> Self {
        let mut dear = self.clone();
        for taker in dear.sites.iter_mut().flat_map(|site| &mut site.takers) {
            taker.toll = tolls.get(taker.note).copied().unwrap_or(0);
        }
        for (seats, toll) in dear.seats.iter_mut().zip(tolls) {
            for seat in seats {
                seat.weight.value = -toll;
            }
        }
        dear
    }

    /// What a note's seat costs.
    pub(crate) fn toll(&self, note: usize) -> i64 {
        let seat = self.seats.get(note).and_then(|seats| seats.first());
        seat.map_or(0, |seat| -seat.weight.value)
    }

    pub(crate) fn rank(&self, site: usize, note: usize) -> Option<Weight> {
        let seats = self.seats.get(note)?;
        let at = seats.binary_search_by_key(&site, |seat| seat.site).ok()?;
        seats.get(at).map(|seat| seat.weight)
    }

    /// The plan an answer follows.
    pub(crate) fn plan_of(&self, answer: &Answer) -> Plan {
        let mut plan: Plan = self.sites.iter().map(|site| usize::from(site.is_standing())).collect();
        for (site, _) in &answer.groups {
            if self.sites.get(*site).is_some_and(|site| !site.is_standing()) {
                plan.get_mut(*site).into_iter().for_each(|groups| *groups += 1);
            }
        }
        plan
    }

    /// What these groups are good for.
    pub(crate) fn weigh(&self, groups: &[(usize, Vec<usize>)]) -> Weight {
        let mut sum = Weight::default();
        for (at, members) in groups {
            let table = self.sites.get(*at).and_then(|site| site.tables.first());
            sum += Weight::value(table.map_or(0, |table| table.at(members.len())));
            sum += members.iter().filter_map(|note| self.rank(*at, *note)).sum();
        }
        sum
    }
}

impl Taker {
    /// What a seat brings, apart from the group's worth.
    pub(crate) fn weight(&self) -> Weight {
        Weight::seat(self.waiting, self.rank) - Weight::value(self.toll)
    }
}

impl Site {
    pub(crate) fn is_standing(&self) -> bool {
        matches!(self.place, Place::Standing(_))
    }

    /// Most groups this site can open.
    pub(crate) fn most(&self) -> usize {
        self.tables.len()
    }
}
