//! A made-up region, put straight into the store, for tests whose subject begins later.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};
use model::{
    Band, Cell, Chance, CollectionId, ContactPointId, Controller, CourseId, NoteId, PlaceId, PlaceKind,
    RecognitionWords, RegionId, Roles, RoomId, SUPPORTED_MEETINGS, ShortCode, StaffId, Standing, WeekBand, WeeklyTime,
    Wish, oslo_instant,
};
use store::{
    Db, DbConn, Fault,
    availability::{self, Availability},
    collection::{self, Collection},
    contact_point::{self, ContactPoint},
    course::{self, Course},
    note::{self, Note, Reached},
    outbox::{self, Claimed},
    place::{self, Directions, Place},
    region,
    room::{self, Room},
    staff::{self, Member},
};
use tempfile::TempDir;
use vault::Vault;

/// How many take part in the region's course.
pub const PARTICIPANTS: u16 = 12;

/// One region: a contact point with its people, a place with a room on Tuesdays at 18, somebody who can lead there
/// and wants to be asked first, and a course whose collection is open from 12 to 19 January 2027.
pub struct Region {
    /// Its identity.
    pub id: RegionId,
    /// Its first contact point.
    pub contact_point: ContactPointId,
    /// Keeps it, and leads its course.
    pub coordinator: Member,
    /// Can lead in [`Region::cell`].
    pub igangsetter: Member,
    /// Where groups meet.
    pub place: PlaceId,
    /// The room there.
    pub room: RoomId,
    /// The place on Tuesdays at 18.
    pub cell: Cell,
    /// The course.
    pub course: CourseId,
    /// The code of its collection.
    pub code: ShortCode,
    /// Where its draws come from.
    pub chance: Chance,
    db: Db,
}

impl Region {
    /// Makes a region in a database. The same seed gives the same identities.
    ///
    /// # Panics
    /// When the database refuses.
    #[must_use]
    pub fn made(db: &Db, seed: u64) -> Self {
        let chance = Chance::seeded(seed);
        let id = RegionId::random(&chance);
        stored(db, |tx| region::insert(tx, id, "Nordre"));
        let contact_point = a_contact_point(db, &chance, id);
        let roles = Roles {
            coordinator: true,
            leader: true,
            igangsetter: false,
        };
        let coordinator = a_member(db, &chance, (id, contact_point), roles);
        let igangsetter = a_member(db, &chance, (id, contact_point), IGANGSETTER);
        let place = a_place(db, &chance, (id, contact_point));
        let cell = Cell {
            place,
            time: weekly(Weekday::Tue, 18),
        };
        let (course, code) = an_open_course(db, &chance, &coordinator);
        let room = RoomId::random(&chance);
        let made = Self {
            id,
            contact_point,
            coordinator,
            igangsetter,
            place,
            room,
            cell,
            course,
            code,
            chance,
            db: db.clone(),
        };
        made.put_room(room, cell);
        made.lets_lead(&made.igangsetter, &[cell], true);
        made
    }

    /// Another contact point of the region, by its coordinator.
    #[must_use]
    pub fn add_neighbour(&self) -> Member {
        let contact_point = a_contact_point(&self.db, &self.chance, self.id);
        let roles = Roles {
            coordinator: true,
            ..Roles::default()
        };
        a_member(&self.db, &self.chance, (self.id, contact_point), roles)
    }

    /// Another igangsetter, who can lead nowhere yet.
    #[must_use]
    pub fn add_igangsetter(&self) -> Member {
        a_member(&self.db, &self.chance, (self.id, self.contact_point), IGANGSETTER)
    }

    /// Lets somebody lead in these cells from now on: two groups at once, at most.
    pub fn lets_lead(&self, member: &Member, cells: &[Cell], ask_first: bool) {
        let new = Availability {
            staff: member.id,
            from: NaiveDate::default(),
            max_groups: 2,
            ask_first,
            cells: cells.to_vec(),
            away: Vec::new(),
        };
        stored(&self.db, |tx| availability::put(tx, &new));
    }

    /// Another place, of a contact point of the region.
    #[must_use]
    pub fn add_place(&self, contact_point: ContactPointId) -> PlaceId {
        a_place(&self.db, &self.chance, (self.id, contact_point))
    }

    /// Another room, that is free at one place and time.
    #[must_use]
    pub fn add_room(&self, cell: Cell) -> RoomId {
        let room = RoomId::random(&self.chance);
        self.put_room(room, cell);
        room
    }

    /// A confirmed note that has waited from a day on, and wants [`Region::cell`].
    #[must_use]
    pub fn add_note(&self, since: NaiveDate) -> NoteId {
        self.add_note_for(&[self.cell], since)
    }

    /// Several of them.
    #[must_use]
    pub fn add_notes(&self, count: usize, since: NaiveDate) -> Vec<NoteId> {
        (0..count).map(|_| self.add_note(since)).collect()
    }

    /// A confirmed note that has waited from a day on, and wants these cells.
    ///
    /// # Panics
    /// When the database refuses.
    #[must_use]
    pub fn add_note_for(&self, cells: &[Cell], since: NaiveDate) -> NoteId {
        let confirmed = Standing::left(since).confirm(since, None);
        let note = Note {
            id: NoteId::random(&self.chance),
            region: self.id,
            contact_point: self.contact_point,
            standing: confirmed.expect("a new note can be confirmed"),
            language: model::Language::Bokmal,
            words: RecognitionWords::random(&self.chance),
            consent_version: 1,
            generation: 1,
            by_code: false,
            planned: None,
        };
        let wishes: Vec<Wish> = cells.iter().map(|cell| wish(*cell)).collect();
        let index: [u8; 32] = self.chance.bytes();
        let reached = Reached::Address {
            sealed: b"sealed",
            index: &index,
        };
        stored(&self.db, |tx| note::insert(tx, &note, &wishes, reached));
        note.id
    }

    fn put_room(&self, room: RoomId, cell: Cell) {
        let new = Room {
            id: room,
            place: cell.place,
            name: "Peisestua".to_owned(),
            from: None,
            until: None,
            offered: true,
            times: vec![cell.time],
        };
        stored(&self.db, |tx| room::insert(tx, &new));
    }
}

/// A vault of its own; the folder of its keys is gone again.
///
/// # Panics
/// When the keys can't be made.
#[must_use]
pub fn a_vault() -> Vault {
    let folder = TempDir::with_prefix("oppstart-keys-").expect("a temporary folder");
    Vault::open_or_create(folder.path(), &Chance::seeded(1)).expect("new keys")
}

/// The letters that are owed at this moment or later. None of them is claimed by looking.
///
/// # Panics
/// When the database refuses.
#[must_use]
pub fn letters_owed(db: &Db) -> Vec<Claimed> {
    let looked = db.write_now(|tx| match outbox::claim(tx, oslo("2099-01-01 00:00"), 10_000) {
        Ok(letters) => Err::<(), _>(Looked::Seen(letters)),
        Err(fault) => Err(fault.into()),
    });
    match looked {
        Err(Looked::Seen(letters)) => letters,
        Err(Looked::Failed(fault)) => panic!("the outbox can't be read: {fault}"),
        Ok(()) => Vec::new(),
    }
}

/// The instant at which clocks in Oslo show this, such as `2027-01-12 10:00` or `2027-01-12 23:59:59`.
///
/// # Panics
/// When it is no date and time.
#[must_use]
pub fn oslo(shown: &str) -> DateTime<Utc> {
    let format = if shown.len() > 16 { "%F %T" } else { "%F %R" };
    let local = NaiveDateTime::parse_from_str(shown, format).expect("a date and a time");
    oslo_instant(local.date(), local.time())
}

/// A day, such as `2027-01-12`.
///
/// # Panics
/// When it is none.
#[must_use]
pub fn day(shown: &str) -> NaiveDate {
    shown.parse().expect("a day")
}

/// A weekly time on the hour.
///
/// # Panics
/// When no meeting can begin then.
#[must_use]
pub fn weekly(weekday: Weekday, hour: u32) -> WeeklyTime {
    let starts_at = NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour");
    WeeklyTime::new(weekday, starts_at).expect("an hour of the day")
}

/// The wish that a cell fulfils.
#[must_use]
pub fn wish(cell: Cell) -> Wish {
    Wish {
        place: cell.place,
        when: WeekBand {
            weekday: cell.time.weekday,
            band: Band::of(cell.time.starts_at),
        },
        first_choice: false,
    }
}

/// Who answers for the data of the region's contact points.
#[must_use]
pub fn a_controller() -> Controller {
    Controller {
        responsible_body: "Nordre kommune".to_owned(),
        privacy_contact: "personvern@nordre.example".to_owned(),
        phone: "22 33 44 55".to_owned(),
    }
}

/// Why a transaction that only looks was undone.
#[derive(Debug, thiserror::Error)]
enum Looked {
    #[error("seen")]
    Seen(Vec<Claimed>),
    #[error(transparent)]
    Failed(#[from] Fault),
}

const IGANGSETTER: Roles = Roles {
    coordinator: false,
    leader: false,
    igangsetter: true,
};

#[track_caller]
fn stored(db: &Db, work: impl Fn(&mut DbConn) -> store::Result<()>) {
    db.write_now(work).expect("the made-up region is stored");
}

fn a_contact_point(db: &Db, chance: &Chance, region: RegionId) -> ContactPointId {
    let id = ContactPointId::random(chance);
    let point = ContactPoint {
        id,
        region,
        name: "Frivilligsentralen".to_owned(),
        slug: id.to_string().parse().expect("an identity is a slug"),
        controller: Some(a_controller()),
        supported_meetings: SUPPORTED_MEETINGS,
        closing_lines: None,
    };
    stored(db, |tx| contact_point::insert(tx, &point));
    point.id
}

fn a_member(db: &Db, chance: &Chance, (region, contact_point): (RegionId, ContactPointId), roles: Roles) -> Member {
    let member = Member {
        id: StaffId::random(chance),
        region,
        contact_point,
        name: "Kari".to_owned(),
        roles,
        kept_until: day("2099-12-31"),
    };
    let index: [u8; 32] = chance.bytes();
    stored(db, |tx| staff::insert(tx, &member, b"sealed", &index));
    member
}

fn a_place(db: &Db, chance: &Chance, (region, contact_point): (RegionId, ContactPointId)) -> PlaceId {
    let place = Place {
        id: PlaceId::random(chance),
        region,
        contact_point,
        kind: PlaceKind::Physical,
        name: "Biblioteket".to_owned(),
        address: "Storgata 1".to_owned(),
        letter_name: "Storgata 1".to_owned(),
        directions: Directions {
            entrance: "Inngang fra gården".to_owned(),
            step_free: Some(true),
            key_info: "Nøkkelen er i skranken".to_owned(),
            dial_in: String::new(),
        },
        offered: true,
    };
    stored(db, |tx| place::insert(tx, &place));
    place.id
}

fn an_open_course(db: &Db, chance: &Chance, leader: &Member) -> (CourseId, ShortCode) {
    let course = Course {
        id: CourseId::random(chance),
        contact_point: leader.contact_point,
        leader: Some(leader.id),
        title: "Tirsdagskurset".to_owned(),
        last_session: day("2027-01-12"),
        participants: PARTICIPANTS,
    };
    let collection = Collection {
        id: CollectionId::random(chance),
        course: course.id,
        code: ShortCode::random(chance),
        closes_on: day("2027-01-19"),
        closed: None,
        notes_left: 0,
        planned: None,
    };
    stored(db, |tx| {
        course::insert(tx, &course)?;
        collection::insert(tx, &collection)
    });
    (course.id, collection.code)
}
