//! Keys of links: a new one every month, used once every process has it, and kept for 13 months after its last day
//! (promise S1).

use std::fs;

use chrono::NaiveDate;
use model::{LinkClaim, Purpose};
use testkit::day;
use vault::TokenFault;

use super::*;

impl Town {
    /// The token of the link in a letter that is written now, as whoever gets it reads it.
    async fn token_in_a_letter(&self, note: NoteId) -> String {
        let mailbox = Mailbox::new();
        let notifier = Notifier::new(Parts {
            db: self.db.clone(),
            vault: Vault::open(self.keys.path()).unwrap(),
            opening_keys: self.opening_keys(),
            clock: self.clock.clone(),
            chance: self.chance.clone(),
            route: Route::Memory(mailbox.clone()),
            sender: sender(),
        });
        let (letter, id, now) = (
            Letter::NewLink { note },
            model::LetterId::random(&self.chance),
            self.clock.now(),
        );
        self.write(|tx| store::outbox::push(tx, id, &letter, now, now + TimeDelta::days(1)));
        notifier.deliver_due().await.unwrap();
        let text = mailbox.get(id).unwrap().text;
        let after = text.split("/n/").nth(1).unwrap();
        after.split_whitespace().next().unwrap().to_owned()
    }

    fn to(&self, date: &str) {
        self.clock.advance(oslo(&format!("{date} 10:00")) - self.clock.now());
    }

    fn links_destroyed_on(&self, version: KeyId) -> Option<NaiveDate> {
        self.version(version).links_destroyed_on
    }
}

/// A confirmed note, which is kept however far the clock goes.
fn a_note(town: &Town) -> NoteId {
    let note = town.leave(KARI);
    town.confirm(note);
    note
}

fn my_note(note: NoteId) -> LinkClaim {
    LinkClaim {
        note,
        purpose: Purpose::MyNote,
        generation: 0,
    }
}

both_databases!(a_new_key_of_links_is_used_from_the_day_after_it_was_made, async |db| {
    let town = Town::with_keys_of(&db, "2026-12-12");
    let note = a_note(&town);
    // The pages have a key folder of their own, and get the new files whenever somebody brings them.
    let pages = TempDir::new().unwrap();
    bring_keys(&town, &pages);
    let at_the_pages = Vault::open(pages.path()).unwrap();
    town.pass_twice();
    assert_eq!(town.versions().len(), 2, "version 2 was made today");
    assert_eq!(town.vault.link_versions(), [SECOND, FIRST]);

    let on_the_day = town.token_in_a_letter(note).await;
    assert!(
        at_the_pages.read_link(&on_the_day).is_ok(),
        "it is readable before the new keys are brought"
    );
    town.later(1);
    let on_the_next = town.token_in_a_letter(note).await;
    assert_eq!(
        at_the_pages.read_link(&on_the_next),
        Err(TokenFault::UnknownKey(SECOND))
    );
    bring_keys(&town, &pages);
    for token in [&on_the_day, &on_the_next] {
        let claim = at_the_pages.read_link(token).unwrap();
        assert_eq!(
            (claim.note, claim.purpose),
            (note, Purpose::MyNote),
            "and nobody restarts"
        );
    }
    assert!(on_the_day != on_the_next);
});

both_databases!(a_key_of_links_is_destroyed_13_months_after_its_last_day, async |db| {
    let town = Town::with_keys_of(&db, "2026-12-12");
    let note = a_note(&town);
    town.pass_twice();
    // On 12 January 2027, the day on which version 2 was made, letters still had the first key.
    let last = town.token_in_a_letter(note).await;
    town.to("2028-02-12");
    town.pass_twice();
    assert_eq!(town.links_destroyed_on(FIRST), None);
    assert!(
        town.version(FIRST).destroyed_on.is_some(),
        "the keys of addresses are long gone"
    );
    assert!(town.vault.read_link(&last).is_ok());

    town.later(1);
    town.pass_twice();
    assert_eq!(town.links_destroyed_on(FIRST), Some(day("2028-02-13")));
    assert_eq!(town.vault.read_link(&last), Err(TokenFault::UnknownKey(FIRST)));
    assert!(!town.keys.path().join("link-1.key").exists());
    assert_eq!(town.links_destroyed_on(SECOND), None);
});

both_databases!(a_key_of_links_that_comes_back_from_a_backup_is_destroyed_again, |db| {
    let town = Town::with_keys_of(&db, "2026-12-12");
    let file = town.keys.path().join("link-1.key");
    let backup = fs::read(&file).unwrap();
    town.pass_twice();
    town.to("2028-02-13");
    town.pass_twice();
    assert!(!file.exists());
    fs::write(&file, backup).unwrap();
    let token = town.vault.link_token(&my_note(NoteId::random(&town.chance)), FIRST);
    assert!(town.vault.read_link(&token).is_ok());
    town.later(1);
    town.pass_twice();
    assert!(!file.exists());
    assert_eq!(town.links_destroyed_on(FIRST), Some(day("2028-02-14")));
});

both_databases!(a_destruction_that_was_not_recorded_is_recorded_by_the_next_pass, |db| {
    let town = Town::with_keys_of(&db, "2026-12-12");
    town.pass_twice();
    town.to("2028-02-13");
    fs::remove_file(town.keys.path().join("link-1.key")).unwrap();
    town.pass_twice();
    assert_eq!(town.links_destroyed_on(FIRST), Some(day("2028-02-13")));
});

both_databases!(two_years_of_renewals_leave_the_keys_of_links_of_14_months, |db| {
    let town = Town::with_keys_of(&db, "2027-01-01");
    for _month in 0..24 {
        let next = town.clock.today() + chrono::Months::new(1);
        town.to(&next.to_string());
        town.pass_twice();
    }
    let kept = town.vault.link_versions().len();
    assert!((14..=15).contains(&kept), "{kept}");
    let live = town
        .versions()
        .iter()
        .filter(|one| one.links_destroyed_on.is_none())
        .count();
    assert_eq!(live, kept);
});

/// Copies what the pages may have, as `oppstart-web-keys.service` does.
fn bring_keys(town: &Town, to: &TempDir) {
    for entry in fs::read_dir(town.keys.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "key" || end == "public") {
            fs::copy(&path, to.path().join(path.file_name().unwrap())).unwrap();
        }
    }
}
