//! Sign-in by a six-digit code from a letter, typed in the browser that asked for it (promise S4).

use chrono::{DateTime, TimeDelta, Utc};
use model::{Chance, EmailAddress, Language, Letter, LetterId, SignInId, StaffId};
use store::{
    DbConn, outbox,
    sign_in::{self, SignIn},
    staff::{self, Member},
};
use vault::{BrowserId, SessionToken, Vault};

use crate::{fault::Result, session::open_session};

/// How long a code works.
pub const CODE_LASTS: TimeDelta = TimeDelta::minutes(30);
/// How many codes may be typed.
pub const TRIES: u8 = 5;

/// How many codes of one person can work at a time: more would be more chances to guess one.
const LIVE_CODES: i64 = 5;

/// What typing a code led to.
#[derive(Debug)]
pub enum SignedIn {
    /// The code was right.
    Session(SessionToken),
    /// The code was wrong, and may be typed again.
    WrongCode {
        /// How often.
        tries_left: u8,
    },
    /// There is no such code any more: too old, used, tried too often, or asked for in another browser.
    Ended,
}

/// Records that somebody asked for a code, and owes the letter. For an address that nobody has, and for one that has
/// been asked for too often, the same happens, and the letter is dropped for want of a recipient (promises S4, S7).
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn ask_for_code(
    tx: &mut DbConn,
    (vault, chance): (&Vault, &Chance),
    email: &EmailAddress,
    browser: &BrowserId,
    now: DateTime<Utc>,
) -> Result<SignInId> {
    let member = staff::find_by_address(tx, &vault.indexes(email).all())?;
    // Somebody made up is counted for an address that nobody has, so that the same is asked of the database.
    let counted = member
        .as_ref()
        .map_or_else(|| StaffId::random(chance), |member| member.id);
    let may_ask = sign_in::count_live(tx, counted, now)? < LIVE_CODES;
    let id = record(tx, chance, member.filter(|_| may_ask), browser, now)?;
    let letter = Letter::SignInCode { sign_in: id };
    outbox::push(tx, LetterId::random(chance), &letter, now, now + CODE_LASTS)?;
    Ok(id)
}

/// The same without the letter, for an address that has got as many today as strangers may cause (promise S8).
/// No code is right then, and nobody can find out why (S7).
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn ask_silently(tx: &mut DbConn, chance: &Chance, browser: &BrowserId, now: DateTime<Utc>) -> Result<SignInId> {
    record(tx, chance, None, browser, now)
}

fn record(
    tx: &mut DbConn,
    chance: &Chance,
    member: Option<Member>,
    browser: &BrowserId,
    now: DateTime<Utc>,
) -> Result<SignInId> {
    let id = SignInId::random(chance);
    let sign_in = SignIn {
        id,
        staff: member.map(|member| member.id),
        browser: browser.fingerprint().as_bytes().to_vec(),
        expires_at: now + CODE_LASTS,
        tries_left: TRIES,
    };
    sign_in::insert(tx, &sign_in)?;
    Ok(id)
}

/// Types in a code. A right one opens a session and can't be used again; from then on letters come in the language of
/// the page.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn sign_in(
    tx: &mut DbConn,
    (vault, chance): (&Vault, &Chance),
    (id, browser): (SignInId, &BrowserId),
    (typed, language): (&str, Language),
    now: DateTime<Utc>,
) -> Result<SignedIn> {
    let Some(asked) = sign_in::find(tx, id)? else {
        return Ok(SignedIn::Ended);
    };
    let same_browser = asked.browser == browser.fingerprint().as_bytes();
    if !same_browser || asked.expires_at <= now || asked.tries_left == 0 {
        return Ok(SignedIn::Ended);
    }
    // Looked at first, so that it takes as long for an address that nobody has (promise S7).
    let is_right = vault.is_sign_in_code(id, typed);
    match asked.staff {
        Some(member) if is_right => {
            sign_in::delete(tx, id)?;
            staff::set_language(tx, member, language)?;
            Ok(SignedIn::Session(open_session(tx, chance, member, now)?))
        }
        _ => {
            sign_in::count_try(tx, id)?;
            Ok(SignedIn::WrongCode {
                tries_left: asked.tries_left - 1,
            })
        }
    }
}
