//! What the schedule asks of notes, collections and courses. Each step is idempotent, and a transaction of its own for
//! each thing.

use chrono::{DateTime, Months, NaiveDate, Utc};
use model::{Chance, Letter, LetterId, NoteId, Prompt, Standing, end_of, oslo_date};
use store::{Db, DbConn, collection, course, each, note, outbox};

use crate::{collection::close, fault::Result};

/// How long a course is kept after its last session.
const COURSE_MONTHS: Months = Months::new(12);

/// Writes to all whom nothing has happened to for so long that they should hear from us: a reminder to confirm, what
/// could help, and whether they are still interested. Those who have a receipt code are not written to; they are told
/// on their page. One that can't be written to keeps no other from it.
///
/// # Errors
/// The first fault, once all have been tried.
pub fn prompt_due(db: &Db, chance: &Chance, now: DateTime<Utc>) -> Result<()> {
    let due = db.read_now(|tx| note::list_to_prompt(tx, oslo_date(now)))?;
    each(due, |note| db.write_now(|tx| prompt(tx, chance, note, now)))?;
    Ok(())
}

/// Closes all collections whose time is over.
///
/// # Errors
/// The first fault, once all have been tried.
pub fn close_due(db: &Db, chance: &Chance, now: DateTime<Utc>) -> Result<()> {
    let over = db.read_now(|tx| collection::list_expired(tx, oslo_date(now)))?;
    each(over, |id| {
        db.write_now(|tx| match collection::find(tx, id)? {
            Some(found) => close(tx, chance, &found, now),
            None => Ok(()),
        })
    })?;
    Ok(())
}

/// Deletes the paper slips whose days are over, and the courses that ended a year ago (promise C6).
///
/// # Errors
/// The first fault, once all have been tried.
pub fn clean_due(db: &Db, now: DateTime<Utc>) -> Result<()> {
    let today = oslo_date(now);
    db.write_now(|tx| collection::delete_stale_slips(tx, today))?;
    let ended = db.read_now(|tx| course::list_ended(tx, today - COURSE_MONTHS))?;
    each(ended, |id| {
        db.write_now(|tx| {
            let in_use = collection::list(tx, id)?.iter().any(|one| one.takes_slips(today));
            if in_use { Ok(()) } else { course::delete(tx, id) }
        })
    })?;
    Ok(())
}

/// Looks again in the transaction that writes: since the list was made, the person may have given a sign.
fn prompt(tx: &mut DbConn, chance: &Chance, id: NoteId, now: DateTime<Utc>) -> Result<()> {
    let Some(note) = note::find(tx, id)? else {
        return Ok(());
    };
    let Some((prompt, next)) = note.standing.prompt(oslo_date(now)) else {
        return Ok(());
    };
    note::set_standing(tx, id, next)?;
    // Whoever has confirmed another note of the address need not confirm this one.
    let is_moot = prompt == Prompt::Confirm && note::find_twin(tx, &note)?.is_some();
    if note.by_code || is_moot {
        return Ok(());
    }
    let (letter, last_day) = letter_of(prompt, id, next);
    Ok(outbox::push(
        tx,
        LetterId::random(chance),
        &letter,
        now,
        end_of(last_day),
    )?)
}

/// The letter of a prompt, and the last day on which it is of use.
fn letter_of(prompt: Prompt, note: NoteId, next: Standing) -> (Letter, NaiveDate) {
    let kept_until = next.kept_until();
    match prompt {
        Prompt::Confirm => (Letter::ConfirmReminder { note }, kept_until),
        // From then on another letter says more.
        Prompt::StillLooking => (Letter::StillLooking { note }, next.prompt_on().unwrap_or(kept_until)),
        Prompt::StillInterested => (Letter::StillInterested { note }, kept_until),
    }
}
