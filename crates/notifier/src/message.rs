//! The letter as mail servers see it: neutral headers, a text and an HTML part, one recipient.

use std::time::SystemTime;

use chrono::{DateTime, Utc};
use letters::Rendered;
use lettre::{
    Address,
    message::{
        Mailbox, Message as Built, MultiPart, SinglePart,
        header::{Header, HeaderName, HeaderValue},
    },
};
use model::{EmailAddress, Language, LetterId};

use crate::{Cause, DeliveryFault, Sender};

/// A letter that is about to be sent. It has no `Debug`: it holds an address and links.
pub(crate) struct Outgoing {
    pub(crate) id: LetterId,
    pub(crate) to: EmailAddress,
    /// When it became owed: its Date on every try (promise L3).
    pub(crate) owed_at: DateTime<Utc>,
    pub(crate) language: Language,
    pub(crate) rendered: Rendered,
}

/// A letter in the form of RFC 5322, with its envelope. All of it is ASCII.
pub(crate) struct Message {
    pub(crate) from: Address,
    pub(crate) to: Address,
    pub(crate) data: Vec<u8>,
}

impl Message {
    /// Writes the message. The same letter gives the same bytes whenever it is written.
    pub(crate) fn write(letter: &Outgoing, sender: &Sender) -> Result<Self, DeliveryFault> {
        let ours = DeliveryFault::RouteDown(Cause::OwnAddress);
        let from = address(&sender.from).ok_or(ours)?;
        let to = address(&letter.to).ok_or(DeliveryFault::GiveUp(Cause::Address))?;
        let id = letter.id;
        let Rendered { subject, text, html } = &letter.rendered;
        let parts = MultiPart::alternative()
            .boundary(format!("={id}="))
            .singlepart(SinglePart::plain(text.clone()))
            .singlepart(SinglePart::html(html.clone()));
        let built = Built::builder()
            .from(Mailbox::new(Some(sender.name.to_string()), from.clone()))
            .to(Mailbox::new(None, to.clone()))
            .subject(subject.as_str())
            .date(SystemTime::from(letter.owed_at))
            .message_id(Some(format!("<{id}@{}>", sender.public_url.client_id())))
            .header(AutoSubmitted)
            .header(ContentLanguage(letter.language))
            .multipart(parts)
            // The one thing that can be missing is a sender.
            .map_err(|_| ours)?;
        let data = built.formatted();
        Ok(Self { from, to, data })
    }
}

/// Our type is the stricter one of the two, so this is always there.
fn address(address: &EmailAddress) -> Option<Address> {
    address.expose().parse().ok()
}

/// RFC 3834: no out-of-office answers, please (promise L5).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// RFC 3282: the language of the letter.
#[derive(Clone)]
struct ContentLanguage(Language);

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }

    fn parse(tag: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let language = Language::from_tag(tag).ok_or("a language that we don't have")?;
        Ok(Self(language))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.tag().to_owned())
    }
}
