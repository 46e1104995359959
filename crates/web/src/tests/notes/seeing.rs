use model::{Link, NoteState, Purpose};
use store::note;
use testkit::both_databases;

use super::{Town, day};

#[actix_web::test]
async fn whoever_waits_sees_what_was_chosen_and_until_when_it_is_kept() {
    let town = Town::on_sqlite();
    let note = town.region.add_note(day("2027-01-04"));
    let shown = town.follow(&town.site.visitor(), note, Purpose::MyNote).await;
    for told in [
        "Venter på flere",
        "Det kan gå raskere hvis du kan flere dager.",
        "En gruppe må ha minst fem som kan på samme sted og tid.",
        "søndag 4. juli 2027",
        "Biblioteket",
        "tirsdag: kveld",
        "Kjenneordene dine er",
        "Slett alt om meg",
    ] {
        assert!(shown.says(told), "{told}");
    }
    assert!(!shown.says("Inngang fra gården"), "there is no meeting yet");
}

#[actix_web::test]
async fn whoever_is_invited_is_led_to_the_answer() {
    let town = Town::on_sqlite();
    let (notes, _) = town.invite();
    let visitor = town.site.visitor();
    let shown = town.follow(&visitor, notes[0], Purpose::MyNote).await;
    assert!(shown.says("Invitert") && shown.says("href=\"/answer\""));
    let answer = visitor.visit(&Link::Answer).await;
    assert!(answer.says("Ja, jeg kommer"));
    visitor.send(&answer, &[("answer", "yes")]).await;
    let joined = visitor.visit(&Link::MyNote).await;
    assert!(joined.says("Takket ja") && joined.says("Inngang fra gården"));
}

#[actix_web::test]
async fn whoever_is_asked_after_a_silence_says_yes_with_one_button() {
    let town = Town::on_sqlite();
    let (notes, _) = town.invite();
    let note = notes[0];
    town.site
        .db
        .write_now(|tx| {
            let standing = note::get(tx, note)?.standing.pause(day("2027-01-12")).unwrap();
            note::set_standing(tx, note, standing)
        })
        .unwrap();
    let visitor = town.site.visitor();
    let shown = town.follow(&visitor, note, Purpose::MyNote).await;
    assert!(shown.says("Vil du fortsatt være med?") && shown.says("tirsdag 26. januar 2027"));
    assert_eq!(visitor.send(&shown, &[]).await.status, 422);
    assert_eq!(town.state(note), Some(NoteState::Paused));
    assert_eq!(visitor.send(&shown, &[("go-on", "yes")]).await.location(), "/my-note");
    assert_eq!(town.state(note), Some(NoteState::Waiting));
}

both_databases!(everything_is_erased_in_two_clicks_and_counted, async |db| {
    let town = Town::on(db);
    let (notes, _) = town.invite();
    let visitor = town.site.visitor();
    let shown = town.follow(&visitor, notes[0], Purpose::MyNote).await;
    let (_, erasing) = shown.body.split_once("<details>").unwrap();
    assert!(
        erasing.contains("Ja, slett alt om meg"),
        "the button is behind a first click"
    );
    assert_eq!(visitor.send(&shown, &[]).await.status, 422);
    assert_eq!(town.state(notes[0]), Some(NoteState::Invited));
    let sent = visitor.send(&shown, &[("erase", "everything")]).await;
    assert_eq!(sent.location(), "/erased");
    let proof = visitor.visit(&Link::Erased).await;
    for counted in [
        "Alt om deg er slettet her",
        "<dt>Lapper</dt><dd>1</dd>",
        "<dt>Ønsker</dt><dd>1</dd>",
        "<dt>Plasser i grupper</dt><dd>1</dd>",
        "<dt>Brev</dt><dd>1</dd>",
    ] {
        assert!(proof.says(counted), "{counted}");
    }
    assert_eq!(town.state(notes[0]), None);
    // A second press in another tab finds nothing more to erase.
    assert_eq!(
        visitor.send(&shown, &[("erase", "everything")]).await.location(),
        "/erased"
    );
});

#[actix_web::test]
async fn the_recognition_words_stay_as_in_the_letters_in_any_language() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    town.leave(&visitor, "kari@example.no").await;
    let note = town.unconfirmed()[0];
    let found = town.site.db.read_now(|tx| note::get(tx, note)).unwrap();
    let words = texts::Texts::of(found.language).recognition(found.words);
    for path in ["/received", "/received?lang=en"] {
        assert!(visitor.get(path).await.says(&words), "{path}");
    }
    town.follow(&visitor, note, Purpose::MyNote).await;
    assert!(visitor.get("/my-note?lang=en").await.says(&words));
}

#[actix_web::test]
async fn whoever_waits_is_told_what_would_help_and_never_how_many_wait() {
    let town = Town::on_sqlite();
    let neighbour = town.region.add_neighbour();
    let _elsewhere = town.region.add_place(neighbour.contact_point);
    let note = town.region.add_note(day("2027-01-04"));
    let visitor = town.site.visitor();
    let shown = town.follow(&visitor, note, Purpose::MyNote).await;
    assert!(shown.says("Hva kan hjelpe?") && shown.says("Kan du reise til en nabokommune?"));
    assert!(!shown.says("Dere kan starte selv."));
    let told = |page: &super::Answer| {
        page.body
            .split_once("</h1>")
            .unwrap()
            .1
            .replace(note.to_string().as_str(), "")
    };
    let alone = told(&shown);
    let _others = town.region.add_notes(3, day("2027-01-04"));
    let with_others = told(&town.follow(&visitor, note, Purpose::MyNote).await);
    let without_tokens = |page: &str| page.split("<details>").next().unwrap().to_owned();
    assert_eq!(without_tokens(&alone), without_tokens(&with_others));
}

#[actix_web::test]
async fn after_three_weeks_all_choices_stand_there() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    for (since, long) in [("2026-12-22", true), ("2026-12-23", false)] {
        let note = town.region.add_note(day(since));
        let shown = town.follow(&visitor, note, Purpose::MyNote).await;
        for choice in [
            "Vi leter fortsatt.",
            "Dere kan starte selv.",
            "Du kan vente videre.",
            "Nederst på siden",
        ] {
            assert_eq!(shown.says(choice), long, "{choice} since {since}");
        }
    }
}

#[actix_web::test]
async fn a_month_before_the_end_the_page_asks_whether_to_go_on() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    for (since, asked) in [("2026-08-12", true), ("2026-08-13", false)] {
        let note = town.region.add_note(day(since));
        let shown = town.follow(&visitor, note, Purpose::MyNote).await;
        assert_eq!(shown.says("Ja, jeg vil fortsatt være med"), asked, "{since}");
        if asked {
            assert_eq!(visitor.send(&shown, &[("go-on", "yes")]).await.location(), "/my-note");
            let after = visitor.visit(&Link::MyNote).await;
            assert!(after.says("Vi leter videre.") && after.says("mandag 12. juli 2027"));
        }
    }
}

#[actix_web::test]
async fn the_proof_says_by_when_copies_are_unreadable() {
    let town = Town::on_sqlite();
    let note = town.region.add_note(day("2027-01-04"));
    let visitor = town.site.visitor();
    let shown = town.follow(&visitor, note, Purpose::MyNote).await;
    visitor.send(&shown, &[("erase", "everything")]).await;
    let proof = visitor.visit(&Link::Erased).await;
    assert!(proof.says("Sikkerhetskopier blir uleselige innen fredag 19. mars 2027."));
}

#[actix_web::test]
async fn all_who_answer_for_data_are_named_with_their_numbers() {
    let town = Town::on_sqlite();
    let visitor = town.site.visitor();
    let neighbour = town.region.add_neighbour();
    let renamed = town.site.db.write_now(|tx| {
        let mut point = store::contact_point::get(tx, neighbour.contact_point)?;
        point.name = "Frisklivssentralen".to_owned();
        if let Some(controller) = &mut point.controller {
            controller.responsible_body = "Søndre kommune".to_owned();
            controller.phone = "99 88 77 66".to_owned();
        }
        store::contact_point::update(tx, &point)
    });
    renamed.unwrap();
    let privacy = visitor.visit(&Link::Privacy).await;
    assert!(privacy.says("Nordre kommune har ansvaret") && privacy.says("Søndre kommune har ansvaret"));
    let contact = visitor.visit(&Link::Contact).await;
    for told in [
        "Frisklivssentralen",
        "tel:22334455",
        "tel:99887766",
        "mailto:personvern@nordre.example",
    ] {
        assert!(contact.says(told), "{told}");
    }
}
