//! Contact points: what they say of themselves, and when they are shut.

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{ClosingLines, ContactPointId, Controller, DaysOff, RegionId, Slug};

use crate::{
    DbConn, Fault, Result,
    convert::{Column, count, id},
    schema::{closed_days, contact_points},
};

/// An organisation in a region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactPoint {
    /// Its identity.
    pub id: ContactPointId,
    /// The region with which it pools its notes.
    pub region: RegionId,
    /// What it is called.
    pub name: String,
    /// Where its permanent sign-up page stands.
    pub slug: Slug,
    /// Who answers for its data; until that is said, no collection opens.
    pub controller: Option<Controller>,
    /// How many meetings of a group an igangsetter is there for.
    pub supported_meetings: u8,
    /// What it says at the end of letters to participants, in its own words.
    pub closing_lines: Option<ClosingLines>,
}

/// Adds a contact point.
///
/// # Errors
/// [`Fault::Driver`], also if the slug is taken: look with [`find_by_slug`] first.
pub fn insert(c: &mut DbConn, point: &ContactPoint) -> Result<()> {
    diesel::insert_into(contact_points::table)
        .values((
            contact_points::id.eq(point.id.blob()),
            contact_points::region_id.eq(point.region.blob()),
            Changing::of(point),
        ))
        .execute(c)?;
    Ok(())
}

/// Stores what a contact point says of itself now.
///
/// # Errors
/// [`Fault::Missing`]; [`Fault::Driver`] if the slug is taken.
pub fn update(c: &mut DbConn, point: &ContactPoint) -> Result<()> {
    let changed = diesel::update(contact_points::table.find(point.id.blob()))
        .set(Changing::of(point))
        .execute(c)?;
    if changed == 0 {
        Err(Fault::Missing("contact_points"))
    } else {
        Ok(())
    }
}

/// A contact point.
///
/// # Errors
/// [`Fault::Missing`].
pub fn get(c: &mut DbConn, point: ContactPointId) -> Result<ContactPoint> {
    let row = contact_points::table
        .find(point.blob())
        .select(Row::as_select())
        .first(c)
        .optional()?;
    row.ok_or(Fault::Missing("contact_points"))?.try_into()
}

/// The contact point whose sign-up page has this name, if there is one.
///
/// # Errors
/// [`Fault::Driver`].
pub fn find_by_slug(c: &mut DbConn, slug: &Slug) -> Result<Option<ContactPoint>> {
    let row = contact_points::table
        .filter(contact_points::slug.eq(slug.as_str()))
        .select(Row::as_select())
        .first(c);
    row.optional()?.map(ContactPoint::try_from).transpose()
}

/// The contact points of a region, by name.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list(c: &mut DbConn, region: RegionId) -> Result<Vec<ContactPoint>> {
    let rows = contact_points::table
        .filter(contact_points::region_id.eq(region.blob()))
        .select(Row::as_select())
        .load(c)?;
    let mut points = rows
        .into_iter()
        .map(ContactPoint::try_from)
        .collect::<Result<Vec<_>>>()?;
    points.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok(points)
}

/// The ids of all contact points: the privacy page names who answers for what.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_all(c: &mut DbConn) -> Result<Vec<ContactPointId>> {
    let ids: Vec<Vec<u8>> = contact_points::table
        .order((contact_points::name, contact_points::id))
        .select(contact_points::id)
        .load(c)?;
    ids.into_iter()
        .map(|bytes| id(bytes, Column("contact_points", "id")))
        .collect()
}

/// The days on which a contact point is shut, by date.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_closed_days(c: &mut DbConn, point: ContactPointId) -> Result<Vec<DaysOff>> {
    let rows: Vec<(NaiveDate, NaiveDate)> = closed_days::table
        .filter(closed_days::contact_point_id.eq(point.blob()))
        .order((closed_days::first_day, closed_days::last_day))
        .select((closed_days::first_day, closed_days::last_day))
        .load(c)?;
    let read = |(first, last)| DaysOff::new(first, last).ok_or(Column("closed_days", "last_day").corrupt());
    rows.into_iter().map(read).collect()
}

/// Puts days on which a contact point is shut in place of those that were there.
///
/// # Errors
/// [`Fault::Driver`].
pub fn replace_closed_days(c: &mut DbConn, point: ContactPointId, spans: &[DaysOff]) -> Result<()> {
    diesel::delete(closed_days::table.filter(closed_days::contact_point_id.eq(point.blob()))).execute(c)?;
    for span in spans {
        diesel::insert_into(closed_days::table)
            .values((
                closed_days::contact_point_id.eq(point.blob()),
                closed_days::first_day.eq(span.first()),
                closed_days::last_day.eq(span.last()),
            ))
            .execute(c)?;
    }
    Ok(())
}

/// What can be edited.
#[derive(Insertable, AsChangeset)]
#[diesel(table_name = contact_points, treat_none_as_null = true)]
struct Changing<'a> {
    name: &'a str,
    slug: &'a str,
    responsible_body: Option<String>,
    privacy_contact: Option<String>,
    phone: Option<String>,
    supported_meetings: i16,
    closing_lines: Option<String>,
}

impl<'a> Changing<'a> {
    fn of(point: &'a ContactPoint) -> Self {
        let of_controller = |text: fn(&Controller) -> &String| point.controller.as_ref().map(text).cloned();
        Self {
            name: &point.name,
            slug: point.slug.as_str(),
            responsible_body: of_controller(|controller| &controller.responsible_body),
            privacy_contact: of_controller(|controller| &controller.privacy_contact),
            phone: of_controller(|controller| &controller.phone),
            supported_meetings: i16::from(point.supported_meetings),
            closing_lines: point.closing_lines.as_ref().map(ClosingLines::to_string),
        }
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = contact_points)]
struct Row {
    id: Vec<u8>,
    region_id: Vec<u8>,
    name: String,
    slug: String,
    responsible_body: Option<String>,
    privacy_contact: Option<String>,
    phone: Option<String>,
    supported_meetings: i16,
    closing_lines: Option<String>,
}

impl TryFrom<Row> for ContactPoint {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self> {
        let from = |column| Column("contact_points", column);
        let controller = match (row.responsible_body, row.privacy_contact, row.phone) {
            (Some(responsible_body), Some(privacy_contact), Some(phone)) => Some(Controller {
                responsible_body,
                privacy_contact,
                phone,
            }),
            _ => None,
        };
        Ok(Self {
            id: id(row.id, from("id"))?,
            region: id(row.region_id, from("region_id"))?,
            name: row.name,
            slug: row.slug.parse().map_err(|_| from("slug").corrupt())?,
            controller,
            supported_meetings: count(row.supported_meetings, from("supported_meetings"))?,
            closing_lines: row.closing_lines.map(ClosingLines::stored),
        })
    }
}
