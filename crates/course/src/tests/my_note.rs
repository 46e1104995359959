//! What a person sees of the own note.

use chrono::Weekday;
use model::{Band, GroupState, NoteId, PlaceKind, SeatState, WeekBand};
use store::{note, place::Place};
use testkit::both_databases;

use super::{Town, start};
use crate::{MyNote, MySeat, Way, make_apart_code, my_note};

fn seen(town: &Town, note: NoteId) -> Option<MyNote> {
    town.db.read_now(|tx| my_note(tx, note)).unwrap()
}

fn seat(town: &Town, note: NoteId) -> Option<MySeat> {
    seen(town, note).unwrap().seat
}

fn five(town: &Town) -> Vec<NoteId> {
    let wait = |nth| town.wait(&format!("p{nth}@example.no"), start());
    (0..5).map(wait).collect()
}

both_databases!(a_person_sees_what_they_ticked_in_the_order_of_the_week, |db| {
    let town = Town::on(db);
    let second = town.add_place(town.contact_point);
    let third = town.add_place(town.contact_point);
    let when = |weekday, band| WeekBand { weekday, band };
    let in_order = [
        when(Weekday::Mon, Band::Morning),
        when(Weekday::Mon, Band::Evening),
        when(Weekday::Sun, Band::Afternoon),
    ];
    let mut form = town.form("ola@example.no");
    form.places = vec![town.place, second];
    form.times = in_order.iter().rev().copied().collect();
    town.submit(&form, start()).unwrap();
    let note = town.asked_to_confirm()[0];

    let mine = seen(&town, note).unwrap();
    assert_eq!(mine.note.id, note);
    assert_eq!(mine.times, in_order);
    let times: Vec<_> = mine.wishes.iter().map(|wish| wish.when).collect();
    assert_eq!(
        times,
        [
            in_order[0],
            in_order[0],
            in_order[1],
            in_order[1],
            in_order[2],
            in_order[2]
        ]
    );
    let ids = |places: &[Place]| {
        let mut ids: Vec<_> = places.iter().map(|place| place.id).collect();
        ids.sort_unstable();
        ids
    };
    let mut all = vec![town.place, second, third];
    all.sort_unstable();
    assert_eq!(ids(&mine.region_places), all);
    all.retain(|place| *place != third);
    assert_eq!(ids(&mine.places), all);
    assert_eq!(mine.contact_point.id, town.contact_point);
    assert!(mine.seat.is_none() && mine.apart.is_empty());
});

both_databases!(
    places_that_are_no_longer_offered_are_seen_by_those_who_wish_for_them,
    |db| {
        let town = Town::on(db);
        let second = town.add_place(town.contact_point);
        let note = town.wait("ola@example.no", start());
        for place in [town.place, second] {
            town.edit_place(place, |place| place.offered = false);
        }
        let mine = seen(&town, note).unwrap();
        let places: Vec<_> = mine.region_places.iter().map(|place| place.id).collect();
        assert_eq!(places, [town.place]);
    }
);

both_databases!(a_person_sees_the_own_apart_codes, |db| {
    let town = Town::on(db);
    let note = town.wait("ola@example.no", start());
    let code = town.db.write_now(|tx| make_apart_code(tx, &town.chance, note)).unwrap();
    assert!(seen(&town, note).unwrap().apart == [code]);
});

both_databases!(a_person_is_told_what_would_help_and_never_how_many_wait, |db| {
    let town = Town::on(db);
    let note = town.wait("ola@example.no", start());
    let ways = || seen(&town, note).unwrap().ways;
    assert_eq!(ways(), [Way::MoreTimes]);
    let theirs = town.add_place(town.add_neighbour().contact_point);
    assert_eq!(ways(), [Way::MoreTimes, Way::Neighbours]);
    town.edit_place(theirs, |place| place.kind = PlaceKind::Online);
    assert_eq!(ways(), [Way::MoreTimes, Way::Remote]);
    town.edit_place(theirs, |place| place.offered = false);
    assert_eq!(ways(), [Way::MoreTimes]);

    let mut form = town.form("ida@example.no");
    town.edit_place(theirs, |place| place.offered = true);
    form.places.push(theirs);
    form.times = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu]
        .map(|weekday| WeekBand {
            weekday,
            band: Band::Evening,
        })
        .to_vec();
    let note = town.leave_at(&town.door(), &form, start());
    assert_eq!(seen(&town, note).unwrap().ways, []);
});

both_databases!(a_person_sees_no_seat_before_the_igangsetter_has_said_yes, |db| {
    let town = Town::on(db);
    let notes = five(&town);
    let group = town.group(true);
    assert!(seat(&town, notes[0]).is_none());
    town.db
        .write_now(|tx| groups::answer_lead(tx, &town.chance, &town.igangsetter, (group, true), start()))
        .unwrap();
    let mine = seen(&town, notes[0]).unwrap();
    assert_eq!(mine.ways, [], "nothing more is needed");
    let mine = mine.seat.unwrap();
    assert_eq!((mine.seat.note, mine.seat.state), (notes[0], SeatState::Invited));
    assert_eq!((mine.group.id, mine.group.state), (group, GroupState::Inviting));
    assert_eq!(mine.igangsetter.as_deref(), Some("Kari"));
    assert_eq!(mine.meetings.len(), 5);
});

both_databases!(a_person_sees_no_seat_of_a_draft, |db| {
    let town = Town::on(db);
    let notes = five(&town);
    let today = testkit::day("2027-01-12");
    groups::propose(&town.db, &town.chance, town.id, today, 100).unwrap();
    assert!(seat(&town, notes[0]).is_none());
});

both_databases!(the_igangsetter_is_named_only_while_certain, |db| {
    let town = Town::on(db);
    let notes = five(&town);
    let group = town.group(false);
    assert_eq!(seat(&town, notes[0]).unwrap().igangsetter.as_deref(), Some("Kari"));
    town.db
        .write_now(|tx| groups::step_back(tx, &town.chance, &town.igangsetter, group, start()))
        .unwrap();
    let mine = seat(&town, notes[0]).unwrap();
    assert_eq!((mine.seat.state, mine.igangsetter), (SeatState::Invited, None));
});

both_databases!(
    whoever_accepted_sees_the_seat_until_the_group_is_forgotten_and_others_none,
    |db| {
        let town = Town::on(db);
        let mut notes = five(&town);
        notes.push(town.wait("p5@example.no", start()));
        let group = town.group(false);
        town.db
            .write_now(|tx| {
                let no = groups::Answer::NotThisDate;
                groups::answer(tx, &town.chance, (notes[0], group), &no, start())
            })
            .unwrap();
        for note in &notes[1..] {
            town.accept(*note, group);
        }
        assert!(seat(&town, notes[0]).is_none());
        let mine = seat(&town, notes[1]).unwrap();
        assert_eq!(
            (mine.seat.state, mine.group.state),
            (SeatState::Accepted, GroupState::Ready)
        );
        groups::settle_due(&town.db, &town.chance, testkit::oslo("2027-01-27 10:00")).unwrap();
        let mine = seat(&town, notes[1]).unwrap();
        assert_eq!(
            (mine.seat.state, mine.group.state),
            (SeatState::Accepted, GroupState::Started)
        );
    }
);

both_databases!(a_seat_in_an_open_group_is_seen, |db| {
    let town = Town::on(db);
    let collection = town.open(Some(&town.first_start(true)));
    let mut form = town.form("ola@example.no");
    form.planned = true;
    let note = town.leave_at(&crate::Door::Collection(collection.code), &form, start());
    town.confirm(note, start()).unwrap();
    let mine = seat(&town, note).unwrap();
    assert_eq!(
        (mine.seat.state, mine.group.state),
        (SeatState::Accepted, GroupState::Open)
    );
    assert_eq!(mine.igangsetter, None, "who was asked has not said yes");
});

both_databases!(of_an_erased_note_nothing_is_seen, |db| {
    let town = Town::on(db);
    let note = town.wait("ola@example.no", start());
    town.db.write_now(|tx| note::erase(tx, note)).unwrap();
    assert!(seen(&town, note).is_none());
});
