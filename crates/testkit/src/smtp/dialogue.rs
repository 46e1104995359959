//! One conversation with a client, from greeting to farewell.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use super::script::{Answer, Script, Stage};
use super::{Letter, Shared};

/// What the client has said so far in this conversation.
#[derive(Default)]
struct Envelope {
    ehlo: String,
    mail_from: String,
    rcpt_to: Vec<String>,
}

struct Dialogue<'a> {
    reader: BufReader<&'a TcpStream>,
    script: &'a Script,
    shared: &'a Shared,
    envelope: Envelope,
}

/// Speaks until the client or the script ends it. An error is always the
/// client's vanishing or the script's hanging up.
pub(super) fn hold(stream: &TcpStream, script: &Script, shared: &Shared) -> io::Result<()> {
    let mut dialogue = Dialogue {
        reader: BufReader::new(stream),
        script,
        shared,
        envelope: Envelope::default(),
    };
    dialogue.converse()
}

impl Dialogue<'_> {
    fn converse(&mut self) -> io::Result<()> {
        self.answer(self.script.answer(Stage::Greeting), "220 peer.test ESMTP")?;
        loop {
            let line = self.line()?;
            let (verb, rest) = line.split_once([' ', ':']).unwrap_or((&line, ""));
            match verb.to_ascii_uppercase().as_str() {
                "EHLO" | "HELO" => self.ehlo(rest)?,
                "STARTTLS" => self.stage(Stage::StartTls, "454 4.7.0 TLS is not available")?,
                "AUTH" => self.stage(Stage::Auth, "235 2.7.0 Welcome")?,
                "MAIL" => {
                    self.envelope.rcpt_to.clear();
                    self.envelope.mail_from = path(rest);
                    self.stage(Stage::Mail, "250 2.1.0 Sender noted")?;
                }
                "RCPT" => self.rcpt(path(rest))?,
                "DATA" => self.data()?,
                "RSET" => {
                    self.envelope.rcpt_to.clear();
                    self.say("250 2.0.0 Forgotten")?;
                }
                "NOOP" => self.say("250 2.0.0 Still here")?,
                "QUIT" => return self.say("221 2.0.0 Goodbye"),
                _ => self.say("500 5.5.2 What?")?,
            }
        }
    }

    fn ehlo(&mut self, name: &str) -> io::Result<()> {
        self.envelope = Envelope {
            ehlo: name.trim().to_owned(),
            ..Envelope::default()
        };
        let offered = ["peer.test"].into_iter().chain(self.script.extensions());
        let mut lines: Vec<String> = offered.map(|word| format!("250-{word}")).collect();
        lines.push("250 8BITMIME".to_owned());
        self.stage(Stage::Ehlo, &lines.join("\r\n"))
    }

    fn rcpt(&mut self, recipient: String) -> io::Result<()> {
        let reply = self.answer(self.script.answer_to(&recipient), "250 2.1.5 Recipient noted")?;
        if reply.starts_with('2') {
            self.envelope.rcpt_to.push(recipient);
        }
        Ok(())
    }

    fn data(&mut self) -> io::Result<()> {
        if self.envelope.rcpt_to.is_empty() && self.script.answer(Stage::Data).is_none() {
            return self.say("503 5.5.1 No recipient");
        }
        let reply = self.answer(self.script.answer(Stage::Data), "354 Go on")?;
        if !reply.starts_with('3') {
            return Ok(());
        }
        let data = self.letter()?;
        let ending = self.script.answer(Stage::AfterDot);
        let accepted = match ending {
            None => true,
            Some(Answer::Line(line)) => line.starts_with('2'),
            Some(Answer::Silence | Answer::HangUp) => false,
        };
        // Recorded before it is answered: who waits for the answer can look at once.
        self.shared.record(Letter {
            ehlo: self.envelope.ehlo.clone(),
            mail_from: self.envelope.mail_from.clone(),
            rcpt_to: std::mem::take(&mut self.envelope.rcpt_to),
            data,
            accepted,
        });
        self.answer(ending, "250 2.0.0 Taken").map(drop)
    }

    /// Reads a letter up to its final dot.
    fn letter(&mut self) -> io::Result<Vec<u8>> {
        let mut data = Vec::new();
        loop {
            let mut line = Vec::new();
            if self.reader.read_until(b'\n', &mut line)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if line == b".\r\n" {
                return Ok(data);
            }
            data.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
            match self.script.answer(Stage::InData) {
                None => {}
                Some(Answer::Silence) => return self.keep_silent(),
                Some(Answer::HangUp | Answer::Line(_)) => return Err(io::ErrorKind::ConnectionAborted.into()),
            }
        }
    }

    fn stage(&mut self, stage: Stage, normal: &str) -> io::Result<()> {
        self.answer(self.script.answer(stage), normal).map(drop)
    }

    /// Does what the script says, or else what is normal; returns what was said.
    fn answer(&mut self, scripted: Option<&Answer>, normal: &str) -> io::Result<String> {
        let reply = match scripted {
            None => normal,
            Some(Answer::Line(line)) => line,
            Some(Answer::Silence) => return self.keep_silent(),
            Some(Answer::HangUp) => return Err(io::ErrorKind::ConnectionAborted.into()),
        };
        self.say(reply)?;
        Ok(reply.to_owned())
    }

    fn say(&mut self, reply: &str) -> io::Result<()> {
        self.reader.get_mut().write_all(format!("{reply}\r\n").as_bytes())
    }

    fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.reader.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(line.trim_end().to_owned())
    }

    /// Reads on without a word until the client, or the peer's end, closes the socket.
    fn keep_silent<T>(&mut self) -> io::Result<T> {
        io::copy(&mut self.reader.by_ref(), &mut io::sink())?;
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

/// The address in `FROM:<kari@example.no> SIZE=123`.
fn path(rest: &str) -> String {
    let inner = rest.split_once('<').and_then(|(_, tail)| tail.split_once('>'));
    inner.map_or(rest.trim(), |(address, _)| address).to_owned()
}
