//! Proposals: seen, checked, approved, discarded.

use actix_web::http::StatusCode;
use chrono::{TimeDelta, Weekday};
use model::{Cell, GroupState, Letter, Link, OccupancyId, RoundId};
use store::{
    availability, group,
    occupancy::{self, Occupancy},
};
use testkit::{Region, both_databases, day, letters_owed, region::weekly};

use super::{a_region, drafted, fill_in, inviting_group, proposed, signed_in, wednesdays};
use crate::tests::site::{Answer, Site, Visitor};

/// Presses «Lag et forslag», and shows it.
async fn propose(visitor: &Visitor) -> (Link, Answer) {
    let answer = fill_in(visitor, &Link::Rounds, &[("do", "propose")]).await;
    let id: RoundId = answer.location().rsplit('/').next().unwrap().parse().unwrap();
    (Link::Round(id), visitor.get(answer.location()).await)
}

/// The page that says what approving all groups would do.
async fn check(visitor: &Visitor, round: &Link, groups: &[model::GroupId]) -> Answer {
    let chosen = groups.iter().map(|id| format!("&group={id}"));
    let chosen: Vec<String> = chosen.collect();
    visitor
        .get(&format!("{}?do=check{}", round.path(), chosen.concat()))
        .await
}

/// Presses «Godkjenn og send», with the groups that the page has chosen.
async fn send(visitor: &Visitor, page: &Answer, groups: &[model::GroupId]) -> Answer {
    let ids: Vec<String> = groups.iter().map(ToString::to_string).collect();
    let chosen = ids.iter().map(|id| ("group", id.as_str()));
    let fields: Vec<_> = chosen.chain([("do", "send")]).collect();
    visitor.send(page, &fields).await
}

fn asked_to_lead(site: &Site) -> usize {
    let letters = letters_owed(&site.db).into_iter();
    letters
        .filter(|letter| matches!(letter.letter, Letter::AskedToLead { .. }))
        .count()
}

fn state(site: &Site, id: model::GroupId) -> Option<GroupState> {
    let found = site.db.read_now(|tx| group::find(tx, id)).unwrap();
    found.map(|group| group.state)
}

both_databases!(a_proposal_is_made_checked_and_approved, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let _ = region.add_notes(6, day("2027-01-10"));
    wednesdays(&region, 7);
    let visitor = signed_in(&site, &region.coordinator);
    assert!(
        visitor
            .visit(&Link::Desk)
            .await
            .says("Fem eller flere ønsker det samme")
    );
    let (round, page) = propose(&visitor).await;
    assert!(page.says("Gruppe 1") && page.says("Gruppe 2") && page.says("Biblioteket, Storgata 1, Peisestua"));
    assert!(page.says("tirsdag 26. januar 2027") && page.says("onsdager kl. 18.00") && page.says("Vi spør først"));
    assert!(visitor.visit(&Link::Desk).await.says("Ett forslag venter"));

    let groups = drafted(&site, &region);
    let checked = check(&visitor, &round, &groups).await;
    assert!(
        checked.says("Dette sender e-post til 14 personer."),
        "13 and one igangsetter"
    );
    assert!(checked.says("Først spør vi én igangsetter. 13 deltakere får brev når vi har fått ja."));
    assert_eq!(asked_to_lead(&site), 0);

    let sent = send(&visitor, &checked, &groups).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, "/rounds"));
    assert!(visitor.visit(&Link::Rounds).await.says("2 grupper er godkjent."));
    assert!(!visitor.visit(&Link::Rounds).await.says("godkjent."), "told once");
    assert_eq!(asked_to_lead(&site), 2);
    for id in &groups {
        assert_eq!(state(&site, *id), Some(GroupState::Asked));
    }
    let again = send(&visitor, &checked, &groups).await;
    assert_eq!(again.location(), "/rounds", "a second press does nothing");
    assert!(visitor.visit(&Link::Rounds).await.says("2 grupper er godkjent."));
    assert_eq!(asked_to_lead(&site), 2);
    assert!(
        visitor
            .visit(&Link::Desk)
            .await
            .says("Igangsetteren har ikke svart ennå.")
    );
});

both_databases!(
    those_without_a_seat_are_told_of_with_reasons_and_what_would_help,
    async |db| {
        let site = Site::on(db);
        let region = a_region(&site);
        let _ = region.add_notes(3, day("2027-01-10"));
        let mut thursday = region.cell;
        thursday.time = weekly(Weekday::Thu, 18);
        let _ = region.add_room(thursday);
        for _ in 0..6 {
            let _ = region.add_note_for(&[thursday], day("2027-01-10"));
        }
        let visitor = signed_in(&site, &region.coordinator);
        let (_, page) = propose(&visitor).await;
        assert!(page.says("6 personer: ingen igangsetter") && page.says("3 personer: for få (3 av 5)"));
        assert!(
            page.says("<a href=\"/courses\">Kurs</a></dd>") && page.says("<a href=\"/people\">Medarbeidere</a></dd>")
        );
        let igangsetter = "Med en igangsetter til på Biblioteket, torsdager kl. 18.00, får 6 flere en gruppe.";
        let notes = "Hvis 2 til ønsker Biblioteket, tirsdager kl. 18.00, får 3 av dem som venter en gruppe.";
        let at = |told: &str| {
            page.body
                .find(told)
                .unwrap_or_else(|| panic!("{told} in {}", page.body))
        };
        assert!(at(igangsetter) < at(notes), "the best first");
    }
);

both_databases!(
    a_room_that_would_help_is_told_of_with_the_way_to_its_place,
    async |db| {
        let site = Site::on(db);
        let region = a_region(&site);
        let other = region.add_igangsetter();
        region.lets_lead(&other, &[region.cell], true);
        let _ = region.add_notes(13, day("2027-01-10"));
        let visitor = signed_in(&site, &region.coordinator);
        let (_, page) = propose(&visitor).await;
        assert!(page.says("Med et rom til på Biblioteket, tirsdager kl. 18.00, får 5 flere en gruppe."));
        let link = format!("<a href=\"{}\">Biblioteket</a></li>", Link::Place(region.place).path());
        assert!(page.says(&link), "{}", page.body);
    }
);

both_databases!(a_group_that_has_changed_is_taken_out_and_named, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let notes = region.add_notes(5, day("2027-01-10"));
    wednesdays(&region, 5);
    let visitor = signed_in(&site, &region.coordinator);
    let (round, _) = propose(&visitor).await;
    let groups = drafted(&site, &region);
    let checked = check(&visitor, &round, &groups).await;
    let (app, now) = (&site.app, site.app.clock.now());
    let withdraw = |tx: &mut _| groups::withdraw(tx, &app.chance, notes[0], now);
    app.db.write_now(withdraw).unwrap();
    send(&visitor, &checked, &groups).await;
    let told = visitor.visit(&Link::Rounds).await;
    assert!(told.says("Én gruppe er godkjent.") && told.says("Gruppe 1 er tatt ut: noen endret svaret sitt."));
    assert_eq!(state(&site, groups[0]), None);
});

both_databases!(it_is_said_why_a_group_was_taken_out, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let _ = region.add_notes(5, day("2027-01-10"));
    wednesdays(&region, 5);
    let visitor = signed_in(&site, &region.coordinator);
    let (round, _) = propose(&visitor).await;
    let groups = drafted(&site, &region);
    let checked = check(&visitor, &round, &groups).await;
    let first = site.db.read_now(|tx| group::get(tx, groups[0])).unwrap();
    let elsewhere = Occupancy {
        id: OccupancyId::from_bytes([9; 16]),
        group: None,
        room: first.room,
        igangsetter: None,
        igangsetter_until: day("2027-01-12"),
        time: first.cell.time,
    };
    site.db.write_now(|tx| occupancy::insert(tx, &elsewhere)).unwrap();
    region.lets_lead(&region.igangsetter, &[], true);
    send(&visitor, &checked, &groups).await;
    let told = visitor.visit(&Link::Rounds).await;
    assert!(told.says("Gruppe 1 er tatt ut: rommet er ikke ledig lenger."));
    assert!(told.says("Gruppe 2 er tatt ut: igangsetteren kan ikke ta den lenger."));
    assert!(!told.says("noen endret svaret sitt"));
});

#[actix_web::test]
async fn a_draft_shows_the_dates_that_approving_it_today_gives() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let _ = region.add_notes(5, day("2027-01-10"));
    let visitor = signed_in(&site, &region.coordinator);
    let (round, page) = propose(&visitor).await;
    assert!(page.says("tirsdag 26. januar 2027"));
    site.app.clock.advance(TimeDelta::days(7));
    let visitor = signed_in(&site, &region.coordinator);
    let groups = drafted(&site, &region);
    let checked = check(&visitor, &round, &groups).await;
    for page in [visitor.visit(&round).await, check(&visitor, &round, &groups).await] {
        assert!(page.says("tirsdag 2. februar 2027") && !page.says("26. januar"));
    }
    send(&visitor, &checked, &groups).await;
    let approved = site.db.read_now(|tx| group::get(tx, groups[0])).unwrap();
    assert_eq!(approved.calendar.first_meeting, day("2027-02-02"));
}

#[actix_web::test]
async fn groups_can_wait_and_the_round_stays_open_for_them() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let _ = region.add_notes(5, day("2027-01-10"));
    wednesdays(&region, 5);
    let visitor = signed_in(&site, &region.coordinator);
    let (round, _) = propose(&visitor).await;
    let groups = drafted(&site, &region);
    let checked = check(&visitor, &round, &groups[..1]).await;
    assert!(checked.says("Dette sender e-post til 6 personer.") && !checked.says("Gruppe 2"));
    let sent = send(&visitor, &checked, &groups[..1]).await;
    assert_eq!(sent.location(), round.path());
    assert_eq!(state(&site, groups[1]), Some(GroupState::Proposed));
    assert!(visitor.get(sent.location()).await.says("Én gruppe er godkjent."));
}

#[actix_web::test]
async fn whoever_wants_no_question_is_told_of_apart() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let _ = region.add_notes(5, day("2027-01-10"));
    region.lets_lead(&region.igangsetter, &[region.cell], false);
    let visitor = signed_in(&site, &region.coordinator);
    let (round, page) = propose(&visitor).await;
    assert!(page.says("Vi inviterer uten å spørre"));
    let checked = check(&visitor, &round, &drafted(&site, &region)).await;
    assert!(checked.says("Dette sender e-post til 5 personer.") && checked.says("5 deltakere får brev med en gang."));
    assert!(!checked.says("Først spør vi"));
    let told = site.db.read_now(|tx| availability::list(tx, region.id)).unwrap();
    assert!(!told[0].ask_first);
}

#[actix_web::test]
async fn choosing_no_group_is_asked_about_again() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let _ = region.add_notes(5, day("2027-01-10"));
    let visitor = signed_in(&site, &region.coordinator);
    let (round, page) = propose(&visitor).await;
    let before = site.stored();
    for answer in [check(&visitor, &round, &[]).await, send(&visitor, &page, &[]).await] {
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.says("Velg minst én gruppe") && answer.says("href=\"#group\""));
        assert!(!answer.says(" checked"), "the ticks stay as they were sent");
    }
    let gone = check(&visitor, &round, &[model::GroupId::from_bytes([9; 16])]).await;
    assert!(gone.says("Forslaget er endret i mellomtiden") && !gone.says("Velg minst én gruppe"));
    assert!(site.stored() == before);
}

#[actix_web::test]
async fn a_discarded_proposal_leaves_everybody_waiting() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let _ = region.add_notes(5, day("2027-01-10"));
    let visitor = signed_in(&site, &region.coordinator);
    let (round, page) = propose(&visitor).await;
    assert_eq!(visitor.send(&page, &[("do", "discard")]).await.location(), "/rounds");
    let discarded = visitor.visit(&Link::Rounds).await;
    assert!(discarded.says("Forslaget er forkastet."));
    assert!(
        !visitor.visit(&Link::Rounds).await.says("Forslaget er forkastet."),
        "told once"
    );
    assert_eq!(visitor.visit(&round).await.status, StatusCode::NOT_FOUND);
    let (_, page) = propose(&visitor).await;
    assert!(page.says("Gruppe 1"));
}

#[actix_web::test]
async fn a_second_press_makes_no_second_proposal() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let shown = visitor.visit(&Link::Rounds).await;
    visitor.send(&shown, &[("do", "propose")]).await;
    let before = site.stored();
    assert_eq!(visitor.send(&shown, &[("do", "propose")]).await.location(), "/rounds");
    assert!(site.stored() == before);
}

#[actix_web::test]
async fn those_without_a_seat_are_counted_with_what_would_help() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let _ = region.add_notes(3, day("2027-01-10"));
    let visitor = signed_in(&site, &region.coordinator);
    let (_, page) = propose(&visitor).await;
    assert!(page.says("Det ble ingen grupper denne gangen."));
    assert!(page.says("3 personer: for få (3 av 5)") && page.says("De venter til flere vil det samme."));
}

#[actix_web::test]
async fn demand_is_told_in_bands_outside_a_round_and_exactly_in_one() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let _ = region.add_notes(4, day("2027-01-10"));
    let visitor = signed_in(&site, &region.coordinator);
    assert!(!visitor.visit(&Link::Desk).await.says("Fem eller flere"));
    let bands = visitor.visit(&Link::Rounds).await;
    assert!(bands.says("<td>under 5</td>") && !bands.says("<td>4</td>") && bands.says("tirsdag kveld"));
    proposed(&site, &region);
    let exact = visitor.visit(&Link::Rounds).await;
    assert!(exact.says("<td>4</td>") && exact.says("Se forslaget"));
}

#[actix_web::test]
async fn what_many_wish_for_and_is_not_there_stands_beside_the_page_where_it_is_put_right() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let other = Cell {
        time: weekly(Weekday::Thu, 18),
        ..region.cell
    };
    for _ in 0..4 {
        let _ = region.add_note_for(&[other], day("2027-01-10"));
    }
    let visitor = signed_in(&site, &region.coordinator);
    let lacks = "torsdag kveld: mange ønsker, men ingen rom.";
    assert!(!visitor.visit(&Link::Rounds).await.says(lacks), "four are too few");
    let _ = region.add_note_for(&[other, region.cell], day("2026-12-10"));
    let page = visitor.visit(&Link::Rounds).await;
    let place = format!("{lacks} <a href=\"{}\">", Link::Place(region.cell.place).path());
    assert!(page.says(&place));
    // The picture: one mark for either time, a room and an igangsetter at one of them.
    let marks = [
        "heat-five\"><rect x",
        "heat-few\"><rect x",
        "\"heat-room\" x=\"350\"",
        "\"heat-starter\" cx=\"363\"",
    ];
    let counts = marks.map(|mark| page.body.matches(mark).count());
    assert_eq!((counts, page.body.matches("<td>5+</td>").count()), ([1, 1, 1, 1], 1));
    assert!(page.says("<dt>Under 3 uker</dt><dd>under 5</dd>") && page.says("<dt>3 til 8 uker</dt><dd>under 5</dd>"));
}

#[actix_web::test]
async fn a_proposal_says_how_many_wait_before_and_after_it() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let _ = region.add_notes(9, day("2027-01-10"));
    let visitor = signed_in(&site, &region.coordinator);
    let (_, page) = propose(&visitor).await;
    for said in [
        "<dt>Venter før forslaget</dt><dd>9</dd>",
        "<dt>Får plass nå</dt><dd>8</dd>",
        "<dt>Venter videre</dt><dd>1</dd>",
        "class=\"bar-done\" width=\"88\"",
    ] {
        assert!(page.says(said), "{said}: {}", page.body);
    }
}

#[actix_web::test]
async fn other_regions_change_nothing_on_a_page() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let _ = region.add_notes(5, day("2027-01-10"));
    let visitor = signed_in(&site, &region.coordinator);
    let links = [Link::Desk, Link::Places, Link::People, Link::Courses, Link::Rounds];
    let mut before = Vec::new();
    for link in &links {
        let page = visitor.visit(link).await;
        before.push(page.body.replace(&page.token(), ""));
    }
    let abroad = Region::made(&site.db, 2);
    let _ = abroad.add_notes(40, day("2027-01-10"));
    proposed(&site, &abroad);
    for (link, before) in links.iter().zip(before) {
        let page = visitor.visit(link).await;
        assert_eq!(page.body.replace(&page.token(), ""), before, "{}", link.path());
    }
}

both_databases!(a_group_that_a_round_fills_is_told_apart_from_a_new_one, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    inviting_group(&site, &region, 6);
    let _ = region.add_notes(2, day("2027-01-11"));
    let visitor = signed_in(&site, &region.coordinator);
    let (round, page) = propose(&visitor).await;
    assert!(page.says("Gruppe 1: flere til en gruppe som er invitert") && page.says("Vi inviterer uten å spørre"));
    let checked = check(&visitor, &round, &drafted(&site, &region)).await;
    assert!(checked.says("2 deltakere får brev med en gang."), "{}", checked.body);
});
