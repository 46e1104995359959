//! Sealed addresses and the versions of their keys.

use model::{NoteId, Standing};
use testkit::{Region, both_databases, day};

use super::{lines, opened};
use crate::{
    Db, Fault, address, key_version,
    note::{self, Reached},
};

/// A confirmed note that has this index, and an address that is sealed with the first keys.
fn add_note(db: &Db, region: &Region, index: &[u8]) -> note::Note {
    let id = region.add_note(day("2027-01-12"));
    db.write_now::<_, Fault>(|c| {
        let added = note::get(c, id)?;
        note::erase(c, id)?;
        note::insert(c, &added, &[], reached(&[0, 0, 0, 1, 9], index))?;
        Ok(added)
    })
    .unwrap()
}

const fn reached<'a>(sealed: &'a [u8], index: &'a [u8]) -> Reached<'a> {
    Reached::Address { sealed, index }
}

fn renew_index(db: &Db, newest: &[u8], older: &[&[u8]]) {
    db.write_now(|c| address::renew_index(c, newest, older)).unwrap();
}

both_databases!(a_new_index_reaches_all_notes_of_the_address_and_no_other, |test| {
    let db = opened(&test);
    let [here, there] = [1, 2].map(|seed| Region::made(&test, seed));
    let (one, two) = (add_note(&db, &here, b"old"), add_note(&db, &there, b"older"));
    add_note(&db, &here, b"another");
    renew_index(&db, b"new", &[b"old", b"older"]);
    let twin_of = |of: &note::Note| {
        db.write_now::<_, Fault>(|c| {
            let unconfirmed = note::Note {
                id: NoteId::from_bytes([7; 16]),
                standing: Standing::left(day("2027-01-12")),
                ..of.clone()
            };
            note::insert(c, &unconfirmed, &[], reached(b"sealed", b"new"))?;
            let twin = note::find_twin(c, &unconfirmed)?;
            note::erase(c, unconfirmed.id)?;
            Ok(twin.map(|twin| twin.id))
        })
        .unwrap()
    };
    assert_eq!(twin_of(&one), Some(one.id));
    assert_eq!(twin_of(&two), Some(two.id));
});

both_databases!(
    confirmed_notes_of_one_address_under_two_indexes_do_not_stop_anybody,
    |test| {
        let db = opened(&test);
        let region = Region::made(&test, 1);
        add_note(&db, &region, b"old");
        add_note(&db, &region, b"new");
        renew_index(&db, b"new", &[b"old"]);
        // The transaction that it happened in goes on.
        db.write_now::<_, Fault>(|c| {
            address::renew_index(c, b"new", &[b"old"])?;
            key_version::insert(c, 1, b"mark", day("2027-01-12"))
        })
        .unwrap();
        assert_eq!(db.read_now(key_version::list).unwrap().len(), 1);
    }
);

both_databases!(once_all_older_keys_are_emptied_no_index_is_looked_for, |test| {
    let db = opened(&test);
    let region = Region::made(&test, 1);
    let late = add_note(&db, &region, b"old");
    let today = day("2027-01-12");
    db.write_now::<_, Fault>(|c| {
        key_version::insert(c, 1, b"mark", today)?;
        key_version::insert(c, 2, b"mark", today)?;
        key_version::mark_emptied(c, 1, today)
    })
    .unwrap();
    let index_is_old = || {
        let on_either = "SELECT CAST(count(*) AS TEXT) AS line FROM notes WHERE address_index = ";
        let (on_sqlite, on_postgres) = (format!("{on_either} x'6f6c64'"), format!("{on_either} 'old'"));
        db.read_now(|c| Ok::<_, Fault>(lines(c, &on_sqlite, &on_postgres)))
            .unwrap()
            == ["1"]
    };
    renew_index(&db, b"new", &[b"old"]);
    assert!(index_is_old(), "{late:?}");
    renew_index(&db, b"new", &[b"old", b"oldest"]);
    assert!(!index_is_old(), "one version more than are emptied");
});

both_databases!(what_is_sealed_with_older_keys_is_counted_and_listed, |test| {
    let db = opened(&test);
    let region = Region::made(&test, 1);
    let mut notes = [b"a", b"b", b"c"].map(|index| add_note(&db, &region, index).id);
    notes.sort_unstable_by_key(|id| *id.as_bytes());
    let (first, second, third) = ([0, 0, 0, 1], [0, 0, 0, 2], [0, 0, 0, 3]);
    db.read_now::<_, Fault>(|c| {
        assert_eq!(address::count_between(c, &first, &second)?, 3);
        assert_eq!(address::count_between(c, &second, &third)?, 0);
        assert_eq!(address::list_notes(c, &first, None, 10)?, []);
        let listed = |rows: Vec<(NoteId, Vec<u8>)>| rows.into_iter().map(|row| row.0).collect::<Vec<_>>();
        assert_eq!(listed(address::list_notes(c, &second, None, 2)?), notes[..2]);
        assert_eq!(listed(address::list_notes(c, &second, Some(notes[1]), 2)?), notes[2..]);
        assert_eq!(
            address::list_staff(c, &second)?,
            [],
            "the made-up region's staff have none of ours"
        );
        Ok(())
    })
    .unwrap();
});
