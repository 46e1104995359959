//! Everybody whose data others may have seen is told, and nobody sees an address (GDPR art. 34, promise C14).

use std::collections::BTreeMap;

use chrono::{DateTime, Days, TimeDelta, Utc};
use model::{
    Chance, ContactPointId, Letter, LetterId, NoteId, NoticeId, NoticeTexts, RegionId, Slug, StaffId, oslo_date,
};
use store::{
    DbConn,
    contact_point::{self, ContactPoint},
    notice::{self, Notice},
    outbox,
};

use crate::{Fault, fault::Result};

/// How long the letters are of use.
const LETTERS_OF_USE: TimeDelta = TimeDelta::days(14);
/// How long the pages of notes show it: longer than the last letter is kept.
const KEPT: Days = Days::new(35);

/// To how many people something applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Affected {
    /// Participants with an address: one letter for each address and region.
    pub participants: usize,
    /// Staff: one letter each.
    pub staff: usize,
    /// Notes with a receipt code, whose pages show it.
    pub by_code: usize,
}

/// The contact points of these names in the addresses of their sign-up pages; all of them, if no name is given.
///
/// # Errors
/// [`Fault::NoSuchContactPoint`].
pub fn find_points(tx: &mut DbConn, names: &[Slug]) -> Result<Vec<ContactPoint>> {
    if names.is_empty() {
        let all = contact_point::list_all(tx)?;
        return all.into_iter().map(|id| Ok(contact_point::get(tx, id)?)).collect();
    }
    let mut points: Vec<ContactPoint> = Vec::new();
    for name in names {
        let point = contact_point::find_by_slug(tx, name)?.ok_or(Fault::NoSuchContactPoint)?;
        // A name that is given twice counts once.
        if points.iter().all(|one| one.id != point.id) {
            points.push(point);
        }
    }
    Ok(points)
}

/// To how many people of these contact points something applies.
///
/// # Errors
/// [`Fault::Store`].
pub fn count_affected(tx: &mut DbConn, points: &[ContactPoint]) -> Result<Affected> {
    let (notes, staff) = affected(tx, points)?;
    Ok(Affected {
        participants: notes.len(),
        staff: staff.len(),
        by_code: notice::count_by_code(tx, &ids(points))?,
    })
}

/// Owes a letter to everybody whose address these contact points hold, and shows the same on the pages of their notes.
/// It is nobody's daily letter: no limit holds it back.
///
/// # Errors
/// [`Fault::ToldAlready`] if some of them have been told the same, unless they are to be told `again`.
pub fn tell_affected(
    tx: &mut DbConn,
    chance: &Chance,
    (texts, points): (&NoticeTexts, &[ContactPoint]),
    again: bool,
    now: DateTime<Utc>,
) -> Result<Affected> {
    let ids = ids(points);
    if let (Some(on), false) = (notice::find_told(tx, texts, &ids)?, again) {
        return Err(Fault::ToldAlready(on));
    }
    let today = oslo_date(now);
    let new = Notice {
        id: NoticeId::random(chance),
        texts: texts.clone(),
        made_on: today,
        kept_until: today + KEPT,
    };
    notice::insert(tx, &new, &ids)?;
    let (notes, staff) = affected(tx, points)?;
    let to_notes = notes.into_iter().map(|note| Letter::Notice { note, notice: new.id });
    let to_staff = staff
        .into_iter()
        .map(|staff| Letter::StaffNotice { staff, notice: new.id });
    for letter in to_notes.chain(to_staff) {
        outbox::push(tx, LetterId::random(chance), &letter, now, now + LETTERS_OF_USE)?;
    }
    count_affected(tx, points)
}

fn affected(tx: &mut DbConn, points: &[ContactPoint]) -> Result<(Vec<NoteId>, Vec<StaffId>)> {
    let mut by_region: BTreeMap<RegionId, Vec<ContactPointId>> = BTreeMap::new();
    for point in points {
        by_region.entry(point.region).or_default().push(point.id);
    }
    let mut notes = Vec::new();
    for (region, points) in &by_region {
        notes.extend(notice::list_addressed(tx, *region, points)?);
    }
    Ok((notes, notice::list_staff(tx, &ids(points))?))
}

fn ids(points: &[ContactPoint]) -> Vec<ContactPointId> {
    points.iter().map(|point| point.id).collect()
}
