//! Who sees and does what: each role, and nobody, at each address (promises S2, S12).

use actix_web::http::StatusCode;
use model::{Link, Roles};
use store::staff::Member;
use testkit::{Region, day};
use vault::BrowserId;

use super::{asked_group, proposed, signed_in, stored, the_collection, wednesdays, with_address};
use crate::{
    form::Subject,
    tests::site::{Answer, Site, Visitor},
};

const COORDINATOR: Roles = Roles {
    coordinator: true,
    leader: false,
    igangsetter: false,
};
const LEADER: Roles = Roles {
    coordinator: false,
    leader: true,
    igangsetter: false,
};

/// Two regions, in the first of which everything is under way.
struct Town {
    site: Site,
    region: Region,
    /// Coordinator, leader and igangsetter of the region; its leader leads no course. Then a coordinator of
    /// another contact point of the region. Then coordinator (and leader) and igangsetter of another region.
    people: [Member; 6],
    pages: Vec<Page>,
}

/// An address, a form that acts there, and who of the people may.
struct Page {
    link: Link,
    fields: Vec<(&'static str, String)>,
    may: [bool; 6],
}

fn town() -> Town {
    let site = Site::on_sqlite();
    let (region, abroad) = (Region::made(&site.db, 1), Region::made(&site.db, 2));
    let people = [
        with_address(&site, &region, "kari@example.no", COORDINATOR),
        with_address(&site, &region, "lars@example.no", LEADER),
        region.igangsetter.clone(),
        region.add_neighbour(),
        abroad.coordinator.clone(),
        abroad.igangsetter.clone(),
    ];
    let pages = pages(&site, &region);
    // The other region has a round of its own.
    let _ = abroad.add_notes(5, day("2027-01-10"));
    proposed(&site, &abroad);
    Town {
        site,
        region,
        people,
        pages,
    }
}

fn pages(site: &Site, region: &Region) -> Vec<Page> {
    let group = asked_group(site, region, 6);
    wednesdays(region, 6);
    let round = proposed(site, region);
    let page = |link, fields: &[(&'static str, &str)], may: [u8; 6]| Page {
        link,
        fields: fields
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect(),
        may: may.map(|one| one == 1),
    };
    let place = &super::places::HOUSE;
    let room = &[("name", "Salen"), ("mon", "10:00")];
    let point = &[("name", "Sentralen"), ("slug", "storvik"), ("supported", "5")];
    let controller = &[("body", "A"), ("contact", "a@b.no"), ("phone", "22")];
    let new_point = &[("name", "Ny"), ("coordinator", "Lars"), ("email", "ny@example.no")];
    let person = &[("name", "Eva"), ("email", "eva@example.no"), ("role", "leader")];
    let availability = &[("from", "2027-02-01"), ("groups", "1"), ("ask", "yes"), ("do", "save")];
    vec![
        page(Link::Desk, &[], [1, 1, 1, 1, 1, 1]),
        page(Link::Places, place, [1, 0, 0, 1, 1, 0]),
        page(Link::Place(region.place), room, [1, 0, 0, 0, 0, 0]),
        page(Link::EditPlace(region.place), place, [1, 0, 0, 0, 0, 0]),
        page(Link::Room(region.room), room, [1, 0, 0, 0, 0, 0]),
        page(Link::ContactPoint, &[], [1, 0, 0, 1, 1, 0]),
        page(Link::EditContactPoint, point, [1, 0, 0, 1, 1, 0]),
        page(Link::Controller, controller, [1, 0, 0, 1, 1, 0]),
        page(Link::ClosedDays, &[("first", "2027-03-22")], [1, 0, 0, 1, 1, 0]),
        page(Link::NewContactPoint, new_point, [1, 0, 0, 1, 1, 0]),
        page(
            Link::Person(region.igangsetter.id),
            &[("do", "sign-out")],
            [1, 0, 0, 0, 0, 0],
        ),
        page(Link::People, person, [1, 0, 0, 1, 1, 0]),
        page(
            Link::Availability(region.igangsetter.id),
            availability,
            [1, 0, 1, 1, 0, 0],
        ),
        page(Link::Courses, &[], [1, 1, 0, 1, 1, 0]),
        page(Link::Course(region.course), &[("do", "open")], [1, 0, 0, 0, 0, 0]),
        page(
            Link::EditCourse(region.course),
            &[
                ("title", "Kurset"),
                ("leader", &region.coordinator.id.to_string()),
                ("last-session", "2027-01-13"),
                ("participants", "9"),
            ],
            [1, 0, 0, 0, 0, 0],
        ),
        page(Link::Poster(the_collection(site, region)), &[], [1, 0, 0, 0, 0, 0]),
        page(
            Link::Slips(the_collection(site, region)),
            &[("count", "2"), ("do", "print")],
            [1, 0, 0, 0, 0, 0],
        ),
        page(
            Link::CollectionDesk(the_collection(site, region)),
            &[("do", "close")],
            [1, 0, 0, 0, 0, 0],
        ),
        page(Link::Rounds, &[("do", "propose")], [1, 0, 0, 1, 1, 0]),
        page(Link::Group(group), &[("do", "yes")], [0, 0, 1, 0, 0, 0]),
        page(Link::Round(round), &[("do", "discard")], [1, 0, 0, 1, 0, 0]),
    ]
}

/// Sends a form with a genuine token of this browser, whether or not it was shown the page.
async fn act(site: &Site, visitor: &Visitor, page: &Page) -> Answer {
    visitor.get("/").await;
    let browser: BrowserId = visitor.cookies.borrow()["__Host-browser"].parse().unwrap();
    let token = site
        .app
        .vault
        .form_token(&browser, &Subject::page(&page.link).to_bytes());
    let own = page.fields.iter().map(|(name, value)| (*name, value.as_str()));
    let fields: Vec<_> = own.chain([("form", token.as_str())]).collect();
    visitor.post(&page.link.path(), &fields).await
}

#[actix_web::test]
async fn everybody_sees_the_pages_of_their_role_and_nothing_else() {
    let town = town();
    for page in &town.pages {
        let path = page.link.path();
        let nobody = town.site.visitor().get(&path).await;
        assert_eq!(
            (nobody.status, nobody.location()),
            (StatusCode::SEE_OTHER, "/sign-in"),
            "{path}"
        );
        for (at, (person, may)) in town.people.iter().zip(page.may).enumerate() {
            let status = signed_in(&town.site, person).get(&path).await.status;
            let expected = if may { StatusCode::OK } else { StatusCode::NOT_FOUND };
            assert_eq!(status, expected, "{path} as number {at}");
        }
    }
}

#[actix_web::test]
async fn nobody_acts_where_they_see_nothing() {
    let town = town();
    let before = stored(&town.site);
    for page in town.pages.iter().filter(|page| !page.fields.is_empty()) {
        let path = page.link.path();
        let nobody = act(&town.site, &town.site.visitor(), page).await;
        assert_eq!(
            (nobody.status, nobody.location()),
            (StatusCode::SEE_OTHER, "/sign-in"),
            "{path}"
        );
        for (at, (person, _)) in town
            .people
            .iter()
            .zip(page.may)
            .enumerate()
            .filter(|(_, (_, may))| !may)
        {
            // A session is stored, so it is opened before looking, and is the same for all pages.
            let visitor = signed_in(&town.site, person);
            let before = stored(&town.site);
            let status = act(&town.site, &visitor, page).await.status;
            assert_eq!(status, StatusCode::NOT_FOUND, "{path} as number {at}");
            assert!(
                stored(&town.site) == before,
                "{path} as number {at} has changed something"
            );
        }
    }
    assert!(stored(&town.site) != before, "sessions are stored");
}

#[actix_web::test]
async fn whoever_may_can_act() {
    let town = town();
    for page in town.pages.iter().filter(|page| !page.fields.is_empty()) {
        let first = page.may.iter().position(|may| *may).unwrap();
        let visitor = signed_in(&town.site, &town.people[first]);
        let answer = act(&town.site, &visitor, page).await;
        // A sheet of slips is shown once, and nowhere else.
        let expected = match page.link {
            Link::Slips(_) => StatusCode::OK,
            _ => StatusCode::SEE_OTHER,
        };
        assert_eq!(answer.status, expected, "{}", page.link.path());
        assert_ne!(answer.location(), "/sign-in");
    }
}

#[actix_web::test]
async fn looking_changes_nothing() {
    let town = town();
    let round = town.pages.last().unwrap().link.path();
    for person in &town.people {
        let visitor = signed_in(&town.site, person);
        let before = stored(&town.site);
        let paths = town.pages.iter().map(|page| page.link.path());
        for path in paths.chain([format!("{round}?do=send"), format!("{round}?do=discard")]) {
            let (head, got) = (visitor.head(&path).await, visitor.get(&path).await);
            assert_eq!(head.status, got.status, "{path}");
            assert!(stored(&town.site) == before, "{path} has changed something");
        }
    }
}

#[actix_web::test]
async fn what_is_no_identity_is_no_page() {
    let site = Site::on_sqlite();
    let region = Region::made(&site.db, 1);
    let visitor = signed_in(&site, &region.coordinator);
    for path in [
        "/places/x",
        "/places/x/edit",
        "/rooms/x",
        "/rooms/00000000000000000000000000000000",
        "/people/x",
        "/people/00000000000000000000000000000000",
        "/courses/x/edit",
        "/collections/x/poster",
        "/collections/00000000000000000000000000000000/slips",
        "/people/x/availability",
        "/courses/x",
        "/collections/x",
        "/rounds/x",
        "/groups/x",
        "/places/00000000000000000000000000000000",
        "/courses/00000000000000000000000000000000",
        "/people/00000000000000000000000000000000/availability",
    ] {
        assert_eq!(visitor.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[actix_web::test]
async fn a_leader_sees_the_own_courses_only_and_can_add_one() {
    let town = town();
    let leader = signed_in(&town.site, &town.people[1]);
    let page = leader.visit(&Link::Courses).await;
    assert!(!page.says("Tirsdagskurset"));
    let id = town.people[1].id.to_string();
    let course = |leader| {
        [
            ("title", "Onsdagskurset"),
            ("leader", leader),
            ("last-session", "2027-02-03"),
            ("participants", "9"),
        ]
    };
    let added = leader.send(&page, &course(&id)).await;
    assert!(leader.get(added.location()).await.says("Onsdagskurset"));
    let other = town.region.coordinator.id.to_string();
    let refused = leader.send(&page, &course(&other)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[actix_web::test]
async fn the_desk_tells_leaders_of_their_own_collections() {
    let town = town();
    let both = Roles {
        leader: true,
        ..COORDINATOR
    };
    let other = with_address(&town.site, &town.region, "eva@example.no", both);
    let own = signed_in(&town.site, &town.region.coordinator);
    assert!(own.visit(&Link::Desk).await.says("Innsamlingen er åpen"));
    let desk = signed_in(&town.site, &other).visit(&Link::Desk).await;
    assert!(!desk.says("Innsamlingen er åpen"));
}
