//! Who sees and does what: each role, and nobody, at each address (promises S2, S12).
//!
//! The addresses stand in `rights/table.rs`. A route without a row there fails.

mod table;

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use model::{Link, Roles};
use testkit::Region;
use vault::BrowserId;

use self::table::{COORDINATOR, Row, Seen, town};
use super::{signed_in, with_address};
use crate::{
    form::Subject,
    tests::{
        routes,
        site::{Answer, Site, Visitor},
    },
};

/// Sends a form with a genuine token of this browser, whether or not it was shown the page.
async fn act(site: &Site, visitor: &Visitor, row: &Row) -> Answer {
    visitor.get("/").await;
    let browser: BrowserId = visitor.cookies.borrow()["__Host-browser"].parse().unwrap();
    let token = site
        .app
        .vault
        .form_token(&browser, &Subject::page(&row.link).to_bytes());
    let own = row.fields.iter().map(|(name, value)| (*name, value.as_str()));
    let fields: Vec<_> = own.chain([("form", token.as_str())]).collect();
    visitor.post(&row.link.path(), &fields).await
}

#[actix_web::test]
async fn every_route_is_in_the_table() {
    let rows: BTreeSet<&str> = town().rows.iter().map(|row| row.link.route()).collect();
    assert_eq!(rows, routes::all());
}

#[actix_web::test]
async fn everybody_sees_the_pages_of_their_role_and_nothing_else() {
    let town = town();
    for row in &town.rows {
        let path = row.link.path();
        let nobody = town.site.visitor().get(&path).await;
        let expected = match row.seen {
            Seen::ByAll(status) => status,
            Seen::By(_) => StatusCode::SEE_OTHER,
        };
        assert_eq!(nobody.status, expected, "{path} as nobody");
        let to_sign_in = nobody.location() == Link::SignIn.path();
        assert!(!matches!(row.seen, Seen::By(_)) || to_sign_in, "{path} as nobody");
        for (at, person) in town.people.iter().enumerate() {
            let expected = match row.seen {
                Seen::ByAll(status) => status,
                Seen::By(_) if row.may(at) => StatusCode::OK,
                Seen::By(_) => StatusCode::NOT_FOUND,
            };
            let status = signed_in(&town.site, person).get(&path).await.status;
            assert_eq!(status, expected, "{path} as number {at}");
        }
    }
}

#[actix_web::test]
async fn nobody_acts_where_they_see_nothing() {
    let town = town();
    for row in town.rows.iter().filter(|row| row.is_acted_on()) {
        let path = row.link.path();
        let before = town.site.stored();
        let nobody = act(&town.site, &town.site.visitor(), row).await;
        assert_eq!(
            (nobody.status, nobody.location()),
            (StatusCode::SEE_OTHER, "/sign-in"),
            "{path}"
        );
        assert!(town.site.stored() == before, "{path} as nobody has changed something");
        for (at, person) in town.people.iter().enumerate().filter(|(at, _)| !row.may(*at)) {
            // A session is stored, so it is opened before looking.
            let visitor = signed_in(&town.site, person);
            let before = town.site.stored();
            let status = act(&town.site, &visitor, row).await.status;
            assert_eq!(status, StatusCode::NOT_FOUND, "{path} as number {at}");
            assert!(
                town.site.stored() == before,
                "{path} as number {at} has changed something"
            );
        }
    }
}

#[actix_web::test]
async fn whoever_may_can_act() {
    let town = town();
    for row in town.rows.iter().filter(|row| matches!(row.seen, Seen::By(_))) {
        let first = (0..town.people.len()).find(|at| row.may(*at)).unwrap();
        let visitor = signed_in(&town.site, &town.people[first]);
        let answer = act(&town.site, &visitor, row).await;
        // A row without fields is one of a page without a form; a sheet of slips, and what is
        // found for a caller, are shown once, and nowhere else.
        let expected = match row.link {
            Link::Slips(_) | Link::Caller => 200,
            _ if row.is_acted_on() => 303,
            _ => 405,
        };
        assert_eq!(answer.status, expected, "{}", row.link.path());
        assert_ne!(answer.location(), "/sign-in");
    }
}

#[actix_web::test]
async fn looking_changes_nothing() {
    let town = town();
    let round = town.rows.iter().find(|row| matches!(row.link, Link::Round(_)));
    let round = round.unwrap().link.path();
    for person in &town.people {
        let visitor = signed_in(&town.site, person);
        let before = town.site.stored();
        let paths = town.rows.iter().map(|row| row.link.path());
        for path in paths.chain([format!("{round}?do=send"), format!("{round}?do=discard")]) {
            let (head, got) = (visitor.head(&path).await, visitor.get(&path).await);
            assert_eq!(head.status, got.status, "{path}");
            assert!(town.site.stored() == before, "{path} has changed something");
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
        "/contact-point/letters/x/nb",
        "/contact-point/letters/tasks/x",
        "/contact-point/letters/tasks/no",
        "/contact-point/letters/x/nb/look",
        "/courses/x",
        "/collections/x",
        "/rounds/x",
        "/groups/x",
        "/groups/x/message",
        "/groups/00000000000000000000000000000000/meetings",
        "/groups/00000000000000000000000000000000/step-back",
        "/groups/00000000000000000000000000000000/lead",
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
