//! No address, token or code is ever logged, at any level (promise C7).

use std::{
    io::{self, Write},
    sync::{Arc, Mutex, OnceLock},
};

use chrono::TimeDelta;
use model::{GroupState, Letter, NoteState, SeatState};
use testkit::{
    DatabaseKind, TestDb,
    smtp::{Answer, Script, SmtpPeer, Stage},
};
use tracing_subscriber::{filter::LevelFilter, fmt::MakeWriter};

use super::office::{Office, route_to};
use crate::{DeliveryFault, Route};

const CANARY: &str = "canary-7f3a";

/// All that is written to the log.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, written: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(written);
        Ok(written.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// The log of this process, at the lowest level and on all threads. It is begun before anything can be logged:
/// what is first reached without a subscriber may be taken for uninteresting.
pub fn log() -> &'static Log {
    static LOG: OnceLock<Log> = OnceLock::new();
    LOG.get_or_init(|| {
        let log = Log::default();
        tracing_subscriber::fmt()
            .with_max_level(LevelFilter::TRACE)
            .with_writer(log.clone())
            .with_ansi(false)
            .init();
        log
    })
}

#[tokio::test]
async fn every_end_of_a_letter_is_logged_without_its_address_links_or_code() {
    let db = TestDb::migrated(DatabaseKind::Sqlite);
    let office = Office::open(&db);
    let address = format!("{CANARY}@example.test");
    let told = format!("{address} is not wanted here");
    let peer = SmtpPeer::start(Script::new());
    let (patient, impatient) = (office.notifier(route_to(&peer)), office.impatient(&peer));
    let mut ids = Vec::new();
    let at = |stage, line: &str| Script::new().at(stage, Answer::line(&format!("{line} {told}")));
    for (script, notifier) in [
        (Script::new(), &patient),
        (at(Stage::Rcpt, "450 4.7.1"), &patient),
        (at(Stage::Rcpt, "550 5.1.1"), &patient),
        (at(Stage::AfterDot, "554 5.7.1"), &patient),
        (at(Stage::AfterDot, "999"), &patient),
        (Script::new().at(Stage::InData, Answer::HangUp), &patient),
        (Script::new().at(Stage::Data, Answer::Silence), &impatient),
        (at(Stage::Mail, "550 5.7.1"), &patient),
    ] {
        peer.follow(script);
        ids.push(office.owe_confirmation(&address));
        notifier.deliver_due().await.unwrap();
        office.clock.advance(TimeDelta::minutes(5));
    }
    let (note, group) = (
        office.note(&address, NoteState::Joined),
        office.group(GroupState::Dissolved),
    );
    office.seat(group, note, SeatState::Accepted);
    ids.push(office.owe(Letter::Invitation { note, group }));
    let sign_in = office.sign_in(Some(office.igangsetter));
    ids.push(office.owe(Letter::SignInCode { sign_in }));
    peer.follow(Script::new());
    patient.deliver_due().await.unwrap();

    let written = String::from_utf8(log().0.lock().unwrap().clone()).unwrap();
    for id in ids {
        assert!(
            written.contains(&id.to_string()),
            "letter {id} is not in the log:\n{written}"
        );
    }
    for word in ["delivered", "put-off", "failed", "dropped", "mail-from-550"] {
        assert!(written.contains(word), "{word}");
    }
    let code = office.vault.sign_in_code(sign_in);
    for secret in [CANARY, "siri@example.test", "not wanted", "/n/", code.as_str()] {
        assert!(!written.contains(secret), "{secret} is in the log");
    }
}

#[tokio::test]
async fn no_fault_repeats_what_a_mail_server_said() {
    let peer = SmtpPeer::start(Script::new().at(Stage::Rcpt, Answer::line(&format!("550 {CANARY}"))));
    let db = TestDb::migrated(DatabaseKind::Sqlite);
    let office = Office::open(&db);
    office.owe_confirmation(&format!("{CANARY}@example.test"));
    let notifier = office.notifier(route_to(&peer));
    let [claimed] = notifier.claim().await.unwrap().try_into().unwrap();
    let attempt = notifier.attempt(&claimed).await.unwrap();
    let crate::attempt::Attempt::Failed(fault @ DeliveryFault::GiveUp(_)) = attempt else {
        panic!("the letter was not refused")
    };
    assert_eq!(fault.to_string(), "give up: recipient-550");
    assert!(!format!("{fault:?}").contains(CANARY));
}

#[test]
fn nothing_of_a_route_or_mailbox_is_shown_but_where_it_leads() {
    let route: Route = format!("smtp://{CANARY}:{CANARY}@mail.example.no").parse().unwrap();
    assert!(!format!("{route:?}").contains(CANARY));
    let mailbox = crate::Mailbox::new();
    mailbox.put(crate::Delivered {
        id: model::LetterId::from_bytes([1; 16]),
        at: chrono::DateTime::UNIX_EPOCH,
        to: CANARY.to_owned(),
        subject: CANARY.to_owned(),
        text: CANARY.to_owned(),
        html: CANARY.to_owned(),
    });
    assert!(!format!("{mailbox:?} {:?}", mailbox.list()).contains(CANARY));
}
