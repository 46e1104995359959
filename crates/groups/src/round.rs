//! Rounds: a draft of groups that nobody has been told of.

use chrono::NaiveDate;
use matcher::{Limits, Pool, Proposal, ProposedGroup, Reason};
use model::{
    Calendar, Cell, Chance, GroupId, GroupState, Lead, NoteId, NoteState, RegionId, RoomId, RoundId, SeatState, StaffId,
};
use store::{
    Db, DbConn, contact_point,
    group::{self, Group},
    note,
    place::Place,
    room::Room,
    round::{self, Help, Round, Unplaced},
    seat, staff,
    staff::Member,
};

use crate::{
    Fault,
    acceptance::acceptance,
    fault::Result,
    fill,
    pool::{Snapshot, cell_id, list_standing},
    statistics::statistics,
};

/// One group of a draft.
#[derive(Clone, Debug)]
pub struct Proposed {
    /// The group. One that is inviting already would be filled.
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
    /// What would give more of them one, best first.
    pub helps: Vec<Help>,
}

/// A run of the matcher whose draft is stored.
pub struct Run {
    /// The round that was opened.
    pub round: RoundId,
    pub(crate) region: Snapshot,
    pub(crate) pool: Pool,
    pub(crate) proposal: Proposal,
}

/// Runs the matcher over a region and stores what it proposes. The matcher runs outside any transaction;
/// whatever has changed meanwhile is left out of the draft, and stays in the pool. It reckons with the acceptance that
/// the region's quarters tell, or, as long as they tell little, with this setting in per cent.
///
/// What would help those without a seat takes longer: [`crate::store_help`].
///
/// # Errors
/// [`Fault::RoundOpen`] if the region has a draft already.
pub fn propose(db: &Db, chance: &Chance, region: RegionId, today: NaiveDate, acceptance_setting: u8) -> Result<Run> {
    let (region, standing, quarters) = db.read_now(|tx| {
        let quarters = statistics(tx, region, today)?;
        let region = Snapshot::read(tx, region, today)?;
        let standing = list_standing(tx, &region)?;
        Ok::<_, Fault>((region, standing, quarters))
    })?;
    let pool = Pool::try_from(region.pool(acceptance(acceptance_setting, &quarters), &standing))?;
    let proposal = matcher::assemble(&pool, &Limits::default());
    let round = db.write_now(|tx| store_draft(tx, chance, &region, &proposal))?;
    Ok(Run {
        round,
        region,
        pool,
        proposal,
    })
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
    let mut with_notes = Vec::new();
    for group in group::list_proposed(tx, round.id)? {
        let notes = seat::list(tx, group.id)?.len();
        with_notes.push((group, notes));
    }
    with_notes.extend(fill::list(tx, by.region)?);
    for (group, notes) in with_notes {
        let igangsetter = match group.lead.whom() {
            Some(whom) => staff::get(tx, whom)?.name,
            // Whoever was to start a group that would be filled has stepped back since.
            None => String::new(),
        };
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
        helps: round::list_helps(tx, round.id)?,
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
    for Proposed { group, .. } in draft.groups {
        group::hold(tx, group.id)?;
        match group.state {
            GroupState::Proposed => group::delete(tx, group.id)?,
            _ => fill::release(tx, group.id)?,
        }
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
        made_on: region.offer.today(),
    };
    round::insert(tx, round)?;
    let mut given = Vec::new();
    for proposed in &proposal.groups {
        store_group(tx, chance, (region, round.id), proposed, &mut given)?;
    }
    proposal.filled.iter().try_for_each(|filled| fill::hold(tx, filled))?;
    for without in &proposal.unplaced {
        let id: NoteId = without.note.parse().map_err(|_| Fault::Answer)?;
        if note::find(tx, id)?.is_some() {
            round::insert_unplaced(tx, round.id, &unplaced(id, &without.reason))?;
        }
    }
    Ok(round.id)
}

/// Stores one proposed group, unless one of its notes has gone or found a seat meanwhile, or no room is left that
/// opens on a day on which its igangsetter is there.
fn store_group(
    tx: &mut DbConn,
    chance: &Chance,
    (region, round): (&Snapshot, RoundId),
    proposed: &ProposedGroup,
    given: &mut Vec<(Cell, RoomId)>,
) -> Result<()> {
    let found = find_room(region, proposed, given)?;
    let members: Vec<NoteId> = read_ids(&proposed.members)?;
    let Some((cell, date, place, room)) = found else {
        return Ok(());
    };
    given.push((cell, room.id));
    if !all_wait(tx, &members)? {
        return Ok(());
    }
    let supported = contact_point::get(tx, place.contact_point)?.supported_meetings;
    let group = Group {
        id: GroupId::random(chance),
        region: region.id(),
        round: Some(round),
        state: GroupState::Proposed,
        cell,
        room: room.id,
        contact_point: place.contact_point,
        lead: Lead::By(proposed.igangsetter.parse::<StaffId>().map_err(|_| Fault::Answer)?),
        place_name: place.name.clone(),
        letter_name: place.letter_name.clone(),
        directions: place.directions.clone(),
        room_name: room.name.clone(),
        calendar: Calendar::meeting_on(date, supported),
        size: members.len(),
    };
    group::insert(tx, &group)?;
    members
        .into_iter()
        .try_for_each(|member| Ok(seat::insert(tx, group.id, member, SeatState::Held)?))
}

/// The cell of a proposed group, and the room there in which it can meet first, of those that no other group of the
/// draft was given.
fn find_room<'a>(
    region: &'a Snapshot,
    proposed: &ProposedGroup,
    given: &[(Cell, RoomId)],
) -> Result<Option<(Cell, NaiveDate, &'a Place, &'a Room)>> {
    let offer = &region.offer;
    let mut cells = offer.cells().into_iter();
    let cell = cells
        .find(|cell| cell_id(*cell) == proposed.cell)
        .ok_or(Fault::Answer)?;
    let mut igangsettere = offer.igangsettere().iter();
    let led_by = igangsettere
        .find(|one| one.staff.to_string() == proposed.igangsetter)
        .ok_or(Fault::Answer)?;
    let best = offer.best_room(cell, led_by, |room| given.contains(&(cell, room)));
    Ok(best
        .zip(offer.place(cell))
        .map(|((date, room), place)| (cell, date, place, room)))
}

fn all_wait(tx: &mut DbConn, notes: &[NoteId]) -> Result<bool> {
    for note in notes {
        if !waits(tx, *note)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// True of a note that is there, and has no seat.
pub(crate) fn waits(tx: &mut DbConn, note: NoteId) -> Result<bool> {
    let waits = note::find(tx, note)?.is_some_and(|note| note.standing.state() == NoteState::Waiting);
    Ok(waits && seat::find_live(tx, note)?.is_none())
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
