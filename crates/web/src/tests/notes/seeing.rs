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
        "Meld interesse på nytt, så erstatter den nye lappen denne.",
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
