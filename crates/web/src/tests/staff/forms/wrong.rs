//! Ways to fill in a coordinator's forms wrongly.

use model::{CollectionId, Link};
use testkit::Region;

use crate::tests::staff::{import, places::but as house_but};

/// What is typed into a form.
pub type Typed = Vec<(&'static str, String)>;
/// Pages, each with ways to fill in its form.
pub type Ways = Vec<(Link, Vec<Typed>)>;

/// More than any of our fields holds.
const LONG: &str = concat!(
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
);

fn typed(fields: &[(&'static str, &str)]) -> Typed {
    fields
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()))
        .collect()
}

/// The pages of places and rooms.
pub fn places(region: &Region) -> Ways {
    let house = |name, value| typed(&house_but(name, value));
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
            Link::ImportPlaces,
            vec![
                typed(&[("text", ""), ("do", "store")]),
                typed(&[("text", import::LIST)]),
                typed(&[("text", import::LIST), ("do", "maybe")]),
                typed(&[("text", "sted;adresse\nHuset;Helsehuset"), ("do", "store")]),
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
    ]
}

/// The pages of the contact point.
pub fn contact_point() -> Ways {
    let closing = |lines| {
        typed(&[
            ("name", "Sentralen"),
            ("slug", "storvik"),
            ("supported", "5"),
            ("closing", lines),
        ])
    };
    vec![
        (
            Link::EditContactPoint,
            vec![
                typed(&[("name", "Kurssenteret"), ("slug", "storvik"), ("supported", "5")]),
                typed(&[("name", "Sentralen"), ("slug", "å"), ("supported", "5")]),
                typed(&[("name", "Sentralen"), ("slug", "storvik"), ("supported", "11")]),
                typed(&[("name", "Sentralen"), ("slug", "storvik"), ("supported", "-1")]),
                closing("Velkommen til kurs!"),
                closing("Se storvik.no"),
                closing("a\nb\nc\nd"),
                closing(LONG),
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
    ]
}

/// The pages of staff.
pub fn people(region: &Region) -> Ways {
    let cell = "00000000000000000000000000000000 tue 18:00:00";
    let told = [("from", "2027-02-01"), ("groups", "1"), ("ask", "yes"), ("do", "save")];
    let but = |name: &str, value| {
        let changed = |(field, told)| (field, if field == name { value } else { told });
        typed(&told.map(changed))
    };
    vec![
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
    ]
}

/// The pages of courses and collections.
pub fn courses(region: &Region, collection: CollectionId) -> Ways {
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
    vec![
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
            Link::Slips(collection),
            vec![
                typed(&[("count", "12")]),
                typed(&[("count", "0"), ("do", "print")]),
                typed(&[("count", "51"), ("do", "print")]),
            ],
        ),
        (
            Link::CollectionDesk(collection),
            vec![typed(&[]), typed(&[("do", "open")])],
        ),
    ]
}
