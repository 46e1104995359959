//! Places where groups can meet. Groups keep copies of what they show, so nothing here touches one that is under way.

use model::{Chance, LetterName, Line, Name, NameFault, PlaceId, PlaceKind};
use store::{
    DbConn,
    place::{self, Directions, Place},
    staff::Member,
};

use crate::{Fault, fault::Result};

/// A place as typed in.
#[derive(Clone, Debug)]
pub struct PlaceDraft {
    /// A house, the telephone, or a video meeting.
    pub kind: PlaceKind,
    /// What staff and the interest note call it.
    pub name: Name,
    /// The street address, where there is one.
    pub address: Option<Name>,
    /// What letters call it, if not by the street address.
    pub letter_name: Option<LetterName>,
    /// Which way in.
    pub entrance: Option<Line>,
    /// Whether there is a way in without steps, if that is known.
    pub step_free: Option<bool>,
    /// Where the key is; for the igangsetter only.
    pub key_info: Option<Line>,
    /// The number to call, or the address of the video meeting.
    pub dial_in: Option<Line>,
}

impl PlaceDraft {
    /// What letters will call the place: its letter name, or else its street address, if that is neutral
    /// (promise C8).
    ///
    /// # Errors
    /// [`Fault::LetterName`].
    pub fn name_in_letters(&self) -> Result<LetterName> {
        let address = self.address.as_ref().map(Name::as_str);
        match (&self.letter_name, address) {
            (Some(name), _) => Ok(name.clone()),
            (None, Some(address)) => address.parse().map_err(Fault::LetterName),
            (None, None) => Err(Fault::LetterName(NameFault::Empty)),
        }
    }

    fn write_to(&self, place: &mut Place) -> Result<()> {
        place.letter_name = self.name_in_letters()?.to_string();
        place.kind = self.kind;
        place.name = self.name.to_string();
        place.address = self.address.as_ref().map(ToString::to_string).unwrap_or_default();
        let text = |line: &Option<Line>| line.as_ref().map(ToString::to_string).unwrap_or_default();
        place.directions = Directions {
            entrance: text(&self.entrance),
            step_free: self.step_free,
            key_info: text(&self.key_info),
            dial_in: text(&self.dial_in),
        };
        Ok(())
    }
}

/// Adds a place to the coordinator's contact point.
///
/// # Errors
/// [`Fault::NotYours`] unless a coordinator asks; [`Fault::LetterName`].
pub fn add_place(tx: &mut DbConn, chance: &Chance, by: &Member, draft: &PlaceDraft) -> Result<PlaceId> {
    if !by.roles.coordinator {
        return Err(Fault::NotYours);
    }
    let mut place = Place {
        id: PlaceId::random(chance),
        region: by.region,
        contact_point: by.contact_point,
        kind: draft.kind,
        name: String::new(),
        address: String::new(),
        letter_name: String::new(),
        directions: Directions::default(),
        offered: true,
    };
    draft.write_to(&mut place)?;
    place::insert(tx, &place)?;
    Ok(place.id)
}

/// A place of the coordinator's contact point.
///
/// # Errors
/// [`Fault::NotYours`] (promise S12).
pub fn get_place(tx: &mut DbConn, by: &Member, id: PlaceId) -> Result<Place> {
    place::find(tx, by.region, id)?
        .filter(|place| by.roles.coordinator && place.contact_point == by.contact_point)
        .ok_or(Fault::NotYours)
}

/// Stores what is said of a place now.
///
/// # Errors
/// [`Fault::NotYours`]; [`Fault::LetterName`].
pub fn edit_place(tx: &mut DbConn, by: &Member, id: PlaceId, draft: &PlaceDraft) -> Result<()> {
    let mut place = get_place(tx, by, id)?;
    draft.write_to(&mut place)?;
    Ok(place::update(tx, &place)?)
}

/// Offers a place, or stops to: notes can no longer wish for it, and no group is proposed at it.
///
/// # Errors
/// [`Fault::NotYours`].
pub fn offer_place(tx: &mut DbConn, by: &Member, id: PlaceId, offered: bool) -> Result<()> {
    let mut place = get_place(tx, by, id)?;
    place.offered = offered;
    Ok(place::update(tx, &place)?)
}
