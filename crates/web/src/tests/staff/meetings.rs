//! An igangsetter cancels and moves meetings, and calls a group off.

use chrono::{TimeDelta, Weekday};
use model::{GroupId, GroupState, Letter, Link, OccupancyId};
use store::{
    meeting::{Becomes, MeetingChange},
    occupancy::{self, Occupancy},
};
use testkit::{Region, both_databases, day, letters_owed, region::weekly};

use super::{a_region, fill_in, ready_group, signed_in, the_group};
use crate::tests::site::{Answer, Site, Visitor};

const MOVE: [(&str, &str); 4] = [
    ("meeting", "2027-02-02"),
    ("date", "2027-02-04"),
    ("time", "19.00"),
    ("do", "move"),
];

/// A group of five that is ready, with its igangsetter.
fn ready(site: &Site) -> (Region, GroupId, Visitor) {
    let region = a_region(site);
    let group = ready_group(site, &region, 5);
    let visitor = signed_in(site, &region.igangsetter);
    (region, group, visitor)
}

/// The same form with one value changed.
fn but(name: &str, value: &'static str) -> [(&'static str, &'static str); 4] {
    MOVE.map(|(field, typed)| (field, if field == name { value } else { typed }))
}

async fn on_the_page(visitor: &Visitor, group: GroupId) -> Answer {
    visitor.visit(&Link::Group(group)).await
}

fn owed(site: &Site, kind: &str) -> usize {
    let owed = letters_owed(&site.db).into_iter();
    owed.filter(|owed| owed.letter.kind() == kind).count()
}

both_databases!(a_meeting_is_cancelled_and_everybody_told_at_once, async |db| {
    let site = Site::on(db);
    let (_, group, visitor) = ready(&site);
    let page = visitor.visit(&Link::Meetings(group)).await;
    assert!(!page.says(" checked"), "no meeting is chosen beforehand");
    let cancelled = visitor
        .send(&page, &[("meeting", "2027-02-02"), ("do", "cancel")])
        .await;
    assert_eq!(cancelled.location(), Link::Group(group).path());
    let after = on_the_page(&visitor, group).await;
    assert!(after.says("Møtet er avlyst.") && after.says("tirsdag 2. februar 2027: avlyst"));
    assert!(after.says("Avlysning: 0 av 5 sendt"));
    assert_eq!(owed(&site, "meeting-cancelled"), 5);
});

both_databases!(a_meeting_is_moved_and_everybody_told_at_once, async |db| {
    let site = Site::on(db);
    let (_, group, visitor) = ready(&site);
    let moved = fill_in(&visitor, &Link::Meetings(group), &MOVE).await;
    assert_eq!(moved.location(), Link::Group(group).path());
    let after = on_the_page(&visitor, group).await;
    assert!(after.says("Møtet er flyttet.") && after.says("torsdag 4. februar 2027 kl. 19.00 (flyttet)"));
    assert!(after.says("Ny tid: 0 av 5 sendt"));
    assert_eq!(owed(&site, "meeting-moved"), 5);
});

#[actix_web::test]
async fn a_first_meeting_that_is_moved_is_told_with_its_new_date() {
    let site = Site::on_sqlite();
    let (_, group, visitor) = ready(&site);
    let fields = [
        ("meeting", "2027-01-26"),
        ("date", "28.01.2027"),
        ("time", "19.00"),
        ("do", "move"),
    ];
    fill_in(&visitor, &Link::Meetings(group), &fields).await;
    let after = on_the_page(&visitor, group).await;
    assert!(after.says("<dt>Når</dt><dd>torsdag 28. januar 2027 kl. 19.00</dd>"));
}

#[actix_web::test]
async fn what_is_no_new_date_is_said_and_changes_nothing() {
    let site = Site::on_sqlite();
    let (_, group, visitor) = ready(&site);
    let page = visitor.visit(&Link::Meetings(group)).await;
    let before = site.stored();
    let bad = "Velg en dato som kommer, høyst seks dager fra møtet";
    for (fields, fault) in [
        (&but("date", "2027-02-09")[..], bad),
        (&but("date", "2027-01-11"), bad),
        (&but("time", "23:00"), bad),
        (&but("date", ""), "Skriv en dato"),
        (&but("time", ""), "Skriv et klokkeslett"),
        (&but("meeting", "2027-02-03"), "Velg et møte"),
        (&MOVE[1..], "Velg et møte"),
        (&MOVE[..3], "Trykk på en av knappene"),
        (&[("do", "cancel")], "Velg et møte"),
        (&[("off", "x")], "Trykk på en av knappene"),
        (&[], "Trykk på en av knappene"),
    ] {
        let again = visitor.send(&page, fields).await;
        assert_eq!(again.status, 422, "{fields:?}");
        assert!(again.says(fault) && again.says("<title>Feil: "), "{fields:?}");
    }
    assert!(site.stored() == before);
    let kept = visitor.send(&page, &but("date", "2027-02-09")).await;
    assert!(kept.says("value=\"2027-02-02\" checked") && kept.says("value=\"2027-02-09\""));
}

#[actix_web::test]
async fn a_room_is_not_taken_from_another_group() {
    let site = Site::on_sqlite();
    let (region, group, visitor) = ready(&site);
    let elsewhere = Occupancy {
        id: OccupancyId::from_bytes([9; 16]),
        group: None,
        room: region.room,
        igangsetter: None,
        igangsetter_until: day("2027-01-12"),
        time: weekly(Weekday::Thu, 18),
    };
    site.db.write_now(|tx| occupancy::insert(tx, &elsewhere)).unwrap();
    let again = fill_in(&visitor, &Link::Meetings(group), &MOVE).await;
    assert_eq!(again.status, 422);
    assert!(again.says("Rommet er opptatt da. Velg en annen tid"));
}

#[actix_web::test]
async fn a_meeting_on_a_day_when_doors_are_shut_or_that_was_cancelled_can_be_moved() {
    let site = Site::on_sqlite();
    let (_, group, visitor) = ready(&site);
    // As it is stored when the group is given its dates.
    let shut = MeetingChange {
        meeting: day("2027-02-02"),
        becomes: Becomes::Shut,
    };
    site.db
        .write_now(|tx| store::meeting::put_change(tx, group, shut))
        .unwrap();
    let shown = on_the_page(&visitor, group).await;
    assert!(shown.says("tirsdag 2. februar 2027: stengt, ikke noe møte"));
    let cancel = [("meeting", "2027-02-09"), ("do", "cancel")];
    fill_in(&visitor, &Link::Meetings(group), &cancel).await;
    for (meeting, date) in [("2027-02-02", "2027-02-04"), ("2027-02-09", "2027-02-11")] {
        let fields = [("meeting", meeting), ("date", date), ("time", "19.00"), ("do", "move")];
        let moved = fill_in(&visitor, &Link::Meetings(group), &fields).await;
        assert_eq!(moved.status, 303, "{}", moved.body);
    }
    let after = on_the_page(&visitor, group).await;
    assert!(after.says("torsdag 4. februar 2027 kl. 19.00 (flyttet)"));
    assert!(after.says("torsdag 11. februar 2027 kl. 19.00 (flyttet)"));
}

both_databases!(a_group_is_called_off_before_it_has_met, async |db| {
    let site = Site::on(db);
    let (_, group, visitor) = ready(&site);
    let page = visitor.visit(&Link::Meetings(group)).await;
    assert!(page.says("Avlys hele gruppen"));
    let off = visitor.send_nth(&page, 1, &[("off", "group")]).await;
    assert_eq!(off.location(), Link::Group(group).path());
    let after = on_the_page(&visitor, group).await;
    assert!(after.says("Avlysning av gruppen: 0 av 5 sendt"));
    assert!(after.says("Gruppen er avlyst.") && after.says("Gruppen ble ikke noe av"));
    assert_eq!(the_group(&site, group).state, GroupState::Dissolved);
    let off = letters_owed(&site.db).into_iter();
    assert_eq!(
        off.filter(|owed| matches!(owed.letter, Letter::MeetingOff { .. }))
            .count(),
        5
    );
});

#[actix_web::test]
async fn once_it_has_met_it_is_not_called_off_and_what_has_been_is_not_changed() {
    let site = Site::on_sqlite();
    let (region, group, visitor) = ready(&site);
    let page = visitor.visit(&Link::Meetings(group)).await;
    assert!(page.says("value=\"2027-01-26\""));
    site.app.clock.advance(TimeDelta::days(15));
    groups::settle_due(&site.db, &site.app.chance, site.app.clock.now()).unwrap();
    let visitor = signed_in(&site, &region.igangsetter);
    let page = visitor.visit(&Link::Meetings(group)).await;
    assert!(!page.says("value=\"2027-01-26\"") && page.says("value=\"2027-02-02\""));
    assert!(!page.says("Avlys hele gruppen"));
    let late = visitor.send(&page, &[("off", "group")]).await;
    assert_eq!(late.status, 409);
    assert_eq!(the_group(&site, group).state, GroupState::Started);
    let gone = visitor
        .send(&page, &[("meeting", "2027-01-26"), ("do", "cancel")])
        .await;
    assert_eq!(gone.status, 422);
    site.app.clock.advance(TimeDelta::days(28));
    let visitor = signed_in(&site, &region.igangsetter);
    let over = visitor.visit(&Link::Meetings(group)).await;
    assert!(over.says("Alle møtene er over.") && !over.says("Flytt møtet"));
}
