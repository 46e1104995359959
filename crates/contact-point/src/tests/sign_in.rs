//! Signing in by a code (promise S4), and sessions (C6).

use chrono::{DateTime, TimeDelta, Utc};
use model::{Language, Letter, SignInId};
use store::{Db, outbox::Claimed, sign_in as stored};
use testkit::{Region, both_databases, day, letters_owed};
use vault::{BrowserId, SessionToken};

use super::{Tools, a_leader, address, noon};
use crate::{SESSION_LASTS, SignedIn, TRIES, ask_for_code, open_session, sign_in, sign_out, who};

/// A browser at a database that knows `ola@example.no`.
struct Browser<'a> {
    db: &'a Db,
    tools: Tools,
    id: BrowserId,
    ola: model::StaffId,
}

impl<'a> Browser<'a> {
    fn at(db: &'a Db) -> Self {
        let (tools, region) = (Tools::new(), Region::made(db, 1));
        let ola = tools.add(db, &region.coordinator, &a_leader("ola@example.no")).unwrap();
        let id = BrowserId::random(&tools.chance);
        Self { db, tools, id, ola }
    }

    fn ask(&self, raw_address: &str) -> SignInId {
        let email = address(raw_address);
        self.db
            .write_now(|tx| ask_for_code(tx, self.tools.both(), &email, &self.id, noon()))
            .unwrap()
    }

    fn code(&self, id: SignInId) -> String {
        self.tools.vault.sign_in_code(id)
    }

    fn type_in(&self, id: SignInId, code: &str, now: DateTime<Utc>) -> SignedIn {
        self.type_at(&self.id, id, code, now)
    }

    fn type_at(&self, browser: &BrowserId, id: SignInId, code: &str, now: DateTime<Utc>) -> SignedIn {
        self.db
            .write_now(|tx| sign_in(tx, self.tools.both(), (id, browser), (code, Language::Nynorsk), now))
            .unwrap()
    }

    /// Six digits that are not the code.
    fn wrong(&self, id: SignInId) -> &'static str {
        if self.code(id) == "111111" { "222222" } else { "111111" }
    }

    fn who(&self, token: &SessionToken, now: DateTime<Utc>) -> Option<model::StaffId> {
        let found = self.db.read_now(|tx| who(tx, token, now)).unwrap();
        found.map(|member| member.id)
    }
}

/// The letters that are owed, but for those that welcome new staff.
fn codes_owed(db: &Db) -> Vec<Claimed> {
    let owed = letters_owed(db).into_iter();
    owed.filter(|owed| !matches!(owed.letter, Letter::Welcome { .. }))
        .collect()
}

#[track_caller]
fn assert_ended(signed_in: &SignedIn) {
    assert!(matches!(signed_in, SignedIn::Ended), "{signed_in:?}");
}

#[track_caller]
fn session(signed_in: SignedIn) -> SessionToken {
    match signed_in {
        SignedIn::Session(token) => token,
        other => panic!("{other:?}"),
    }
}

both_databases!(the_right_code_opens_a_session_of_its_owner, |db| {
    let browser = Browser::at(&db);
    let asked = browser.ask(" Ola@EXAMPLE.no ");
    let token = session(browser.type_in(asked, &browser.code(asked), noon()));
    assert_eq!(browser.who(&token, noon()), Some(browser.ola));
});

both_databases!(asking_for_a_code_owes_one_letter_that_is_useless_with_the_code, |db| {
    let browser = Browser::at(&db);
    let asked = browser.ask("ola@example.no");
    let owed = codes_owed(&db);
    assert_eq!(owed.len(), 1);
    assert_eq!(owed[0].letter, Letter::SignInCode { sign_in: asked });
    assert_eq!(owed[0].useless_after, noon() + TimeDelta::minutes(30));
});

both_databases!(a_code_works_once, |db| {
    let browser = Browser::at(&db);
    let asked = browser.ask("ola@example.no");
    let code = browser.code(asked);
    session(browser.type_in(asked, &code, noon()));
    assert_ended(&browser.type_in(asked, &code, noon()));
});

both_databases!(after_five_wrong_codes_the_right_one_is_refused, |db| {
    let browser = Browser::at(&db);
    let asked = browser.ask("ola@example.no");
    for left in (0..5).rev() {
        match browser.type_in(asked, browser.wrong(asked), noon()) {
            SignedIn::WrongCode { tries_left } => assert_eq!(tries_left, left),
            other => panic!("{other:?}"),
        }
    }
    assert_ended(&browser.type_in(asked, &browser.code(asked), noon()));
});

both_databases!(the_fifth_try_may_be_the_right_one, |db| {
    let browser = Browser::at(&db);
    let asked = browser.ask("ola@example.no");
    for _ in 1..TRIES {
        browser.type_in(asked, browser.wrong(asked), noon());
    }
    session(browser.type_in(asked, &browser.code(asked), noon()));
});

both_databases!(a_code_works_in_the_browser_that_asked_only, |db| {
    let browser = Browser::at(&db);
    let asked = browser.ask("ola@example.no");
    let other = BrowserId::random(&browser.tools.chance);
    assert_ended(&browser.type_at(&other, asked, &browser.code(asked), noon()));
    for _ in 0..TRIES {
        assert_ended(&browser.type_at(&other, asked, browser.wrong(asked), noon()));
    }
    session(browser.type_in(asked, &browser.code(asked), noon()));
});

both_databases!(a_code_works_for_half_an_hour, |db| {
    let browser = Browser::at(&db);
    let asked = browser.ask("ola@example.no");
    let ends = noon() + TimeDelta::minutes(30);
    assert_ended(&browser.type_in(asked, &browser.code(asked), ends));
    session(browser.type_in(asked, &browser.code(asked), ends - TimeDelta::seconds(1)));
});

both_databases!(the_code_of_another_attempt_is_wrong, |db| {
    let browser = Browser::at(&db);
    let (first, second) = (browser.ask("ola@example.no"), browser.ask("ola@example.no"));
    let typed = browser.type_in(first, &browser.code(second), noon());
    assert!(matches!(typed, SignedIn::WrongCode { .. }), "{typed:?}");
});

both_databases!(an_attempt_that_was_never_made_has_ended, |db| {
    let browser = Browser::at(&db);
    let made_up = SignInId::random(&browser.tools.chance);
    assert_ended(&browser.type_in(made_up, &browser.code(made_up), noon()));
});

both_databases!(an_address_that_nobody_has_leaves_the_same_rows, |db| {
    let browser = Browser::at(&db);
    let (known, unknown) = (browser.ask("ola@example.no"), browser.ask("nobody@example.no"));
    let row = |id| db.read_now(|tx| stored::find(tx, id)).unwrap().unwrap();
    let (known_row, unknown_row) = (row(known), row(unknown));
    assert_eq!(known_row.staff, Some(browser.ola));
    let same_but_for_the_person = stored::SignIn {
        id: unknown,
        staff: None,
        ..known_row
    };
    assert_eq!(unknown_row, same_but_for_the_person);
    let owed: Vec<Letter> = codes_owed(&db).iter().map(|owed| owed.letter).collect();
    assert_eq!(owed.len(), 2);
    for sign_in in [known, unknown] {
        assert!(owed.contains(&Letter::SignInCode { sign_in }));
    }
});

both_databases!(a_sixth_code_in_half_an_hour_works_for_nobody, |db| {
    let browser = Browser::at(&db);
    let asked: Vec<SignInId> = (0..6).map(|_| browser.ask("ola@example.no")).collect();
    let staff = |id| db.read_now(|tx| stored::find(tx, id)).unwrap().unwrap().staff;
    assert!(asked[..5].iter().all(|id| staff(*id) == Some(browser.ola)));
    assert_eq!(staff(asked[5]), None);
    assert_eq!(codes_owed(&db).len(), 6, "as for an address that nobody has");
    let typed = browser.type_in(asked[5], &browser.code(asked[5]), noon());
    assert!(matches!(typed, SignedIn::WrongCode { .. }), "{typed:?}");

    session(browser.type_in(asked[0], &browser.code(asked[0]), noon()));
    assert_eq!(
        staff(browser.ask("ola@example.no")),
        Some(browser.ola),
        "a used one counts no more"
    );
});

both_databases!(codes_that_have_ended_do_not_count, |db| {
    let browser = Browser::at(&db);
    for _ in 0..5 {
        browser.ask("ola@example.no");
    }
    let email = address("ola@example.no");
    let later = noon() + TimeDelta::minutes(30);
    let asked = db
        .write_now(|tx| ask_for_code(tx, browser.tools.both(), &email, &browser.id, later))
        .unwrap();
    session(browser.type_in(asked, &browser.code(asked), later));
});

both_databases!(even_the_code_of_an_address_that_nobody_has_is_wrong, |db| {
    let browser = Browser::at(&db);
    let asked = browser.ask("nobody@example.no");
    for left in (0..TRIES).rev() {
        match browser.type_in(asked, &browser.code(asked), noon()) {
            SignedIn::WrongCode { tries_left } => assert_eq!(tries_left, left),
            other => panic!("{other:?}"),
        }
    }
    assert_ended(&browser.type_in(asked, &browser.code(asked), noon()));
});

both_databases!(a_session_lasts_twelve_hours, |db| {
    let browser = Browser::at(&db);
    let token = db
        .write_now(|tx| open_session(tx, &browser.tools.chance, browser.ola, noon()))
        .unwrap();
    let ends = noon() + TimeDelta::hours(12);
    assert_eq!(noon() + SESSION_LASTS, ends);
    assert_eq!(browser.who(&token, ends - TimeDelta::seconds(1)), Some(browser.ola));
    assert_eq!(browser.who(&token, ends), None);
});

both_databases!(signing_out_ends_that_session_and_no_other, |db| {
    let browser = Browser::at(&db);
    let open = || {
        db.write_now(|tx| open_session(tx, &browser.tools.chance, browser.ola, noon()))
            .unwrap()
    };
    let (here, there) = (open(), open());
    db.write_now(|tx| sign_out(tx, &here)).unwrap();
    assert_eq!(browser.who(&here, noon()), None);
    assert_eq!(browser.who(&there, noon()), Some(browser.ola));
});

both_databases!(a_token_that_was_never_given_is_nobody, |db| {
    let browser = Browser::at(&db);
    assert_eq!(browser.who(&SessionToken::random(&browser.tools.chance), noon()), None);
});

both_databases!(signing_in_keeps_staff_for_twelve_more_months, |db| {
    let browser = Browser::at(&db);
    let kept = || db.read_now(|tx| store::staff::get(tx, browser.ola)).unwrap().kept_until;
    assert_eq!(kept(), day("2028-01-12"));
    let later = noon() + TimeDelta::days(100);
    db.write_now(|tx| open_session(tx, &browser.tools.chance, browser.ola, later))
        .unwrap();
    assert_eq!(kept(), day("2028-04-22"));
});

both_databases!(signing_out_everywhere_ends_sessions_and_codes, |db| {
    let browser = Browser::at(&db);
    let asked = browser.ask("ola@example.no");
    let token = db
        .write_now(|tx| open_session(tx, &browser.tools.chance, browser.ola, noon()))
        .unwrap();
    let ola = db.read_now(|tx| store::staff::get(tx, browser.ola)).unwrap();
    db.write_now(|tx| crate::sign_out_everywhere(tx, &ola, ola.id)).unwrap();
    assert_eq!(browser.who(&token, noon()), None);
    assert_ended(&browser.type_in(asked, &browser.code(asked), noon()));
});

both_databases!(
    letters_to_staff_come_in_the_language_in_which_they_last_signed_in,
    |db| {
        let browser = Browser::at(&db);
        let language = || db.read_now(|tx| store::staff::get_language(tx, browser.ola)).unwrap();
        assert_eq!(language(), Language::Bokmal);

        let id = browser.ask("ola@example.no");
        browser.type_in(id, browser.wrong(id), noon());
        assert_eq!(language(), Language::Bokmal, "whoever can't sign in changes nothing");
        browser.type_in(id, &browser.code(id), noon());
        assert_eq!(language(), Language::Nynorsk);
    }
);
