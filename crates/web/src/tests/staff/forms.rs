//! What is typed wrong is said, kept and not stored; what is typed right is stored (promises C1, S2).

use actix_web::http::StatusCode;
use model::Link;
use testkit::{Region, both_databases};

use super::{a_region, asked_group, fill_in, proposed, signed_in, the_collection, wednesdays};
use crate::tests::site::Site;

type Typed = Vec<(&'static str, String)>;

fn typed(fields: &[(&'static str, &str)]) -> Typed {
    fields
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()))
        .collect()
}

/// Pages of the coordinator, each with ways to fill in its form wrongly.
fn wrong(site: &Site, region: &Region) -> Vec<(Link, Vec<Typed>)> {
    let course = |last_session: &str, participants: &str| {
        let leader = region.coordinator.id.to_string();
        let fields = [
            ("title", "Kurset"),
            ("leader", leader.as_str()),
            ("last-session", last_session),
            ("participants", participants),
        ];
        typed(&fields)
    };
    let cell = "00000000000000000000000000000000 tue 18:00:00";
    let told = [("from", "2027-02-01"), ("groups", "1"), ("ask", "yes"), ("do", "save")];
    let but = |name: &str, value: &str| {
        let mut fields = typed(&told);
        fields
            .iter_mut()
            .filter(|(other, _)| *other == name)
            .for_each(|field| field.1 = value.to_owned());
        fields
    };
    let long = "å".repeat(81);
    vec![
        (
            Link::Places,
            vec![
                typed(&[("name", ""), ("letter-name", "Storgata 2")]),
                typed(&[("name", "Kafeen"), ("letter-name", "Helsehuset")]),
                typed(&[("name", &long), ("letter-name", "Storgata 2")]),
            ],
        ),
        (
            Link::Place(region.place),
            vec![
                typed(&[("name", "Salen")]),
                typed(&[("name", ""), ("mon", "10:00")]),
                typed(&[("name", "Salen"), ("mon", "10:00"), ("mon", "11:59")]),
                typed(&[("name", "Salen"), ("sun", "23:00")]),
            ],
        ),
        (
            Link::People,
            vec![
                typed(&[("name", "Eva"), ("email", "eva@example.no")]),
                typed(&[("name", "Eva"), ("email", "eva"), ("role", "leader")]),
                typed(&[("name", "Eva"), ("email", "eva@example.no"), ("role", "owner")]),
            ],
        ),
        (
            Link::Availability(region.igangsetter.id),
            vec![
                but("from", ""),
                but("from", "2099-01-01"),
                but("groups", "4"),
                but("ask", ""),
                but("do", ""),
                [typed(&told), typed(&[("cell", cell)])].concat(),
            ],
        ),
        (
            Link::Courses,
            vec![
                course("", "12"),
                course("2027-02-03", "0"),
                course("2027-02-03", "201"),
                course("3027-02-03", "12"),
            ],
        ),
        (
            Link::CollectionDesk(the_collection(site, region)),
            vec![typed(&[]), typed(&[("do", "open")])],
        ),
        (Link::Rounds, vec![typed(&[])]),
        (Link::SignOut, vec![typed(&[])]),
    ]
}

#[actix_web::test]
async fn what_is_wrong_is_said_and_stored_nowhere() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    for (link, ways) in wrong(&site, &region) {
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

both_databases!(a_contact_point_is_set_up_by_hand, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let place = [
        ("name", "Kafeen"),
        ("letter-name", "Storgata 2"),
        ("how-to-find", "Bak porten"),
    ];
    let added = fill_in(&visitor, &Link::Places, &place).await;
    let link = added.location().to_owned();
    let page = visitor.get(&link).await;
    assert!(page.says("Kafeen") && page.says("Storgata 2") && page.says("Bak porten"));
    let room = [("name", "Salen"), ("mon", "10:00"), ("mon", "18.00"), ("tue", "")];
    assert_eq!(visitor.send(&page, &room).await.location(), link);
    let page = visitor.get(&link).await;
    assert!(page.says("mandager kl. 10.00") && page.says("mandager kl. 18.00"));

    let person = [
        ("name", "Eva"),
        ("email", "eva@example.no"),
        ("role", "igangsetter"),
        ("role", "leader"),
    ];
    assert_eq!(fill_in(&visitor, &Link::People, &person).await.location(), "/people");
    let people = visitor.visit(&Link::People).await;
    assert!(people.says("Eva") && people.says("kursleder, igangsetter"));
    assert!(!people.says("@"), "addresses are shown nowhere");
    let again = fill_in(&visitor, &Link::People, &person).await;
    assert!(again.says("En medarbeider har denne adressen allerede"));
});

both_databases!(an_igangsetter_says_when_and_where, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let new = region.add_igangsetter();
    let visitor = signed_in(&site, &new);
    assert!(visitor.visit(&Link::Desk).await.says("Når og hvor kan du?"));
    let page = visitor.visit(&Link::Availability(new.id)).await;
    assert!(page.says("value=\"2027-01-12\"") && page.says("value=\"yes\" checked"));
    let cell = format!("{} tue 18:00:00", region.place);
    let told = [
        ("cell", cell.as_str()),
        ("from", "01.02.2027"),
        ("groups", "2"),
        ("ask", "no"),
        ("do", "save"),
    ];
    assert_eq!(visitor.send(&page, &told).await.location(), "/desk");
    assert!(!visitor.visit(&Link::Desk).await.says("Når og hvor kan du?"));
    let page = visitor.visit(&Link::Availability(new.id)).await;
    assert!(page.says(&format!("value=\"{cell}\" checked")));
    assert!(page.says("value=\"2027-02-01\"") && page.says("value=\"no\" checked"));
});

#[actix_web::test]
async fn the_next_step_is_shown_until_all_are_done() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    assert!(!visitor.visit(&Link::Desk).await.says("Neste steg"));
    // A contact point that joins a region uses what is there, and has only its courses to add.
    let neighbour = signed_in(&site, &region.add_neighbour());
    let desk = neighbour.visit(&Link::Desk).await;
    assert!(desk.says("Neste steg: 5 av 5") && desk.says("href=\"/courses\""));
}
