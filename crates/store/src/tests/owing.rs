//! What a letter refers to, and the letters that are taken back or leave no trace.

use model::{GroupId, Letter, LetterId, NoteId, Practical, SignInId};
use testkit::{Region, both_databases, day, letters_owed, oslo};

use super::{erasing::seat_them, opened};
use crate::{
    Db, Fault,
    outbox::{self, Outcome},
    sign_in::{self, SignIn},
};

/// One letter of each kind.
fn of_all_kinds(region: &Region, note: NoteId, group: GroupId, sign_in: SignInId) -> Vec<Letter> {
    let (staff, meeting) = (region.igangsetter.id, day("2027-02-02"));
    let mut letters = vec![
        Letter::ConfirmNote { note },
        Letter::ConfirmReminder { note },
        Letter::Invitation { note, group },
        Letter::AnswerReminder { note, group },
        Letter::MeetingOn { note, group },
        Letter::MeetingOff { note, group },
        Letter::MeetingTomorrow { note, group },
        Letter::MeetingCancelled { note, group, meeting },
        Letter::MeetingMoved { note, group, meeting },
        Letter::StillLooking { note },
        Letter::StillInterested { note },
        Letter::NewLink { note },
        Letter::AskedToLead { staff, group },
        Letter::ParticipantsReady { staff, group },
        Letter::GroupChanged { staff, group },
        Letter::Absence {
            staff,
            note,
            group,
            meeting,
        },
        Letter::GroupOff { staff, group },
        Letter::SignInCode { sign_in },
        Letter::Welcome { staff },
        Letter::Tasks { staff },
    ];
    letters.extend(Practical::ALL.map(|message| Letter::PracticalMessage { note, group, message }));
    letters
}

fn owe(db: &Db, region: &Region, letter: &Letter) {
    let at = oslo("2027-01-12 12:00");
    db.write_now(|c| outbox::push(c, LetterId::random(&region.chance), letter, at, at))
        .unwrap();
}

both_databases!(every_kind_of_letter_is_claimed_with_all_that_it_refers_to, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let note = region.add_note(day("2027-01-12"));
    let group = seat_them(&db, &region, &[]);
    let sign_in = SignIn {
        id: SignInId::random(&region.chance),
        staff: Some(region.coordinator.id),
        browser: b"browser".to_vec(),
        expires_at: oslo("2027-01-12 12:30"),
        tries_left: 5,
    };
    db.write_now(|c| sign_in::insert(c, &sign_in)).unwrap();
    for letter in of_all_kinds(&region, note, group, sign_in.id) {
        owe(&db, &region, &letter);
        let claimed = db
            .write_now(|c| outbox::claim(c, oslo("2027-01-12 12:00"), 10))
            .unwrap();
        assert_eq!(claimed.iter().map(|one| one.letter).collect::<Vec<_>>(), [letter]);
        assert!(db.write_now(|c| outbox::delete(c, &claimed[0])).unwrap());
        assert!(
            !db.write_now(|c| outbox::delete(c, &claimed[0])).unwrap(),
            "it left no trace"
        );
    }
});

both_databases!(a_letter_whose_claim_was_taken_over_is_not_deleted, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let note = region.add_note(day("2027-01-12"));
    owe(&db, &region, &Letter::StillLooking { note });
    let claim = || {
        db.write_now(|c| outbox::claim(c, oslo("2027-01-12 12:00"), 10))
            .unwrap()[0]
    };
    let old = claim();
    db.write_now(|c| outbox::release(c, &old)).unwrap();
    let new = claim();
    assert!(!db.write_now(|c| outbox::delete(c, &old)).unwrap());
    assert!(db.write_now(|c| outbox::delete(c, &new)).unwrap());
});

both_databases!(what_is_cancelled_is_what_one_note_is_still_owed_of_one_kind, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let (note, other) = (region.add_note(day("2027-01-12")), region.add_note(day("2027-01-12")));
    let delivered = Letter::NewLink { note };
    owe(&db, &region, &delivered);
    db.write_now(|c| {
        let claimed = outbox::claim(c, oslo("2027-01-12 12:00"), 10)?;
        outbox::end(c, &claimed[0], Outcome::Delivered, oslo("2027-01-12 12:00"))
    })
    .unwrap();
    let stay = [Letter::NewLink { note: other }, Letter::StillLooking { note }];
    for letter in [stay[0], Letter::NewLink { note }, stay[1]] {
        owe(&db, &region, &letter);
    }
    db.write_now(|c| outbox::cancel(c, note, delivered.kind())).unwrap();
    let owed: Vec<Letter> = letters_owed(&test).iter().map(|owed| owed.letter).collect();
    assert_eq!(owed.len(), 2, "{owed:?}");
    assert!(stay.iter().all(|letter| owed.contains(letter)), "{owed:?}");
});

both_databases!(
    the_letters_about_a_group_are_counted_by_kind_with_those_that_were_taken,
    |test| {
        let (db, region) = (opened(&test), Region::made(&test, 1));
        let notes = region.add_notes(3, day("2027-01-12"));
        let (group, other) = (seat_them(&db, &region, &notes), seat_them(&db, &region, &notes));
        let count = |group, kind| db.read_now(|c| outbox::count_of_group(c, group, kind)).unwrap();
        assert_eq!(count(group, "invitation"), (3, 0));
        db.write_now(|c| {
            let claimed = outbox::claim(c, oslo("2027-01-12 12:00"), 10)?;
            let of_group = claimed
                .iter()
                .filter(|one| one.letter.references().group == Some(group));
            for (one, outcome) in of_group.zip([Outcome::Delivered, Outcome::Failed]) {
                outbox::end(c, one, outcome, oslo("2027-01-12 12:01"))?;
            }
            Ok::<_, Fault>(())
        })
        .unwrap();
        assert_eq!(
            (count(group, "invitation"), count(other, "invitation")),
            ((3, 1), (3, 0))
        );
        assert_eq!(count(group, "meeting-on"), (0, 0));
    }
);

both_databases!(a_letter_that_is_only_pretended_is_never_owed, |test| {
    let (db, region) = (opened(&test), Region::made(&test, 1));
    let letter = Letter::NewLink {
        note: region.add_note(day("2027-01-12")),
    };
    let at = oslo("2027-01-12 12:00");
    let push = |letter| {
        let id = LetterId::random(&region.chance);
        db.write_now(|c| outbox::push_or_pretend(c, id, letter, at, at))
            .unwrap();
    };
    push(None);
    assert_eq!(db.read_now(outbox::waiting).unwrap(), (0, None));
    push(Some(&letter));
    let owed: Vec<Letter> = letters_owed(&test).iter().map(|owed| owed.letter).collect();
    assert_eq!(owed, [letter]);
});

both_databases!(
    staff_whom_letters_do_not_reach_are_known_to_their_region_alone,
    |test| {
        let (db, region, abroad) = (opened(&test), Region::made(&test, 1), Region::made(&test, 2));
        let unreached = |of: &Region| db.read_now(|c| outbox::list_unreached_staff(c, of.id)).unwrap();
        let staff = [region.igangsetter.id, region.igangsetter.id, region.coordinator.id];
        for (staff, outcome) in staff
            .into_iter()
            .zip([Outcome::Failed, Outcome::Failed, Outcome::Delivered])
        {
            owe(&db, &region, &Letter::Welcome { staff });
            let end = |c: &mut _| {
                let claimed = outbox::claim(c, oslo("2027-01-12 12:00"), 1)?;
                outbox::end(c, &claimed[0], outcome, oslo("2027-01-12 12:00"))
            };
            db.write_now(end).unwrap();
        }
        assert_eq!(unreached(&region), [region.igangsetter.id]);
        assert_eq!(unreached(&abroad), []);
    }
);
