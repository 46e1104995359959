//! What the form of an interest note offers.

use chrono::NaiveDate;
use model::{GroupState, PlaceKind};
use store::{
    DbConn,
    contact_point::{self, ContactPoint},
    group::{self, Group},
    place::{self, Place},
    staff,
};
use vault::Vault;

use crate::{
    Door,
    door::{Entry, enter},
    fault::Result,
};

/// What the form of an interest note offers.
#[derive(Clone, Debug)]
pub struct Choices {
    /// The contact point at which the note is left. Its controller is named.
    pub contact_point: ContactPoint,
    /// All contact points of the region, for the text of consent.
    pub region: Vec<ContactPoint>,
    /// The contact point's own places: houses by name, then telephone, then online.
    pub own: Vec<Place>,
    /// The other places of the region, in the same order.
    pub neighbours: Vec<Place>,
    /// The start that is planned with the collection, while it takes people.
    pub planned: Option<Planned>,
}

/// A start whose place and date are fixed already.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The group that will meet.
    pub group: Group,
    /// The name of whoever starts it, once that is certain.
    pub igangsetter: Option<String>,
}

/// What the form behind a door offers.
///
/// # Errors
/// [`Fault::NoSuchCollection`], [`Fault::CollectionClosed`], [`Fault::CollectionFull`], [`Fault::NoController`],
/// [`Fault::SlipUsed`].
///
/// [`Fault::NoSuchCollection`]: crate::Fault::NoSuchCollection
/// [`Fault::CollectionClosed`]: crate::Fault::CollectionClosed
/// [`Fault::CollectionFull`]: crate::Fault::CollectionFull
/// [`Fault::NoController`]: crate::Fault::NoController
/// [`Fault::SlipUsed`]: crate::Fault::SlipUsed
pub fn choices(tx: &mut DbConn, vault: &Vault, door: &Door, today: NaiveDate) -> Result<Choices> {
    let entry = enter(tx, vault, door, today)?;
    choices_of(tx, &entry)
}

pub(crate) fn choices_of(tx: &mut DbConn, entry: &Entry) -> Result<Choices> {
    let contact_point = entry.contact_point.clone();
    let mut places = place::list(tx, contact_point.region)?;
    places.retain(|place| place.offered);
    sort(&mut places);
    let is_own = |place: &Place| place.contact_point == contact_point.id;
    let (own, neighbours) = places.into_iter().partition(is_own);
    Ok(Choices {
        region: contact_point::list(tx, contact_point.region)?,
        own,
        neighbours,
        planned: planned_with(tx, entry)?,
        contact_point,
    })
}

/// Puts houses before the telephone, and that before video meetings; within a kind the order stays.
pub(crate) fn sort(places: &mut [Place]) {
    places.sort_by_key(|place| PlaceKind::ALL.iter().position(|kind| *kind == place.kind));
}

/// The name of whoever starts a group, once that is certain.
pub(crate) fn igangsetter_of(tx: &mut DbConn, group: &Group) -> Result<Option<String>> {
    match group.lead.certain() {
        Some(whom) => Ok(staff::find(tx, whom)?.map(|member| member.name)),
        None => Ok(None),
    }
}

fn planned_with(tx: &mut DbConn, entry: &Entry) -> Result<Option<Planned>> {
    let Some(planned) = entry.collection.as_ref().and_then(|collection| collection.planned) else {
        return Ok(None);
    };
    match group::find(tx, planned)?.filter(|group| group.state == GroupState::Open) {
        Some(group) => Ok(Some(Planned {
            igangsetter: igangsetter_of(tx, &group)?,
            group,
        })),
        None => Ok(None),
    }
}
