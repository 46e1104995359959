//! Who sits in which bin: an exact transport with seats whose worth never rises.
//!
//! Successive longest augmenting paths, from a note without a seat over bins (each step moves one note on) to a free
//! seat, until no path gains anything. Paths are found by Bellman and Ford's rounds on the bins alone, over the best
//! single move between each two bins; only the rows of bins on the last path are looked at again. About
//! `notes × (wishes + bins²)` looks. Exact on any ordered group, hence on the three levels at once.
//! Source: Ahuja, Magnanti & Orlin, Network Flows, ch. 9 (successive shortest paths).

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

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
    /// The best single move from bin to bin.
    moves: Vec<Option<Move>>,
    looks: usize,
}

#[derive(Clone, Copy, Debug)]
struct Move {
    gain: Weight,
    note: usize,
    way: usize,
}

/// The best known path to a bin: its weight, its last note's way, and the bin that this note leaves.
#[derive(Clone, Copy, Debug)]
struct Reach {
    weight: Weight,
    note: usize,
    way: usize,
    from: Option<usize>,
}

impl Transport {
    /// Nobody seated yet.
    pub(crate) fn new(ways: Vec<Vec<Way>>, seats: Vec<Vec<Weight>>) -> Self {
        let (notes, bins) = (ways.len(), seats.len());
        Self {
            ways,
            seats,
            taken: vec![None; notes],
            inside: vec![Vec::new(); bins],
            moves: vec![None; bins * bins],
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
        let mut reached: Vec<Option<Reach>> = vec![None; self.seats.len()];
        for (note, ways) in self.ways.iter().enumerate() {
            if self.taken[note].is_some() {
                continue;
            }
            self.looks += ways.len();
            for (way, Way { bin, weight }) in ways.iter().enumerate() {
                if reached[*bin].is_none_or(|known| *weight > known.weight) {
                    reached[*bin] = Some(Reach {
                        weight: *weight,
                        note,
                        way,
                        from: None,
                    });
                }
            }
        }
        reached
    }

    /// Carries reached bins on by moves until nothing improves.
    fn spread(&mut self, reached: &mut [Option<Reach>]) {
        let bins = self.seats.len();
        let mut fresh = vec![true; bins];
        while fresh.contains(&true) {
            for from in 0..bins {
                let (true, Some(start)) = (std::mem::replace(&mut fresh[from], false), reached[from]) else {
                    continue;
                };
                self.looks += bins;
                for to in 0..bins {
                    let Some(step) = self.moves[from * bins + to] else {
                        continue;
                    };
                    let weight = start.weight + step.gain;
                    if reached[to].is_none_or(|known| weight > known.weight) {
                        reached[to] = Some(Reach {
                            weight,
                            note: step.note,
                            way: step.way,
                            from: Some(from),
                        });
                        fresh[to] = true;
                    }
                }
            }
        }
    }

    fn best_path(&mut self) -> Option<(Weight, usize, Vec<Option<Reach>>)> {
        let mut reached = self.entries();
        self.spread(&mut reached);
        let mut best: Option<(Weight, usize)> = None;
        for (bin, reach) in reached.iter().enumerate() {
            let (Some(reach), Some(seat)) = (reach, self.seats[bin].get(self.inside[bin].len())) else {
                continue;
            };
            let gain = reach.weight + *seat;
            if best.is_none_or(|(known, _)| gain > known) {
                best = Some((gain, bin));
            }
        }
        best.filter(|(gain, _)| *gain > Weight::default())
            .map(|(gain, bin)| (gain, bin, reached))
    }

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
        let bins = self.seats.len();
        self.moves[from * bins..(from + 1) * bins].fill(None);
        for &note in &self.inside[from] {
            let Some(here) = self.taken[note].map(|way| self.ways[note][way].weight) else {
                continue;
            };
            self.looks += self.ways[note].len();
            for (way, Way { bin, weight }) in self.ways[note].iter().enumerate() {
                let gain = *weight - here;
                let known = &mut self.moves[from * bins + bin];
                if *bin != from && known.is_none_or(|known| gain > known.gain) {
                    *known = Some(Move { gain, note, way });
                }
            }
        }
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
