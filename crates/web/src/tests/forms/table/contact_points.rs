//! The forms of those who keep places, people and courses.

use std::rc::Rc;

use model::Link;
use testkit::Region;

use super::{Row, form};
use crate::tests::{
    site::{Site, Visitor},
    staff::{a_course, import, places::HOUSE, signed_in, the_collection},
};

/// A room with an hour, and from when to when it is there.
const ROOM: [(&str, &str); 4] = [
    ("name", "Salen"),
    ("mon", "10:00"),
    ("from", "2027-02-01"),
    ("until", "2027-12-01"),
];
/// What may be left out of a place.
const PLACE_OPTIONAL: [&str; 4] = ["letter-name", "entrance", "key", "dial-in"];

/// All of them, in an order in which all can be sent. A network can act only so often, so not all are of one site.
pub async fn rows() -> Vec<Row> {
    let mut rows = of_the_point(&Keeper::new()).await;
    rows.extend(of_people(&Keeper::new()).await);
    rows.extend(of_places(&Keeper::new()).await);
    rows.extend(of_courses(&Keeper::new()).await);
    rows
}

/// A coordinator with a browser.
struct Keeper {
    site: Rc<Site>,
    region: Region,
    visitor: Visitor,
}

impl Keeper {
    fn new() -> Self {
        let site = Rc::new(Site::on_sqlite());
        let region = Region::made(&site.db, 1);
        let visitor = signed_in(&site, &region.coordinator);
        Self { site, region, visitor }
    }

    /// A form on the page at its own address.
    async fn form(&self, link: Link, fields: &[(&'static str, &str)]) -> Row {
        form(&self.site, &self.visitor, link, fields).await
    }
}

async fn of_the_point(keeper: &Keeper) -> Vec<Row> {
    let point = [
        ("name", "Sentralen"),
        ("slug", "storvik"),
        ("supported", "5"),
        ("closing", "Kom innom!"),
    ];
    let controller = [("body", "A"), ("contact", "a@b.no"), ("phone", "22")];
    let closed = [("first", "2027-03-22"), ("last", "2027-03-23")];
    let new = [("name", "Ny"), ("coordinator", "Lars"), ("email", "ny@example.no")];
    vec![
        keeper.form(Link::EditContactPoint, &point).await.optional(&["closing"]),
        keeper.form(Link::Controller, &controller).await,
        keeper.form(Link::ClosedDays, &closed).await.optional(&["last"]),
        keeper.form(Link::NewContactPoint, &new).await,
    ]
}

async fn of_places(keeper: &Keeper) -> Vec<Row> {
    let mut rows = Vec::new();
    for link in [Link::Places, Link::EditPlace(keeper.region.place)] {
        rows.push(keeper.form(link, &HOUSE).await.optional(&PLACE_OPTIONAL));
    }
    let list = [("text", import::LIST), ("do", "store")];
    rows.push(keeper.form(Link::ImportPlaces, &list).await);
    for link in [Link::Place(keeper.region.place), Link::Room(keeper.region.room)] {
        let row = keeper.form(link, &ROOM).await;
        rows.push(row.optional(&["from", "until"]).many(&["mon"]));
    }
    rows
}

async fn of_people(keeper: &Keeper) -> Vec<Row> {
    let person = [("name", "Eva"), ("email", "eva@example.no"), ("role", "leader")];
    let named = [("name", "Kari"), ("role", "igangsetter"), ("do", "save")];
    let cell = format!("{} tue 18:00:00", keeper.region.place);
    let availability = [
        ("cell", cell.as_str()),
        ("from", "2027-02-01"),
        ("groups", "1"),
        ("ask", "yes"),
        ("do", "save"),
    ];
    let id = keeper.region.igangsetter.id;
    let available = keeper.form(Link::Availability(id), &availability).await;
    vec![
        keeper.form(Link::People, &person).await.many(&["role"]),
        keeper.form(Link::Person(id), &named).await.many(&["role"]),
        available.optional(&["cell"]).many(&["cell"]),
    ]
}

async fn of_courses(keeper: &Keeper) -> Vec<Row> {
    let leader = keeper.region.coordinator.id.to_string();
    let course = [
        ("title", "Kurset"),
        ("leader", leader.as_str()),
        ("last-session", "2027-02-03"),
        ("participants", "12"),
    ];
    let new = a_course(&keeper.site, &keeper.region, 12);
    let collection = the_collection(&keeper.site, &keeper.region);
    let slips = [("count", "2"), ("do", "print")];
    let print = keeper.form(Link::Slips(collection), &slips).await;
    vec![
        keeper.form(Link::Courses, &course).await,
        keeper.form(Link::EditCourse(new), &course).await,
        keeper
            .form(Link::Course(new), &[("start", "collect"), ("do", "open")])
            .await,
        print.shown_once(),
        keeper.form(Link::CollectionDesk(collection), &[("do", "close")]).await,
    ]
}
