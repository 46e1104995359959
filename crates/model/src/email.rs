//! E-mail addresses. An invalid one can't exist inside (promise S9).

use std::fmt;

/// RFC 5321 §4.5.3.1.3: a path has at most 256 octets, angle brackets included.
const MAX_LEN: usize = 254;
const MAX_LOCAL_LEN: usize = 64;

/// An address that a letter can be sent to. Its domain is in A-label form and in lower case.
///
/// It has no `Display`, and its `Debug` shows nothing: an address is never logged (promise C7).
#[derive(Clone, PartialEq, Eq)]
pub struct EmailAddress {
    local: String,
    domain: String,
}

/// Why a text is not an address that we can write to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailFault {
    /// Nothing was typed.
    #[error("the address is empty")]
    Empty,
    /// More than 254 bytes, or more than 64 before the at sign.
    #[error("the address is too long")]
    TooLong,
    /// It has no single at sign between two parts, or characters that no address has.
    #[error("this is not an e-mail address")]
    Malformed,
    /// The part before the at sign has letters outside ASCII, which many servers refuse.
    #[error("letters such as å can't stand before the at sign")]
    LocalPartNotAscii,
    /// The domain has no point, or is not a host name.
    #[error("the part after the at sign is not a domain")]
    Domain,
}

impl EmailAddress {
    /// Reads an address as a person types it; space around it is ignored.
    ///
    /// # Errors
    /// [`EmailFault`] tells what is wrong.
    pub fn parse(raw: &str) -> Result<Self, EmailFault> {
        let text = raw.trim();
        if text.is_empty() {
            return Err(EmailFault::Empty);
        }
        if text.len() > MAX_LEN {
            return Err(EmailFault::TooLong);
        }
        let (local, domain) = text.rsplit_once('@').ok_or(EmailFault::Malformed)?;
        check_local(local)?;
        let domain = a_labels(domain)?;
        if local.len() + 1 + domain.len() > MAX_LEN {
            return Err(EmailFault::TooLong);
        }
        Ok(Self {
            local: local.to_owned(),
            domain,
        })
    }

    /// The address as the mail server gets it.
    #[must_use]
    pub fn expose(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }

    /// The form under which the same mailbox is found again: in lower case, plus-tags kept.
    #[must_use]
    pub fn normalised(&self) -> String {
        self.expose().to_lowercase()
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress(…)")
    }
}

/// RFC 5321 dot-string without quoting: what real mailboxes have.
fn check_local(local: &str) -> Result<(), EmailFault> {
    if !local.is_ascii() && !local.chars().any(char::is_control) {
        return Err(EmailFault::LocalPartNotAscii);
    }
    if local.len() > MAX_LOCAL_LEN {
        return Err(EmailFault::TooLong);
    }
    let atom = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b))
    };
    if local.split('.').all(atom) {
        Ok(())
    } else {
        Err(EmailFault::Malformed)
    }
}

fn a_labels(domain: &str) -> Result<String, EmailFault> {
    let ascii = idna::domain_to_ascii_strict(domain).map_err(|_| EmailFault::Domain)?;
    let labels: Vec<&str> = ascii.split('.').collect();
    let top_is_a_name = labels
        .last()
        .is_some_and(|top| top.bytes().any(|b| b.is_ascii_alphabetic()));
    if labels.len() < 2 || labels.iter().any(|label| label.is_empty()) || !top_is_a_name {
        return Err(EmailFault::Domain);
    }
    Ok(ascii)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_read() {
        for (raw, sent) in [
            (" kari@example.no ", "kari@example.no"),
            ("Kari.Nordmann+tur@Example.NO", "Kari.Nordmann+tur@example.no"),
            ("kari@blåbær.no", "kari@xn--blbr-roah.no"),
            ("o'hara@mail.example.org", "o'hara@mail.example.org"),
        ] {
            assert_eq!(EmailAddress::parse(raw).unwrap().expose(), sent);
        }
    }

    #[test]
    fn the_same_mailbox_has_one_normal_form_and_tags_are_kept() {
        let parse = |raw| EmailAddress::parse(raw).unwrap().normalised();
        assert_eq!(parse("Kari@Example.no"), parse("kari@example.NO"));
        assert_ne!(parse("kari+a@example.no"), parse("kari@example.no"));
    }

    #[test]
    fn what_can_not_be_written_to_is_refused_with_its_reason() {
        let long = format!("{}@example.no", "a".repeat(65));
        let longer = format!("a@{}.no", "a.".repeat(130));
        for (raw, fault) in [
            ("", EmailFault::Empty),
            ("  ", EmailFault::Empty),
            ("kari", EmailFault::Malformed),
            ("@example.no", EmailFault::Malformed),
            ("kari nordmann@example.no", EmailFault::Malformed),
            ("kari@nordmann@example.no", EmailFault::Malformed),
            ("kari..n@example.no", EmailFault::Malformed),
            ("kari\r\nBcc:x@example.no", EmailFault::Malformed),
            ("kari\u{7f}@example.no", EmailFault::Malformed),
            ("kari@example.no\u{7}", EmailFault::Domain),
            ("kari@exam\u{202e}ple.no", EmailFault::Domain),
            ("kåri@example.no", EmailFault::LocalPartNotAscii),
            ("а@example.no", EmailFault::LocalPartNotAscii),
            ("a@x", EmailFault::Domain),
            ("a@[127.0.0.1]", EmailFault::Domain),
            ("a@127.0.0.1", EmailFault::Domain),
            ("a@example..no", EmailFault::Domain),
            ("a@example.no.", EmailFault::Domain),
            ("a@exa mple.no", EmailFault::Domain),
            (&long, EmailFault::TooLong),
            (&longer, EmailFault::TooLong),
        ] {
            assert_eq!(EmailAddress::parse(raw), Err(fault), "{raw:?}");
        }
    }

    #[test]
    fn debug_output_does_not_show_the_address() {
        let address = EmailAddress::parse("kari@example.no").unwrap();
        assert!(!format!("{address:?}").contains("kari"));
    }
}
