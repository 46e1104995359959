//! Two people who share a code are never put together.

use model::{ApartCode, GroupState, NoteId, NoteState, WrongState};
use store::apart_code;
use testkit::{Region, both_databases, day};

use super::{Town, start};
use crate::{Fault, drop_apart_code, make_apart_code, share_apart_code};

fn make(town: &Town, note: NoteId) -> Result<ApartCode, Fault> {
    town.db.write_now(|tx| make_apart_code(tx, &town.chance, note))
}

fn share(town: &Town, note: NoteId, code: &ApartCode) -> Result<(), Fault> {
    town.db.write_now(|tx| share_apart_code(tx, note, code))
}

fn codes(town: &Town, note: NoteId) -> usize {
    town.db.read_now(|tx| apart_code::list_of(tx, note)).unwrap().len()
}

fn three(town: &Town) -> [NoteId; 3] {
    ["ola", "ida", "eva"].map(|who| town.wait(&format!("{who}@example.no"), start()))
}

both_databases!(a_code_is_shared_by_two_and_no_third, |db| {
    let town = Town::on(db);
    let [ola, ida, eva] = three(&town);
    let code = make(&town, ola).unwrap();
    for _ in 0..2 {
        share(&town, ida, &code).unwrap();
    }
    let refused = share(&town, eva, &code);
    assert!(matches!(refused, Err(Fault::CodeTaken)), "{refused:?}");
    assert_eq!([ola, ida, eva].map(|note| codes(&town, note)), [1, 1, 0]);
});

both_databases!(one_shares_no_code_with_oneself, |db| {
    let town = Town::on(db);
    let [ola, ..] = three(&town);
    let code = make(&town, ola).unwrap();
    let refused = share(&town, ola, &code);
    assert!(matches!(refused, Err(Fault::CodeTaken)), "{refused:?}");
});

both_databases!(a_code_that_nobody_of_the_region_has_is_no_code, |db| {
    let town = Town::on(db);
    let [ola, ..] = three(&town);
    let unknown = share(&town, ola, &ApartCode::random(&town.chance));
    assert!(matches!(unknown, Err(Fault::NoSuchCode)), "{unknown:?}");
    let code = make(&town, ola).unwrap();
    let there = Region::made(&town.db, 2).add_note(day("2027-01-12"));
    let elsewhere = share(&town, there, &code);
    assert!(matches!(elsewhere, Err(Fault::NoSuchCode)), "{elsewhere:?}");
});

both_databases!(a_note_has_three_codes_at_most, |db| {
    let town = Town::on(db);
    let [ola, ida, _] = three(&town);
    let mine: Vec<_> = (0..3).map(|_| make(&town, ola).unwrap()).collect();
    assert!(matches!(make(&town, ola), Err(Fault::TooManyCodes)));
    let theirs = make(&town, ida).unwrap();
    assert!(matches!(share(&town, ola, &theirs), Err(Fault::TooManyCodes)));
    town.db.write_now(|tx| drop_apart_code(tx, ola, &mine[0])).unwrap();
    share(&town, ola, &theirs).unwrap();
    assert_eq!(codes(&town, ola), 3);
});

both_databases!(a_code_that_one_lets_go_of_can_be_given_to_another, |db| {
    let town = Town::on(db);
    let [ola, ida, eva] = three(&town);
    let code = make(&town, ola).unwrap();
    share(&town, ida, &code).unwrap();
    town.db.write_now(|tx| drop_apart_code(tx, ida, &code)).unwrap();
    share(&town, eva, &code).unwrap();
    assert_eq!([ola, ida, eva].map(|note| codes(&town, note)), [1, 0, 1]);
});

both_databases!(only_a_confirmed_note_has_codes, |db| {
    let town = Town::on(db);
    let [ola, ..] = three(&town);
    let code = make(&town, ola).unwrap();
    let unconfirmed = town.leave("new@example.no", start());
    for refused in [make(&town, unconfirmed).map(drop), share(&town, unconfirmed, &code)] {
        assert!(
            matches!(refused, Err(Fault::WrongState(WrongState(NoteState::Unconfirmed)))),
            "{refused:?}"
        );
    }
    let gone = NoteId::from_bytes([9; 16]);
    assert!(matches!(make(&town, gone), Err(Fault::Gone)));
    assert!(matches!(share(&town, gone, &code), Err(Fault::Gone)));
});

both_databases!(a_newer_note_of_the_address_is_kept_apart_like_the_older, |db| {
    let town = Town::on(db);
    let [ola, ida, _] = three(&town);
    let code = make(&town, ola).unwrap();
    share(&town, ida, &code).unwrap();
    let newer = town.wait("ola@example.no", start());
    assert_eq!([newer, ida].map(|note| codes(&town, note)), [1, 1]);
    let sharing = town
        .db
        .read_now(|tx| apart_code::count_sharing(tx, town.id, code.as_str()));
    assert_eq!(sharing.unwrap(), 2);
});

both_databases!(a_code_that_is_shared_while_seats_are_held_keeps_the_two_apart, |db| {
    let town = Town::on(db);
    let notes: Vec<_> = (0..6)
        .map(|nth| town.wait(&format!("p{nth}@example.no"), start()))
        .collect();
    let group = town.group(true);
    let code = make(&town, notes[0]).unwrap();
    share(&town, notes[1], &code).unwrap();
    town.db
        .write_now(|tx| groups::answer_lead(tx, &town.chance, &town.igangsetter, (group, true), start()))
        .unwrap();
    let group = town.db.read_now(|tx| store::group::get(tx, group)).unwrap();
    assert_eq!(group.state, GroupState::Inviting);
    let mut pair = [notes[0], notes[1]].map(|note| town.state(note).unwrap());
    pair.sort_by_key(|state| *state == NoteState::Invited);
    assert_eq!(pair, [NoteState::Waiting, NoteState::Invited]);
    assert!(
        notes[2..]
            .iter()
            .all(|note| town.state(*note) == Some(NoteState::Invited))
    );
});
