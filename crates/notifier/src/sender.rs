//! Who letters come from: a neutral name, one address, and the public domain (promise C8).

use std::{net::Ipv6Addr, str::FromStr};

use lettre::transport::smtp::extension::ClientId;
use model::{EmailAddress, LetterName, Link};

use crate::facts::Office;

/// Who letters come from, from the settings.
#[derive(Clone, Debug)]
pub struct Sender {
    /// What a recipient sees as the sender. Its type holds it neutral.
    pub name: LetterName,
    /// The address that letters come from; also that of the envelope.
    pub from: EmailAddress,
    /// Where the service is reached; its host is all that a mail server learns of ours.
    pub public_url: PublicUrl,
}

impl Sender {
    /// The same for those who write the letters, with what they say of a contact point.
    pub(crate) fn with(&self, office: &Office) -> letters::Sender {
        letters::Sender {
            name: self.name.to_string(),
            phone: office.phone.clone(),
            closing_lines: office.closing_lines.clone(),
        }
    }
}

/// Where the service is reached from outside: scheme, host and perhaps port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
    host: String,
}

/// The setting `public_url` can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "public_url must be https:// or http:// with a host and perhaps a port, and nothing after it, \
     such as https://oppstart.example; write other letters than a to z in the domain as xn--…"
)]
pub struct PublicUrlFault;

impl PublicUrl {
    /// The absolute address of a page.
    #[must_use]
    pub fn to(&self, link: &Link) -> String {
        format!("{}{}", self.origin, link.path())
    }

    /// How we introduce ourselves to a mail server, and what stands behind the at sign of a Message-ID.
    pub(crate) fn client_id(&self) -> ClientId {
        if let Ok(address) = self.host.parse() {
            return ClientId::Ipv4(address);
        }
        let bare = self.host.trim_matches(['[', ']']);
        match bare.parse() {
            Ok(address) => ClientId::Ipv6(address),
            Err(_) => ClientId::Domain(self.host.clone()),
        }
    }
}

impl FromStr for PublicUrl {
    type Err = PublicUrlFault;

    /// # Errors
    /// [`PublicUrlFault`].
    fn from_str(raw: &str) -> Result<Self, PublicUrlFault> {
        let text = raw.trim().to_ascii_lowercase();
        let (scheme, rest) = text.split_once("://").ok_or(PublicUrlFault)?;
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (host, port) = host_and_port(rest).ok_or(PublicUrlFault)?;
        if !matches!(scheme, "https" | "http") {
            return Err(PublicUrlFault);
        }
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        Ok(Self {
            origin: format!("{scheme}://{host}{port}"),
            host: host.to_owned(),
        })
    }
}

/// Takes `host:port` apart; `None` if that is not what it is. An IPv6 host keeps its brackets.
pub(crate) fn host_and_port(text: &str) -> Option<(&str, Option<u16>)> {
    let end_of_brackets = text.rfind(']').unwrap_or(0);
    let colon = text.rfind(':').filter(|at| *at > end_of_brackets);
    let (host, port) = match colon {
        None => (text, None),
        Some(at) => (text.get(..at)?, Some(text.get(at + 1..)?.parse().ok()?)),
    };
    is_host(host).then_some((host, port))
}

fn is_host(host: &str) -> bool {
    if let Some(inner) = host.strip_prefix('[') {
        return inner
            .strip_suffix(']')
            .is_some_and(|inner| inner.parse::<Ipv6Addr>().is_ok());
    }
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    host.len() <= 253 && host.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_url_is_an_origin() {
        for (raw, home, hello) in [
            (
                "https://oppstart.example",
                "https://oppstart.example/",
                "oppstart.example",
            ),
            (
                "https://Oppstart.Example:8443/",
                "https://oppstart.example:8443/",
                "oppstart.example",
            ),
            ("http://localhost:8080", "http://localhost:8080/", "localhost"),
            ("http://192.0.2.7", "http://192.0.2.7/", "[192.0.2.7]"),
            (
                "http://[2001:db8::1]:80",
                "http://[2001:db8::1]:80/",
                "[IPv6:2001:db8::1]",
            ),
        ] {
            let url: PublicUrl = raw.parse().unwrap();
            assert_eq!(url.to(&Link::Home), home);
            assert_eq!(url.client_id().to_string(), hello);
        }
    }

    #[test]
    fn what_is_no_origin_is_refused() {
        for raw in [
            "",
            "oppstart.example",
            "ftp://oppstart.example",
            "https://",
            "https://oppstart.example/path",
            "https://oppstart.example?x",
            "https://kari:secret@oppstart.example",
            "https://oppstart.example:99999",
            "https://oppstart.example:",
            "https://blåbær.no",
            "https://a b",
            "https://[::g]",
            "https://a..b",
            "https://-a.no\r\nX: y",
        ] {
            assert_eq!(raw.parse::<PublicUrl>(), Err(PublicUrlFault), "{raw:?}");
        }
    }
}
