//! A list of places is pasted, looked over, and stored: all of it, or nothing.

use actix_web::http::StatusCode;
use model::{Language, Link};
use testkit::{Region, both_databases};

use super::{Visitor, a_region, fill_in, signed_in};
use crate::tests::site::{Answer, Site};

/// Two places with three rooms, of which one has two times.
pub const LIST: &str = "Sted;Adresse;Rom;Ukedag;Klokkeslett\r\n\
    Kinoen;Torget 2;Salen;tirsdag;18.00\r\n\
    Kinoen;;Salen;torsdag;10.00\r\n\
    Kinoen;Torget 2;Loftet;fredag;12.00\r\n\
    Skolen;Skoleveien 3;Klasserommet;man;18:00";

async fn look(visitor: &Visitor, text: &str) -> Answer {
    fill_in(visitor, &Link::ImportPlaces, &[("text", text), ("do", "look")]).await
}

async fn store(visitor: &Visitor, text: &str) -> Answer {
    fill_in(visitor, &Link::ImportPlaces, &[("text", text), ("do", "store")]).await
}

/// The names of all places, and of all rooms with how many times each.
fn there(site: &Site, region: &Region) -> (Vec<String>, Vec<(String, usize)>) {
    let places = site.db.read_now(|tx| store::place::list(tx, region.id)).unwrap();
    let rooms = site.db.read_now(|tx| store::room::list(tx, region.id)).unwrap();
    (
        places.into_iter().map(|place| place.name).collect(),
        rooms.into_iter().map(|room| (room.name, room.times.len())).collect(),
    )
}

both_databases!(looking_a_list_over_stores_nothing, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    assert!(visitor.visit(&Link::Places).await.says("href=\"/places/import\""));
    let before = there(&site, &region);
    let seen = look(&visitor, LIST).await;
    assert_eq!(seen.status, StatusCode::OK);
    for told in [
        "Dette er nytt: 2 steder, 3 rom og 4 tider. Ingenting er lagret ennå.",
        "nytt sted, nytt rom, ny tid",
        "torsdager kl. 10.00",
        "mandager kl. 18.00",
        "Legg til alt",
    ] {
        assert!(seen.says(told), "{told}: {}", seen.body);
    }
    assert_eq!(there(&site, &region), before);
});

both_databases!(a_list_that_was_looked_over_is_stored_whole, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let seen = look(&visitor, LIST).await;
    // What the button sends is what was looked over.
    let (_, hidden) = seen.body.split_once("type=\"hidden\" name=\"text\" value=\"").unwrap();
    assert_eq!(hidden.split_once('"').unwrap().0, LIST);
    let done = visitor.send(&seen, &[("text", LIST), ("do", "store")]).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/places"));
    assert!(visitor.visit(&Link::Places).await.says("Alt på listen er lagt til."));
    let (places, rooms) = there(&site, &region);
    assert_eq!(places, ["Biblioteket", "Kinoen", "Skolen"]);
    let expected = [("Klasserommet", 1), ("Loftet", 1), ("Peisestua", 1), ("Salen", 2)];
    assert_eq!(rooms, expected.map(|(name, times)| (name.to_owned(), times)));
    let kept = site.db.read_now(|tx| store::place::list(tx, region.id)).unwrap();
    assert_eq!(
        (kept[1].address.as_str(), kept[1].letter_name.as_str()),
        ("Torget 2", "Torget 2")
    );
});

both_databases!(the_same_list_adds_nothing_a_second_time, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    store(&visitor, LIST).await;
    let before = there(&site, &region);
    let seen = look(&visitor, LIST).await;
    assert!(seen.says("Alt på listen finnes fra før.") && !seen.says("Legg til alt"));
    assert_eq!(store(&visitor, LIST).await.status, StatusCode::SEE_OTHER);
    assert_eq!(there(&site, &region), before);
    // Names are the same whatever their capitals, and what is new beside them is added.
    let more = "sted;rom;ukedag;klokkeslett\nKINOEN;salen;onsdag;18.00\nbiblioteket;Peisestua;tors;18.00";
    assert!(look(&visitor, more).await.says("Dette er nytt: 2 tider."));
    store(&visitor, more).await;
    let (places, rooms) = there(&site, &region);
    assert_eq!((places.len(), rooms.len()), (3, 4));
    assert_eq!(rooms.iter().map(|(_, times)| times).sum::<usize>(), 7);
});

both_databases!(with_a_fault_in_one_line_nothing_is_stored, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let before = there(&site, &region);
    let wrong = LIST.replace("fredag;12.00", "fredag;kl. <b>");
    for answer in [look(&visitor, &wrong).await, store(&visitor, &wrong).await] {
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        for told in [
            "<title>Feil: ",
            "<a href=\"#text\">Rett linjen som er feil. Den står nedenfor</a>",
            "<span class=\"fault\">må rettes</span>",
            "<li>Linje 4: Klokkeslett («kl. &#60;b&#62;»): Skriv et klokkeslett, som 18.00",
            // The text is there to be mended.
            "Kinoen;Torget 2;Loftet;fredag;kl. &#60;b&#62;",
        ] {
            assert!(answer.says(told), "{told}: {}", answer.body);
        }
        assert!(!answer.says("Legg til alt"));
    }
    assert_eq!(there(&site, &region), before);
});

both_databases!(a_list_changes_nothing_that_is_there, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let before = there(&site, &region);
    let other = "sted;adresse;rom;ukedag;klokkeslett\nBiblioteket;Et annet sted 9;Peisestua;tirsdag;18.00";
    let answer = store(&visitor, other).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer.says("fra før. La det stå tomt, eller endre det på siden til stedet"),
        "{}",
        answer.body
    );
    // Half an hour after another meeting has begun, no other can.
    let late = "sted;rom;ukedag;klokkeslett\nBiblioteket;Peisestua;tirsdag;18.30";
    assert!(store(&visitor, late).await.says("Det må være to timer mellom tidene"));
    assert_eq!(there(&site, &region), before);
});

both_databases!(the_places_of_a_neighbour_are_not_touched, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let neighbour = signed_in(&site, &region.add_neighbour());
    let before = there(&site, &region);
    let same_name = "sted;adresse;rom;ukedag;klokkeslett\nBiblioteket;Nygata 5;Peisestua;tirsdag;18.00";
    assert!(look(&neighbour, same_name).await.says("nytt sted, nytt rom, ny tid"));
    store(&neighbour, same_name).await;
    let (places, rooms) = there(&site, &region);
    assert_eq!((places.len(), rooms.len()), (before.0.len() + 1, before.1.len() + 1));
});

#[actix_web::test]
async fn the_example_can_be_pasted_as_it_is_in_every_language() {
    for language in Language::ALL {
        let site = Site::on_sqlite();
        let region = a_region(&site);
        let visitor = signed_in(&site, &region.add_neighbour());
        visitor.get(&format!("/?lang={}", language.tag())).await;
        let page = visitor.visit(&Link::ImportPlaces).await;
        let (_, example) = page.body.split_once("<pre>").unwrap();
        let example = example.split_once("</pre>").unwrap().0.trim();
        assert_eq!(example.lines().count(), 4, "{example}");
        let done = store(&visitor, example).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let (places, rooms) = there(&site, &region);
        assert_eq!((places.len(), rooms.len()), (3, 3));
    }
}

#[actix_web::test]
async fn what_cannot_be_read_at_all_is_told_at_the_field() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let lines = |count: usize| format!("sted;adresse{}", "\nHuset;Gata 1".repeat(count));
    for (text, told) in [
        ("", "Lim inn en liste med overskrifter og minst én linje"),
        (
            "sted;adresse\n;;\n",
            "Lim inn en liste med overskrifter og minst én linje",
        ),
        ("Biblioteket;Storgata 1", "Den første linjen må ha overskrifter."),
        ("sted;stad\nHuset;Gata 1", "To av overskriftene betyr det samme."),
        (&lines(101), "Lim inn høyst 100 linjer om gangen. Ta resten etterpå"),
    ] {
        let answer = look(&visitor, text).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.says(told) && answer.says("id=\"text-fault\""), "{text}");
    }
    assert_eq!(look(&visitor, &lines(100)).await.status, StatusCode::OK);
}
