//! A group, as its igangsetter sees it (promise C10).

use groups::Answer as Said;
use model::{GroupId, Link, NoteId};
use store::seat;
use testkit::both_databases;

use super::{a_region, asked_group, signed_in};
use crate::tests::site::Site;

fn invited(site: &Site, group: GroupId) -> Vec<NoteId> {
    let seats = site.db.read_now(|tx| seat::list(tx, group)).unwrap();
    seats.into_iter().map(|seat| seat.note).collect()
}

fn says(site: &Site, note: NoteId, group: GroupId, said: &Said) {
    let (app, now) = (&site.app, site.app.clock.now());
    let answer = |tx: &mut _| groups::answer(tx, &app.chance, (note, group), said, now);
    app.db.write_now(answer).unwrap();
}

fn comes(nickname: Option<&str>) -> Said {
    Said::Accept {
        nickname: nickname.map(|name| name.parse().unwrap()),
    }
}

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

    let notes = invited(&site, group);
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
    let (_, names) = page.body.split_once("<ol>").unwrap();
    let (names, rest) = names.split_once("</ol>").unwrap();
    let names: Vec<&str> = names
        .split("<li>")
        .skip(1)
        .map(|name| name.split("</li>").next().unwrap())
        .collect();
    assert_eq!(
        names,
        ["Solveig", "Deltaker 2", "&#60;b&#62;Per&#60;/b&#62;", "Mona", "Isak"]
    );
    assert_eq!(
        rest.matches("<li>").count() - rest.split("<footer>").nth(1).unwrap().matches("<li>").count(),
        5
    );
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
    let notes = invited(&site, group);
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
    visitor.send(&page, &[("do", "no")]).await;
    let page_after = visitor.visit(&link).await;
    assert!(page_after.says("Du har svart nei. Takk for svaret.") && !page_after.says("stiller opp"));
    assert!(page_after.says("Det ble ikke noen gruppe denne gangen."));
    // A late press of the other button changes nothing.
    visitor.send(&page, &[("do", "yes")]).await;
    assert!(
        visitor
            .visit(&link)
            .await
            .says("Det ble ikke noen gruppe denne gangen.")
    );
    assert!(invited(&site, group).is_empty());
    let desk = signed_in(&site, &region.coordinator).visit(&Link::Desk).await;
    assert!(desk.says("Gruppen ble ikke noe av. De som ville, venter på en annen.") && !desk.says("Takket ja"));
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
