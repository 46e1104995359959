//! What is typed wrong is said, kept and not stored; what is typed right is stored (promises C1, S2).

mod wrong;

use actix_web::http::StatusCode;
use model::Link;

use super::{a_region, asked_group, proposed, signed_in, the_collection, wednesdays};
use crate::tests::site::Site;

#[actix_web::test]
async fn what_is_wrong_is_said_and_stored_nowhere() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let all = [
        wrong::places(&region),
        wrong::contact_point(),
        wrong::people(&region),
        wrong::courses(&region, the_collection(&site, &region)),
        vec![(Link::Rounds, vec![Vec::new()]), (Link::SignOut, vec![Vec::new()])],
    ];
    for (link, ways) in all.concat() {
        let page = if link == Link::SignOut {
            Link::Desk
        } else {
            link.clone()
        };
        let shown = visitor.visit(&page).await;
        let before = site.stored();
        for fields in ways {
            let sent: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let answer = visitor.send(&shown, &sent).await;
            let status = answer.status;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{} {fields:?}", link.path());
            if link != Link::SignOut {
                assert!(answer.says("<title>Feil: "), "{} {fields:?}", link.path());
            }
            let unknown = [sent.as_slice(), &[("diagnosis", "x")]].concat();
            let answer = visitor.send(&shown, &unknown).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(site.stored() == before, "{} {fields:?} was stored", link.path());
        }
    }
}

#[actix_web::test]
async fn a_group_and_a_round_need_a_pressed_button() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let group = asked_group(&site, &region, 5);
    wednesdays(&region, 5);
    let round = proposed(&site, &region);
    for (person, link) in [
        (&region.igangsetter, Link::Group(group)),
        (&region.coordinator, Link::Round(round)),
    ] {
        let visitor = signed_in(&site, person);
        let shown = visitor.visit(&link).await;
        let before = site.stored();
        for fields in [&[][..], &[("do", "")], &[("do", "maybe")]] {
            let answer = visitor.send(&shown, fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.says("Trykk på en av knappene"));
            assert!(site.stored() == before);
        }
    }
}

#[actix_web::test]
async fn the_next_step_is_shown_until_all_are_done() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    assert!(!visitor.visit(&Link::Desk).await.says("Neste steg"));
    // A contact point that joins a region uses what is there, and has only its courses to add.
    let neighbour = signed_in(&site, &region.add_neighbour());
    let desk = neighbour.visit(&Link::Desk).await;
    assert!(desk.says("Neste steg: 6 av 6") && desk.says("href=\"/courses\""));
}
