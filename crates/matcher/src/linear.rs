//! A linear program, and its solution by an interior point method (`clarabel`): see `relax` for what it is used for.
//!
//! What gains and totals are counted in makes no difference: both are solved as parts of their greatest.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use clarabel::algebra::CscMatrix;
use clarabel::solver::{DefaultSettings, DefaultSolver, IPSolver as _, SolverStatus, SupportedConeT};

use crate::limits::Budget;

/// How many looks an entry costs in one factoring, roughly.
const FACTORING: usize = 15;
/// How near to the best answer a solve must come, as a part of it.
const NEAR: f64 = 1e-5;
/// By which part gains differ for a corner.
const SHAKE: f64 = 2e-4;

/// A row of the model: its kind and its number among those.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Row {
    Equal(usize),
    AtMost(usize),
    /// A total that must be met, kept among those that are at most something, and what it was divided by.
    Total(usize, f64),
}

/// Columns with their gains and entries, rows with their right-hand sides; all columns are at least nothing.
#[derive(Default)]
pub(crate) struct Model {
    gains: Vec<f64>,
    equal: Vec<(f64, Vec<(usize, f64)>)>,
    at_most: Vec<(f64, Vec<(usize, f64)>)>,
}

/// What rows cost at the margin.
pub(crate) struct Duals {
    of_rows: Vec<f64>,
    equal: usize,
}

impl Duals {
    pub(crate) fn of(&self, row: Row) -> f64 {
        match row {
            Row::Equal(row) => self.of_rows[row],
            Row::AtMost(row) => self.of_rows[self.equal + row],
            Row::Total(row, unit) => self.of_rows[self.equal + row] / unit,
        }
    }
}

pub(crate) enum Solved {
    Best {
        columns: Vec<f64>,
        duals: Duals,
    },
    /// Nothing meets all rows: multiplied by these, they add up to what can't be (Farkas 1902).
    Impossible {
        duals: Duals,
    },
}

impl Model {
    pub(crate) fn column(&mut self, gain: f64) -> usize {
        self.gains.push(gain);
        self.gains.len() - 1
    }

    pub(crate) fn equal(&mut self, side: f64, entries: Vec<(usize, f64)>) -> Row {
        self.equal.push((side, entries));
        Row::Equal(self.equal.len() - 1)
    }

    pub(crate) fn at_most(&mut self, side: f64, entries: Vec<(usize, f64)>) -> Row {
        self.at_most.push((side, entries));
        Row::AtMost(self.at_most.len() - 1)
    }

    /// Columns that must add up to something, each with what it brings.
    pub(crate) fn at_least(&mut self, total: f64, entries: Vec<(usize, f64)>) -> Row {
        let unit = greatest(entries.iter().map(|(_, entry)| *entry));
        let parts = entries.into_iter().map(|(column, entry)| (column, -entry / unit));
        self.at_most.push((-total / unit, parts.collect()));
        Row::Total(self.at_most.len() - 1, unit)
    }

    /// Makes every column's gain a little greater, each by another part, so that few answers are equally good.
    pub(crate) fn shake(&mut self) {
        let greatest = greatest(self.gains.iter().copied());
        let mut part = 1_u32;
        for gain in &mut self.gains {
            part = part.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *gain += greatest * SHAKE * f64::from(part >> 16) / 65_536.0;
        }
    }

    /// The entries of all rows, those that keep each column from being negative last; and the right-hand sides.
    fn matrix(&self) -> (CscMatrix<f64>, Vec<f64>) {
        let columns = self.gains.len();
        let rows = self.equal.len() + self.at_most.len();
        let mut by_column: Vec<Vec<(usize, f64)>> = vec![Vec::new(); columns];
        let mut sides = Vec::with_capacity(rows + columns);
        for (row, (side, entries)) in self.equal.iter().chain(&self.at_most).enumerate() {
            sides.push(*side);
            for (column, entry) in entries {
                by_column[*column].push((row, *entry));
            }
        }
        sides.resize(rows + columns, 0.0);
        let (mut starts, mut places, mut entries) = (vec![0], Vec::new(), Vec::new());
        for (column, here) in by_column.iter().enumerate() {
            places.extend(here.iter().map(|(row, _)| *row).chain([rows + column]));
            entries.extend(here.iter().map(|(_, entry)| *entry).chain([-1.0]));
            starts.push(places.len());
        }
        (CscMatrix::new(sides.len(), columns, starts, places, entries), sides)
    }

    pub(crate) fn solve(self, budget: &mut Budget) -> Option<Solved> {
        let columns = self.gains.len();
        let (equal, at_most) = (self.equal.len(), self.at_most.len());
        let (matrix, sides) = self.matrix();
        let cones = [
            SupportedConeT::ZeroConeT(equal),
            SupportedConeT::NonnegativeConeT(at_most + columns),
        ];
        let settings = DefaultSettings {
            verbose: false,
            max_threads: 1,
            tol_gap_abs: NEAR,
            tol_gap_rel: NEAR,
            tol_feas: NEAR,
            // What is solved need not be nearer than that, and refining every step takes half of the time.
            iterative_refinement_enable: false,
            ..DefaultSettings::default()
        };
        let unit = greatest(self.gains.iter().copied());
        let costs: Vec<f64> = self.gains.iter().map(|gain| -gain / unit).collect();
        let quadratic = CscMatrix::zeros((columns, columns));
        let mut solver = DefaultSolver::new(&quadratic, &costs, &matrix, &sides, &cones, settings).ok()?;
        solver.solve();
        let solution = solver.solution;
        budget.spend(usize::try_from(solution.iterations).unwrap_or(0) * matrix.nzval.len() * FACTORING);
        let duals = |unit: f64| Duals {
            of_rows: solution.z.iter().map(|dual| dual * unit).collect(),
            equal,
        };
        match solution.status {
            SolverStatus::Solved | SolverStatus::AlmostSolved => Some(Solved::Best {
                duals: duals(unit),
                columns: solution.x,
            }),
            SolverStatus::PrimalInfeasible | SolverStatus::AlmostPrimalInfeasible => {
                Some(Solved::Impossible { duals: duals(1.0) })
            }
            _ => None,
        }
    }
}

/// The greatest of some numbers, whatever their signs; one if all are nothing.
fn greatest(numbers: impl Iterator<Item = f64>) -> f64 {
    let most = numbers.fold(0.0_f64, |most, number| most.max(number.abs()));
    if most > 0.0 { most } else { 1.0 }
}
