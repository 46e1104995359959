//! What is typed wrong is said, kept and not stored; what is typed right is stored (promises C1, S2).

use actix_web::http::StatusCode;
use model::Link;
use testkit::Region;

use super::places::but as but_house;
use super::{a_region, asked_group, proposed, signed_in, stored, the_collection, wednesdays};
use crate::tests::site::Site;

/// More than any of our fields holds.
const LONG: &str = concat!(
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
);

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
    let house = |name, value| typed(&but_house(name, value));
    vec![
        (
            Link::Places,
            vec![
                house("kind", "castle"),
                house("name", ""),
                house("name", LONG),
                house("letter-name", "Helsehuset"),
                house("step-free", ""),
                typed(&[]),
            ],
        ),
        (
            Link::EditPlace(region.place),
            vec![house("name", ""), house("address", ""), house("dial-in", LONG)],
        ),
        (
            Link::Place(region.place),
            vec![
                typed(&[("name", "Salen")]),
                typed(&[("name", ""), ("mon", "10:00")]),
                typed(&[("name", "Salen"), ("mon", "10:00"), ("mon", "11:59")]),
                typed(&[("name", "Salen"), ("sun", "23:00")]),
                typed(&[("name", "Salen"), ("mon", "10:00"), ("from", "soon")]),
                typed(&[("offer", "maybe")]),
            ],
        ),
        (
            Link::Room(region.room),
            vec![
                typed(&[("name", "Salen")]),
                typed(&[
                    ("name", "Salen"),
                    ("mon", "10:00"),
                    ("from", "2027-03-01"),
                    ("until", "2027-02-28"),
                ]),
            ],
        ),
        (
            Link::EditContactPoint,
            vec![
                typed(&[("name", "Kurssenteret"), ("slug", "storvik"), ("supported", "5")]),
                typed(&[("name", "Sentralen"), ("slug", "å"), ("supported", "5")]),
                typed(&[("name", "Sentralen"), ("slug", "storvik"), ("supported", "11")]),
                typed(&[("name", "Sentralen"), ("slug", "storvik"), ("supported", "-1")]),
            ],
        ),
        (
            Link::Controller,
            vec![
                typed(&[("body", ""), ("contact", "a@b.no"), ("phone", "22")]),
                typed(&[("body", "A"), ("contact", "a@b.no"), ("phone", "Helsestasjonen 22")]),
            ],
        ),
        (
            Link::ClosedDays,
            vec![
                typed(&[("first", ""), ("last", "")]),
                typed(&[("first", "2027-03-22"), ("last", "2027-03-21")]),
                typed(&[("drop", "x")]),
            ],
        ),
        (
            Link::NewContactPoint,
            vec![
                typed(&[("name", "Sentralen"), ("coordinator", ""), ("email", "a@example.no")]),
                typed(&[("name", "Sentralen"), ("coordinator", "Lars"), ("email", "lars")]),
            ],
        ),
        (
            Link::Person(region.igangsetter.id),
            vec![
                typed(&[("name", "Kari"), ("role", "leader")]),
                typed(&[("name", ""), ("role", "leader"), ("do", "save")]),
                typed(&[("name", "Kari"), ("role", "owner"), ("do", "save")]),
                typed(&[("email", "kari"), ("do", "address")]),
                typed(&[("do", "promote")]),
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
            Link::EditCourse(region.course),
            vec![course("", "12"), course("2027-02-03", "0")],
        ),
        (
            Link::Slips(the_collection(site, region)),
            vec![
                typed(&[("count", "12")]),
                typed(&[("count", "0"), ("do", "print")]),
                typed(&[("count", "51"), ("do", "print")]),
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
        let before = stored(&site);
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
            assert!(stored(&site) == before, "{} {fields:?} was stored", link.path());
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
        let before = stored(&site);
        for fields in [&[][..], &[("do", "")], &[("do", "maybe")]] {
            let answer = visitor.send(&shown, fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.says("Trykk på en av knappene"));
            assert!(stored(&site) == before);
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
