//! How good a proposal could be at most: prices on notes, and each site's best answer to them.
//!
//! "A note sits at most once" is given up for a price per note (Lagrangian relaxation; at the second and third level the
//! earlier levels' totals are priced as well). Under prices a site's best seats are a sort, and the best sites that can
//! all be led are chosen greedily, since they form a matroid (see `leaders`). *Any* prices that aren't negative give a
//! true bound, as do negative ones of notes that must have a seat (the bound then is one on answers that seat them); all
//! numbers are integers, in fractions of `Level::scale`, so that what is stated is exact.
//! One evaluation costs a sort of all wishes. Source: Geoffrion 1974; Fisher 1981.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use crate::leaders::Leaders;
use crate::problem::{Plan, Problem, Site};
use crate::table::Table;
use crate::weight::{Weight, whole};

/// Which of the three levels is bounded, and what the levels before it are fixed to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Level {
    pub number: LevelNumber,
    /// What prices are fractions of.
    pub scale: i64,
    /// The proven totals of the levels before; others are ignored.
    pub fixed: Weight,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LevelNumber {
    Value,
    Waiting,
    Ease,
}

impl LevelNumber {
    /// This level's part of a weight; more is better.
    pub(crate) fn of(self, weight: Weight) -> i64 {
        match self {
            Self::Value => weight.value,
            Self::Waiting => weight.waiting,
            Self::Ease => weight.ease,
        }
    }
}

/// Prices in fractions of the level's scale.
#[derive(Clone, Debug)]
pub(crate) struct Prices {
    /// Of each note's seat; never negative, but for notes that must have one.
    pub notes: Vec<i64>,
    /// Of a unit of value; never negative. The scale itself at the first level.
    pub value: i64,
    /// Of a waiting day; never negative. The scale itself at the second level.
    pub waiting: i64,
}

/// Plans from `floor` to `ceil`, site by site, with `least` to `most` new groups in all and a seat for each note of `must`.
#[derive(Clone, Debug)]
pub(crate) struct Range {
    pub floor: Plan,
    pub ceil: Plan,
    pub least: usize,
    pub most: usize,
    /// By note.
    pub must: Vec<bool>,
}

impl Range {
    /// All plans of a problem.
    pub(crate) fn of(problem: &Problem<'_>) -> Self {
        Self {
            floor: problem
                .sites
                .iter()
                .map(|site| usize::from(site.is_standing()))
                .collect(),
            ceil: problem.sites.iter().map(Site::most).collect(),
            least: 0,
            most: problem.notes.len() / problem.rules().min_size,
            must: vec![false; problem.notes.len()],
        }
    }

    /// Marks the notes without whose seat nothing of interest is left, `slack` being how far the bound under these prices
    /// is above what is of interest: the price of a note without a seat could be 0, and the bound would fall by it.
    pub(crate) fn require(&mut self, prices: &Prices, slack: i64) {
        for (must, price) in self.must.iter_mut().zip(&prices.notes) {
            *must |= *price > slack;
        }
    }

    pub(crate) fn is_one(&self) -> bool {
        self.floor == self.ceil
    }
}

/// How far a priced answer breaks what was given up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Excess {
    /// How often each note was seated, less one.
    pub notes: Vec<i64>,
    /// Totals less what they are fixed to.
    pub totals: Weight,
}

/// A worth that no plan may have.
const NEVER: i64 = i64::MIN / 4;

/// The priced sites of a problem. `price` first, then `best_plan` as often as needed.
#[derive(Debug)]
pub(crate) struct Oracle<'p> {
    problem: &'p Problem<'p>,
    leaders: Leaders,
    level: Level,
    /// For each site its takers by what they bring after prices, best first.
    ranked: Vec<Vec<(i64, usize)>>,
    /// For each site the worth of no, one, two, … groups after prices.
    worth: Vec<Vec<i64>>,
    /// What doesn't depend on the plan.
    constant: i64,
    value: i64,
    steps: Vec<(i64, usize)>,
}

impl<'p> Oracle<'p> {
    pub(crate) fn new(problem: &'p Problem<'p>, level: Level) -> Self {
        Self {
            problem,
            leaders: problem.leaders.clone(),
            level,
            ranked: problem
                .sites
                .iter()
                .map(|site| (0..site.takers.len()).map(|taker| (0, taker)).collect())
                .collect(),
            worth: problem.sites.iter().map(|site| vec![0; site.most() + 1]).collect(),
            constant: 0,
            value: 0,
            steps: Vec::new(),
        }
    }

    /// Lets every site find its best seats under these prices, for as many groups as the range allows.
    pub(crate) fn price(&mut self, prices: &Prices, range: &Range) {
        let Level { number, scale, fixed } = self.level;
        let ease = if number == LevelNumber::Ease { scale } else { 0 };
        self.value = prices.value;
        self.constant = prices.notes.iter().sum();
        if number > LevelNumber::Value {
            self.constant -= prices.value * fixed.value;
        }
        if number > LevelNumber::Waiting {
            self.constant -= prices.waiting * fixed.waiting;
        }
        for (at, site) in self.problem.sites.iter().enumerate() {
            if range.ceil[at] == 0 {
                continue;
            }
            for (net, taker) in &mut self.ranked[at] {
                let taker = &site.takers[*taker];
                *net = prices.waiting * taker.waiting - ease * taker.rank - prices.notes[taker.note];
            }
            // Sites start at different takers among equals, so that they don't all choose the same.
            let turn = |taker: usize| (taker + at * 5) % site.takers.len();
            self.ranked[at].sort_unstable_by(|one, other| other.0.cmp(&one.0).then(turn(one.1).cmp(&turn(other.1))));
            for groups in range.floor[at].max(1)..=range.ceil[at] {
                let table = &site.tables[groups - 1];
                self.worth[at][groups] = best_load(site, table, groups, prices.value, &self.ranked[at]).0;
            }
        }
    }

    /// The best plan of a range (not wider than the one priced) and its bound, in fractions of the scale; `None` if no
    /// plan in it can be led.
    pub(crate) fn best_plan(&mut self, range: &Range) -> Option<(i64, Plan)> {
        let mut plan = range.floor.clone();
        let mut total = self.constant;
        let mut groups = 0;
        self.leaders.clear();
        self.steps.clear();
        for (at, site) in self.problem.sites.iter().enumerate() {
            let (floor, ceil) = (range.floor[at], range.ceil[at]);
            if floor > 0 {
                if self.worth[at][floor] <= NEVER || (!site.is_standing() && !(0..floor).all(|_| self.leaders.add(at)))
                {
                    return None;
                }
                total += self.worth[at][floor];
                groups += if site.is_standing() { 0 } else { floor };
            }
            if floor < ceil {
                push_steps(&mut self.steps, at, &self.worth[at][floor..=ceil]);
            }
        }
        self.steps
            .sort_unstable_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
        for (gain, at) in &self.steps {
            if groups >= range.most || (*gain <= 0 && groups >= range.least) {
                break;
            }
            if self.leaders.add(*at) {
                total += gain;
                plan[*at] += 1;
                groups += 1;
            }
        }
        (range.least..=range.most).contains(&groups).then_some((total, plan))
    }

    /// Days this note has waited.
    pub(crate) fn waiting(&self, note: usize) -> i64 {
        self.problem.seats[note].first().map_or(0, |seat| seat.weight.waiting)
    }

    /// How far the priced answer to this plan breaks what was given up.
    pub(crate) fn excess(&self, plan: &Plan) -> Excess {
        let mut notes = vec![-1; self.problem.notes.len()];
        let mut totals = Weight::default() - self.level.fixed;
        for (at, site) in self.problem.sites.iter().enumerate() {
            let Some(table) = plan[at].checked_sub(1).map(|before| &site.tables[before]) else {
                continue;
            };
            let (_, load) = best_load(site, table, plan[at], self.value, &self.ranked[at]);
            totals.value += if load == 0 { 0 } else { table.at(load) };
            for (_, taker) in eligible(site, plan[at], &self.ranked[at]).take(load) {
                notes[taker.note] += 1;
                totals += Weight::seat(taker.waiting, taker.rank);
            }
        }
        Excess { notes, totals }
    }
}

/// The takers in order, but of those who are all apart from each other at most one per group.
fn eligible<'s>(
    site: &'s Site,
    groups: usize,
    ranked: &'s [(i64, usize)],
) -> impl Iterator<Item = (i64, &'s crate::problem::Taker)> {
    let mut used: Vec<usize> = Vec::new();
    ranked
        .iter()
        .map(|(net, taker)| (*net, &site.takers[*taker]))
        .filter(move |(_, taker)| {
            taker.clique.is_none_or(|clique| {
                let before = used.iter().filter(|other| **other == clique).count();
                used.push(clique);
                before < groups
            })
        })
}

/// The best worth after prices and its number of seats.
fn best_load(site: &Site, table: &Table, groups: usize, value: i64, ranked: &[(i64, usize)]) -> (i64, usize) {
    let mut best = (NEVER, 0);
    if table.least == 0 {
        best = (table.at(0) * value, 0);
    }
    let mut sum = 0;
    for (before, (net, _)) in eligible(site, groups, ranked).take(table.most()).enumerate() {
        sum += net;
        let load = before + 1;
        if load >= table.least {
            let worth = table.at(load) * value + sum;
            if worth > best.0 {
                best = (worth, load);
            }
        }
    }
    best
}

/// What each further group brings, as steps that never rise and whose sums are nowhere below the worth.
fn push_steps(steps: &mut Vec<(i64, usize)>, site: usize, worth: &[i64]) {
    let mut from = 0;
    while from + 1 < worth.len() {
        let slope = |to: usize| (i128::from(worth[to] - worth[from]), i128::from(whole(to - from)));
        let steeper = |one: &usize, other: &usize| {
            let ((up, run), (other_up, other_run)) = (slope(*one), slope(*other));
            (up * other_run).cmp(&(other_up * run))
        };
        let Some(to) = (from + 1..worth.len()).max_by(steeper) else {
            return;
        };
        let (up, run) = (worth[to] - worth[from], whole(to - from));
        let step = up.div_euclid(run) + i64::from(up.rem_euclid(run) != 0);
        steps.extend(std::iter::repeat_n((step, site), to - from));
        from = to;
    }
}

#[cfg(test)]
mod tests {
    use super::{Level, LevelNumber, Oracle, Prices, Range, push_steps};
    use crate::component::parts;
    use crate::tests::pools::{Dice, Sketch, Town, town};
    use crate::weight::Weight;
    use crate::{Limits, assemble};

    const SCALE: i64 = 1 << 10;

    /// The bound of the one part of this town with these prices of notes, in fractions of the scale.
    fn bound(town: &Town, number: LevelNumber, fixed: Weight, price: impl FnMut(usize) -> i64) -> i64 {
        let pool = town.pool();
        let [problem] = &parts(&pool)[..] else {
            panic!("one part")
        };
        let level = Level {
            number,
            scale: SCALE,
            fixed,
        };
        let mut oracle = Oracle::new(problem, level);
        let prices = Prices {
            notes: (0..problem.notes.len()).map(price).collect(),
            value: if number == LevelNumber::Value { SCALE } else { 3 },
            waiting: if number == LevelNumber::Waiting { SCALE } else { 0 },
        };
        let range = Range::of(problem);
        oracle.price(&prices, &range);
        oracle.best_plan(&range).unwrap().0
    }

    fn crowd() -> Town {
        let sketch = Sketch {
            notes: 40,
            cells: 9,
            starters: 4,
            wishes: 9,
            apart: 0,
            standing: 0,
            days: 50,
            expecting: true,
        };
        town(sketch, 1)
    }

    #[test]
    fn no_prices_state_less_than_there_is() {
        let best = assemble(&crowd().pool(), Limits::default()).objective;
        let fixed = Weight::value(best.value.achieved);
        let mut dice = Dice(5);
        for _ in 0..200 {
            let dearest = 1 + dice.below(1500 << 10);
            let value = bound(&crowd(), LevelNumber::Value, fixed, |_| i64::from(dice.number(dearest)));
            assert!(value >= best.value.achieved * SCALE);
            let waiting = bound(&crowd(), LevelNumber::Waiting, fixed, |_| {
                i64::from(dice.number(dearest))
            });
            assert!(waiting >= best.waiting.achieved * SCALE);
        }
    }

    #[test]
    fn free_seats_are_worth_full_groups_for_all_who_can_lead() {
        let town = Town::new()
            .cell("a", "mon", 1)
            .cell("b", "mon", 1)
            .starter("f", 2, &["a", "b"])
            .notes("n", 20, 0, &["a", "b"]);
        assert_eq!(bound(&town, LevelNumber::Value, Weight::default(), |_| 0), 8 * SCALE);
        assert_eq!(
            bound(&town, LevelNumber::Value, Weight::default(), |_| SCALE),
            20 * SCALE
        );
    }

    #[test]
    fn steps_never_rise_nor_fall_short_of_the_worth() {
        let mut dice = Dice(2);
        for _ in 0..100 {
            let worth: Vec<i64> = (0..=dice.below(5)).map(|_| i64::from(dice.number(50)) - 20).collect();
            let mut steps = Vec::new();
            push_steps(&mut steps, 0, &worth);
            assert_eq!(steps.len() + 1, worth.len());
            assert!(steps.windows(2).all(|pair| pair[0].0 >= pair[1].0), "{worth:?}");
            let mut sum = worth[0];
            for ((step, _), worth) in steps.iter().zip(&worth[1..]) {
                sum += step;
                assert!(sum >= *worth);
            }
        }
    }
}
