//! The loop: it delivers what falls due, and ends when it is told to.

use std::{sync::Arc, time::Duration};

use testkit::{
    both_databases,
    smtp::{Answer, Script, SmtpPeer, Stage},
};
use tokio::sync::watch;

use super::office::{KARI, OLA, Office, route_to};

const PATIENCE: Duration = Duration::from_secs(20);

both_databases!(the_loop_sends_what_falls_due_until_it_is_told_to_stop, async |db| {
    let office = Office::open(&db);
    office.owe_confirmation(KARI);
    let peer = Arc::new(SmtpPeer::start(Script::new()));
    let (stop, told) = watch::channel(false);
    let notifier = office.notifier(route_to(&peer));
    let running = tokio::spawn(async move { notifier.run(told).await });
    for (taken, next) in [(1, OLA), (2, "siv@example.test")] {
        let theirs = Arc::clone(&peer);
        let letters = tokio::task::spawn_blocking(move || theirs.wait_for_accepted(taken, PATIENCE));
        assert_eq!(letters.await.unwrap().len(), taken);
        if taken == 1 {
            office.owe_confirmation(next);
        }
    }
    stop.send(true).unwrap();
    running.await.unwrap();
    assert_eq!(office.owed(), 0);
});

both_databases!(the_loop_ends_when_nobody_can_tell_it_to, async |db| {
    let office = Office::open(&db);
    let (stop, told) = watch::channel(false);
    drop(stop);
    office.notifier("files:/nowhere".parse().unwrap()).run(told).await;
});

both_databases!(
    told_to_stop_it_finishes_the_letter_in_hand_and_gives_back_the_rest,
    async |db| {
        let office = Office::open(&db);
        office.owe_confirmation(KARI);
        office.owe_confirmation(OLA);
        let peer = Arc::new(SmtpPeer::start(Script::new().at(Stage::Greeting, Answer::Silence)));
        let (stop, told) = watch::channel(false);
        let notifier = office.impatient(&peer);
        let running = tokio::spawn(async move { notifier.run(told).await });
        let theirs = Arc::clone(&peer);
        let waiting = tokio::task::spawn_blocking(move || theirs.wait_for_connections(1, PATIENCE));
        waiting.await.unwrap();

        stop.send(true).unwrap();
        running.await.unwrap();

        assert_eq!(peer.connections(), 1, "the second letter was not begun");
        let now = office.clock.now();
        let free = office.write(|tx| store::outbox::claim(tx, now, 10));
        assert_eq!(
            free.len(),
            1,
            "it is free at once; the first one waits for its next try"
        );
    }
);
