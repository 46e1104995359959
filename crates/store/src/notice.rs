//! What operators tell everybody whose data others may have seen (GDPR art. 34, promise C14). Letters refer to it, and
//! the pages of notes show it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{ContactPointId, NoteId, NoteState, NoticeId, NoticeText, NoticeTexts, RegionId, StaffId};

use crate::{
    DbConn, Result,
    convert::{Column, count, id},
    schema::{notes, notice_contact_points, notices, staff},
};

/// What was told, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its identity.
    pub id: NoticeId,
    /// The words.
    pub texts: NoticeTexts,
    /// The day on which it was written.
    pub made_on: NaiveDate,
    /// The last day on which it is kept.
    pub kept_until: NaiveDate,
}

/// Stores what is told, and the contact points to whose data it applies.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn insert(c: &mut DbConn, notice: &Notice, points: &[ContactPointId]) -> Result<()> {
    let texts = &notice.texts;
    diesel::insert_into(notices::table)
        .values((
            notices::id.eq(notice.id.blob()),
            notices::bokmal.eq(texts.bokmal.as_str()),
            notices::nynorsk.eq(texts.nynorsk.as_ref().map(NoticeText::as_str)),
            notices::english.eq(texts.english.as_ref().map(NoticeText::as_str)),
            notices::made_on.eq(notice.made_on),
            notices::kept_until.eq(notice.kept_until),
        ))
        .execute(c)?;
    for point in points {
        diesel::insert_into(notice_contact_points::table)
            .values((
                notice_contact_points::notice_id.eq(notice.id.blob()),
                notice_contact_points::contact_point_id.eq(point.blob()),
            ))
            .execute(c)?;
    }
    Ok(())
}

/// A notice, if it has not been erased.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn find(c: &mut DbConn, notice: NoticeId) -> Result<Option<Notice>> {
    let row = notices::table.find(notice.blob()).select(Row::as_select()).first(c);
    row.optional()?.map(Notice::try_from).transpose()
}

/// What was told since a day to the people of a contact point, the newest first.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_since(c: &mut DbConn, point: ContactPointId, since: NaiveDate) -> Result<Vec<Notice>> {
    let rows = notices::table
        .inner_join(notice_contact_points::table)
        .filter(notice_contact_points::contact_point_id.eq(point.blob()))
        .filter(notices::made_on.ge(since))
        .order((notices::made_on.desc(), notices::id))
        .select(Row::as_select())
        .load(c)?;
    rows.into_iter().map(Notice::try_from).collect()
}

/// The day on which the same was last told to people of one of these contact points, as far as that is kept.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn find_told(c: &mut DbConn, texts: &NoticeTexts, points: &[ContactPointId]) -> Result<Option<NaiveDate>> {
    let mut days = Vec::new();
    for point in points {
        let told = list_since(c, *point, NaiveDate::default())?;
        days.extend(told.iter().filter(|one| one.texts == *texts).map(|one| one.made_on));
    }
    Ok(days.into_iter().max())
}

/// The notes of some contact points of one region that have an address, confirmed or not: one for each address, the
/// confirmed one if there is one.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_addressed(c: &mut DbConn, region: RegionId, points: &[ContactPointId]) -> Result<Vec<NoteId>> {
    let rows: Vec<(Vec<u8>, Vec<u8>, String)> = notes::table
        .filter(notes::region_id.eq(region.blob()))
        .filter(notes::contact_point_id.eq_any(blobs(points)))
        .filter(notes::address_index.is_not_null())
        .order(notes::id)
        .select((notes::id, notes::address_index.assume_not_null(), notes::state))
        .load(c)?;
    let mut by_address = BTreeMap::new();
    for (note, address, state) in rows {
        let is_confirmed = state != NoteState::Unconfirmed.code();
        if is_confirmed || !by_address.contains_key(&address) {
            by_address.insert(address, note);
        }
    }
    let notes = by_address.into_values();
    notes.map(|note| id(note, Column("notes", "id"))).collect()
}

/// How many notes of these contact points have a receipt code instead of an address (promise C13).
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn count_by_code(c: &mut DbConn, points: &[ContactPointId]) -> Result<usize> {
    let by_code: i64 = notes::table
        .filter(notes::contact_point_id.eq_any(blobs(points)))
        .filter(notes::receipt_index.is_not_null())
        .count()
        .get_result(c)?;
    count(by_code, Column("notes", "receipt_index"))
}

/// The staff of these contact points.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_staff(c: &mut DbConn, points: &[ContactPointId]) -> Result<Vec<StaffId>> {
    let ids: Vec<Vec<u8>> = staff::table
        .filter(staff::contact_point_id.eq_any(blobs(points)))
        .order(staff::id)
        .select(staff::id)
        .load(c)?;
    ids.into_iter().map(|bytes| id(bytes, Column("staff", "id"))).collect()
}

/// Erases the notices that have had their last day, with what was not sent of them.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn delete_expired(c: &mut DbConn, today: NaiveDate) -> Result<()> {
    diesel::delete(notices::table.filter(notices::kept_until.lt(today))).execute(c)?;
    Ok(())
}

fn blobs(points: &[ContactPointId]) -> Vec<&[u8]> {
    points.iter().map(ContactPointId::blob).collect()
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = notices)]
struct Row {
    id: Vec<u8>,
    bokmal: String,
    nynorsk: Option<String>,
    english: Option<String>,
    made_on: NaiveDate,
    kept_until: NaiveDate,
}

impl TryFrom<Row> for Notice {
    type Error = crate::Fault;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: id(row.id, Column("notices", "id"))?,
            texts: NoticeTexts {
                bokmal: NoticeText::stored(row.bokmal),
                nynorsk: row.nynorsk.map(NoticeText::stored),
                english: row.english.map(NoticeText::stored),
            },
            made_on: row.made_on,
            kept_until: row.kept_until,
        })
    }
}
