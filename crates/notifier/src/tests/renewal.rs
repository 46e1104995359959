//! Keys are renewed while people leave notes and sign in, on both databases (promise C4).

mod cut_off;
mod destroyed;
mod found;
mod links;
mod under_load;

use chrono::TimeDelta;
use contact_point::{NewMember, add_member, ask_for_code};
use course::{Confirmed, Door, NoteDraft, Reach, confirm, submit};
use model::{Chance, Clock, EmailAddress, Language, Letter, NoteId, NoteState, Roles, StaffId};
use store::{
    Db, DbConn, Fault as StoreFault,
    address::{self, Holder, Renewed},
    key_version::{self, KeyVersion},
    note, sign_in, staff,
};
use tempfile::TempDir;
use testkit::{Region, TestDb, both_databases, letters_owed, oslo, region::wish};
use vault::{BrowserId, KeyId, OpeningKeys, SealedAddress, SealedAt, Vault};

use super::office::sender;
use crate::{Mailbox, Notifier, Parts, Renewal, Route};

const FIRST: KeyId = KeyId::of(1);
const SECOND: KeyId = KeyId::of(2);

/// A region with keys of its own. Notes are left on the page of its contact point, which counts none. It is Tuesday 12 January 2027.
struct Town {
    region: Region,
    door: Door,
    db: Db,
    keys: TempDir,
    vault: Vault,
    clock: Clock,
    chance: Chance,
}

impl Town {
    /// A town whose first keys were made on this day, shown as `2026-12-12`.
    fn with_keys_of(db: &TestDb, made: &str) -> Self {
        let (keys, chance) = (TempDir::new().unwrap(), Chance::seeded(3));
        let region = Region::made(db, 1);
        let town = Self {
            door: Door::ContactPoint(region.contact_point.to_string().parse().unwrap()),
            region,
            db: db.opened_again(),
            vault: Vault::open_or_create(keys.path(), &chance).unwrap(),
            keys,
            clock: Clock::standing_at(oslo(&format!("{made} 10:00"))),
            chance,
        };
        town.pass_twice();
        town.clock.advance(oslo("2027-01-12 10:00") - town.clock.now());
        town
    }

    fn opening_keys(&self) -> OpeningKeys {
        OpeningKeys::load(self.keys.path()).unwrap()
    }

    /// The notifier of a process that has just started.
    fn notifier(&self) -> Notifier {
        Notifier::new(Parts {
            db: self.db.clone(),
            vault: Vault::open(self.keys.path()).unwrap(),
            opening_keys: self.opening_keys(),
            clock: self.clock.clone(),
            chance: self.chance.clone(),
            route: Route::Memory(Mailbox::new()),
            sender: sender(),
        })
    }

    /// What a worker does that has just started: what is stored is not touched before its second pass.
    fn pass_twice(&self) {
        let notifier = self.notifier();
        notifier.renew_keys().unwrap();
        notifier.renew_keys().unwrap();
    }

    /// Makes the next keys, and leaves everything sealed as it is.
    fn make_next(&self) {
        let renewal = Renewal {
            db: &self.db,
            vault: &self.vault,
            opening_keys: &self.opening_keys(),
            chance: &self.chance,
        };
        renewal.make_next(self.clock.today()).unwrap();
    }

    fn later(&self, days: i64) {
        self.clock.advance(TimeDelta::days(days));
    }

    fn write<T>(&self, work: impl Fn(&mut DbConn) -> store::Result<T>) -> T {
        self.db.write_now::<T, StoreFault>(work).unwrap()
    }

    /// Leaves a note, and tells which it is: the newest that a letter asks to confirm.
    fn leave(&self, raw: &str) -> NoteId {
        let before = self.asked_to_confirm();
        let draft = a_draft(&self.region, raw);
        let tools = (&self.vault, &self.chance);
        self.db
            .write_now(|tx| submit(tx, tools, (&self.door, &draft), true, self.clock.now()))
            .unwrap();
        let mut new = self.asked_to_confirm();
        new.retain(|note| !before.contains(note));
        assert_eq!(new.len(), 1);
        new[0]
    }

    fn asked_to_confirm(&self) -> Vec<NoteId> {
        let owed = letters_owed(&self.db);
        let note = |letter| match letter {
            Letter::ConfirmNote { note } => Some(note),
            _ => None,
        };
        owed.iter().filter_map(|owed| note(owed.letter)).collect()
    }

    fn confirm(&self, note: NoteId) -> Confirmed {
        self.db
            .write_now(|tx| confirm(tx, &self.chance, note, self.clock.now()))
            .unwrap()
    }

    fn is_there(&self, note: NoteId) -> bool {
        self.write(|tx| note::find(tx, note)).is_some()
    }

    fn add_staff(&self, raw: &str) -> Result<StaffId, contact_point::Fault> {
        let new = NewMember {
            name: "Siri".parse().unwrap(),
            email: address(raw),
            roles: Roles {
                leader: true,
                ..Roles::default()
            },
        };
        let tools = (&self.vault, &self.chance);
        self.db
            .write_now(|tx| add_member(tx, tools, &self.region.coordinator, &new, self.clock.now()))
    }

    /// Whom a code to sign in goes to.
    fn who_signs_in(&self, raw: &str) -> Option<StaffId> {
        let (tools, email) = ((&self.vault, &self.chance), address(raw));
        let browser = BrowserId::random(&self.chance);
        let now = self.clock.now();
        let asked = self
            .db
            .write_now(|tx| ask_for_code(tx, tools, &email, &browser, now))
            .unwrap();
        self.write(|tx| sign_in::find(tx, asked)).and_then(|found| found.staff)
    }

    fn sealed(&self, note: NoteId) -> SealedAddress {
        SealedAddress::from_bytes(self.write(|tx| note::get_sealed_address(tx, note)))
    }

    /// The address of a note as the notifier reads it, and the version that it is sealed with.
    fn read(&self, note: NoteId) -> (String, KeyId) {
        let sealed = self.sealed(note);
        let opened = self.opening_keys().open(&sealed, SealedAt::note(note)).unwrap();
        (opened.expose(), sealed.version().unwrap())
    }

    fn versions(&self) -> Vec<KeyVersion> {
        self.write(key_version::list)
    }

    fn version(&self, id: KeyId) -> KeyVersion {
        let found = self.versions().into_iter().find(|one| one.version == id.number());
        found.unwrap()
    }

    /// Puts other bytes where a note's sealed address is.
    fn overwrite(&self, note: NoteId, sealed: &SealedAddress) {
        let put = Renewed {
            holder: Holder::Note(note),
            old: self.sealed(note).as_bytes().to_vec(),
            bytes: sealed.as_bytes().to_vec(),
            index: Vec::new(),
            older_indexes: Vec::new(),
        };
        assert!(self.write(|tx| address::renew(tx, &put)));
    }
}

fn address(raw: &str) -> EmailAddress {
    EmailAddress::parse(raw).unwrap()
}

fn a_draft(region: &Region, raw: &str) -> NoteDraft {
    NoteDraft {
        places: vec![region.place],
        times: vec![wish(region.cell).when],
        reach: Reach::Email(address(raw)),
        language: Language::Bokmal,
        planned: false,
    }
}

const KARI: &str = "kari@example.no";
const SIRI: &str = "siri@example.no";

both_databases!(keys_are_renewed_when_they_are_a_month_old_and_not_before, |db| {
    let town = Town::with_keys_of(&db, "2026-12-13");
    town.pass_twice();
    assert_eq!(town.versions().len(), 1);
    town.later(1);
    town.pass_twice();
    let made: Vec<_> = town
        .versions()
        .iter()
        .map(|one| (one.version, one.made_on.to_string()))
        .collect();
    assert_eq!(made, [(2, "2027-01-13".to_owned()), (1, "2026-12-13".to_owned())]);
    town.pass_twice();
    assert_eq!(town.versions().len(), 2);
});

both_databases!(all_addresses_are_sealed_anew_and_read_as_before, |db| {
    let town = Town::with_keys_of(&db, "2027-01-01");
    // More than one batch.
    let notes: Vec<_> = (0..60).map(|n| (town.leave(&format!("p{n}@example.no")), n)).collect();
    let siri = town.add_staff(SIRI).unwrap();
    town.make_next();
    let new = town.leave(KARI);
    assert_eq!(
        town.read(new).1,
        SECOND,
        "new notes are sealed with the new keys at once"
    );
    assert_eq!(town.read(notes[0].0).1, FIRST);
    town.pass_twice();
    for (note, n) in notes {
        assert_eq!(town.read(note), (format!("p{n}@example.no"), SECOND));
    }
    let sealed = SealedAddress::from_bytes(town.write(|tx| staff::get_sealed_address(tx, siri)));
    assert_eq!(sealed.version(), Some(SECOND));
    let opened = town.opening_keys().open(&sealed, SealedAt::staff(siri)).unwrap();
    assert_eq!(opened.expose(), SIRI);
    assert_eq!(town.version(FIRST).emptied_on, Some(town.clock.today()));
});

both_databases!(the_newest_note_stays_on_every_day_of_a_renewal, |db| {
    let town = Town::with_keys_of(&db, "2027-01-01");
    let (first, left_before) = (town.leave(KARI), town.leave(KARI));
    assert_eq!(town.confirm(first), Confirmed::Waiting);
    town.make_next();
    // Left under the new keys, while the one that waits is still under the old ones.
    let left_between = town.leave("KARI@example.no");
    assert_eq!(town.confirm(left_between), Confirmed::Waiting);
    assert!(!town.is_there(first));
    town.pass_twice();
    // Left under the old keys, and renewed since.
    assert_eq!(town.confirm(left_before), Confirmed::Newer(left_between));
    assert!(!town.is_there(left_before) && town.is_there(left_between));
    let left_after = town.leave(KARI);
    assert_eq!(town.confirm(left_after), Confirmed::Waiting);
    assert!(!town.is_there(left_between));
});

both_databases!(notes_of_one_address_are_renewed_together, |db| {
    let town = Town::with_keys_of(&db, "2027-01-01");
    let (waiting, second) = (town.leave(KARI), town.leave(KARI));
    town.confirm(waiting);
    town.make_next();
    // Half of a renewal: one of the two is sealed anew, the process ends.
    let indexes = town.vault.indexes(&address(KARI));
    let half = Renewed {
        holder: Holder::Note(second),
        old: town.sealed(second).as_bytes().to_vec(),
        bytes: town
            .vault
            .seal(&address(KARI), SealedAt::note(second), &town.chance)
            .unwrap()
            .as_bytes()
            .to_vec(),
        index: indexes.newest.as_bytes().to_vec(),
        older_indexes: indexes.older.iter().map(|index| index.as_bytes().to_vec()).collect(),
    };
    assert!(town.write(|tx| address::renew(tx, &half)));
    assert_eq!((town.read(waiting).1, town.read(second).1), (FIRST, SECOND));
    assert_eq!(town.confirm(second), Confirmed::Waiting);
    assert!(!town.is_there(waiting));
});

both_databases!(staff_sign_in_on_every_day_of_a_renewal_and_stay_one_person, |db| {
    let town = Town::with_keys_of(&db, "2027-01-01");
    let siri = town.add_staff(SIRI).unwrap();
    let still_siri = |step: &str| {
        assert_eq!(town.who_signs_in(SIRI), Some(siri), "{step}");
        let again = town.add_staff(" Siri@example.NO ");
        assert!(matches!(again, Err(contact_point::Fault::AddressTaken)), "{step}");
        // The codes that were asked for don't count any more.
        town.later(1);
    };
    still_siri("before");
    town.make_next();
    still_siri("made");
    town.pass_twice();
    still_siri("renewed");
    town.later(34);
    town.pass_twice();
    assert!(town.version(FIRST).destroyed_on.is_some());
    still_siri("destroyed");
});

both_databases!(a_note_that_two_seal_at_once_is_sealed_by_the_first, |db| {
    let town = Town::with_keys_of(&db, "2027-01-01");
    let note = town.leave(KARI);
    let old = town.sealed(note);
    town.overwrite(
        note,
        &town
            .vault
            .seal(&address("ny@example.no"), SealedAt::note(note), &town.chance)
            .unwrap(),
    );
    let late = Renewed {
        holder: Holder::Note(note),
        old: old.as_bytes().to_vec(),
        bytes: old.as_bytes().to_vec(),
        index: vec![1; 32],
        older_indexes: Vec::new(),
    };
    assert!(!town.write(|tx| address::renew(tx, &late)));
    assert_eq!(town.read(note).0, "ny@example.no");
});

both_databases!(swapped_addresses_are_not_sealed_anew_as_if_they_were_in_place, |db| {
    let town = Town::with_keys_of(&db, "2027-01-01");
    let (kari, ola) = (town.leave(KARI), town.leave("ola@example.no"));
    let (of_kari, of_ola) = (town.sealed(kari), town.sealed(ola));
    town.overwrite(kari, &of_ola);
    town.overwrite(ola, &of_kari);
    town.make_next();
    town.pass_twice();
    for note in [kari, ola] {
        let sealed = town.sealed(note);
        assert_eq!(sealed.version(), Some(FIRST));
        let opened = town.opening_keys().open(&sealed, SealedAt::note(note));
        assert_eq!(opened, Err(vault::OpenFault::NotGenuine));
    }
    assert!(
        town.version(FIRST).emptied_on.is_some(),
        "what nobody can open holds up nothing"
    );
});

both_databases!(
    what_is_stored_waits_until_a_new_version_has_been_seen_for_a_pass,
    |db| {
        let town = Town::with_keys_of(&db, "2027-01-01");
        let note = town.leave(KARI);
        let worker = town.notifier();
        worker.renew_keys().unwrap();
        town.make_next();
        worker.renew_keys().unwrap();
        assert_eq!(town.read(note).1, FIRST);
        worker.renew_keys().unwrap();
        assert_eq!(town.read(note).1, SECOND);
    }
);

both_databases!(
    once_all_are_sealed_anew_those_that_came_late_are_looked_for_once_a_day,
    |db| {
        let town = Town::with_keys_of(&db, "2027-01-01");
        let note = town.leave(KARI);
        let late = town.sealed(note);
        town.make_next();
        let worker = town.notifier();
        worker.renew_keys().unwrap();
        worker.renew_keys().unwrap();
        town.overwrite(note, &late);
        worker.renew_keys().unwrap();
        assert_eq!(town.read(note).1, FIRST, "not every pass reads all that is stored");
        town.later(1);
        worker.renew_keys().unwrap();
        assert_eq!(town.read(note).1, SECOND);
        assert_eq!(town.version(FIRST).emptied_on, Some(town.clock.today()));
    }
);
