//! A backup opens for its identity, at home, whole and unaltered, or not at all.

use std::{
    fs,
    io::{Read as _, Write as _},
};

use model::Chance;

use super::{BackupFault, BackupIdentity, BackupRecipient, FIRST_LINE, PIECE, TAG};
use crate::{
    Vault,
    key::{KeyUse, Secret},
    testing::Keys,
};

fn identity(seed: u64) -> BackupIdentity {
    BackupIdentity::random(&Chance::seeded(seed)).unwrap()
}

fn sealed(vault: &Vault, text: &[u8]) -> Vec<u8> {
    let mut writer = vault
        .seal_backup(&identity(1).recipient(), &Chance::seeded(2), Vec::new())
        .unwrap();
    writer.write_all(text).unwrap();
    writer.finish().unwrap()
}

fn opened(vault: &Vault, identity: &BackupIdentity, backup: &[u8]) -> Result<Vec<u8>, BackupFault> {
    let mut text = Vec::new();
    let read = vault
        .open_backup(identity, backup)
        .and_then(|mut reader| reader.read_to_end(&mut text));
    match read {
        Ok(_) => Ok(text),
        Err(fault) => Err(*fault.get_ref().unwrap().downcast_ref().unwrap()),
    }
}

#[test]
fn what_is_sealed_is_opened_whatever_its_length() {
    let vault = Keys::fresh().open_or_create();
    for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 7] {
        let text: Vec<u8> = (0..=250).cycle().take(length).collect();
        let backup = sealed(&vault, &text);
        assert!(opened(&vault, &identity(1), &backup).unwrap() == text, "{length}");
    }
}

#[test]
fn another_identity_and_other_keys_open_nothing() {
    let (keys, others) = (Keys::fresh(), Keys::fresh());
    others.add_generation(2);
    let backup = sealed(&keys.open_or_create(), b"a text");
    let refused = opened(&keys.open_or_create(), &identity(3), &backup);
    assert_eq!(refused, Err(BackupFault::NotGenuine));
    let theirs = sealed(&others.open_or_create(), b"a text");
    assert!(matches!(
        opened(&keys.open_or_create(), &identity(1), &theirs),
        Err(BackupFault::UnknownKey(_))
    ));
    // The same number, and another key.
    others.put(KeyUse::Code, 1, &Secret::new([9; 32]));
    fs::remove_file(others.path().join("code-2.key")).unwrap();
    let theirs = sealed(&others.open_or_create(), b"a text");
    let refused = opened(&keys.open_or_create(), &identity(1), &theirs);
    assert_eq!(refused, Err(BackupFault::NotGenuine));
    assert_eq!(
        opened(&others.open_or_create(), &identity(1), &theirs).unwrap(),
        b"a text"
    );
}

#[test]
fn what_is_altered_cut_off_or_moved_is_noticed() {
    let vault = Keys::fresh().open_or_create();
    let backup = sealed(&vault, &vec![7; 2 * PIECE + 5]);
    let refused = |backup: &[u8]| opened(&vault, &identity(1), backup).unwrap_err();
    for at in [FIRST_LINE.len() + 4, 100, PIECE + 200, backup.len() - 1] {
        let mut altered = backup.clone();
        altered[at] ^= 1;
        assert_eq!(refused(&altered), BackupFault::NotGenuine, "{at}");
    }
    let begins = FIRST_LINE.len() + 36;
    let piece = PIECE + TAG;
    for end in [
        backup.len() - 1,
        begins + 2 * piece,
        begins + piece,
        begins + 20,
        begins,
    ] {
        assert_eq!(refused(&backup[..end]), BackupFault::NotGenuine, "{end}");
    }
    for end in [0, 5, FIRST_LINE.len(), begins - 1] {
        assert_eq!(refused(&backup[..end]), BackupFault::NotABackup, "{end}");
    }
    let mut moved = backup.clone();
    moved[begins..begins + 2 * piece].rotate_left(piece);
    assert_eq!(refused(&moved), BackupFault::NotGenuine);
    assert_eq!(refused(&[&backup[..], b"more"].concat()), BackupFault::NotGenuine);
    assert_eq!(refused(&[b'x'; 500]), BackupFault::NotABackup);
}

#[test]
fn both_keys_are_read_back_from_their_words_and_one_wrong_letter_is_noticed() {
    let identity = identity(1);
    let word = identity.recipient().to_string();
    assert_eq!(word.parse::<BackupRecipient>().unwrap().to_string(), word);
    let text = identity.to_text();
    let again = BackupIdentity::from_text(&text).unwrap();
    assert_eq!(again.recipient().to_string(), word);
    assert!(text.contains(&word), "the file says what it opens");
    for at in 0..word.len() {
        let mut altered = word.clone();
        let other = if &word[at..=at] == "A" { "B" } else { "A" };
        altered.replace_range(at..=at, other);
        assert!(altered.parse::<BackupRecipient>().is_err(), "{at}");
        assert!(word[..at].parse::<BackupRecipient>().is_err(), "{at}");
    }
    for wrong in ["", "# nothing\n", &word, "OPPSTART-BACKUP-SECRET-AAAA"] {
        assert!(BackupIdentity::from_text(wrong).is_err(), "{wrong}");
    }
    assert_eq!(format!("{identity:?}"), "BackupIdentity(…)");
}
