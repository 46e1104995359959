//! One letter, one connection, one dialogue with a mail server (RFC 5321), step by step, so that it is known what
//! a reply answers. Pools and lettre's own `send` are absent on purpose.

use std::{fmt, net::IpAddr, time::Duration};

use lettre::transport::smtp::{
    Error,
    authentication::{Credentials, DEFAULT_MECHANISMS},
    client::{AsyncSmtpConnection, TlsParameters},
    commands::{Data, Mail, Rcpt},
    extension::ClientId,
    response::Response,
};
use tokio::time::timeout;

use crate::{Cause, DeliveryFault, Stage, message::Message};

/// How long the mail server has to say goodbye. What it says then changes nothing.
const FAREWELL: Duration = Duration::from_secs(1);

/// RFC 4954 §6: whatever it answers, this is about our log-in and not about a recipient.
const ABOUT_OUR_LOGIN: [u16; 4] = [530, 534, 535, 538];

/// The way to a mail server.
#[derive(Clone)]
pub struct SmtpRoute {
    host: String,
    port: u16,
    /// `None`: no TLS.
    tls: Option<TlsParameters>,
    credentials: Option<Credentials>,
}

impl SmtpRoute {
    /// The route to a host, an IPv6 one in brackets; `None` if no certificate can be asked of such a host.
    pub(crate) fn new(
        host: &str,
        port: Option<u16>,
        credentials: Option<Credentials>,
        force_tls: bool,
    ) -> Option<Self> {
        let host = host.to_ascii_lowercase();
        let bare = host.trim_matches(['[', ']']);
        let tls = if force_tls || !is_loopback(bare) {
            Some(TlsParameters::new(bare.to_owned()).ok()?)
        } else {
            None
        };
        let usual = if tls.is_some() { 587 } else { 25 };
        Some(Self {
            port: port.unwrap_or(usual),
            tls,
            credentials,
            host,
        })
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

    /// Connects, greets, and where the route says so, encrypts and logs in.
    async fn open(&self, hello: &ClientId) -> Result<AsyncSmtpConnection, DeliveryFault> {
        let bare = self.host.trim_matches(['[', ']']);
        let connected = AsyncSmtpConnection::connect_tokio1((bare, self.port), None, hello, None, None).await;
        let mut connection = connected.map_err(|fault| judge(Stage::Greeting, &fault))?;
        if let Some(tls) = &self.tls {
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
        500.. => DeliveryFault::GiveUp(cause),
        _ => DeliveryFault::TryAgain(cause),
    }
}

fn judge_without_code(stage: Stage, fault: &Error) -> DeliveryFault {
    match stage {
        Stage::StartTls => DeliveryFault::RouteDown(Cause::Tls),
        Stage::Auth if fault.is_client() => DeliveryFault::RouteDown(Cause::NoLogin),
        _ if fault.is_response() => DeliveryFault::TryAgain(Cause::Unclear(stage)),
        Stage::Greeting => DeliveryFault::TryAgain(Cause::Unreachable),
        _ => DeliveryFault::TryAgain(Cause::Cut(stage)),
    }
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

impl fmt::Debug for SmtpRoute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tls = if self.tls.is_some() { "?tls=required" } else { "" };
        write!(f, "smtp://{}:{}{tls}", self.host, self.port)
    }
}
