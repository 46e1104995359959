//! What each reply of a mail server means, at each stage. No database: a route, a letter, a peer.

use std::{net::TcpListener, time::Duration};

use chrono::DateTime;
use letters::Rendered;
use model::{EmailAddress, Language, LetterId};
use testkit::smtp::{Answer, Script, SmtpPeer, Stage as At};

use super::office::{DOMAIN, FROM, KARI, OLA, route_to, sender};
use crate::{Cause, DeliveryFault, Route, Stage, message::Outgoing};
use DeliveryFault::{Denied, GiveUp, RouteDown, TryAgain};

const PATIENCE: Duration = Duration::from_secs(20);

fn letter(to: &str) -> Outgoing {
    Outgoing {
        id: LetterId::from_bytes([9; 16]),
        to: EmailAddress::parse(to).unwrap(),
        owed_at: DateTime::UNIX_EPOCH,
        language: Language::Bokmal,
        rendered: Rendered {
            subject: "Tid for første møte".to_owned(),
            text: "Hei.\n.\nPunktum.\n".to_owned(),
            html: "<p>Hei.</p>".to_owned(),
        },
    }
}

async fn send_within(route: &Route, to: &str, deadline: Duration) -> Result<(), DeliveryFault> {
    let (now, sender) = (DateTime::UNIX_EPOCH, sender());
    let sending = route.deliver(letter(to), &sender, now, deadline);
    tokio::time::timeout(2 * PATIENCE, sending)
        .await
        .expect("the deadline holds")
}

async fn send(route: &Route, to: &str) -> Result<(), DeliveryFault> {
    send_within(route, to, PATIENCE).await
}

/// What becomes of a letter at a peer with this script, which must not have accepted it.
async fn refusal(script: Script) -> DeliveryFault {
    let peer = SmtpPeer::start(script);
    let fault = send(&route_to(&peer), KARI).await.unwrap_err();
    assert_eq!(peer.accepted(), []);
    fault
}

fn route_with(peer: &SmtpPeer, userinfo: &str, option: &str) -> Route {
    format!("smtp://{userinfo}127.0.0.1:{}{option}", peer.port())
        .parse()
        .unwrap()
}

#[tokio::test]
async fn a_letter_that_is_answered_with_250_is_sent_to_its_one_recipient() {
    let peer = SmtpPeer::start(Script::new());

    send(&route_to(&peer), KARI).await.unwrap();

    let [taken] = peer.accepted().try_into().unwrap();
    assert_eq!(taken.ehlo, DOMAIN);
    assert_eq!(taken.mail_from, FROM);
    assert_eq!(taken.rcpt_to, [KARI]);
}

#[tokio::test]
async fn replies_are_judged_by_stage_and_code() {
    for (at, line, judged) in [
        (
            At::Greeting,
            "554 5.3.2 No",
            RouteDown(Cause::Reply(Stage::Greeting, 554)),
        ),
        (
            At::Greeting,
            "421 4.3.2 Later",
            TryAgain(Cause::Reply(Stage::Greeting, 421)),
        ),
        (At::Ehlo, "550 5.7.1 No", RouteDown(Cause::Reply(Stage::Greeting, 550))),
        (
            At::Ehlo,
            "421 4.7.0 Later",
            TryAgain(Cause::Reply(Stage::Greeting, 421)),
        ),
        (At::Mail, "550 5.7.1 No", RouteDown(Cause::Reply(Stage::Mail, 550))),
        (At::Mail, "530 5.7.0 Log in", RouteDown(Cause::Reply(Stage::Mail, 530))),
        (At::Mail, "451 4.3.0 Later", TryAgain(Cause::Reply(Stage::Mail, 451))),
        (At::Rcpt, "450 4.7.1 Later", TryAgain(Cause::Reply(Stage::Rcpt, 450))),
        (At::Rcpt, "550 5.1.1 No", GiveUp(Cause::Reply(Stage::Rcpt, 550))),
        (At::Rcpt, "553 No such user", GiveUp(Cause::Reply(Stage::Rcpt, 553))),
        (
            At::Rcpt,
            "554 5.7.1 Relay access denied",
            Denied(Cause::Reply(Stage::Rcpt, 554)),
        ),
        (At::Rcpt, "550 5.7.64 No tenant", Denied(Cause::Reply(Stage::Rcpt, 550))),
        (At::Rcpt, "550 Relaying denied", Denied(Cause::Reply(Stage::Rcpt, 550))),
        (
            At::Rcpt,
            "553 not among our rcpthosts (#5.7.1)",
            Denied(Cause::Reply(Stage::Rcpt, 553)),
        ),
        (At::Rcpt, "530 5.7.0 Log in", RouteDown(Cause::Reply(Stage::Rcpt, 530))),
        (At::Data, "451 4.3.0 Later", TryAgain(Cause::Reply(Stage::Data, 451))),
        (At::Data, "554 5.5.1 No", GiveUp(Cause::Reply(Stage::Data, 554))),
        (
            At::AfterDot,
            "452 4.3.1 Full",
            TryAgain(Cause::Reply(Stage::Letter, 452)),
        ),
        (At::AfterDot, "554 5.7.1 No", GiveUp(Cause::Reply(Stage::Letter, 554))),
    ] {
        let script = Script::new().at(at, Answer::line(line));
        assert_eq!(refusal(script).await, judged, "{at:?} {line}");
    }
}

#[tokio::test]
async fn what_is_not_understood_is_not_sent() {
    for (at, line, stage) in [
        (At::Greeting, "999 What", Stage::Greeting),
        (At::Mail, "354 Go on", Stage::Mail),
        (At::Rcpt, "354 Go on", Stage::Rcpt),
        (At::Data, "250 Fine", Stage::Data),
        (At::AfterDot, "354 Go on", Stage::Letter),
        (At::AfterDot, "999 What", Stage::Letter),
    ] {
        let script = Script::new().at(at, Answer::line(line));
        assert_eq!(refusal(script).await, TryAgain(Cause::Unclear(stage)), "{at:?} {line}");
    }
    // A peer that counts every 2xx as taken: we don't.
    let peer = SmtpPeer::start(Script::new().at(At::AfterDot, Answer::line("251 Elsewhere")));
    let judged = send(&route_to(&peer), KARI).await;
    assert_eq!(judged, Err(TryAgain(Cause::Unclear(Stage::Letter))));
}

#[tokio::test]
async fn a_connection_that_ends_is_tried_again() {
    for at in [
        At::Greeting,
        At::Ehlo,
        At::Mail,
        At::Rcpt,
        At::Data,
        At::InData,
        At::AfterDot,
    ] {
        let fault = refusal(Script::new().at(at, Answer::HangUp)).await;
        assert!(
            matches!(fault, TryAgain(Cause::Unclear(_) | Cause::Cut(_) | Cause::Unreachable)),
            "{at:?}: {fault}"
        );
    }
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let route: Route = format!("smtp://{closed}").parse().unwrap();
    assert_eq!(send(&route, KARI).await, Err(TryAgain(Cause::Unreachable)));
}

/// lettre's own timeout bounds only the connecting.
#[tokio::test]
async fn a_silent_server_has_until_our_deadline() {
    for at in [
        At::Greeting,
        At::Ehlo,
        At::Mail,
        At::Rcpt,
        At::Data,
        At::InData,
        At::AfterDot,
    ] {
        let peer = SmtpPeer::start(Script::new().at(at, Answer::Silence));
        let sent = send_within(&route_to(&peer), KARI, Duration::from_millis(50)).await;
        assert_eq!(sent, Err(TryAgain(Cause::Silent)), "{at:?}");
        assert_eq!(peer.accepted(), [], "{at:?}");
    }
}

/// lettre's pool reuses a connection that a deadline has cut, takes the last letter's reply for the next one's,
/// and says that it was sent.
#[tokio::test]
async fn after_a_deadline_the_next_letter_has_a_connection_and_an_answer_of_its_own() {
    for at in [At::Data, At::InData, At::AfterDot] {
        let peer = SmtpPeer::start(Script::new().at(at, Answer::Silence));
        let route = route_to(&peer);
        let cut = send_within(&route, KARI, Duration::from_millis(50)).await;
        assert_eq!(cut, Err(TryAgain(Cause::Silent)));

        peer.follow(Script::new().at(At::AfterDot, Answer::line("554 5.7.1 No")));
        let refused = send(&route, OLA).await;
        assert_eq!(refused, Err(GiveUp(Cause::Reply(Stage::Letter, 554))), "{at:?}");

        peer.follow(Script::new());
        send(&route, OLA).await.unwrap();
        let [taken] = peer.accepted().try_into().unwrap();
        assert_eq!(taken.rcpt_to, [OLA]);
        assert_eq!(peer.connections(), 3, "one for each letter");
    }
}

/// lettre makes a fault of its own, neither for now nor for good, of a domain that is not ASCII.
#[tokio::test]
async fn a_domain_with_other_letters_is_sent_in_its_ascii_form() {
    let peer = SmtpPeer::start(Script::new());
    send(&route_to(&peer), "kari@blåbær.no").await.unwrap();
    let [taken] = peer.accepted().try_into().unwrap();
    assert_eq!(taken.rcpt_to, ["kari@xn--blbr-roah.no"]);
    assert!(taken.data.is_ascii());
}

#[tokio::test]
async fn a_line_with_a_point_alone_does_not_end_the_letter() {
    let peer = SmtpPeer::start(Script::new());
    send(&route_to(&peer), KARI).await.unwrap();
    let [taken] = peer.accepted().try_into().unwrap();
    let parsed = mailparse::parse_mail(&taken.data).unwrap();
    assert_eq!(
        parsed.subparts[0].get_body().unwrap().trim_end(),
        "Hei.\r\n.\r\nPunktum."
    );
}

#[tokio::test]
async fn without_the_required_tls_nothing_is_said() {
    for (script, cause) in [
        (Script::new(), Cause::NoStartTls),
        (Script::new().offering("STARTTLS"), Cause::Reply(Stage::StartTls, 454)),
        (
            Script::new()
                .offering("STARTTLS")
                .at(At::StartTls, Answer::line("220 Go ahead")),
            Cause::Tls,
        ),
    ] {
        let peer = SmtpPeer::start(script.offering("AUTH PLAIN"));
        let route = route_with(&peer, "kari:hemmelig@", "?tls=required");
        assert_eq!(send(&route, KARI).await, Err(RouteDown(cause)));
        assert_eq!(peer.received(), []);
    }
}

#[tokio::test]
async fn a_server_that_does_not_let_us_in_is_no_letters_fault() {
    for (script, judged) in [
        (Script::new().offering("AUTH PLAIN"), Ok(())),
        (Script::new(), Err(RouteDown(Cause::NoLogin))),
        (
            Script::new()
                .offering("AUTH PLAIN")
                .at(At::Auth, Answer::line("535 5.7.8 No")),
            Err(RouteDown(Cause::Reply(Stage::Auth, 535))),
        ),
        (
            Script::new()
                .offering("AUTH PLAIN")
                .at(At::Auth, Answer::line("454 4.7.0 Later")),
            Err(TryAgain(Cause::Reply(Stage::Auth, 454))),
        ),
    ] {
        let peer = SmtpPeer::start(script);
        assert_eq!(send(&route_with(&peer, "kari:hemmelig@", ""), KARI).await, judged);
    }
}
