//! Who sits in which bin: an exact transport with seats whose worth never rises.
//!
//! Successive longest augmenting paths, from a note without a seat over bins (each step moves one note on) to a free
//! seat, until no path gains anything. Paths are found by Dijkstra's method on the bins alone, over the best single move
//! between each two bins that share a note, with potentials that keep every step's cost from being negative; it ends at
//! the first free seat that nothing can beat. Exact on any ordered group, hence on the three levels at once.
//! Source: Ahuja, Magnanti & Orlin, Network Flows, ch. 9 (successive shortest paths).

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::weight::Weight;

/// A note's way into a bin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Way {
    pub bin: usize,
    pub weight: Weight,
}

/// Notes, bins, and in the end who sits where.
#[derive(Debug)]
pub(crate) struct Transport {
    ways: Vec<Vec<Way>>,
    /// Worth of each bin's first, second, … seat; never rising.
    seats: Vec<Vec<Weight>>,
    /// The way each note took.
    taken: Vec<Option<usize>>,
    inside: Vec<Vec<usize>>,
    /// By bin who wants it.
    queues: Vec<Queue>,
    /// By bin the best single move to each other one, ascending.
    moves: Vec<Vec<Move>>,
    /// By bin a weight that no path to it exceeds, nor does a move between two by more than their difference.
    potentials: Vec<Weight>,
    /// A weight that no path to a free seat exceeds.
    highest: Weight,
    looks: usize,
}

/// The ways into a bin as notes and their ways, the best first.
#[derive(Clone, Debug, Default)]
struct Queue {
    ways: Vec<(usize, usize)>,
    /// So many at the head have a seat somewhere. Who has one keeps one.
    passed: usize,
}

#[derive(Clone, Copy, Debug)]
struct Move {
    to: usize,
    gain: Weight,
    note: usize,
    way: usize,
}

/// The best known path to a bin: how far it falls short of the bin's potential, its last note's way, and the bin that this
/// note leaves.
#[derive(Clone, Copy, Debug)]
struct Reach {
    short: Weight,
    note: usize,
    way: usize,
    from: Option<usize>,
}

impl Transport {
    /// Nobody seated yet.
    pub(crate) fn new(ways: Vec<Vec<Way>>, seats: Vec<Vec<Weight>>) -> Self {
        let (notes, bins) = (ways.len(), seats.len());
        let mut queues = vec![Queue::default(); bins];
        for (note, ways) in ways.iter().enumerate() {
            for (way, Way { bin, .. }) in ways.iter().enumerate() {
                queues[*bin].ways.push((note, way));
            }
        }
        for queue in &mut queues {
            queue.ways.sort_by_key(|(note, way)| Reverse(ways[*note][*way].weight));
        }
        let potentials: Vec<Weight> = queues
            .iter()
            .map(|queue| match queue.ways.first() {
                Some((note, way)) => ways[*note][*way].weight,
                None => Weight::default(),
            })
            .collect();
        let ends = seats.iter().zip(&potentials);
        let highest = ends
            .filter_map(|(seats, potential)| Some(*seats.first()? + *potential))
            .max();
        Self {
            ways,
            seats,
            taken: vec![None; notes],
            inside: vec![Vec::new(); bins],
            queues,
            moves: vec![Vec::new(); bins],
            potentials,
            // Without any seat there is no path to measure.
            highest: highest.unwrap_or_default(),
            looks: 0,
        }
    }

    /// Seats everybody as well as can be and tells the total weight.
    pub(crate) fn solve(&mut self) -> Weight {
        let mut total = Weight::default();
        while let Some((gain, end, reached)) = self.best_path() {
            total += gain;
            self.augment(end, &reached);
        }
        total
    }

    /// The notes in each bin, ascending.
    pub(crate) fn members(&self) -> Vec<Vec<usize>> {
        let mut members = self.inside.clone();
        for notes in &mut members {
            notes.sort_unstable();
        }
        members
    }

    /// How many looks it took.
    pub(crate) fn looks(&self) -> usize {
        self.looks
    }

    /// The best direct way of an unseated note into each bin.
    fn entries(&mut self) -> Vec<Option<Reach>> {
        let Self { ways, taken, .. } = self;
        let first = |(queue, potential): (&mut Queue, &Weight)| {
            let is_seated = |(note, _): &(usize, usize)| taken[*note].is_some();
            while queue.ways.get(queue.passed).is_some_and(is_seated) {
                queue.passed += 1;
            }
            queue.ways.get(queue.passed).map(|(note, way)| Reach {
                short: *potential - ways[*note][*way].weight,
                note: *note,
                way: *way,
                from: None,
            })
        };
        self.looks += self.queues.len();
        self.queues.iter_mut().zip(&self.potentials).map(first).collect()
    }

    /// The best path that gains anything: by how much, to which bin, and how each bin was reached.
    fn best_path(&mut self) -> Option<(Weight, usize, Vec<Option<Reach>>)> {
        let mut reached = self.entries();
        let (short, end) = self.nearest_seat(&mut reached)?;
        let gain = self.highest - short;
        if gain <= Weight::default() {
            return None;
        }
        for (potential, reach) in self.potentials.iter_mut().zip(&reached) {
            *potential = *potential - reach.map_or(short, |reach| reach.short.min(short));
        }
        self.highest = gain;
        Some((gain, end, reached))
    }

    /// The bin with the best free seat, and how far the path to it falls short of the highest there could be.
    fn nearest_seat(&mut self, reached: &mut [Option<Reach>]) -> Option<(Weight, usize)> {
        let mut best: Option<(Weight, usize)> = None;
        let starts = reached.iter().enumerate();
        let starts = starts.filter_map(|(bin, reach)| Some(Reverse((reach.as_ref()?.short, bin))));
        let mut next: BinaryHeap<Reverse<(Weight, usize)>> = starts.collect();
        while let Some(Reverse((short, from))) = next.pop() {
            if best.is_some_and(|(known, _)| known <= short) {
                break;
            }
            if reached[from].is_none_or(|reach| reach.short < short) {
                continue;
            }
            let at = self.potentials[from];
            if let Some(seat) = self.seats[from].get(self.inside[from].len()) {
                let short = short + (self.highest - at - *seat);
                if best.is_none_or(|(known, _)| short < known) {
                    best = Some((short, from));
                }
            }
            self.looks += self.moves[from].len();
            for Move { to, gain, note, way } in &self.moves[from] {
                let short = short + (self.potentials[*to] - at - *gain);
                if reached[*to].is_none_or(|known| short < known.short) {
                    reached[*to] = Some(Reach {
                        short,
                        note: *note,
                        way: *way,
                        from: Some(from),
                    });
                    next.push(Reverse((short, *to)));
                }
            }
        }
        best
    }

    /// Moves everybody on the path.
    fn augment(&mut self, end: usize, reached: &[Option<Reach>]) {
        let mut touched = Vec::new();
        let mut bin = Some(end);
        while let Some((to, step)) = bin.and_then(|bin| reached[bin].map(|step| (bin, step))) {
            self.taken[step.note] = Some(step.way);
            self.inside[to].push(step.note);
            if let Some(from) = step.from {
                self.inside[from].retain(|note| *note != step.note);
            }
            touched.push(to);
            bin = step.from;
        }
        for bin in touched {
            self.look_again(bin);
        }
    }

    /// Recomputes the best moves out of a bin.
    fn look_again(&mut self, from: usize) {
        let mut moves = std::mem::take(&mut self.moves[from]);
        moves.clear();
        for &note in &self.inside[from] {
            let Some(here) = self.taken[note].map(|way| self.ways[note][way].weight) else {
                continue;
            };
            self.looks += self.ways[note].len();
            let elsewhere = self.ways[note].iter().enumerate().filter(|(_, way)| way.bin != from);
            moves.extend(elsewhere.map(|(way, Way { bin, weight })| Move {
                to: *bin,
                gain: *weight - here,
                note,
                way,
            }));
        }
        moves.sort_by(|one, other| one.to.cmp(&other.to).then(other.gain.cmp(&one.gain)));
        moves.dedup_by_key(|step| step.to);
        self.moves[from] = moves;
    }
}

#[cfg(test)]
mod tests {
    use super::{Transport, Way};
    use crate::tests::pools::Dice;
    use crate::weight::Weight;

    /// Up to five notes and three bins, ways and seats by the dice.
    fn made_up(seed: u64) -> (Vec<Vec<Way>>, Vec<Vec<Weight>>) {
        let mut dice = Dice(seed);
        let bins = 1 + dice.below(3);
        let ways = (0..=dice.below(5)).map(|_| {
            let open: Vec<usize> = (0..bins).filter(|_| dice.below(3) > 0).collect();
            let weight = |dice: &mut Dice| Weight::value(i64::from(dice.number(20)));
            open.into_iter()
                .map(|bin| Way {
                    bin,
                    weight: weight(&mut dice),
                })
                .collect()
        });
        let ways = ways.collect();
        let seats = (0..bins).map(|_| {
            let mut worth: Vec<i64> = (0..dice.below(4)).map(|_| i64::from(dice.number(30)) - 15).collect();
            worth.sort_unstable_by(|one, other| other.cmp(one));
            worth.into_iter().map(Weight::value).collect()
        });
        (ways, seats.collect())
    }

    /// The best total there is, by trying every way of every note.
    fn best(ways: &[Vec<Way>], seats: &[Vec<Weight>], loads: &mut Vec<usize>) -> Weight {
        let Some((first, rest)) = ways.split_first() else {
            return Weight::default();
        };
        let mut most = best(rest, seats, loads);
        for way in first {
            if let Some(seat) = seats[way.bin].get(loads[way.bin]) {
                loads[way.bin] += 1;
                most = most.max(way.weight + *seat + best(rest, seats, loads));
                loads[way.bin] -= 1;
            }
        }
        most
    }

    #[test]
    fn no_seating_is_better_than_the_one_found() {
        for seed in 0..300 {
            let (ways, seats) = made_up(seed);
            let expected = best(&ways, &seats, &mut vec![0; seats.len()]);
            assert_eq!(Transport::new(ways, seats).solve(), expected, "seed {seed}");
        }
    }

    #[test]
    fn nobody_sits_twice_or_where_no_seat_is() {
        for seed in 0..300 {
            let (ways, seats) = made_up(seed);
            let mut flow = Transport::new(ways.clone(), seats.clone());
            flow.solve();
            let members = flow.members();
            let mut all: Vec<usize> = members.concat();
            all.sort_unstable();
            assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "seed {seed}");
            for (bin, notes) in members.iter().enumerate() {
                assert!(notes.len() <= seats[bin].len(), "seed {seed}");
                assert!(notes.iter().all(|note| ways[*note].iter().any(|way| way.bin == bin)));
            }
        }
    }
}
