//! Seats: which notes are in which group, and what their people answered.

use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use model::{GroupId, NoteId, RegionId, SeatState, WeeklyTime};

use crate::{
    DbConn, Fault, Result,
    convert::{Column, count, id, weekly_time},
    schema::{groups, seats},
};

/// A seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// In which group.
    pub group: GroupId,
    /// Whose.
    pub note: NoteId,
    /// What has become of it.
    pub state: SeatState,
    /// The last day for an answer, once the mail server has taken the invitation.
    pub answer_by: Option<NaiveDate>,
    /// Whether the person has been reminded of the answer, or, once it is accepted, of the meeting.
    pub reminded: bool,
    /// The number of the participant in the group, once accepted: it stays when others leave.
    pub number: Option<u8>,
    /// What the person wants to be called in the group.
    pub nickname: Option<String>,
}

/// States in which a note can't be given another seat.
pub(crate) const LIVE: [&str; 3] = [
    SeatState::Held.code(),
    SeatState::Invited.code(),
    SeatState::Accepted.code(),
];

/// Gives a note a seat that is held, offered or taken.
///
/// # Errors
/// [`Fault::Driver`], also if the note has a seat in the group already.
pub fn insert(c: &mut DbConn, group: GroupId, note: NoteId, state: SeatState) -> Result<()> {
    diesel::insert_into(seats::table)
        .values((
            seats::group_id.eq(group.blob()),
            seats::note_id.eq(note.blob()),
            seats::state.eq(state.code()),
            seats::reminded.eq(false),
        ))
        .execute(c)?;
    Ok(())
}

/// The seats of a group.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list(c: &mut DbConn, group: GroupId) -> Result<Vec<Seat>> {
    let rows: Vec<Row> = seats::table
        .filter(seats::group_id.eq(group.blob()))
        .order(seats::note_id)
        .load(c)?;
    rows.into_iter().map(read).collect()
}

/// The seat that a note holds, has been offered or has taken, if it has one.
///
/// # Errors
/// [`Fault::Driver`].
pub fn find_live(c: &mut DbConn, note: NoteId) -> Result<Option<Seat>> {
    let live = seats::note_id.eq(note.blob()).and(seats::state.eq_any(LIVE));
    seats::table
        .filter(live)
        .first::<Row>(c)
        .optional()?
        .map(read)
        .transpose()
}

/// The seat of a note in a group, if it has one.
///
/// # Errors
/// [`Fault::Driver`].
pub fn find(c: &mut DbConn, group: GroupId, note: NoteId) -> Result<Option<Seat>> {
    seats::table
        .find((group.blob(), note.blob()))
        .first::<Row>(c)
        .optional()?
        .map(read)
        .transpose()
}

/// The region's notes that have a seat which is held, offered or taken.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_seated(c: &mut DbConn, region: RegionId) -> Result<Vec<NoteId>> {
    let rows: Vec<Vec<u8>> = seats::table
        .inner_join(groups::table)
        .filter(groups::region_id.eq(region.blob()).and(seats::state.eq_any(LIVE)))
        .select(seats::note_id)
        .load(c)?;
    rows.into_iter()
        .map(|bytes| id(bytes, Column("seats", "note_id")))
        .collect()
}

/// The dates and times that a region's people have declined, of groups that are not forgotten.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_declined(c: &mut DbConn, region: RegionId) -> Result<Vec<(NoteId, WeeklyTime, NaiveDate)>> {
    let declined = seats::state.eq(SeatState::Declined.code());
    let rows: Vec<(Vec<u8>, i16, NaiveTime, NaiveDate)> = seats::table
        .inner_join(groups::table)
        .filter(groups::region_id.eq(region.blob()).and(declined))
        .select((
            seats::note_id,
            groups::weekday,
            groups::starts_at,
            groups::first_meeting,
        ))
        .load(c)?;
    rows.into_iter()
        .map(|(note, day, starts_at, date)| {
            let time = weekly_time(day, starts_at, Column("groups", "starts_at"))?;
            Ok((id(note, Column("seats", "note_id"))?, time, date))
        })
        .collect()
}

/// The times and dates that one person has declined, of groups that are not forgotten.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_declined_of(c: &mut DbConn, note: NoteId) -> Result<Vec<(WeeklyTime, NaiveDate)>> {
    let declined = seats::state.eq(SeatState::Declined.code());
    let rows: Vec<(i16, NaiveTime, NaiveDate)> = seats::table
        .inner_join(groups::table)
        .filter(seats::note_id.eq(note.blob()).and(declined))
        .select((groups::weekday, groups::starts_at, groups::first_meeting))
        .load(c)?;
    let read = |(day, starts_at, date)| Ok((weekly_time(day, starts_at, Column("groups", "starts_at"))?, date));
    rows.into_iter().map(read).collect()
}

/// Stores what has become of a seat.
///
/// # Errors
/// [`Fault::Missing`] if it is gone.
pub fn update(c: &mut DbConn, seat: &Seat) -> Result<()> {
    let changed = diesel::update(seats::table.find((seat.group.blob(), seat.note.blob())))
        .set((
            seats::state.eq(seat.state.code()),
            seats::answer_by.eq(seat.answer_by),
            seats::reminded.eq(seat.reminded),
            seats::number.eq(seat.number.map(i16::from)),
            seats::nickname.eq(&seat.nickname),
        ))
        .execute(c)?;
    if changed == 0 {
        Err(Fault::Missing("seats"))
    } else {
        Ok(())
    }
}

/// Frees a seat that was only held.
///
/// # Errors
/// [`Fault::Driver`].
pub fn delete_held(c: &mut DbConn, seat: &Seat) -> Result<()> {
    let held = seats::state.eq(SeatState::Held.code());
    let of_note = seats::table.find((seat.group.blob(), seat.note.blob()));
    diesel::delete(of_note.filter(held)).execute(c)?;
    Ok(())
}

/// Lets a note that replaces an older one remember the dates that were declined, but for those of groups in which it has
/// a seat itself.
///
/// # Errors
/// [`Fault::Driver`].
pub fn hand_on_declined(c: &mut DbConn, older: NoteId, newer: NoteId) -> Result<()> {
    let of_newer = seats::table
        .filter(seats::note_id.eq(newer.blob()))
        .select(seats::group_id);
    let known: Vec<Vec<u8>> = of_newer.load(c)?;
    let declined = seats::state.eq(SeatState::Declined.code());
    let unknown = declined.and(seats::group_id.ne_all(known));
    diesel::update(seats::table.filter(seats::note_id.eq(older.blob()).and(unknown)))
        .set(seats::note_id.eq(newer.blob()))
        .execute(c)?;
    Ok(())
}

/// Frees the seats of a group that will not meet. Those that were declined stay as long as the group is remembered.
///
/// # Errors
/// [`Fault::Driver`].
pub fn delete_undeclined(c: &mut DbConn, group: GroupId) -> Result<()> {
    let undeclined = seats::state.ne(SeatState::Declined.code());
    diesel::delete(seats::table.filter(seats::group_id.eq(group.blob()).and(undeclined))).execute(c)?;
    Ok(())
}

type Row = (
    Vec<u8>,
    Vec<u8>,
    String,
    Option<NaiveDate>,
    bool,
    Option<i16>,
    Option<String>,
);

fn read((group, note, state, answer_by, reminded, number, nickname): Row) -> Result<Seat> {
    Ok(Seat {
        group: id(group, Column("seats", "group_id"))?,
        note: id(note, Column("seats", "note_id"))?,
        state: SeatState::from_code(&state).ok_or(Column("seats", "state").corrupt())?,
        answer_by,
        reminded,
        number: number
            .map(|number| count(number, Column("seats", "number")))
            .transpose()?,
        nickname,
    })
}
