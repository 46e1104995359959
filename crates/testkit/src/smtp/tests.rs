use std::io::{BufRead, BufReader, Read, Write};

use super::*;

/// A client that says what a test tells it to.
struct Client(BufReader<TcpStream>);

impl Client {
    fn connect(peer: &SmtpPeer) -> Self {
        Self(BufReader::new(
            TcpStream::connect(peer.address()).expect("the peer listens"),
        ))
    }

    fn say(&mut self, text: &str) {
        self.0
            .get_mut()
            .write_all(format!("{text}\r\n").as_bytes())
            .expect("the peer reads");
    }

    /// The last line of the next reply.
    fn hear(&mut self) -> String {
        loop {
            let mut line = String::new();
            self.0.read_line(&mut line).expect("the peer answers");
            if line.as_bytes().get(3) != Some(&b'-') {
                return line.trim_end().to_owned();
            }
        }
    }

    fn ask(&mut self, text: &str) -> String {
        self.say(text);
        self.hear()
    }

    /// Goes as far as the answer to DATA.
    fn up_to_data(peer: &SmtpPeer) -> Self {
        let mut client = Self::connect(peer);
        assert!(client.hear().starts_with("220"));
        assert_eq!(client.ask("EHLO client.test"), "250 8BITMIME");
        assert!(client.ask("MAIL FROM:<post@oppstart.test> SIZE=20").starts_with("250"));
        assert!(client.ask("RCPT TO:<kari@example.test>").starts_with("250"));
        assert!(client.ask("DATA").starts_with("354"));
        client
    }
}

#[test]
fn a_letter_is_recorded_with_its_envelope() {
    let peer = SmtpPeer::start(Script::new());
    let mut client = Client::up_to_data(&peer);

    assert!(client.ask("Subject: Hei\r\n\r\n..hidden dot\r\n.").starts_with("250"));
    assert!(client.ask("QUIT").starts_with("221"));

    let letters = peer.wait_for_accepted(1, Duration::from_secs(5));
    let letter = Letter {
        ehlo: "client.test".into(),
        mail_from: "post@oppstart.test".into(),
        rcpt_to: vec!["kari@example.test".into()],
        data: b"Subject: Hei\r\n\r\n.hidden dot\r\n".to_vec(),
        accepted: true,
    };
    assert_eq!(letters, [letter]);
    assert_eq!(peer.connections(), 1);
}

#[test]
fn every_stage_answers_as_scripted() {
    for (stage, words) in [
        (Stage::Greeting, vec![]),
        (Stage::Ehlo, vec!["EHLO a.test"]),
        (Stage::StartTls, vec!["STARTTLS"]),
        (Stage::Auth, vec!["AUTH PLAIN AGEAYg=="]),
        (Stage::Mail, vec!["MAIL FROM:<a@a.test>"]),
        (Stage::Rcpt, vec!["RCPT TO:<b@a.test>"]),
        (Stage::Data, vec!["DATA"]),
        (Stage::AfterDot, vec!["RCPT TO:<b@a.test>", "DATA", "Hei\r\n."]),
    ] {
        let peer = SmtpPeer::start(Script::new().at(stage, Answer::line("450 4.7.1 Later")));
        let mut client = Client::connect(&peer);

        let mut heard = client.hear();
        for word in words {
            heard = client.ask(word);
        }

        assert_eq!(heard, "450 4.7.1 Later", "{stage:?}");
        assert_eq!(peer.accepted(), [], "{stage:?}");
    }
}

#[test]
fn one_recipient_is_refused_and_others_are_not() {
    let peer = SmtpPeer::start(Script::new().at_recipient("gone@a.test", Answer::line("550 5.1.1 No")));
    let mut client = Client::connect(&peer);
    client.hear();

    assert!(client.ask("RCPT TO:<gone@a.test>").starts_with("550"));
    assert!(client.ask("RCPT TO:<kari@a.test>").starts_with("250"));
}

#[test]
fn a_connection_dropped_in_the_letter_leaves_no_letter() {
    let peer = SmtpPeer::start(Script::new().at(Stage::InData, Answer::HangUp));
    let mut client = Client::up_to_data(&peer);

    client.say("Subject: Hei");

    let mut rest = Vec::new();
    let ended = client.0.read_to_end(&mut rest);
    assert!(ended.is_err() || rest.is_empty(), "the peer said {rest:?}");
    assert_eq!(peer.received(), []);
}

#[test]
fn a_letter_that_is_never_answered_is_received_but_not_accepted() {
    let peer = SmtpPeer::start(Script::new().at(Stage::AfterDot, Answer::HangUp));
    let mut client = Client::up_to_data(&peer);

    client.say("Subject: Hei\r\n.");

    let mut rest = Vec::new();
    assert_eq!(client.0.read_to_end(&mut rest).ok(), Some(0));
    assert_eq!((peer.received().len(), peer.accepted().len()), (1, 0));
}

#[test]
fn silence_lasts_until_the_peer_is_dropped() {
    let peer = SmtpPeer::start(Script::new().at(Stage::Greeting, Answer::Silence));
    let mut client = Client::connect(&peer);
    client.say("EHLO impatient.test");
    peer.wait_for_connections(1, Duration::from_secs(5));

    drop(peer);

    let mut rest = Vec::new();
    let ended = client.0.read_to_end(&mut rest);
    assert!(ended.is_err() || rest.is_empty(), "the peer said {rest:?}");
}

#[test]
fn a_new_script_holds_from_the_next_connection_on() {
    let peer = SmtpPeer::start(Script::new().at(Stage::Greeting, Answer::line("554 5.3.2 Closed")));
    assert!(Client::connect(&peer).hear().starts_with("554"));

    peer.follow(Script::new().offering("STARTTLS"));

    let mut client = Client::connect(&peer);
    assert!(client.hear().starts_with("220"));
    client.say("EHLO client.test");
    let mut reply = String::new();
    for _ in 0..3 {
        client.0.read_line(&mut reply).expect("three lines");
    }
    assert_eq!(reply, "250-peer.test\r\n250-STARTTLS\r\n250 8BITMIME\r\n");
}
