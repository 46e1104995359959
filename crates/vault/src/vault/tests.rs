use std::{fs, path::PathBuf, thread};

use model::{NoteId, SetUpId};

use super::*;
use crate::{
    BrowserId, OpeningKeys, SealedAt, SessionToken,
    testing::{Keys, address, set_mode},
};

const PUBLIC_AND_SHARED: [&str; 8] = [
    "code-1.key",
    "cookie-1.key",
    "form-1.key",
    "index-1.key",
    "link-1.key",
    "seal-1.public",
    "set-up-1.key",
    "sign-in-1.key",
];

#[test]
fn a_fresh_folder_gets_one_key_of_each_use_and_nothing_else() {
    let keys = Keys::fresh();
    let mut expected = PUBLIC_AND_SHARED.to_vec();
    expected.push("seal-1.private");
    expected.sort_unstable();
    assert_eq!(keys.names(), expected);
}

#[cfg(unix)]
#[test]
fn folder_and_files_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let outer = tempfile::tempdir().unwrap();
    let folder = outer.path().join("data/keys");
    Vault::open_or_create(&folder, &Chance::seeded(1)).unwrap();
    assert_eq!(mode(folder.clone()), 0o700);
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(path.clone()), 0o600, "{}", path.display());
    }
}

#[test]
fn two_vaults_on_one_folder_agree() {
    let keys = Keys::fresh();
    assert_agree(&keys.open_or_create(), &Vault::open(keys.path()).unwrap(), &keys.chance);
}

#[test]
fn processes_that_start_at_once_on_an_empty_folder_end_up_with_the_same_keys() {
    for round in 0..5 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        let start = |seed| Vault::open_or_create(path, &Chance::seeded(seed)).unwrap();
        let vaults: Vec<_> = thread::scope(|scope| {
            let started: Vec<_> = (0..6).map(|n| scope.spawn(move || start(round * 6 + n))).collect();
            started.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let opening = OpeningKeys::load(path).unwrap();
        let (chance, at) = (Chance::seeded(round), SealedAt::note(NoteId::from_bytes([1; 16])));
        for vault in &vaults {
            assert_agree(&vaults[0], vault, &chance);
            let sealed = vault.seal(&address("kari@example.no"), at, &chance).unwrap();
            assert_eq!(opening.open(&sealed, at), Ok(address("kari@example.no")));
        }
        assert_eq!(fs::read_dir(path).unwrap().count(), 9, "no drafts are left behind");
    }
}

#[test]
fn a_start_that_was_cut_off_is_made_good_by_the_next() {
    let keys = Keys::fresh();
    keys.remove("seal-1.public");
    keys.remove("cookie-1.key");
    let private = fs::read(keys.path().join("seal-1.private")).unwrap();
    keys.open_or_create();
    keys.opening();
    assert_eq!(
        fs::read(keys.path().join("seal-1.private")).unwrap(),
        private,
        "the key that was there is kept"
    );
}

#[test]
fn web_only_opens_without_private_keys_and_the_notifier_refuses() {
    let keys = Keys::fresh();
    keys.remove("seal-1.private");
    let vault = Vault::open(keys.path()).unwrap();
    let at = SealedAt::note(NoteId::random(&keys.chance));
    vault.seal(&address("kari@example.no"), at, &keys.chance).unwrap();
    let fault = OpeningKeys::load(keys.path()).unwrap_err();
    assert!(
        matches!(&fault, KeyFault::MissingPrivate { path } if path.ends_with("seal-1.private")),
        "{fault:?}"
    );
    assert!(
        fault.to_string().contains("only a host that has it can send letters"),
        "{fault}"
    );
}

#[test]
fn web_only_does_not_even_look_into_a_private_key() {
    let keys = Keys::fresh();
    keys.write("seal-1.private", b"nothing that could be a key");
    Vault::open(keys.path()).unwrap();
    keys.open_or_create();
}

#[test]
fn no_private_key_is_made_where_there_is_a_public_one() {
    let keys = Keys::fresh();
    keys.remove("seal-1.private");
    keys.open_or_create();
    assert_eq!(keys.names(), PUBLIC_AND_SHARED);
}

#[test]
fn opening_makes_no_key_and_names_the_one_that_is_missing() {
    for name in PUBLIC_AND_SHARED {
        let keys = Keys::fresh();
        keys.remove(name);
        let fault = Vault::open(keys.path()).unwrap_err();
        assert!(
            matches!(&fault, KeyFault::Missing { path } if path.ends_with(name)),
            "{fault:?}"
        );
        assert!(!keys.names().contains(&name.to_owned()));
    }
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let keys = Keys::fresh();
    let absent = keys.path().join("absent");
    let fault = Vault::open(&absent).unwrap_err();
    assert!(fault.to_string().contains(&absent.display().to_string()), "{fault}");
    assert!(!absent.exists());
}

#[test]
fn a_wrong_file_is_refused_with_a_sentence_that_names_it() {
    let keys = Keys::fresh();
    fs::copy(keys.path().join("cookie-1.key"), keys.path().join("link-1.key")).unwrap();
    let path = keys.path().join("link-1.key").display().to_string();
    assert_eq!(
        Vault::open(keys.path()).unwrap_err().to_string(),
        format!(
            "the file {path} is not the key that its name says, its first line should be `Oppstart key link 1`: \
             put the right file there"
        )
    );
}

#[test]
fn files_that_are_no_keys_at_all_are_wrong_files() {
    for content in [&b""[..], b"\xff\xfe\x00", b"PRIVATE KEY\n", &[b'x'; 5000]] {
        let keys = Keys::fresh();
        keys.write("form-1.key", content);
        let fault = Vault::open(keys.path()).unwrap_err();
        assert!(
            matches!(&fault, KeyFault::WrongFile { path, .. } if path.ends_with("form-1.key")),
            "{fault:?}"
        );
    }
}

#[test]
fn a_damaged_key_is_refused_and_never_replaced() {
    let keys = Keys::fresh();
    keys.write("index-1.key", b"Oppstart key index 1\nAAAA\n");
    let fault = Vault::open_or_create(keys.path(), &keys.chance).unwrap_err();
    assert!(
        matches!(&fault, KeyFault::Damaged { path } if path.ends_with("index-1.key")),
        "{fault:?}"
    );
}

#[test]
fn files_of_others_in_the_folder_are_left_alone() {
    let keys = Keys::fresh();
    keys.write("README", b"these are keys");
    keys.write("link-1.key~", b"an editor's copy");
    keys.open_or_create();
    assert_eq!(keys.names().len(), 11);
}

#[cfg(unix)]
#[test]
fn a_private_key_that_others_can_reach_is_refused() {
    let keys = Keys::fresh();
    let path = keys.path().join("seal-1.private");
    for (mode, shown) in [(0o640, "640"), (0o604, "604"), (0o620, "620"), (0o610, "610")] {
        set_mode(&path, mode);
        let sentence = OpeningKeys::load(keys.path()).unwrap_err().to_string();
        assert_eq!(
            sentence,
            format!(
                "the private key file {} can be reached by others (mode {shown}): run `chmod 600` on it",
                path.display()
            )
        );
    }
    set_mode(&path, 0o400);
    keys.opening();
}

#[test]
fn a_private_key_from_elsewhere_is_refused() {
    let keys = Keys::fresh();
    let foreign = Keys {
        folder: tempfile::tempdir().unwrap(),
        chance: Chance::seeded(2),
    };
    foreign.open_or_create();
    fs::copy(
        foreign.path().join("seal-1.private"),
        keys.path().join("seal-1.private"),
    )
    .unwrap();
    let fault = OpeningKeys::load(keys.path()).unwrap_err();
    assert!(
        matches!(&fault, KeyFault::Unpaired { path } if path.ends_with("seal-1.private")),
        "{fault:?}"
    );
}

#[test]
fn no_debug_output_and_no_fault_shows_a_secret() {
    let keys = Keys::fresh();
    let vault = keys.open_or_create();
    let sealed = vault.seal(
        &address("kari@example.no"),
        SealedAt::note(NoteId::random(&keys.chance)),
        &keys.chance,
    );
    let token = SessionToken::random(&keys.chance);
    let browser = BrowserId::random(&keys.chance);
    for (shown, expected) in [
        (format!("{vault:?}"), "Vault(…)"),
        (format!("{:?}", keys.opening()), "OpeningKeys(…)"),
        (format!("{:?}", Secret::new([1; 32])), "Secret(…)"),
        (format!("{:?}", sealed.unwrap()), "SealedAddress(…)"),
        (
            format!("{:?}", vault.index(&address("kari@example.no"))),
            "AddressIndex(…)",
        ),
        (format!("{browser:?}"), "BrowserId(…)"),
        (format!("{token:?}"), "SessionToken(…)"),
        (format!("{:?}", token.fingerprint()), "Fingerprint(…)"),
    ] {
        assert_eq!(shown, expected);
    }
    let text = fs::read_to_string(keys.path().join("link-1.key")).unwrap();
    let body = text.lines().nth(1).unwrap();
    keys.write("link-1.key", format!("Oppstart key link 1\nA{body}").as_bytes());
    let fault = Vault::open(keys.path()).unwrap_err();
    assert!(!format!("{fault} {fault:?}").contains(&body[..8]));
}

fn assert_agree(one: &Vault, other: &Vault, chance: &Chance) {
    let (set_up, browser) = (SetUpId::random(chance), BrowserId::random(chance));
    assert_eq!(
        one.index(&address("kari@example.no")),
        other.index(&address("kari@example.no"))
    );
    assert_eq!(other.read_set_up(&one.set_up_token(set_up)), Ok(set_up));
    assert_eq!(
        other.read_form(&browser, &one.form_token(&browser, b"x")),
        Ok(b"x".to_vec())
    );
    assert_eq!(
        other.open_cookie("c", &one.seal_cookie("c", b"x", chance).unwrap()),
        Ok(b"x".to_vec())
    );
    let sign_in = model::SignInId::random(chance);
    assert_eq!(one.sign_in_code(sign_in), other.sign_in_code(sign_in));
    let claim = model::LinkClaim {
        note: NoteId::random(chance),
        purpose: model::Purpose::Answer,
        generation: 3,
    };
    assert_eq!(other.read_link(&one.link_token(&claim, KeyId::FIRST)), Ok(claim));
}
