//! Proves one level: a tree over how many groups each site opens.
//!
//! A node is a range of plans. A look into it (see `look`) gives a bound, and cuts it in two if it may still hold something
//! better. Of the ranges with nearly the highest bound the newest come next, so that the search goes down before it goes
//! wide. Some are looked into at a time, all with what was known before, and what they found is put together in their order:
//! how many threads there are changes nothing. Ends with a proof, or with the budget and the highest bound that was left
//! open.
//!
//! Ranges that can hold an answer as good as the best, but no better one, are set aside: the next level begins there, since
//! nothing outside of them is as good at this one.

mod near;

use std::sync::Arc;

use crate::bound::{Level, LevelNumber, Prices, Range};
use crate::branch::Past;
use crate::cut::Cut;
use crate::dive;
use crate::goal::Goal;
use crate::knowledge::Knowledge;
use crate::limits::{Budget, share_out};
use crate::look::{Found, Ground, Look, Node, Rounds, View};
use crate::oracle::Oracle;
use crate::problem::Problem;
use crate::sets;

/// Rounds of cuts in a sketch.
const SKETCH: Rounds = (8, 1);
/// Ranges that are looked into at a time.
const AT_ONCE: usize = 2;
/// Looks 1, 2, 4, … dive, each so many times as late as the one before.
const DIVES: u64 = 2;
/// Which part of what is open between the best answer and the bound is nearly the bound.
const NEARLY: i64 = 8;

struct Search<'p, 'b> {
    problem: &'p Problem<'p>,
    level: Level,
    oracle: Oracle<'p>,
    known: &'b mut Knowledge,
    budget: &'b mut Budget,
    past: Past,
    sets: Vec<Arc<[usize]>>,
    open: Vec<Node>,
    aside: Vec<(Range, i64)>,
    looked: u64,
    /// The look that dives next.
    next_dive: u64,
}

/// What some looks left to do.
#[derive(Default)]
struct Rest {
    open: Vec<Node>,
    aside: Vec<(Range, i64)>,
    /// How many groups each site opens in the last relaxation, in thousandths; empty if there was none.
    share: Vec<i64>,
}

/// Improves what is known until no plan is better at this level. Returns the proven bound of the level (its own total if
/// it was proven best, `i64::MAX` if the budget ended before there was any).
pub(crate) fn prove(problem: &Problem<'_>, number: LevelNumber, known: &mut Knowledge, budget: &mut Budget) -> i64 {
    let mut search = Search::new(problem, number, known, budget);
    let bound = search.run();
    let least = search.goal().least(search.known.best.weight);
    let aside = std::mem::take(&mut search.aside).into_iter();
    search.known.ranges = aside
        .filter(|(_, bound)| *bound >= least)
        .map(|(range, _)| range)
        .collect();
    search.known.cuts = search.oracle.cuts().to_vec();
    bound
}

/// What a sketch is for. Most of its time is the dive's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sketch {
    /// Prices alone.
    Prices,
    /// Groups too, by one dive from the root.
    Groups,
}

/// Improves what is known of the value at the root. Returns good prices, those of the cuts in `known` included.
pub(crate) fn sketch(problem: &Problem<'_>, known: &mut Knowledge, sketch: Sketch, budget: &mut Budget) -> Prices {
    let level = Level::of(problem, LevelNumber::Value, known.best.weight);
    let start = no_prices(problem, level);
    if budget.is_spent() {
        return start;
    }
    let ground = Ground {
        problem,
        known,
        oracle: &Oracle::new(problem, level, &known.cuts),
        past: &Past::of(0),
        sets: &[],
        level,
    };
    let mut look = Look::new(ground, budget);
    let mut range = Range::of(problem);
    let view = look.settle(&mut range, &start, SKETCH);
    let dives = |view: &&View| sketch == Sketch::Groups && view.bound >= look.need();
    if let Some(view) = view.as_ref().filter(dives) {
        dive::dive(&mut look, &range, &view.prices);
    }
    let found = look.told();
    known.best = found.best;
    known.seated.extend(found.seated);
    known.cuts.extend(found.cuts);
    view.map_or(start, |view| view.prices)
}

/// Prices of nothing but the level's own total.
fn no_prices(problem: &Problem<'_>, level: Level) -> Prices {
    let own = |number: LevelNumber| if level.number == number { level.scale } else { 0 };
    Prices {
        notes: vec![0; problem.notes.len()],
        value: own(LevelNumber::Value),
        waiting: own(LevelNumber::Waiting),
        cuts: Vec::new(),
        sets: Vec::new(),
    }
}

impl<'p, 'b> Search<'p, 'b> {
    fn new(problem: &'p Problem<'p>, number: LevelNumber, known: &'b mut Knowledge, budget: &'b mut Budget) -> Self {
        let level = Level::of(problem, number, known.best.weight);
        let node = |range: Range| Node {
            range,
            prices: no_prices(problem, level),
            bound: i64::MAX,
            origin: None,
        };
        // Where the value was proven without sets, it takes longer to find out which of them matter than they save.
        let has_sets = known.ranges.iter().any(|range| !range.sets.is_empty());
        let sets = if number == LevelNumber::Value || has_sets {
            sets::of(problem)
        } else {
            Vec::new()
        };
        Self {
            problem,
            level,
            oracle: Oracle::new(problem, level, &known.cuts),
            open: std::mem::take(&mut known.ranges).into_iter().map(node).collect(),
            known,
            budget,
            past: Past::of(problem.sites.len() + sets.len() + 1),
            sets,
            aside: Vec::new(),
            looked: 0,
            next_dive: 1,
        }
    }

    fn goal(&self) -> Goal<'_> {
        Goal::new(self.level, self.known.attainable.as_ref())
    }

    fn run(&mut self) -> i64 {
        loop {
            let nodes = self.next();
            if nodes.is_empty() {
                break;
            }
            if self.budget.is_spent() {
                self.open.extend(nodes.into_iter().map(|(node, _)| node));
                break;
            }
            let dives = nodes.iter().any(|(_, dives)| *dives);
            let rest = self.look_into(&nodes);
            self.open.extend(rest.open);
            self.aside.extend(rest.aside);
            if dives {
                if self.looked == 1 && self.level.number == LevelNumber::Value {
                    self.rebuild_best();
                }
                self.search_near(&rest.share);
            }
        }
        match self.open.iter().map(|node| node.bound).max() {
            None => self.level.number.of(self.known.best.weight),
            Some(i64::MAX) => i64::MAX,
            Some(bound) => self.goal().stated(bound),
        }
    }

    /// The nodes to look into next, and whether to dive from each; none if no open range can hold anything better.
    fn next(&mut self) -> Vec<(Node, bool)> {
        let best = self.known.best.weight;
        let (least, need) = (self.goal().least(best), self.goal().need(best));
        let (open, done): (Vec<Node>, Vec<Node>) = std::mem::take(&mut self.open)
            .into_iter()
            .partition(|node| node.bound >= need);
        let done = done.into_iter().filter(|node| node.bound >= least);
        self.aside.extend(done.map(|node| (node.range, node.bound)));
        self.open = open;
        let mut nodes = Vec::new();
        while nodes.len() < AT_ONCE
            && let Some(top) = self.open.iter().map(|node| node.bound).max()
        {
            let nearly = if top == i64::MAX {
                top
            } else {
                top - (top - need) / NEARLY
            };
            let Some(newest) = self.open.iter().rposition(|node| node.bound >= nearly) else {
                break;
            };
            self.looked += 1;
            let dives = self.looked >= self.next_dive;
            if dives {
                self.next_dive *= DIVES;
            }
            nodes.push((self.open.remove(newest), dives));
        }
        nodes
    }

    /// Looks into some nodes side by side. Each may spend what is left: so a run that ends before its limits does not
    /// depend on them.
    fn look_into(&mut self, nodes: &[(Node, bool)]) -> Rest {
        let ground = Ground {
            problem: self.problem,
            known: self.known,
            oracle: &self.oracle,
            past: &self.past,
            sets: &self.sets,
            level: self.level,
        };
        let left = self.budget.left();
        let looks = share_out(
            nodes,
            self.budget,
            |_| left,
            |(node, dives), budget| Look::new(ground, budget).at(node, *dives),
        );
        let known = self.oracle.cuts().len();
        let mut rest = Rest::default();
        for found in looks {
            self.put_together(found, known, &mut rest);
        }
        rest
    }

    /// Takes up what a look found, which began with so many cuts.
    fn put_together(&mut self, found: Found, known: usize, rest: &mut Rest) {
        if found.best.weight > self.known.best.weight {
            self.known.best = found.best;
        }
        self.known.seated.extend(found.seated);
        self.known.tried.extend(found.tried);
        for (origin, bound) in found.falls {
            self.past.record(origin, bound);
        }
        let places: Vec<usize> = found.cuts.into_iter().map(|cut| self.place_of(cut)).collect();
        for mut node in found.open {
            let later = node.prices.cuts.split_off(known.min(node.prices.cuts.len()));
            for (place, price) in places.iter().zip(later) {
                node.prices.cuts.resize(node.prices.cuts.len().max(place + 1), 0);
                if let Some(own) = node.prices.cuts.get_mut(*place) {
                    *own = price;
                }
            }
            rest.open.push(node);
        }
        rest.aside.extend(found.aside);
        rest.share = found.share;
    }

    /// Where a cut stands among those that are known, from now on if not before.
    fn place_of(&mut self, cut: Arc<Cut>) -> usize {
        self.oracle.place_of(&cut).unwrap_or_else(|| {
            self.oracle.add(cut);
            self.oracle.cuts().len() - 1
        })
    }
}
