use std::fs;

use model::NoteId;

use super::*;
use crate::{
    OpenFault, SealedAt, Vault,
    testing::{Keys, address},
};

const AT: SealedAt = SealedAt::note(NoteId::from_bytes([5; 16]));
const SECOND: KeyId = KeyId::of(2);

#[test]
fn a_new_version_is_noticed_without_a_restart_by_who_seals_and_by_who_opens() {
    let keys = Keys::fresh();
    let (vault, one, other) = (keys.open_or_create(), keys.opening(), keys.opening());
    let kari = address("kari@example.no");
    let older = vault.seal(&kari, AT, &keys.chance).unwrap();
    one.make_version(SECOND, &keys.chance).unwrap();
    let newer = vault.seal(&kari, AT, &keys.chance).unwrap();
    assert_eq!((older.version(), newer.version()), (Some(KeyId::FIRST), Some(SECOND)));
    assert!(older.as_bytes() < &SECOND.least_sealed()[..]);
    assert!(newer.as_bytes() > &SECOND.least_sealed()[..]);
    for opening in [one, other] {
        assert_eq!(opening.open(&older, AT), Ok(kari.clone()));
        assert_eq!(opening.open(&newer, AT), Ok(kari.clone()));
    }
}

#[test]
fn swapped_ciphertexts_do_not_open_under_a_new_version_either() {
    let keys = Keys::fresh();
    let (vault, opening) = (keys.open_or_create(), keys.opening());
    opening.make_version(SECOND, &keys.chance).unwrap();
    let sealed = vault.seal(&address("kari@example.no"), AT, &keys.chance).unwrap();
    let elsewhere = SealedAt::note(NoteId::from_bytes([6; 16]));
    assert_eq!(opening.open(&sealed, elsewhere), Err(OpenFault::NotGenuine));
}

#[test]
fn a_version_that_was_cut_off_anywhere_is_completed_with_what_is_there() {
    let whole = Keys::fresh();
    whole.opening().make_version(SECOND, &whole.chance).unwrap();
    let order = ["index-2.key", "link-2.key", "seal-2.private", "seal-2.public"];
    for done in 0..order.len() {
        let keys = Keys::fresh();
        let (vault, opening) = (keys.open_or_create(), keys.opening());
        for name in &order[..done] {
            keys.write(name, &fs::read(whole.path().join(name)).unwrap());
        }
        let meanwhile = vault.seal(&address("kari@example.no"), AT, &keys.chance).unwrap();
        assert_eq!(meanwhile.version(), Some(KeyId::FIRST));
        opening.make_version(SECOND, &keys.chance).unwrap();
        for name in &order[..done] {
            let kept = fs::read(keys.path().join(name)).unwrap();
            assert_eq!(kept, fs::read(whole.path().join(name)).unwrap(), "{name}");
        }
        let sealed = vault.seal(&address("kari@example.no"), AT, &keys.chance).unwrap();
        assert_eq!(sealed.version(), Some(SECOND));
        assert_eq!(opening.open(&sealed, AT), Ok(address("kari@example.no")));
        assert_eq!(vault.link_versions(), [SECOND, KeyId::FIRST]);
    }
}

#[test]
fn what_was_sealed_with_a_destroyed_version_is_unreadable_and_the_rest_is_not() {
    let keys = Keys::fresh();
    let (vault, opening) = (keys.open_or_create(), keys.opening());
    let kari = address("kari@example.no");
    let older = vault.seal(&kari, AT, &keys.chance).unwrap();
    opening.make_version(SECOND, &keys.chance).unwrap();
    let newer = vault.seal(&kari, AT, &keys.chance).unwrap();
    for _ in 0..2 {
        opening.destroy_version(KeyId::FIRST).unwrap();
        assert_eq!(opening.open(&older, AT), Err(OpenFault::UnknownKey(KeyId::FIRST)));
        assert_eq!(opening.open(&newer, AT), Ok(kari.clone()));
        assert_eq!(vault.indexes(&kari).older, []);
    }
    let left = keys
        .names()
        .into_iter()
        .filter(|name| name.contains("seal") || name.contains("index"));
    assert_eq!(
        left.collect::<Vec<_>>(),
        ["index-2.key", "seal-2.private", "seal-2.public"]
    );
    assert_eq!(
        vault.link_versions(),
        [SECOND, KeyId::FIRST],
        "links are kept for longer"
    );
    Vault::open(keys.path()).unwrap();
}

#[test]
fn a_destroyed_key_is_overwritten_in_every_name_of_its_file() {
    let keys = Keys::fresh();
    let opening = keys.opening();
    opening.make_version(SECOND, &keys.chance).unwrap();
    let other_name = keys.path().join("other-name");
    fs::hard_link(keys.path().join("seal-1.private"), &other_name).unwrap();
    opening.destroy_version(KeyId::FIRST).unwrap();
    let left = fs::read(other_name).unwrap();
    assert!(left.len() > 60 && left.iter().all(|byte| *byte == 0), "{left:?}");
}

#[test]
fn a_destruction_that_was_cut_off_keeps_nobody_from_starting_and_is_made_good() {
    let keys = Keys::fresh();
    let opening = keys.opening();
    opening.make_version(SECOND, &keys.chance).unwrap();
    keys.write(".doomed-seal-1.private", &[0; 60]);
    keys.remove("seal-1.private");
    Vault::open(keys.path()).unwrap();
    keys.opening().destroy_version(KeyId::FIRST).unwrap();
    assert!(
        !keys.names().iter().any(|name| name.contains("-1.p")),
        "{:?}",
        keys.names()
    );
}

#[test]
fn the_newest_version_is_not_destroyed() {
    let keys = Keys::fresh();
    let before = keys.names();
    let fault = keys.opening().destroy_version(KeyId::FIRST).unwrap_err();
    assert!(matches!(fault, KeyFault::InUse { .. }), "{fault:?}");
    let fault = keys.opening().destroy_link_key(KeyId::FIRST).unwrap_err();
    assert!(matches!(fault, KeyFault::InUse { .. }), "{fault:?}");
    assert_eq!(keys.names(), before);
}
