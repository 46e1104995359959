//! A contact point with everything that a letter can speak of, and a notifier for it.

use std::time::Duration;

use chrono::{DateTime, NaiveTime, TimeDelta, Utc, Weekday};
use model::{
    Calendar, Cell, Chance, Clock, ContactPointId, EmailAddress, GroupId, GroupState, Language, Letter, LetterId,
    NoteId, NoteState, PlaceId, RecognitionWords, RegionId, Roles, RoomId, SeatState, SignInId, StaffId, Standing,
    WeeklyTime,
};
use store::{
    Db, DbConn, Fault as StoreFault,
    group::Group,
    mail_pause::MailPause,
    note::Note,
    place::{Place, Room},
    region::ContactPoint,
    seat::Seat,
    sign_in::SignIn,
    staff::Member,
};
use tempfile::TempDir;
use testkit::smtp::SmtpPeer;
use vault::{OpeningKeys, SealedAt, Vault};

use super::logs::log;
use crate::{Mailbox, Notifier, Parts, Route, Sender};

pub const KARI: &str = "kari@example.test";
pub const OLA: &str = "ola@example.test";

/// The service's own address, and what a mail server learns of the host.
pub const FROM: &str = "post@oppstart.example";
pub const DOMAIN: &str = "oppstart.example";

pub struct Office {
    pub db: Db,
    pub vault: Vault,
    pub clock: Clock,
    pub chance: Chance,
    keys: TempDir,
    region: RegionId,
    contact_point: ContactPointId,
    place: PlaceId,
    room: RoomId,
    pub igangsetter: StaffId,
}

impl Office {
    /// An office with one igangsetter, on Tuesday 12 January 2027 at 10 in Oslo.
    pub fn open(db: &Db) -> Self {
        log();
        let chance = Chance::seeded(7);
        let keys = TempDir::new().unwrap();
        let office = Self {
            db: db.clone(),
            vault: Vault::open_or_create(keys.path(), &chance).unwrap(),
            clock: Clock::standing_at(DateTime::parse_from_rfc3339("2027-01-12T09:00:00Z").unwrap().to_utc()),
            keys,
            region: RegionId::random(&chance),
            contact_point: ContactPointId::random(&chance),
            place: PlaceId::random(&chance),
            room: RoomId::random(&chance),
            igangsetter: StaffId::random(&chance),
            chance,
        };
        office.write(|tx| office.furnish(tx));
        office.member(office.igangsetter, "siri@example.test");
        office
    }

    fn furnish(&self, tx: &mut DbConn) -> store::Result<()> {
        let (region, contact_point) = (self.region, self.contact_point);
        store::region::insert(tx, region, "Nord")?;
        let point = ContactPoint {
            id: contact_point,
            region,
            name: "Frivilligsentralen".to_owned(),
        };
        store::region::insert_contact_point(tx, &point)?;
        let place = Place {
            id: self.place,
            region,
            contact_point,
            name: "Storgata 1".to_owned(),
            letter_name: "Storgata 1".to_owned(),
            how_to_find: String::new(),
        };
        store::place::insert(tx, &place)?;
        let room = Room {
            id: self.room,
            place: self.place,
            name: "Peisestua".to_owned(),
            times: vec![tuesday()],
        };
        store::place::insert_room(tx, &room)
    }

    fn member(&self, id: StaffId, address: &str) {
        let address = EmailAddress::parse(address).unwrap();
        let sealed = self.vault.seal(&address, SealedAt::staff(id), &self.chance).unwrap();
        let member = Member {
            id,
            region: self.region,
            contact_point: self.contact_point,
            name: "Siri".to_owned(),
            roles: Roles {
                igangsetter: true,
                ..Roles::default()
            },
        };
        let index = self.vault.index(&address);
        self.write(|tx| store::staff::insert(tx, &member, sealed.as_bytes(), index.as_bytes()));
    }

    /// Leaves a note that is in this state.
    pub fn note(&self, address: &str, state: NoteState) -> NoteId {
        self.note_in(Language::Bokmal, address, state)
    }

    pub fn note_in(&self, language: Language, address: &str, state: NoteState) -> NoteId {
        let today = self.clock.today();
        let kept_until = Calendar::approved(today, tuesday()).kept_until;
        let waiting = Standing::left(today).confirm(today, None).unwrap();
        let standing = match state {
            NoteState::Unconfirmed => Standing::left(today),
            NoteState::Waiting => waiting,
            NoteState::Invited => waiting.invite(kept_until).unwrap(),
            NoteState::Joined => waiting.invite(kept_until).unwrap().join().unwrap(),
            NoteState::Paused => waiting.invite(kept_until).unwrap().pause(today).unwrap(),
        };
        let note = Note {
            id: NoteId::random(&self.chance),
            region: self.region,
            contact_point: self.contact_point,
            standing,
            language,
            words: RecognitionWords::at(0, 0).unwrap(),
            consent_version: 1,
            generation: 3,
        };
        let address = EmailAddress::parse(address).unwrap();
        let sealed = self
            .vault
            .seal(&address, SealedAt::note(note.id), &self.chance)
            .unwrap();
        let index = self.vault.index(&address);
        self.write(|tx| store::note::insert(tx, &note, &[], sealed.as_bytes(), index.as_bytes()));
        note.id
    }

    /// A group that first meets on Tuesday 26 January at 18.
    pub fn group(&self, state: GroupState) -> GroupId {
        let group = Group {
            id: GroupId::random(&self.chance),
            region: self.region,
            round: None,
            state,
            cell: Cell {
                place: self.place,
                time: tuesday(),
            },
            room: self.room,
            igangsetter: self.igangsetter,
            place_name: "Storgata 1".to_owned(),
            how_to_find: String::new(),
            room_name: "Peisestua".to_owned(),
            calendar: Calendar::approved(self.clock.today(), tuesday()),
            size: 8,
            asked_at: None,
        };
        self.write(|tx| store::group::insert(tx, &group));
        group.id
    }

    /// Gives a note a seat.
    pub fn seat(&self, group: GroupId, note: NoteId, state: SeatState) {
        let seat = Seat {
            group,
            note,
            state,
            answer_by: None,
            nickname: None,
        };
        self.write(|tx| {
            store::seat::insert_held(tx, group, note)?;
            store::seat::update(tx, &seat)
        });
    }

    /// An invited note in an inviting group, and the invitation that it is owed.
    pub fn invite(&self, address: &str) -> (NoteId, GroupId) {
        let (note, group) = (self.note(address, NoteState::Invited), self.group(GroupState::Inviting));
        self.seat(group, note, SeatState::Invited);
        self.owe(Letter::Invitation { note, group });
        (note, group)
    }

    pub fn find_seat(&self, note: NoteId, group: GroupId) -> Seat {
        self.write(|tx| store::seat::find(tx, group, note)).unwrap()
    }

    /// Somebody asks for a code to sign in with.
    pub fn sign_in(&self, staff: Option<StaffId>) -> SignInId {
        let sign_in = SignIn {
            id: SignInId::random(&self.chance),
            staff,
            browser: vec![1; 16],
            expires_at: self.clock.now() + TimeDelta::minutes(30),
            tries_left: 5,
        };
        self.write(|tx| store::sign_in::insert(tx, &sign_in));
        sign_in.id
    }

    /// Owes a letter that is of use for weeks.
    pub fn owe(&self, letter: Letter) -> LetterId {
        self.owe_until(letter, self.clock.now() + TimeDelta::days(30))
    }

    pub fn owe_until(&self, letter: Letter, useless_after: DateTime<Utc>) -> LetterId {
        let (id, now) = (LetterId::random(&self.chance), self.clock.now());
        self.write(|tx| store::outbox::push(tx, id, &letter, now, useless_after));
        id
    }

    /// Owes the letter that asks for a confirmation, to a new note with this address.
    pub fn owe_confirmation(&self, address: &str) -> LetterId {
        let note = self.note(address, NoteState::Unconfirmed);
        self.owe(Letter::ConfirmNote { note })
    }

    pub fn notifier(&self, route: Route) -> Notifier {
        self.notifier_on(self.db.clone(), route)
    }

    /// The notifier of another instance.
    pub fn notifier_on(&self, db: Db, route: Route) -> Notifier {
        Notifier::new(Parts {
            db,
            vault: self.vault.clone(),
            opening_keys: OpeningKeys::load(self.keys.path()).unwrap(),
            clock: self.clock.clone(),
            chance: self.chance.clone(),
            route,
            sender: sender(),
        })
    }

    /// A notifier that does not wait long for a silent server.
    pub fn impatient(&self, peer: &SmtpPeer) -> Notifier {
        self.notifier(route_to(peer)).with_deadline(Duration::from_millis(150))
    }

    /// Delivers what is due to a mailbox, which has it then.
    pub async fn delivered(&self) -> Mailbox {
        let mailbox = Mailbox::new();
        self.notifier(Route::Memory(mailbox.clone()))
            .deliver_due()
            .await
            .unwrap();
        mailbox
    }

    /// How many letters are owed.
    pub fn owed(&self) -> i64 {
        self.write(store::outbox::waiting).0
    }

    pub fn pause(&self) -> Option<MailPause> {
        self.write(store::mail_pause::find)
    }

    pub fn write<T>(&self, work: impl Fn(&mut DbConn) -> store::Result<T>) -> T {
        self.db.write_now::<T, StoreFault>(work).unwrap()
    }
}

pub fn sender() -> Sender {
    Sender {
        name: "Oppstart".parse().unwrap(),
        from: EmailAddress::parse(FROM).unwrap(),
        public_url: "https://oppstart.example".parse().unwrap(),
        phone: "22 33 44 55".to_owned(),
    }
}

pub fn route_to(peer: &SmtpPeer) -> Route {
    format!("smtp://127.0.0.1:{}", peer.port()).parse().unwrap()
}

fn tuesday() -> WeeklyTime {
    WeeklyTime::new(Weekday::Tue, NaiveTime::from_hms_opt(18, 0, 0).unwrap()).unwrap()
}
