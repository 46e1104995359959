//! Places and rooms are added and changed, and groups that meet there notice nothing.

use actix_web::http::StatusCode;
use model::{Link, PlaceId};
use store::{group, place, room};
use testkit::{Region, both_databases};

use super::{a_region, asked_group, fill_in, signed_in};
use crate::tests::site::{Answer, Site};

/// A form of the page, filled in as for a house with an address.
pub const HOUSE: [(&str, &str); 8] = [
    ("kind", "physical"),
    ("name", "Kafeen"),
    ("address", "Storgata 2"),
    ("letter-name", ""),
    ("entrance", "Bak porten"),
    ("step-free", "no"),
    ("key", "Under matta"),
    ("dial-in", ""),
];

/// The same form with one value changed.
pub fn but(name: &str, value: &'static str) -> Vec<(&'static str, &'static str)> {
    let changed = |(field, typed)| (field, if field == name { value } else { typed });
    HOUSE.into_iter().map(changed).collect()
}

fn place_of(site: &Site, region: &Region, id: PlaceId) -> place::Place {
    site.db.read_now(|tx| place::find(tx, region.id, id)).unwrap().unwrap()
}

fn added(answer: &Answer) -> PlaceId {
    answer.location().rsplit('/').next().unwrap().parse().unwrap()
}

both_databases!(a_place_is_added_with_its_rooms, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let answer = fill_in(&visitor, &Link::Places, &HOUSE).await;
    let link = answer.location().to_owned();
    let page = visitor.get(&link).await;
    for told in [
        "Stedet er lagt til.",
        "Kafeen",
        "Storgata 2",
        "Bak porten",
        "Nei, det er trapper",
        "Under matta",
    ] {
        assert!(page.says(told), "{told}");
    }
    let room = [
        ("name", "Salen"),
        ("mon", "10:00"),
        ("mon", "18.00"),
        ("tue", ""),
        ("from", "2027-02-01"),
        ("until", ""),
    ];
    assert_eq!(visitor.send(&page, &room).await.location(), link);
    let page = visitor.get(&link).await;
    assert!(page.says("mandager kl. 10.00") && page.says("mandager kl. 18.00"));
    assert!(page.says("fra og med mandag 1. februar 2027"));
    assert_eq!(place_of(&site, &region, added(&answer)).letter_name, "Storgata 2");
});

both_databases!(a_place_is_changed_from_what_it_was, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let link = Link::EditPlace(region.place);
    let page = visitor.visit(&link).await;
    for shown in [
        "value=\"physical\" checked",
        "value=\"Biblioteket\"",
        "value=\"Inngang fra gården\"",
        "value=\"yes\" checked",
        "value=\"Nøkkelen er i skranken\"",
    ] {
        assert!(page.says(shown), "{shown}");
    }
    let online = [
        ("kind", "online"),
        ("name", "På nett"),
        ("letter-name", "Videomøte"),
        ("step-free", "unknown"),
        ("dial-in", "https://video.example/a"),
    ];
    let saved = visitor.send(&page, &online).await;
    assert_eq!(saved.location(), Link::Place(region.place).path());
    let page = visitor.get(saved.location()).await;
    assert!(page.says("Stedet er lagret.") && page.says("Møte på nett") && page.says("https://video.example/a"));
    assert!(!page.says("Inngang fra gården"));
});

#[actix_web::test]
async fn letters_need_something_neutral_to_call_a_place_by() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    for (wrong, told) in [
        (but("address", "Helsehuset, Storgata 2"), "Dette vises i brev."),
        (
            but("address", ""),
            "Skriv en gateadresse, eller hva stedet skal hete i brev",
        ),
    ] {
        for link in [Link::Places, Link::EditPlace(region.place)] {
            let shown = visitor.visit(&link).await;
            let before = site.stored();
            let answer = visitor.send(&shown, &wrong).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.says(told) && answer.says("href=\"#letter-name\"") && answer.says("value=\"Kafeen\""));
            assert!(site.stored() == before);
        }
    }
}

both_databases!(a_place_and_a_room_are_taken_out_of_use_and_back, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    for (link, not_offered, stop, again) in [
        (
            Link::Place(region.place),
            "Stedet er ikke i bruk nå.",
            "Ikke bruk stedet lenger",
            "Bruk stedet igjen",
        ),
        (
            Link::Room(region.room),
            "Rommet er ikke i bruk nå.",
            "Ikke bruk rommet lenger",
            "Bruk rommet igjen",
        ),
    ] {
        let page = visitor.visit(&link).await;
        assert!(page.says(stop) && !page.says(not_offered));
        assert_eq!(visitor.send(&page, &[("offer", "no")]).await.location(), link.path());
        let page = visitor.visit(&link).await;
        assert!(page.says(again) && page.says(not_offered));
        visitor.send(&page, &[("offer", "yes")]).await;
        assert!(!visitor.visit(&link).await.says(not_offered));
    }
});

both_databases!(a_room_is_changed_and_no_group_in_it, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let id = asked_group(&site, &region, 5);
    let before = site.db.read_now(|tx| group::get(tx, id)).unwrap();
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor.visit(&Link::Room(region.room)).await;
    assert!(page.says("value=\"Peisestua\"") && page.says("name=\"tue\" value=\"18:00\""));
    let changed = [
        ("name", "Salen"),
        ("wed", "12.00"),
        ("from", ""),
        ("until", "2027-06-30"),
    ];
    let saved = visitor.send(&page, &changed).await;
    assert_eq!(saved.location(), Link::Place(region.place).path());
    let page = visitor.get(saved.location()).await;
    assert!(page.says("Rommet er lagret.") && page.says("Salen") && page.says("onsdager kl. 12.00"));
    assert!(page.says("til og med onsdag 30. juni 2027") && !page.says(">Peisestua<"));
    let rooms = site.db.read_now(|tx| room::list(tx, region.id)).unwrap();
    assert_eq!((rooms.len(), rooms[0].id), (1, region.room));
    assert_eq!(site.db.read_now(|tx| group::get(tx, id)).unwrap(), before);
});
