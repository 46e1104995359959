//! An igangsetter tells the own group something practical, in fixed words.

use chrono::TimeDelta;
use model::{Letter, Link, Practical, ReceiptCode};
use testkit::{both_databases, letters_owed, oslo};

use super::{a_code, a_region, fill_in, inviting_group, ready_group, signed_in};
use crate::tests::site::{Site, Visitor};

const BELL: [(&str, &str); 2] = [("what", "ring-the-bell"), ("do", "send")];

fn told(site: &Site) -> usize {
    let owed = letters_owed(&site.db).into_iter();
    let is_told = |letter: &Letter| {
        matches!(
            letter,
            Letter::PracticalMessage {
                message: Practical::RingTheBell,
                ..
            }
        )
    };
    owed.filter(|owed| is_told(&owed.letter)).count()
}

both_databases!(a_message_goes_to_all_who_come_and_it_is_said_how_many, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let group = ready_group(&site, &region, 6);
    let visitor = signed_in(&site, &region.igangsetter);
    let page = visitor.visit(&Link::Message(group)).await;
    assert!(
        page.says("Døren er låst. Ring på klokken når du kommer."),
        "as in the letter"
    );
    assert!(!page.says(" checked"), "nothing is chosen beforehand");
    let sent = visitor.send(&page, &BELL).await;
    assert_eq!(sent.location(), Link::Group(group).path());
    let after = visitor.visit(&Link::Group(group)).await;
    assert!(after.says("Beskjeden er sendt.") && after.says("Beskjed: 0 av 6 sendt"));
    assert!(!after.says("har kode") && !after.says("@"));
    assert_eq!(told(&site), 6);
});

#[actix_web::test]
async fn those_who_have_a_code_are_counted_apart_and_read_it_on_their_page() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let code = a_code(&site, &region);
    let theirs = Link::MyNote;
    look_up(&site, &code).await;
    let group = ready_group(&site, &region, 5);
    let visitor = signed_in(&site, &region.igangsetter);
    let page = visitor.visit(&Link::Message(group)).await;
    assert!(page.says("De som har kode, ser beskjeden på siden sin."));
    let bell = "<dd>Døren er låst. Ring på klokken når du kommer.</dd>";
    assert!(!look_up(&site, &code).await.visit(&theirs).await.says(bell));
    visitor.send(&page, &BELL).await;
    let after = visitor.visit(&Link::Group(group)).await;
    assert!(after.says("Beskjed: 0 av 6 sendt, 1 har kode"), "{}", after.body);
    assert_eq!(told(&site), 5);
    let shown = look_up(&site, &code).await.visit(&theirs).await;
    assert!(
        shown.says("Beskjed fra igangsetteren") && shown.says(bell),
        "{}",
        shown.body
    );
    // The meeting of 26 January ends at 20.
    let last_second = oslo("2027-01-26 19:59:59");
    site.app.clock.advance(last_second - site.app.clock.now());
    assert!(look_up(&site, &code).await.visit(&theirs).await.says(bell));
    site.app.clock.advance(TimeDelta::seconds(1));
    assert!(
        !look_up(&site, &code).await.visit(&theirs).await.says(bell),
        "it has ended"
    );
}

/// Whoever has a code opens their page.
async fn look_up(site: &Site, code: &ReceiptCode) -> Visitor {
    let visitor = site.visitor();
    let led = fill_in(&visitor, &Link::LookUp, &[("code", code.expose())]).await;
    assert_eq!(led.location(), "/my-note");
    visitor
}

#[actix_web::test]
async fn without_a_choice_and_a_pressed_button_nothing_is_sent() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let group = ready_group(&site, &region, 5);
    let visitor = signed_in(&site, &region.igangsetter);
    let page = visitor.visit(&Link::Message(group)).await;
    let before = site.stored();
    for (fields, fault) in [
        (&[][..], "Velg en beskjed"),
        (&[("do", "send")], "Velg en beskjed"),
        (&[("what", "come-at-once"), ("do", "send")], "Velg en beskjed"),
        (&[("what", "ring-the-bell")], "Trykk på en av knappene"),
        (&[("what", "ring-the-bell"), ("do", "")], "Trykk på en av knappene"),
    ] {
        let again = visitor.send(&page, fields).await;
        assert_eq!(again.status, 422, "{fields:?}");
        assert!(again.says(fault) && again.says("<title>Feil: "), "{fields:?}");
        assert_eq!(
            again.says("value=\"ring-the-bell\" checked"),
            fields.first() == Some(&BELL[0])
        );
    }
    assert!(site.stored() == before);
}

both_databases!(three_messages_a_day_are_enough, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let group = ready_group(&site, &region, 5);
    let visitor = signed_in(&site, &region.igangsetter);
    for _ in 0..3 {
        let sent = fill_in(&visitor, &Link::Message(group), &BELL).await;
        assert_eq!(sent.status, 303);
    }
    let fourth = fill_in(&visitor, &Link::Message(group), &BELL).await;
    assert_eq!(fourth.status, 422);
    assert!(fourth.says("Gruppen har fått tre beskjeder i dag. Prøv igjen i morgen"));
    assert_eq!(told(&site), 15);
    site.app.clock.advance(TimeDelta::days(1));
    let visitor = signed_in(&site, &region.igangsetter);
    assert_eq!(fill_in(&visitor, &Link::Message(group), &BELL).await.status, 303);
});

#[actix_web::test]
async fn as_long_as_people_do_not_know_of_each_other_there_is_nobody_to_tell() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let group = inviting_group(&site, &region, 6);
    let visitor = signed_in(&site, &region.igangsetter);
    let page = visitor.visit(&Link::Group(group)).await;
    for link in [Link::Message(group), Link::Meetings(group)] {
        assert!(!page.says(&link.path()), "{}", link.path());
        assert_eq!(visitor.visit(&link).await.status, 404, "{}", link.path());
    }
}
