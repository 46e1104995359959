use model::{SetUpId, SignInId};
use proptest::prelude::*;

use super::*;
use crate::{
    BrowserId, SealedAt, SessionToken,
    testing::{Keys, address, flipped, quick},
};

const CLAIM: LinkClaim = LinkClaim {
    note: NoteId::from_bytes([3; 16]),
    purpose: Purpose::Confirm,
    generation: 258,
};

#[test]
fn a_token_proves_what_it_was_made_for() {
    let vault = Keys::fresh().open_or_create();
    let token = vault.link_token(&CLAIM, KeyId::FIRST);
    assert_eq!(token.len(), 52);
    assert_eq!(vault.read_link(&token), Ok(CLAIM));
}

#[test]
fn a_token_with_any_bit_flipped_is_refused() {
    let vault = Keys::fresh().open_or_create();
    for altered in flipped(&vault.link_token(&CLAIM, KeyId::FIRST)) {
        assert!(vault.read_link(&altered).is_err(), "{altered}");
    }
}

#[test]
fn a_token_that_is_cut_short_or_drawn_out_is_refused() {
    let vault = Keys::fresh().open_or_create();
    let token = vault.link_token(&CLAIM, KeyId::FIRST);
    for end in 0..token.len() {
        assert_eq!(vault.read_link(&token[..end]), Err(TokenFault::Malformed), "{end}");
    }
    for end in ["A", "AAAA", "=", " ", "\n"] {
        assert_eq!(
            vault.read_link(&format!("{token}{end}")),
            Err(TokenFault::Malformed),
            "{end:?}"
        );
    }
}

#[test]
fn the_tag_of_one_claim_does_not_prove_another() {
    let vault = Keys::fresh().open_or_create();
    let bytes_of = |claim| {
        BASE64URL_NOPAD
            .decode(vault.link_token(&claim, KeyId::FIRST).as_bytes())
            .unwrap()
    };
    let bytes = bytes_of(CLAIM);
    for other in [
        LinkClaim {
            note: NoteId::from_bytes([4; 16]),
            ..CLAIM
        },
        LinkClaim {
            purpose: Purpose::MyNote,
            ..CLAIM
        },
        LinkClaim {
            generation: 259,
            ..CLAIM
        },
    ] {
        let mixed = BASE64URL_NOPAD.encode(&[&bytes[..23], &bytes_of(other)[23..]].concat());
        assert_eq!(vault.read_link(&mixed), Err(TokenFault::NotGenuine), "{other:?}");
    }
}

#[test]
fn links_under_older_keys_still_read_until_their_key_is_destroyed_and_nobody_restarts() {
    let keys = Keys::fresh();
    let (vault, pages) = (keys.open_or_create(), Vault::open(keys.path()).unwrap());
    let older = vault.link_token(&CLAIM, KeyId::FIRST);
    keys.opening().make_version(KeyId::of(2), &keys.chance).unwrap();
    let newer = vault.link_token(&CLAIM, KeyId::of(2));
    assert!(newer != older, "new links are made with the new key");
    assert_eq!(
        (pages.read_link(&newer), pages.read_link(&older)),
        (Ok(CLAIM), Ok(CLAIM))
    );
    keys.opening().destroy_link_key(KeyId::FIRST).unwrap();
    assert_eq!(pages.read_link(&older), Err(TokenFault::UnknownKey(KeyId::FIRST)));
    assert_eq!(pages.read_link(&newer), Ok(CLAIM));
}

#[test]
fn a_link_is_made_with_the_version_that_is_asked_for_or_the_newest_older_one() {
    let keys = Keys::fresh();
    let vault = keys.open_or_create();
    keys.put(crate::key::KeyUse::Link, 3, &Secret::new([3; 32]));
    for (asked, used) in [(1, 1), (2, 1), (3, 3), (4, 3)] {
        let bytes = BASE64URL_NOPAD.decode(vault.link_token(&CLAIM, KeyId::of(asked)).as_bytes());
        assert_eq!(bytes.unwrap()[3], used, "{asked}");
    }
    keys.remove("link-1.key");
    let token = vault.link_token(&CLAIM, KeyId::FIRST);
    assert_eq!(vault.read_link(&token), Ok(CLAIM), "better a newer key than none");
}

#[test]
fn a_token_is_bound_to_the_number_of_its_key() {
    let keys = Keys::fresh();
    let token = keys.open_or_create().link_token(&CLAIM, KeyId::FIRST);
    let key = Secret::new(*keys.open_or_create().renewed_keys().link.newest().1.bytes());
    keys.put(crate::key::KeyUse::Link, 2, &key);
    let mut bytes = BASE64URL_NOPAD.decode(token.as_bytes()).unwrap();
    bytes[3] = 2;
    let renumbered = BASE64URL_NOPAD.encode(&bytes);
    assert_eq!(
        keys.open_or_create().read_link(&renumbered),
        Err(TokenFault::NotGenuine)
    );
}

#[test]
fn a_token_of_another_folder_is_refused() {
    let keys = Keys::fresh();
    let other = tempfile::tempdir().unwrap();
    let foreign = Vault::open_or_create(other.path(), &model::Chance::seeded(2)).unwrap();
    assert_eq!(
        keys.open_or_create()
            .read_link(&foreign.link_token(&CLAIM, KeyId::FIRST)),
        Err(TokenFault::NotGenuine)
    );
}

#[test]
fn what_was_made_for_one_use_is_refused_by_all_others() {
    let keys = Keys::fresh();
    let (vault, chance) = (keys.open_or_create(), &keys.chance);
    let browser = BrowserId::random(chance);
    let link = vault.link_token(&CLAIM, KeyId::FIRST);
    let set_up = vault.set_up_token(SetUpId::random(chance));
    let form = vault.form_token(&browser, CLAIM.note.as_bytes());
    let cookie = vault.seal_cookie("link", link.as_bytes(), chance).unwrap();
    for token in [&set_up, &form, &cookie] {
        assert!(vault.read_link(token).is_err(), "{token}");
    }
    for token in [&link, &form, &cookie] {
        assert!(vault.read_set_up(token).is_err(), "{token}");
    }
    for token in [&link, &set_up, &cookie] {
        assert!(vault.read_form(&browser, token).is_err(), "{token}");
    }
    for token in [&link, &set_up, &form] {
        assert!(vault.open_cookie("link", token).is_err(), "{token}");
    }
}

#[test]
fn labels_keep_uses_apart_even_under_one_key() {
    let keys = Keys::fresh();
    for key_use in crate::key::KeyUse::SHARED {
        keys.put(key_use, 2, &Secret::new([8; 32]));
    }
    let vault = keys.open_or_create();
    let id = [3; 16];
    let browser: BrowserId = BASE64URL_NOPAD.encode(&id).parse().unwrap();
    // A form token without a subject is the tag alone; moved behind the id, it has the shape of a set-up token.
    let form = BASE64URL_NOPAD
        .decode(vault.form_token(&browser, b"").as_bytes())
        .unwrap();
    let forged = BASE64URL_NOPAD.encode(&[&id[..], &form].concat());
    assert!(vault.read_set_up(&forged).is_err());
    let set_up = BASE64URL_NOPAD
        .decode(vault.set_up_token(SetUpId::from_bytes(id)).as_bytes())
        .unwrap();
    assert!(
        vault
            .read_form(&browser, &BASE64URL_NOPAD.encode(&set_up[16..]))
            .is_err()
    );
    let labels = [
        LABEL,
        "oppstart set-up",
        "oppstart sign-in code",
        "oppstart form",
        "oppstart address index",
    ];
    let tags: std::collections::HashSet<[u8; 32]> = labels
        .iter()
        .map(|label| tag(&Secret::new([8; 32]), label, &[&id]))
        .collect();
    assert_eq!(tags.len(), labels.len());
}

#[test]
fn no_value_from_the_database_is_a_token() {
    let keys = Keys::fresh();
    let (vault, chance) = (keys.open_or_create(), &keys.chance);
    let kari = address("kari@example.no");
    let stored = [
        CLAIM.note.as_bytes().to_vec(),
        SignInId::random(chance).as_bytes().to_vec(),
        vault.index(&kari).as_bytes().to_vec(),
        vault
            .seal(&kari, SealedAt::note(CLAIM.note), chance)
            .unwrap()
            .as_bytes()
            .to_vec(),
        SessionToken::random(chance).fingerprint().as_bytes().to_vec(),
    ];
    for bytes in &stored {
        let token = BASE64URL_NOPAD.encode(bytes);
        assert!(vault.read_link(&token).is_err());
        assert!(vault.read_set_up(&token).is_err());
        assert!(vault.open_cookie("session", &token).is_err());
    }
}

#[test]
fn every_claim_reads_back() {
    let vault = Keys::fresh().open_or_create();
    proptest!(quick(), |(note: [u8; 16], purpose in proptest::sample::select(&Purpose::ALL), generation: u16)| {
        let claim = LinkClaim { note: NoteId::from_bytes(note), purpose, generation };
        prop_assert_eq!(vault.read_link(&vault.link_token(&claim, KeyId::FIRST)), Ok(claim));
    });
}

#[test]
fn no_text_from_anywhere_is_a_token() {
    let vault = Keys::fresh().open_or_create();
    proptest!(quick(), |(text in ".*|[a-zA-Z0-9_-]{22}|[a-zA-Z0-9_-]{43}|[a-zA-Z0-9_-]{52}")| {
        prop_assert!(vault.read_link(&text).is_err());
        prop_assert!(vault.read_set_up(&text).is_err());
        prop_assert!(vault.open_cookie("c", &text).is_err());
    });
}
