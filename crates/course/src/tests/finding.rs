//! "Find my note": new links for those who are known, and the same work for those who are not (promises S1, S7).

use model::{EmailAddress, Letter, NoteId};
use testkit::{Region, both_databases, letters_owed, oslo, statements_of};

use super::{Town, start};
use crate::find_note;

fn find(town: &Town, raw_address: &str, may_write: bool) {
    let email = EmailAddress::parse(raw_address).unwrap();
    let keys = (&town.vault, &town.chance);
    town.db
        .write_now(|tx| find_note(tx, keys, &email, may_write, start()))
        .unwrap();
}

fn new_links(town: &Town) -> Vec<NoteId> {
    let note = |letter| match letter {
        Letter::NewLink { note } => Some(note),
        _ => None,
    };
    town.letters().into_iter().filter_map(note).collect()
}

fn generation(town: &Town, note: NoteId) -> u16 {
    town.find(note).unwrap().generation
}

both_databases!(whoever_asks_gets_a_new_link_and_the_older_ones_die, |db| {
    let town = Town::on(db);
    let (note, other) = (
        town.wait("ola@example.no", start()),
        town.wait("ida@example.no", start()),
    );
    find(&town, " Ola@EXAMPLE.no", true);
    assert_eq!(new_links(&town), [note]);
    assert_eq!((generation(&town, note), generation(&town, other)), (2, 1));
    let owed = letters_owed(&town.db);
    let link = owed
        .iter()
        .find(|owed| owed.letter == Letter::NewLink { note })
        .unwrap();
    assert_eq!(link.useless_after, oslo("2027-07-13 00:00"), "when the note goes");
});

both_databases!(a_note_that_waits_to_be_confirmed_is_asked_again, |db| {
    let town = Town::on(db);
    let note = town.leave("ola@example.no", start());
    find(&town, "ola@example.no", true);
    assert_eq!(
        town.letters(),
        [Letter::ConfirmNote { note }],
        "the older letter is not needed"
    );
    assert_eq!(generation(&town, note), 2);
});

both_databases!(all_notes_of_an_address_get_links_whatever_their_region, |db| {
    let town = Town::on(db);
    let here = town.wait("ola@example.no", start());
    let other = Town {
        region: Region::made(&town.db, 2),
        vault: town.vault.clone(),
        db: town.db,
    };
    let there = other.wait("ola@example.no", start());
    find(&other, "ola@example.no", true);
    let mut found = new_links(&other);
    found.sort_unstable();
    let mut both = [here, there];
    both.sort_unstable();
    assert_eq!(found, both);
});

both_databases!(an_address_gets_three_letters_at_most_the_confirmed_note_first, |db| {
    let town = Town::on(db);
    let note = town.wait("ola@example.no", start());
    let unconfirmed: Vec<_> = (0..4).map(|_| town.leave("ola@example.no", start())).collect();
    find(&town, "ola@example.no", true);
    assert_eq!((new_links(&town), generation(&town, note)), (vec![note], 2));
    let raised = unconfirmed.iter().filter(|note| generation(&town, **note) == 2).count();
    assert_eq!(raised, 2, "the links of those who are not written to stay good");
});

both_databases!(where_no_letter_may_go_out_no_link_dies, |db| {
    let town = Town::on(db);
    let note = town.wait("ola@example.no", start());
    find(&town, "ola@example.no", false);
    assert_eq!((new_links(&town), generation(&town, note)), (vec![], 1));
});

both_databases!(for_an_unknown_address_nothing_is_owed, |db| {
    let town = Town::on(db);
    find(&town, "nobody@example.no", true);
    assert_eq!(town.letters(), []);
});

both_databases!(known_and_unknown_addresses_lead_to_the_same_statements, |db| {
    let town = Town::on(db);
    town.wait("ola@example.no", start());
    town.leave("ida@example.no", start());
    let (keys, door) = ((&town.vault, &town.chance), town.door());
    for may_write in [true, false] {
        let statements = |raw_address: &str| {
            let email = EmailAddress::parse(raw_address).unwrap();
            statements_of(&town.db, |db| {
                db.write_now(|tx| find_note(tx, keys, &email, may_write, start()))
                    .unwrap();
            })
        };
        let unknown = statements("nobody@example.no");
        assert!(unknown.iter().any(|one| one.contains("address_index")), "{unknown:?}");
        assert_eq!(statements("ola@example.no"), unknown);
        assert_eq!(statements("ida@example.no"), unknown);

        let statements = |raw_address: &str| {
            let form = town.form(raw_address);
            statements_of(&town.db, |db| {
                db.write_now(|tx| crate::submit(tx, keys, (&door, &form), may_write, start()))
                    .unwrap();
            })
        };
        assert_eq!(
            statements("ola@example.no"),
            statements(&format!("new-{may_write}@example.no"))
        );
    }
});
