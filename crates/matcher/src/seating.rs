//! The best seating of a plan, on all three levels at once.
//!
//! With the number of groups of each site given, seating is a transport (see `flow`) if worth never rises by more from
//! seat to seat and nobody is apart. Where a table bends the other way, its least falling cover is used and, if the
//! result is not true, the site's seats are branched on; where two who are apart share a group, each is barred in turn.
//! A transport bounds its branch exactly, so that branches which can't beat the best answer are cut.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use crate::flow::{Transport, Way};
use crate::limits::Budget;
use crate::problem::{Answer, Plan, Problem};
use crate::split::split;
use crate::table::{Table, best_sizes};
use crate::weight::{Weight, whole};

/// More ways of sizes than this are not tried before a cell's groups are told apart.
const WAYS: usize = 60;

/// Seats of one site that are filled together.
#[derive(Clone, Debug)]
struct Bin {
    site: usize,
    groups: usize,
    least: usize,
    most: usize,
}

/// A branch: bins with their bounds, and who is kept out of which.
#[derive(Clone, Debug)]
struct Case {
    bins: Vec<Bin>,
    barred: Vec<(usize, usize)>,
}

/// What a transport says about a case.
struct Filled {
    weight: Weight,
    members: Vec<Vec<usize>>,
    /// The bin whose worth was overstated most.
    loose: Option<usize>,
}

/// Improves `best` by the best seating of the plan, if that is better. False if the budget ended before this was sure.
pub(crate) fn seat(problem: &Problem<'_>, plan: &Plan, best: &mut Answer, budget: &mut Budget) -> bool {
    let mut cases = vec![Case {
        bins: bins(problem, plan),
        barred: Vec::new(),
    }];
    while let Some(case) = cases.pop() {
        if budget.is_spent() {
            return false;
        }
        let Some(filled) = fill(problem, &case, budget) else {
            continue;
        };
        if filled.weight <= best.weight {
            continue;
        }
        let conflict = match groups(problem, &case, &filled.members) {
            Ok(groups) => {
                let weight = problem.weigh(&groups);
                if weight > best.weight {
                    *best = Answer { weight, groups };
                }
                None
            }
            Err(bin) => Some(bin),
        };
        if let Some(bin) = filled.loose {
            cases.extend(by_size(&case, bin, filled.members[bin].len()));
        } else if let Some(bin) = conflict {
            cases.extend(by_pair(problem, case, bin, &filled.members[bin]));
        }
    }
    true
}

/// Closes the emptiest group of a plan that can't fill all its groups, and so on, until it can.
pub(crate) fn thin(problem: &Problem<'_>, plan: &Plan, budget: &mut Budget) -> Plan {
    let mut plan = plan.clone();
    loop {
        let case = Case {
            bins: bins(problem, &plan),
            barred: Vec::new(),
        };
        if budget.is_spent() {
            return plan;
        }
        let mut flow = transport(problem, &case, |weight| weight);
        flow.solve();
        budget.spend(flow.looks() + problem.size());
        let loads = flow.members();
        let short = case
            .bins
            .iter()
            .zip(&loads)
            .filter(|(bin, load)| load.len() < bin.least);
        let Some((bin, _)) = short.min_by_key(|(bin, load)| load.len() * 100 / bin.groups) else {
            return plan;
        };
        plan[bin.site] -= 1;
    }
}

fn bins(problem: &Problem<'_>, plan: &Plan) -> Vec<Bin> {
    let mut bins = Vec::new();
    for (site, &groups) in plan.iter().enumerate() {
        if let Some(table) = groups.checked_sub(1).map(|at| &problem.sites[site].tables[at]) {
            bins.push(Bin {
                site,
                groups,
                least: table.least,
                most: table.most(),
            });
        }
    }
    bins
}

fn table<'a>(problem: &'a Problem<'_>, bin: &Bin) -> &'a Table {
    &problem.sites[bin.site].tables[bin.groups - 1]
}

fn transport(problem: &Problem<'_>, case: &Case, scaled: impl Fn(Weight) -> Weight) -> Transport {
    let mut at_site: Vec<Vec<usize>> = vec![Vec::new(); problem.sites.len()];
    for (at, bin) in case.bins.iter().enumerate() {
        at_site[bin.site].push(at);
    }
    let ways = problem.seats.iter().enumerate().map(|(note, seats)| {
        let to_bins = seats
            .iter()
            .flat_map(|seat| at_site[seat.site].iter().map(|bin| (*bin, scaled(seat.weight))));
        let open = to_bins.filter(|(bin, _)| !case.barred.contains(&(note, *bin)));
        open.map(|(bin, weight)| Way { bin, weight }).collect()
    });
    let seats = case
        .bins
        .iter()
        .map(|bin| cover(table(problem, bin), bin.least, bin.most));
    let seats = seats.map(|seats| seats.into_iter().map(&scaled).collect());
    Transport::new(ways.collect(), seats.collect())
}

/// Worth of single seats that never rises and whose sums are nowhere below the table: the steps of its upper hull,
/// rounded within each stretch so that the stretch's end is met. The first `least` seats must be taken.
fn cover(table: &Table, least: usize, most: usize) -> Vec<Weight> {
    let mut steps = Vec::with_capacity(most - least);
    let mut from = least;
    while from < most {
        let rise = |to: usize| (table.at(to) - table.at(from), whole(to - from));
        let steeper = |a: &usize, b: &usize| {
            let ((up, run), (other_up, other_run)) = (rise(*a), rise(*b));
            (up * other_run).cmp(&(other_up * run))
        };
        let Some(to) = (from + 1..=most).max_by(steeper) else {
            break;
        };
        let (up, run) = rise(to);
        let higher = up.rem_euclid(run);
        steps.extend((0..run).map(|step| up.div_euclid(run) + i64::from(step < higher)));
        from = to;
    }
    steps.sort_unstable_by(|a, b| b.cmp(a));
    std::iter::repeat_n(Weight::fit(), least)
        .chain(steps.into_iter().map(Weight::value))
        .collect()
}

fn fill(problem: &Problem<'_>, case: &Case, budget: &mut Budget) -> Option<Filled> {
    let mut flow = transport(problem, case, |weight| weight);
    let found = flow.solve();
    budget.spend(flow.looks() + problem.size());
    if found.fit < whole(case.bins.iter().map(|bin| bin.least).sum()) {
        return None;
    }
    let base: i64 = case.bins.iter().map(|bin| table(problem, bin).at(bin.least)).sum();
    let weight = Weight {
        fit: 0,
        ..found + Weight::value(base)
    };
    let members = flow.members();
    let mut loose: Option<(i64, usize)> = None;
    for (at, bin) in case.bins.iter().enumerate() {
        let (table, load) = (table(problem, bin), members[at].len());
        let said: i64 = cover(table, bin.least, bin.most)[..load]
            .iter()
            .map(|seat| seat.value)
            .sum();
        let over = said + table.at(bin.least) - table.at(load);
        if over > 0 && loose.is_none_or(|(known, _)| over > known) {
            loose = Some((over, at));
        }
    }
    Some(Filled {
        weight,
        members,
        loose: loose.map(|(_, bin)| bin),
    })
}

/// The groups of a filling, or the bin whose members can't be split so that nobody sits with a foe.
fn groups(problem: &Problem<'_>, case: &Case, members: &[Vec<usize>]) -> Result<Vec<(usize, Vec<usize>)>, usize> {
    let mut found = Vec::new();
    for (site, place) in problem.sites.iter().enumerate() {
        let here: Vec<usize> = (0..case.bins.len())
            .filter(|bin| case.bins[*bin].site == site)
            .collect();
        let Some(&first) = here.first() else { continue };
        if place.is_standing() || here.len() > 1 || case.bins[first].groups == 1 {
            let sizes: Vec<usize> = here.iter().map(|bin| members[*bin].len()).collect();
            found.extend(
                as_filled_or_split(problem, &here, &sizes, members)?
                    .into_iter()
                    .map(|group| (site, group)),
            );
        } else {
            let all = &members[first];
            let ways = best_sizes(problem.rules(), case.bins[first].groups, all.len(), WAYS);
            let groups = ways.iter().find_map(|sizes| split(problem, all, sizes)).ok_or(first)?;
            found.extend(groups.into_iter().map(|group| (site, group)));
        }
    }
    found.retain(|(_, members)| !members.is_empty());
    Ok(found)
}

/// Single groups as they were filled, or rearranged among themselves; else the first bin with two who are apart.
fn as_filled_or_split(
    problem: &Problem<'_>,
    here: &[usize],
    sizes: &[usize],
    members: &[Vec<usize>],
) -> Result<Vec<Vec<usize>>, usize> {
    let at_odds = |bin: &&usize| pair(problem, &members[**bin]).is_some();
    let Some(&conflict) = here.iter().find(at_odds) else {
        return Ok(here.iter().map(|bin| members[*bin].clone()).collect());
    };
    let all: Vec<usize> = here.iter().flat_map(|bin| members[*bin].iter().copied()).collect();
    split(problem, &all, sizes).ok_or(conflict)
}

fn pair(problem: &Problem<'_>, members: &[usize]) -> Option<(usize, usize)> {
    let mut pairs = members
        .iter()
        .enumerate()
        .flat_map(|(at, one)| members[at + 1..].iter().map(|other| (*one, *other)));
    pairs.find(|(one, other)| problem.are_apart(*one, *other))
}

/// Fewer seats, exactly these, or more.
fn by_size(case: &Case, bin: usize, seats: usize) -> Vec<Case> {
    let Bin { least, most, .. } = case.bins[bin];
    let mut parts = vec![(seats + 1, most), (seats, seats)];
    if let Some(fewer) = seats.checked_sub(1) {
        parts.insert(0, (least, fewer));
    }
    parts.retain(|(least, most)| least <= most);
    let narrowed = parts.into_iter().map(|(least, most)| {
        let mut part = case.clone();
        part.bins[bin] = Bin {
            least,
            most,
            ..case.bins[bin]
        };
        part
    });
    narrowed.collect()
}

/// One of the two is kept out; before that, the groups of a cell are told apart.
fn by_pair(problem: &Problem<'_>, mut case: Case, bin: usize, members: &[usize]) -> Vec<Case> {
    let groups = case.bins[bin].groups;
    if groups > 1 {
        let single = Bin {
            groups: 1,
            ..case.bins[bin]
        };
        let table = table(problem, &single);
        let single = Bin {
            least: table.least,
            most: table.most(),
            ..single
        };
        case.bins[bin] = single.clone();
        case.bins.extend(std::iter::repeat_n(single, groups - 1));
        return vec![case];
    }
    let Some((one, other)) = pair(problem, members) else {
        return Vec::new();
    };
    [other, one]
        .into_iter()
        .map(|note| Case {
            barred: [case.barred.as_slice(), &[(note, bin)]].concat(),
            ..case.clone()
        })
        .collect()
}
