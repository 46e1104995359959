//! What a mail provider sees of a letter (promises C8, C9, L3, L5).

use mailparse::{MailHeaderMap, ParsedMail, parse_mail};
use model::{GroupState, Language, Letter, NoteState, SeatState, is_neutral};
use testkit::{
    DatabaseKind, TestDb,
    smtp::{Letter as Taken, Script, SmtpPeer},
};

use super::office::{DOMAIN, FROM, KARI, Office, route_to};

/// An invitation in English, as a mail server took it.
async fn taken() -> (String, Taken) {
    let db = TestDb::migrated(DatabaseKind::Sqlite);
    let office = Office::open(&db);
    let note = office.note_in(Language::English, KARI, NoteState::Invited);
    let group = office.group(GroupState::Inviting);
    office.seat(group, note, SeatState::Invited);
    let id = office.owe(Letter::Invitation { note, group });
    let peer = SmtpPeer::start(Script::new());
    office.notifier(route_to(&peer)).deliver_due().await.unwrap();
    let [taken] = peer.accepted().try_into().unwrap();
    (id.to_string(), taken)
}

fn values(mail: &ParsedMail<'_>, name: &str) -> Vec<String> {
    mail.headers.get_all_values(name)
}

#[tokio::test]
async fn headers_are_the_same_few_for_every_letter() {
    let (id, taken) = taken().await;
    let mail = parse_mail(&taken.data).unwrap();
    let mut names: Vec<String> = mail
        .headers
        .iter()
        .map(|header| header.get_key().to_lowercase())
        .collect();
    names.sort();
    let known = [
        "auto-submitted",
        "content-language",
        "content-type",
        "date",
        "from",
        "message-id",
        "mime-version",
        "subject",
        "to",
    ];
    assert_eq!(names, known);
    assert_eq!(values(&mail, "Auto-Submitted"), ["auto-generated"]);
    assert_eq!(values(&mail, "Content-Language"), ["en"]);
    assert_eq!(values(&mail, "Date"), ["Tue, 12 Jan 2027 09:00:00 +0000"]);
    assert_eq!(values(&mail, "From"), ["Oppstart <post@oppstart.example>"]);
    assert_eq!(values(&mail, "To"), [KARI]);
    assert_eq!(values(&mail, "Message-ID"), [format!("<{id}@{DOMAIN}>")]);
}

#[tokio::test]
async fn the_envelope_and_every_header_are_neutral() {
    let (_, taken) = taken().await;
    assert_eq!(taken.ehlo, DOMAIN, "the host's own name is not told");
    assert_eq!(taken.mail_from, FROM);
    assert_eq!(taken.rcpt_to, [KARI]);
    let mail = parse_mail(&taken.data).unwrap();
    for header in &mail.headers {
        assert!(is_neutral(&header.get_value()), "{}", header.get_key());
    }
    for part in &mail.subparts {
        assert!(is_neutral(&part.get_body().unwrap()));
    }
}

#[tokio::test]
async fn there_is_a_text_and_an_html_part_and_all_is_ascii() {
    let (_, taken) = taken().await;
    assert!(taken.data.is_ascii());
    assert!(taken.data.split(|byte| *byte == b'\n').all(|line| line.len() <= 998));
    let mail = parse_mail(&taken.data).unwrap();
    assert_eq!(mail.ctype.mimetype, "multipart/alternative");
    let kinds: Vec<&str> = mail.subparts.iter().map(|part| part.ctype.mimetype.as_str()).collect();
    assert_eq!(kinds, ["text/plain", "text/html"], "the best one last");
    for part in &mail.subparts {
        assert_eq!(part.ctype.charset.to_lowercase(), "utf-8");
        assert!(part.get_body().unwrap().contains("BLUE LANTERN"));
    }
}
