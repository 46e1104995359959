//! Erasing: what refers to a note goes with it (promise C12), and out of the files (C5).

use std::{collections::BTreeSet, fs, path::Path};

use diesel::{RunQueryDsl as _, connection::SimpleConnection as _, prelude::*};
use model::{
    Calendar, Chance, GroupId, GroupState, Lead, Letter, LetterId, NoteId, OccupancyId, RoundId, SUPPORTED_MEETINGS,
    SeatState, SignInId,
};
use testkit::{DatabaseKind, Region, TestDb, both_databases, day, letters_owed, oslo, region::wish};

use super::opened;
use crate::{
    Db, Fault, Result,
    group::{self, Group},
    note::{self, Erased, Reached},
    occupancy::{self, Occupancy},
    outbox,
    place::Directions,
    round::{self, Round, Unplaced},
    schema::{exclusions, seats, unplaced, wishes},
    seat,
    sign_in::{self, SignIn},
};

/// A group in which each of these notes holds a seat, with a letter to each.
pub(super) fn seat_them(db: &Db, region: &Region, notes: &[NoteId]) -> GroupId {
    let group = Group {
        id: GroupId::random(&region.chance),
        region: region.id,
        round: None,
        state: GroupState::Inviting,
        cell: region.cell,
        room: region.room,
        contact_point: region.contact_point,
        lead: Lead::By(region.igangsetter.id),
        place_name: "Biblioteket".to_owned(),
        letter_name: "Storgata 1".to_owned(),
        directions: Directions::default(),
        room_name: "Peisestua".to_owned(),
        calendar: Calendar::meeting_on(day("2027-02-02"), SUPPORTED_MEETINGS),
        size: notes.len(),
    };
    db.write_now(|c| {
        group::insert(c, &group)?;
        for note in notes {
            seat::insert(c, group.id, *note, SeatState::Held)?;
            let letter = Letter::Invitation {
                note: *note,
                group: group.id,
            };
            let at = oslo("2027-01-12 12:00");
            outbox::push(c, LetterId::random(&region.chance), &letter, at, at)?;
        }
        Ok::<_, Fault>(())
    })
    .unwrap();
    group.id
}

both_databases!(erasing_a_note_takes_all_that_refers_to_it_and_nothing_else, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let notes = region.add_notes(2, day("2027-01-12"));
    seat_them(&db, &region, &notes);
    let round = Round {
        id: RoundId::random(&region.chance),
        region: region.id,
        made_on: day("2027-01-12"),
    };
    db.write_now(|c| {
        round::insert(c, round)?;
        for note in &notes {
            note::exclude(c, *note, region.cell)?;
            let why = Unplaced {
                note: *note,
                reason: "too_few".to_owned(),
                have: Some(3),
            };
            round::insert_unplaced(c, round.id, &why)?;
        }
        Ok::<_, Fault>(())
    })
    .unwrap();

    let erased = db.write_now(|c| note::erase(c, notes[0])).unwrap();

    let one_each = Erased {
        notes: 1,
        wishes: 1,
        seats: 1,
        letters: 1,
    };
    assert_eq!(erased, one_each);
    let left = |note: NoteId| {
        db.read_now(|c| {
            let of_note = note.blob();
            Ok::<_, Fault>([
                wishes::table
                    .filter(wishes::note_id.eq(of_note))
                    .count()
                    .get_result(c)?,
                seats::table.filter(seats::note_id.eq(of_note)).count().get_result(c)?,
                exclusions::table
                    .filter(exclusions::note_id.eq(of_note))
                    .count()
                    .get_result(c)?,
                unplaced::table
                    .filter(unplaced::note_id.eq(of_note))
                    .count()
                    .get_result::<i64>(c)?,
            ])
        })
        .unwrap()
    };
    assert_eq!(left(notes[0]), [0; 4]);
    assert_eq!(left(notes[1]), [1; 4]);
    assert!(db.read_now(|c| note::find(c, notes[0])).unwrap().is_none());
    let owed: Vec<_> = letters_owed(&test)
        .iter()
        .map(|owed| owed.letter.references().note)
        .collect();
    assert_eq!(owed, [Some(notes[1])]);
});

both_databases!(erasing_again_erases_nothing_more, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let note = region.add_note(day("2027-01-12"));
    db.write_now(|c| note::erase(c, note)).unwrap();
    assert_eq!(db.write_now(|c| note::erase(c, note)).unwrap(), Erased::default());
});

both_databases!(an_erased_note_can_not_be_written_back, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let note = region.add_note(day("2027-01-12"));
    let group = seat_them(&db, &region, &[note]);
    let (standing, seat) = db
        .read_now(|c| Ok::<_, Fault>((note::get(c, note)?.standing, seat::find(c, group, note)?.unwrap())))
        .unwrap();
    db.write_now(|c| note::erase(c, note)).unwrap();
    let missing = |done: Result<()>| assert!(matches!(done, Err(Fault::Missing(_))), "{done:?}");
    missing(db.write_now(|c| note::set_standing(c, note, standing)));
    missing(db.write_now(|c| seat::update(c, &seat)));
    missing(db.read_now(|c| note::get(c, note).map(drop)));
    missing(db.read_now(|c| note::get_sealed_address(c, note).map(drop)));
});

both_databases!(deleting_a_group_takes_its_seats_and_letters_but_no_note, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let notes = region.add_notes(2, day("2027-01-12"));
    let group = seat_them(&db, &region, &notes);
    db.write_now(|c| group::delete(c, group)).unwrap();
    assert_eq!(letters_owed(&test), []);
    for note in notes {
        assert!(db.read_now(|c| note::find(c, note)).unwrap().is_some());
        assert_eq!(db.read_now(|c| seat::find_live(c, note)).unwrap(), None);
    }
});

both_databases!(a_forgotten_group_leaves_a_mark_without_persons, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let group = seat_them(&db, &region, &[]);
    let mark = Occupancy {
        id: OccupancyId::random(&region.chance),
        group: Some(group),
        room: region.room,
        igangsetter: Some(region.igangsetter.id),
        igangsetter_until: day("2027-03-02"),
        time: region.cell.time,
    };
    let list = || db.read_now(|c| occupancy::list(c, region.id)).unwrap();
    db.write_now(|c| occupancy::insert(c, &mark)).unwrap();
    assert_eq!(list(), [mark]);
    db.write_now(|c| occupancy::forget(c, group).and_then(|()| group::delete(c, group)))
        .unwrap();
    let without_persons = Occupancy {
        group: None,
        igangsetter: None,
        ..mark
    };
    assert_eq!(list(), [without_persons]);
});

both_databases!(ways_in_that_have_ended_are_deleted_at_their_second, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let ends = oslo("2027-01-12 12:00");
    let id = SignInId::random(&region.chance);
    let asked = SignIn {
        id,
        staff: Some(region.coordinator.id),
        browser: b"browser".to_vec(),
        expires_at: ends,
        tries_left: 5,
    };
    db.write_now(|c| {
        sign_in::insert(c, &asked)?;
        sign_in::insert_session(c, b"fingerprint", region.coordinator.id, ends)?;
        let letter = Letter::SignInCode { sign_in: id };
        outbox::push(c, LetterId::random(&region.chance), &letter, ends, ends)
    })
    .unwrap();
    let second = chrono::TimeDelta::seconds(1);
    let session = |at| db.read_now(|c| sign_in::find_session(c, b"fingerprint", at)).unwrap();

    db.write_now(|c| sign_in::delete_expired(c, ends - second)).unwrap();
    assert_eq!(db.read_now(|c| sign_in::find(c, id)).unwrap(), Some(asked));
    assert!(session(ends - second).is_some());
    assert!(session(ends).is_none(), "it has ended, deleted or not");

    db.write_now(|c| sign_in::delete_expired(c, ends)).unwrap();
    assert_eq!(db.read_now(|c| sign_in::find(c, id)).unwrap(), None);
    assert!(session(ends - second).is_none());
    assert_eq!(letters_owed(&test), [], "the letter with the code goes too");
});

/// What stands nowhere else: long, so that it fills pages of its own too.
fn canary() -> Vec<u8> {
    b"canary-8d1f".repeat(700)
}

fn files_with_canary(database: &Path) -> Vec<String> {
    let holds = |path: &Path| {
        let content = fs::read(path).unwrap();
        content.windows(11).any(|window| window == b"canary-8d1f")
    };
    let folder = fs::read_dir(database.parent().unwrap()).unwrap();
    let paths = folder.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| holds(path))
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn after_erasure_and_scrubbing_no_file_of_sqlite_has_the_address() {
    let test = TestDb::migrated(DatabaseKind::Sqlite);
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let path = Path::new(test.address().strip_prefix("sqlite:").unwrap());
    let chance = Chance::seeded(7);
    let mut notes = Vec::new();
    // Short ones share a page with what stays; long ones spill over.
    for address in [canary(), b"canary-8d1f".to_vec(), canary(), b"canary-8d1f".to_vec()] {
        let model = db
            .read_now(|c| note::get(c, region.add_note(day("2027-01-12"))))
            .unwrap();
        let id = NoteId::random(&chance);
        let copy = note::Note { id, ..model };
        let index: [u8; 16] = chance.bytes();
        let reached = Reached::Address {
            sealed: &address,
            index: &index,
        };
        db.write_now(|c| note::insert(c, &copy, &[wish(region.cell)], reached))
            .unwrap();
        notes.push(id);
    }
    assert!(!files_with_canary(path).is_empty(), "the test must be able to find it");

    for note in notes {
        db.write_now(|c| note::erase(c, note)).unwrap();
    }
    assert!(db.scrub().unwrap(), "nobody was reading");

    assert_eq!(files_with_canary(path), [""; 0]);
    assert!(
        path.with_extension("sqlite-wal")
            .metadata()
            .is_ok_and(|wal| wal.len() == 0)
    );
}

/// What each of the rows is called: ten random bytes in hex.
const NAME_LENGTH: usize = 20;

/// Two of the first sixty seeds do.
const LEAVES_BYTES_BEHIND: u64 = 19;

/// How many of those who went stand in the database's file.
fn residue(path: &Path, gone: &BTreeSet<Vec<u8>>) -> usize {
    let file = fs::read(path).unwrap();
    file.windows(NAME_LENGTH)
        .filter(|window| gone.contains(*window))
        .count()
}

/// Rows that come and go make SQLite rebuild pages, and `secure_delete` leaves bytes behind in some of them.
#[test]
fn after_a_vacuum_sqlites_file_has_nothing_of_those_who_went_among_those_who_stay() {
    let test = TestDb::migrated(DatabaseKind::Sqlite);
    let db = opened(&test);
    let path = Path::new(test.address().strip_prefix("sqlite:").unwrap());
    let chance = Chance::seeded(LEAVES_BYTES_BEHIND);
    let (mut here, mut gone): (Vec<String>, BTreeSet<Vec<u8>>) = Default::default();
    for _ in 0..20 {
        let mut script = Vec::new();
        for _ in 0..100 {
            let name = chance.bytes::<10>().map(|byte| format!("{byte:02x}")).concat();
            script.push(format!(
                "INSERT INTO leases VALUES ('{name}', 1, '2027-01-12 12:00:00');"
            ));
            here.push(name);
            if here.len() > 300 {
                let at = usize::from(u16::from_be_bytes(chance.bytes())) % here.len();
                let name = here.swap_remove(at);
                script.push(format!("DELETE FROM leases WHERE name = '{name}';"));
                gone.insert(name.into_bytes());
            }
        }
        db.write_now(|c| c.batch_execute(&script.concat()).map_err(Fault::from))
            .unwrap();
    }
    assert!(db.scrub().unwrap(), "nobody was reading");
    assert!(residue(path, &gone) > 0, "the test must be able to find it");
    db.vacuum().unwrap();
    assert!(db.scrub().unwrap(), "nobody was reading");

    assert_eq!(residue(path, &gone), 0);
}

both_databases!(a_vacuum_takes_nothing_that_stays, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let note = region.add_note(day("2027-01-12"));
    db.vacuum().unwrap();
    assert!(db.read_now(|c| note::find(c, note)).unwrap().is_some());
});
