//! The linear relaxation of a range of plans: groups and seats in fractions, solved by an interior point method.
//!
//! It gives good prices (its dual) and tells where whole groups would be torn (its primal). Fractions of the machine are
//! trusted with nothing: prices are rounded to whole numbers, and `oracle` makes an exact bound of any prices. The method
//! stops in the middle of all best answers, which suits both: prices rule out more, cuts go deeper. One solve takes
//! some fifteen factorings of a sparse matrix with a row for each wish.
//!
//! The model is the strong one: per site how many groups of each size, `x ≤ Σ z` for each wish, leaders as a flow.
//! Source: Goulart & Chen 2024 (Clarabel).

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

mod dearest;

use std::{collections::BTreeMap, sync::Arc};

use crate::bound::{Level, LevelNumber, Prices, Range};
use crate::cut::Cut;
use crate::limits::Budget;
use crate::linear::{Duals, Model, Row, Solved};
use crate::problem::{Problem, Site, Taker};
use crate::separate::Average;
use crate::weight::{fraction, nearest, whole};
use dearest::Dearest;

/// What a total may be worth at its price, in fractions of the scale: sums of several still fit.
pub(crate) const DEAREST: i64 = 1 << 58;

/// Larger problems than this are not relaxed: a factor of their matrix would fill the memory.
const LARGEST: usize = 100_000;

/// Where among equally good answers to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aim {
    /// In their middle, which gives the prices that rule out most.
    Bound,
    /// At one of them, which is torn least.
    Corner,
}

/// Which cuts are known, which of them are in the relaxation, and where it should end.
#[derive(Clone, Copy)]
pub(crate) struct Terms<'a> {
    pub cuts: &'a [Arc<Cut>],
    pub active: &'a [bool],
    pub aim: Aim,
}

/// What the relaxation says of a range.
pub(crate) enum Relaxed {
    Best {
        prices: Prices,
        average: Average,
    },
    /// It has no answer: under these prices the bound should be lower than that of any answer.
    Impossible {
        prices: Prices,
    },
}

/// Solves the relaxation; `None` if that came to nothing. The caller must take neither as proof, only `oracle`'s bound.
pub(crate) fn relax(
    problem: &Problem<'_>,
    level: Level,
    range: &Range,
    Terms { cuts, active, aim }: Terms<'_>,
    budget: &mut Budget,
) -> Option<Relaxed> {
    if problem.size() > LARGEST {
        return None;
    }
    let mut model = Model::default();
    let seats = Seats::declare(&mut model, problem, level, range);
    let notes = seats.note_rows(&mut model, problem, range);
    seats.leader_rows(&mut model, problem);
    seats.total_rows(&mut model, problem, range);
    let rows = Rows {
        notes,
        sets: seats.set_rows(&mut model, range),
        cuts: seats.cut_rows(&mut model, cuts, active),
        value: (level.number > LevelNumber::Value)
            .then(|| seats.level_row(&mut model, problem, LevelNumber::Value, level.fixed.value)),
        waiting: (level.number > LevelNumber::Waiting)
            .then(|| seats.level_row(&mut model, problem, LevelNumber::Waiting, level.fixed.waiting)),
    };
    if aim == Aim::Corner {
        model.shake();
    }
    let dearest = Dearest::of(problem, cuts, range.sets.len());
    Some(match model.solve(budget)? {
        Solved::Best { columns, duals } => Relaxed::Best {
            prices: rows.prices(&duals, fraction(level.scale), level, (range, &dearest)),
            average: seats.average(problem, &columns),
        },
        Solved::Impossible { duals } => Relaxed::Impossible {
            prices: rows.prices(&duals, rows.most(&duals, &dearest), level, (range, &dearest)),
        },
    })
}

/// The rows that have a price.
struct Rows {
    notes: Vec<Option<Row>>,
    cuts: Vec<Option<Row>>,
    /// Not too many groups, and enough of them.
    sets: Vec<[Row; 2]>,
    value: Option<Row>,
    waiting: Option<Row>,
}

impl Rows {
    /// Duals times `unit`, as prices. Any prices give a true bound, as long as sums of them fit; a dual may be without end
    /// where rows are tight.
    fn prices(&self, duals: &Duals, unit: f64, level: Level, (range, dearest): (&Range, &Dearest)) -> Prices {
        let price = |row: Option<Row>| row.map_or(0, |row| nearest(duals.of(row) * unit));
        let of_note = |(row, must): (&Option<Row>, &bool)| {
            let least = if *must { -dearest.note } else { 0 };
            price(*row).clamp(least, dearest.note)
        };
        let of_cut = |(row, most): (&Option<Row>, &i64)| price(*row).clamp(0, *most);
        let of_set = |[most, least]: &[Row; 2]| {
            let price = price(Some(*most)).saturating_sub(price(Some(*least)));
            price.clamp(-dearest.group, dearest.group)
        };
        Prices {
            notes: self.notes.iter().zip(&range.must).map(of_note).collect(),
            value: match level.number {
                LevelNumber::Value => level.scale,
                _ => price(self.value).clamp(0, dearest.value),
            },
            waiting: match level.number {
                LevelNumber::Value => 0,
                LevelNumber::Waiting => level.scale,
                LevelNumber::Ease => price(self.waiting).clamp(0, dearest.waiting),
            },
            cuts: self.cuts.iter().zip(&dearest.cuts).map(of_cut).collect(),
            sets: self.sets.iter().map(of_set).collect(),
        }
    }

    /// The greatest unit of prices that fits.
    fn most(&self, duals: &Duals, dearest: &Dearest) -> f64 {
        let of_notes = self.notes.iter().map(|row| (*row, dearest.note));
        let of_cuts = self.cuts.iter().copied().zip(dearest.cuts.iter().copied());
        let totals = [(self.value, dearest.value), (self.waiting, dearest.waiting)];
        let of_sets = self.sets.iter().flatten().map(|row| (Some(*row), dearest.group));
        let rows = of_notes.chain(of_cuts).chain(of_sets).chain(totals);
        let most = rows.filter_map(|(row, most)| Some(fraction(most) / duals.of(row?).abs()));
        most.fold(fraction(DEAREST), f64::min)
    }
}

/// The columns of one site.
struct Columns {
    /// Size of a group, or seats added to a standing one, and the column that counts those.
    sizes: Vec<(usize, usize)>,
    /// All groups: one column stands for all sizes in the many rows that only ask whether there is a group.
    groups: usize,
    /// By taker.
    seats: Vec<usize>,
    /// By possible leader.
    leaders: Vec<usize>,
}

impl Columns {
    fn of(model: &mut Model, site: &Site, level: Level, leaders: usize) -> Self {
        let table = &site.tables[0];
        let worth = |size: usize| match level.number {
            LevelNumber::Value => fraction(table.at(size)),
            _ => 0.0,
        };
        let gain = |taker: &Taker| match level.number {
            LevelNumber::Value => -fraction(taker.toll),
            LevelNumber::Waiting => fraction(taker.waiting),
            LevelNumber::Ease => -fraction(taker.rank),
        };
        let sizes = table.least.max(1)..=table.most();
        Self {
            sizes: sizes.map(|size| (size, model.column(worth(size)))).collect(),
            groups: model.column(0.0),
            seats: site.takers.iter().map(|taker| model.column(gain(taker))).collect(),
            leaders: (0..leaders).map(|_| model.column(0.0)).collect(),
        }
    }

    /// So many groups open, they are filled, each is led, and nobody sits in none.
    fn group_rows(&self, model: &mut Model, site: &Site, (floor, ceil): (usize, usize)) {
        let is_sure = !site.is_standing() && floor > 0;
        let of_sizes = self.sizes.iter().map(|(_, column)| (*column, 1.0));
        model.equal(0.0, of_sizes.chain([(self.groups, -1.0)]).collect());
        model.at_most(whole_fraction(ceil), vec![(self.groups, 1.0)]);
        if is_sure {
            model.at_most(-whole_fraction(floor), vec![(self.groups, -1.0)]);
        }
        let filled = self
            .sizes
            .iter()
            .map(|(size, column)| (*column, -whole_fraction(*size)));
        let seated = self.seats.iter().map(|seat| (*seat, 1.0));
        model.equal(0.0, seated.chain(filled).collect());
        if !site.is_standing() {
            let led = self.leaders.iter().map(|leader| (*leader, 1.0));
            model.equal(0.0, led.chain([(self.groups, -1.0)]).collect());
        }
        for seat in self.seats.iter().filter(|_| !is_sure) {
            model.at_most(0.0, vec![(*seat, 1.0), (self.groups, -1.0)]);
        }
    }

    /// Of those who are all apart one sits in each group.
    fn apart_rows(&self, model: &mut Model, site: &Site) {
        let mut cliques: BTreeMap<usize, Vec<(usize, f64)>> = BTreeMap::new();
        for (taker, seat) in site.takers.iter().zip(&self.seats) {
            if let Some(clique) = taker.clique {
                cliques.entry(clique).or_default().push((*seat, 1.0));
            }
        }
        for members in cliques.into_values().filter(|members| members.len() > 1) {
            model.at_most(0.0, members.into_iter().chain([(self.groups, -1.0)]).collect());
        }
    }
}

/// The columns of all sites that may open.
struct Seats(Vec<Option<Columns>>);

impl Seats {
    fn declare(model: &mut Model, problem: &Problem<'_>, level: Level, range: &Range) -> Self {
        let sites = problem.sites.iter().enumerate().map(|(at, site)| {
            if range.ceil[at] == 0 {
                return None;
            }
            let columns = Columns::of(model, site, level, problem.leaders.of(at).len());
            columns.group_rows(model, site, (range.floor[at], range.ceil[at]));
            columns.apart_rows(model, site);
            Some(columns)
        });
        Self(sites.collect())
    }

    fn open(&self) -> impl Iterator<Item = (usize, &Columns)> {
        self.0
            .iter()
            .enumerate()
            .filter_map(|(at, columns)| Some((at, columns.as_ref()?)))
    }

    /// Each note sits once at most, or just once.
    fn note_rows(&self, model: &mut Model, problem: &Problem<'_>, range: &Range) -> Vec<Option<Row>> {
        let mut of_note: Vec<Vec<(usize, f64)>> = vec![Vec::new(); problem.notes.len()];
        for (at, columns) in self.open() {
            for (taker, seat) in problem.sites[at].takers.iter().zip(&columns.seats) {
                of_note[taker.note].push((*seat, 1.0));
            }
        }
        let rows = of_note.into_iter().zip(&range.must).map(|(entries, must)| {
            if entries.is_empty() {
                return None;
            }
            Some(if *must {
                model.equal(1.0, entries)
            } else {
                model.at_most(1.0, entries)
            })
        });
        rows.collect()
    }

    /// A leader has one group per slot, and so many in all.
    fn leader_rows(&self, model: &mut Model, problem: &Problem<'_>) {
        let mut of_leader = BTreeMap::<usize, Vec<(usize, f64)>>::new();
        let mut of_slot = BTreeMap::<(usize, usize), Vec<(usize, f64)>>::new();
        for (at, columns) in self.open() {
            for (leader, column) in problem.leaders.of(at).iter().zip(&columns.leaders) {
                of_leader.entry(*leader).or_default().push((*column, 1.0));
                of_slot
                    .entry((*leader, problem.leaders.slot(at)))
                    .or_default()
                    .push((*column, 1.0));
            }
        }
        for (leader, entries) in of_leader {
            model.at_most(whole_fraction(problem.leaders.room(leader)), entries);
        }
        for entries in of_slot.into_values() {
            model.at_most(1.0, entries);
        }
    }

    fn total_rows(&self, model: &mut Model, problem: &Problem<'_>, range: &Range) {
        let new = || self.open().filter(|(at, _)| !problem.sites[*at].is_standing());
        let groups = |sign: f64| new().map(|(_, columns)| (columns.groups, sign)).collect();
        model.at_most(whole_fraction(range.most), groups(1.0));
        if range.least > 0 {
            model.at_most(-whole_fraction(range.least), groups(-1.0));
        }
    }

    fn set_rows(&self, model: &mut Model, range: &Range) -> Vec<[Row; 2]> {
        let rows = range.sets.iter().map(|bounds| {
            let open = || bounds.sites.iter().filter_map(|site| self.0[*site].as_ref());
            let groups = |sign: f64| open().map(|columns| (columns.groups, sign)).collect();
            [
                model.at_most(whole_fraction(bounds.most), groups(1.0)),
                model.at_most(-whole_fraction(bounds.least), groups(-1.0)),
            ]
        });
        rows.collect()
    }

    fn cut_rows(&self, model: &mut Model, cuts: &[Arc<Cut>], active: &[bool]) -> Vec<Option<Row>> {
        let row = |(cut, active): (&Arc<Cut>, &bool)| {
            if !active {
                return None;
            }
            let mut entries = Vec::new();
            for here in &cut.sites {
                let Some(columns) = &self.0[here.site] else { continue };
                let sizes = columns
                    .sizes
                    .iter()
                    .zip(&here.counted)
                    .filter(|(_, counted)| **counted != 0);
                entries.extend(sizes.map(|((_, column), counted)| (*column, fraction(*counted))));
                entries.extend(here.others.iter().map(|taker| (columns.seats[*taker], -1.0)));
            }
            (!entries.is_empty()).then(|| model.at_most(fraction(cut.most), entries))
        };
        cuts.iter().zip(active).map(row).collect()
    }

    /// A total that must be met.
    fn level_row(&self, model: &mut Model, problem: &Problem<'_>, number: LevelNumber, least: i64) -> Row {
        let mut entries = Vec::new();
        for (at, columns) in self.open() {
            let site = &problem.sites[at];
            if number == LevelNumber::Value {
                let table = &site.tables[0];
                entries.extend(
                    columns
                        .sizes
                        .iter()
                        .map(|(size, column)| (*column, fraction(table.at(*size)))),
                );
            } else {
                let takers = site.takers.iter().zip(&columns.seats);
                entries.extend(takers.map(|(taker, seat)| (*seat, fraction(taker.waiting))));
            }
        }
        model.at_least(fraction(least), entries)
    }

    fn average(&self, problem: &Problem<'_>, solved: &[f64]) -> Average {
        let mut average = Average::none(problem);
        for (at, columns) in self.open() {
            for (taker, seat) in columns.seats.iter().enumerate() {
                average.seat(at, taker, solved[*seat]);
            }
            for (size, column) in &columns.sizes {
                average.groups_of(at, *size, solved[*column]);
            }
        }
        average
    }
}

fn whole_fraction(count: usize) -> f64 {
    fraction(whole(count))
}

#[cfg(test)]
mod tests;
