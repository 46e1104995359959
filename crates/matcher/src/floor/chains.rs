//! Chains of people who move up: to bring somebody to a group, or to find somebody a seat.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use super::Floor;

/// How a chain comes to a site.
#[derive(Clone, Copy, Debug)]
pub(super) enum Reach {
    Start,
    /// From this site, by a note that moves between the two.
    From(usize, usize),
}

/// Where one more can come from.
enum Source {
    /// A note without a seat, which wants this site.
    Unseated(usize, usize),
    /// A site, and what one less costs there.
    Group(usize, i64),
}

impl Floor<'_> {
    /// Brings one more here from where that costs least, if it is worth it.
    pub(super) fn pull(&mut self, site: usize) -> bool {
        let Some(gain) = self.worth[site].gain.filter(|gain| *gain > 0) else {
            return false;
        };
        let mut last = match self.source(site) {
            Some(Source::Unseated(note, at)) => {
                self.seat(note, at);
                at
            }
            Some(Source::Group(from, loss)) if loss < gain => from,
            _ => return false,
        };
        while let Reach::From(before, note) = self.reached[last] {
            self.seat(note, before);
            last = before;
        }
        true
    }

    /// The nearest chain to this site from somebody without a seat, else from where one less costs least.
    fn source(&mut self, site: usize) -> Option<Source> {
        self.start([site]);
        let is_dry = self.is_dry(site);
        let mut least: Option<(i64, usize)> = None;
        let mut next = 0;
        while let Some(&at) = self.queue.get(next) {
            let is_open_to_all = !self.has_cliques[at];
            self.looks += self.takers[at].len();
            for taker in 0..self.takers[at].len() {
                let note = self.takers[at][taker].get();
                let from = self.seat[note].get();
                if self.is_reached[from] || !(is_open_to_all || self.is_welcome(note, at)) {
                    continue;
                }
                if from == self.nowhere {
                    return Some(Source::Unseated(note, at));
                }
                self.reach(from, Reach::From(at, note));
                if let Some(loss) = self.worth[from].loss
                    && least.is_none_or(|(least, _)| loss < least)
                {
                    least = Some((loss, from));
                }
            }
            if is_dry && least.is_some_and(|(loss, _)| loss == self.cheapest) {
                break;
            }
            next += 1;
        }
        if !is_dry {
            for at in &self.queue {
                self.dry[*at] = self.drought;
            }
        }
        least.map(|(loss, from)| Source::Group(from, loss))
    }

    /// Finds a seat for somebody without one, moving others if need be. Sites that are full lead nowhere; those found now
    /// are added to them.
    pub(super) fn pass_on_one(&mut self, note: usize, full: &mut [bool]) {
        let takes = |floor: &Self, note: usize, site: usize| {
            !full[site] && floor.plan[site] > 0 && floor.is_welcome(note, site)
        };
        let wants = self.wants[note].iter().map(|want| want.get());
        let first: Vec<usize> = wants.filter(|site| takes(self, note, *site)).collect();
        self.start(first);
        let mut next = 0;
        while let Some(&at) = self.queue.get(next) {
            if self.worth[at].gain.is_some_and(|gain| gain > 0) {
                let mut to = at;
                while let Reach::From(before, member) = self.reached[to] {
                    self.seat(member, to);
                    to = before;
                }
                self.seat(note, to);
                return;
            }
            for member in 0..self.inside[at].len() {
                let member = self.inside[at][member];
                self.looks += self.wants[member].len();
                for want in 0..self.wants[member].len() {
                    let to = self.wants[member][want].get();
                    if !self.is_reached[to] && takes(self, member, to) {
                        self.reach(to, Reach::From(at, member));
                    }
                }
            }
            next += 1;
        }
        for site in &self.queue {
            full[*site] = true;
        }
    }

    /// Begins a search at these sites.
    fn start(&mut self, sites: impl IntoIterator<Item = usize>) {
        for site in self.queue.drain(..) {
            self.is_reached[site] = false;
        }
        for site in sites {
            self.reach(site, Reach::Start);
        }
    }

    fn reach(&mut self, site: usize, how: Reach) {
        self.is_reached[site] = true;
        self.reached[site] = how;
        self.queue.push(site);
    }
}
