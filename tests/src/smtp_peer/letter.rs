//! A letter as it arrived, and what a reader finds in it.

use std::fs;
use std::path::Path;

use mailparse::ParsedMail;
use serde::Deserialize;

/// A letter with its envelope.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The name that the sender gave itself in EHLO.
    pub ehlo: String,
    /// The envelope's sender.
    pub mail_from: String,
    /// The envelope's recipients.
    pub rcpt_tos: Vec<String>,
    /// Headers and body as they came over the wire.
    pub raw: Vec<u8>,
    /// The headers in their order, decoded: name and value.
    pub headers: Vec<(String, String)>,
    /// The parts that are not themselves made of parts, in their order.
    pub parts: Vec<Part>,
}

/// One part of a letter.
#[derive(Clone, Debug)]
pub struct Part {
    /// The media type without parameters, such as `text/plain`.
    pub media_type: String,
    /// The headers of this part, decoded: name and value.
    pub headers: Vec<(String, String)>,
    /// The text, decoded, with LF line ends.
    pub text: String,
}

/// How the mail server files a letter.
#[derive(Deserialize)]
struct Filed {
    ehlo: String,
    mail_from: String,
    rcpt_tos: Vec<String>,
    /// One character per byte.
    content: String,
}

impl Letter {
    pub(super) fn read(path: &Path) -> Self {
        let file = fs::read(path).expect("a filed letter");
        let filed: Filed = serde_json::from_slice(&file).expect("a letter filed as JSON");
        let bytes = filed
            .content
            .chars()
            .map(|character| u8::try_from(character).expect("one character per byte"));
        let raw: Vec<u8> = bytes.collect();
        let mail = mailparse::parse_mail(&raw).unwrap_or_else(|fault| panic!("a letter that is no mail: {fault}"));
        let mut parts = Vec::new();
        collect(&mail, &mut parts);
        Self {
            ehlo: filed.ehlo,
            mail_from: filed.mail_from,
            rcpt_tos: filed.rcpt_tos,
            headers: headers(&mail),
            parts,
            raw,
        }
    }

    /// The first header of that name, decoded, whatever the case of the name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The subject line.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn subject(&self) -> &str {
        self.header("Subject").expect("a subject")
    }

    /// The header `To`, as it is shown to the reader.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn to(&self) -> &str {
        self.header("To").expect("a recipient")
    }

    /// What is read where only text is shown.
    ///
    /// # Panics
    /// When there is no such part.
    #[must_use]
    pub fn text(&self) -> &str {
        self.part("text/plain").expect("a part in plain text")
    }

    /// What is read where HTML is shown.
    ///
    /// # Panics
    /// When there is no such part.
    #[must_use]
    pub fn html(&self) -> &str {
        self.part("text/html").expect("a part in HTML")
    }

    /// The text of the first part of that media type.
    #[must_use]
    pub fn part(&self, media_type: &str) -> Option<&str> {
        self.parts
            .iter()
            .find(|part| part.media_type == media_type)
            .map(|part| part.text.as_str())
    }

    /// The addresses in the plain text that a reader can follow, in their order.
    #[must_use]
    pub fn links(&self) -> Vec<&str> {
        let words = self
            .text()
            .split_whitespace()
            .map(|word| word.trim_matches(['<', '>', '(', ')', ',', '.']));
        words
            .filter(|word| word.starts_with("http://") || word.starts_with("https://"))
            .collect()
    }
}

fn collect(mail: &ParsedMail<'_>, parts: &mut Vec<Part>) {
    if mail.subparts.is_empty() {
        let text = mail
            .get_body()
            .expect("a body that can be decoded")
            .replace("\r\n", "\n");
        parts.push(Part {
            media_type: mail.ctype.mimetype.clone(),
            headers: headers(mail),
            text,
        });
    }
    for part in &mail.subparts {
        collect(part, parts);
    }
}

fn headers(mail: &ParsedMail<'_>) -> Vec<(String, String)> {
    let headers = mail.get_headers().into_iter();
    headers.map(|header| (header.get_key(), header.get_value())).collect()
}
