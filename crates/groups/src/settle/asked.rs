//! A group whose people are only held.

use chrono::{DateTime, Utc};
use model::{Chance, MIN_SIZE};
use store::{DbConn, group::Group, seat};

use crate::{dissolve::dissolve, fault::Result};

/// With fewer than five left there is nothing to ask for: the others never left the line.
pub(super) fn settle(tx: &mut DbConn, chance: &Chance, group: &mut Group, now: DateTime<Utc>) -> Result<()> {
    if seat::list(tx, group.id)?.len() < MIN_SIZE {
        return dissolve(tx, chance, group, now);
    }
    Ok(())
}
