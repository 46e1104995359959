//! Pages as a whole, and what holds for all of them. What differs from run to run is taken out.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use model::{Language, Link};
use testkit::Region;

use super::{Visitor, a_region, asked_group, ready_group, signed_in, step_back, the_collection};
use crate::tests::site::{Answer, Site};

/// The pages of a coordinator who leads courses, in the order of the desk's list.
fn pages(site: &Site, region: &Region) -> Vec<(&'static str, Link)> {
    let collection = the_collection(site, region);
    vec![
        ("desk", Link::Desk),
        ("courses", Link::Courses),
        ("course", Link::Course(region.course)),
        ("course-edit", Link::EditCourse(region.course)),
        ("collection", Link::CollectionDesk(collection)),
        ("poster", Link::Poster(collection)),
        ("slips", Link::Slips(collection)),
        ("places", Link::Places),
        ("places-import", Link::ImportPlaces),
        ("place", Link::Place(region.place)),
        ("place-edit", Link::EditPlace(region.place)),
        ("room", Link::Room(region.room)),
        ("people", Link::People),
        ("person", Link::Person(region.igangsetter.id)),
        ("availability", Link::Availability(region.igangsetter.id)),
        ("contact-point", Link::ContactPoint),
        ("contact-point-edit", Link::EditContactPoint),
        ("contact-point-new", Link::NewContactPoint),
        ("letters", Link::LetterPreviews),
        (
            "letter-preview",
            Link::LetterPreview("answer-reminder".to_owned(), Language::English),
        ),
        ("controller", Link::Controller),
        ("closed-days", Link::ClosedDays),
        ("rounds", Link::Rounds),
        ("caller", Link::Caller),
    ]
}

/// What stands between the first of two marks and the next of the other, taken out.
fn without(page: &str, (before, after): (&str, &str)) -> String {
    let mut parts = page.split(before);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| {
        let (_, rest) = part.split_once(after).unwrap();
        format!("{kept}{before}…{after}{rest}")
    })
}

fn shown(answer: &Answer) -> String {
    let page = without(&answer.body, ("name=\"form\" value=\"", "\""));
    without(&page, (" d=\"", "\""))
        .replace(&crate::assets::style(), "[style]")
        .replace(&crate::assets::icon(), "[icon]")
}

/// A region in which something is under way, and its coordinator.
fn at_work(site: &Site) -> (Region, Visitor) {
    let region = a_region(site);
    asked_group(site, &region, 5);
    let visitor = signed_in(site, &region.coordinator);
    (region, visitor)
}

/// A group that meets, its igangsetter, and their pages.
fn leading(site: &Site) -> (Visitor, Vec<(&'static str, Link)>) {
    let region = a_region(site);
    let group = ready_group(site, &region, 5);
    let pages = vec![
        ("group", Link::Group(group)),
        ("message", Link::Message(group)),
        ("meetings", Link::Meetings(group)),
        ("step-back", Link::StepBack(group)),
    ];
    (signed_in(site, &region.igangsetter), pages)
}

/// A group that nobody leads, a coordinator, and the page on which somebody is found.
fn vacant(site: &Site) -> (Visitor, Vec<(&'static str, Link)>) {
    let region = a_region(site);
    let group = ready_group(site, &region, 5);
    region.lets_lead(&region.add_igangsetter(), &[region.cell], true);
    step_back(site, &region.igangsetter, group);
    (signed_in(site, &region.coordinator), vec![("lead", Link::Lead(group))])
}

#[actix_web::test]
async fn the_pages_of_a_coordinator() {
    let site = Site::on_sqlite();
    let (region, visitor) = at_work(&site);
    for (name, link) in pages(&site, &region) {
        let answer = visitor.visit(&link).await;
        insta::assert_snapshot!(name, shown(&answer));
    }
}

#[actix_web::test]
async fn the_pages_of_a_group() {
    for pages in [leading, vacant] {
        let site = Site::on_sqlite();
        let (visitor, pages) = pages(&site);
        for (name, link) in pages {
            let answer = visitor.visit(&link).await;
            insta::assert_snapshot!(name, shown(&answer));
        }
    }
}

#[actix_web::test]
async fn pages_that_something_has_happened_to() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let collection = the_collection(&site, &region);
    let slips = visitor.visit(&Link::Slips(collection)).await;
    let sheet = visitor.send(&slips, &[("count", "2"), ("do", "print")]).await;
    insta::assert_snapshot!("slips-sheet", without(&shown(&sheet), ("\"code\"><strong>", "<")));
    let place = visitor.visit(&Link::Places).await;
    insta::assert_snapshot!("places-wrong", shown(&visitor.send(&place, &[]).await));
    visitor.send(&place, &super::places::HOUSE).await;
    insta::assert_snapshot!(
        "places-told",
        shown(&visitor.visit(&Link::Places).await).replace(&added(&site, &region), "[place]")
    );
    site.app.clock.advance(TimeDelta::days(10));
    course::close_due(&site.db, &site.app.chance, site.app.clock.now()).unwrap();
    let closed = visitor_again(&site, &region)
        .visit(&Link::CollectionDesk(collection))
        .await;
    insta::assert_snapshot!("collection-closed", shown(&closed));
    let course = visitor_again(&site, &region).visit(&Link::Course(region.course)).await;
    insta::assert_snapshot!("course-to-open", shown(&course));
}

fn visitor_again(site: &Site, region: &Region) -> Visitor {
    signed_in(site, &region.coordinator)
}

/// The identity of the place that was added.
fn added(site: &Site, region: &Region) -> String {
    let places = site.db.read_now(|tx| store::place::list(tx, region.id)).unwrap();
    let new = places.iter().find(|place| place.id != region.place).unwrap();
    new.id.to_string()
}

/// The values of an attribute, in the order of the page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let mark = format!(" {attribute}=\"");
    let after = page.split(mark.as_str()).skip(1);
    after.map(|rest| rest.split_once('"').unwrap().0).collect()
}

#[actix_web::test]
async fn every_input_has_its_label_and_every_page_one_heading_in_every_language() {
    let site = Site::on_sqlite();
    let (region, visitor) = at_work(&site);
    is_readable_by_ear(&visitor, pages(&site, &region)).await;
    for pages in [leading, vacant] {
        let site = Site::on_sqlite();
        let (visitor, pages) = pages(&site);
        is_readable_by_ear(&visitor, pages).await;
    }
}

async fn is_readable_by_ear(visitor: &Visitor, pages: Vec<(&'static str, Link)>) {
    for language in Language::ALL {
        for (_, link) in &pages {
            let path = format!("{}?lang={}", link.path(), language.tag());
            let page = visitor.get(&path).await;
            let page = if page.location().is_empty() {
                page
            } else {
                visitor.visit(link).await
            };
            let body = &page.body;
            assert!(body.contains(&format!("<html lang=\"{}\"", language.tag())), "{path}");
            assert_eq!(body.matches("<h1>").count(), 1, "{path}");
            assert!(!body.contains('⟦') && !body.contains("<script"), "{path}");
            let ids = values(body, "id");
            let known: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(ids.len(), known.len(), "{path}: two things with one id: {ids:?}");
            for referred in ["for", "aria-describedby", "aria-labelledby"] {
                let all = values(body, referred).into_iter().flat_map(str::split_whitespace);
                for id in all {
                    assert!(known.contains(id), "{path}: {referred} {id}");
                }
            }
        }
    }
}
