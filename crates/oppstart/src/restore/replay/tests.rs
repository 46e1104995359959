//! What is done again, on a database that is as it was when the backup was made: on Tuesday 12 January 2027.

use chrono::{DateTime, Utc};
use groups::Approved;
use model::{BackupId, GroupId, Lead, Letter, LetterId, NoteId, SeatState, StaffId};
use store::{
    Db, group,
    journal::{Entry, Journalled, LetterMark},
    note, outbox, seat, sign_in, staff,
};
use testkit::{Region, TestDb, both_databases, day, letters_owed, oslo};

use super::{super::since::Since, Letters, Replay, Replayed};

fn made() -> DateTime<Utc> {
    oslo("2027-01-12 12:00")
}

const BACKUP: BackupId = BackupId::from_bytes([9; 16]);

/// What happened on these days, in one journal. Where it does not say when the backup was made, that was before.
fn journal(entries: &[(&str, Entry)]) -> Since {
    let mut entries: Vec<_> = entries.iter().map(|(on, entry)| (day(on), *entry)).collect();
    if entries.iter().all(|(_, entry)| *entry != Entry::Backup(BACKUP)) {
        entries.insert(0, (day("2027-01-12"), Entry::Backup(BACKUP)));
    }
    Since::of(vec![Journalled { entries, torn: 0 }], BACKUP, day("2027-01-12")).unwrap()
}

fn replay(db: &Db, region: &Region, journal: Option<&Since>, now: &str) -> (Replayed, Letters) {
    let replay = Replay {
        db,
        chance: &region.chance,
        now: oslo(now),
    };
    let replayed = replay.run(journal).unwrap();
    let letters = replay.end_said(journal, &replayed).unwrap();
    (replayed, letters)
}

/// A region in which eight are invited and a ninth waits.
fn inviting(db: &TestDb) -> (Region, GroupId, Vec<NoteId>) {
    let region = Region::made(db, 1);
    region.lets_lead(&region.igangsetter, &[region.cell], false);
    let mut notes = region.add_notes(8, day("2027-01-04"));
    let now = made();
    groups::propose(db, &region.chance, region.id, day("2027-01-12"), 100).unwrap();
    let approved = db.write_now(|tx| {
        let draft = groups::draft(tx, &region.coordinator)?.unwrap();
        let ids: Vec<GroupId> = draft.groups.iter().map(|one| one.group.id).collect();
        groups::approve(tx, &region.chance, &region.coordinator, (draft.round.id, &ids), now)
    });
    let approved: Approved = approved.unwrap();
    notes.push(region.add_note(day("2027-01-05")));
    (region, approved.groups[0].0, notes)
}

fn sent(letter: LetterId, what: &Letter) -> Entry {
    Entry::Letter(letter, LetterMark::of(what))
}

fn a_letter() -> LetterId {
    LetterId::from_bytes([77; 16])
}

both_databases!(a_group_comes_to_where_it_was_and_nobody_hears_of_it_again, |db| {
    let (region, group, notes) = inviting(&db);
    let (gone, next) = (notes[0], notes[8]);
    let mut since: Vec<(&str, Entry)> = letters_owed(&db)
        .iter()
        .map(|owed| ("2027-01-12", sent(owed.id, &owed.letter)))
        .collect();
    assert!(since.len() >= 8);
    // The one withdrew, and the ninth was offered the seat in a letter that the backup does not know.
    since.push(("2027-01-13", Entry::Note(gone)));
    since.push((
        "2027-01-13",
        sent(a_letter(), &Letter::Invitation { note: next, group }),
    ));

    let (replayed, letters) = replay(&db, &region, Some(&journal(&since)), "2027-01-14 09:00");

    assert_eq!((replayed.notes, replayed.staff, letters.owed), (1, 0, 0));
    assert!(letters_owed(&db).is_empty());
    assert_eq!(db.read_now(|tx| note::find(tx, gone)).unwrap(), None);
    for (note, answer_by) in [(notes[1], "2027-01-17"), (next, "2027-01-18")] {
        let seat = db.read_now(|tx| seat::find(tx, group, note)).unwrap().unwrap();
        assert_eq!((seat.state, seat.answer_by), (SeatState::Invited, Some(day(answer_by))));
    }
    let again = replay(&db, &region, Some(&journal(&since)), "2027-01-14 09:00");
    assert_eq!((again.0.notes, again.1.owed), (0, 0), "again");
});

both_databases!(a_letter_that_was_not_sent_is_still_owed, |db| {
    let (region, group, notes) = inviting(&db);
    let owed = letters_owed(&db);
    let to = |note| Letter::Invitation { note, group };
    let first = owed.iter().find(|owed| owed.letter == to(notes[0])).unwrap();
    let since = [
        ("2027-01-12", sent(first.id, &first.letter)),
        ("2027-01-12", Entry::Claim(owed[3].id)),
    ];
    let (_, letters) = replay(&db, &region, Some(&journal(&since)), "2027-01-12 13:00");
    assert_eq!((letters.ended, letters.owed), (1, owed.len() - 1));
    assert!(letters_owed(&db).iter().all(|owed| owed.letter != to(notes[0])));
});

both_databases!(what_the_schedule_had_written_since_is_not_written_again, |db| {
    let region = Region::made(&db, 1);
    let [told, untold, told_before] = [1, 2, 3].map(|_| region.add_note(day("2026-12-23")));
    let letter = |note| Letter::StillLooking { note };
    let since = [
        ("2027-01-12", sent(a_letter(), &letter(told_before))),
        ("2027-01-12", Entry::Backup(BACKUP)),
        ("2027-01-13", sent(a_letter(), &letter(told))),
    ];
    let (_, letters) = replay(&db, &region, Some(&journal(&since)), "2027-01-14 09:00");
    let mut owed: Vec<Letter> = letters_owed(&db).iter().map(|owed| owed.letter).collect();
    owed.retain(|letter| matches!(letter, Letter::StillLooking { .. }));
    owed.sort_by_key(|letter| letter.references().note);
    let mut expected = [letter(untold), letter(told_before)];
    expected.sort_by_key(|letter| letter.references().note);
    assert_eq!(
        owed, expected,
        "that one was sent before the backup, and the backup would know it"
    );
    assert!(letters.ended >= 1);
});

both_databases!(
    whoever_was_removed_goes_again_also_as_the_last_coordinator_and_from_a_group,
    |db| {
        let (region, group, _) = inviting(&db);
        let (leads, keeps) = (region.igangsetter.id, region.coordinator.id);
        let since = [("2027-01-13", Entry::Staff(leads)), ("2027-01-13", Entry::Staff(keeps))];
        let (replayed, _) = replay(&db, &region, Some(&journal(&since)), "2027-01-14 09:00");
        assert_eq!(replayed.staff, 2);
        for id in [leads, keeps] {
            assert_eq!(db.read_now(|tx| staff::find(tx, id)).unwrap(), None);
        }
        let group = db.read_now(|tx| group::get(tx, group)).unwrap();
        assert!(matches!(group.lead, Lead::Vacant { .. }), "{:?}", group.lead);
    }
);

both_databases!(a_second_letter_that_says_the_same_is_still_owed, |db| {
    let region = Region::made(&db, 1);
    let letter = Letter::NewLink {
        note: region.add_note(day("2027-01-12")),
    };
    let until = oslo("2027-01-20 00:00");
    let second = LetterId::from_bytes([78; 16]);
    db.write_now(|tx| outbox::push(tx, second, &letter, made(), until))
        .unwrap();
    let since = [("2027-01-12", sent(a_letter(), &letter))];
    let (_, letters) = replay(&db, &region, Some(&journal(&since)), "2027-01-12 13:00");
    assert_eq!((letters.ended, letters.owed), (0, 1));
    assert_eq!(letters_owed(&db)[0].id, second);
});

#[test]
fn a_journal_of_another_host_counts_from_the_day_of_the_backup() {
    let letter = |byte| Letter::NewLink {
        note: NoteId::from_bytes([byte; 16]),
    };
    let entries = |entries: &[(&str, Entry)]| Journalled {
        entries: entries.iter().map(|(on, entry)| (day(on), *entry)).collect(),
        torn: 1,
    };
    let here = entries(&[
        ("2027-01-12", sent(a_letter(), &letter(1))),
        ("2027-01-12", Entry::Backup(BACKUP)),
        ("2027-01-12", sent(a_letter(), &letter(2))),
    ]);
    let there = entries(&[
        ("2027-01-11", sent(a_letter(), &letter(3))),
        ("2027-01-12", sent(a_letter(), &letter(4))),
    ]);
    let of = |journals| Since::of(journals, BACKUP, day("2027-01-12"));
    assert!(of(vec![there.clone()]).is_none(), "none knows the backup");
    let since = of(vec![there, here]).unwrap();
    let said = [1, 2, 3, 4].map(|byte| since.said(LetterMark::of(&letter(byte))).is_some());
    assert_eq!(said, [false, true, false, true]);
    assert_eq!((since.entries.len(), since.torn), (5, 2));
}

both_databases!(an_unknown_id_and_one_of_before_the_backup_change_nothing, |db| {
    let region = Region::made(&db, 1);
    let note = region.add_note(day("2027-01-12"));
    let since = [
        ("2027-01-02", Entry::Note(NoteId::from_bytes([5; 16]))),
        ("2027-01-02", Entry::Staff(StaffId::from_bytes([5; 16]))),
    ];
    let (replayed, _) = replay(&db, &region, Some(&journal(&since)), "2027-01-12 13:00");
    assert_eq!((replayed.notes, replayed.staff), (0, 0));
    assert!(db.read_now(|tx| note::find(tx, note)).unwrap().is_some());
});

both_databases!(
    without_a_journal_nothing_is_sent_and_invitations_are_taken_as_read,
    |db| {
        let (region, group, notes) = inviting(&db);
        let owed = letters_owed(&db).len();
        let (_, letters) = replay(&db, &region, None, "2027-01-14 09:00");
        assert!(letters.ended >= owed && letters.owed == 0, "{letters:?}");
        assert!(letters_owed(&db).is_empty());
        let seat = db.read_now(|tx| seat::find(tx, group, notes[0])).unwrap().unwrap();
        assert_eq!(seat.answer_by, Some(day("2027-01-19")));
    }
);

both_databases!(no_session_outlives_a_restore, |db| {
    let region = Region::made(&db, 1);
    let (member, until) = (region.coordinator.id, oslo("2027-01-13 00:00"));
    db.write_now(|tx| sign_in::insert_session(tx, b"fingerprint", member, until))
        .unwrap();
    let find = || {
        db.read_now(|tx| sign_in::find_session(tx, b"fingerprint", made()))
            .unwrap()
    };
    assert!(find().is_some());
    replay(&db, &region, Some(&journal(&[])), "2027-01-12 13:00");
    assert!(find().is_none());
});
