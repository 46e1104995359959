//! The made-up places with their rooms, and who can start groups at them.

use chrono::{Days, NaiveDate, NaiveTime, Weekday};
use contact_point::{PlaceDraft, RoomDraft};
use model::{DaysOff, PlaceId, PlaceKind, WeeklyTime};
use store::{DbConn, availability::Availability, staff::Member};

use super::region::{Maker, Result, text};

/// A made-up place.
struct Story {
    point: usize,
    kind: PlaceKind,
    name: &'static str,
    address: Option<&'static str>,
    letter_name: Option<&'static str>,
    entrance: Option<&'static str>,
    step_free: Option<bool>,
    key: Option<&'static str>,
    dial_in: Option<&'static str>,
    rooms: &'static [RoomStory],
}

/// A made-up room: its name, for how many days it can be had, if not for ever, and when it is free.
type RoomStory = (&'static str, Option<u64>, &'static [(Weekday, u32)]);

/// What most places have in common.
const HOUSE: Story = Story {
    point: 0,
    kind: PlaceKind::Physical,
    name: "",
    address: None,
    letter_name: None,
    entrance: None,
    step_free: None,
    key: None,
    dial_in: None,
    rooms: &[],
};

/// Four places of Storvik, three of Lillevik, two of Fjelldal. Others tell them apart by their number here.
const PLACES: [Story; 9] = [
    Story {
        name: "Storvik frivilligsentral",
        address: Some("Storgata 1"),
        entrance: Some("Inngang fra torget. Ring på hos «Møterom»."),
        step_free: Some(true),
        rooms: &[
            (
                "Møterommet",
                None,
                &[(Weekday::Tue, 18), (Weekday::Wed, 10), (Weekday::Thu, 18)],
            ),
            ("Stua", Some(300), &[(Weekday::Tue, 18), (Weekday::Thu, 18)]),
        ],
        ..HOUSE
    },
    Story {
        name: "Storvik bibliotek",
        address: Some("Torget 3"),
        entrance: Some("Møterommet i andre etasje. Heis."),
        step_free: Some(true),
        rooms: &[("Møterom 2", None, &[(Weekday::Mon, 13), (Weekday::Wed, 17)])],
        ..HOUSE
    },
    Story {
        name: "Fjordhuset",
        address: Some("Fjordveien 12"),
        letter_name: Some("Fjordhuset, Fjordveien 12"),
        entrance: Some("Bak kiosken."),
        step_free: Some(false),
        key: Some("Nøkkel i boks ved døra. Ring sentralen for koden."),
        rooms: &[("Salen", Some(250), &[(Weekday::Tue, 11), (Weekday::Thu, 18)])],
        ..HOUSE
    },
    Story {
        kind: PlaceKind::Telephone,
        name: "På telefon",
        letter_name: Some("telefonmøte"),
        dial_in: Some("Ring 22 00 00 09, kode 1234."),
        rooms: &[("Linje 1", None, &[(Weekday::Mon, 19), (Weekday::Wed, 12)])],
        ..HOUSE
    },
    Story {
        point: 1,
        name: "Lillevik frivilligsentral",
        address: Some("Kirkegata 4"),
        entrance: Some("Hovedinngangen."),
        step_free: Some(true),
        rooms: &[("Kjøkkenet", None, &[(Weekday::Tue, 18), (Weekday::Thu, 11)])],
        ..HOUSE
    },
    Story {
        point: 1,
        name: "Lillevik grendehus",
        address: Some("Grendeveien 8"),
        entrance: Some("Parkering på baksiden."),
        key: Some("Nøkkelen henger i kiosken over veien."),
        rooms: &[("Peisestua", Some(400), &[(Weekday::Mon, 18), (Weekday::Wed, 18)])],
        ..HOUSE
    },
    Story {
        point: 1,
        name: "Møllestua",
        address: Some("Mølleveien 3"),
        entrance: Some("Første etasje, til høyre."),
        rooms: &[("Stua", None, &[(Weekday::Tue, 18), (Weekday::Fri, 11)])],
        ..HOUSE
    },
    Story {
        point: 2,
        name: "Fjelldal bygdehus",
        address: Some("Bygdeveien 20"),
        entrance: Some("Inngang fra parkeringsplassen."),
        step_free: Some(true),
        key: Some("Kodelås. Koden får du av kontaktpunktet."),
        rooms: &[("Lillesalen", None, &[(Weekday::Wed, 18), (Weekday::Thu, 12)])],
        ..HOUSE
    },
    Story {
        point: 2,
        kind: PlaceKind::Online,
        name: "På nett",
        letter_name: Some("videomøte"),
        dial_in: Some("https://mote.demo.example/fjelldal"),
        rooms: &[("Videorom 1", None, &[(Weekday::Thu, 19)])],
        ..HOUSE
    },
];

/// A made-up igangsetter: the name, the mailbox, at which places, for how many groups at once, whether to be asked
/// first, and in how many days a week off begins.
pub type Igangsetter = (&'static str, &'static str, &'static [usize], u8, bool, Option<u64>);

/// Who can start groups.
pub const IGANGSETTERE: [Igangsetter; 6] = [
    ("Anne", "anne", &[0, 1], 2, true, None),
    ("Bjørn", "bjorn", &[0, 2], 2, true, Some(80)),
    ("Cecilie", "cecilie", &[4, 5], 3, false, None),
    ("David", "david", &[5, 6], 2, false, Some(100)),
    ("Else", "else", &[7, 8], 1, true, None),
    ("Frode", "frode", &[0, 3], 2, false, None),
];

impl Maker<'_> {
    /// All places with their rooms, in their order.
    pub fn places(&self, tx: &mut DbConn, coordinators: &[Member]) -> Result<Vec<PlaceId>> {
        let mut places = Vec::new();
        for story in &PLACES {
            let by = coordinators.get(story.point).ok_or(super::DemoFault::MadeUp)?;
            let place = contact_point::add_place(tx, self.chance, by, &draft(story)?)?;
            for (name, days, times) in story.rooms {
                let room = RoomDraft {
                    name: text(name)?,
                    from: days.map(|_| self.today()),
                    until: days.map(|days| self.today() + Days::new(days)),
                    times: times.iter().filter_map(|(day, hour)| weekly(*day, *hour)).collect(),
                };
                contact_point::add_room(tx, self.chance, by, place, &room)?;
            }
            places.push(place);
        }
        Ok(places)
    }

    /// What an igangsetter says of when and where.
    pub fn availability(&self, tx: &mut DbConn, (by, whom): (&Member, &Member), places: &[PlaceId]) -> Result<()> {
        let Some((_, _, at, max_groups, ask_first, week_off)) = IGANGSETTERE.iter().find(|one| one.0 == whom.name)
        else {
            return Ok(());
        };
        let at: Vec<_> = at.iter().filter_map(|number| places.get(*number)).collect();
        let mut cells = contact_point::region_cells(tx, by.region)?;
        cells.retain(|cell| at.contains(&&cell.place));
        let availability = Availability {
            staff: whom.id,
            from: self.today(),
            max_groups: *max_groups,
            ask_first: *ask_first,
            cells,
            away: week_off
                .and_then(|days| week(self.today() + Days::new(days)))
                .into_iter()
                .collect(),
        };
        Ok(contact_point::set_availability(tx, by, &availability)?)
    }
}

/// The number of the contact point that keeps the first of these places: whoever starts groups there belongs to it.
pub fn point_of(places: &[usize]) -> Option<usize> {
    let first = PLACES.get(*places.first()?)?;
    Some(first.point)
}

fn draft(story: &Story) -> Result<PlaceDraft> {
    Ok(PlaceDraft {
        kind: story.kind,
        name: text(story.name)?,
        address: story.address.map(text).transpose()?,
        letter_name: story.letter_name.map(text).transpose()?,
        entrance: story.entrance.map(text).transpose()?,
        step_free: story.step_free,
        key_info: story.key.map(text).transpose()?,
        dial_in: story.dial_in.map(text).transpose()?,
    })
}

fn week(first: NaiveDate) -> Option<DaysOff> {
    DaysOff::new(first, first + Days::new(6))
}

fn weekly(day: Weekday, hour: u32) -> Option<WeeklyTime> {
    WeeklyTime::new(day, NaiveTime::from_hms_opt(hour, 0, 0)?)
}
