//! What a contact point says of itself: name, address, who answers for the data, and when it is shut.

use chrono::{DateTime, Utc};
use model::{
    Chance, ClosingLines, ContactPointId, Controller, DaysOff, EmailAddress, LetterName, MOST_SUPPORTED, Name, Roles,
    SUPPORTED_MEETINGS, Slug,
};
use store::{
    DbConn,
    contact_point::{self, ContactPoint},
    staff::Member,
};
use vault::Vault;

use crate::{Fault, NewMember, fault::Result, people::invited};

/// What a contact point can change about itself.
#[derive(Clone, Debug)]
pub struct PointDraft {
    /// What it is called, in letters too.
    pub name: LetterName,
    /// Where its permanent sign-up page stands.
    pub slug: Slug,
    /// For how many meetings of a group an igangsetter is there.
    pub supported_meetings: u8,
    /// What it says at the end of letters to participants, if it says anything.
    pub closing_lines: Option<ClosingLines>,
}

/// Who answers for the data, as typed in.
#[derive(Clone, Debug)]
pub struct ControllerDraft {
    /// The organisation that decides what the data are used for.
    pub responsible_body: Name,
    /// Where questions about privacy go.
    pub privacy_contact: Name,
    /// The telephone number that letters show.
    pub phone: LetterName,
}

/// Another contact point of a region, with its first coordinator.
#[derive(Clone, Debug)]
pub struct NewPoint {
    /// What it is called.
    pub name: LetterName,
    /// The name that its coordinator goes by.
    pub coordinator: LetterName,
    /// Where the coordinator's codes and letters go.
    pub email: EmailAddress,
}

/// The coordinator's own contact point.
///
/// # Errors
/// [`Fault::NotYours`] unless a coordinator asks.
pub fn get_own(tx: &mut DbConn, by: &Member) -> Result<ContactPoint> {
    if !by.roles.coordinator {
        return Err(Fault::NotYours);
    }
    Ok(contact_point::get(tx, by.contact_point)?)
}

/// Stores what the contact point says of itself.
///
/// # Errors
/// [`Fault::NotYours`]; [`Fault::SlugTaken`]; [`Fault::TooManyMeetings`].
pub fn edit_contact_point(tx: &mut DbConn, by: &Member, draft: &PointDraft) -> Result<()> {
    let mut point = get_own(tx, by)?;
    if draft.supported_meetings > MOST_SUPPORTED {
        return Err(Fault::TooManyMeetings);
    }
    if contact_point::find_by_slug(tx, &draft.slug)?.is_some_and(|other| other.id != point.id) {
        return Err(Fault::SlugTaken);
    }
    point.name = draft.name.to_string();
    point.slug = draft.slug.clone();
    point.supported_meetings = draft.supported_meetings;
    point.closing_lines.clone_from(&draft.closing_lines);
    Ok(contact_point::update(tx, &point)?)
}

/// Stores who answers for the contact point's data. From then on it can open collections.
///
/// # Errors
/// [`Fault::NotYours`].
pub fn name_controller(tx: &mut DbConn, by: &Member, draft: &ControllerDraft) -> Result<()> {
    let mut point = get_own(tx, by)?;
    point.controller = Some(Controller {
        responsible_body: draft.responsible_body.to_string(),
        privacy_contact: draft.privacy_contact.to_string(),
        phone: draft.phone.to_string(),
    });
    Ok(contact_point::update(tx, &point)?)
}

/// Shuts the contact point on some days: no group of its places meets for the first time then.
///
/// # Errors
/// [`Fault::NotYours`].
pub fn add_closed_days(tx: &mut DbConn, by: &Member, span: DaysOff) -> Result<()> {
    let point = get_own(tx, by)?.id;
    let mut spans = contact_point::list_closed_days(tx, point)?;
    if !spans.contains(&span) {
        spans.push(span);
    }
    Ok(contact_point::replace_closed_days(tx, point, &spans)?)
}

/// Opens the contact point on those days again. Done twice, it changes nothing more.
///
/// # Errors
/// [`Fault::NotYours`].
pub fn drop_closed_days(tx: &mut DbConn, by: &Member, span: DaysOff) -> Result<()> {
    let point = get_own(tx, by)?.id;
    let mut spans = contact_point::list_closed_days(tx, point)?;
    spans.retain(|other| *other != span);
    Ok(contact_point::replace_closed_days(tx, point, &spans)?)
}

/// Adds another contact point to the coordinator's region, and asks its first coordinator in.
///
/// # Errors
/// [`Fault::NotYours`]; [`Fault::AddressTaken`].
pub fn add_contact_point(
    tx: &mut DbConn,
    tools: (&Vault, &Chance),
    by: &Member,
    new: &NewPoint,
    now: DateTime<Utc>,
) -> Result<ContactPointId> {
    if !by.roles.coordinator {
        return Err(Fault::NotYours);
    }
    let point = ContactPoint {
        id: ContactPointId::random(tools.1),
        region: by.region,
        name: new.name.to_string(),
        slug: free_slug(tx, new.name.as_str())?,
        controller: None,
        supported_meetings: SUPPORTED_MEETINGS,
        closing_lines: None,
    };
    contact_point::insert(tx, &point)?;
    let first = NewMember {
        name: new.coordinator.clone(),
        email: new.email.clone(),
        roles: Roles {
            coordinator: true,
            leader: true,
            igangsetter: false,
        },
    };
    invited(tx, tools, &point, &first, now)?;
    Ok(point.id)
}

/// A name for a sign-up page's address that suggests itself, and that no other contact point has.
///
/// # Errors
/// [`Fault::Store`].
pub(crate) fn free_slug(tx: &mut DbConn, name: &str) -> Result<Slug> {
    // A name in another script suggests nothing.
    let suggested = Slug::suggested(name).map_or_else(|| "kontaktpunkt".to_owned(), |slug| slug.to_string());
    let short: String = suggested.chars().take(34).collect();
    let numbered = (2_u32..).map(|number| format!("{short}-{number}"));
    for raw in std::iter::once(suggested).chain(numbered) {
        let Ok(slug) = raw.parse() else { continue };
        if contact_point::find_by_slug(tx, &slug)?.is_none() {
            return Ok(slug);
        }
    }
    Err(Fault::SlugTaken)
}
