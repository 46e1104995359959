//! How much may be asked for from outside (promise S8). All of it is counted here, in memory: a restart forgets it,
//! and each instance counts for itself.
//!
//! Whatever acts is counted by network, before its form is read. What strangers may do, who have neither a link from
//! a letter nor a session, is counted in all too; what somebody does to their own note never waits for others.
//! Letters are counted by the blind index of their address, so nothing here is an address.

mod daily;
mod peer;
mod rate;
mod steady;

use std::{fmt, sync::Arc};

use actix_web::HttpRequest;
use model::{Clock, GroupId, Link, NoteId};
use vault::AddressIndex;

pub use peer::{Peer, ProxyFault, TrustedProxies};

use self::{
    daily::Daily,
    rate::{Quota, Rate},
    steady::Steady,
};
use crate::{fault::WebFault, note};

/// What acts, of one network: a class of thirty needs a few forms each, all at once, and behind one address of a
/// mobile operator there are several classes.
const ACTS: Quota = Quota {
    at_once: 300,
    seconds_each: 1,
};

/// What strangers do, of all networks: many classes at once, and 1200 an hour from then on.
const STRANGERS: Quota = Quota {
    at_once: 900,
    seconds_each: 3,
};

/// Notes left at one collection: the largest class at once.
const NOTES: Quota = Quota {
    at_once: 250,
    seconds_each: 60,
};

/// Codes that are looked up, of one network: each of a class at once, and then so few that nobody guesses one.
const LOOK_UPS: Quota = Quota {
    at_once: 60,
    seconds_each: 60,
};

/// Codes that are looked up, of all networks.
const LOOK_UPS_IN_ALL: Quota = Quota {
    at_once: 600,
    seconds_each: 3,
};

/// Counts, and says when it is too much. Cheap to clone; clones count together.
#[derive(Clone)]
pub struct Limits(Arc<Counted>);

struct Counted {
    proxies: TrustedProxies,
    letters: Daily<AddressIndex>,
    absences: Daily<(NoteId, GroupId)>,
    acts: Rate<Peer>,
    strangers: Rate<()>,
    notes: Rate<String>,
    look_ups: Rate<Peer>,
    look_ups_in_all: Rate<()>,
}

impl Limits {
    /// Nothing has been counted yet.
    #[must_use]
    pub fn new(clock: &Clock, proxies: TrustedProxies) -> Self {
        let steady = Steady::new(clock.clone());
        Self(Arc::new(Counted {
            proxies,
            letters: Daily::new(clock.clone()),
            absences: Daily::new(clock.clone()),
            acts: Rate::new(ACTS, steady.clone()),
            strangers: Rate::new(STRANGERS, steady.clone()),
            notes: Rate::new(NOTES, steady.clone()),
            look_ups: Rate::new(LOOK_UPS, steady.clone()),
            look_ups_in_all: Rate::new(LOOK_UPS_IN_ALL, steady),
        }))
    }

    /// Counts a letter that somebody wants sent to an address, and says whether it may be owed: three a day may that
    /// the address's owner did not cause. The answer to the person must be the same either way (S7).
    #[must_use]
    pub fn letters_to(&self, address: &AddressIndex) -> bool {
        self.0.letters.may_go(address)
    }

    /// The owner of the address has used the newest letter, so it was theirs, and does not count.
    pub(crate) fn letter_was_wanted(&self, address: &AddressIndex) {
        self.0.letters.take_back(address);
    }

    /// Counts an absence that somebody wants told to the igangsetter, and says whether it may be: three a day of one seat.
    /// Nothing but the letter is kept of it (promise L7), so it can't be counted in the database.
    pub(crate) fn absence_of(&self, seat: (NoteId, GroupId)) -> bool {
        self.0.absences.may_go(&seat)
    }

    /// Counts a code that is about to be looked up, right or wrong.
    ///
    /// # Errors
    /// [`WebFault::TooOften`].
    pub(crate) fn look_up(&self, peer: &Peer) -> Result<(), WebFault> {
        self.0.look_ups.take(peer)?;
        self.0.look_ups_in_all.take(&())
    }

    /// Counts a note that is about to be left at a page that is there.
    ///
    /// # Errors
    /// [`WebFault::TooOften`].
    pub(crate) fn note_at(&self, page: &Link) -> Result<(), WebFault> {
        self.0.notes.take(&page.path())
    }

    /// Counts a request that acts, at the pattern of a route. For the guard alone.
    ///
    /// # Errors
    /// [`WebFault::TooOften`].
    pub(crate) fn act(&self, peer: &Peer, route: Option<&str>) -> Result<(), WebFault> {
        self.0.acts.take(peer)?;
        if route.is_some_and(is_for_strangers) {
            self.0.strangers.take(&())?;
        }
        Ok(())
    }

    /// Where a request comes from, as far as proxies are believed.
    pub(crate) fn peer(&self, req: &HttpRequest) -> Peer {
        self.0.proxies.peer(req)
    }
}

impl fmt::Debug for Limits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Limits")
    }
}

/// Whether anybody may act there, without a link from a letter and without a session.
fn is_for_strangers(route: &str) -> bool {
    let open = [Link::SignIn, Link::SignInCode, Link::LookUp, Link::FindNote];
    open.iter().any(|link| link.route() == route) || note::DOORS.contains(&route)
}

#[cfg(test)]
mod tests;
