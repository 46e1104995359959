//! Who leads what: igangsettere to groups, at most one per slot and so many in all.
//!
//! A group takes one of its possible leaders, through a (leader, slot) row of capacity one; it is a flow. The sets of
//! groups that can all be led form a matroid (a gammoid), so groups may be added one by one, best first, by augmenting
//! paths: what failed once fails for good. Each addition looks at every (leader, slot) row at most once.
//! Source: Ford & Fulkerson's augmenting paths; gammoids: Mason 1972.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

/// Leaders, the groups they have, and who could take which site.
#[derive(Clone, Debug, Default)]
pub(crate) struct Leaders {
    /// For each site who can take it (none for standing groups) and in which slot.
    can: Vec<(Vec<usize>, usize)>,
    /// The leaders' positions in the pool.
    who: Vec<usize>,
    /// For each leader how many groups are left.
    room: Vec<usize>,
    slots: usize,
    /// By leader and slot: the group that is led.
    led: Vec<Option<usize>>,
    /// By leader and slot: no free leader can be reached from here.
    dead: Vec<bool>,
    /// Leaders from whom no other can be reached.
    spent: Vec<bool>,
    /// What this search marked: rows, then leaders.
    trail: Vec<usize>,
    /// The site of each group, in order of addition.
    groups: Vec<usize>,
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
        for (row, held) in self.led.iter_mut().enumerate() {
            if held.take().is_some() {
                self.room[row / self.slots] += 1;
            }
        }
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

    fn place(&mut self, group: usize) -> bool {
        let site = self.groups[group];
        let slot = self.can[site].1;
        for at in 0..self.can[site].0.len() {
            let leader = self.can[site].0[at];
            let row = leader * self.slots + slot;
            if self.dead[row] {
                continue;
            }
            self.kill(row);
            let freed = match self.led[row] {
                Some(other) => self.place(other),
                None if self.room[leader] > 0 => {
                    self.room[leader] -= 1;
                    true
                }
                None => self.relieve(leader),
            };
            if freed {
                self.led[row] = Some(group);
                return true;
            }
        }
        false
    }

    /// Hands one of the leader's groups to somebody else.
    fn relieve(&mut self, leader: usize) -> bool {
        if self.spent[leader] {
            return false;
        }
        self.spent[leader] = true;
        self.trail.push(self.led.len() + leader);
        for row in leader * self.slots..(leader + 1) * self.slots {
            let Some(other) = self.led[row] else { continue };
            if self.dead[row] {
                continue;
            }
            self.kill(row);
            if self.place(other) {
                self.led[row] = None;
                return true;
            }
        }
        false
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
                found.push((*group, self.groups[*group], self.who[row / self.slots]));
            }
        }
        found.sort_unstable();
        found.into_iter().map(|(_, site, leader)| (site, leader)).collect()
    }
}
