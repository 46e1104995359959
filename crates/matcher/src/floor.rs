//! Who sits where while groups open and close: seats are handed on along chains, and all of it can be taken back.
//!
//! A group that opens pulls people in. Whoever leaves another group for it may be replaced there by a third, and so on, to
//! somebody without a seat or to the group that one less costs least. Whom a closed group leaves without a seat is passed
//! on to a group that can still grow, along chains too. Chains are found breadth first over sites, with one look at each
//! wish on the way; where nobody without a seat can be reached is remembered until somebody leaves. Who is apart never comes
//! to the same site. Source: augmenting paths (Berge 1957).

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

mod chains;

use rand::{RngExt as _, rngs::ChaCha8Rng};

use chains::Reach;

use crate::leaders::Leaders;
use crate::problem::{Answer, Plan, Problem, Seat, Site};
use crate::small::Small;
use crate::split::split;
use crate::table::{Table, best_sizes};
use crate::weight::whole;

/// So many ways of sizes are tried where people of a site are apart.
const WAYS: usize = 60;

pub(crate) struct Floor<'p> {
    problem: &'p Problem<'p>,
    leaders: Leaders,
    /// By site who wants it, and by note what it wants, close together: they are looked through again and again.
    takers: Vec<Vec<Small>>,
    wants: Vec<Vec<Small>>,
    /// How many groups each site has. A standing group is always there.
    plan: Plan,
    /// By site who sits there, and by note where it sits and at which position there. Whoever has no seat is `nowhere`,
    /// one site beyond the last.
    inside: Vec<Vec<usize>>,
    seat: Vec<Small>,
    position: Vec<usize>,
    nowhere: usize,
    /// By site whether some of its takers are apart, and what its groups are worth.
    has_cliques: Vec<bool>,
    worth: Vec<Worth>,
    value: i64,
    changes: Vec<Change>,
    /// The sites that the search under way has reached, how it came there, and in which order.
    is_reached: Vec<bool>,
    reached: Vec<Reach>,
    queue: Vec<usize>,
    /// Sites that bear the number of this drought have takers who all sit at such sites: nobody without a seat can be pulled
    /// there.
    dry: Vec<usize>,
    drought: usize,
    /// The least that one seat less can cost anywhere.
    cheapest: i64,
    looks: usize,
}

/// What was done, to be taken back.
#[derive(Clone, Copy, Debug)]
enum Change {
    Opened(usize),
    Closed(usize),
    /// A note, and where it sat before.
    Moved(usize, usize),
}

/// What the groups of a site are worth with those who sit there.
#[derive(Clone, Copy, Debug, Default)]
struct Worth {
    /// Nothing as long as too few sit there.
    now: i64,
    /// What one more brings, if there is a seat. As long as they are too few, anybody is worth anything.
    gain: Option<i64>,
    /// What one less costs, if there may be one less.
    loss: Option<i64>,
}

impl Worth {
    fn of(table: &Table, load: usize) -> Self {
        if load < table.least {
            return Self {
                gain: Some(i64::MAX),
                ..Self::default()
            };
        }
        // A site that a group has just opened or closed at may hold more than its table for a moment.
        let at = |load: usize| table.at(load.min(table.most()));
        Self {
            now: at(load),
            gain: (load < table.most()).then(|| at(load + 1) - at(load)),
            loss: (load > table.least).then(|| at(load) - at(load - 1)),
        }
    }
}

impl<'p> Floor<'p> {
    /// As an answer has it.
    pub(crate) fn new(problem: &'p Problem<'p>, answer: &Answer) -> Self {
        let (sites, notes) = (problem.sites.len(), problem.notes.len());
        let takers = |site: &Site| site.takers.iter().map(|taker| Small::of(taker.note)).collect();
        let wants = |seats: &Vec<Seat>| seats.iter().map(|seat| Small::of(seat.site)).collect();
        let mut inside = vec![Vec::new(); sites];
        inside.push((0..notes).collect());
        let mut floor = Self {
            problem,
            leaders: problem.leaders.clone(),
            takers: problem.sites.iter().map(takers).collect(),
            wants: problem.seats.iter().map(wants).collect(),
            plan: problem.plan_of(&Answer::default()),
            inside,
            seat: vec![Small::of(sites); notes],
            position: (0..notes).collect(),
            nowhere: sites,
            has_cliques: problem.sites.iter().map(|site| site.has_cliques).collect(),
            worth: vec![Worth::default(); sites + 1],
            value: 0,
            changes: Vec::new(),
            is_reached: vec![false; sites + 1],
            reached: vec![Reach::Start; sites + 1],
            queue: Vec::new(),
            dry: vec![0; sites + 1],
            drought: 1,
            cheapest: cheapest(problem),
            looks: 0,
        };
        for (site, members) in &answer.groups {
            if problem.sites[*site].is_standing() || floor.leaders.add(*site) {
                floor.plan[*site] += usize::from(!problem.sites[*site].is_standing());
                for note in members {
                    floor.put(*note, *site);
                }
            }
        }
        (0..sites).for_each(|site| floor.weigh(site));
        floor
    }

    /// The groups that are there. A site where people are apart and can't be told into groups is left out.
    pub(crate) fn answer(&self) -> Answer {
        let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
        let taken = self.inside[..self.nowhere].iter().enumerate();
        for (site, members) in taken.filter(|(_, members)| !members.is_empty()) {
            if self.problem.sites[site].is_standing() {
                groups.push((site, members.clone()));
            } else {
                let ways = best_sizes(self.problem.rules(), self.plan[site], members.len(), WAYS);
                let told = ways.iter().find_map(|sizes| split(self.problem, members, sizes));
                groups.extend(told.into_iter().flatten().map(|members| (site, members)));
            }
        }
        for (_, members) in &mut groups {
            members.sort_unstable();
        }
        groups.sort();
        Answer {
            weight: self.problem.weigh(&groups),
            groups,
        }
    }

    /// Total worth of the groups.
    pub(crate) fn value(&self) -> i64 {
        self.value
    }

    /// How many looks there were since this was asked last.
    pub(crate) fn looks(&mut self) -> usize {
        std::mem::take(&mut self.looks)
    }

    /// Whether a group here could be closed.
    pub(crate) fn can_close(&self, site: usize) -> bool {
        self.plan[site] > 0 && !self.problem.sites[site].is_standing()
    }

    /// From here on changes can be taken back.
    pub(crate) fn keep(&mut self) {
        self.changes.clear();
    }

    /// Takes back all changes but so many.
    pub(crate) fn take_back(&mut self, kept: usize) {
        while self.changes.len() > kept {
            match self.changes.pop() {
                Some(Change::Opened(site)) => {
                    self.leaders.remove(site);
                    self.set_plan(site, self.plan[site] - 1);
                }
                Some(Change::Closed(site)) => {
                    let is_led = self.leaders.add(site);
                    debug_assert!(is_led, "as it was led before");
                    self.set_plan(site, self.plan[site] + 1);
                }
                Some(Change::Moved(note, to)) => self.put(note, to),
                None => {}
            }
        }
    }

    /// Opens one more group here and fills it, if there is room, somebody can lead it and all are worth more then.
    pub(crate) fn try_open(&mut self, site: usize) {
        let (kept, before) = (self.changes.len(), self.value);
        if self.plan[site] == self.problem.sites[site].most() || self.is_hopeless(site) || !self.leaders.add(site) {
            return;
        }
        self.set_plan(site, self.plan[site] + 1);
        self.changes.push(Change::Opened(site));
        while self.pull(site) {}
        if self.value <= before || self.worth[site].gain == Some(i64::MAX) {
            self.take_back(kept);
        }
    }

    /// Closes a group here, which there must be. Tells who has no seat any more.
    pub(crate) fn close(&mut self, site: usize, dice: &mut ChaCha8Rng) -> Vec<usize> {
        let share = self.inside[site].len() / self.plan[site];
        self.leaders.remove(site);
        self.set_plan(site, self.plan[site] - 1);
        self.changes.push(Change::Closed(site));
        let most = self.table(site).map_or(0, Table::most);
        let stay = (self.inside[site].len() - share).min(most);
        let mut left = Vec::new();
        while self.inside[site].len() > stay {
            let note = self.inside[site][dice.random_range(0..self.inside[site].len())];
            self.seat(note, self.nowhere);
            left.push(note);
        }
        left
    }

    /// Seats as many of these as can be, one after the other, wherever that is worth it.
    pub(crate) fn pass_on(&mut self, notes: impl IntoIterator<Item = usize>) {
        let mut full = vec![false; self.plan.len()];
        for note in notes {
            if self.seat[note].get() == self.nowhere {
                self.pass_on_one(note, &mut full);
            }
        }
    }

    /// Whether a further group here would cost others more than it can be worth.
    fn is_hopeless(&self, site: usize) -> bool {
        let load = self.inside[site].len();
        let table = &self.problem.sites[site].tables[self.plan[site]];
        let costs = |seats: usize| self.cheapest * whole(seats.saturating_sub(load));
        let most = (table.least..=table.most())
            .map(|seats| table.at(seats) - costs(seats))
            .max();
        self.is_dry(site) && most.is_none_or(|most| most <= self.worth[site].now)
    }

    fn is_dry(&self, site: usize) -> bool {
        self.dry[site] == self.drought
    }

    fn set_plan(&mut self, site: usize, groups: usize) {
        self.plan[site] = groups;
        self.weigh(site);
    }

    fn table(&self, site: usize) -> Option<&'p Table> {
        let before = self.plan.get(site)?.checked_sub(1)?;
        Some(&self.problem.sites[site].tables[before])
    }

    /// Tells anew what a site is worth.
    fn weigh(&mut self, site: usize) {
        let load = self.inside[site].len();
        let worth = self
            .table(site)
            .map_or(Worth::default(), |table| Worth::of(table, load));
        self.value += worth.now - self.worth[site].now;
        self.worth[site] = worth;
    }

    /// Whether nobody who sits there is apart from this note.
    fn is_welcome(&self, note: usize, site: usize) -> bool {
        let mut there = self.inside[site].iter();
        !self.has_cliques[site] || there.all(|other| !self.problem.are_apart(note, *other))
    }

    fn seat(&mut self, note: usize, to: usize) {
        self.changes.push(Change::Moved(note, self.seat[note].get()));
        self.put(note, to);
    }

    fn put(&mut self, note: usize, to: usize) {
        let from = self.seat[note].get();
        if self.is_dry(from) && !self.is_dry(to) {
            self.drought += 1;
        }
        let at = self.position[note];
        self.inside[from].swap_remove(at);
        if let Some(other) = self.inside[from].get(at) {
            self.position[*other] = at;
        }
        self.seat[note] = Small::of(to);
        self.position[note] = self.inside[to].len();
        self.inside[to].push(note);
        self.weigh(from);
        self.weigh(to);
    }
}

/// The least that one seat less can cost.
fn cheapest(problem: &Problem<'_>) -> i64 {
    let tables = problem.sites.iter().flat_map(|site| &site.tables);
    let steps = tables.flat_map(|table| table.worth.windows(2).map(|pair| pair[1] - pair[0]));
    steps.min().unwrap_or(0)
}
