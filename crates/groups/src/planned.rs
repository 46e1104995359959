//! Planned starts: date first. Place, date and igangsetter are there before anybody has left a note.

mod join;

use chrono::{DateTime, NaiveDate, Utc};
use model::{
    Calendar, Cell, Chance, ContactPointId, GroupId, GroupState, Lead, MAX_SIZE, RegionId, RoomId, StaffId, oslo_date,
};
use store::{
    DbConn,
    availability::Availability,
    contact_point,
    group::{self, Group},
    place::Place,
    room::Room,
    staff::{self, Member},
};

pub use join::{Joined, join_planned};

use crate::{Fault, approve::take, fault::Result, lead::ask, offer::Offer, post::Post};

/// How many starts are offered at most.
const AT_MOST: usize = 20;

/// A start that can be planned: a place, a date, and somebody to lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartOption {
    /// Where and when.
    pub cell: Cell,
    /// In which room.
    pub room: RoomId,
    /// Who would start it.
    pub igangsetter: StaffId,
    /// When people would first meet.
    pub date: NaiveDate,
    /// What staff call the place.
    pub place_name: String,
    /// What the room is called.
    pub room_name: String,
    /// The name that the igangsetter goes by.
    pub igangsetter_name: String,
}

/// The starts that can be planned at a contact point's places, the earliest first, at most twenty. People are given
/// notice from a day on: today, or the last session of a course that has not ended.
///
/// # Errors
/// [`Fault::NotYours`] unless a leader or coordinator of the contact point asks.
pub fn start_options(
    tx: &mut DbConn,
    by: &Member,
    contact_point: ContactPointId,
    notice_from: NaiveDate,
) -> Result<Vec<StartOption>> {
    let mut options = all_options(tx, by, contact_point, notice_from)?;
    options.truncate(AT_MOST);
    Ok(options)
}

/// Plans a group for a course with this last session: it takes its room and its igangsetter, and is open to those who leave notes at its course. The
/// igangsetter is asked, or set up at once if they want no question.
///
/// # Errors
/// [`Fault::NotYours`] as of [`start_options`], [`Fault::StartGone`] unless the option is still among them.
pub fn plan(
    tx: &mut DbConn,
    chance: &Chance,
    by: &Member,
    (option, last_session): (&StartOption, NaiveDate),
    now: DateTime<Utc>,
) -> Result<GroupId> {
    let notice_from = last_session.max(oslo_date(now));
    let options = all_options(tx, by, by.contact_point, notice_from)?;
    let is_chosen = |one: &&StartOption| {
        let parts = |one: &StartOption| (one.cell, one.room, one.igangsetter, one.date);
        parts(one) == parts(option)
    };
    let option = options.iter().find(is_chosen).ok_or(Fault::StartGone)?;
    let offer = Offer::read(tx, by.region, notice_from)?;
    let mut able = offer.igangsettere().iter();
    let mut free = offer.free_rooms(option.cell).into_iter();
    let (Some(place), Some(room), Some(led_by)) = (
        offer.place(option.cell),
        free.find(|room| room.id == option.room),
        able.find(|one| one.staff == option.igangsetter),
    ) else {
        return Err(Fault::StartGone);
    };
    let supported = contact_point::get(tx, place.contact_point)?.supported_meetings;
    let mut group = open_group(GroupId::random(chance), by.region, (option, place, room));
    group.calendar = Calendar::meeting_on(option.date, supported);
    group::insert(tx, &group)?;
    take(tx, chance, &group, &offer)?;
    if led_by.ask_first {
        ask(tx, chance, &mut group, (option.igangsetter, now, now))?;
    } else {
        let post = Post {
            chance,
            group: &group,
            now,
        };
        post.set_to_lead(tx)?;
    }
    Ok(group.id)
}

fn open_group(id: GroupId, region: RegionId, (option, place, room): (&StartOption, &Place, &Room)) -> Group {
    Group {
        id,
        region,
        round: None,
        state: GroupState::Open,
        cell: option.cell,
        room: room.id,
        contact_point: place.contact_point,
        lead: Lead::By(option.igangsetter),
        place_name: place.name.clone(),
        letter_name: place.letter_name.clone(),
        directions: place.directions.clone(),
        room_name: room.name.clone(),
        calendar: Calendar::meeting_on(option.date, 0),
        size: MAX_SIZE,
    }
}

fn all_options(
    tx: &mut DbConn,
    by: &Member,
    contact_point: ContactPointId,
    notice_from: NaiveDate,
) -> Result<Vec<StartOption>> {
    if by.contact_point != contact_point || !(by.roles.leader || by.roles.coordinator) {
        return Err(Fault::NotYours);
    }
    let offer = Offer::read(tx, by.region, notice_from)?;
    let mut options = Vec::new();
    for one in offer.igangsettere() {
        if offer.groups_left(one) == 0 {
            continue;
        }
        let name = staff::get(tx, one.staff)?.name;
        let cells = offer.cells().into_iter().filter(|cell| offer.can_lead(one, *cell));
        options.extend(cells.filter_map(|cell| option(&offer, (one, &name), cell, contact_point)));
    }
    options.sort_by(|a, b| {
        let order = |one: &StartOption| (one.date, one.cell.time.starts_at);
        let names = |one: &StartOption| (one.place_name.clone(), one.igangsetter_name.clone(), one.igangsetter);
        (order(a), names(a)).cmp(&(order(b), names(b)))
    });
    Ok(options)
}

/// The earliest start of somebody in a cell, if the contact point keeps its place.
fn option(
    offer: &Offer,
    (one, name): (&Availability, &str),
    cell: Cell,
    contact_point: ContactPointId,
) -> Option<StartOption> {
    let place = offer.place(cell).filter(|place| place.contact_point == contact_point)?;
    let (date, room) = offer.best_room(cell, one, |_| false)?;
    Some(StartOption {
        cell,
        room: room.id,
        igangsetter: one.staff,
        date,
        place_name: place.name.clone(),
        room_name: room.name.clone(),
        igangsetter_name: name.to_owned(),
    })
}
