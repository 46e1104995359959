//! The tests' own mail server takes and reads letters.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use stories::smtp_peer::SmtpPeer;

const LETTER: &str = "From: Oppstart <post@oppstart.test>\r
To: kari@example.test\r
Subject: =?utf-8?q?Sp=C3=B8rsm=C3=A5l?=\r
MIME-Version: 1.0\r
Content-Type: multipart/alternative; boundary=x\r
\r
--x\r
Content-Type: text/plain; charset=utf-8\r
Content-Transfer-Encoding: quoted-printable\r
\r
Du kan svare p=C3=A5 siden:\r
https://oppstart.test/n/abc.\r
--x\r
Content-Type: text/html; charset=utf-8\r
Content-Transfer-Encoding: 8bit\r
\r
<p>Du kan svare på <a href=\"https://oppstart.test/n/abc\">siden</a></p>\r
--x--\r
.";

#[test]
fn a_letter_is_taken_and_read() {
    let peer = SmtpPeer::start();
    let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, peer.port())).expect("the peer listens");
    let mut reader = BufReader::new(stream);
    let mut replies = Vec::new();
    for words in [
        "",
        "HELO client.test",
        "MAIL FROM:<post@oppstart.test>",
        "RCPT TO:<kari@example.test>",
        "DATA",
        LETTER,
    ] {
        if !words.is_empty() {
            reader
                .get_mut()
                .write_all(format!("{words}\r\n").as_bytes())
                .expect("the peer reads");
        }
        let mut reply = String::new();
        reader.read_line(&mut reply).expect("the peer answers");
        replies.push(reply);
    }
    let codes: Vec<&str> = replies.iter().map(|reply| &reply[..3]).collect();
    assert_eq!(codes, ["220", "250", "250", "250", "354", "250"]);

    let letters = peer.wait_for_letters(1, Duration::from_secs(5));

    assert_eq!(letters.len(), 1);
    let letter = &letters[0];
    assert_eq!(
        (letter.ehlo.as_str(), letter.mail_from.as_str()),
        ("client.test", "post@oppstart.test")
    );
    assert_eq!(letter.rcpt_tos, ["kari@example.test"]);
    assert_eq!((letter.to(), letter.subject()), ("kari@example.test", "Spørsmål"));
    assert_eq!(letter.header("mime-version"), Some("1.0"));
    assert_eq!(letter.text(), "Du kan svare på siden:\nhttps://oppstart.test/n/abc.");
    assert_eq!(letter.links(), ["https://oppstart.test/n/abc"]);
    assert!(letter.html().contains("svare på <a"), "{}", letter.html());
    assert_eq!(peer.letters_to("ola@example.test").len(), 0);
}
