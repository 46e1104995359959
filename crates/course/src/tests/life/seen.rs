//! All that can be seen between two steps.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use model::{GroupId, GroupState, Letter, NoteId, NoteState, SeatState, Wish};
use store::{
    DbConn, apart_code,
    collection::{self, Collection},
    group::{self, Group},
    note::{self, Note},
    occupancy::{self, Occupancy},
    seat::{self, Seat},
    wish,
};

use super::world::World;

#[derive(Debug)]
pub(super) struct Seen {
    pub now: DateTime<Utc>,
    pub notes: BTreeMap<NoteId, Note>,
    pub groups: BTreeMap<GroupId, (Group, Vec<Seat>)>,
    pub collections: Vec<Collection>,
    pub taken: Vec<Occupancy>,
    pub wishes: Vec<(NoteId, Wish)>,
    pub apart: Vec<(NoteId, String)>,
    pub letters: Vec<Letter>,
}

impl Seen {
    pub(super) fn of(world: &World, tx: &mut DbConn) -> store::Result<Self> {
        let (mut notes, mut groups, mut collections) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        let region = world.town.id;
        for state in NoteState::ALL {
            let all = note::list(tx, region, state)?;
            notes.extend(all.into_iter().map(|note| (note.id, note)));
        }
        for id in &world.groups {
            if let Some(group) = group::find(tx, *id)? {
                groups.insert(*id, (group, seat::list(tx, *id)?));
            }
        }
        for (id, _) in &world.collections {
            collections.extend(collection::find(tx, *id)?);
        }
        Ok(Self {
            now: world.now,
            notes,
            groups,
            collections,
            taken: occupancy::list(tx, region)?,
            wishes: wish::list(tx, region)?,
            apart: apart_code::list(tx, region)?,
            letters: Vec::new(),
        })
    }

    pub(super) fn notes_that_are(&self, states: &[NoteState]) -> Vec<NoteId> {
        let all = self
            .notes
            .values()
            .filter(|note| states.contains(&note.standing.state()));
        all.map(|note| note.id).collect()
    }

    pub(super) fn groups_that_are(&self, states: &[GroupState]) -> Vec<GroupId> {
        let all = self.groups.values().filter(|(group, _)| states.contains(&group.state));
        all.map(|(group, _)| group.id).collect()
    }

    pub(super) fn seats_that_are(&self, states: &[SeatState]) -> Vec<(NoteId, GroupId)> {
        let all = self.groups.values().flat_map(|(_, seats)| seats);
        all.filter(|seat| states.contains(&seat.state))
            .map(|seat| (seat.note, seat.group))
            .collect()
    }

    pub(super) fn state(&self, note: NoteId) -> Option<NoteState> {
        self.notes.get(&note).map(|note| note.standing.state())
    }

    pub(super) fn seat(&self, group: GroupId, note: NoteId) -> Option<SeatState> {
        let (_, seats) = self.groups.get(&group)?;
        let seat = seats.iter().find(|seat| seat.note == note);
        seat.map(|seat| seat.state)
    }

    /// Pairs of notes that share a code.
    pub(super) fn pairs(&self) -> Vec<(NoteId, NoteId)> {
        let all = self.apart.iter().enumerate();
        let of = |(at, (one, code)): (usize, &(NoteId, String))| {
            let others = self.apart.iter().skip(at + 1).filter(|(_, other)| other == code);
            others.map(|(other, _)| (*one, *other)).collect::<Vec<_>>()
        };
        all.flat_map(of).collect()
    }
}

pub(super) const fn is_live(state: SeatState) -> bool {
    matches!(state, SeatState::Held | SeatState::Invited | SeatState::Accepted)
}
