//! From a pool to a proposal: part by part, level by level.
//!
//! Every part starts with a plain greedy answer; then value, waiting and ranks are proven one after another (see
//! `search`), each with the totals before it fixed. Totals and bounds of the parts add up. A level that the limits left
//! open leaves the levels after it without a bound.

use crate::bound::LevelNumber;
use crate::component::parts;
use crate::greedy::first_answer;
use crate::knowledge::Knowledge;
use crate::limits::{Budget, Limits};
use crate::pool::Pool;
use crate::problem::{Answer, Place, Problem};
use crate::proposal::{Effort, FilledGroup, Objective, Proposal, ProposedGroup, Total};
use crate::regional::Grain;
use crate::search::prove;
use crate::weight::Weight;
use crate::{reasons, regional};

/// Proposes groups for a pool: the greatest value; with it the most waiting days; with both the least sum of ranks.
///
/// The result depends on the set of entries in the pool and on the steps of the limits, on nothing else, unless the caller
/// ends the run (see [`crate::Watch`]). A contact point's pool (some
/// sixty notes) is solved to proof; where the limits end a search first, the bounds tell how much is left to gain.
#[must_use]
pub fn assemble(pool: &Pool, limits: &Limits) -> Proposal {
    assemble_by(pool, limits, Grain::default())
}

/// The same, with large parts cut in another way.
pub(crate) fn assemble_by(pool: &Pool, limits: &Limits, grain: Grain) -> Proposal {
    let mut seats = Seats::default();
    let mut sum = Sum::default();
    let mut efforts = Vec::new();
    each_part(pool, limits, |part, budget| {
        let share = budget.left();
        let (answer, bounds) = solve(part, grain, budget);
        efforts.push(Effort {
            steps: share - budget.left(),
            is_complete: budget.left() > 0 && is_proven(answer.weight, bounds),
            seated: answer.groups.iter().map(|(_, members)| members.len()).sum(),
        });
        sum.add(answer.weight, bounds);
        seats.add(part, &answer);
        limits.watch.part_done();
    });
    Proposal {
        efforts,
        ..seats.into_proposal(pool, sum.objective())
    }
}

/// Goes through a pool's parts in their order, each with its share of the steps that are left.
pub(crate) fn each_part(pool: &Pool, limits: &Limits, mut work: impl FnMut(&Problem<'_>, &mut Budget)) {
    let mut steps = limits.steps;
    let parts = parts(pool);
    limits.watch.begin(parts.len());
    let mut sizes: u64 = parts.iter().map(weight_of).sum();
    for part in &parts {
        let share = u128::from(steps) * u128::from(weight_of(part)) / u128::from(sizes.max(1));
        let share = u64::try_from(share).unwrap_or(steps);
        let mut budget = Budget::new(share, limits);
        work(part, &mut budget);
        steps -= share - budget.left();
        sizes -= weight_of(part);
    }
}

/// Whether all levels of an answer meet their bounds.
fn is_proven(weight: Weight, bounds: [Option<i64>; 3]) -> bool {
    let totals = [weight.value, weight.waiting, weight.ease];
    totals.iter().zip(bounds).all(|(total, bound)| bound == Some(*total))
}

fn weight_of(part: &Problem<'_>) -> u64 {
    u64::try_from(part.size()).unwrap_or(u64::MAX)
}

/// The best answer found and, for each level, a bound if there is one.
pub(crate) fn solve(problem: &Problem<'_>, grain: Grain, budget: &mut Budget) -> (Answer, [Option<i64>; 3]) {
    if problem.size() > grain.large {
        let (answer, bound) = regional::solve(problem, grain, budget);
        return (answer, [Some(bound), None, None]);
    }
    let mut known = Knowledge::of(problem, first_answer(problem), budget);
    let mut bounds = [None; 3];
    for (bound, level) in bounds
        .iter_mut()
        .zip([LevelNumber::Value, LevelNumber::Waiting, LevelNumber::Ease])
    {
        let proven = prove(problem, level, &mut known, budget);
        *bound = (proven != i64::MAX).then_some(proven);
        if proven != level.of(known.best.weight) {
            break;
        }
    }
    (known.best, bounds)
}

/// Totals of the parts so far.
#[derive(Default)]
struct Sum {
    weight: Weight,
    bounds: [Bound; 3],
}

/// The sum of bounds as long as all parts have one.
#[derive(Clone, Copy)]
struct Bound(Option<i64>);

impl Default for Bound {
    fn default() -> Self {
        Self(Some(0))
    }
}

impl Sum {
    fn add(&mut self, weight: Weight, bounds: [Option<i64>; 3]) {
        self.weight += weight;
        for (sum, bound) in self.bounds.iter_mut().zip(bounds) {
            sum.0 = sum.0.zip(bound).map(|(sum, bound)| sum + bound);
        }
    }

    /// A later level's bound says something only if the levels before it are met.
    fn objective(&self) -> Objective {
        let [value, waiting, ease] = self.bounds.map(|bound| bound.0);
        let value = Total {
            achieved: self.weight.value,
            bound: value,
        };
        let waiting = Total {
            achieved: self.weight.waiting,
            bound: waiting.filter(|_| value.is_met()),
        };
        let rank = ease.filter(|_| waiting.is_met()).map(|ease| -ease);
        Objective {
            value,
            waiting,
            rank: Total {
                achieved: -self.weight.ease,
                bound: rank,
            },
        }
    }
}

/// Who sits where, by positions in the pool.
#[derive(Default)]
struct Seats {
    /// Cell, igangsetter, notes.
    groups: Vec<(usize, usize, Vec<usize>)>,
    /// Standing group, notes.
    filled: Vec<(usize, Vec<usize>)>,
}

impl Seats {
    fn add(&mut self, problem: &Problem<'_>, answer: &Answer) {
        let mut leaders = problem.leaders.clone();
        let mut led: Vec<(usize, Vec<usize>)> = Vec::new();
        for (at, members) in &answer.groups {
            let notes = members
                .iter()
                .filter_map(|note| problem.notes.get(*note))
                .copied()
                .collect();
            match problem.sites.get(*at).map(|site| site.place) {
                Some(Place::Standing(group)) => self.filled.push((group, notes)),
                Some(Place::Cell(cell)) if leaders.add(*at) => led.push((cell, notes)),
                _ => {}
            }
        }
        let assigned = leaders.assigned();
        self.groups.extend(
            led.into_iter()
                .zip(assigned)
                .map(|((cell, notes), (_, leader))| (cell, leader, notes)),
        );
    }

    fn into_proposal(self, pool: &Pool, objective: Objective) -> Proposal {
        let name = |note: &usize| pool.notes.get(*note).map(|note| note.id.clone());
        let names = |notes: &[usize]| notes.iter().filter_map(name).collect::<Vec<String>>();
        let groups = self.groups.iter().filter_map(|(cell, leader, notes)| {
            let cell = pool.cells.get(*cell)?.id.clone();
            let igangsetter = pool.igangsettere.get(*leader)?.id.clone();
            Some(ProposedGroup {
                cell,
                igangsetter,
                members: names(notes),
            })
        });
        let filled = self.filled.iter().filter_map(|(group, notes)| {
            Some(FilledGroup {
                standing: pool.standing.get(*group)?.id.clone(),
                members: names(notes),
            })
        });
        let (mut groups, mut filled): (Vec<_>, Vec<_>) = (groups.collect(), filled.collect());
        groups.sort();
        filled.sort();
        let new_groups: Vec<_> = self
            .groups
            .iter()
            .map(|(cell, _, notes)| (*cell, notes.as_slice()))
            .collect();
        let added: Vec<_> = self
            .filled
            .iter()
            .map(|(group, notes)| (*group, notes.as_slice()))
            .collect();
        let unplaced = reasons::explain(pool, &new_groups, &added);
        let optimal = objective.value.is_met() && objective.waiting.is_met() && objective.rank.is_met();
        Proposal {
            groups,
            filled,
            unplaced,
            objective,
            optimal,
            efforts: Vec::new(),
        }
    }
}
