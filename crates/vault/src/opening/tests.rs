use std::fs;

use model::{NoteId, StaffId};
use proptest::prelude::*;

use super::*;
use crate::{
    sealed::PADDED_LEN,
    testing::{Keys, address, quick},
};

const ROW: [u8; 16] = [5; 16];
const OTHER_ROW: [u8; 16] = [6; 16];

fn note(row: [u8; 16]) -> SealedAt {
    SealedAt::note(NoteId::from_bytes(row))
}

#[test]
fn a_sealed_address_opens_as_it_was_typed() {
    let keys = Keys::fresh();
    let sealed = keys
        .open_or_create()
        .seal(&address("Kari@blåbær.no"), note(ROW), &keys.chance)
        .unwrap();
    let stored = SealedAddress::from_bytes(sealed.as_bytes());
    assert_eq!(
        keys.opening().open(&stored, note(ROW)).unwrap().expose(),
        "Kari@xn--blbr-roah.no"
    );
}

#[test]
fn swapped_ciphertexts_do_not_open() {
    let keys = Keys::fresh();
    let (vault, opening) = (keys.open_or_create(), keys.opening());
    let seal = |raw, row| vault.seal(&address(raw), note(row), &keys.chance).unwrap();
    let (kari, ola) = (seal("kari@example.no", ROW), seal("ola@example.no", OTHER_ROW));
    assert_eq!(opening.open(&kari, note(OTHER_ROW)), Err(OpenFault::NotGenuine));
    assert_eq!(opening.open(&ola, note(ROW)), Err(OpenFault::NotGenuine));
}

#[test]
fn an_address_does_not_open_in_another_table_or_column() {
    let keys = Keys::fresh();
    let (vault, opening) = (keys.open_or_create(), keys.opening());
    let here = note(ROW);
    let sealed = vault.seal(&address("kari@example.no"), here, &keys.chance).unwrap();
    let staff = SealedAt::staff(StaffId::from_bytes(ROW));
    for elsewhere in [staff, here.with_table("nicknames"), here.with_column("nickname")] {
        assert_eq!(
            opening.open(&sealed, elsewhere),
            Err(OpenFault::NotGenuine),
            "{elsewhere:?}"
        );
    }
    assert!(opening.open(&sealed, here).is_ok());
}

#[test]
fn a_sealed_address_is_bound_to_the_number_of_its_key() {
    let keys = Keys::fresh();
    let sealed = keys
        .open_or_create()
        .seal(&address("kari@example.no"), note(ROW), &keys.chance)
        .unwrap();
    let files = KeyFolder::at(keys.path());
    for key_use in [KeyUse::SealPublic, KeyUse::SealPrivate] {
        keys.put(key_use, 2, &files.read(key_use, KeyId::FIRST).unwrap());
    }
    let mut renumbered = sealed.as_bytes().to_vec();
    renumbered[3] = 2;
    assert_eq!(
        keys.opening().open(&SealedAddress::from_bytes(renumbered), note(ROW)),
        Err(OpenFault::NotGenuine)
    );
    assert!(keys.opening().open(&sealed, note(ROW)).is_ok());
}

#[test]
fn no_byte_of_a_sealed_address_can_be_altered() {
    let keys = Keys::fresh();
    let opening = keys.opening();
    let sealed = keys
        .open_or_create()
        .seal(&address("kari@example.no"), note(ROW), &keys.chance)
        .unwrap();
    for at in 0..sealed.as_bytes().len() {
        // The top bit of an X25519 key is ignored (RFC 7748 §5), but HPKE authenticates it all the same.
        for bit in [0, 7] {
            let mut altered = sealed.as_bytes().to_vec();
            altered[at] ^= 1 << bit;
            assert!(
                opening.open(&SealedAddress::from_bytes(altered), note(ROW)).is_err(),
                "byte {at}, bit {bit}"
            );
        }
    }
}

#[test]
fn a_sealed_address_that_is_cut_short_or_drawn_out_does_not_open() {
    let keys = Keys::fresh();
    let opening = keys.opening();
    let sealed = keys
        .open_or_create()
        .seal(&address("kari@example.no"), note(ROW), &keys.chance)
        .unwrap();
    for length in [0, 3, 4, 35, 36, 51, 52, 307] {
        let cut = SealedAddress::from_bytes(&sealed.as_bytes()[..length]);
        assert!(opening.open(&cut, note(ROW)).is_err(), "{length}");
    }
    let longer = SealedAddress::from_bytes([sealed.as_bytes(), &[0]].concat());
    assert_eq!(opening.open(&longer, note(ROW)), Err(OpenFault::NotGenuine));
}

#[test]
fn a_sealed_address_does_not_tell_how_long_the_address_is() {
    let keys = Keys::fresh();
    let (vault, opening) = (keys.open_or_create(), keys.opening());
    let longest = format!(
        "{}@{}.no",
        "a".repeat(64),
        ["b".repeat(62), "c".repeat(62), "d".repeat(60)].join(".")
    );
    assert_eq!(longest.len(), 254);
    for raw in ["a@b.no", "kari@example.no", &longest] {
        let sealed = vault.seal(&address(raw), note(ROW), &keys.chance).unwrap();
        assert_eq!(sealed.as_bytes().len(), 4 + 32 + PADDED_LEN + 16);
        assert_eq!(opening.open(&sealed, note(ROW)), Ok(address(raw)));
    }
}

#[test]
fn the_same_address_is_sealed_differently_each_time_and_never_readable() {
    let keys = Keys::fresh();
    let vault = keys.open_or_create();
    let seal = || {
        vault
            .seal(&address("kari@example.no"), note(ROW), &keys.chance)
            .unwrap()
    };
    let (one, other) = (seal(), seal());
    assert!(one != other);
    assert!(!one.as_bytes().windows(4).any(|bytes| bytes == b"kari"));
}

#[test]
fn new_addresses_are_sealed_with_the_newest_key_and_older_ones_still_open() {
    let keys = Keys::fresh();
    let older = keys
        .open_or_create()
        .seal(&address("kari@example.no"), note(ROW), &keys.chance)
        .unwrap();
    keys.add_generation(2);
    keys.add_generation(10);
    let newer = keys
        .open_or_create()
        .seal(&address("ola@example.no"), note(ROW), &keys.chance)
        .unwrap();
    let shown = |sealed: &SealedAddress| sealed.parts().map(|(id, ..)| id.to_string());
    assert_eq!(
        (shown(&older).as_deref(), shown(&newer).as_deref()),
        (Some("1"), Some("10"))
    );
    let opening = keys.opening();
    assert_eq!(opening.open(&older, note(ROW)), Ok(address("kari@example.no")));
    assert_eq!(opening.open(&newer, note(ROW)), Ok(address("ola@example.no")));
}

#[test]
fn what_was_sealed_with_a_destroyed_key_stays_closed() {
    let keys = Keys::fresh();
    let sealed = keys
        .open_or_create()
        .seal(&address("kari@example.no"), note(ROW), &keys.chance)
        .unwrap();
    keys.add_generation(2);
    keys.remove("seal-1.private");
    let fault = keys.opening().open(&sealed, note(ROW)).unwrap_err();
    assert_eq!(
        fault.to_string(),
        "the address was sealed with key 1, which is not here"
    );
}

#[test]
fn the_newest_key_must_be_one_that_can_be_opened() {
    let keys = Keys::fresh();
    keys.add_generation(2);
    keys.remove("seal-2.private");
    let fault = OpeningKeys::load(keys.path()).unwrap_err();
    assert!(
        matches!(&fault, KeyFault::MissingPrivate { path } if path.ends_with("seal-2.private")),
        "{fault:?}"
    );
}

#[test]
fn the_private_key_is_not_in_any_file_but_its_own() {
    let keys = Keys::fresh();
    let private = fs::read_to_string(keys.path().join("seal-1.private")).unwrap();
    let body = &private.lines().nth(1).unwrap()[..40];
    for name in keys.names().iter().filter(|name| *name != "seal-1.private") {
        assert!(
            !fs::read_to_string(keys.path().join(name)).unwrap().contains(body),
            "{name}"
        );
    }
}

#[test]
fn every_address_opens_in_its_place() {
    let keys = Keys::fresh();
    let (vault, opening) = (keys.open_or_create(), keys.opening());
    let addresses = "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9]{1,20}(\\.[a-z]{1,20}){1,3}";
    proptest!(quick(), |(raw in addresses, row: [u8; 16])| {
        let sealed = vault.seal(&address(&raw), note(row), &keys.chance).unwrap();
        prop_assert_eq!(opening.open(&sealed, note(row)), Ok(address(&raw)));
    });
}

#[test]
fn bytes_from_anywhere_never_open() {
    let opening = Keys::fresh().opening();
    proptest!(quick(), |(bytes: Vec<u8>, row: [u8; 16])| {
        let known_key = [&KeyId::FIRST.to_bytes()[..], &bytes].concat();
        prop_assert!(opening.open(&SealedAddress::from_bytes(bytes), note(row)).is_err());
        prop_assert!(opening.open(&SealedAddress::from_bytes(known_key), note(row)).is_err());
    });
}
