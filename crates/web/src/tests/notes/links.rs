use model::{Link, LinkClaim, NoteId, Purpose, SeatState};

use super::{Town, day};

#[actix_web::test]
async fn a_link_leads_to_an_address_without_its_token() {
    let town = Town::on_sqlite();
    let note = town.region.add_note(day("2027-01-04"));
    for (purpose, page) in [
        (Purpose::Confirm, "/confirm"),
        (Purpose::Answer, "/answer"),
        (Purpose::MyNote, "/my-note"),
    ] {
        let led = town.site.visitor().get(&town.link(note, purpose)).await;
        assert_eq!((led.status.as_u16(), led.location()), (303, page));
    }
}

#[actix_web::test]
async fn a_link_opens_the_page_of_its_own_purpose_only() {
    let town = Town::on_sqlite();
    let note = town.region.add_note(day("2027-01-04"));
    let visitor = town.site.visitor();
    town.follow(&visitor, note, Purpose::Confirm).await;
    for closed in [Link::MyNote, Link::Answer] {
        let answer = visitor.visit(&closed).await;
        assert_eq!(answer.status, 403);
        assert!(answer.says("Åpne lenken i brevet"));
    }
}

#[actix_web::test]
async fn a_page_closes_an_hour_after_its_link_was_followed() {
    let town = Town::on_sqlite();
    let note = town.region.add_note(day("2027-01-04"));
    let visitor = town.site.visitor();
    town.follow(&visitor, note, Purpose::MyNote).await;
    town.site.app.clock.advance(chrono::TimeDelta::seconds(3599));
    assert_eq!(visitor.visit(&Link::MyNote).await.status, 200);
    town.site.app.clock.advance(chrono::TimeDelta::seconds(1));
    assert_eq!(visitor.visit(&Link::MyNote).await.status, 403);
}

#[actix_web::test]
async fn a_token_that_is_not_genuine_is_refused() {
    let town = Town::on_sqlite();
    let note = town.region.add_note(day("2027-01-04"));
    let link = town.link(note, Purpose::MyNote);
    let changed = if link.ends_with('A') { "B" } else { "A" };
    let altered = format!("{}{changed}", &link[..link.len() - 1]);
    for wrong in [&*altered, &link[..link.len() - 1], "/n/x", &format!("{link}x")] {
        let refused = town.site.visitor().get(wrong).await;
        assert_eq!(refused.status, 404, "{wrong}");
        assert!(refused.says("Lenken virker ikke"));
    }
}

#[actix_web::test]
async fn an_older_generation_is_refused_kindly() {
    let town = Town::on_sqlite();
    let note = town.region.add_note(day("2027-01-04"));
    for generation in [0, 2] {
        let claim = LinkClaim {
            note,
            purpose: Purpose::MyNote,
            generation,
        };
        let link = Link::Token(town.site.app.vault.link_token(&claim, vault::KeyId::of(1)));
        let refused = town.site.visitor().visit(&link).await;
        assert_eq!(refused.status, 410);
        assert!(refused.says("Bruk lenken i det nyeste brevet"));
    }
}

#[actix_web::test]
async fn a_link_whose_key_is_gone_leads_to_where_a_new_one_can_be_asked_for() {
    let town = Town::on_sqlite();
    let note = town.region.add_note(day("2027-01-04"));
    let link = town.link(note, Purpose::MyNote);
    let keys = town.site.keys();
    keys.make_version(vault::KeyId::of(2), &town.site.app.chance).unwrap();
    assert_eq!(town.site.visitor().get(&link).await.location(), "/my-note");

    keys.destroy_link_key(vault::KeyId::of(1)).unwrap();
    let visitor = town.site.visitor();
    let led = visitor.get(&link).await;
    assert_eq!((led.status.as_u16(), led.location()), (303, "/find"));
    let shown = visitor.visit(&Link::FindNote).await;
    assert_eq!(shown.status, 200);
    assert!(shown.says("Lenken er for gammel.") && shown.says("Skriv e-postadressen din."));
    // A number that no key has had yet is made up.
    let newer = town.site.app.vault.link_token(
        &LinkClaim {
            note,
            purpose: Purpose::MyNote,
            generation: 1,
        },
        vault::KeyId::of(2),
    );
    // The fifth letter has the highest bits of the last byte of the number.
    let mut made_up = newer.clone();
    made_up.replace_range(4..5, "B");
    assert_eq!(visitor.visit(&Link::Token(newer)).await.status, 303);
    assert_eq!(visitor.visit(&Link::Token(made_up)).await.status, 404);
}

#[actix_web::test]
async fn a_genuine_link_to_an_erased_note_says_that_it_is_erased() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let gone = NoteId::from_bytes([9; 16]);
    for purpose in Purpose::ALL {
        let shown = town.follow(&visitor, gone, purpose).await;
        assert!(shown.says("Det som hørte til denne lenken, er slettet."));
        assert!(shown.says("Denne lappen er slettet") && !shown.says("Alt om deg er slettet her"));
    }
}

#[actix_web::test]
async fn a_page_speaks_the_language_of_the_letter_unless_another_was_chosen() {
    for tag in ["nn", "en"] {
        let town = Town::on_sqlite();
        let visitor = town.site.visitor();
        visitor.get(&format!("/?lang={tag}")).await;
        town.leave(&visitor, "kari@example.no").await;
        let note = town.unconfirmed()[0];
        let shown = town.follow(&town.site.visitor(), note, Purpose::Confirm).await;
        assert!(shown.says(&format!("<html lang=\"{tag}\">")));
        let bokmal = town.site.visitor();
        bokmal.get("/?lang=nb").await;
        let shown = town.follow(&bokmal, note, Purpose::Confirm).await;
        assert!(shown.says("<html lang=\"nb\">"));
    }
}

#[actix_web::test]
async fn a_form_of_one_page_is_refused_by_the_others() {
    let town = Town::on_sqlite();
    let (notes, group) = town.invite();
    let visitor = town.site.visitor();
    let answer = town.follow(&visitor, notes[0], Purpose::Answer).await;
    let mine = town.follow(&visitor, notes[0], Purpose::MyNote).await;
    for (shown, path, field) in [
        (&answer, "/my-note", ("erase", "everything")),
        (&answer, "/confirm", ("answer", "not-me")),
        (&mine, "/answer", ("answer", "yes")),
        (&mine, "/confirm", ("answer", "yes")),
    ] {
        let refused = visitor.post(path, &[("form", &shown.token()), field]).await;
        assert_eq!(refused.status, 403, "{path}");
    }
    assert_eq!(town.seat(group, notes[0]).state, SeatState::Invited);
}
