//! When the fault lies with us or with the mail server, all letters wait, and none is to blame (promise L4).

use chrono::TimeDelta;
use model::SeatState;
use store::Db;
use testkit::{
    both_databases,
    smtp::{Answer, Script, SmtpPeer, Stage},
};

use super::office::{KARI, OLA, Office, route_to};
use crate::Tally;

fn put_off(put_off: usize) -> Tally {
    Tally {
        put_off,
        ..Tally::default()
    }
}

fn delivered(delivered: usize) -> Tally {
    Tally {
        delivered,
        ..Tally::default()
    }
}

both_databases!(a_server_that_is_closed_pauses_all_letters_and_ends_none, async |db| {
    assert_pauses(&db, Stage::Greeting, "554 5.3.2 No service", "greeting-554").await;
});

both_databases!(
    a_server_that_refuses_our_address_pauses_all_letters_and_ends_none,
    async |db| {
        assert_pauses(&db, Stage::Mail, "550 5.7.1 Sender refused", "mail-from-550").await;
    }
);

async fn assert_pauses(db: &Db, at: Stage, line: &str, cause: &str) {
    let office = Office::open(db);
    office.owe_confirmation(KARI);
    let (note, group) = office.invite(OLA);
    let peer = SmtpPeer::start(Script::new().at(at, Answer::line(line)));
    let notifier = office.notifier(route_to(&peer));

    assert_eq!(notifier.deliver_due().await.unwrap(), put_off(2));

    let pause = office.pause().unwrap();
    assert_eq!(pause.cause, cause);
    assert_eq!(pause.until, office.clock.now() + TimeDelta::minutes(5));
    assert_eq!(peer.connections(), 1, "the second letter was not even tried");
    assert_eq!(office.owed(), 2);
    assert_eq!(office.find_seat(note, group).state, SeatState::Invited);

    peer.follow(Script::new());
    assert_eq!(
        notifier.deliver_due().await.unwrap(),
        Tally::default(),
        "the pause holds"
    );
    assert_eq!(peer.connections(), 1);
    office.clock.advance(TimeDelta::minutes(5));
    assert_eq!(notifier.deliver_due().await.unwrap(), delivered(2));
    assert_eq!(office.pause(), None, "a letter that went through ends it");
}

fn denying() -> Script {
    Script::new().at(Stage::Rcpt, Answer::line("554 5.7.1 Relay access denied"))
}

both_databases!(
    a_server_that_relays_for_nobody_is_not_the_recipients_fault,
    async |db| {
        let office = Office::open(&db);
        office.owe_confirmation(KARI);
        let (note, group) = office.invite(OLA);
        office.owe_confirmation("per@example.test");
        let peer = SmtpPeer::start(denying());
        let notifier = office.notifier(route_to(&peer));

        assert_eq!(notifier.deliver_due().await.unwrap(), put_off(3));

        assert_eq!(office.pause().unwrap().cause, "recipient-554");
        assert_eq!(peer.connections(), 2, "after two letters it is clear");
        assert_eq!(office.owed(), 3);
        assert_eq!(office.find_seat(note, group).state, SeatState::Invited);

        peer.follow(Script::new());
        office.clock.advance(TimeDelta::minutes(5));
        assert_eq!(notifier.deliver_due().await.unwrap(), delivered(3));
        assert_eq!(office.pause(), None);
    }
);

both_databases!(one_recipient_who_is_refused_by_policy_holds_up_nobody, async |db| {
    let office = Office::open(&db);
    office.owe_confirmation(KARI);
    let one = Script::new().at_recipient(KARI, Answer::line("550 5.7.1 Not from you"));
    let peer = SmtpPeer::start(one);
    let notifier = office.notifier(route_to(&peer));
    for _ in 0..3 {
        assert_eq!(notifier.deliver_due().await.unwrap(), put_off(1));
        office.clock.advance(TimeDelta::minutes(20));
    }
    assert_eq!(office.pause(), None, "it is the same letter each time");
    office.owe_confirmation(OLA);
    let tally = notifier.deliver_due().await.unwrap();
    assert_eq!((tally.delivered, tally.put_off), (1, 1));
    office.owe_confirmation("per@example.test");
    assert_eq!(notifier.deliver_due().await.unwrap(), delivered(1));
    office.clock.advance(TimeDelta::days(3));
    let tally = notifier.deliver_due().await.unwrap();
    assert_eq!(tally.failed, 1, "in the end it is given up");
    assert_eq!(office.pause(), None);
});

both_databases!(required_tls_that_is_not_offered_sends_nothing_and_pauses, async |db| {
    let office = Office::open(&db);
    office.owe_confirmation(KARI);
    let peer = SmtpPeer::start(Script::new());
    let route = format!("smtp://127.0.0.1:{}?tls=required", peer.port());

    let tally = office.notifier(route.parse().unwrap()).deliver_due().await.unwrap();

    assert_eq!(tally, put_off(1));
    assert_eq!(office.pause().unwrap().cause, "no-starttls");
    assert_eq!(peer.received(), []);
});

both_databases!(
    a_pause_grows_while_the_route_stays_down_and_starts_anew_after,
    async |db| {
        let office = Office::open(&db);
        office.owe_confirmation(KARI);
        let down = || Script::new().at(Stage::Greeting, Answer::line("554 5.3.2 No service"));
        let peer = SmtpPeer::start(down());
        let notifier = office.notifier(route_to(&peer));
        for minutes in [5, 10, 15, 20, 25, 30, 30] {
            assert_eq!(notifier.deliver_due().await.unwrap(), put_off(1));
            let lasts = office.pause().unwrap().until - office.clock.now();
            assert_eq!(lasts, TimeDelta::minutes(minutes));
            office.clock.advance(lasts);
        }
        peer.follow(Script::new());
        assert_eq!(notifier.deliver_due().await.unwrap(), delivered(1));

        peer.follow(down());
        office.owe_confirmation(OLA);
        assert_eq!(notifier.deliver_due().await.unwrap(), put_off(1));
        let lasts = office.pause().unwrap().until - office.clock.now();
        assert_eq!(lasts, TimeDelta::minutes(5));
    }
);

both_databases!(a_pause_of_four_days_loses_no_letter_that_is_of_use, async |db| {
    let office = Office::open(&db);
    office.owe_confirmation(KARI);
    let peer = SmtpPeer::start(Script::new().at(Stage::Mail, Answer::line("550 5.7.1 No")));
    let notifier = office.notifier(route_to(&peer));
    assert_eq!(notifier.deliver_due().await.unwrap(), put_off(1));
    office.clock.advance(TimeDelta::days(4));
    // The first real try, and it is greylisted.
    peer.follow(Script::new().at(Stage::Rcpt, Answer::line("450 4.7.1 Greylisted")));
    assert_eq!(notifier.deliver_due().await.unwrap(), put_off(1));
    office.clock.advance(TimeDelta::minutes(2));
    peer.follow(Script::new());
    assert_eq!(notifier.deliver_due().await.unwrap(), delivered(1));
});

both_databases!(a_pause_holds_for_every_worker, async |db| {
    let office = Office::open(&db);
    office.owe_confirmation(KARI);
    let peer = SmtpPeer::start(Script::new().at(Stage::Mail, Answer::line("550 5.7.1 No")));
    let other = office.notifier_on(db.opened_again(), route_to(&peer));
    office.notifier(route_to(&peer)).deliver_due().await.unwrap();
    assert_eq!(other.deliver_due().await.unwrap(), Tally::default());
    assert_eq!(peer.connections(), 1);
});
