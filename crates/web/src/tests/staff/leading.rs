//! A group, as its igangsetter sees it (promise C10).

use chrono::TimeDelta;
use groups::Answer as Said;
use model::{GroupState, Link};
use testkit::both_databases;

use super::{a_course, a_region, asked_group, comes, ready_group, says, seated, signed_in, the_group};
use crate::tests::site::Site;

both_databases!(an_igangsetter_takes_a_group_and_sees_who_comes, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let group = asked_group(&site, &region, 7);
    let visitor = signed_in(&site, &region.igangsetter);
    let desk = visitor.visit(&Link::Desk).await;
    let link = Link::Group(group);
    assert!(desk.says("En ny gruppe?") && desk.says(&link.path()));
    let page = visitor.visit(&link).await;
    assert!(page.says("Ja, jeg tar den") && page.says("Nei, ikke nå") && page.says("Inngang fra gården"));
    assert_eq!(visitor.send(&page, &[("do", "yes")]).await.location(), link.path());
    assert!(
        visitor.visit(&link).await.says("lørdag 23. januar 2027"),
        "until when answers are waited for"
    );

    let notes = seated(&site, group);
    says(&site, notes[0], group, &comes(Some("Solveig")));
    says(&site, notes[1], group, &Said::NotThisDate);
    assert!(
        !visitor.visit(&link).await.says("Solveig"),
        "no names before it is ready"
    );
    says(&site, notes[2], group, &comes(None));
    says(&site, notes[3], group, &comes(Some("<b>Per</b>")));
    says(&site, notes[4], group, &Said::NotThisTime);
    says(&site, notes[5], group, &comes(Some("Mona")));
    says(&site, notes[6], group, &comes(Some("Isak")));

    let page = visitor.visit(&link).await;
    assert!(page.says("Gruppen din er klar") && page.says("Vi fører ikke oppmøte"));
    let (_, names) = page.body.split_once("<ul>").unwrap();
    let (names, rest) = names.split_once("</ul>").unwrap();
    let names: Vec<&str> = names
        .split("<li>")
        .skip(1)
        .map(|name| name.split("</li>").next().unwrap())
        .collect();
    assert_eq!(
        names,
        ["Solveig", "Deltaker 2", "&#60;b&#62;Per&#60;/b&#62;", "Mona", "Isak"]
    );
    let (_, meetings) = rest.split_once("<ol>").unwrap();
    let (meetings, _) = meetings.split_once("</ol>").unwrap();
    assert_eq!(meetings.matches("<li>").count(), 5);
    for told in [
        "tirsdag 26. januar 2027",
        "tirsdag 23. februar 2027",
        "tirsdag 2. mars 2027",
        "Bytt telefonnummer",
    ] {
        assert!(page.says(told), "{told}");
    }
    let after = visitor.send(&visitor.visit(&Link::Desk).await, &[]).await;
    assert!(after.status.is_client_error());
});

both_databases!(a_coordinator_learns_how_groups_end, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let group = asked_group(&site, &region, 6);
    let (lead, desk) = (
        signed_in(&site, &region.igangsetter),
        signed_in(&site, &region.coordinator),
    );
    let page = lead.visit(&Link::Group(group)).await;
    lead.send(&page, &[("do", "yes")]).await;
    let notes = seated(&site, group);
    says(&site, notes[0], group, &Said::NotThisTime);
    assert!(desk.visit(&Link::Desk).await.says("Ikke svart: 5"));
    for note in &notes[1..] {
        says(&site, *note, group, &comes(None));
    }
    let ready = desk.visit(&Link::Desk).await;
    for told in [
        "Klar. Første møte: tirsdag 26. januar 2027.",
        "Takket ja: 5",
        "Takket nei: 1",
    ] {
        assert!(ready.says(told), "{told}");
    }
});

both_databases!(an_igangsetter_can_say_no, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let group = asked_group(&site, &region, 5);
    let visitor = signed_in(&site, &region.igangsetter);
    let link = Link::Group(group);
    let page = visitor.visit(&link).await;
    // A late press of the other button changes nothing.
    for said in ["no", "yes"] {
        assert_eq!(visitor.send(&page, &[("do", said)]).await.location(), "/desk", "{said}");
        let desk = visitor.visit(&Link::Desk).await;
        assert!(desk.says("Du har svart nei. Takk for svaret.") && !desk.says(&link.path()));
        assert_eq!(visitor.visit(&link).await.status, 404);
    }
    assert_eq!(the_group(&site, group).state, GroupState::Asked);
    let desk = signed_in(&site, &region.coordinator).visit(&Link::Desk).await;
    assert!(desk.says(&Link::Lead(group).path()));
});

both_databases!(a_no_after_a_yes_changes_nothing, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let group = asked_group(&site, &region, 5);
    let visitor = signed_in(&site, &region.igangsetter);
    let page = visitor.visit(&Link::Group(group)).await;
    for said in ["yes", "no"] {
        let answered = visitor.send(&page, &[("do", said)]).await;
        assert_eq!(answered.location(), Link::Group(group).path(), "{said}");
    }
    assert_eq!(the_group(&site, group).lead.certain(), Some(region.igangsetter.id));
});

#[actix_web::test]
async fn another_igangsetter_sees_nothing_of_it() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let group = asked_group(&site, &region, 5);
    for person in [region.add_igangsetter(), region.coordinator.clone()] {
        let visitor = signed_in(&site, &person);
        assert_eq!(visitor.visit(&Link::Group(group)).await.status, 404);
        assert!(!visitor.visit(&Link::Desk).await.says(&Link::Group(group).path()));
    }
}

#[actix_web::test]
async fn a_proposed_group_is_nobodys_yet() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let _ = region.add_notes(5, testkit::day("2027-01-10"));
    super::proposed(&site, &region);
    let group = super::drafted(&site, &region)[0];
    let visitor = signed_in(&site, &region.igangsetter);
    assert_eq!(visitor.visit(&Link::Group(group)).await.status, 404);
    assert!(!visitor.visit(&Link::Desk).await.says("En ny gruppe?"));
}

both_databases!(
    numbers_stay_when_others_leave_and_fewer_than_five_are_told_apart,
    async |db| {
        let site = Site::on(db);
        let region = a_region(&site);
        let group = ready_group(&site, &region, 5);
        let visitor = signed_in(&site, &region.igangsetter);
        let few = "Dere er færre enn fem.";
        assert!(!visitor.visit(&Link::Group(group)).await.says(few));
        says(&site, seated(&site, group)[1], group, &Said::NotThisDate);
        let page = visitor.visit(&Link::Group(group)).await;
        assert!(page.says(few) && page.says("<li>Deltaker 1</li>\n<li>Deltaker 3</li>"));
        assert!(!page.says("Deltaker 2"));
    }
);

#[actix_web::test]
async fn where_the_key_is_stands_on_the_page_of_whoever_leads_for_certain() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let group = asked_group(&site, &region, 6);
    let visitor = signed_in(&site, &region.igangsetter);
    let (way, key) = ("Inngang fra gården", "Nøkkelen er i skranken");
    let asked = visitor.visit(&Link::Group(group)).await;
    assert!(asked.says(way) && !asked.says(key));
    visitor.send(&asked, &[("do", "yes")]).await;
    let page = visitor.visit(&Link::Group(group)).await;
    assert!(page.says(way) && page.says(key) && page.says("Biblioteket, Storgata 1, Peisestua"));
}

both_databases!(a_planned_start_is_open_until_it_is_ready, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    region.lets_lead(&region.igangsetter, &[region.cell], false);
    let (app, by, new) = (&site.app, &region.coordinator, a_course(&site, &region, 12));
    let (now, today) = (app.clock.now(), app.clock.today());
    let open = |tx: &mut _| {
        let starts = groups::start_options(tx, by, region.contact_point, today)?;
        let id = course::open_collection(tx, &app.chance, by, (new, starts.first()), now)?;
        Ok::<_, course::Fault>(store::collection::find(tx, id)?.unwrap().planned.unwrap())
    };
    let group = app.db.write_now(open).unwrap();
    let page = signed_in(&site, &region.igangsetter).visit(&Link::Group(group)).await;
    assert!(page.says("Gruppen din tar imot deltakere"), "{}", page.body);
    assert!(page.says("Deltakerne på kurset kan melde seg på denne gruppen."));
    assert!(page.says(&Link::StepBack(group).path()) && !page.says(&Link::Message(group).path()));
});

#[actix_web::test]
async fn a_group_that_has_met_has_begun_and_its_page_ends_by_itself() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let group = ready_group(&site, &region, 5);
    site.app.clock.advance(TimeDelta::days(15));
    groups::settle_due(&site.db, &site.app.chance, site.app.clock.now()).unwrap();
    let page = signed_in(&site, &region.igangsetter).visit(&Link::Group(group)).await;
    assert!(page.says("Gruppen din har begynt") && page.says("Deltaker 5"));
    assert!(page.says("<h2>Neste møte</h2>") && page.says("<dd>tirsdag 2. februar 2027 kl. 18.00</dd>"));
    assert!(page.says("Du ser denne siden til og med tirsdag 2. mars 2027."));
    site.app.clock.advance(TimeDelta::days(35));
    let over = signed_in(&site, &region.igangsetter).visit(&Link::Group(group)).await;
    assert_eq!(over.status, 404);
}
