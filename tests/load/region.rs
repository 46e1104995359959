//! A big region: towns, of whose places some are loved by hundreds, and hamlets with just enough for one group.

use chrono::{NaiveDate, Weekday};
use model::{
    Band, Cell, Chance, ContactPointId, Language, NoteId, PlaceId, PlaceKind, RecognitionWords, RegionId, Roles,
    RoomId, Slug, StaffId, Standing, WEEKDAYS, WeekBand, WeeklyTime, Wish,
};
use store::{
    Db, DbConn,
    availability::{self, Availability},
    contact_point::{self, ContactPoint},
    note::{self, Note, Reached},
    place::{self, Directions, Place},
    room::{self, Room},
    staff::{self, Member},
};
use testkit::{
    day,
    region::{a_controller, weekly},
};

/// One contact point for so many notes.
const NOTES_EACH: usize = 500;
/// Places of each contact point.
const PLACES: usize = 4;
/// Rooms of each place.
const ROOMS: usize = 2;
/// One hamlet for so many notes.
const HAMLET_FOR: usize = 500;
/// How many want to meet there.
const IN_HAMLET: usize = 7;
/// At these times one room or another is free.
const HOURS: [u32; 3] = [10, 13, 18];

/// The region with what a measurement needs of it.
pub struct BigRegion {
    pub id: RegionId,
    pub coordinator: Member,
    /// Of a contact point's own page.
    pub slug: Slug,
    contact_points: Vec<ContactPointId>,
    places: Vec<(PlaceId, ContactPointId)>,
    /// Where nobody is left to be offered a free seat.
    pub hamlets: Vec<PlaceId>,
    chance: Chance,
}

impl BigRegion {
    /// Fills a database. Everything is stored in one transaction.
    pub fn made(db: &Db, notes: usize) -> Self {
        let made = db.write_now(|tx| {
            let mut region = Self::empty(tx, notes)?;
            region.furnish(tx)?;
            for _ in 0..notes {
                let wanted = region.wanted_in_town();
                region.leave(tx, wanted)?;
            }
            for _ in 0..notes / HAMLET_FOR {
                region.add_hamlet(tx)?;
            }
            Ok::<_, store::Fault>(region)
        });
        made.expect("the region is stored")
    }

    /// Where most people want to go.
    pub fn popular_place(&self) -> PlaceId {
        self.places.first().expect("there are places").0
    }

    fn empty(tx: &mut DbConn, notes: usize) -> store::Result<Self> {
        let chance = Chance::seeded(1);
        let id = RegionId::random(&chance);
        store::region::insert(tx, id, "Nordre")?;
        let contact_points: Vec<_> = (0..notes.div_ceil(NOTES_EACH))
            .map(|_| ContactPointId::random(&chance))
            .collect();
        for point in &contact_points {
            let point = ContactPoint {
                id: *point,
                region: id,
                name: "Frivilligsentralen".to_owned(),
                slug: point.to_string().parse().expect("an identity is a slug"),
                controller: Some(a_controller()),
                supported_meetings: 5,
                closing_lines: None,
            };
            contact_point::insert(tx, &point)?;
        }
        let first = *contact_points.first().expect("there are notes");
        let mut region = Self {
            id,
            coordinator: member(&chance, (id, first)),
            slug: first.to_string().parse().expect("an identity is a slug"),
            contact_points,
            places: Vec::new(),
            hamlets: Vec::new(),
            chance,
        };
        region.coordinator.roles.coordinator = true;
        let index: [u8; 32] = region.chance.bytes();
        staff::insert(tx, &region.coordinator, b"sealed", &index)?;
        Ok(region)
    }

    fn furnish(&mut self, tx: &mut DbConn) -> store::Result<()> {
        for point in self.contact_points.clone() {
            for _ in 0..PLACES {
                let place = self.add_place(tx, point)?;
                let mut times = Vec::new();
                for _ in 0..ROOMS {
                    times.extend(self.add_room(tx, place)?);
                }
                self.add_igangsettere(tx, (point, place), &times)?;
            }
        }
        Ok(())
    }

    fn add_place(&mut self, tx: &mut DbConn, point: ContactPointId) -> store::Result<PlaceId> {
        let place = Place {
            id: PlaceId::random(&self.chance),
            region: self.id,
            contact_point: point,
            kind: PlaceKind::Physical,
            name: "Biblioteket".to_owned(),
            address: "Storgata 1".to_owned(),
            letter_name: "Storgata 1".to_owned(),
            directions: Directions::default(),
            offered: true,
        };
        place::insert(tx, &place)?;
        self.places.push((place.id, point));
        Ok(place.id)
    }

    /// A room that is free three times a week.
    fn add_room(&self, tx: &mut DbConn, place: PlaceId) -> store::Result<Vec<WeeklyTime>> {
        let mut times: Vec<WeeklyTime> = Vec::new();
        while times.len() < 3 {
            let time = weekly(self.weekday(), *self.chance.pick(&HOURS).expect("hours"));
            if !times.contains(&time) {
                times.push(time);
            }
        }
        let room = Room {
            id: RoomId::random(&self.chance),
            place,
            name: "Peisestua".to_owned(),
            from: None,
            until: None,
            offered: true,
            times: times.clone(),
        };
        room::insert(tx, &room)?;
        Ok(times)
    }

    /// Two for each place; one of them wants to be asked first.
    fn add_igangsettere(
        &self,
        tx: &mut DbConn,
        (point, place): (ContactPointId, PlaceId),
        times: &[WeeklyTime],
    ) -> store::Result<()> {
        for ask_first in [true, false] {
            let mut one = member(&self.chance, (self.id, point));
            one.roles.igangsetter = true;
            let index: [u8; 32] = self.chance.bytes();
            staff::insert(tx, &one, b"sealed", &index)?;
            let mut cells: Vec<Cell> = Vec::new();
            for time in times {
                let cell = Cell { place, time: *time };
                if !cells.contains(&cell) {
                    cells.push(cell);
                }
            }
            let can = Availability {
                staff: one.id,
                from: NaiveDate::default(),
                max_groups: 2,
                ask_first,
                cells,
                away: Vec::new(),
            };
            availability::put(tx, &can)?;
        }
        Ok(())
    }

    /// A place with a room and somebody to lead there, and just enough people who want no other.
    fn add_hamlet(&mut self, tx: &mut DbConn) -> store::Result<()> {
        let point = *self.contact_points.first().expect("there are notes");
        let place = self.add_place(tx, point)?;
        self.places.pop();
        self.hamlets.push(place);
        let times = self.add_room(tx, place)?;
        self.add_igangsettere(tx, (point, place), &times)?;
        let time = times.first().expect("a room is free");
        for _ in 0..IN_HAMLET {
            let wish = Wish {
                place,
                when: time.week_band(),
                first_choice: false,
            };
            self.leave(tx, (point, vec![wish]))?;
        }
        Ok(())
    }

    /// One place or two, at two to five times.
    fn wanted_in_town(&self) -> (ContactPointId, Vec<Wish>) {
        let [second, times] = self.chance.bytes();
        let (place, point) = self.wanted();
        let mut places = vec![place];
        if second < 100 {
            places.push(self.wanted().0);
        }
        let mut wishes: Vec<Wish> = Vec::new();
        for _ in 0..2 + times % 4 {
            let when = WeekBand {
                weekday: self.weekday(),
                band: *self.chance.pick(&Band::ALL).expect("bands"),
            };
            for place in &places {
                let wish = Wish {
                    place: *place,
                    when,
                    first_choice: false,
                };
                if !wishes.contains(&wish) {
                    wishes.push(wish);
                }
            }
        }
        (point, wishes)
    }

    /// A confirmed note that has waited for up to three months.
    fn leave(&self, tx: &mut DbConn, (point, wishes): (ContactPointId, Vec<Wish>)) -> store::Result<()> {
        let [days] = self.chance.bytes();
        let left = day("2027-01-11") - chrono::Days::new(u64::from(days) % 90);
        let standing = Standing::left(left).confirm(left, None);
        let note = Note {
            id: NoteId::random(&self.chance),
            region: self.id,
            contact_point: point,
            standing: standing.expect("a new note can be confirmed").unprompted(),
            language: Language::Bokmal,
            words: RecognitionWords::random(&self.chance),
            consent_version: 1,
            generation: 1,
            by_code: false,
            planned: None,
        };
        let index: [u8; 32] = self.chance.bytes();
        let reached = Reached::Address {
            sealed: b"sealed",
            index: &index,
        };
        note::insert(tx, &note, &wishes, reached)
    }

    /// A place: the first ones often, the last ones seldom.
    fn wanted(&self) -> (PlaceId, ContactPointId) {
        let share = f64::from(u32::from_be_bytes(self.chance.bytes())) / f64::from(u32::MAX);
        let count = self.places.len();
        // The cube of an even draw: half of all people want an eighth of the places.
        let ahead = self.places.iter().enumerate().find(|(nth, _)| {
            let part = f64::from(u32::try_from(nth + 1).unwrap_or(u32::MAX))
                / f64::from(u32::try_from(count).unwrap_or(u32::MAX));
            share.powi(3) <= part
        });
        *ahead.expect("the last one reaches one").1
    }

    fn weekday(&self) -> Weekday {
        *self.chance.pick(&WEEKDAYS[..5]).expect("weekdays")
    }
}

fn member(chance: &Chance, (region, contact_point): (RegionId, ContactPointId)) -> Member {
    Member {
        id: StaffId::random(chance),
        region,
        contact_point,
        name: "Kari".to_owned(),
        roles: Roles::default(),
        kept_until: day("2099-12-31"),
    }
}
