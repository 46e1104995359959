//! Several workers, and workers that crash (promises L2, R4).

use std::{collections::BTreeSet, time::Duration};

use store::outbox::{self, Outcome};
use testkit::{
    both_databases,
    smtp::{Answer, Script, SmtpPeer, Stage},
};

use super::office::{KARI, Office, route_to};
use crate::Tally;

both_databases!(two_workers_share_the_letters_and_send_none_twice, async |db| {
    let office = Office::open(&db);
    for person in 0..30 {
        office.owe_confirmation(&format!("person{person}@example.test"));
    }
    let peer = SmtpPeer::start(Script::new());
    let one = office.notifier(route_to(&peer));
    let two = office.notifier_on(db.opened_again(), route_to(&peer));

    let mut delivered = 0;
    while office.owed() > 0 {
        let (a, b) = tokio::join!(one.deliver_due(), two.deliver_due());
        delivered += a.unwrap().delivered + b.unwrap().delivered;
    }

    assert_eq!(delivered, 30);
    let taken = peer.accepted();
    let recipients: BTreeSet<_> = taken.iter().flat_map(|letter| &letter.rcpt_to).collect();
    assert_eq!((taken.len(), recipients.len()), (30, 30));
});

both_databases!(
    the_letters_of_a_crashed_worker_are_taken_over_and_its_late_end_changes_nothing,
    async |db| {
        let office = Office::open(&db);
        let (note, group) = office.invite(KARI);
        let peer = SmtpPeer::start(Script::new());
        let notifier = office.notifier(route_to(&peer));
        // Another worker has claimed the letter, and is heard of no more.
        let now = office.clock.now();
        let [stranded] = office.write(|tx| outbox::claim(tx, now, 10)).try_into().unwrap();
        assert_eq!(
            notifier.deliver_due().await.unwrap(),
            Tally::default(),
            "the lease is held"
        );

        // The lease runs out by the database's own time: stand in for the wait by giving it back, as a later
        // claim would find it.
        office.write(|tx| outbox::release(tx, &stranded));
        let [taken_over] = office.write(|tx| outbox::claim(tx, now, 10)).try_into().unwrap();
        assert_eq!(taken_over.fence, stranded.fence + 1);

        // Its late words: sent, refused, later.
        let late = notifier.record_failed(&stranded).await.unwrap();
        assert_eq!(late, crate::notifier::End::Lost);
        let seat = office.find_seat(note, group);
        assert_eq!(seat.state, model::SeatState::Invited, "the seat was not freed");
        let late = notifier
            .record_delivered(&stranded, office.clock.today())
            .await
            .unwrap();
        assert_eq!(late, crate::notifier::End::Lost);
        assert_eq!(office.find_seat(note, group).answer_by, None);
        assert_eq!(
            notifier.record_dropped(&stranded).await.unwrap(),
            crate::notifier::End::Lost
        );
        assert_eq!(office.owed(), 1);

        let ended = office.write(|tx| outbox::end(tx, &taken_over, Outcome::Delivered, now));
        assert!(ended, "whoever has the claim ends the letter");
    }
);

both_databases!(
    a_letter_whose_end_is_lost_is_sent_again_under_the_same_name,
    async |db| {
        let office = Office::open(&db);
        office.owe_confirmation(KARI);
        // Taken by the mail server, which never got to say so.
        let peer = SmtpPeer::start(Script::new().at(Stage::AfterDot, Answer::HangUp));
        let notifier = office.notifier(route_to(&peer));
        notifier.deliver_due().await.unwrap();
        peer.follow(Script::new());
        office.clock.advance(chrono::TimeDelta::minutes(2));
        notifier.deliver_due().await.unwrap();

        let [first, second] = peer.received().try_into().unwrap();
        assert!(!first.accepted && second.accepted);
        let same = |name: &str| {
            let value = |data: &[u8]| {
                let (headers, _) = mailparse::parse_headers(data).unwrap();
                mailparse::MailHeaderMap::get_first_value(&*headers, name).unwrap()
            };
            assert_eq!(value(&first.data), value(&second.data), "{name}");
            value(&second.data)
        };
        assert_eq!(same("Date"), "Tue, 12 Jan 2027 09:00:00 +0000", "when it became owed");
        assert!(same("Message-ID").ends_with("@oppstart.example>"));
        assert_eq!(first.data, second.data, "all of it is the same");
    }
);

both_databases!(a_letter_is_not_begun_when_its_lease_may_run_out, async |db| {
    let office = Office::open(&db);
    office.owe_confirmation(KARI);
    let peer = SmtpPeer::start(Script::new());
    let mut notifier = office.notifier(route_to(&peer));
    notifier.claim_is_good_for = Duration::ZERO;
    assert_eq!(notifier.deliver_due().await.unwrap().put_off, 1);
    assert_eq!(peer.connections(), 0);
    let now = office.clock.now();
    let free = office.write(|tx| outbox::claim(tx, now, 10));
    assert_eq!((free.len(), free[0].attempts), (1, 0), "it was given back untried");
});
