//! The set-up link: where `serve` and `setup` show it.

use std::io::{self, Write as _};

use model::{Chance, Clock, Link};

use crate::{
    Settings,
    service::{Half, Service, StartFault},
};

/// `oppstart setup`: prints a one-time link for an installation that nobody has signed in to, and says so if somebody
/// has. An older link ends.
///
/// # Errors
/// [`StartFault`].
pub fn print_link(settings: Settings) -> Result<(), StartFault> {
    // Where only pages are served there is no key that opens addresses; where nothing is yet, all keys are made.
    let half = settings.keys.exists().then_some(Half::Web);
    let service = Service::open(settings, half, Clock::system(), Chance::from_system()?)?;
    let told = match service.set_up_link(service.clock.now())? {
        Some(link) => announcement(&link),
        None => format!(
            "This installation is set up: staff sign in at {}",
            service.settings.public_url.to(&Link::SignIn)
        ),
    };
    writeln!(io::stdout().lock(), "{told}").map_err(StartFault::Server)
}

/// What shows the link. It is the one secret that is ever printed (promise C7): whoever sees the console sets the
/// service up.
pub fn announcement(link: &str) -> String {
    format!("Set up the first contact point here, within 30 minutes: {link}")
}
