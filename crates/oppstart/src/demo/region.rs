//! The made-up region: two contact points, six places, four igangsettere, two courses and about thirty notes.
//! Nobody in it exists. Everything is made through the same functions that the pages call.

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc, Weekday};
use contact_point::{FirstSetUp, NewMember, NewPlace, NewRoom};
use course::{NewCourse, NoteDraft};
use model::{
    Band, Cell, Chance, ContactPointId, Controller, EmailAddress, Language, Letter, PlaceId, Roles, ShortCode, StaffId,
    WeekBand, WeeklyTime, oslo_date,
};
use store::{
    DbConn,
    availability::Availability,
    outbox::{self, Outcome},
    region::{self, ContactPoint},
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
pub fn make(
    tx: &mut DbConn,
    vault: &Vault,
    chance: &Chance,
    controller: &Controller,
    now: DateTime<Utc>,
) -> Result<MadeUp> {
    let mut maker = Maker { vault, chance, now };
    let storvik = maker.first_coordinator(tx)?;
    let lillevik = maker.second_coordinator(tx, &storvik)?;
    let places = maker.places(tx, &storvik, &lillevik)?;
    maker.igangsettere(tx, &storvik, &places)?;
    let codes = maker.courses(tx, controller, [&storvik, &lillevik])?;
    maker.notes(tx, &codes, &places)?;
    maker.empty_outbox(tx)?;
    let points = region::list_contact_points(tx, storvik.region)?;
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
    in_letters: &'static str,
    how_to_find: &'static str,
    times: &'static [(Weekday, u32)],
}

/// Three places in Storvik, then three in Lillevik.
const PLACES: [PlaceStory; 6] = [
    PlaceStory {
        name: "Storvik frivilligsentral",
        in_letters: "Storgata 1",
        how_to_find: "Inngang fra torget. Trinnfritt. Ring på hos «Møterom».",
        times: &[(Weekday::Tue, 18), (Weekday::Wed, 10), (Weekday::Thu, 18)],
    },
    PlaceStory {
        name: "Storvik bibliotek",
        in_letters: "Storvik bibliotek",
        how_to_find: "Møterommet i andre etasje. Heis.",
        times: &[(Weekday::Mon, 13), (Weekday::Wed, 17)],
    },
    PlaceStory {
        name: "Fjordhuset",
        in_letters: "Fjordveien 12",
        how_to_find: "Bak kiosken. Nøkkel i boks ved døra.",
        times: &[(Weekday::Tue, 11), (Weekday::Thu, 18)],
    },
    PlaceStory {
        name: "Lillevik frivilligsentral",
        in_letters: "Kirkegata 4",
        how_to_find: "Hovedinngangen. Trinnfritt.",
        times: &[(Weekday::Tue, 18), (Weekday::Thu, 11)],
    },
    PlaceStory {
        name: "Lillevik grendehus",
        in_letters: "Grendehuset i Lillevik",
        how_to_find: "Parkering på baksiden.",
        times: &[(Weekday::Mon, 18), (Weekday::Wed, 18)],
    },
    PlaceStory {
        name: "Møllestua",
        in_letters: "Mølleveien 3",
        how_to_find: "Første etasje, til høyre.",
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
        Ok(staff::get(tx, id)?)
    }

    fn second_coordinator(&mut self, tx: &mut DbConn, first: &Member) -> Result<Member> {
        let id = ContactPointId::random(self.chance);
        let name = "Frivilligsentralen i Lillevik".to_owned();
        region::insert_contact_point(
            tx,
            &ContactPoint {
                id,
                region: first.region,
                name,
            },
        )?;
        let there = Member {
            contact_point: id,
            ..first.clone()
        };
        let roles = Roles {
            coordinator: true,
            leader: false,
            igangsetter: false,
        };
        let member = self.member(tx, &there, ("Lars Koordinator", "lars", roles))?;
        Ok(staff::get(tx, member)?)
    }

    fn member(&self, tx: &mut DbConn, by: &Member, (name, mailbox, roles): (&str, &str, Roles)) -> Result<StaffId> {
        let new = NewMember {
            name: text(name)?,
            email: address(mailbox)?,
            roles,
        };
        Ok(contact_point::add_member(tx, (self.vault, self.chance), by, &new)?)
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
            let new = NewPlace {
                name: text(story.name)?,
                letter_name: text(story.in_letters)?,
                how_to_find: Some(text(story.how_to_find)?),
            };
            let place = contact_point::add_place(tx, self.chance, by, &new)?;
            let times: Vec<WeeklyTime> = story
                .times
                .iter()
                .filter_map(|(day, hour)| weekly(*day, *hour))
                .collect();
            let room = NewRoom {
                name: text("Møterommet")?,
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
            };
            contact_point::set_availability(tx, by, &availability)?;
        }
        Ok(())
    }

    fn courses(&mut self, tx: &mut DbConn, controller: &Controller, by: [&Member; 2]) -> Result<Vec<ShortCode>> {
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
            let opened = course::open_collection(tx, self.chance, coordinator, (course, controller), today)?;
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
                email: address(&format!("deltaker{}", person + 1))?,
                language: match person % 10 {
                    4 => Language::Nynorsk,
                    9 => Language::English,
                    _ => Language::Bokmal,
                },
            };
            let code = codes.get(usize::from(person % 2 == 1)).ok_or(DemoFault::MadeUp)?;
            let left = self.now - TimeDelta::days(i64::from(person % 7) * 9);
            course::submit(tx, (self.vault, self.chance), code, &draft, left)?;
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
