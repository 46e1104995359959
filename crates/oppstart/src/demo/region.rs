//! The made-up region: three contact points, nine places, six igangsettere and three course leaders. Nobody in it
//! exists. Everything is made through the same functions that the pages call.

use chrono::{DateTime, NaiveDate, Utc};
use contact_point::{ControllerDraft, FirstSetUp, NewMember, NewPoint, PointDraft};
use course::NewCourse;
use model::{Chance, CourseId, EmailAddress, PlaceId, Roles, oslo_date};
use store::{
    DbConn,
    staff::{self, Member},
};
use vault::Vault;

use super::{
    DemoFault,
    places::{self, IGANGSETTERE},
};

pub type Result<T> = std::result::Result<T, DemoFault>;

/// What the history of the region builds on.
#[derive(Clone, Debug)]
pub struct Region {
    /// The coordinators of Storvik, Lillevik and Fjelldal.
    pub coordinators: Vec<Member>,
    /// A course of each, in the same order.
    pub courses: Vec<CourseId>,
    /// The places, in the order in which they are made up.
    pub places: Vec<PlaceId>,
}

/// With what things are made up.
#[derive(Clone, Copy)]
pub struct Maker<'a> {
    /// For addresses and codes.
    pub vault: &'a Vault,
    /// For ids.
    pub chance: &'a Chance,
    /// When it happens.
    pub now: DateTime<Utc>,
}

/// The three contact points: name, coordinator, mailbox, name of the sign-up page, telephone.
const POINTS: [[&str; 5]; 3] = [
    [
        "Frivilligsentralen i Storvik",
        "Kari Koordinator",
        "kari",
        "storvik",
        "22 00 00 00",
    ],
    [
        "Frivilligsentralen i Lillevik",
        "Lars Koordinator",
        "lars",
        "lillevik",
        "22 00 00 01",
    ],
    [
        "Frivilligsentralen i Fjelldal",
        "Mona Koordinator",
        "mona",
        "fjelldal",
        "22 00 00 02",
    ],
];

/// A course of each contact point: title, leader, mailbox.
const COURSES: [[&str; 3]; 3] = [
    ["Høstkurset, mandager", "Eva Leder", "eva"],
    ["Formiddagskurset", "Finn Leder", "finn"],
    ["Kveldskurset", "Grete Leder", "grete"],
];

impl Maker<'_> {
    /// Makes the region. Nobody has left a note in it.
    pub fn region(&self, tx: &mut DbConn) -> Result<Region> {
        let coordinators = self.points(tx)?;
        let places = self.places(tx, &coordinators)?;
        let igangsetter = Roles {
            coordinator: false,
            leader: false,
            igangsetter: true,
        };
        for (name, mailbox, at, ..) in IGANGSETTERE {
            let by = places::point_of(at).and_then(|point| coordinators.get(point));
            let by = by.ok_or(DemoFault::MadeUp)?;
            let whom = self.member(tx, by, (name, mailbox, igangsetter))?;
            self.availability(tx, (by, &whom), &places)?;
        }
        let courses = self.courses(tx, &coordinators)?;
        Ok(Region {
            coordinators,
            courses,
            places,
        })
    }

    /// The day on which it happens.
    pub fn today(&self) -> NaiveDate {
        oslo_date(self.now)
    }

    fn points(&self, tx: &mut DbConn) -> Result<Vec<Member>> {
        let mut coordinators: Vec<Member> = Vec::new();
        for [name, coordinator, mailbox, slug, phone] in POINTS {
            let member = match coordinators.first() {
                None => self.first(tx, (name, coordinator, mailbox))?,
                Some(first) => self.next(tx, first, (name, coordinator, mailbox))?,
            };
            introduce(tx, &member, (name, slug, phone))?;
            coordinators.push(member);
        }
        Ok(coordinators)
    }

    fn first(&self, tx: &mut DbConn, (point, name, mailbox): (&str, &str, &str)) -> Result<Member> {
        let first = FirstSetUp {
            region: text("Storvik, Lillevik og Fjelldal")?,
            contact_point: text(point)?,
            name: text(name)?,
            email: address(mailbox)?,
        };
        let link = contact_point::offer_set_up(tx, self.chance, self.now)?.ok_or(DemoFault::MadeUp)?;
        let id = contact_point::set_up(tx, (self.vault, self.chance), link, &first, self.now)?;
        Ok(staff::get(tx, id)?)
    }

    fn next(&self, tx: &mut DbConn, by: &Member, (point, name, mailbox): (&str, &str, &str)) -> Result<Member> {
        let new = NewPoint {
            name: text(point)?,
            coordinator: text(name)?,
            email: address(mailbox)?,
        };
        let point = contact_point::add_contact_point(tx, (self.vault, self.chance), by, &new, self.now)?;
        let mut staff = staff::list(tx, by.region)?.into_iter();
        staff
            .find(|member| member.contact_point == point)
            .ok_or(DemoFault::MadeUp)
    }

    fn member(&self, tx: &mut DbConn, by: &Member, (name, mailbox, roles): (&str, &str, Roles)) -> Result<Member> {
        let new = NewMember {
            name: text(name)?,
            email: address(mailbox)?,
            roles,
        };
        let id = contact_point::add_member(tx, (self.vault, self.chance), by, &new, self.now)?;
        Ok(staff::get(tx, id)?)
    }

    fn courses(&self, tx: &mut DbConn, coordinators: &[Member]) -> Result<Vec<CourseId>> {
        let leader = Roles {
            coordinator: false,
            leader: true,
            igangsetter: false,
        };
        let mut courses = Vec::new();
        for (by, [title, name, mailbox]) in coordinators.iter().zip(COURSES) {
            let new = NewCourse {
                title: text(title)?,
                leader: self.member(tx, by, (name, mailbox, leader))?.id,
                // The courses go on until the day on which the demonstration begins.
                last_session: self.today() + super::history::PAST,
                participants: 20,
            };
            courses.push(course::add_course(tx, self.chance, by, &new)?);
        }
        Ok(courses)
    }
}

/// What a contact point says of itself before it opens its doors.
fn introduce(tx: &mut DbConn, by: &Member, (name, slug, phone): (&str, &str, &str)) -> Result<()> {
    let point = PointDraft {
        name: text(name)?,
        slug: text(slug)?,
        supported_meetings: model::SUPPORTED_MEETINGS,
        closing_lines: None,
    };
    contact_point::edit_contact_point(tx, by, &point)?;
    let controller = ControllerDraft {
        responsible_body: text(&format!("{name} (oppdiktet)"))?,
        privacy_contact: text("personvern@demo.example")?,
        phone: text(phone)?,
    };
    Ok(contact_point::name_controller(tx, by, &controller)?)
}

/// The address of a made-up mailbox.
pub fn address(mailbox: &str) -> Result<EmailAddress> {
    EmailAddress::parse(&format!("{mailbox}@demo.example")).map_err(|_| DemoFault::MadeUp)
}

/// A made-up text, as its form reads it.
pub fn text<T: std::str::FromStr>(raw: &str) -> Result<T> {
    raw.parse().map_err(|_| DemoFault::MadeUp)
}
