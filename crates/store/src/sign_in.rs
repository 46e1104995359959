//! The ways in for staff: the one-time set-up link, codes that were asked for, and sessions.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use model::{SetUpId, SignInId, StaffId};

use crate::{
    DbConn, Fault, Result,
    convert::{Column, id, stored},
    schema::{sessions, set_ups, sign_ins, staff},
    staff::{Member, Row as StaffRow},
};

/// A code that was asked for. The code itself is derived from the identity and stored nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// Its identity.
    pub id: SignInId,
    /// Who asked; `None` if nobody has the address, or if its owner has asked too often.
    pub staff: Option<StaffId>,
    /// The fingerprint of the browser that asked.
    pub browser: Vec<u8>,
    /// Until when the code works.
    pub expires_at: DateTime<Utc>,
    /// How many wrong codes may still be typed.
    pub tries_left: u8,
}

/// Records that a code was asked for.
///
/// # Errors
/// [`Fault::Driver`].
pub fn insert(c: &mut DbConn, sign_in: &SignIn) -> Result<()> {
    diesel::insert_into(sign_ins::table)
        .values((
            sign_ins::id.eq(sign_in.id.blob()),
            sign_ins::staff_id.eq(sign_in.staff.as_ref().map(StaffId::blob)),
            sign_ins::browser.eq(&sign_in.browser),
            sign_ins::expires_at.eq(stored(sign_in.expires_at)),
            sign_ins::tries_left.eq(i16::from(sign_in.tries_left)),
        ))
        .execute(c)?;
    Ok(())
}

/// An attempt to sign in, if it has not been used up.
///
/// # Errors
/// [`Fault::Driver`].
pub fn find(c: &mut DbConn, sign_in: SignInId) -> Result<Option<SignIn>> {
    type Row = (Option<Vec<u8>>, Vec<u8>, chrono::NaiveDateTime, i16);
    let columns = (
        sign_ins::staff_id,
        sign_ins::browser,
        sign_ins::expires_at,
        sign_ins::tries_left,
    );
    let row: Option<Row> = sign_ins::table
        .find(sign_in.blob())
        .select(columns)
        .first(c)
        .optional()?;
    row.map(|(staff, browser, expires_at, tries_left)| {
        Ok(SignIn {
            id: sign_in,
            staff: staff
                .map(|bytes| id(bytes, Column("sign_ins", "staff_id")))
                .transpose()?,
            browser,
            expires_at: expires_at.and_utc(),
            tries_left: u8::try_from(tries_left).map_err(|_| Column("sign_ins", "tries_left").corrupt())?,
        })
    })
    .transpose()
}

/// How many codes a member of staff has asked for that have neither ended nor been used.
///
/// # Errors
/// [`Fault::Driver`].
pub fn count_live(c: &mut DbConn, member: StaffId, now: DateTime<Utc>) -> Result<i64> {
    let live = sign_ins::expires_at.gt(stored(now));
    let own = sign_ins::table.filter(sign_ins::staff_id.eq(member.blob()).and(live));
    Ok(own.count().get_result(c)?)
}

/// Counts one wrong code.
///
/// # Errors
/// [`Fault::Driver`].
pub fn count_try(c: &mut DbConn, sign_in: SignInId) -> Result<()> {
    diesel::update(sign_ins::table.find(sign_in.blob()))
        .set(sign_ins::tries_left.eq(sign_ins::tries_left - 1))
        .execute(c)?;
    Ok(())
}

/// Uses up an attempt to sign in.
///
/// # Errors
/// [`Fault::Driver`].
pub fn delete(c: &mut DbConn, sign_in: SignInId) -> Result<()> {
    diesel::delete(sign_ins::table.find(sign_in.blob())).execute(c)?;
    Ok(())
}

/// Opens a session. Only the fingerprint of its token is kept.
///
/// # Errors
/// [`Fault::Driver`].
pub fn insert_session(c: &mut DbConn, fingerprint: &[u8], member: StaffId, expires_at: DateTime<Utc>) -> Result<()> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::fingerprint.eq(fingerprint),
            sessions::staff_id.eq(member.blob()),
            sessions::expires_at.eq(stored(expires_at)),
        ))
        .execute(c)?;
    Ok(())
}

/// Whose session this is, if it has not ended.
///
/// # Errors
/// [`Fault::Driver`].
pub fn find_session(c: &mut DbConn, fingerprint: &[u8], now: DateTime<Utc>) -> Result<Option<Member>> {
    let row = sessions::table
        .inner_join(staff::table)
        .filter(sessions::fingerprint.eq(fingerprint))
        .filter(sessions::expires_at.gt(stored(now)))
        .select(StaffRow::as_select())
        .first(c);
    row.optional()?.map(Member::try_from).transpose()
}

/// Ends a session.
///
/// # Errors
/// [`Fault::Driver`].
pub fn delete_session(c: &mut DbConn, fingerprint: &[u8]) -> Result<()> {
    diesel::delete(sessions::table.find(fingerprint)).execute(c)?;
    Ok(())
}

/// Ends all sessions of a member of staff, and the codes that they have asked for.
///
/// # Errors
/// [`Fault::Driver`].
pub fn delete_of(c: &mut DbConn, member: StaffId) -> Result<()> {
    diesel::delete(sessions::table.filter(sessions::staff_id.eq(member.blob()))).execute(c)?;
    diesel::delete(sign_ins::table.filter(sign_ins::staff_id.eq(member.blob()))).execute(c)?;
    Ok(())
}

/// Records a one-time set-up link, and ends those made before.
///
/// # Errors
/// [`Fault::Driver`].
pub fn replace_set_up(c: &mut DbConn, set_up: SetUpId, expires_at: DateTime<Utc>) -> Result<()> {
    diesel::delete(set_ups::table).execute(c)?;
    diesel::insert_into(set_ups::table)
        .values((
            set_ups::id.eq(set_up.blob()),
            set_ups::expires_at.eq(stored(expires_at)),
        ))
        .execute(c)?;
    Ok(())
}

/// True if the set-up link can be used.
///
/// # Errors
/// [`Fault::Driver`].
pub fn is_set_up_open(c: &mut DbConn, set_up: SetUpId, now: DateTime<Utc>) -> Result<bool> {
    let open = set_ups::table
        .find(set_up.blob())
        .filter(set_ups::expires_at.gt(stored(now)));
    let count: i64 = open.count().get_result(c)?;
    Ok(count > 0)
}

/// Uses up the set-up link.
///
/// # Errors
/// [`Fault::Missing`] if it was used before.
pub fn use_set_up(c: &mut DbConn, set_up: SetUpId) -> Result<()> {
    match diesel::delete(set_ups::table.find(set_up.blob())).execute(c)? {
        0 => Err(Fault::Missing("set_ups")),
        _ => Ok(()),
    }
}

/// Deletes set-up links, codes and sessions that have ended (promise C6).
///
/// # Errors
/// [`Fault::Driver`].
pub fn delete_expired(c: &mut DbConn, now: DateTime<Utc>) -> Result<()> {
    let now = stored(now);
    diesel::delete(set_ups::table.filter(set_ups::expires_at.le(now))).execute(c)?;
    diesel::delete(sign_ins::table.filter(sign_ins::expires_at.le(now))).execute(c)?;
    diesel::delete(sessions::table.filter(sessions::expires_at.le(now))).execute(c)?;
    Ok(())
}
