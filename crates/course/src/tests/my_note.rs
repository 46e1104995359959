//! What a person sees of the own note.

use chrono::Weekday;
use model::{Band, GroupState, NoteId, SeatState, WeekBand};
use store::note;
use testkit::both_databases;

use super::{Town, start};
use crate::{MyNote, my_note};

fn seen(town: &Town, note: NoteId) -> Option<MyNote> {
    town.db.read_now(|tx| my_note(tx, note)).unwrap()
}

both_databases!(a_person_sees_what_they_ticked_in_the_order_of_the_week, |db| {
    let town = Town::on(db);
    let second = town.add_place(town.contact_point);
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
    let mut places: Vec<_> = mine.places.iter().map(|place| place.id).collect();
    let mut ticked = vec![town.place, second];
    places.sort_unstable();
    ticked.sort_unstable();
    assert_eq!(places, ticked);
    assert!(mine.seat.is_none());
});

both_databases!(a_person_sees_no_seat_before_the_igangsetter_has_said_yes, |db| {
    let town = Town::on(db);
    let notes: Vec<_> = (0..5)
        .map(|nth| town.wait(&format!("p{nth}@example.no"), start()))
        .collect();
    let group = town.group(true);
    assert!(seen(&town, notes[0]).unwrap().seat.is_none());
    town.db
        .write_now(|tx| groups::answer_lead(tx, &town.chance, &town.igangsetter, (group, true), start()))
        .unwrap();
    let (seat, of, igangsetter) = seen(&town, notes[0]).unwrap().seat.unwrap();
    assert_eq!((seat.note, seat.state), (notes[0], SeatState::Invited));
    assert_eq!(
        (of.id, of.state, igangsetter.as_str()),
        (group, GroupState::Inviting, "Kari")
    );
});

both_databases!(a_person_sees_no_seat_of_a_draft, |db| {
    let town = Town::on(db);
    let notes: Vec<_> = (0..5)
        .map(|nth| town.wait(&format!("p{nth}@example.no"), start()))
        .collect();
    groups::propose(
        &town.db,
        &town.chance,
        town.id,
        testkit::day("2027-01-12"),
        &[5, 6, 7, 8],
    )
    .unwrap();
    assert!(seen(&town, notes[0]).unwrap().seat.is_none());
});

both_databases!(
    whoever_accepted_sees_the_seat_until_the_group_is_forgotten_and_others_none,
    |db| {
        let town = Town::on(db);
        let notes: Vec<_> = (0..6)
            .map(|nth| town.wait(&format!("p{nth}@example.no"), start()))
            .collect();
        let group = town.group(false);
        let answer = |note: NoteId, says: groups::Answer| {
            town.db
                .write_now(|tx| groups::answer(tx, &town.chance, (note, group), &says, start()))
                .unwrap();
        };
        answer(notes[0], groups::Answer::NotThisDate);
        for note in &notes[1..] {
            answer(*note, groups::Answer::Accept { nickname: None });
        }
        assert!(seen(&town, notes[0]).unwrap().seat.is_none());
        let (seat, of, _) = seen(&town, notes[1]).unwrap().seat.unwrap();
        assert_eq!((seat.state, of.state), (SeatState::Accepted, GroupState::Ready));
    }
);

both_databases!(of_an_erased_note_nothing_is_seen, |db| {
    let town = Town::on(db);
    let note = town.wait("ola@example.no", start());
    town.db.write_now(|tx| note::erase(tx, note)).unwrap();
    assert!(seen(&town, note).is_none());
});
