//! The way letters go: to a mail server, into files, or into the demonstration's mailbox.

use std::{fmt, io, path::PathBuf, str::FromStr, time::Duration};

use chrono::{DateTime, Utc};
use lettre::transport::smtp::authentication::Credentials;

use crate::{
    Delivered, DeliveryFault, FileRoute, Mailbox, Sender, SmtpRoute,
    message::{Message, Outgoing},
    notifier::DEADLINE,
    sender::host_and_port,
    smtp::{AuthorityFault, Wanted},
};

/// The way letters go, from the setting `mail_url`.
#[derive(Clone)]
pub enum Route {
    /// `smtp://[USER:PASSWORD@]HOST[:PORT]`: a mail server. STARTTLS is required, except on the loopback, where it is
    /// not used unless `?tls=required` says so. The port is 587 with STARTTLS, and 25 without.
    /// `smtps://…`: TLS from the first byte; the port is 465.
    Smtp(SmtpRoute),
    /// `files:FOLDER`: one `.eml` file for each letter.
    Files(FileRoute),
    /// A list in memory, for the demonstration.
    Memory(Mailbox),
}

/// The setting `mail_url` can't be used. No message repeats it: it may hold a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RouteFault {
    /// It is neither for a mail server nor for files.
    #[error("mail_url must begin with smtps://, smtp:// or files:")]
    UnknownScheme,
    /// There is no folder after `files:`.
    #[error("mail_url must name a folder, such as files:./data/outbox")]
    NoFolder,
    /// There is no host, or it is not one.
    #[error("mail_url must have a host and perhaps a port, such as smtp://mail.example.no:587")]
    Host,
    /// The user's name or password can't be read.
    #[error(
        "mail_url must have user and password as USER:PASSWORD@, with : / @ % and letters outside ASCII written as %XX"
    )]
    Credentials,
    /// There is something after `?` that we don't know.
    #[error("mail_url knows ?tls=required behind smtp://, and no other option")]
    UnknownOption,
}

impl Route {
    /// Sends a letter. `Ok` only if the other side has taken it.
    pub(crate) async fn deliver(
        &self,
        letter: Outgoing,
        sender: &Sender,
        now: DateTime<Utc>,
        deadline: Duration,
    ) -> Result<(), DeliveryFault> {
        let written = || Message::write(&letter, sender);
        match self {
            Self::Smtp(route) => {
                let hello = sender.public_url.client_id();
                route.deliver(&written()?, &hello, deadline).await
            }
            Self::Files(route) => route.deliver(letter.id, written()?, now).await,
            Self::Memory(mailbox) => {
                mailbox.put(kept(letter, now));
                Ok(())
            }
        }
    }

    /// The same way to a mail server whose certificate is from one of these authorities, in PEM, and from no other.
    /// Other ways have no certificates.
    ///
    /// # Errors
    /// [`AuthorityFault`] if they are none.
    pub fn trusting(self, authorities: &[u8]) -> Result<Self, AuthorityFault> {
        Ok(match self {
            Self::Smtp(route) => Self::Smtp(route.trusting(authorities)?),
            other => other,
        })
    }

    /// Goes the way as far as one can without a letter.
    ///
    /// # Errors
    /// What would keep a letter from arriving.
    pub async fn try_out(&self, sender: &Sender) -> Result<(), DeliveryFault> {
        match self {
            Self::Smtp(route) => route.try_out(&sender.public_url.client_id(), DEADLINE).await,
            Self::Files(route) => route.try_out(),
            Self::Memory(_) => Ok(()),
        }
    }

    /// Erases letters' files that are more than 24 hours old, and returns how many those were: none if letters
    /// don't go into files.
    ///
    /// # Errors
    /// When the folder can't be read, or a file in it not be erased.
    pub fn erase_old_files(&self, now: DateTime<Utc>) -> io::Result<usize> {
        match self {
            Self::Files(route) => route.erase_old_files(now),
            Self::Smtp(_) | Self::Memory(_) => Ok(0),
        }
    }
}

fn kept(letter: Outgoing, at: DateTime<Utc>) -> Delivered {
    Delivered {
        id: letter.id,
        at,
        to: letter.to.expose(),
        subject: letter.rendered.subject,
        text: letter.rendered.text,
        html: letter.rendered.html,
    }
}

impl FromStr for Route {
    type Err = RouteFault;

    /// # Errors
    /// [`RouteFault`].
    fn from_str(raw: &str) -> Result<Self, RouteFault> {
        let raw = raw.trim();
        if let Some(folder) = raw.strip_prefix("files:") {
            return if folder.is_empty() {
                Err(RouteFault::NoFolder)
            } else {
                Ok(Self::Files(FileRoute::new(PathBuf::from(folder))))
            };
        }
        let (rest, wanted) = if let Some(rest) = raw.strip_prefix("smtps://") {
            (rest, Wanted::Tls)
        } else {
            let rest = raw.strip_prefix("smtp://").ok_or(RouteFault::UnknownScheme)?;
            (rest, Wanted::Usual)
        };
        smtp(rest, wanted).map(Self::Smtp)
    }
}

fn smtp(rest: &str, wanted: Wanted) -> Result<SmtpRoute, RouteFault> {
    let (rest, option) = rest.split_once('?').unwrap_or((rest, ""));
    let wanted = match (option, wanted) {
        ("", wanted) => wanted,
        ("tls=required", Wanted::Usual) => Wanted::StartTls,
        _ => return Err(RouteFault::UnknownOption),
    };
    let (credentials, rest) = match rest.rsplit_once('@') {
        None => (None, rest),
        Some((userinfo, rest)) => (Some(credentials(userinfo).ok_or(RouteFault::Credentials)?), rest),
    };
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    let (host, port) = host_and_port(rest).ok_or(RouteFault::Host)?;
    SmtpRoute::new(host, port, credentials, wanted).ok_or(RouteFault::Host)
}

fn credentials(userinfo: &str) -> Option<Credentials> {
    let (user, password) = userinfo.split_once(':')?;
    let (user, password) = (percent_decoded(user)?, percent_decoded(password)?);
    (!user.is_empty()).then(|| Credentials::new(user, password))
}

/// RFC 3986 §2.1; `None` of what is not that, or not UTF-8.
fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        if *byte == b'%' {
            let (digits, after) = after.split_at_checked(2)?;
            let digits = std::str::from_utf8(digits)
                .ok()
                .filter(|digits| !digits.starts_with('+'))?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = after;
        } else {
            bytes.push(*byte);
            rest = after;
        }
    }
    String::from_utf8(bytes)
        .ok()
        .filter(|text| !text.contains(char::is_control))
}

/// It shows where letters go, without user and password.
impl fmt::Debug for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Smtp(route) => route.fmt(f),
            Self::Files(route) => route.fmt(f),
            Self::Memory(mailbox) => mailbox.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(raw: &str) -> String {
        format!("{:?}", raw.parse::<Route>().unwrap())
    }

    #[test]
    fn a_mail_url_tells_where_letters_go() {
        for (raw, route) in [
            ("smtp://mail.example.no", "smtp://mail.example.no:587?tls=required"),
            (
                "smtp://mail.example.no:2525/",
                "smtp://mail.example.no:2525?tls=required",
            ),
            ("smtp://127.0.0.1", "smtp://127.0.0.1:25"),
            ("smtp://127.1.2.3:1025", "smtp://127.1.2.3:1025"),
            ("smtp://[::1]", "smtp://[::1]:25"),
            ("smtp://localhost", "smtp://localhost:25"),
            ("smtp://LOCALHOST", "smtp://localhost:25"),
            (
                "smtp://localhost.example.no",
                "smtp://localhost.example.no:587?tls=required",
            ),
            (
                "smtp://127.0.0.1:1025?tls=required",
                "smtp://127.0.0.1:1025?tls=required",
            ),
            ("smtp://192.0.2.7", "smtp://192.0.2.7:587?tls=required"),
            ("smtp://[2001:db8::1]", "smtp://[2001:db8::1]:587?tls=required"),
            ("smtps://mail.example.no", "smtps://mail.example.no:465"),
            ("smtps://mail.example.no:8465/", "smtps://mail.example.no:8465"),
            ("smtps://[::1]", "smtps://[::1]:465"),
            ("files:./data/outbox", "files:./data/outbox"),
        ] {
            assert_eq!(shown(raw), route, "{raw}");
        }
    }

    #[test]
    fn user_and_password_are_read_and_never_shown() {
        for userinfo in ["kari:hemmelig", "kari%40example.no:hem%2Fme%3Alig", "kari:hem@melig"] {
            let route = shown(&format!("smtp://{userinfo}@mail.example.no"));
            assert_eq!(route, "smtp://mail.example.no:587?tls=required");
        }
        assert_eq!(
            credentials("kari%40example.no:%C3%A5%25"),
            Some(Credentials::new("kari@example.no".to_owned(), "å%".to_owned()))
        );
    }

    #[test]
    fn what_is_no_mail_url_is_refused_with_the_name_of_the_setting_and_without_the_password() {
        for (raw, fault) in [
            ("", RouteFault::UnknownScheme),
            ("mail.example.no", RouteFault::UnknownScheme),
            ("imaps://kari:hemmelig@mail.example.no", RouteFault::UnknownScheme),
            ("files:", RouteFault::NoFolder),
            ("smtp://", RouteFault::Host),
            ("smtp://kari:hemmelig@", RouteFault::Host),
            ("smtp://kari:hemmelig@mail.example.no:port", RouteFault::Host),
            ("smtp://mail.example.no/path", RouteFault::Host),
            ("smtp://hemmelig@mail.example.no", RouteFault::Credentials),
            ("smtp://:hemmelig@mail.example.no", RouteFault::Credentials),
            ("smtp://kari:hemmelig%4@mail.example.no", RouteFault::Credentials),
            ("smtp://kari:hemmelig%zz@mail.example.no", RouteFault::Credentials),
            ("smtp://kari:hemmelig%00@mail.example.no", RouteFault::Credentials),
            ("smtp://mail.example.no?tls=none", RouteFault::UnknownOption),
            (
                "smtps://kari:hemmelig@mail.example.no?tls=none",
                RouteFault::UnknownOption,
            ),
        ] {
            let told = raw.parse::<Route>().unwrap_err();
            assert_eq!(told, fault, "{raw}");
            assert!(told.to_string().starts_with("mail_url "));
            assert!(!format!("{told:?} {told}").contains("hemmelig"));
        }
    }
}
