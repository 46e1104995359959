//! Nobody notices a renewal: while it goes on, notes are left and confirmed, and staff sign in.

use std::thread;

use super::*;

const PEOPLE: usize = 3;
const NOTES_EACH: usize = 4;
const SIGN_INS: usize = 10;
const RENEWALS: u32 = 3;

both_databases!(nothing_fails_while_keys_are_renewed, |db| {
    let town = Town::with_keys_of(&db, "2027-01-01");
    let siri = town.add_staff(SIRI).unwrap();
    let town = &town;
    thread::scope(|scope| {
        for n in 0..PEOPLE {
            scope.spawn(move || leave_and_confirm(town, &format!("p{n}@example.no")));
        }
        scope.spawn(move || {
            for _ in 0..SIGN_INS {
                assert_eq!(town.who_signs_in(SIRI), Some(siri));
                // Codes that were asked for half an hour ago don't count.
                town.clock.advance(TimeDelta::minutes(10));
            }
        });
        let worker = town.notifier();
        for _ in 0..RENEWALS {
            town.make_next();
            worker.renew_keys().unwrap();
            worker.renew_keys().unwrap();
        }
    });
    town.pass_twice();
    let left = |state| town.write(|tx| note::list(tx, town.region.id, state));
    assert_eq!(left(NoteState::Unconfirmed).len(), 0);
    let mut addresses: Vec<_> = left(NoteState::Waiting).iter().map(|note| town.read(note.id)).collect();
    addresses.sort_by(|a, b| a.0.cmp(&b.0));
    let newest = town.vault.newest_version();
    assert_eq!(newest.number(), 1 + RENEWALS);
    let expected: Vec<_> = (0..PEOPLE).map(|n| (format!("p{n}@example.no"), newest)).collect();
    assert_eq!(addresses, expected, "one note each, sealed with the newest keys");
});

/// Leaves notes with one address, and confirms each.
fn leave_and_confirm(town: &Town, raw: &str) {
    let draft = a_draft(&town.region, raw);
    let tools = (&town.vault, &town.chance);
    for _ in 0..NOTES_EACH {
        town.db
            .write_now(|tx| submit(tx, tools, (&town.door, &draft), true, town.clock.now()))
            .unwrap();
        let note = unconfirmed(town, raw);
        assert_eq!(town.confirm(note), Confirmed::Waiting);
    }
}

/// The one note with this address that is not confirmed, as its holder knows it from the letter.
fn unconfirmed(town: &Town, raw: &str) -> NoteId {
    let opening = town.opening_keys();
    let notes = town.write(|tx| {
        let notes = note::list(tx, town.region.id, NoteState::Unconfirmed)?;
        let sealed = |note: note::Note| Ok((note.id, note::get_sealed_address(tx, note.id)?));
        notes.into_iter().map(sealed).collect::<store::Result<Vec<_>>>()
    });
    let is_mine = |(note, sealed): &(NoteId, Vec<u8>)| {
        let opened = opening.open(&SealedAddress::from_bytes(sealed.as_slice()), SealedAt::note(*note));
        opened.unwrap().expose() == raw
    };
    let mine: Vec<_> = notes.into_iter().filter(is_mine).collect();
    assert_eq!(mine.len(), 1);
    mine[0].0
}
