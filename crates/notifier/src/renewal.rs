//! Renewing the keys of addresses and links, while others go on working (promise C4).
//!
//! Every month a new version of them is made; all addresses are sealed anew with it, and get its index; 35 days after
//! the last one was, the older keys are destroyed, and that of links 13 months after it was last used. Each step asks
//! what is there, not what was done before: one that was cut off is made good by the next pass.

use std::{collections::BTreeSet, sync::atomic::Ordering};

use chrono::{Datelike as _, Days, Months, NaiveDate};
use model::Chance;
use store::{
    Db,
    address::{self, Holder, Renewed},
    key_version::{self, KeyVersion},
};
use vault::{KeyId, OpeningKeys, SealedAddress, SealedAt, Vault};

use crate::{Fault, Notifier};

/// How long keys are in use.
const IN_USE: Months = Months::new(1);
/// How long keys are kept after the last address has left them: as long as a backup may be kept.
const KEPT: Days = Days::new(35);
/// How long the key of links is kept after a newer one has taken its place: longer than anybody waits without a letter.
const LINKS_KEPT: Months = Months::new(13);
/// How many addresses are sealed anew in one transaction.
const BATCH: usize = 50;

impl Notifier {
    /// Does what is due to the keys of addresses. It blocks, for as long as it takes to seal all addresses once a month.
    ///
    /// What is stored is touched one pass after a version was first seen, at the earliest: requests that looked at the
    /// keys before have ended by then, so none looks for an address by an index that it no longer has.
    ///
    /// # Errors
    /// [`Fault`]; the next pass goes on from there.
    pub fn renew_keys(&self) -> Result<(), Fault> {
        let today = self.clock.today();
        let renewal = Renewal {
            db: &self.db,
            vault: &self.maker.vault,
            opening_keys: &self.opening_keys,
            chance: &self.chance,
        };
        let newest = renewal.version_due(today)?;
        if self.version_seen.swap(newest.number(), Ordering::Relaxed) != newest.number() {
            return Ok(());
        }
        if renewal.may_be_left(
            newest,
            self.looked_on.load(Ordering::Relaxed) != today.num_days_from_ce(),
        )? {
            let left = renewal.seal_all_with(newest)?;
            renewal.record_emptied(newest, &left, today)?;
            self.looked_on.store(today.num_days_from_ce(), Ordering::Relaxed);
        }
        renewal.destroy_due(newest, today)?;
        renewal.destroy_links_due(today)
    }
}

/// What a renewal works with.
#[derive(Clone, Copy)]
pub struct Renewal<'a> {
    /// The database.
    pub db: &'a Db,
    /// Seals, and makes indexes.
    pub vault: &'a Vault,
    /// Opens, makes and destroys.
    pub opening_keys: &'a OpeningKeys,
    /// What keys are drawn from.
    pub chance: &'a Chance,
}

impl Renewal<'_> {
    /// Makes the next version now, without waiting for the month to be over.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn make_next(&self, today: NaiveDate) -> Result<KeyId, Fault> {
        let newest = self.version_due(today)?;
        self.make(newest.next(), today)
    }

    /// The version to seal with; makes it if the newest one has been in use for a month.
    fn version_due(&self, today: NaiveDate) -> Result<KeyId, Fault> {
        let here = self.vault.newest_version();
        match self.db.read_now(key_version::find_newest)? {
            Some(newest) if here < KeyId::of(newest.version) => Err(Fault::KeysGone(KeyId::of(newest.version))),
            Some(newest) if here == KeyId::of(newest.version) => {
                if newest.made_on + IN_USE > today {
                    Ok(here)
                } else {
                    self.make(here.next(), today)
                }
            }
            // Somebody began to make it, or a new database has none on record.
            _ => self.make(here, today),
        }
    }

    fn make(&self, version: KeyId, today: NaiveDate) -> Result<KeyId, Fault> {
        self.opening_keys.make_version(version, self.chance)?;
        let marks = self.vault.marks();
        let mark = marks.iter().find(|(id, _)| *id == version).map(|(_, mark)| mark);
        let mark = mark.ok_or(Fault::KeysGone(version))?;
        self.db
            .write_now(|tx| key_version::insert(tx, version.number(), mark, today))?;
        tracing::info!(%version, "keys of addresses were made");
        Ok(version)
    }

    /// Whether addresses may be sealed with an older version; to look for them is to read all that are stored. Once a
    /// version is recorded as emptied only a process that had not heard of the newer one can have used it: for those
    /// it is enough to look once a day, before anything is destroyed.
    fn may_be_left(&self, newest: KeyId, is_new_day: bool) -> Result<bool, Fault> {
        let older = self.older_versions(newest)?;
        let mut live = older.iter().filter(|one| one.destroyed_on.is_none());
        Ok(live.any(|one| is_new_day || one.emptied_on.is_none()))
    }

    /// Seals all addresses with the newest version that are sealed with an older one. Gives the versions that some of
    /// them had. An address that can't be opened stays as it is: no key that is left would open it later.
    fn seal_all_with(&self, newest: KeyId) -> Result<BTreeSet<KeyId>, Fault> {
        let below = newest.least_sealed();
        let staff = self.db.read_now(|tx| address::list_staff(tx, &below))?;
        let staff: Vec<_> = staff
            .into_iter()
            .map(|(id, old)| (Holder::Staff(id), SealedAt::staff(id), old))
            .collect();
        let mut left = BTreeSet::new();
        for batch in staff.chunks(BATCH) {
            left.extend(self.seal_anew(batch, newest)?);
        }
        let mut after = None;
        loop {
            let at_most = i64::try_from(BATCH).unwrap_or(i64::MAX);
            let notes = self.db.read_now(|tx| address::list_notes(tx, &below, after, at_most))?;
            let Some((last, _)) = notes.last() else {
                return Ok(left);
            };
            after = Some(*last);
            let notes: Vec<_> = notes
                .into_iter()
                .map(|(id, old)| (Holder::Note(id), SealedAt::note(id), old))
                .collect();
            left.extend(self.seal_anew(&notes, newest)?);
        }
    }

    /// Opens and seals a batch, then stores it in one transaction; rows that others have changed or erased meanwhile
    /// stay as those left them.
    fn seal_anew(&self, batch: &[(Holder, SealedAt, Vec<u8>)], newest: KeyId) -> Result<Vec<KeyId>, Fault> {
        let (mut renewed, mut left) = (Vec::new(), Vec::new());
        for (holder, at, old) in batch {
            let sealed = SealedAddress::from_bytes(old.as_slice());
            let (Ok(address), Some(version)) = (self.opening_keys.open(&sealed, *at), sealed.version()) else {
                continue;
            };
            let anew = self.vault.seal(&address, *at, self.chance)?;
            let indexes = self.vault.indexes(&address);
            if anew.version() < Some(newest) {
                return Err(Fault::KeysGone(newest));
            }
            left.push(version);
            renewed.push(Renewed {
                holder: *holder,
                old: old.clone(),
                bytes: anew.as_bytes().to_vec(),
                index: indexes.newest.as_bytes().to_vec(),
                older_indexes: indexes.older.iter().map(|index| index.as_bytes().to_vec()).collect(),
            });
        }
        self.db.write_now::<_, store::Fault>(|tx| {
            for one in &renewed {
                address::renew(tx, one)?;
            }
            Ok(())
        })?;
        Ok(left)
    }

    /// Records from which day on no address needs an older version. Backups of the days before may hold some.
    fn record_emptied(&self, newest: KeyId, left: &BTreeSet<KeyId>, today: NaiveDate) -> Result<(), Fault> {
        for older in self.older_versions(newest)? {
            let version = KeyId::of(older.version);
            if older.emptied_on.is_none() || left.contains(&version) {
                self.db
                    .write_now(|tx| key_version::mark_emptied(tx, older.version, today))?;
                tracing::info!(%version, "no address is sealed with these keys any more");
            }
        }
        Ok(())
    }

    /// Destroys the versions whose time is over, and those that came back after they were destroyed.
    fn destroy_due(&self, newest: KeyId, today: NaiveDate) -> Result<(), Fault> {
        let here: Vec<KeyId> = self.vault.marks().into_iter().map(|(id, _)| id).collect();
        for older in self.older_versions(newest)? {
            let version = KeyId::of(older.version);
            let is_over = older.emptied_on.is_some_and(|on| on + KEPT <= today);
            if !is_over || (older.destroyed_on.is_some() && !here.contains(&version)) {
                continue;
            }
            self.opening_keys.destroy_version(version)?;
            // Recorded afterwards: what is on record has happened.
            self.db
                .write_now(|tx| key_version::mark_destroyed(tx, older.version, today))?;
            tracing::info!(%version, "keys of addresses were destroyed");
        }
        Ok(())
    }

    /// Destroys the keys of links whose time is over, and those that came back. A key's place is taken on the day after
    /// a newer one was made: see [`key_version::find_for_links`].
    fn destroy_links_due(&self, today: NaiveDate) -> Result<(), Fault> {
        let versions = self.db.read_now(key_version::list)?;
        let here = self.vault.link_versions();
        for (newer, older) in versions.iter().zip(versions.iter().skip(1)) {
            let version = KeyId::of(older.version);
            let is_over = newer.made_on + Days::new(1) + LINKS_KEPT <= today;
            if !is_over || (older.links_destroyed_on.is_some() && !here.contains(&version)) {
                continue;
            }
            self.opening_keys.destroy_link_key(version)?;
            self.db
                .write_now(|tx| key_version::mark_links_destroyed(tx, older.version, today))?;
            tracing::info!(%version, "the key of links was destroyed");
        }
        Ok(())
    }

    fn older_versions(&self, newest: KeyId) -> Result<Vec<KeyVersion>, Fault> {
        let mut versions = self.db.read_now(key_version::list)?;
        versions.retain(|one| one.version < newest.number());
        Ok(versions)
    }
}
