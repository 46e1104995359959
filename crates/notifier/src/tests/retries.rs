//! What a failed try does to a letter and to the seat that it offers (promise L4).

use chrono::{NaiveDate, TimeDelta};
use model::{GroupState, Letter, NoteId, NoteState, SeatState, Standing};
use store::Db;
use store::note::Reached;
use testkit::{
    both_databases,
    smtp::{Answer, Script, SmtpPeer, Stage},
};

use super::office::{KARI, Office, route_to};
use crate::Tally;

const PUT_OFF: Tally = Tally {
    delivered: 0,
    failed: 0,
    dropped: 0,
    put_off: 1,
};
const DELIVERED: Tally = Tally {
    delivered: 1,
    put_off: 0,
    ..PUT_OFF
};
const FAILED: Tally = Tally {
    failed: 1,
    put_off: 0,
    ..PUT_OFF
};

fn january(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, day).unwrap()
}

both_databases!(a_delivered_invitation_starts_the_days_to_answer, async |db| {
    let office = Office::open(&db);
    let (note, group) = office.invite(KARI);
    let peer = SmtpPeer::start(Script::new());

    let tally = office.notifier(route_to(&peer)).deliver_due().await.unwrap();

    assert_eq!(tally, DELIVERED);
    assert_eq!(office.owed(), 0);
    let seat = office.find_seat(note, group);
    assert_eq!((seat.state, seat.answer_by), (SeatState::Invited, Some(january(17))));
});

both_databases!(a_greylisted_letter_is_tried_again_after_a_minute, async |db| {
    let office = Office::open(&db);
    let (note, group) = office.invite(KARI);
    let peer = SmtpPeer::start(Script::new().at(Stage::Rcpt, Answer::line("450 4.7.1 Greylisted")));
    let notifier = office.notifier(route_to(&peer));

    assert_eq!(notifier.deliver_due().await.unwrap(), PUT_OFF);
    assert_eq!(office.find_seat(note, group).answer_by, None, "no days to answer yet");
    assert_eq!(
        notifier.deliver_due().await.unwrap(),
        Tally::default(),
        "it is not due yet"
    );

    peer.follow(Script::new());
    office.clock.advance(TimeDelta::seconds(59));
    assert_eq!(notifier.deliver_due().await.unwrap(), Tally::default(), "still not");
    office.clock.advance(TimeDelta::seconds(17));
    assert_eq!(notifier.deliver_due().await.unwrap(), DELIVERED);
    assert_eq!(peer.accepted().len(), 1);
});

both_databases!(each_passing_fault_keeps_the_letter, async |db| {
    let office = Office::open(&db);
    let (note, group) = office.invite(KARI);
    let peer = SmtpPeer::start(Script::new());
    // Only silence is not waited for: on a busy machine an answer takes longer than such patience.
    let (patient, impatient) = (office.notifier(route_to(&peer)), office.impatient(&peer));
    for (at, answer) in [
        (Stage::Rcpt, Answer::line("450 4.7.1 Later")),
        (Stage::AfterDot, Answer::Silence),
        (Stage::InData, Answer::HangUp),
        (Stage::Greeting, Answer::Silence),
        (Stage::AfterDot, Answer::HangUp),
        (Stage::AfterDot, Answer::line("354 What")),
    ] {
        let notifier = match answer {
            Answer::Silence => &impatient,
            Answer::HangUp | Answer::Line(_) => &patient,
        };
        peer.follow(Script::new().at(at, answer));
        assert_eq!(notifier.deliver_due().await.unwrap(), PUT_OFF, "{at:?}");
        assert_eq!(office.owed(), 1, "{at:?}");
        assert_eq!(office.pause(), None, "{at:?}");
        // The longest wait, with its jitter.
        office.clock.advance(TimeDelta::minutes(450));
    }
    peer.follow(Script::new());
    assert_eq!(patient.deliver_due().await.unwrap(), DELIVERED);
    assert_eq!(office.find_seat(note, group).answer_by, Some(january(19)));
});

both_databases!(a_refused_recipient_frees_the_seat, async |db| {
    assert_frees_the_seat(
        &db,
        Script::new().at_recipient(KARI, Answer::line("550 5.1.1 No such user")),
    )
    .await;
});

both_databases!(a_refused_letter_frees_the_seat, async |db| {
    assert_frees_the_seat(
        &db,
        Script::new().at(Stage::AfterDot, Answer::line("554 5.7.1 Not wanted")),
    )
    .await;
});

async fn assert_frees_the_seat(db: &Db, script: Script) {
    let office = Office::open(db);
    let (note, group) = office.invite(KARI);
    // So late that the seat is offered to nobody else.
    office.clock.advance(TimeDelta::days(10));
    let peer = SmtpPeer::start(script);

    let tally = office.notifier(route_to(&peer)).deliver_due().await.unwrap();

    assert_eq!(tally, FAILED);
    assert_eq!(office.pause(), None);
    let note = office.write(|tx| store::note::get(tx, note));
    assert_eq!(note.standing.state(), NoteState::Paused);
    assert_eq!(office.write(|tx| store::seat::find_live(tx, note.id)), None);
    // Nobody else was invited, so the group is settled too: there were too few.
    let group = office.write(|tx| store::group::get(tx, group));
    assert_eq!(group.state, GroupState::Dissolved);
}

both_databases!(after_72_hours_a_letter_is_given_up, async |db| {
    let office = Office::open(&db);
    let (note, _) = office.invite(KARI);
    let owed_at = office.clock.now();
    let peer = SmtpPeer::start(Script::new().at(Stage::Rcpt, Answer::line("450 4.2.1 Later")));
    let notifier = office.notifier(route_to(&peer));
    let mut tried = 0;
    loop {
        let tally = notifier.deliver_due().await.unwrap();
        if tally == FAILED {
            break;
        }
        tried += tally.put_off;
        office.clock.advance(TimeDelta::minutes(10));
    }
    assert!((14..=17).contains(&tried), "{tried} tries");
    let given_up_after = office.clock.now() - owed_at;
    assert!(
        (TimeDelta::hours(72)..=TimeDelta::hours(73)).contains(&given_up_after),
        "{given_up_after}"
    );
    assert_eq!(
        office.write(|tx| store::seat::find_live(tx, note)),
        None,
        "the seat is free"
    );
    let standing = office.write(|tx| store::note::get(tx, note)).standing;
    assert_eq!(standing.state(), NoteState::Waiting, "and nobody is to blame");
});

both_databases!(one_refused_letter_does_not_hold_up_the_next, async |db| {
    let office = Office::open(&db);
    for person in 0..5 {
        office.owe_confirmation(&format!("person{person}@example.test"));
    }
    let script = Script::new()
        .at_recipient("person1@example.test", Answer::line("550 5.1.1 No"))
        .at_recipient("person3@example.test", Answer::line("450 4.7.1 Later"));
    let peer = SmtpPeer::start(script);

    let tally = office.notifier(route_to(&peer)).deliver_due().await.unwrap();

    let expected = Tally {
        delivered: 3,
        failed: 1,
        dropped: 0,
        put_off: 1,
    };
    assert_eq!(tally, expected);
    for letter in peer.accepted() {
        assert_eq!(letter.rcpt_to.len(), 1, "one letter, one recipient");
    }
});

both_databases!(
    a_group_in_disorder_does_not_send_or_try_its_letters_for_ever,
    async |db| {
        let office = Office::open(&db);
        // Seats of notes that are not invited: their groups' rows contradict each other.
        let group = office.group(GroupState::Inviting);
        let note = office.note(KARI, NoteState::Waiting);
        office.seat(group, note, SeatState::Invited);
        office.owe(Letter::Invitation { note, group });
        let peer = SmtpPeer::start(Script::new().at(Stage::Rcpt, Answer::line("550 5.1.1 No")));
        assert_eq!(office.notifier(route_to(&peer)).deliver_due().await.unwrap(), FAILED);
        assert_eq!(office.owed(), 0);
        assert_eq!(
            office.find_seat(note, group).state,
            SeatState::Invited,
            "left as it was"
        );
    }
);

both_databases!(an_address_for_a_key_that_is_not_here_yet_is_tried_again, async |db| {
    let office = Office::open(&db);
    let theirs = office.note(KARI, NoteState::Waiting);
    let mut sealed = office.write(|tx| store::note::get_sealed_address(tx, theirs));
    // The number of the key comes first.
    sealed[..4].copy_from_slice(&2_u32.to_be_bytes());
    let mut note = office.write(|tx| store::note::get(tx, theirs));
    note.id = NoteId::random(&office.chance);
    note.standing = Standing::left(office.clock.today());
    let reached = Reached::Address {
        sealed: &sealed,
        index: &[0; 32],
    };
    office.write(|tx| store::note::insert(tx, &note, &[], reached));
    office.owe(Letter::ConfirmNote { note: note.id });
    let peer = SmtpPeer::start(Script::new());
    assert_eq!(office.notifier(route_to(&peer)).deliver_due().await.unwrap(), PUT_OFF);
    assert_eq!(office.owed(), 1);
    assert_eq!(office.pause(), None);
});
