//! The outbox. A row means "we owe this person a letter".
//! It holds a kind and references, never a text or an address (promise L1). Nothing here talks SMTP.
//!
//! A letter is claimed by a lease with a fence (promise L2): whoever comes back after its lease was taken over
//! has an old fence, and changes nothing.

mod restored;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use diesel::prelude::*;
use model::{GroupId, Letter, LetterId, NoteId, NoticeId, Practical, References, RegionId, SignInId, StaffId};

use crate::{
    DbConn, Result, backup,
    convert::{Column, id, stored},
    dialect, journal,
    schema::{letters, staff},
};

pub use restored::{end_unclaimed, list_owed};

/// How long a sender may take over one letter before another may try.
const LEASE: TimeDelta = TimeDelta::minutes(5);

/// The kind of a row that is gone before anybody can see it.
const PRETENDED: &str = "pretended";

/// A letter that this process alone may send, until its lease runs out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Its identity; also that of its Message-ID.
    pub id: LetterId,
    /// Kind and references.
    pub letter: Letter,
    /// When it became owed; also its `Date` (promise L3).
    pub owed_at: DateTime<Utc>,
    /// After which it is of no use, and dropped (promise L6).
    pub useless_after: DateTime<Utc>,
    /// How often it has been tried before.
    pub attempts: u16,
    /// Which claim this is.
    pub fence: i32,
}

/// How a letter ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The mail server took it.
    Delivered,
    /// The mail server refused it for good, or could not be reached for 72 hours; or its row can't be read.
    Failed,
    /// Its moment had passed, or its recipient was gone.
    Dropped,
}

impl Outcome {
    /// The stored form, also used in logs and metrics.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Failed => "failed",
            Self::Dropped => "dropped",
        }
    }
}

/// Owes a letter. To be called in the transaction whose change causes it (promise L1).
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn push(
    c: &mut DbConn,
    letter_id: LetterId,
    letter: &Letter,
    now: DateTime<Utc>,
    useless_after: DateTime<Utc>,
) -> Result<()> {
    insert(c, letter_id, (letter.kind(), letter.references()), now, useless_after)
}

/// Owes a letter, or does the same work and owes none: neither the statements nor the time they take tell whether there
/// is somebody to write to (promise S7).
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn push_or_pretend(
    c: &mut DbConn,
    letter_id: LetterId,
    letter: Option<&Letter>,
    now: DateTime<Utc>,
    useless_after: DateTime<Utc>,
) -> Result<()> {
    let nothing = (PRETENDED, References::default());
    let owed = letter.map_or(nothing, |letter| (letter.kind(), letter.references()));
    insert(c, letter_id, owed, now, useless_after)?;
    let pretended = letters::table
        .find(letter_id.blob())
        .filter(letters::kind.eq(PRETENDED));
    diesel::delete(pretended).execute(c)?;
    Ok(())
}

fn insert(
    c: &mut DbConn,
    letter_id: LetterId,
    (kind, to): (&str, References),
    now: DateTime<Utc>,
    useless_after: DateTime<Utc>,
) -> Result<()> {
    diesel::insert_into(letters::table)
        .values((
            letters::id.eq(letter_id.blob()),
            letters::kind.eq(kind),
            letters::note_id.eq(to.note.as_ref().map(NoteId::blob)),
            letters::staff_id.eq(to.staff.as_ref().map(StaffId::blob)),
            letters::sign_in_id.eq(to.sign_in.as_ref().map(SignInId::blob)),
            letters::group_id.eq(to.group.as_ref().map(GroupId::blob)),
            letters::notice_id.eq(to.notice.as_ref().map(NoticeId::blob)),
            letters::meeting.eq(to.meeting),
            letters::message.eq(to.message.map(Practical::code)),
            letters::owed_at.eq(stored(now)),
            letters::useless_after.eq(stored(useless_after)),
            letters::not_before.eq(stored(now)),
            letters::attempts.eq(0),
            letters::fence.eq(0),
        ))
        .execute(c)?;
    Ok(())
}

/// Claims up to `most` letters that are due, the longest owed first. One that can't be read ends as failed, so that it
/// holds up no other.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn claim(c: &mut DbConn, now: DateTime<Utc>, most: i64) -> Result<Vec<Claimed>> {
    if backup::is_unfinished(c)? {
        // A service that was not stopped for it must not send what was sent before (promise R8).
        return Ok(Vec::new());
    }
    let clock = dialect::now(c)?;
    let free = || letters::lease_until.is_null().or(letters::lease_until.lt(clock));
    let due: Vec<Vec<u8>> = letters::table
        .filter(
            letters::outcome
                .is_null()
                .and(letters::not_before.le(stored(now)))
                .and(free()),
        )
        .order((letters::not_before, letters::id))
        .limit(most)
        .select(letters::id)
        .load(c)?;
    diesel::update(letters::table.filter(letters::id.eq_any(&due).and(free())))
        .set((
            letters::lease_until.eq(clock + LEASE),
            letters::fence.eq(letters::fence + 1),
        ))
        .execute(c)?;
    let rows = letters::table
        .filter(letters::id.eq_any(due))
        .order((letters::not_before, letters::id))
        .select(Row::as_select())
        .load(c)?;
    let mut claimed = Vec::new();
    for row in rows {
        let id = row.id.clone();
        match Claimed::try_from(row) {
            Ok(letter) => {
                journal::claimed(c, letter.id)?;
                claimed.push(letter);
            }
            Err(_) => end_unread(c, &id, now)?,
        }
    }
    Ok(claimed)
}

fn end_unread(c: &mut DbConn, letter: &[u8], now: DateTime<Utc>) -> Result<()> {
    diesel::update(letters::table.find(letter))
        .set((
            letters::outcome.eq(Outcome::Failed.code()),
            letters::ended_at.eq(stored(now)),
            letters::lease_until.eq(None::<NaiveDateTime>),
        ))
        .execute(c)?;
    Ok(())
}

/// Ends a claimed letter. False if the claim has been taken over, and nothing was changed.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn end(c: &mut DbConn, claimed: &Claimed, outcome: Outcome, now: DateTime<Utc>) -> Result<bool> {
    let ended = diesel::update(letters::table.find(claimed.id.blob()))
        .filter(letters::fence.eq(claimed.fence).and(letters::outcome.is_null()))
        .set((
            letters::outcome.eq(outcome.code()),
            letters::ended_at.eq(stored(now)),
            letters::lease_until.eq(None::<NaiveDateTime>),
        ))
        .execute(c)?;
    if ended > 0 && outcome == Outcome::Delivered {
        journal::letter_delivered(c, claimed.id, &claimed.letter)?;
    }
    Ok(ended > 0)
}

/// Deletes a claimed letter that leaves no trace once it is delivered (promise L7). False if the claim has been taken
/// over, and nothing was changed.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn delete(c: &mut DbConn, claimed: &Claimed) -> Result<bool> {
    let of_claim = letters::table
        .filter(letters::id.eq(claimed.id.blob()))
        .filter(letters::fence.eq(claimed.fence));
    let is_ours = diesel::delete(of_claim).execute(c)? > 0;
    if is_ours {
        journal::letter_delivered(c, claimed.id, &claimed.letter)?;
    }
    Ok(is_ours)
}

/// Gives a claimed letter back, to be tried again at a later moment.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn try_later(c: &mut DbConn, claimed: &Claimed, not_before: DateTime<Utc>) -> Result<()> {
    diesel::update(letters::table.find(claimed.id.blob()))
        .filter(letters::fence.eq(claimed.fence))
        .set((
            letters::attempts.eq(letters::attempts + 1),
            letters::not_before.eq(stored(not_before)),
            letters::lease_until.eq(None::<NaiveDateTime>),
        ))
        .execute(c)?;
    Ok(())
}

/// Gives a claimed letter back untried: the route was at fault, not the letter.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn release(c: &mut DbConn, claimed: &Claimed) -> Result<()> {
    diesel::update(letters::table.find(claimed.id.blob()))
        .filter(letters::fence.eq(claimed.fence))
        .set(letters::lease_until.eq(None::<NaiveDateTime>))
        .execute(c)?;
    Ok(())
}

/// Deletes letters that were delivered or dropped before the first moment, or failed before the second (promise C6).
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn delete_ended(c: &mut DbConn, delivered_before: DateTime<Utc>, failed_before: DateTime<Utc>) -> Result<()> {
    let failed = letters::outcome.eq(Outcome::Failed.code());
    diesel::delete(
        letters::table
            .filter(failed)
            .filter(letters::ended_at.lt(stored(failed_before))),
    )
    .execute(c)?;
    let rest = letters::outcome.ne(Outcome::Failed.code());
    diesel::delete(
        letters::table
            .filter(rest)
            .filter(letters::ended_at.lt(stored(delivered_before))),
    )
    .execute(c)?;
    Ok(())
}

/// Cancels what a participant is owed of a kind, and has not been sent: something newer has taken its place.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn cancel(c: &mut DbConn, note: NoteId, kind: &str) -> Result<()> {
    let owed = letters::note_id.eq(note.blob()).and(letters::outcome.is_null());
    diesel::delete(letters::table.filter(owed.and(letters::kind.eq(kind)))).execute(c)?;
    Ok(())
}

/// Cancels what a participant is owed of a kind about one meeting, and has not been sent: something newer has taken its
/// place.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn cancel_about(c: &mut DbConn, note: NoteId, kind: &str, meeting: NaiveDate) -> Result<()> {
    let owed = letters::note_id.eq(note.blob()).and(letters::outcome.is_null());
    let of_kind = letters::kind.eq(kind).and(letters::meeting.eq(meeting));
    diesel::delete(letters::table.filter(owed.and(of_kind))).execute(c)?;
    Ok(())
}

/// Cancels what is owed of a kind about a group, and has not been sent.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn cancel_of_group(c: &mut DbConn, group: GroupId, kind: &str) -> Result<()> {
    let owed = letters::group_id.eq(group.blob()).and(letters::outcome.is_null());
    diesel::delete(letters::table.filter(owed.and(letters::kind.eq(kind)))).execute(c)?;
    Ok(())
}

/// How the letters of a kind about one group have ended: how many there are, and how many the mail server took.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn count_of_group(c: &mut DbConn, group: GroupId, kind: &str) -> Result<(i64, i64)> {
    let of_kind = letters::group_id.eq(group.blob()).and(letters::kind.eq(kind));
    let all = letters::table.filter(of_kind).count().get_result(c)?;
    let delivered = letters::outcome.eq(Outcome::Delivered.code());
    let sent = letters::table.filter(of_kind.and(delivered)).count().get_result(c)?;
    Ok((all, sent))
}

/// The staff of a region to whom a letter has failed, for as long as that is remembered: the mail server refuses the
/// address, or it was typed wrong (promise L4).
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_unreached_staff(c: &mut DbConn, region: RegionId) -> Result<Vec<StaffId>> {
    let of_region = staff::table
        .filter(staff::region_id.eq(region.blob()))
        .select(staff::id.nullable());
    let failed = letters::outcome.eq(Outcome::Failed.code());
    let ids: Vec<Option<Vec<u8>>> = letters::table
        .filter(failed.and(letters::staff_id.eq_any(of_region)))
        .order(letters::staff_id)
        .distinct()
        .select(letters::staff_id)
        .load(c)?;
    let known = ids.into_iter().flatten();
    known.map(|bytes| id(bytes, Column("letters", "staff_id"))).collect()
}

/// How many letters have not ended, and since when the longest is owed.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn waiting(c: &mut DbConn) -> Result<(i64, Option<DateTime<Utc>>)> {
    let open = letters::table.filter(letters::outcome.is_null());
    let count = open.count().get_result(c)?;
    let oldest: Option<NaiveDateTime> = open
        .order(letters::owed_at)
        .select(letters::owed_at)
        .first(c)
        .optional()?;
    Ok((count, oldest.map(|at| at.and_utc())))
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = letters)]
struct Row {
    id: Vec<u8>,
    kind: String,
    note_id: Option<Vec<u8>>,
    staff_id: Option<Vec<u8>>,
    sign_in_id: Option<Vec<u8>>,
    group_id: Option<Vec<u8>>,
    notice_id: Option<Vec<u8>>,
    meeting: Option<NaiveDate>,
    message: Option<String>,
    owed_at: NaiveDateTime,
    useless_after: NaiveDateTime,
    attempts: i16,
    fence: i32,
}

impl TryFrom<Row> for Claimed {
    type Error = crate::Fault;

    fn try_from(row: Row) -> Result<Self> {
        let from = |column| Column("letters", column);
        let to = References {
            note: row.note_id.map(|bytes| id(bytes, from("note_id"))).transpose()?,
            staff: row.staff_id.map(|bytes| id(bytes, from("staff_id"))).transpose()?,
            group: row.group_id.map(|bytes| id(bytes, from("group_id"))).transpose()?,
            sign_in: row.sign_in_id.map(|bytes| id(bytes, from("sign_in_id"))).transpose()?,
            notice: row.notice_id.map(|bytes| id(bytes, from("notice_id"))).transpose()?,
            meeting: row.meeting,
            message: row.message.as_deref().and_then(Practical::from_code),
        };
        Ok(Self {
            id: id(row.id, from("id"))?,
            letter: Letter::from_parts(&row.kind, to).ok_or(from("kind").corrupt())?,
            owed_at: row.owed_at.and_utc(),
            useless_after: row.useless_after.and_utc(),
            attempts: u16::try_from(row.attempts).map_err(|_| from("attempts").corrupt())?,
            fence: row.fence,
        })
    }
}
