//! The keys of a database: opened with it, listed and renewed by command.

use std::{
    error::Error,
    io::{self, Write as _},
    path::Path,
};

use chrono::NaiveDate;
use model::{Chance, Clock};
use notifier::Renewal;
use store::{
    Db, DbConn, address,
    key_version::{self, KeyVersion},
};
use vault::{KeyId, Vault};

use crate::{
    Settings,
    service::{Half, Service, StartFault},
};

/// Opens the keys of a database, and makes them for a new one where letters are sent.
///
/// A database that has been used brings its keys along: new ones would make it deaf and mute.
pub(crate) fn open_vault(
    db: &Db,
    folder: &Path,
    half: Option<Half>,
    (chance, today): (&Chance, NaiveDate),
) -> Result<Vault, StartFault> {
    let known = db.read_now(key_version::find_newest)?;
    let vault = match (half, &known) {
        (None | Some(Half::Worker), None) => Vault::open_or_create(folder, chance)?,
        _ => Vault::open(folder)?,
    };
    let Some(known) = known else {
        for (id, mark) in vault.marks() {
            db.write_now(|tx| key_version::insert(tx, id.number(), &mark, today))?;
        }
        return Ok(vault);
    };
    refuse_others(&vault, &known, folder)?;
    Ok(vault)
}

/// Refuses keys that a database was not made with.
///
/// # Errors
/// [`StartFault::OtherKeys`].
pub(crate) fn refuse_others(vault: &Vault, known: &KeyVersion, folder: &Path) -> Result<(), StartFault> {
    if belong_to(vault, known) {
        return Ok(());
    }
    let folder = folder.display().to_string();
    Err(StartFault::OtherKeys { folder })
}

/// Records what became of the keys since a backup: those that are here and were made after it, and those that are gone.
/// Otherwise the renewal would take a version for emptied that is in use, and never destroy one that it does not know.
///
/// # Errors
/// [`store::Fault::Driver`].
pub(crate) fn catch_up(tx: &mut DbConn, vault: &Vault, today: NaiveDate) -> Result<(), store::Fault> {
    let marks = vault.marks();
    let recorded = key_version::list(tx)?;
    for (id, mark) in &marks {
        if recorded.iter().all(|one| one.version != id.number()) {
            key_version::insert(tx, id.number(), mark, today)?;
        }
    }
    for gone in recorded.iter().filter(|one| one.destroyed_on.is_none()) {
        if marks.iter().all(|(id, _)| id.number() != gone.version) {
            key_version::mark_destroyed(tx, gone.version, today)?;
        }
    }
    Ok(())
}

/// Whether these keys hold the version that a database seals with.
pub(crate) fn belong_to(vault: &Vault, known: &KeyVersion) -> bool {
    vault.marks().iter().any(|(_, mark)| mark[..] == known.mark)
}

/// `oppstart keys`: shows each version of the keys, with the count of addresses that are sealed with it, and when its
/// keys of addresses and its key of links were destroyed.
///
/// # Errors
/// [`StartFault`], and what the console refuses.
pub fn show(settings: Settings) -> Result<(), Box<dyn Error>> {
    let service = Service::open(settings, Some(Half::Web), Clock::system(), Chance::from_system()?)?;
    let table = service.db.read_now(|tx| {
        let mut lines = vec![line(["version", "made", "addresses", "left", "destroyed", "links"])];
        for one in key_version::list(tx)? {
            let id = KeyId::of(one.version);
            let addresses = address::count_between(tx, &id.least_sealed(), &id.next().least_sealed())?;
            let day = |on: Option<NaiveDate>| on.map_or_else(|| "-".to_owned(), |on| on.to_string());
            lines.push(line([
                &id.to_string(),
                &one.made_on.to_string(),
                &addresses.to_string(),
                &day(one.emptied_on),
                &day(one.destroyed_on),
                &day(one.links_destroyed_on),
            ]));
        }
        Ok::<_, store::Fault>(lines.concat())
    })?;
    Ok(io::stdout().write_all(table.as_bytes())?)
}

/// `oppstart keys rotate`: makes a new version of the keys of addresses now. The worker does the rest.
///
/// # Errors
/// [`StartFault`] and [`notifier::Fault`], and what the console refuses.
pub fn rotate(settings: Settings) -> Result<(), Box<dyn Error>> {
    let service = Service::open(settings, Some(Half::Worker), Clock::system(), Chance::from_system()?)?;
    let Some(opening_keys) = &service.opening_keys else {
        return Ok(());
    };
    let renewal = Renewal {
        db: &service.db,
        vault: &service.vault,
        opening_keys,
        chance: &service.chance,
    };
    let version = renewal.make_next(service.clock.today())?;
    let told = format!("Version {version} is made. The worker seals all addresses with it in its next passes.\n");
    Ok(io::stdout().write_all(told.as_bytes())?)
}

fn line([version, made, addresses, left, destroyed, links]: [&str; 6]) -> String {
    format!("{version:>7}  {made:<10}  {addresses:>9}  {left:<10}  {destroyed:<10}  {links}\n")
}

#[cfg(test)]
mod tests;
