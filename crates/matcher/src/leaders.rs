//! Who leads what: igangsettere to groups, at most one per slot and so many in all.
//!
//! A group takes one of its possible leaders, through a (leader, slot) row of capacity one; it is a flow. The sets of
//! groups that can all be led form a matroid (a gammoid), so groups may be added one by one, best first, by augmenting
//! paths: what failed once fails for good. Each addition looks at every (leader, slot) row at most once.
//! Source: Ford & Fulkerson's augmenting paths; gammoids: Mason 1972.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use crate::small::Small;

/// Leaders, the groups they have, and who could take which site.
#[derive(Clone, Debug, Default)]
pub(crate) struct Leaders {
    /// For each site who can take it (none for standing groups) and in which slot.
    can: Vec<(Vec<usize>, usize)>,
    /// The leaders' positions in the pool.
    who: Vec<usize>,
    /// For each leader how many groups there may be, and how many are left.
    most: Vec<usize>,
    room: Vec<usize>,
    slots: usize,
    /// By leader and slot: the group that is led.
    led: Vec<Option<Small>>,
    /// By leader and slot: no free leader can be reached from here.
    dead: Vec<bool>,
    /// Leaders from whom no other can be reached.
    spent: Vec<bool>,
    /// What this search marked: rows, then leaders.
    trail: Vec<usize>,
    /// The site of each group, in order of addition.
    groups: Vec<usize>,
}

/// A group that may need another leader.
#[derive(Clone, Copy, Debug)]
struct Asked {
    group: usize,
    /// The (leader, slot) row that it would leave, and what that lets another group do; nothing for a new group.
    gives_up: Option<(usize, Step)>,
}

/// A group, by its place among those asked, takes a row.
#[derive(Clone, Copy, Debug)]
struct Step {
    asked: usize,
    row: usize,
}

impl Leaders {
    /// `can` holds for each site its possible leaders (as positions in `who`) and its slot; `who` the leaders' positions
    /// in the pool; `room` how many groups each can have.
    pub(crate) fn new(can: Vec<(Vec<usize>, usize)>, who: Vec<usize>, room: Vec<usize>) -> Self {
        let slots = can.iter().map(|(_, slot)| slot + 1).max().unwrap_or(0);
        let rows = slots * room.len();
        let (led, dead, spent) = (vec![None; rows], vec![false; rows], vec![false; room.len()]);
        Self {
            can,
            who,
            most: room.clone(),
            room,
            slots,
            led,
            dead,
            spent,
            trail: Vec::new(),
            groups: Vec::new(),
        }
    }

    /// Who could lead at this site.
    pub(crate) fn of(&self, site: usize) -> &[usize] {
        &self.can[site].0
    }

    /// A leader's position in the pool.
    pub(crate) fn who(&self, leader: usize) -> usize {
        self.who[leader]
    }

    /// When a group of this site meets.
    pub(crate) fn slot(&self, site: usize) -> usize {
        self.can[site].1
    }

    /// How many groups a leader has room for.
    pub(crate) fn room(&self, leader: usize) -> usize {
        self.room[leader]
    }

    /// Takes back every group.
    pub(crate) fn clear(&mut self) {
        self.led.fill(None);
        self.room.copy_from_slice(&self.most);
        self.groups.clear();
        self.dead.fill(false);
        self.spent.fill(false);
    }

    /// Adds a group at this site, moving other groups to other leaders if need be. False if there is no way to lead it
    /// besides those added before.
    pub(crate) fn add(&mut self, site: usize) -> bool {
        self.groups.push(site);
        self.trail.clear();
        if self.place(self.groups.len() - 1) {
            for mark in self.trail.drain(..) {
                match mark.checked_sub(self.led.len()) {
                    None => self.dead[mark] = false,
                    Some(leader) => self.spent[leader] = false,
                }
            }
            return true;
        }
        self.groups.pop();
        false
    }

    /// Takes back a group at this site, which must have one.
    pub(crate) fn remove(&mut self, site: usize) {
        let found = (0..self.groups.len()).rev().find(|group| self.groups[*group] == site);
        let Some(group) = found else { return };
        if let Some(row) = self.row_of(group) {
            self.led[row] = None;
            self.room[row / self.slots] += 1;
        }
        let last = self.groups.len() - 1;
        if let Some(row) = self.row_of(last) {
            self.led[row] = Some(Small::of(group));
        }
        self.groups.swap_remove(group);
        // Whom it kept busy may lead another.
        self.dead.fill(false);
        self.spent.fill(false);
    }

    /// The (leader, slot) row of a group.
    fn row_of(&self, group: usize) -> Option<usize> {
        let (leaders, slot) = &self.can[self.groups[group]];
        let mut rows = leaders.iter().map(|leader| leader * self.slots + slot);
        rows.find(|row| self.led[*row] == Some(Small::of(group)))
    }

    /// Looks for a leader for the new group, breadth first: whoever leads something in its slot could hand that on.
    fn place(&mut self, group: usize) -> bool {
        let mut asked = vec![Asked { group, gives_up: None }];
        let mut next = 0;
        while let Some(&Asked { group, .. }) = asked.get(next) {
            let site = self.groups[group];
            for at in 0..self.can[site].0.len() {
                let leader = self.can[site].0[at];
                let row = leader * self.slots + self.can[site].1;
                if self.dead[row] {
                    continue;
                }
                self.kill(row);
                let takes = Step { asked: next, row };
                match self.led[row] {
                    Some(other) => asked.push(Asked {
                        group: other.get(),
                        gives_up: Some((row, takes)),
                    }),
                    None if self.room[leader] > 0 => {
                        self.room[leader] -= 1;
                        self.hand_on(&asked, takes);
                        return true;
                    }
                    None => self.relieve(leader, takes, &mut asked),
                }
            }
            next += 1;
        }
        false
    }

    /// Asks all groups of a leader who has no room for one more.
    fn relieve(&mut self, leader: usize, takes: Step, asked: &mut Vec<Asked>) {
        if std::mem::replace(&mut self.spent[leader], true) {
            return;
        }
        self.trail.push(self.led.len() + leader);
        for row in leader * self.slots..(leader + 1) * self.slots {
            if let Some(group) = self.led[row].filter(|_| !self.dead[row]) {
                self.kill(row);
                asked.push(Asked {
                    group: group.get(),
                    gives_up: Some((row, takes)),
                });
            }
        }
    }

    /// Gives each group on the way the row that it takes, from the last to the new one.
    fn hand_on(&mut self, asked: &[Asked], mut step: Step) {
        loop {
            let Asked { group, gives_up } = asked[step.asked];
            self.led[step.row] = Some(Small::of(group));
            let Some((row, before)) = gives_up else { return };
            if row != before.row {
                self.led[row] = None;
            }
            step = before;
        }
    }

    fn kill(&mut self, row: usize) {
        self.dead[row] = true;
        self.trail.push(row);
    }

    /// The groups' sites with their leaders' positions in the pool, in order of addition.
    pub(crate) fn assigned(&self) -> Vec<(usize, usize)> {
        let mut found: Vec<(usize, usize, usize)> = Vec::with_capacity(self.groups.len());
        for (row, held) in self.led.iter().enumerate() {
            if let Some(group) = held {
                found.push((group.get(), self.groups[group.get()], self.who[row / self.slots]));
            }
        }
        found.sort_unstable();
        found.into_iter().map(|(_, site, leader)| (site, leader)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Leaders;

    #[test]
    fn whoever_led_what_is_taken_back_can_lead_again() {
        // Two sites in one slot for the first leader, the second of them for another one too.
        let can = vec![(vec![0], 0), (vec![0, 1], 0), (vec![1], 1)];
        let mut leaders = Leaders::new(can, vec![7, 8], vec![1, 1]);
        assert!(leaders.add(1) && leaders.add(0));
        assert!(!leaders.add(2), "both are busy");
        leaders.remove(1);
        assert!(leaders.add(2));
        assert_eq!(leaders.assigned(), [(0, 7), (2, 8)]);
        leaders.remove(0);
        assert!(leaders.add(1));
        assert_eq!(leaders.assigned(), [(2, 8), (1, 7)]);
    }

    #[test]
    fn a_chain_of_as_many_leaders_as_a_pool_can_have_moves_on_by_one() {
        let count = 50_000;
        // All in one slot; the first group alone could also have the spare leader, and the last needs its neighbour's.
        let spare = count;
        let can = |site: usize| match site {
            0 => vec![0, spare],
            last if last == count => vec![count - 1],
            other => vec![other, other - 1],
        };
        let can = (0..=count).map(|site| (can(site), 0)).collect();
        let mut leaders = Leaders::new(can, (0..=count).collect(), vec![1; count + 1]);
        assert!((0..=count).all(|site| leaders.add(site)));
        let assigned = leaders.assigned();
        assert_eq!(assigned.first(), Some(&(0, spare)));
        assert_eq!(assigned.last(), Some(&(count, count - 1)));
        assert!(!leaders.add(0), "nobody is left");
    }
}
