//! Starts that are planned with a collection: whoever ticks the date has a seat once the note is confirmed.

use model::{GroupState, Lead, NoteId, NoteState, SeatState};
use store::{
    collection::Collection,
    group::{self, Group},
    note, seat, wish,
};
use testkit::{both_databases, day, oslo, region::wish as wish_for};

use super::{Town, start};
use crate::{Confirmed, Door, Fault, NoteDraft, choices, close_due};

/// A form on which nothing but the planned date is ticked.
fn ticked(town: &Town, raw_address: &str) -> NoteDraft {
    NoteDraft {
        places: Vec::new(),
        times: Vec::new(),
        planned: true,
        ..town.form(raw_address)
    }
}

fn door(collection: &Collection) -> Door {
    Door::Collection(collection.code.clone())
}

fn planned_group(town: &Town, collection: &Collection) -> Group {
    town.db
        .read_now(|tx| group::get(tx, collection.planned.unwrap()))
        .unwrap()
}

/// So many people tick the date and confirm.
fn join(town: &Town, collection: &Collection, people: usize) -> Vec<(NoteId, Confirmed)> {
    let each = (0..people).map(|nth| {
        let form = ticked(town, &format!("planned{nth}@example.no"));
        let note = town.leave_at(&door(collection), &form, start());
        (note, town.confirm(note, start()).unwrap())
    });
    each.collect()
}

both_databases!(
    the_form_offers_the_planned_start_and_names_who_starts_it_once_certain,
    |db| {
        let town = Town::on(db);
        let collection = town.open(Some(&town.first_start(true)));
        let offered = || {
            let door = door(&collection);
            let choices = town
                .db
                .read_now(|tx| choices(tx, &town.vault, &door, day("2027-01-12")));
            choices.unwrap().planned.unwrap()
        };
        let planned = offered();
        assert_eq!(planned.group.state, GroupState::Open);
        assert_eq!(
            (planned.group.cell, planned.group.calendar.first_meeting),
            (town.cell, day("2027-01-26"))
        );
        assert!(matches!(planned.group.lead, Lead::Asked { .. }));
        assert_eq!(planned.igangsetter, None);
        town.db
            .write_now(|tx| groups::answer_lead(tx, &town.chance, &town.igangsetter, (planned.group.id, true), start()))
            .unwrap();
        assert_eq!(offered().igangsetter.as_deref(), Some("Kari"));
    }
);

both_databases!(confirming_takes_the_seat_that_was_ticked, |db| {
    let town = Town::on(db);
    let collection = town.open(Some(&town.first_start(false)));
    let note = town.leave_at(&door(&collection), &ticked(&town, "ola@example.no"), start());
    assert_eq!(town.find(note).unwrap().planned, collection.planned);
    assert_eq!(town.confirm(note, start()).unwrap(), Confirmed::Joined);
    let found = town.find(note).unwrap();
    assert_eq!((found.standing.state(), found.planned), (NoteState::Joined, None));
    let seat = town.db.read_now(|tx| seat::find_live(tx, note)).unwrap().unwrap();
    assert_eq!(
        (Some(seat.group), seat.state),
        (collection.planned, SeatState::Accepted)
    );
    assert_eq!(town.confirm(note, start()).unwrap(), Confirmed::Already);
});

both_databases!(looking_up_a_code_takes_the_seat_that_was_ticked, |db| {
    let town = Town::on(db);
    let collection = town.open(Some(&town.first_start(false)));
    let form = NoteDraft {
        reach: crate::Reach::Code,
        ..ticked(&town, "nobody@example.no")
    };
    let code = town
        .submit_at(&door(&collection), &form, start())
        .unwrap()
        .code
        .unwrap();
    let (note, confirmed) = town.look_up(&code, start()).unwrap();
    assert_eq!(
        (note.standing.state(), confirmed),
        (NoteState::Joined, Confirmed::Joined)
    );
});

both_databases!(the_planned_place_and_time_are_wished_for_besides_what_is_ticked, |db| {
    let town = Town::on(db);
    let collection = town.open(Some(&town.first_start(false)));
    let second = town.add_place(town.contact_point);
    let mut form = ticked(&town, "ola@example.no");
    let wishes = |form: &NoteDraft| {
        let note = town.leave_at(&door(&collection), form, start());
        town.db.read_now(|tx| wish::list_of(tx, note)).unwrap()
    };
    assert_eq!(wishes(&form), [wish_for(town.cell)]);
    form.places = vec![second, town.place];
    form.times = vec![wish_for(town.cell).when];
    assert_eq!(wishes(&form).len(), 2, "each once");
});

both_databases!(without_the_tick_nothing_is_joined_and_wishes_are_needed, |db| {
    let town = Town::on(db);
    let collection = town.open(Some(&town.first_start(false)));
    let mut form = ticked(&town, "ola@example.no");
    form.planned = false;
    let refused = town.submit_at(&door(&collection), &form, start());
    assert!(matches!(refused, Err(Fault::NoWish)), "{refused:?}");
    let note = town.leave_at(&door(&collection), &town.form("ola@example.no"), start());
    assert_eq!(town.confirm(note, start()).unwrap(), Confirmed::Waiting);
    let no_start = town.submit(&ticked(&town, "ida@example.no"), start());
    assert!(matches!(no_start, Err(Fault::NoWish)), "{no_start:?}");
});

both_databases!(the_ninth_is_told_and_waits, |db| {
    let town = Town::on(db);
    let collection = town.open(Some(&town.first_start(false)));
    let notes = join(&town, &collection, 9);
    assert!(notes[..8].iter().all(|(_, confirmed)| *confirmed == Confirmed::Joined));
    let (ninth, confirmed) = notes[8];
    assert_eq!(
        (town.state(ninth), confirmed),
        (Some(NoteState::Waiting), Confirmed::Full)
    );
    assert_eq!(town.find(ninth).unwrap().planned, None);
    let wishes = town.db.read_now(|tx| wish::list_of(tx, ninth)).unwrap();
    assert_eq!(wishes, [wish_for(town.cell)], "for another group there");
});

both_databases!(whoever_has_a_seat_already_keeps_that_one, |db| {
    let town = Town::on(db);
    let collection = town.open(Some(&town.first_start(false)));
    let (seated, _) = join(&town, &collection, 1)[0];
    let newer = town.leave_at(&door(&collection), &ticked(&town, "planned0@example.no"), start());
    assert_eq!(town.confirm(newer, start()).unwrap(), Confirmed::Seated(seated));
    assert_eq!(town.state(newer), None);
    let seats = town
        .db
        .read_now(|tx| seat::list(tx, collection.planned.unwrap()))
        .unwrap();
    assert_eq!(seats.len(), 1);
});

both_databases!(an_older_note_makes_way_for_one_that_ticks_the_date, |db| {
    let town = Town::on(db);
    let collection = town.open(Some(&town.first_start(false)));
    let older = town.wait("ola@example.no", start());
    let newer = town.leave_at(&door(&collection), &ticked(&town, "ola@example.no"), start());
    assert_eq!(town.confirm(newer, start()).unwrap(), Confirmed::Joined);
    assert_eq!((town.state(older), town.state(newer)), (None, Some(NoteState::Joined)));
});

both_databases!(nobody_joins_somebody_whom_they_are_to_be_kept_apart_from, |db| {
    let town = Town::on(db);
    let collection = town.open(Some(&town.first_start(false)));
    let (seated, _) = join(&town, &collection, 1)[0];
    let older = town.wait("ola@example.no", start());
    let code = town.db.write_now(|tx| crate::make_apart_code(tx, &town.chance, older));
    let code = code.unwrap();
    town.db
        .write_now(|tx| crate::share_apart_code(tx, seated, &code))
        .unwrap();
    let newer = town.leave_at(&door(&collection), &ticked(&town, "ola@example.no"), start());
    assert_eq!(town.confirm(newer, start()).unwrap(), Confirmed::Full);
    assert_eq!(town.state(newer), Some(NoteState::Waiting));
});

both_databases!(closing_with_five_makes_the_group_ready, |db| {
    let town = Town::on(db);
    let collection = town.open(Some(&town.first_start(false)));
    join(&town, &collection, 5);
    assert_eq!(planned_group(&town, &collection).state, GroupState::Open);
    town.close(collection.id, oslo("2027-01-12 21:00"));
    assert_eq!(planned_group(&town, &collection).state, GroupState::Ready);
});

both_databases!(closing_with_four_asks_the_pool, |db| {
    let town = Town::on(db);
    let collection = town.open(Some(&town.first_start(false)));
    join(&town, &collection, 4);
    let waiting = town.wait("pool@example.no", start());
    town.close(collection.id, oslo("2027-01-12 21:00"));
    let group = planned_group(&town, &collection);
    assert_eq!(group.state, GroupState::Inviting);
    assert_eq!(town.state(waiting), Some(NoteState::Invited));
    town.accept(waiting, group.id);
    assert_eq!(planned_group(&town, &collection).state, GroupState::Ready);
});

both_databases!(a_closed_group_waits_for_those_who_have_yet_to_confirm, |db| {
    let town = Town::on(db);
    let collection = town.open(Some(&town.first_start(false)));
    join(&town, &collection, 5);
    let late = town.leave_at(&door(&collection), &ticked(&town, "late@example.no"), start());
    town.close(collection.id, oslo("2027-01-12 21:00"));
    assert_eq!(planned_group(&town, &collection).state, GroupState::Open);
    let confirmed = town.confirm(late, oslo("2027-01-13 10:00")).unwrap();
    assert_eq!(confirmed, Confirmed::Joined);
    assert_eq!(planned_group(&town, &collection).state, GroupState::Ready);
});

both_databases!(whoever_confirms_after_the_cut_off_waits, |db| {
    let town = Town::on(db);
    let collection = town.open(Some(&town.first_start(false)));
    join(&town, &collection, 5);
    let at_the_closing = oslo("2027-01-18 20:00");
    let keys = (&town.vault, &town.chance);
    let (door, form) = (door(&collection), ticked(&town, "late@example.no"));
    town.db
        .write_now(|tx| crate::submit(tx, keys, (&door, &form), true, at_the_closing))
        .unwrap();
    let late = town.asked_to_confirm();
    let late = late
        .into_iter()
        .find(|note| town.state(*note) == Some(NoteState::Unconfirmed));
    let confirmed = town.confirm(late.unwrap(), oslo("2027-01-24 10:00")).unwrap();
    assert_eq!(confirmed, Confirmed::Waiting);
    assert_eq!(planned_group(&town, &collection).state, GroupState::Ready);
});

both_databases!(a_collection_whose_time_is_over_is_closed_by_the_schedule, |db| {
    let town = Town::on(db);
    let collection = town.open(Some(&town.first_start(false)));
    // The cut-off is on 23 January, and those who are asked then have five days.
    assert_eq!(collection.closes_on, day("2027-01-18"));
    join(&town, &collection, 5);
    let close_due = |at: &str| close_due(&town.db, &town.chance, oslo(at)).unwrap();
    close_due("2027-01-18 23:59:59");
    assert_eq!(town.collection(&collection.code).closed, None);
    close_due("2027-01-19 00:00:00");
    assert_eq!(
        town.collection(&collection.code).closed,
        Some((day("2027-01-19"), crate::Demand::FiveOrMore))
    );
    assert_eq!(planned_group(&town, &collection).state, GroupState::Ready);
    assert_eq!(town.collection(&town.code).closed, None, "open until the day is over");
});

both_databases!(a_start_that_somebody_else_took_is_refused_with_the_collection, |db| {
    let town = Town::on(db);
    let option = town.first_start(false);
    let _ = town.open(Some(&option));
    let before = town
        .db
        .read_now(|tx| store::collection::list(tx, town.course))
        .unwrap()
        .len();
    let again = town.db.write_now(|tx| {
        let with = (town.course, Some(&option));
        crate::open_collection(tx, &town.chance, &town.coordinator, with, start())
    });
    assert!(
        matches!(again, Err(Fault::Groups(groups::Fault::StartGone))),
        "{again:?}"
    );
    let after = town
        .db
        .read_now(|tx| store::collection::list(tx, town.course))
        .unwrap()
        .len();
    assert_eq!(after, before);
});

both_databases!(erasing_a_note_that_ticked_the_date_leaves_the_group, |db| {
    let town = Town::on(db);
    let collection = town.open(Some(&town.first_start(false)));
    let note = town.leave_at(&door(&collection), &ticked(&town, "ola@example.no"), start());
    town.db.write_now(|tx| note::erase(tx, note)).unwrap();
    assert_eq!(planned_group(&town, &collection).state, GroupState::Open);
});

both_databases!(a_start_that_is_given_up_is_not_offered, |db| {
    let town = Town::on(db);
    let collection = town.open(Some(&town.first_start(false)));
    let group = collection.planned.unwrap();
    town.db
        .write_now(|tx| groups::call_off(tx, &town.chance, &town.igangsetter, group, start()))
        .unwrap();
    assert_eq!(planned_group(&town, &collection).state, GroupState::Dissolved);
    let door = door(&collection);
    let offered = town
        .db
        .read_now(|tx| choices(tx, &town.vault, &door, day("2027-01-12")));
    assert!(offered.unwrap().planned.is_none());
    let refused = town.submit_at(&door, &ticked(&town, "ola@example.no"), start());
    assert!(
        matches!(refused, Err(Fault::NoWish)),
        "nothing else was ticked: {refused:?}"
    );
});
