//! Reading back: what was written, and what nobody can have written.

use diesel::{RunQueryDsl as _, connection::SimpleConnection as _, prelude::*};
use model::{NoteState, PlaceId, RegionId, SeatState, Standing, Wish};
use testkit::{Region, both_databases, day, region::wish};

use super::{add_member, erasing::seat_them, opened};
use crate::{
    Db, Fault, Result, availability, collection, contact_point,
    note::{self, Reached},
    place, room,
    schema::notes,
    seat, staff, wish as wishes,
};

#[track_caller]
fn assert_corrupt<T: std::fmt::Debug>(found: Result<T>, column: &str) {
    match found {
        Err(Fault::Corrupt { table, column: of }) => assert_eq!(format!("{table}.{of}"), column),
        other => panic!("{other:?}"),
    }
}

fn reached(index: &[u8]) -> Reached<'_> {
    let sealed = b"sealed";
    Reached::Address { sealed, index }
}

fn run(db: &Db, sql: &str) {
    db.write_now(|c| c.batch_execute(sql).map_err(Fault::from)).unwrap();
}

both_databases!(a_value_that_nobody_writes_is_a_corrupt_row_with_its_column, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let note = region.add_note(day("2027-01-12"));
    for (change, column) in [
        ("state = 'asleep'", "notes.state"),
        ("state = 'waiting', language = 'xx'", "notes.language"),
        ("language = 'nb', colour = 99", "notes.colour"),
        ("colour = -1", "notes.colour"),
        ("colour = 1, consent_version = -1", "notes.consent_version"),
        ("consent_version = 1, generation = 70000", "notes.generation"),
    ] {
        run(&db, &format!("UPDATE notes SET {change}"));
        assert_corrupt(db.read_now(|c| note::find(c, note)), column);
    }
    run(&db, "UPDATE wishes SET weekday = 7");
    assert_corrupt(db.read_now(|c| wishes::list_of(c, note)), "wishes.weekday");
    run(&db, "UPDATE wishes SET weekday = 6, band = 'night'");
    assert_corrupt(db.read_now(|c| wishes::list_of(c, note)), "wishes.band");
    run(&db, "UPDATE room_times SET starts_at = '23:30:00'");
    assert_corrupt(db.read_now(|c| room::list(c, region.id)), "room_times.starts_at");
    run(&db, "UPDATE collections SET code = 'O0'");
    assert_corrupt(db.read_now(|c| collection::list(c, region.course)), "collections.code");
});

both_databases!(an_identity_of_another_length_is_a_corrupt_row, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let index: Vec<u8> = vec![1; 32];
    let short: &[u8] = &[1; 15];
    let note = region.add_note(day("2027-01-12"));
    let like = db.read_now(|c| note::get(c, note)).unwrap();
    db.write_now(|c| {
        diesel::insert_into(notes::table)
            .values((
                notes::id.eq(short),
                notes::region_id.eq(region.id.blob()),
                notes::contact_point_id.eq(region.contact_point.blob()),
                notes::state.eq("waiting"),
                notes::waiting_since.eq(like.standing.waiting_since()),
                notes::signed_on.eq(like.standing.signed_on()),
                notes::kept_until.eq(like.standing.kept_until()),
                notes::language.eq("nb"),
                notes::colour.eq(0),
                notes::thing.eq(0),
                notes::consent_version.eq(1),
                notes::generation.eq(1),
                notes::newer_notes.eq(0),
                notes::sealed_address.eq(&index),
                notes::address_index.eq(&index),
            ))
            .execute(c)
            .map_err(Fault::from)
    })
    .unwrap();
    assert_corrupt(
        db.read_now(|c| note::list(c, region.id, NoteState::Waiting)),
        "notes.id",
    );
});

both_databases!(the_text_of_a_fault_repeats_no_value, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let twice = db.write_now(|c| {
        add_member(c, &region, [1; 16].into(), b"canary")?;
        add_member(c, &region, [2; 16].into(), b"canary")
    });
    let nobody = db.write_now(|c| crate::region::insert(c, region.id, "canary"));
    let no_date = db.write_now(|c| {
        c.batch_execute("INSERT INTO rounds (id, region_id, made_on) SELECT id, id, CAST('canary' AS DATE) FROM canary")
            .map_err(Fault::from)
    });
    for fault in [twice, nobody, no_date] {
        let told = fault.unwrap_err().to_string();
        assert!(told.starts_with("the database refused: "), "{told}");
        assert!(!told.contains("canary") && !told.contains("63616e617279"), "{told}");
    }
});

both_databases!(
    a_confirmed_address_stands_once_in_a_region_and_may_stand_in_another,
    |test| {
        let (db, region, other) = (opened(&test), Region::made(&test, 1), Region::made(&test, 2));
        let like = db
            .read_now(|c| note::get(c, region.add_note(day("2027-01-12"))))
            .unwrap();
        let insert = |byte: u8, at: &Region, standing: Standing| {
            let new = note::Note {
                id: [byte; 16].into(),
                region: at.id,
                contact_point: at.contact_point,
                standing,
                ..like.clone()
            };
            db.write_now(|c| note::insert(c, &new, &[], reached(b"the same")))
                .map(|()| new)
        };
        let left = Standing::left(day("2027-01-12"));
        let confirmed = left.confirm(day("2027-01-12"), None).unwrap();
        let first = insert(1, &region, confirmed).unwrap();
        assert!(matches!(insert(2, &region, confirmed), Err(Fault::Driver(_))));
        let unconfirmed = insert(3, &region, left).unwrap();
        let elsewhere = insert(4, &other, left).unwrap();
        insert(5, &other, confirmed).unwrap();

        let twin = |of: &note::Note| db.read_now(|c| note::find_twin(c, of)).unwrap().map(|twin| twin.id);
        assert_eq!(twin(&unconfirmed), Some(first.id));
        assert_eq!(twin(&first), None, "an unconfirmed note is nobody's twin");
        assert_eq!(twin(&elsewhere), Some([5; 16].into()));
    }
);

both_databases!(nothing_of_one_region_is_read_in_another, |test| {
    let (db, region, other) = (opened(&test), Region::made(&test, 1), Region::made(&test, 2));
    let note = other.add_note(day("2027-01-12"));
    let declines = other.add_note(day("2027-01-12"));
    let group = seat_them(&db, &other, &[note, declines]);
    db.write_now(|c| {
        let mut seat = seat::find(c, group, declines)?.unwrap();
        seat.state = SeatState::Declined;
        seat::update(c, &seat)?;
        note::exclude(c, note, other.cell)
    })
    .unwrap();
    let empty = RegionId::from_bytes([9; 16]);
    db.read_now(|c| {
        assert_eq!(note::list(c, region.id, NoteState::Waiting)?, []);
        assert_eq!(wishes::list(c, region.id)?, []);
        assert_eq!(wishes::list_exclusions(c, region.id)?, []);
        assert_eq!(wishes::list_exclusions(c, other.id)?, [(note, other.cell)]);
        assert_eq!(place::find(c, region.id, other.place)?, None);
        assert_eq!(place::list(c, region.id)?.len(), 1);
        assert_eq!(room::list(c, region.id)?.len(), 1);
        assert_eq!(contact_point::list(c, region.id)?.len(), 1);
        assert_eq!(staff::list(c, region.id)?.len(), 2);
        assert_eq!(availability::list(c, region.id)?.len(), 1);
        assert_eq!(staff::list(c, empty)?, []);
        assert_eq!(seat::list_seated(c, region.id)?, []);
        assert_eq!(seat::list_seated(c, other.id)?, [note]);
        assert_eq!(seat::list_declined(c, region.id)?, []);
        assert_eq!(
            seat::list_declined(c, other.id)?,
            [(declines, other.cell.time, day("2027-02-02"))]
        );
        Ok::<_, Fault>(())
    })
    .unwrap();
});

both_databases!(a_note_is_read_back_as_it_was_written, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let like = db
        .read_now(|c| note::get(c, region.add_note(day("2027-01-12"))))
        .unwrap();
    let new = note::Note {
        id: [7; 16].into(),
        standing: Standing::stored(
            NoteState::Waiting,
            (day("2026-11-30"), day("2026-12-24")),
            day("2027-03-02"),
            Some(day("2027-02-02")),
        ),
        language: model::Language::English,
        words: model::RecognitionWords::at(7, 31).unwrap(),
        consent_version: 9,
        generation: 65_535,
        ..like
    };
    let wanted: Vec<Wish> = [true, false]
        .map(|first_choice| Wish {
            first_choice,
            place: if first_choice {
                region.place
            } else {
                region.add_place(region.contact_point)
            },
            ..wish(region.cell)
        })
        .to_vec();
    db.write_now(|c| note::insert(c, &new, &wanted, reached(b"index")))
        .unwrap();
    db.read_now(|c| {
        assert_eq!(note::get(c, new.id)?, new);
        assert_eq!(note::get_sealed_address(c, new.id)?, b"sealed");
        let mut found = wishes::list_of(c, new.id)?;
        found.sort_by_key(|wish| !wish.first_choice);
        assert_eq!(found, wanted);
        Ok::<_, Fault>(())
    })
    .unwrap();
    let nowhere = Wish {
        place: PlaceId::from_bytes([9; 16]),
        ..wanted[0]
    };
    assert!(db.write_now(|c| wishes::insert(c, new.id, &[nowhere])).is_err());
});
