//! Everybody whose data others may have seen is told, once (promise C14).

use model::{Chance, Letter, NoticeText, NoticeTexts, Slug};
use store::{Db, contact_point as points};
use testkit::{Region, both_databases, day, letters_owed, oslo};

use crate::{Affected, Fault, count_affected, find_points, tell_affected};

fn texts(raw: &str) -> NoticeTexts {
    NoticeTexts {
        bokmal: NoticeText::parse(raw).unwrap(),
        nynorsk: None,
        english: None,
    }
}

fn slug(db: &Db, of: &Region) -> Slug {
    db.read_now(|tx| points::get(tx, of.contact_point)).unwrap().slug
}

fn tell((db, chance): (&Db, &Chance), raw: &str, to: &[Slug], again: bool) -> Result<Affected, Fault> {
    db.write_now(|tx| {
        let points = find_points(tx, to)?;
        let counted = count_affected(tx, &points)?;
        let told = tell_affected(tx, chance, (&texts(raw), &points), again, oslo("2027-01-12 10:00"))?;
        assert_eq!(told, counted, "as many are told as were counted");
        Ok(told)
    })
}

both_databases!(participants_and_staff_are_owed_one_letter_each, |db| {
    let chance = Chance::seeded(2);
    let (here, there) = (Region::made(&db, 1), Region::made(&db, 3));
    let (own, others) = (
        here.add_notes(3, day("2027-01-10")),
        there.add_notes(2, day("2027-01-10")),
    );
    let told = tell((&db, &chance), "Beskjed.", &[slug(&db, &here)], false).unwrap();
    let expected = Affected {
        participants: 3,
        staff: 2,
        by_code: 0,
    };
    assert_eq!(told, expected);
    let owed = letters_owed(&db);
    let (mut notes, mut staff) = (Vec::new(), Vec::new());
    for one in &owed {
        assert_eq!(one.useless_after - one.owed_at, chrono::TimeDelta::days(14));
        match one.letter {
            Letter::Notice { note, .. } => notes.push(note),
            Letter::StaffNotice { staff: member, .. } => staff.push(member),
            other => panic!("{other:?}"),
        }
    }
    let sorted = |mut ids: Vec<_>| {
        ids.sort();
        ids
    };
    assert_eq!(sorted(notes), sorted(own));
    assert!(staff.contains(&here.coordinator.id) && staff.contains(&here.igangsetter.id) && staff.len() == 2);

    let told = tell((&db, &chance), "Beskjed til alle.", &[], false).unwrap();
    assert_eq!((told.participants, told.staff), (3 + others.len(), 4));
    assert_eq!(letters_owed(&db).len(), 5 + 9);
});

both_databases!(the_same_is_told_again_to_the_same_people_only_if_that_is_meant, |db| {
    let chance = Chance::seeded(2);
    let (here, there) = (Region::made(&db, 1), Region::made(&db, 3));
    let (at_here, at_there) = ([slug(&db, &here)], [slug(&db, &there)]);
    tell((&db, &chance), "Beskjed.", &at_here, false).unwrap();
    let owed = letters_owed(&db).len();
    for to in [&at_here[..], &[]] {
        let refused = tell((&db, &chance), "Beskjed.", to, false);
        assert!(
            matches!(refused, Err(Fault::ToldAlready(on)) if on == day("2027-01-12")),
            "{refused:?}"
        );
    }
    assert_eq!(letters_owed(&db).len(), owed, "nobody was written to twice");
    tell((&db, &chance), "Beskjed.", &at_there, false).unwrap();
    tell((&db, &chance), "En annen beskjed.", &at_here, false).unwrap();
    tell((&db, &chance), "Beskjed.", &at_here, true).unwrap();
    assert_eq!(letters_owed(&db).len(), 4 * owed);
});

both_databases!(
    a_contact_point_that_is_not_there_is_refused_and_one_named_twice_counts_once,
    |db| {
        let chance = Chance::seeded(2);
        let here = Region::made(&db, 1);
        let _note = here.add_note(day("2027-01-10"));
        let nowhere = tell((&db, &chance), "Beskjed.", &["nowhere".parse().unwrap()], false);
        assert!(matches!(nowhere, Err(Fault::NoSuchContactPoint)), "{nowhere:?}");
        assert_eq!(letters_owed(&db), []);
        let twice = [slug(&db, &here), slug(&db, &here)];
        assert_eq!(tell((&db, &chance), "Beskjed.", &twice, false).unwrap().participants, 1);
    }
);
