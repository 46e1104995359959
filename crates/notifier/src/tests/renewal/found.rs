//! On every day of a renewal people are found again: by their address, or by their receipt code.

use course::{find_note, look_up};
use model::ReceiptCode;

use super::*;

impl Town {
    /// Asks for new links as somebody who has lost theirs, and tells to which notes they go.
    fn find(&self, raw: &str) -> Vec<NoteId> {
        let (tools, email, now) = ((&self.vault, &self.chance), address(raw), self.clock.now());
        self.db.write_now(|tx| find_note(tx, tools, &email, true, now)).unwrap();
        let link = |letter| match letter {
            Letter::NewLink { note } => Some(note),
            _ => None,
        };
        let owed = letters_owed(&self.db);
        let found: Vec<_> = owed.iter().filter_map(|owed| link(owed.letter)).collect();
        for note in &found {
            self.write(|tx| store::outbox::cancel(tx, *note, "new-link"));
        }
        found
    }

    fn leave_by_code(&self) -> ReceiptCode {
        let draft = NoteDraft {
            reach: Reach::Code,
            ..a_draft(&self.region, KARI)
        };
        let (tools, now) = ((&self.vault, &self.chance), self.clock.now());
        self.db
            .write_now(|tx| submit(tx, tools, (&self.door, &draft), true, now))
            .unwrap()
            .code
            .unwrap()
    }

    fn look_up(&self, code: &ReceiptCode) -> Option<NoteId> {
        let (tools, now) = ((&self.vault, &self.chance), self.clock.now());
        let found = self.db.write_now(|tx| look_up(tx, tools, code, now)).unwrap();
        found.map(|(note, _)| note.id)
    }

    fn change_address(&self, of: StaffId, raw: &str) -> Result<(), contact_point::Fault> {
        let (tools, email, now) = ((&self.vault, &self.chance), address(raw), self.clock.now());
        self.db
            .write_now(|tx| contact_point::change_address(tx, tools, &self.region.coordinator, (of, &email), now))
    }
}

both_databases!(new_links_go_to_an_address_on_every_day_of_a_renewal, |db| {
    let town = Town::with_keys_of(&db, "2027-01-01");
    let note = town.leave(KARI);
    town.confirm(note);
    assert_eq!(town.find(KARI), [note], "before");
    town.make_next();
    assert_eq!(town.find("Kari@Example.no"), [note], "made");
    town.pass_twice();
    assert_eq!(town.find(KARI), [note], "renewed");
    assert_eq!(town.find("ola@example.no"), []);
});

both_databases!(a_note_without_an_address_is_no_business_of_a_renewal, |db| {
    let town = Town::with_keys_of(&db, "2027-01-01");
    let code = town.leave_by_code();
    let note = town.look_up(&code);
    assert!(note.is_some());
    town.make_next();
    town.pass_twice();
    town.later(35);
    town.pass_twice();
    assert!(town.version(FIRST).destroyed_on.is_some());
    assert_eq!(town.look_up(&code), note);
});

both_databases!(
    an_address_that_staff_change_to_is_nobody_elses_on_any_day_of_a_renewal,
    |db| {
        let town = Town::with_keys_of(&db, "2027-01-01");
        let siri = town.add_staff(SIRI).unwrap();
        let ola = town.add_staff("ola@example.no").unwrap();
        let is_taken = |step: &str| {
            let refused = town.change_address(ola, SIRI);
            assert!(matches!(refused, Err(contact_point::Fault::AddressTaken)), "{step}");
        };
        is_taken("before");
        town.make_next();
        is_taken("made");
        town.change_address(siri, "ny@example.no").unwrap();
        assert_eq!(town.who_signs_in("ny@example.no"), Some(siri));
        town.change_address(siri, SIRI).unwrap();
        is_taken("made, and sealed with the new keys");
        town.pass_twice();
        is_taken("renewed");
        let sealed = SealedAddress::from_bytes(town.write(|tx| staff::get_sealed_address(tx, siri)));
        let opened = town.opening_keys().open(&sealed, SealedAt::staff(siri)).unwrap();
        assert_eq!(opened.expose(), SIRI);
    }
);
