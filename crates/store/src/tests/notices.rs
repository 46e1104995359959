//! Whom a notice goes to, and for how long it is kept (promise C14).

use chrono::NaiveDate;
use model::{ContactPointId, Language, Letter, LetterId, NoteId, NoticeId, NoticeText, NoticeTexts, Standing};
use testkit::{Region, both_databases, day, oslo};

use super::opened;
use crate::{
    Db, DbConn, Result,
    note::{self, Note, Reached},
    notice::{self, Notice},
    outbox,
};

fn text(raw: &str) -> NoticeText {
    NoticeText::parse(raw).unwrap()
}

fn told(raw: &str) -> NoticeTexts {
    NoticeTexts {
        bokmal: text(raw),
        nynorsk: None,
        english: Some(text("Message.")),
    }
}

/// Tells it on 12 January 2027.
fn insert(db: &Db, id: u8, texts: NoticeTexts, points: &[ContactPointId]) -> NoticeId {
    let notice = Notice {
        id: NoticeId::from_bytes([id; 16]),
        texts,
        made_on: day("2027-01-12"),
        kept_until: day("2027-02-16"),
    };
    write(db, |c| notice::insert(c, &notice, points));
    assert_eq!(write(db, |c| notice::find(c, notice.id)), Some(notice.clone()));
    notice.id
}

fn write<T>(db: &Db, work: impl Fn(&mut DbConn) -> Result<T>) -> T {
    db.write_now(work).unwrap()
}

/// Leaves a note at a contact point, with an address of this index, or with a code.
fn leave(db: &Db, region: &Region, at: ContactPointId, index: Option<u8>, is_confirmed: bool) -> NoteId {
    let left = Standing::left(day("2027-01-10"));
    let standing = if is_confirmed {
        left.confirm(day("2027-01-10"), None).unwrap()
    } else {
        left
    };
    let note = Note {
        id: NoteId::random(&region.chance),
        region: region.id,
        contact_point: at,
        standing,
        language: Language::Bokmal,
        words: model::RecognitionWords::random(&region.chance),
        consent_version: 1,
        generation: 1,
        by_code: index.is_none(),
        planned: None,
    };
    let (index, code) = (index.map(|byte| [byte; 32]), region.chance.bytes::<32>());
    let reached = match &index {
        Some(index) => Reached::Address {
            sealed: b"sealed",
            index,
        },
        None => Reached::Code { index: &code },
    };
    write(db, |c| note::insert(c, &note, &[], reached));
    note.id
}

both_databases!(each_address_of_a_contact_point_counts_once_and_a_code_does_not, |db| {
    let (region, elsewhere) = (Region::made(&db, 1), Region::made(&db, 2));
    let (own, neighbour) = (region.contact_point, region.add_neighbour().contact_point);
    let db = opened(&db);
    let kari = leave(&db, &region, own, Some(1), true);
    leave(&db, &region, own, Some(1), false);
    leave(&db, &region, own, Some(1), false);
    let unconfirmed = leave(&db, &region, own, Some(2), false);
    let at_neighbours = leave(&db, &region, neighbour, Some(3), true);
    leave(&db, &region, own, None, true);
    leave(&db, &elsewhere, elsewhere.contact_point, Some(1), true);

    let of = |points: &[ContactPointId]| {
        let mut notes = write(&db, |c| notice::list_addressed(c, region.id, points));
        notes.sort();
        notes
    };
    let sorted = |mut notes: Vec<NoteId>| {
        notes.sort();
        notes
    };
    assert_eq!(of(&[own]), sorted(vec![kari, unconfirmed]));
    assert_eq!(of(&[own, neighbour]), sorted(vec![kari, unconfirmed, at_neighbours]));
    assert_eq!(write(&db, |c| notice::count_by_code(c, &[own])), 1);
    assert_eq!(write(&db, |c| notice::count_by_code(c, &[neighbour])), 0);
    assert_eq!(write(&db, |c| notice::list_staff(c, &[own])).len(), 2);
    assert_eq!(write(&db, |c| notice::list_staff(c, &[own, neighbour])).len(), 3);
});

both_databases!(
    a_notice_is_seen_by_those_who_were_there_and_known_again_by_its_words,
    |db| {
        let region = Region::made(&db, 1);
        let (own, neighbour) = (region.contact_point, region.add_neighbour().contact_point);
        let db = opened(&db);
        let id = insert(&db, 1, told("Beskjed."), &[own]);
        let seen = |at, since| {
            let notices = write(&db, |c| notice::list_since(c, at, day(since)));
            notices.into_iter().map(|notice| notice.id).collect::<Vec<_>>()
        };
        assert_eq!(seen(own, "2027-01-12"), [id]);
        assert_eq!(seen(own, "2027-01-13"), [], "a note that was left later is not meant");
        assert_eq!(seen(neighbour, "2027-01-12"), []);

        let known = |texts, points: &[ContactPointId]| -> Option<NaiveDate> {
            write(&db, |c| notice::find_told(c, &texts, points))
        };
        assert_eq!(known(told("Beskjed."), &[neighbour, own]), Some(day("2027-01-12")));
        assert_eq!(known(told("Beskjed."), &[neighbour]), None);
        assert_eq!(known(told("Ny beskjed."), &[own]), None);
    }
);

both_databases!(a_notice_goes_with_its_letters_when_its_last_day_is_over, |db| {
    let region = Region::made(&db, 1);
    let note = region.add_note(day("2027-01-10"));
    let db = opened(&db);
    let notice = insert(&db, 1, told("Beskjed."), &[region.contact_point]);
    let (letter, now) = (Letter::Notice { note, notice }, oslo("2027-01-12 10:00"));
    write(&db, |c| {
        outbox::push(c, LetterId::from_bytes([7; 16]), &letter, now, now)
    });
    let owed = |db: &Db| write(db, outbox::waiting).0;
    write(&db, |c| notice::delete_expired(c, day("2027-02-16")));
    assert_eq!(
        (write(&db, |c| notice::find(c, notice)).is_some(), owed(&db)),
        (true, 1)
    );
    write(&db, |c| notice::delete_expired(c, day("2027-02-17")));
    assert_eq!(
        (write(&db, |c| notice::find(c, notice)).is_some(), owed(&db)),
        (false, 0)
    );
    assert_eq!(
        write(&db, |c| notice::list_since(
            c,
            region.contact_point,
            NaiveDate::default()
        )),
        []
    );
});
