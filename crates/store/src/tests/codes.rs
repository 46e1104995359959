//! Receipt codes, apart codes, links, and when a note's person is written to unasked.

use model::{Language, NoteId, NoteState, Standing};
use testkit::{Region, both_databases, day};

use super::{erasing::seat_them, opened};
use crate::{
    Db, Fault, apart_code, group,
    note::{self, Note, Reached},
    seat,
};

/// A note like the region's, with another identity.
fn another(db: &Db, region: &Region, standing: Standing) -> Note {
    let like = db
        .read_now(|c| note::get(c, region.add_note(day("2027-01-12"))))
        .unwrap();
    let id = NoteId::random(&region.chance);
    Note { id, standing, ..like }
}

both_databases!(
    a_note_of_a_receipt_code_holds_no_address_and_is_found_by_its_code,
    |test| {
        let (db, region) = (opened(&test), Region::made(&test, 1));
        let note = Note {
            by_code: true,
            ..another(&db, &region, Standing::left(day("2027-01-12")))
        };
        let index: &[u8] = b"index of a code";
        db.write_now(|c| note::insert(c, &note, &[], Reached::Code { index }))
            .unwrap();
        db.read_now(|c| {
            assert_eq!(note::find_by_code(c, index)?, Some(note.clone()));
            assert_eq!(note::find_by_code(c, b"another")?, None);
            assert_eq!(note::list_by_address(c, &[index])?, []);
            assert_eq!(note::find_twin(c, &note)?, None);
            let address = note::get_sealed_address(c, note.id);
            assert!(matches!(address, Err(Fault::Missing("notes"))), "{address:?}");
            Ok::<_, Fault>(())
        })
        .unwrap();

        let same = Note {
            id: NoteId::random(&region.chance),
            ..note
        };
        let twice = db.write_now(|c| note::insert(c, &same, &[], Reached::Code { index }));
        assert!(matches!(twice, Err(Fault::Driver(_))), "{twice:?}");
    }
);

both_databases!(
    new_links_are_for_the_notes_of_an_address_in_every_region_confirmed_ones_first,
    |test| {
        let (db, region, other) = (opened(&test), Region::made(&test, 1), Region::made(&test, 2));
        let insert = |at: &Region, standing| {
            let note = another(&db, at, standing);
            let (sealed, index): (&[u8], &[u8]) = (b"sealed", b"the same");
            db.write_now(|c| note::insert(c, &note, &[], Reached::Address { sealed, index }))
                .unwrap();
            note.id
        };
        let left = |on| Standing::left(day(on));
        let confirmed = |on| left(on).confirm(day(on), None).unwrap();
        let unconfirmed = insert(&region, left("2027-01-14"));
        let sooner_erased = insert(&region, confirmed("2027-01-12"));
        let later_erased = insert(&other, confirmed("2027-01-13"));
        let found = db.read_now(|c| note::list_by_address(c, &[b"the same"])).unwrap();
        assert_eq!(found, [later_erased, sooner_erased, unconfirmed]);

        let generation = || db.read_now(|c| note::get(c, later_erased)).unwrap().generation;
        let before = generation();
        db.write_now(|c| note::raise_generation(c, later_erased)).unwrap();
        assert_eq!(generation(), before + 1);
    }
);

both_databases!(a_note_speaks_the_language_that_was_chosen_last, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let note = region.add_note(day("2027-01-12"));
    for language in Language::ALL {
        db.write_now(|c| note::set_language(c, note, language)).unwrap();
        assert_eq!(db.read_now(|c| note::get(c, note)).unwrap().language, language);
    }
});

both_databases!(an_unconfirmed_note_holds_its_planned_group_until_it_lets_go, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let planned = seat_them(&db, &region, &[]);
    let notes = [1, 2].map(|_| Note {
        planned: Some(planned),
        ..another(&db, &region, Standing::left(day("2027-01-12")))
    });
    let index = |note: &Note| note.id.as_bytes().to_vec();
    db.write_now(|c| {
        notes
            .iter()
            .try_for_each(|note| note::insert(c, note, &[], Reached::Code { index: &index(note) }))
    })
    .unwrap();
    let ticked = || db.read_now(|c| group::count_unconfirmed(c, planned)).unwrap();
    let read = |note: &Note| db.read_now(|c| note::get(c, note.id)).unwrap().planned;
    assert_eq!((ticked(), read(&notes[0])), (2, Some(planned)));

    db.write_now(|c| note::clear_planned(c, notes[0].id)).unwrap();
    assert_eq!((ticked(), read(&notes[0])), (1, None));
    db.write_now(|c| group::delete(c, planned)).unwrap();
    assert_eq!(read(&notes[1]), None, "the group is forgotten, the note is not");
});

both_databases!(apart_codes_are_shared_within_a_region_and_go_with_their_note, |test| {
    let (db, region, other) = (opened(&test), Region::made(&test, 1), Region::made(&test, 2));
    let (one, two) = (region.add_note(day("2027-01-12")), region.add_note(day("2027-01-12")));
    let stranger = other.add_note(day("2027-01-12"));
    db.write_now(|c| {
        for (note, code) in [
            (one, "BBBB2222"),
            (one, "AAAA2222"),
            (two, "AAAA2222"),
            (stranger, "AAAA2222"),
        ] {
            apart_code::insert(c, note, code)?;
        }
        apart_code::insert(c, one, "AAAA2222")
    })
    .unwrap();
    let sharing = |code| db.read_now(|c| apart_code::count_sharing(c, region.id, code)).unwrap();
    let list = || db.read_now(|c| apart_code::list(c, region.id)).unwrap();
    let of = |note| db.read_now(|c| apart_code::list_of(c, note)).unwrap();
    assert_eq!(of(one), ["AAAA2222", "BBBB2222"]);
    assert_eq!((sharing("AAAA2222"), sharing("CCCC2222")), (2, 0));
    assert_eq!(list().len(), 3);
    assert!(list().iter().all(|(note, _)| *note != stranger));

    db.write_now(|c| apart_code::delete(c, one, "AAAA2222")).unwrap();
    assert_eq!((of(one), sharing("AAAA2222")), (vec!["BBBB2222".to_owned()], 1));
    db.write_now(|c| note::erase(c, two).map(drop)).unwrap();
    assert_eq!(list(), [(one, "BBBB2222".to_owned())]);

    let newer = region.add_note(day("2027-01-13"));
    db.write_now(|c| apart_code::hand_on(c, one, newer)).unwrap();
    assert_eq!(list(), [(newer, "BBBB2222".to_owned())]);
});

both_databases!(a_person_is_prompted_on_the_day_and_not_before, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let note = region.add_note(day("2027-01-12"));
    let due = |on| db.read_now(|c| note::list_to_prompt(c, day(on))).unwrap();
    let standing = || db.read_now(|c| note::get(c, note)).unwrap().standing;
    assert_eq!(standing().prompt_on(), Some(day("2027-02-02")));
    assert_eq!((due("2027-02-01"), due("2027-02-02")), (vec![], vec![note]));

    let (_, told) = standing().prompt(day("2027-02-02")).unwrap();
    db.write_now(|c| note::set_standing(c, note, told)).unwrap();
    assert_eq!(standing(), told);
    assert_eq!((due("2027-06-11"), due("2027-06-12")), (vec![], vec![note]));

    let invited = told.invite(day("2027-03-02")).unwrap();
    db.write_now(|c| note::set_standing(c, note, invited)).unwrap();
    assert_eq!((standing().state(), due("2099-01-01")), (NoteState::Invited, vec![]));
});

both_databases!(a_newer_note_remembers_the_dates_that_the_older_one_declined, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let (older, newer) = (region.add_note(day("2027-01-12")), region.add_note(day("2027-01-12")));
    let declined = seat_them(&db, &region, &[older]);
    let silent = seat_them(&db, &region, &[older]);
    db.write_now(|c| {
        for (group, state) in [
            (declined, model::SeatState::Declined),
            (silent, model::SeatState::Silent),
        ] {
            let mut seat = seat::find(c, group, older)?.unwrap();
            seat.state = state;
            seat::update(c, &seat)?;
        }
        seat::hand_on_declined(c, older, newer)
    })
    .unwrap();
    let seat = |group, note| db.read_now(|c| seat::find(c, group, note)).unwrap();
    assert!(seat(declined, newer).is_some() && seat(declined, older).is_none());
    assert!(seat(silent, newer).is_none() && seat(silent, older).is_some());
});

both_databases!(what_two_notes_have_alike_is_handed_on_once, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let (older, newer) = (region.add_note(day("2027-01-12")), region.add_note(day("2027-01-12")));
    let declined = seat_them(&db, &region, &[older, newer]);
    db.write_now(|c| {
        for note in [older, newer] {
            apart_code::insert(c, note, "BBBB2222")?;
            note::exclude(c, note, region.cell)?;
            let mut seat = seat::find(c, declined, note)?.unwrap();
            seat.state = model::SeatState::Declined;
            seat::update(c, &seat)?;
        }
        apart_code::hand_on(c, older, newer)?;
        seat::hand_on_declined(c, older, newer)?;
        crate::wish::copy_exclusions(c, older, newer)?;
        note::erase(c, older)
    })
    .unwrap();
    let kept = db.read_now(|c| {
        let excluded = crate::wish::list_exclusions(c, region.id)?;
        let seats = seat::list(c, declined)?.len();
        Ok::<_, crate::Fault>((apart_code::list(c, region.id)?, excluded, seats))
    });
    let codes = vec![(newer, "BBBB2222".to_owned())];
    assert_eq!(kept.unwrap(), (codes, vec![(newer, region.cell)], 1));
});
