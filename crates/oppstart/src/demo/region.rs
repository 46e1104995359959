//! The made-up region: two contact points, six places, four igangsettere, two courses and about thirty notes.
//! Nobody in it exists. Everything is made through the same functions that the pages call.

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc, Weekday};
use contact_point::{ControllerDraft, FirstSetUp, NewMember, NewPoint, PlaceDraft, PointDraft, RoomDraft};
use course::{Door, NewCourse, NoteDraft, Reach};
use model::{
    Band, Cell, Chance, EmailAddress, Language, Letter, PlaceId, PlaceKind, Roles, SUPPORTED_MEETINGS, ShortCode,
    StaffId, WeekBand, WeeklyTime, oslo_date,
};
use store::{
    DbConn,
    availability::Availability,
    contact_point as points,
    outbox::{self, Outcome},
    staff::{self, Member},
};
use vault::Vault;

use super::DemoFault;

type Result<T> = std::result::Result<T, DemoFault>;

/// What the start page of the demo offers.
#[derive(Clone, Debug)]
pub struct MadeUp {
    /// Everybody who can be played, with the name of their contact point.
    pub staff: Vec<(Member, String)>,
    /// The codes of the two open collections.
    pub codes: Vec<ShortCode>,
}

/// Makes the region, as if it had been at work for some weeks.
pub fn make(tx: &mut DbConn, vault: &Vault, chance: &Chance, now: DateTime<Utc>) -> Result<MadeUp> {
    let mut maker = Maker { vault, chance, now };
    let storvik = maker.first_coordinator(tx)?;
    let lillevik = maker.second_coordinator(tx, &storvik)?;
    let places = maker.places(tx, &storvik, &lillevik)?;
    maker.igangsettere(tx, &storvik, &places)?;
    let codes = maker.courses(tx, [&storvik, &lillevik])?;
    maker.notes(tx, &codes, &places)?;
    maker.empty_outbox(tx)?;
    let points = points::list(tx, storvik.region)?;
    let at = |member: &Member| points.iter().find(|point| point.id == member.contact_point);
    let mut staff = staff::list(tx, storvik.region)?;
    // In the order in which the line is played.
    staff.sort_by_key(|member| (!member.roles.coordinator, !member.roles.leader));
    let named = |member: Member| at(&member).map(|point| (member.clone(), point.name.clone()));
    Ok(MadeUp {
        staff: staff.into_iter().filter_map(named).collect(),
        codes,
    })
}

struct Maker<'a> {
    vault: &'a Vault,
    chance: &'a Chance,
    now: DateTime<Utc>,
}

/// A made-up place, with one room.
struct PlaceStory {
    name: &'static str,
    address: &'static str,
    entrance: &'static str,
    step_free: Option<bool>,
    key: Option<&'static str>,
    times: &'static [(Weekday, u32)],
}

/// Three places in Storvik, then three in Lillevik.
const PLACES: [PlaceStory; 6] = [
    PlaceStory {
        name: "Storvik frivilligsentral",
        address: "Storgata 1",
        entrance: "Inngang fra torget. Ring på hos «Møterom».",
        step_free: Some(true),
        key: None,
        times: &[(Weekday::Tue, 18), (Weekday::Wed, 10), (Weekday::Thu, 18)],
    },
    PlaceStory {
        name: "Storvik bibliotek",
        address: "Torget 3",
        entrance: "Møterommet i andre etasje. Heis.",
        step_free: Some(true),
        key: None,
        times: &[(Weekday::Mon, 13), (Weekday::Wed, 17)],
    },
    PlaceStory {
        name: "Fjordhuset",
        address: "Fjordveien 12",
        entrance: "Bak kiosken.",
        step_free: Some(false),
        key: Some("Nøkkel i boks ved døra. Ring sentralen for koden."),
        times: &[(Weekday::Tue, 11), (Weekday::Thu, 18)],
    },
    PlaceStory {
        name: "Lillevik frivilligsentral",
        address: "Kirkegata 4",
        entrance: "Hovedinngangen.",
        step_free: Some(true),
        key: None,
        times: &[(Weekday::Tue, 18), (Weekday::Thu, 11)],
    },
    PlaceStory {
        name: "Lillevik grendehus",
        address: "Grendeveien 8",
        entrance: "Parkering på baksiden.",
        step_free: None,
        key: Some("Nøkkelen henger i kiosken over veien."),
        times: &[(Weekday::Mon, 18), (Weekday::Wed, 18)],
    },
    PlaceStory {
        name: "Møllestua",
        address: "Mølleveien 3",
        entrance: "Første etasje, til høyre.",
        step_free: None,
        key: None,
        times: &[(Weekday::Tue, 18), (Weekday::Fri, 11)],
    },
];

/// Who can start groups, at which of the places, and whether they want to be asked first.
const IGANGSETTERE: [(&str, &[usize], u8, bool); 4] = [
    ("Anne", &[0, 1], 1, true),
    ("Bjørn", &[0, 2], 2, true),
    ("Cecilie", &[3, 4], 1, true),
    ("David", &[4, 5], 1, false),
];

impl Maker<'_> {
    fn first_coordinator(&mut self, tx: &mut DbConn) -> Result<Member> {
        let first = FirstSetUp {
            region: text("Storvik og Lillevik")?,
            contact_point: text("Frivilligsentralen i Storvik")?,
            name: text("Kari Koordinator")?,
            email: address("kari")?,
        };
        let link = contact_point::offer_set_up(tx, self.chance, self.now)?.ok_or(DemoFault::MadeUp)?;
        let id = contact_point::set_up(tx, (self.vault, self.chance), link, &first, self.now)?;
        let kari = staff::get(tx, id)?;
        Self::introduce(tx, &kari, ("Frivilligsentralen i Storvik", "storvik", "22 00 00 00"))?;
        Ok(kari)
    }

    fn second_coordinator(&mut self, tx: &mut DbConn, first: &Member) -> Result<Member> {
        let new = NewPoint {
            name: text("Frivilligsentralen i Lillevik")?,
            coordinator: text("Lars Koordinator")?,
            email: address("lars")?,
        };
        let point = contact_point::add_contact_point(tx, (self.vault, self.chance), first, &new, self.now)?;
        let mut staff = staff::list(tx, first.region)?.into_iter();
        let lars = staff.find(|member| member.contact_point == point);
        let lars = lars.ok_or(DemoFault::MadeUp)?;
        Self::introduce(tx, &lars, ("Frivilligsentralen i Lillevik", "lillevik", "22 00 00 01"))?;
        Ok(lars)
    }

    /// What a contact point says of itself before it opens its doors.
    fn introduce(tx: &mut DbConn, by: &Member, (name, slug, phone): (&str, &str, &str)) -> Result<()> {
        let point = PointDraft {
            name: text(name)?,
            slug: text(slug)?,
            supported_meetings: SUPPORTED_MEETINGS,
        };
        contact_point::edit_contact_point(tx, by, &point)?;
        let controller = ControllerDraft {
            responsible_body: text(&format!("{name} (oppdiktet)"))?,
            privacy_contact: text("personvern@demo.example")?,
            phone: text(phone)?,
        };
        Ok(contact_point::name_controller(tx, by, &controller)?)
    }

    fn member(&self, tx: &mut DbConn, by: &Member, (name, mailbox, roles): (&str, &str, Roles)) -> Result<StaffId> {
        let new = NewMember {
            name: text(name)?,
            email: address(mailbox)?,
            roles,
        };
        Ok(contact_point::add_member(
            tx,
            (self.vault, self.chance),
            by,
            &new,
            self.now,
        )?)
    }

    fn places(
        &mut self,
        tx: &mut DbConn,
        storvik: &Member,
        lillevik: &Member,
    ) -> Result<Vec<(PlaceId, Vec<WeeklyTime>)>> {
        let mut places = Vec::new();
        for (at, story) in PLACES.iter().enumerate() {
            let by = if at < 3 { storvik } else { lillevik };
            let new = PlaceDraft {
                kind: PlaceKind::Physical,
                name: text(story.name)?,
                address: Some(text(story.address)?),
                letter_name: None,
                entrance: Some(text(story.entrance)?),
                step_free: story.step_free,
                key_info: story.key.map(text).transpose()?,
                dial_in: None,
            };
            let place = contact_point::add_place(tx, self.chance, by, &new)?;
            let times: Vec<WeeklyTime> = story
                .times
                .iter()
                .filter_map(|(day, hour)| weekly(*day, *hour))
                .collect();
            let room = RoomDraft {
                name: text("Møterommet")?,
                from: None,
                until: None,
                times: times.clone(),
            };
            contact_point::add_room(tx, self.chance, by, place, &room)?;
            places.push((place, times));
        }
        Ok(places)
    }

    fn igangsettere(&mut self, tx: &mut DbConn, by: &Member, places: &[(PlaceId, Vec<WeeklyTime>)]) -> Result<()> {
        for (name, at, max_groups, ask_first) in IGANGSETTERE {
            let roles = Roles {
                coordinator: false,
                leader: false,
                igangsetter: true,
            };
            let id = self.member(tx, by, (name, &name.to_lowercase().replace('ø', "o"), roles))?;
            let cells = at
                .iter()
                .filter_map(|place| places.get(*place))
                .flat_map(|(place, times)| {
                    times.iter().map(|time| Cell {
                        place: *place,
                        time: *time,
                    })
                });
            let availability = Availability {
                staff: id,
                from: oslo_date(self.now),
                max_groups,
                ask_first,
                cells: cells.collect(),
                away: Vec::new(),
            };
            contact_point::set_availability(tx, by, &availability)?;
        }
        Ok(())
    }

    fn courses(&mut self, tx: &mut DbConn, by: [&Member; 2]) -> Result<Vec<ShortCode>> {
        let mut codes = Vec::new();
        for (coordinator, title, leader, mailbox) in [
            (by[0], "Høstkurset, mandager", "Eva Leder", "eva"),
            (by[1], "Formiddagskurset", "Finn Leder", "finn"),
        ] {
            let roles = Roles {
                coordinator: false,
                leader: true,
                igangsetter: false,
            };
            let leader = self.member(tx, coordinator, (leader, mailbox, roles))?;
            let today = oslo_date(self.now);
            let new = NewCourse {
                title: text(title)?,
                leader,
                last_session: today,
                participants: 40,
            };
            let course = course::add_course(tx, self.chance, coordinator, &new)?;
            let opened = course::open_collection(tx, self.chance, coordinator, (course, None), self.now)?;
            codes.push(course::get_collection(tx, coordinator, opened)?.1.code);
        }
        Ok(codes)
    }

    /// Thirty people: most want evenings near home, some can travel, a few have times that nobody shares.
    fn notes(&mut self, tx: &mut DbConn, codes: &[ShortCode], places: &[(PlaceId, Vec<WeeklyTime>)]) -> Result<()> {
        for person in 0..30_u32 {
            let (home, times) = wishes_of(person);
            let at = home
                .iter()
                .filter_map(|place| places.get(*place))
                .map(|(place, _)| *place);
            let draft = NoteDraft {
                places: at.collect(),
                times: times
                    .iter()
                    .map(|(weekday, band)| WeekBand {
                        weekday: *weekday,
                        band: *band,
                    })
                    .collect(),
                reach: Reach::Email(address(&format!("deltaker{}", person + 1))?),
                language: match person % 10 {
                    4 => Language::Nynorsk,
                    9 => Language::English,
                    _ => Language::Bokmal,
                },
                planned: false,
            };
            let code = codes.get(usize::from(person % 2 == 1)).ok_or(DemoFault::MadeUp)?;
            let left = self.now - TimeDelta::days(i64::from(person % 7) * 9);
            let door = Door::Collection(code.clone());
            course::submit(tx, (self.vault, self.chance), (&door, &draft), true, left)?;
            self.confirm_newest(tx, left)?;
        }
        Ok(())
    }

    /// Follows the link that was just owed to the note's person.
    fn confirm_newest(&self, tx: &mut DbConn, at: DateTime<Utc>) -> Result<()> {
        for claimed in outbox::claim(tx, self.now, 10)? {
            if let Letter::ConfirmNote { note } = claimed.letter {
                course::confirm(tx, self.chance, note, at)?;
            }
            outbox::end(tx, &claimed, Outcome::Dropped, self.now)?;
        }
        Ok(())
    }

    /// What was owed before the demo begins has been read long ago.
    fn empty_outbox(&self, tx: &mut DbConn) -> Result<()> {
        let long_ago = self.now + Days::new(1);
        Ok(outbox::delete_ended(tx, long_ago, long_ago)?)
    }
}

fn wishes_of(person: u32) -> (&'static [usize], &'static [(Weekday, Band)]) {
    const EVENINGS: [(Weekday, Band); 2] = [(Weekday::Tue, Band::Evening), (Weekday::Thu, Band::Evening)];
    const MORNINGS: [(Weekday, Band); 3] = [
        (Weekday::Tue, Band::Morning),
        (Weekday::Wed, Band::Morning),
        (Weekday::Thu, Band::Morning),
    ];
    match person {
        0..9 => (&[0], &EVENINGS),
        9..13 => (&[0, 2], &[(Weekday::Thu, Band::Evening)]),
        13..19 => (&[3, 5], &[(Weekday::Tue, Band::Evening)]),
        19..22 => (&[0, 1, 2, 3], &MORNINGS),
        22..27 => (&[4], &[(Weekday::Mon, Band::Evening), (Weekday::Wed, Band::Evening)]),
        27 => (&[1], &[(Weekday::Mon, Band::Afternoon)]),
        _ => (&[2, 5], &[(Weekday::Fri, Band::Morning), (Weekday::Sat, Band::Morning)]),
    }
}

fn weekly(day: Weekday, hour: u32) -> Option<WeeklyTime> {
    WeeklyTime::new(day, NaiveTime::from_hms_opt(hour, 0, 0)?)
}

fn address(mailbox: &str) -> Result<EmailAddress> {
    EmailAddress::parse(&format!("{mailbox}@demo.example")).map_err(|_| DemoFault::MadeUp)
}

fn text<T: std::str::FromStr>(raw: &str) -> Result<T> {
    raw.parse().map_err(|_| DemoFault::MadeUp)
}
