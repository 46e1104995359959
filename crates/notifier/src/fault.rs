//! What can go wrong with a letter, and who acts on it. None of it holds an address or a server's words (promise C7).

use std::fmt;

/// Why a pass over the outbox was given up: the memory failed, and no letter in particular.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Fault),
    /// What follows from an invitation's fate could not be done.
    #[error(transparent)]
    Groups(#[from] groups::Fault),
    /// The keys can't be renewed.
    #[error(transparent)]
    Keys(#[from] vault::KeyFault),
    /// An address can't be sealed anew.
    #[error(transparent)]
    Seal(#[from] vault::SealFault),
    /// Keys that the database knows of are not in the key folder.
    #[error("the keys of version {0} are not in the key folder: restore them from where keys are kept")]
    KeysGone(vault::KeyId),
}

impl Fault {
    /// True if the rows that follow from a letter contradict each other: trying again would end the same way.
    pub(crate) const fn is_disorder(&self) -> bool {
        match self {
            Self::Store(fault) | Self::Groups(groups::Fault::Store(fault)) => {
                matches!(fault, store::Fault::Corrupt { .. } | store::Fault::Missing(_))
            }
            Self::Groups(_) => true,
            Self::Keys(_) | Self::Seal(_) | Self::KeysGone(_) => false,
        }
    }
}

/// Why a letter was not delivered, by what is to be done about it (promise L4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeliveryFault {
    /// It may go better later.
    #[error("try again: {0}")]
    TryAgain(Cause),
    /// This letter will never arrive.
    #[error("give up: {0}")]
    GiveUp(Cause),
    /// The mail server relays nothing of ours, or refuses this one recipient by a policy of its own: the next letter
    /// tells which.
    #[error("refused by policy: {0}")]
    Denied(Cause),
    /// No letter would go through: the fault lies with us or with the mail server.
    #[error("the mail route is down: {0}")]
    RouteDown(Cause),
}

/// What happened, in a word for the operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// There is no connection to the mail server.
    Unreachable,
    /// The mail server let our deadline pass.
    Silent,
    /// The connection ended in the middle.
    Cut(Stage),
    /// The reply is none, or not one that belongs here.
    Unclear(Stage),
    /// The mail server said no, with this code.
    Reply(Stage, u16),
    /// The mail server does not offer STARTTLS, and the route requires it.
    NoStartTls,
    /// TLS was begun and failed: the certificate, as a rule.
    Tls,
    /// The mail server offers no way to log in that we know.
    NoLogin,
    /// The recipient's address can't stand in a letter.
    Address,
    /// Our own address can't.
    OwnAddress,
    /// The sealed address was altered, or moved from its row.
    Sealed,
    /// The sealed address is for a key that this process does not have.
    Key,
    /// The rows that the letter speaks of make no sense.
    Row,
    /// The letter's file can't be written.
    File,
}

/// Where in the dialogue with a mail server (RFC 5321 §3) something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Its greeting, and its answer to EHLO.
    Greeting,
    /// STARTTLS.
    StartTls,
    /// AUTH.
    Auth,
    /// MAIL FROM: our own address.
    Mail,
    /// RCPT TO: the recipient's.
    Rcpt,
    /// DATA.
    Data,
    /// After the letter's final dot.
    Letter,
}

impl Stage {
    /// True if a refusal here has nothing to do with the recipient.
    pub(crate) const fn is_about_us(self) -> bool {
        matches!(self, Self::Greeting | Self::StartTls | Self::Auth | Self::Mail)
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Greeting => "greeting",
            Self::StartTls => "starttls",
            Self::Auth => "auth",
            Self::Mail => "mail-from",
            Self::Rcpt => "recipient",
            Self::Data => "data",
            Self::Letter => "letter",
        }
    }
}

/// One word, such as `greeting-554`: for logs, metrics and the pause that the operator sees.
impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable => f.write_str("unreachable"),
            Self::Silent => f.write_str("silent"),
            Self::Cut(stage) => write!(f, "{}-cut", stage.word()),
            Self::Unclear(stage) => write!(f, "{}-unclear", stage.word()),
            Self::Reply(stage, code) => write!(f, "{}-{code}", stage.word()),
            Self::NoStartTls => f.write_str("no-starttls"),
            Self::Tls => f.write_str("tls"),
            Self::NoLogin => f.write_str("no-login"),
            Self::Address => f.write_str("address"),
            Self::OwnAddress => f.write_str("own-address"),
            Self::Sealed => f.write_str("sealed"),
            Self::Key => f.write_str("key"),
            Self::Row => f.write_str("row"),
            Self::File => f.write_str("file"),
        }
    }
}
