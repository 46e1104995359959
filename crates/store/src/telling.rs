//! What igangsettere have told their groups. The letters are in the outbox; this is for those who get none, and speaks of
//! no person.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use diesel::prelude::*;
use model::{GroupId, Practical, TellingId};

use crate::{
    DbConn, Result,
    convert::{Column, count, stored},
    schema::tellings,
};

/// What a group was told at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// The kind of its letters, by their stored name.
    pub kind: String,
    /// The meeting that it is about, by the date on which it would have been had nothing been moved.
    pub meeting: Option<NaiveDate>,
    /// Of a practical message: which one.
    pub message: Option<Practical>,
    /// How many of those who were told have a receipt code.
    pub by_code: usize,
    /// When.
    pub told_at: DateTime<Utc>,
    /// The last day on which it is remembered.
    pub kept_until: NaiveDate,
}

/// Remembers that a group was told something.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn insert(c: &mut DbConn, id: TellingId, group: GroupId, telling: &Telling) -> Result<()> {
    diesel::insert_into(tellings::table)
        .values((
            tellings::id.eq(id.blob()),
            tellings::group_id.eq(group.blob()),
            tellings::kind.eq(&telling.kind),
            tellings::meeting.eq(telling.meeting),
            tellings::message.eq(telling.message.map(Practical::code)),
            tellings::by_code.eq(count::<i16, _>(telling.by_code, Column("tellings", "by_code"))?),
            tellings::told_at.eq(stored(telling.told_at)),
            tellings::kept_until.eq(telling.kept_until),
        ))
        .execute(c)?;
    Ok(())
}

/// What a group was told, and is remembered, in its order.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list(c: &mut DbConn, group: GroupId) -> Result<Vec<Telling>> {
    type Row = (String, Option<NaiveDate>, Option<String>, i16, NaiveDateTime, NaiveDate);
    let rows: Vec<Row> = tellings::table
        .filter(tellings::group_id.eq(group.blob()))
        .order((tellings::told_at, tellings::id))
        .select((
            tellings::kind,
            tellings::meeting,
            tellings::message,
            tellings::by_code,
            tellings::told_at,
            tellings::kept_until,
        ))
        .load(c)?;
    let read = |(kind, meeting, message, by_code, told_at, kept_until): Row| {
        Ok(Telling {
            kind,
            meeting,
            message: message.as_deref().and_then(Practical::from_code),
            by_code: count(by_code, Column("tellings", "by_code"))?,
            told_at: told_at.and_utc(),
            kept_until,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Remembers what was told about a meeting until another day: it has been moved.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn keep_until(c: &mut DbConn, group: GroupId, meeting: NaiveDate, day: NaiveDate) -> Result<()> {
    let about = tellings::group_id.eq(group.blob()).and(tellings::meeting.eq(meeting));
    diesel::update(tellings::table.filter(about))
        .set(tellings::kept_until.eq(day))
        .execute(c)?;
    Ok(())
}

/// Forgets what has had its last day (promise C6).
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn delete_expired(c: &mut DbConn, today: NaiveDate) -> Result<()> {
    diesel::delete(tellings::table.filter(tellings::kept_until.lt(today))).execute(c)?;
    Ok(())
}
