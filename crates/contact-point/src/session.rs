//! Sessions of staff. Only the fingerprint of a session's token is kept.

use chrono::{DateTime, TimeDelta, Utc};
use model::{Chance, StaffId};
use store::{
    DbConn, region, sign_in,
    staff::{self, Member},
};
use vault::SessionToken;

use crate::{fault::Result, people::kept_until};

/// How long a session lasts (promise C6).
pub const SESSION_LASTS: TimeDelta = TimeDelta::hours(12);

/// Opens a session. With the first one its region is in use, and with each its owner is kept for twelve more months
/// (promise C6).
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn open_session(tx: &mut DbConn, chance: &Chance, member: StaffId, now: DateTime<Utc>) -> Result<SessionToken> {
    let token = SessionToken::random(chance);
    let mut owner = staff::get(tx, member)?;
    owner.kept_until = kept_until(now);
    staff::update(tx, &owner)?;
    region::mark_in_use(tx, owner.region)?;
    sign_in::insert_session(tx, token.fingerprint().as_bytes(), member, now + SESSION_LASTS)?;
    Ok(token)
}

/// Whose session a token is; `None` once it has ended.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn who(tx: &mut DbConn, token: &SessionToken, now: DateTime<Utc>) -> Result<Option<Member>> {
    Ok(sign_in::find_session(tx, token.fingerprint().as_bytes(), now)?)
}

/// Ends a session.
///
/// # Errors
/// [`crate::Fault::Store`].
pub fn sign_out(tx: &mut DbConn, token: &SessionToken) -> Result<()> {
    Ok(sign_in::delete_session(tx, token.fingerprint().as_bytes())?)
}
