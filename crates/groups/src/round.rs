//! Rounds: a draft of groups that nobody has been told of.

use chrono::NaiveDate;
use matcher::{Limits, Pool, Proposal, ProposedGroup, Reason};
use model::{Calendar, Cell, Chance, GroupId, GroupState, NoteId, NoteState, RegionId, RoomId, RoundId, StaffId};
use store::{
    Db, DbConn,
    group::{self, Group},
    note,
    place::{self, Room},
    round::{self, Round, Unplaced},
    seat, staff,
    staff::Member,
};

use crate::{
    Fault,
    fault::Result,
    pool::{Snapshot, cell_id},
};

/// One group of a draft.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// The group.
    pub group: Group,
    /// How many notes would be invited.
    pub notes: usize,
    /// The name that its igangsetter goes by.
    pub igangsetter: String,
}

/// The open round of a region.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The round.
    pub round: Round,
    /// The groups that have not been approved.
    pub groups: Vec<Proposed>,
    /// The notes without a seat, with reasons.
    pub unplaced: Vec<Unplaced>,
}

/// Runs the matcher over a region and stores what it proposes. The matcher runs outside any transaction;
/// whatever has changed meanwhile is left out of the draft, and stays in the pool.
///
/// # Errors
/// [`Fault::RoundOpen`] if the region has a draft already.
pub fn propose(db: &Db, chance: &Chance, region: RegionId, today: NaiveDate, size_value: &[i32]) -> Result<RoundId> {
    let region = db.read_now(|tx| Snapshot::read(tx, region, today))?;
    let pool = Pool::try_from(region.pool(size_value))?;
    let proposal = matcher::assemble(&pool, Limits::default());
    db.write_now(|tx| store_draft(tx, chance, &region, &proposal))
}

/// The open round of a coordinator's region.
///
/// # Errors
/// [`Fault::NotYours`] for anybody else.
pub fn draft(tx: &mut DbConn, by: &Member) -> Result<Option<Draft>> {
    if !by.roles.coordinator {
        return Err(Fault::NotYours);
    }
    let Some(round) = round::find_open(tx, by.region)? else {
        return Ok(None);
    };
    let mut groups = Vec::new();
    for group in group::list_proposed(tx, round.id)? {
        let notes = seat::list(tx, group.id)?.len();
        let igangsetter = staff::get(tx, group.igangsetter)?.name;
        groups.push(Proposed {
            group,
            notes,
            igangsetter,
        });
    }
    Ok(Some(Draft {
        round,
        groups,
        unplaced: round::list_unplaced(tx, round.id)?,
    }))
}

/// Throws a draft away; nobody was told of it.
///
/// # Errors
/// [`Fault::NotYours`].
pub fn discard(tx: &mut DbConn, by: &Member, round: RoundId) -> Result<()> {
    let draft = draft(tx, by)?
        .filter(|draft| draft.round.id == round)
        .ok_or(Fault::NotYours)?;
    for proposed in draft.groups {
        group::delete(tx, proposed.group.id)?;
    }
    Ok(round::delete(tx, round)?)
}

pub(crate) fn store_draft(tx: &mut DbConn, chance: &Chance, region: &Snapshot, proposal: &Proposal) -> Result<RoundId> {
    if round::find_open(tx, region.id())?.is_some() {
        return Err(Fault::RoundOpen);
    }
    let round = Round {
        id: RoundId::random(chance),
        region: region.id(),
        made_on: region.today(),
    };
    round::insert(tx, round)?;
    let mut given = Vec::new();
    for proposed in &proposal.groups {
        store_group(tx, chance, (region, round.id), proposed, &mut given)?;
    }
    for without in &proposal.unplaced {
        let id: NoteId = without.note.parse().map_err(|_| Fault::Answer)?;
        if note::find(tx, id)?.is_some() {
            round::insert_unplaced(tx, round.id, &unplaced(id, &without.reason))?;
        }
    }
    Ok(round.id)
}

/// Stores one proposed group, unless one of its notes has gone or found a seat meanwhile.
fn store_group(
    tx: &mut DbConn,
    chance: &Chance,
    (region, round): (&Snapshot, RoundId),
    proposed: &ProposedGroup,
    given: &mut Vec<(Cell, RoomId)>,
) -> Result<()> {
    let (cell, room) = find_room(region, proposed, given)?;
    given.push((cell, room.id));
    let members: Vec<NoteId> = read_ids(&proposed.members)?;
    let Some(place) = place::find(tx, region.id(), cell.place)? else {
        return Ok(());
    };
    if !all_wait(tx, &members)? {
        return Ok(());
    }
    let group = Group {
        id: GroupId::random(chance),
        region: region.id(),
        round: Some(round),
        state: GroupState::Proposed,
        cell,
        room: room.id,
        igangsetter: proposed.igangsetter.parse::<StaffId>().map_err(|_| Fault::Answer)?,
        place_name: place.letter_name,
        how_to_find: place.how_to_find,
        room_name: room.name.clone(),
        calendar: Calendar::approved(region.today(), cell.time),
        size: members.len(),
        asked_at: None,
    };
    group::insert(tx, &group)?;
    members
        .into_iter()
        .try_for_each(|member| Ok(seat::insert_held(tx, group.id, member)?))
}

/// The cell of a proposed group, with a room there that no other group of the draft was given.
fn find_room<'a>(region: &'a Snapshot, proposed: &ProposedGroup, given: &[(Cell, RoomId)]) -> Result<(Cell, &'a Room)> {
    let mut cells = region.cells().into_iter();
    let cell = cells
        .find(|cell| cell_id(*cell) == proposed.cell)
        .ok_or(Fault::Answer)?;
    let mut rooms = region.free_rooms(cell).into_iter();
    let room = rooms
        .find(|room| !given.contains(&(cell, room.id)))
        .ok_or(Fault::Answer)?;
    Ok((cell, room))
}

fn all_wait(tx: &mut DbConn, notes: &[NoteId]) -> Result<bool> {
    for note in notes {
        let waits = note::find(tx, *note)?.is_some_and(|note| note.standing.state() == NoteState::Waiting);
        if !waits || seat::find_live(tx, *note)?.is_some() {
            return Ok(false);
        }
    }
    Ok(true)
}

fn read_ids(raw: &[String]) -> Result<Vec<NoteId>> {
    raw.iter().map(|id| id.parse().map_err(|_| Fault::Answer)).collect()
}

fn unplaced(note: NoteId, reason: &Reason) -> Unplaced {
    let (reason, have) = match reason {
        Reason::NoCommonTime => ("no_common_time", None),
        Reason::NoIgangsetter => ("no_igangsetter", None),
        Reason::NoRoom => ("no_room", None),
        Reason::TooFew { have, .. } => ("too_few", u16::try_from(*have).ok()),
        Reason::Apart => ("apart", None),
        Reason::Outweighed => ("outweighed", None),
    };
    Unplaced {
        note,
        reason: reason.to_owned(),
        have,
    }
}
