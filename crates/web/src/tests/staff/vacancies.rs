//! An igangsetter steps back, and a coordinator finds somebody else (promises S2, S12).

use chrono::TimeDelta;
use model::{GroupId, Link};
use store::staff::Member;
use testkit::{Region, both_databases};

use super::{a_region, asked_group, fill_in, inviting_group, ready_group, signed_in, step_back, the_group};
use crate::tests::site::Site;

/// A group of six that nobody leads any more, and somebody who can, if there is one.
fn vacant(site: &Site, region: &Region, can: Option<&Member>) -> GroupId {
    let group = ready_group(site, region, 6);
    if let Some(other) = can {
        region.lets_lead(other, &[region.cell], true);
    }
    step_back(site, &region.igangsetter, group);
    site.app.clock.advance(TimeDelta::hours(1));
    group
}

both_databases!(
    an_igangsetter_steps_back_and_the_coordinator_is_asked_to_find_another,
    async |db| {
        let site = Site::on(db);
        let region = a_region(&site);
        let group = inviting_group(&site, &region, 6);
        let visitor = signed_in(&site, &region.igangsetter);
        assert!(
            visitor
                .visit(&Link::Group(group))
                .await
                .says(&Link::StepBack(group).path())
        );
        let page = visitor.visit(&Link::StepBack(group)).await;
        assert!(page.says("Koordinatoren ser det i oppgavene sine med en gang"));
        let refused = visitor.send(&page, &[]).await;
        assert_eq!(refused.status, 422);
        assert_eq!(the_group(&site, group).lead.certain(), Some(region.igangsetter.id));

        let back = visitor.send(&page, &[("do", "step-back")]).await;
        assert_eq!(back.location(), "/desk");
        assert!(visitor.visit(&Link::Desk).await.says("Takk for at du sa fra."));
        assert_eq!(
            visitor.visit(&Link::Group(group)).await.status,
            404,
            "it is no longer theirs"
        );
        let again = visitor.send(&page, &[("do", "step-back")]).await;
        assert_eq!(again.location(), "/desk", "a second press is no fault");
        let desk = signed_in(&site, &region.coordinator).visit(&Link::Desk).await;
        assert!(desk.says(&Link::Lead(group).path()));
    }
);

both_databases!(somebody_else_is_asked_and_takes_over, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let other = region.add_igangsetter();
    let group = vacant(&site, &region, Some(&other));
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor.visit(&Link::Lead(group)).await;
    assert!(page.says("Biblioteket, tirsdager kl. 18.00") && page.says("tirsdag 26. januar 2027 kl. 18.00"));
    assert!(page.says("Noen må ha sagt ja innen lørdag 23. januar 2027.") && !page.says(" checked"));
    let id = other.id.to_string();
    let asked = visitor.send(&page, &[("person", &id), ("do", "ask")]).await;
    assert_eq!(asked.location(), "/desk");
    assert!(visitor.visit(&Link::Desk).await.says("Det er gjort."));
    let waiting = visitor.visit(&Link::Lead(group)).await;
    assert!(
        waiting.says("er spurt og har ikke svart ennå.") && waiting.forms().is_empty(),
        "nobody else is asked meanwhile"
    );

    let theirs = signed_in(&site, &other);
    let question = theirs.visit(&Link::Group(group)).await;
    assert!(question.says("Gruppen har mistet igangsetteren sin, og deltakerne er invitert."));
    assert!(!question.says("Vi inviterer ingen før du har sagt ja."));
    for link in [Link::Message(group), Link::Meetings(group)] {
        assert_eq!(theirs.visit(&link).await.status, 404, "not before they have said yes");
    }
    theirs.send(&question, &[("do", "yes")]).await;
    assert!(theirs.visit(&Link::Group(group)).await.says("Gruppen din er klar"));
    assert_eq!(
        visitor.visit(&Link::Lead(group)).await.status,
        404,
        "there is nothing to find"
    );
});

#[actix_web::test]
async fn whoever_wants_no_question_leads_at_once() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let other = region.add_igangsetter();
    let group = vacant(&site, &region, Some(&other));
    region.lets_lead(&other, &[region.cell], false);
    let id = other.id.to_string();
    let visitor = signed_in(&site, &region.coordinator);
    fill_in(&visitor, &Link::Lead(group), &[("person", &id), ("do", "ask")]).await;
    assert_eq!(the_group(&site, group).lead.certain(), Some(other.id));
}

#[actix_web::test]
async fn without_a_choice_and_a_pressed_button_nobody_is_asked() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let other = region.add_igangsetter();
    let group = vacant(&site, &region, Some(&other));
    let (id, nobody) = (other.id.to_string(), region.coordinator.id.to_string());
    let visitor = signed_in(&site, &region.coordinator);
    let page = visitor.visit(&Link::Lead(group)).await;
    let before = site.stored();
    for (fields, fault) in [
        (&[][..], "Velg en igangsetter"),
        (&[("do", "ask")], "Velg en igangsetter"),
        (&[("person", nobody.as_str()), ("do", "ask")], "Velg en igangsetter"),
        (&[("person", id.as_str())], "Trykk på en av knappene"),
    ] {
        let again = visitor.send(&page, fields).await;
        assert_eq!(again.status, 422, "{fields:?}");
        assert!(again.says(fault) && again.says("<title>Feil: "), "{fields:?}");
    }
    assert!(site.stored() == before);
}

#[actix_web::test]
async fn where_nobody_can_take_over_it_is_said_what_would_help() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let group = vacant(&site, &region, None);
    let page = signed_in(&site, &region.coordinator).visit(&Link::Lead(group)).await;
    assert!(page.says("Ingen kan ta over slik det er lagt inn nå.") && page.says("href=\"/people\""));
    assert!(!page.says("Hvem kan ta over?"));
}

#[actix_web::test]
async fn a_group_that_is_not_vacant_or_not_of_the_region_is_not_there() {
    let site = Site::on_sqlite();
    let (region, abroad) = (a_region(&site), Region::made(&site.db, 2));
    let asked = asked_group(&site, &abroad, 5);
    let group = vacant(&site, &region, None);
    for (person, link) in [
        (&region.coordinator, Link::Lead(asked)),
        (&abroad.coordinator, Link::Lead(asked)),
        (&abroad.coordinator, Link::Lead(group)),
        (&region.igangsetter, Link::Lead(group)),
    ] {
        let answer = signed_in(&site, person).visit(&link).await;
        assert_eq!(answer.status, 404, "{}", link.path());
    }
}
