//! A coordinator adds staff, changes them, and lets them go; addresses are shown nowhere (promise C14).

use actix_web::http::StatusCode;
use model::{GroupId, Letter, Link, Roles};
use store::{group, staff};
use testkit::{both_databases, letters_owed};

use super::{a_region, asked_group, fill_in, signed_in, with_address};
use crate::tests::site::Site;

const LEADER: Roles = Roles {
    coordinator: false,
    leader: true,
    igangsetter: false,
};

both_databases!(somebody_is_added_and_written_to, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
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
    assert!(matches!(letters_owed(&site.db)[0].letter, Letter::Welcome { .. }));
    let again = fill_in(&visitor, &Link::People, &person).await;
    assert!(again.says("En medarbeider har denne adressen allerede"));
});

both_databases!(a_name_and_roles_are_changed, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let ola = with_address(&site, &region, "ola@example.no", LEADER);
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor.visit(&Link::Person(ola.id)).await;
    assert!(page.says("value=\"Ola\"") && page.says("value=\"leader\" checked") && !page.says("@"));
    let changed = [("name", "Ola N."), ("role", "igangsetter"), ("do", "save")];
    let saved = visitor.send(&page, &changed).await;
    assert_eq!(saved.location(), Link::Person(ola.id).path());
    assert!(visitor.visit(&Link::People).await.says("Ola N."));
    let stored = site.db.read_now(|tx| staff::get(tx, ola.id)).unwrap();
    assert!(stored.roles.igangsetter && !stored.roles.leader);
    let several = [
        ("name", "Ola N."),
        ("role", "igangsetter"),
        ("role", "leader"),
        ("do", "save"),
    ];
    visitor.send(&page, &several).await;
    let stored = site.db.read_now(|tx| staff::get(tx, ola.id)).unwrap();
    assert!(stored.roles.igangsetter && stored.roles.leader);
});

both_databases!(a_mistyped_address_is_changed_and_its_owner_signed_out, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let ola = with_address(&site, &region, "olla@example.no", LEADER);
    let his = signed_in(&site, &ola);
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor.visit(&Link::Person(ola.id)).await;
    let wrong = visitor.send(&page, &[("email", "ola"), ("do", "address")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.says("value=\"ola\"") && wrong.says("value=\"Ola\""),
        "the other form shows what holds"
    );
    visitor
        .send(&page, &[("email", "ola@example.no"), ("do", "address")])
        .await;
    assert!(!visitor.visit(&Link::Person(ola.id)).await.says("@"));
    assert_eq!(his.visit(&Link::Desk).await.location(), "/sign-in");
    let welcome = Letter::Welcome { staff: ola.id };
    let owed = letters_owed(&site.db).into_iter();
    assert_eq!(owed.filter(|owed| owed.letter == welcome).count(), 2);
});

both_databases!(somebody_is_signed_out_everywhere, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let ola = with_address(&site, &region, "ola@example.no", LEADER);
    let his = signed_in(&site, &ola);
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor.visit(&Link::Person(ola.id)).await;
    visitor.send(&page, &[("do", "sign-out")]).await;
    assert_eq!(his.visit(&Link::Desk).await.location(), "/sign-in");
    assert_eq!(visitor.visit(&Link::Desk).await.status, StatusCode::OK);
});

fn led_by(site: &Site, group: GroupId) -> Option<model::StaffId> {
    site.db.read_now(|tx| group::get(tx, group)).unwrap().lead.whom()
}

both_databases!(whoever_is_removed_steps_back_from_their_groups_first, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let group = asked_group(&site, &region, 5);
    assert_eq!(led_by(&site, group), Some(region.igangsetter.id));
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor.visit(&Link::Person(region.igangsetter.id)).await;
    let removed = visitor.send(&page, &[("do", "remove")]).await;
    assert_eq!(removed.location(), "/people");
    assert_eq!(led_by(&site, group), None);
    assert_eq!(
        site.db.read_now(|tx| staff::find(tx, region.igangsetter.id)).unwrap(),
        None
    );
    let desk = visitor.visit(&Link::Desk).await;
    assert!(desk.says("En gruppe mangler igangsetter") && desk.says(&Link::Lead(group).path()));
});

both_databases!(whoever_starts_groups_no_longer_steps_back_from_theirs, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let group = asked_group(&site, &region, 5);
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor.visit(&Link::Person(region.igangsetter.id)).await;
    visitor
        .send(&page, &[("name", "Kari"), ("role", "leader"), ("do", "save")])
        .await;
    assert_eq!(led_by(&site, group), None);
});

#[actix_web::test]
async fn the_last_coordinator_stays() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor.visit(&Link::Person(region.coordinator.id)).await;
    let before = site.stored();
    for (fields, field) in [
        (&[("name", "Kari"), ("role", "leader"), ("do", "save")][..], "role"),
        (&[("do", "remove")], "do"),
        (&[], "do"),
        (&[("name", "Kari"), ("do", "save")], "role"),
    ] {
        let refused = visitor.send(&page, fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(refused.says(&format!("href=\"#{field}\"")), "{fields:?}");
        assert!(site.stored() == before, "{fields:?}");
    }
}
