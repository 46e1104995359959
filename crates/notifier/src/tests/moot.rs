//! Letters that nobody needs any more are dropped, and counted (promise L6).

use chrono::TimeDelta;
use model::{GroupState, Letter, LetterId, NoteState, SeatState};
use testkit::{
    both_databases,
    smtp::{Script, SmtpPeer},
};

use super::office::{KARI, Office, route_to};
use crate::{Mailbox, Route, Tally};

fn dropped(dropped: usize) -> Tally {
    Tally {
        dropped,
        ..Tally::default()
    }
}

async fn pass(office: &Office) -> Tally {
    let peer = SmtpPeer::start(Script::new());
    let tally = office.notifier(route_to(&peer)).deliver_due().await.unwrap();
    assert_eq!(peer.accepted().len(), tally.delivered);
    tally
}

both_databases!(a_letter_is_useful_up_to_its_moment_and_dropped_after, async |db| {
    let office = Office::open(&db);
    let group = office.group(GroupState::Ready);
    let useless_after = office.clock.now() + TimeDelta::hours(1);
    let owe = |address: &str| {
        let note = office.note(address, NoteState::Joined);
        office.seat(group, note, SeatState::Accepted);
        office.owe_until(Letter::MeetingOn { note, group }, useless_after)
    };
    owe(KARI);
    office.clock.advance(TimeDelta::hours(1));
    let on_the_dot = Tally {
        delivered: 1,
        ..Tally::default()
    };
    assert_eq!(pass(&office).await, on_the_dot);

    owe("ola@example.test");
    office.clock.advance(TimeDelta::seconds(1));
    assert_eq!(
        pass(&office).await,
        dropped(1),
        "the day after, nobody reads of a meeting tomorrow"
    );
    assert_eq!(office.owed(), 0);
});

both_databases!(a_letter_to_an_erased_note_is_never_sent, async |db| {
    let office = Office::open(&db);
    let note = office.note(KARI, NoteState::Unconfirmed);
    office.owe(Letter::ConfirmNote { note });
    office.write(|tx| store::note::erase(tx, note));
    assert_eq!(pass(&office).await, Tally::default());
    assert_eq!(office.owed(), 0);
});

both_databases!(
    a_note_that_is_erased_while_its_letter_is_in_hand_gets_none,
    async |db| {
        let office = Office::open(&db);
        let note = office.note(KARI, NoteState::Unconfirmed);
        office.owe(Letter::ConfirmNote { note });
        let notifier = office.notifier(Route::Memory(Mailbox::new()));
        let [claimed] = notifier.claim().await.unwrap().try_into().unwrap();
        office.write(|tx| store::note::erase(tx, note));
        let attempt = notifier.attempt(&claimed).await.unwrap();
        assert!(matches!(attempt, crate::attempt::Attempt::Moot));
        let end = notifier.record_dropped(&claimed).await.unwrap();
        assert_eq!(end, crate::notifier::End::Lost, "the letter went with the note");
    }
);

both_databases!(a_code_for_an_unknown_address_is_dropped_quietly, async |db| {
    let office = Office::open(&db);
    let sign_in = office.sign_in(None);
    office.owe(Letter::SignInCode { sign_in });
    assert_eq!(pass(&office).await, dropped(1));
});

both_databases!(a_code_that_works_no_more_is_not_sent, async |db| {
    let office = Office::open(&db);
    let sign_in = office.sign_in(Some(office.igangsetter));
    office.owe(Letter::SignInCode { sign_in });
    office.clock.advance(TimeDelta::minutes(30));
    assert_eq!(pass(&office).await, dropped(1));
});

both_databases!(
    a_letter_is_dropped_when_its_recipient_has_done_what_it_asks_for,
    async |db| {
        let office = Office::open(&db);
        let mut number = 0;
        let mut person = |state| {
            number += 1;
            office.note(&format!("person{number}@example.test"), state)
        };
        let confirmed = person(NoteState::Waiting);
        office.owe(Letter::ConfirmNote { note: confirmed });
        let still_waiting = person(NoteState::Waiting);
        office.owe(Letter::StillInterested { note: still_waiting });
        let inviting = office.group(GroupState::Inviting);
        for answered in [SeatState::Accepted, SeatState::Declined] {
            let note = person(NoteState::Joined);
            office.seat(inviting, note, answered);
            office.owe(Letter::Invitation { note, group: inviting });
        }
        assert_eq!(pass(&office).await, dropped(4));
    }
);

both_databases!(a_letter_is_dropped_when_its_group_has_gone_another_way, async |db| {
    let office = Office::open(&db);
    let staff = office.igangsetter;
    let mut number = 0;
    let mut seat = |group, state| -> LetterId {
        number += 1;
        let note = office.note(&format!("person{number}@example.test"), NoteState::Invited);
        office.seat(group, note, state);
        office.owe(match state {
            SeatState::Invited => Letter::Invitation { note, group },
            _ => Letter::MeetingOn { note, group },
        })
    };
    let off = office.group(GroupState::Dissolved);
    seat(off, SeatState::Invited);
    seat(off, SeatState::Accepted);
    seat(office.group(GroupState::Ready), SeatState::Invited);
    office.owe(Letter::ParticipantsReady { staff, group: off });
    let group = office.group(GroupState::Inviting);
    office.owe(Letter::AskedToLead { staff, group });
    assert_eq!(pass(&office).await, dropped(5));
});
