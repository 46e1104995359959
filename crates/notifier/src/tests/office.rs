//! A contact point with everything that a letter can speak of, and a notifier for it.

use std::time::Duration;

use chrono::{DateTime, NaiveTime, TimeDelta, Utc, Weekday};
use model::{
    Calendar, Cell, Chance, Clock, ContactPointId, EmailAddress, GroupId, GroupState, Language, Lead, Letter, LetterId,
    NoteId, NoteState, PlaceId, PlaceKind, RecognitionWords, RegionId, Roles, RoomId, SUPPORTED_MEETINGS, SeatState,
    SignInId, StaffId, Standing, WeeklyTime,
};
use store::{
    Db, DbConn, Fault as StoreFault,
    contact_point::ContactPoint,
    group::Group,
    mail_pause::MailPause,
    meeting::{Becomes, MeetingChange},
    note::{Note, Reached},
    place::{Directions, Place},
    room::Room,
    seat::Seat,
    sign_in::SignIn,
    staff::Member,
};
use tempfile::TempDir;
use testkit::{day, region::a_controller, smtp::SmtpPeer};
use vault::{OpeningKeys, SealedAt, Vault};

use super::logs::log;
use crate::{Mailbox, Notifier, Parts, Route, Sender};

pub const KARI: &str = "kari@example.test";
pub const SIRI: &str = "siri@example.test";
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
    pub region: RegionId,
    pub contact_point: ContactPointId,
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
        let igangsetter = Roles {
            igangsetter: true,
            ..Roles::default()
        };
        office.member(office.igangsetter, SIRI, igangsetter);
        office
    }

    fn furnish(&self, tx: &mut DbConn) -> store::Result<()> {
        let (region, contact_point) = (self.region, self.contact_point);
        store::region::insert(tx, region, "Nord")?;
        let point = ContactPoint {
            id: contact_point,
            region,
            name: "Frivilligsentralen".to_owned(),
            slug: "nord".parse().unwrap(),
            controller: Some(a_controller()),
            supported_meetings: SUPPORTED_MEETINGS,
            closing_lines: None,
        };
        store::contact_point::insert(tx, &point)?;
        let place = Place {
            id: self.place,
            region,
            contact_point,
            kind: PlaceKind::Physical,
            name: "Helsehuset".to_owned(),
            address: "Storgata 1".to_owned(),
            letter_name: "Storgata 1".to_owned(),
            directions: Directions::default(),
            offered: true,
        };
        store::place::insert(tx, &place)?;
        let room = Room {
            id: self.room,
            place: self.place,
            name: "Peisestua".to_owned(),
            from: None,
            until: None,
            offered: true,
            times: vec![tuesday()],
        };
        store::room::insert(tx, &room)
    }

    /// Adds a member of staff.
    pub fn member(&self, id: StaffId, address: &str, roles: Roles) {
        let address = EmailAddress::parse(address).unwrap();
        let sealed = self.vault.seal(&address, SealedAt::staff(id), &self.chance).unwrap();
        let member = Member {
            id,
            region: self.region,
            contact_point: self.contact_point,
            name: "Siri".to_owned(),
            roles,
            kept_until: day("2099-12-31"),
        };
        let index = self.vault.index(&address);
        self.write(|tx| store::staff::insert(tx, &member, sealed.as_bytes(), index.as_bytes()));
    }

    /// Leaves a note that is in this state.
    pub fn note(&self, address: &str, state: NoteState) -> NoteId {
        self.note_in(Language::Bokmal, address, state)
    }

    pub fn note_in(&self, language: Language, address: &str, state: NoteState) -> NoteId {
        let note = Note {
            language,
            ..self.new_note(state)
        };
        let address = EmailAddress::parse(address).unwrap();
        let sealed = self
            .vault
            .seal(&address, SealedAt::note(note.id), &self.chance)
            .unwrap();
        let index = self.vault.index(&address);
        let reached = Reached::Address {
            sealed: sealed.as_bytes(),
            index: index.as_bytes(),
        };
        self.write(|tx| store::note::insert(tx, &note, &[], reached));
        note.id
    }

    /// Leaves a note with a receipt code, in this state.
    pub fn note_by_code(&self, state: NoteState) -> NoteId {
        let note = self.new_note(state);
        let index: [u8; 32] = self.chance.bytes();
        self.write(|tx| store::note::insert(tx, &note, &[], Reached::Code { index: &index }));
        note.id
    }

    fn new_note(&self, state: NoteState) -> Note {
        let today = self.clock.today();
        let kept_until = calendar().kept_until;
        let waiting = Standing::left(today).confirm(today, None).unwrap();
        let standing = match state {
            NoteState::Unconfirmed => Standing::left(today),
            NoteState::Waiting => waiting,
            NoteState::Invited => waiting.invite(kept_until).unwrap(),
            NoteState::Joined => waiting.invite(kept_until).unwrap().join().unwrap(),
            NoteState::Paused => waiting.invite(kept_until).unwrap().pause(today).unwrap(),
        };
        Note {
            id: NoteId::random(&self.chance),
            region: self.region,
            contact_point: self.contact_point,
            standing,
            language: Language::Bokmal,
            words: RecognitionWords::at(0, 0).unwrap(),
            consent_version: 1,
            generation: 3,
            by_code: false,
            planned: None,
        }
    }

    /// A group that first meets on Tuesday 26 January at 18. An asked one has asked its igangsetter.
    pub fn group(&self, state: GroupState) -> GroupId {
        let (whom, at) = (self.igangsetter, self.clock.now());
        let lead = if state == GroupState::Asked {
            Lead::Asked {
                whom,
                at,
                vacant_since: at,
            }
        } else {
            Lead::By(whom)
        };
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
            contact_point: self.contact_point,
            lead,
            place_name: "Helsehuset".to_owned(),
            letter_name: "Storgata 1".to_owned(),
            directions: Directions::default(),
            room_name: "Peisestua".to_owned(),
            calendar: calendar(),
            size: 8,
        };
        self.write(|tx| store::group::insert(tx, &group));
        group.id
    }

    /// Stores another lead, state or date of a group.
    pub fn change_group(&self, id: GroupId, change: impl Fn(&mut Group)) {
        self.write(|tx| {
            let mut group = store::group::get(tx, id)?;
            change(&mut group);
            store::group::update(tx, &group)
        });
    }

    /// Cancels a meeting, or moves it to another day at 17.
    pub fn change_meeting(&self, group: GroupId, meeting: &str, moved_to: Option<&str>) {
        let at_five = NaiveTime::from_hms_opt(17, 0, 0).unwrap();
        let change = MeetingChange {
            meeting: day(meeting),
            becomes: moved_to.map_or(Becomes::Cancelled(None), |date| Becomes::MovedTo(day(date), at_five)),
        };
        self.write(|tx| store::meeting::put_change(tx, group, change));
    }

    /// Gives a note a seat.
    pub fn seat(&self, group: GroupId, note: NoteId, state: SeatState) {
        let seat = Seat {
            group,
            note,
            state,
            answer_by: None,
            reminded: false,
            number: (state == SeatState::Accepted).then_some(3),
            nickname: None,
        };
        self.write(|tx| {
            store::seat::insert(tx, group, note, SeatState::Held)?;
            store::seat::update(tx, &seat)
        });
    }

    /// Stores something else of a seat.
    pub fn change_seat(&self, (note, group): (NoteId, GroupId), change: impl Fn(&mut Seat)) {
        let mut seat = self.find_seat(note, group);
        change(&mut seat);
        self.write(|tx| store::seat::update(tx, &seat));
    }

    /// A note that has accepted a seat in a group.
    pub fn joined(&self, address: &str, group: GroupId) -> NoteId {
        let note = self.note(address, NoteState::Joined);
        self.seat(group, note, SeatState::Accepted);
        note
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

    /// A notifier that does not wait long for a silent server, nor for one that a busy machine makes slow: nothing is
    /// delivered by it for certain.
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
    }
}

pub fn route_to(peer: &SmtpPeer) -> Route {
    format!("smtp://127.0.0.1:{}", peer.port()).parse().unwrap()
}

fn calendar() -> Calendar {
    Calendar::meeting_on(day("2027-01-26"), SUPPORTED_MEETINGS)
}

fn tuesday() -> WeeklyTime {
    WeeklyTime::new(Weekday::Tue, NaiveTime::from_hms_opt(18, 0, 0).unwrap()).unwrap()
}
