//! One letter, one connection, one dialogue with a mail server (RFC 5321), step by step, so that it is known what
//! a reply answers. Pools and lettre's own `send` are absent on purpose.

use std::{error::Error as _, fmt, io, net::IpAddr, time::Duration};

use lettre::transport::smtp::{
    Error,
    authentication::{Credentials, DEFAULT_MECHANISMS},
    client::{AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters},
    commands::{Data, Mail, Rcpt},
    extension::ClientId,
    response::Response,
};
use tokio::time::timeout;

use crate::{Cause, DeliveryFault, Stage, message::Message};

/// How long the mail server has to say goodbye. What it says then changes nothing.
const FAREWELL: Duration = Duration::from_secs(1);

/// How a certificate in PEM begins (RFC 7468).
const PEM: &[u8] = b"-----BEGIN CERTIFICATE-----";

/// RFC 4954 §6: whatever it answers, this is about our log-in and not about a recipient.
const ABOUT_OUR_LOGIN: [u16; 4] = [530, 534, 535, 538];

/// The way to a mail server.
#[derive(Clone)]
pub struct SmtpRoute {
    host: String,
    port: u16,
    security: Security,
    credentials: Option<Credentials>,
}

/// What keeps others from reading along.
#[derive(Clone)]
enum Security {
    /// Nothing: for a server on this very machine.
    Plain,
    /// STARTTLS (RFC 3207), required.
    StartTls(TlsParameters),
    /// TLS from the first byte (RFC 8314).
    Tls(TlsParameters),
}

/// The security that a `mail_url` asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// STARTTLS, but for a server on the loopback.
    Usual,
    /// STARTTLS, also on the loopback.
    StartTls,
    /// TLS from the first byte.
    Tls,
}

/// The certificates in `mail_authority` can't be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it must name a file with the certificates of an authority, as PEM")]
pub struct AuthorityFault;

impl SmtpRoute {
    /// The route to a host, an IPv6 one in brackets; `None` if no certificate can be asked of such a host.
    pub(crate) fn new(host: &str, port: Option<u16>, credentials: Option<Credentials>, wanted: Wanted) -> Option<Self> {
        let host = host.to_ascii_lowercase();
        let bare = bare(&host);
        let tls = || TlsParameters::new(bare.to_owned()).ok();
        let (security, usual) = match wanted {
            Wanted::Tls => (Security::Tls(tls()?), 465),
            Wanted::Usual if is_loopback(bare) => (Security::Plain, 25),
            Wanted::Usual | Wanted::StartTls => (Security::StartTls(tls()?), 587),
        };
        Some(Self {
            port: port.unwrap_or(usual),
            security,
            credentials,
            host,
        })
    }

    /// The same route to a server whose certificate is from one of these authorities, in PEM, and from no other.
    ///
    /// # Errors
    /// [`AuthorityFault`] if they are none.
    pub(crate) fn trusting(mut self, authorities: &[u8]) -> Result<Self, AuthorityFault> {
        let certificate = Certificate::from_pem(authorities).map_err(|_| AuthorityFault)?;
        // lettre takes a file without any certificate for one with none to trust.
        if !authorities.windows(PEM.len()).any(|window| window == PEM) {
            return Err(AuthorityFault);
        }
        let tls = TlsParameters::builder(bare(&self.host).to_owned())
            .certificate_store(CertificateStore::None)
            .add_root_certificate(certificate)
            .build()
            .map_err(|_| AuthorityFault)?;
        self.security = match self.security {
            Security::Plain => Security::Plain,
            Security::StartTls(_) => Security::StartTls(tls),
            Security::Tls(_) => Security::Tls(tls),
        };
        Ok(self)
    }

    /// Sends a letter within the deadline. `Ok` only if the server said 250 after the letter's final dot.
    pub(crate) async fn deliver(
        &self,
        message: &Message,
        hello: &ClientId,
        deadline: Duration,
    ) -> Result<(), DeliveryFault> {
        let dialogue = async {
            let mut connection = self.open(hello).await?;
            let outcome = hand_over(&mut connection, message).await;
            Ok((connection, outcome))
        };
        // The deadline drops the connection, at whatever point it is.
        let (mut connection, outcome) = timeout(deadline, dialogue)
            .await
            .unwrap_or(Err(DeliveryFault::TryAgain(Cause::Silent)))?;
        drop(timeout(FAREWELL, connection.quit()).await);
        outcome
    }

    /// Goes as far as one can without a letter: connects, greets, encrypts, logs in, and leaves.
    pub(crate) async fn try_out(&self, hello: &ClientId, deadline: Duration) -> Result<(), DeliveryFault> {
        let mut connection = timeout(deadline, self.open(hello))
            .await
            .unwrap_or(Err(DeliveryFault::TryAgain(Cause::Silent)))?;
        drop(timeout(FAREWELL, connection.quit()).await);
        Ok(())
    }

    /// Connects, greets, and where the route says so, encrypts and logs in.
    async fn open(&self, hello: &ClientId) -> Result<AsyncSmtpConnection, DeliveryFault> {
        let from_the_start = match &self.security {
            Security::Tls(tls) => Some(tls.clone()),
            Security::Plain | Security::StartTls(_) => None,
        };
        let server = (bare(&self.host), self.port);
        let connected = AsyncSmtpConnection::connect_tokio1(server, None, hello, from_the_start, None).await;
        let mut connection = connected.map_err(|fault| judge(Stage::Greeting, &fault))?;
        if let Security::StartTls(tls) = &self.security {
            if !connection.can_starttls() {
                return Err(DeliveryFault::RouteDown(Cause::NoStartTls));
            }
            let encrypted = connection.starttls(tls.clone(), hello).await;
            encrypted.map_err(|fault| judge(Stage::StartTls, &fault))?;
        }
        if let Some(credentials) = &self.credentials {
            let answer = connection.auth(DEFAULT_MECHANISMS, credentials).await;
            expect(Stage::Auth, &[235], answer)?;
        }
        Ok(connection)
    }
}

/// Hands over a letter: its sender, its one recipient (promise C9), itself.
async fn hand_over(connection: &mut AsyncSmtpConnection, message: &Message) -> Result<(), DeliveryFault> {
    let answer = connection.command(Mail::new(Some(message.from.clone()), vec![])).await;
    expect(Stage::Mail, &[250], answer)?;
    let answer = connection.command(Rcpt::new(message.to.clone(), vec![])).await;
    expect(Stage::Rcpt, &[250, 251], answer)?;
    let answer = connection.command(Data).await;
    expect(Stage::Data, &[354], answer)?;
    let answer = connection.message(&message.data).await;
    expect(Stage::Letter, &[250], answer)
}

/// Takes an answer for what it says, and nothing else for a yes: a reply that belongs to another stage is none.
fn expect(stage: Stage, yes: &[u16], answer: Result<Response, Error>) -> Result<(), DeliveryFault> {
    let answer = answer.map_err(|fault| judge(stage, &fault))?;
    if yes.iter().any(|code| answer.has_code(*code)) {
        Ok(())
    } else {
        Err(DeliveryFault::TryAgain(Cause::Unclear(stage)))
    }
}

/// What a fault means, by its stage and code (promise L4). Its text is left where it is: it may hold the address.
fn judge(stage: Stage, fault: &Error) -> DeliveryFault {
    let Some(code) = fault.status().map(u16::from) else {
        return judge_without_code(stage, fault);
    };
    let cause = Cause::Reply(stage, code);
    let about_us = stage.is_about_us() || ABOUT_OUR_LOGIN.contains(&code);
    match code {
        // A server that takes back its offer of TLS is as good as one without.
        _ if stage == Stage::StartTls => DeliveryFault::RouteDown(cause),
        500.. if about_us => DeliveryFault::RouteDown(cause),
        500.. if stage == Stage::Rcpt && is_about_policy(fault) => DeliveryFault::Denied(cause),
        500.. => DeliveryFault::GiveUp(cause),
        _ => DeliveryFault::TryAgain(cause),
    }
}

fn judge_without_code(stage: Stage, fault: &Error) -> DeliveryFault {
    match stage {
        Stage::StartTls => DeliveryFault::RouteDown(Cause::Tls),
        Stage::Auth if fault.is_client() => DeliveryFault::RouteDown(Cause::NoLogin),
        Stage::Greeting if is_about_tls(fault) => DeliveryFault::RouteDown(Cause::Tls),
        _ if fault.is_response() => DeliveryFault::TryAgain(Cause::Unclear(stage)),
        Stage::Greeting => DeliveryFault::TryAgain(Cause::Unreachable),
        _ => DeliveryFault::TryAgain(Cause::Cut(stage)),
    }
}

/// True if a refusal of a recipient may as well be one of us: RFC 3463's class 5.7 is about policy, such as who may
/// relay, and servers without those codes say so in words.
fn is_about_policy(fault: &Error) -> bool {
    let told = fault.source().map(ToString::to_string).unwrap_or_default();
    told.starts_with("5.7.") || told.contains("(#5.7.") || told.to_ascii_lowercase().contains("relay")
}

/// True if the connection stood, and what came over it was no TLS that can be trusted.
fn is_about_tls(fault: &Error) -> bool {
    let mut cause = fault.source();
    while let Some(fault) = cause {
        if let Some(fault) = fault.downcast_ref::<io::Error>() {
            return fault.kind() == io::ErrorKind::InvalidData;
        }
        cause = fault.source();
    }
    false
}

/// A host without the brackets that an IPv6 address has in a URL.
fn bare(host: &str) -> &str {
    host.trim_matches(['[', ']'])
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

impl fmt::Debug for SmtpRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, option) = match self.security {
            Security::Plain => ("smtp", ""),
            Security::StartTls(_) => ("smtp", "?tls=required"),
            Security::Tls(_) => ("smtps", ""),
        };
        write!(f, "{scheme}://{}:{}{option}", self.host, self.port)
    }
}
