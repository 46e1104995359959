//! What every handler shares.

use std::{sync::Arc, time::Duration};

use actix_web::{FromRequest, HttpRequest, dev::Payload, web};
use model::{Chance, Clock, LetterName, Link};
use store::Db;
use vault::Vault;

use crate::{demo::Demo, fault::WebFault, limit::Limits};

/// The service as the pages see it. Cheap to clone; handlers take it as an argument.
#[derive(Clone)]
pub struct App {
    /// The memory.
    pub db: Db,
    /// The keys, but for those that open addresses (promise C2).
    pub vault: Vault,
    /// The time.
    pub clock: Clock,
    /// Randomness.
    pub chance: Chance,
    /// Scheme and authority under which people reach the service, such as `https://oppstart.example`; no slash
    /// at the end.
    pub public_url: String,
    /// What a recipient of a letter sees as its sender.
    pub sender_name: LetterName,
    /// How many of a hundred invited say yes, as long as a region's own answers tell little.
    pub acceptance_percent: u8,
    /// The demonstration, with pages that a real service does not have.
    pub demo: Option<Arc<Demo>>,
    /// How much and how long a request may be.
    pub bounds: Bounds,
    /// How often something may be asked for.
    pub limits: Limits,
}

/// What a request may take (promise S10).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The most bytes of a body.
    pub body: usize,
    /// From the first line of the request to its answer, slow bodies included.
    pub request: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self {
            body: 16 * 1024,
            request: Duration::from_secs(10),
        }
    }
}

impl App {
    /// Whether people reach the service by TLS. Cookies and HSTS depend on it.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// A page's address for a letter or a poster.
    #[must_use]
    pub fn absolute(&self, link: &Link) -> String {
        format!("{}{}", self.public_url, link.path())
    }

    /// The app of a request.
    pub(crate) fn of(req: &HttpRequest) -> Result<&Self, WebFault> {
        let app = req.app_data::<web::Data<Self>>();
        app.map(|data| &***data).ok_or(WebFault::Unwired)
    }
}

impl FromRequest for App {
    type Error = WebFault;
    type Future = std::future::Ready<Result<Self, WebFault>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(Self::of(req).cloned())
    }
}
