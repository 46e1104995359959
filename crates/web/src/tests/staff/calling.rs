//! Somebody with a receipt code calls the contact point (promise C13).

use chrono::TimeDelta;
use model::{Letter, Link, NoteId, NoteState, ReceiptCode};
use store::note;
use testkit::{Region, both_databases, letters_owed};
use vault::CodeUse;

use super::{a_code, a_region, comes, fill_in, inviting_group, says, seated, signed_in};
use crate::tests::site::{Answer, Site, Visitor};

fn state(site: &Site, code: &ReceiptCode) -> Option<NoteState> {
    find(site, code).map(|(_, state)| state)
}

fn find(site: &Site, code: &ReceiptCode) -> Option<(NoteId, NoteState)> {
    let index = site.app.vault.code_index(code, CodeUse::Receipt);
    let found = site.db.read_now(|tx| note::find_by_code(tx, index.as_bytes()));
    found.unwrap().map(|note| (note.id, note.standing.state()))
}

/// Types in a code that is read out.
async fn look_up(visitor: &Visitor, code: &str) -> Answer {
    fill_in(visitor, &Link::Caller, &[("code", code), ("look-up", "code")]).await
}

/// Presses what the caller says, on a page that has found the note.
async fn press(visitor: &Visitor, shown: &Answer, code: &ReceiptCode, said: &str) -> Answer {
    visitor.send(shown, &[("code", code.expose()), ("do", said)]).await
}

/// Presses what erases everything, once that is opened.
async fn erase(visitor: &Visitor, shown: &Answer, code: &ReceiptCode) -> Answer {
    let fields = [("code", code.expose()), ("erase", "everything")];
    visitor.send(shown, &fields).await
}

/// A caller who is invited with five others, and the coordinator who has looked them up.
async fn invited(site: &Site) -> (Region, ReceiptCode, Visitor, Answer) {
    let region = a_region(site);
    let code = a_code(site, &region);
    let visitor = signed_in(site, &region.coordinator);
    look_up(&visitor, code.expose()).await;
    inviting_group(site, &region, 5);
    let shown = look_up(&visitor, code.expose()).await;
    (region, code, visitor, shown)
}

both_databases!(the_first_look_up_confirms_the_note_and_says_how_it_is, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let code = a_code(&site, &region);
    let visitor = signed_in(&site, &region.coordinator);
    assert_eq!(state(&site, &code), Some(NoteState::Unconfirmed));
    for typed in [code.to_string(), code.expose().to_lowercase()] {
        let found = look_up(&visitor, &typed).await;
        assert_eq!(
            (found.status.as_u16(), found.says("<h2>Venter på flere</h2>")),
            (200, true),
            "{}",
            found.body
        );
        assert!(found.says("Neste som ringer") && found.says("id=\"code\" name=\"code\" type=\"text\" value=\"\""));
        assert_eq!(state(&site, &code), Some(NoteState::Waiting));
    }
});

#[actix_web::test]
async fn a_code_that_is_none_or_nobodys_is_asked_for_again() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor.visit(&Link::Caller).await;
    assert!(page.says("autocomplete=\"off\""), "the browser does not remember codes");
    let before = site.stored();
    for (typed, fault) in [
        ("", "Skriv de tolv tegnene i koden"),
        ("ABCD-EFGH", "Skriv de tolv tegnene i koden"),
        (
            "ABCD-EFGH-JKMN",
            "Ingen har denne koden. Be om å få den lest én gang til",
        ),
    ] {
        let again = visitor.send(&page, &[("code", typed), ("look-up", "code")]).await;
        assert_eq!(again.status, 422, "{typed}");
        assert!(again.says(&format!("<a href=\"#code\">{fault}")) && again.says(&format!("value=\"{typed}\"")));
    }
    assert!(site.stored() == before);
}

#[actix_web::test]
async fn a_form_without_a_pressed_button_confirms_nothing() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let code = a_code(&site, &region);
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor.visit(&Link::Caller).await;
    let before = site.stored();
    for fields in [
        &[("code", code.expose())][..],
        &[("code", code.expose()), ("do", "maybe")],
    ] {
        let again = visitor.send(&page, fields).await;
        assert_eq!(again.status, 422);
        assert!(
            again.says("Trykk på en av knappene") && again.says("href=\"#look-up\"") && again.says("id=\"look-up\"")
        );
    }
    assert!(site.stored() == before);
}

both_databases!(another_regions_code_is_unknown_and_not_confirmed, async |db| {
    let site = Site::on(db);
    let (region, abroad) = (a_region(&site), Region::made(&site.db, 2));
    let code = a_code(&site, &abroad);
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor.visit(&Link::Caller).await;
    for field in [("look-up", "code"), ("erase", "everything"), ("do", "yes")] {
        let again = visitor.send(&page, &[("code", code.expose()), field]).await;
        assert_eq!(again.status, 422);
        assert!(again.says("Ingen har denne koden."));
        assert_eq!(state(&site, &code), Some(NoteState::Unconfirmed), "{field:?}");
    }
    let own = signed_in(&site, &abroad.coordinator);
    assert!(look_up(&own, code.expose()).await.says("Venter på flere"));
});

both_databases!(a_caller_accepts, async |db| {
    let site = Site::on(db);
    let (_, code, visitor, shown) = invited(&site).await;
    assert!(shown.says("Invitert, har ikke svart") && shown.says("tirsdag 26. januar 2027 kl. 18.00"));
    assert!(shown.says("Biblioteket, Storgata 1, Peisestua") && shown.says("Inngang fra gården"));
    let done = press(&visitor, &shown, &code, "yes").await;
    assert!(done.says("Det er gjort.") && done.says("Har svart ja, møtet er ikke avgjort ennå"));
    assert!(!done.says("value=\"yes\""), "what has been said is not asked again");
    assert_eq!(state(&site, &code), Some(NoteState::Joined));
});

#[actix_web::test]
async fn a_caller_declines_the_date_or_the_time_or_leaves_again() {
    for said in [&["date"][..], &["time"], &["yes", "date"]] {
        let site = Site::on_sqlite();
        let (_, code, visitor, mut shown) = invited(&site).await;
        for one in said {
            shown = press(&visitor, &shown, &code, one).await;
        }
        assert!(
            shown.says("Det er gjort.") && shown.says("<h2>Venter på flere</h2>"),
            "{said:?}"
        );
        assert_eq!(state(&site, &code), Some(NoteState::Waiting), "{said:?}");
    }
}

both_databases!(a_caller_who_cannot_come_has_the_igangsetter_told, async |db| {
    let site = Site::on(db);
    let (_, code, visitor, shown) = invited(&site).await;
    let (note, _) = find(&site, &code).unwrap();
    let group = site
        .db
        .read_now(|tx| store::seat::find_live(tx, note))
        .unwrap()
        .unwrap()
        .group;
    let early = press(&visitor, &shown, &code, "absent").await;
    assert!(early.says("Det går ikke lenger."), "the meeting is not certain");
    for one in seated(&site, group) {
        says(&site, one, group, &comes(None));
    }
    let ready = look_up(&visitor, code.expose()).await;
    assert!(ready.says("Møtet blir noe av") && ready.says("Kan ikke komme på neste møte"));
    let told = press(&visitor, &ready, &code, "absent").await;
    assert!(told.says("Igangsetteren får beskjed.") && told.says("Møtet blir noe av"));
    let owed = letters_owed(&site.db).into_iter();
    assert_eq!(
        owed.filter(|owed| matches!(owed.letter, Letter::Absence { .. }))
            .count(),
        1
    );
    assert_eq!(state(&site, &code), Some(NoteState::Joined), "the seat stays");
});

both_databases!(a_caller_has_everything_erased, async |db| {
    let site = Site::on(db);
    let (_, code, visitor, shown) = invited(&site).await;
    let erased = erase(&visitor, &shown, &code).await;
    assert!(erased.says("Alt er slettet.") && erased.says("Det er ikke lagret noe på denne koden"));
    assert!(!erased.says("Slett alt") && !erased.says(code.expose()));
    assert_eq!(find(&site, &code), None);
    let again = erase(&visitor, &shown, &code).await;
    assert!(again.says("Ingen har denne koden."));
});

#[actix_web::test]
async fn no_slip_of_the_finger_erases_a_caller() {
    let site = Site::on_sqlite();
    let (_, code, visitor, shown) = invited(&site).await;
    let (before, closed) = shown.body.split_once("<details>").unwrap();
    assert!(closed.contains("<summary>Slett alt</summary>") && closed.contains("Det kan ikke angres."));
    assert!(
        !before.contains("danger"),
        "it stands apart from what is pressed all the time"
    );
    let again = press(&visitor, &shown, &code, "erase").await;
    assert_eq!(again.status, 422, "the button of the others");
    assert_eq!(state(&site, &code), Some(NoteState::Invited));
}

#[actix_web::test]
async fn whoever_was_silent_can_go_on_waiting_and_comes_too_late_for_the_seat() {
    let site = Site::on_sqlite();
    let (region, code, _, _) = invited(&site).await;
    site.app.clock.advance(TimeDelta::days(12));
    groups::settle_due(&site.db, &site.app.chance, site.app.clock.now()).unwrap();
    let visitor = signed_in(&site, &region.coordinator);
    let paused = look_up(&visitor, code.expose()).await;
    assert!(paused.says("<h2>På pause</h2>") && paused.says("Vil fortsatt vente"));
    let late = press(&visitor, &paused, &code, "yes").await;
    assert!(late.says("Det går ikke lenger. Les opp det som står nå."));
    assert_eq!(state(&site, &code), Some(NoteState::Paused));
    let waiting = press(&visitor, &paused, &code, "go-on").await;
    assert!(waiting.says("Det er gjort.") && waiting.says("<h2>Venter på flere</h2>"));
    assert_eq!(state(&site, &code), Some(NoteState::Waiting));
}
