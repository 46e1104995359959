//! `oppstart check`: looks at all that the service needs, changes nothing, and says what to do.

use std::{fs, io, io::Write as _, os::unix::fs::PermissionsExt as _, path::Path};

use notifier::{Cause, DeliveryFault, Stage};
use store::{DatabaseUrl, Db, key_version};
use vault::{OpeningKeys, Vault};

use crate::{
    Settings, SettingsFault,
    keys::belong_to,
    service::{Half, StartFault, refuse_unfinished},
};

/// What was found: all well, with what it is; or a fault, with what to do.
type Finding = Result<String, String>;

/// Looks at what the service, or one half of it, needs, and prints one line for each thing: without an address and
/// without a secret. True if nothing is wrong.
///
/// # Errors
/// When nothing can be printed.
pub async fn check(settings: Result<Settings, SettingsFault>, half: Option<Half>) -> io::Result<bool> {
    let settings = match settings {
        Ok(settings) => settings,
        Err(fault) => return tell("settings", &Err(fault.to_string())),
    };
    let mut is_well = tell("settings", &Ok("they can be used".to_owned()))?;
    let (database, db) = match database(&settings.database_url) {
        Ok((told, db)) => (Ok(told), Some(db)),
        Err(told) => (Err(told), None),
    };
    is_well &= tell("database", &database)?;
    is_well &= tell("keys", &keys(&settings.keys, db.as_ref(), half))?;
    is_well &= tell("journal", &journal(&settings.journal))?;
    if half != Some(Half::Web) {
        is_well &= tell("mail", &mail(&settings).await)?;
    }
    Ok(is_well)
}

fn tell(part: &str, finding: &Finding) -> io::Result<bool> {
    let (word, told) = match finding {
        Ok(told) => ("ok", told),
        Err(told) => ("fault", told),
    };
    // Some drivers tell their faults in several lines.
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    writeln!(io::stdout().lock(), "{word} {part}: {told}")?;
    Ok(finding.is_ok())
}

fn database(url: &DatabaseUrl) -> Result<(String, Db), String> {
    let unfinished = |db| refuse_unfinished(url, db).map_err(|fault| fault.to_string());
    unfinished(None)?;
    if let DatabaseUrl::Sqlite(path) = url
        && !path.exists()
    {
        let path = path.display();
        return Err(format!(
            "{path} is not there: `oppstart serve` makes it; or put it back, or correct database_url"
        ));
    }
    let told = |fault: store::Fault| match fault {
        store::Fault::NewerSchema(_) | store::Fault::OldSqlite(_) | store::Fault::NoTls => fault.to_string(),
        other => format!("{other}: see that database_url is right, and that this user may read and write there"),
    };
    let db = Db::open(url).map_err(told)?;
    let found = db.look().map_err(told)?;
    if !found.is_current {
        return Err(format!(
            "{}, with an older schema: run `oppstart migrate`",
            found.engine
        ));
    }
    unfinished(Some(&db))?;
    Ok((format!("{}, writable, with this program's schema", found.engine), db))
}

fn keys(folder: &Path, db: Option<&Db>, half: Option<Half>) -> Finding {
    let vault = Vault::open(folder).map_err(|fault| fault.to_string())?;
    if half != Some(Half::Web) {
        OpeningKeys::load(folder).map_err(|fault| fault.to_string())?;
    }
    let name = folder.display();
    let metadata = fs::metadata(folder).map_err(|fault| format!("{name}: {fault}"))?;
    if metadata.permissions().mode() & 0o077 != 0 {
        return Err(format!("{name} can be reached by others: run `chmod 700` on it"));
    }
    let Some(db) = db else {
        return Ok(format!("{name}; whether they are the database's could not be seen"));
    };
    match db.read_now(key_version::find_newest) {
        Ok(Some(known)) if belong_to(&vault, &known) => Ok(format!("{name}, and they are the database's")),
        Ok(None) => Ok(format!("{name}, and the database has none yet")),
        Ok(Some(_)) => Err(StartFault::OtherKeys {
            folder: name.to_string(),
        }
        .to_string()),
        Err(fault) => Err(fault.to_string()),
    }
}

fn journal(folder: &Path) -> Finding {
    let name = folder.display();
    if !folder.exists() {
        return Err(format!(
            "{name} is not there: `oppstart serve` makes it; or put it back, or correct journal"
        ));
    }
    tempfile::tempfile_in(folder).map_err(|fault| format!("{name}: {fault}: let this user write to it"))?;
    Ok(format!("{name}, writable"))
}

async fn mail(settings: &Settings) -> Finding {
    let route = &settings.mail_route;
    match route.try_out(&settings.sender()).await {
        Ok(()) => Ok(format!("{route:?}")),
        Err(
            DeliveryFault::TryAgain(cause)
            | DeliveryFault::GiveUp(cause)
            | DeliveryFault::Denied(cause)
            | DeliveryFault::RouteDown(cause),
        ) => Err(format!("{route:?} ({cause}): {}", advice(cause))),
    }
}

/// What to do about a route that does not work.
const fn advice(cause: Cause) -> &'static str {
    match cause {
        Cause::Unreachable => "see that host and port in mail_url are right, and that no firewall is between",
        Cause::Silent => "it does not answer; if it wants TLS from the first byte, as on port 465, write smtps://",
        Cause::NoStartTls => "let it offer STARTTLS, or write smtps:// if it speaks TLS from the first byte",
        Cause::Tls => {
            "its certificate must be for this very name, and from an authority that is known or that mail_authority names; \
             if it begins without TLS, as on port 587, write smtp://"
        }
        Cause::NoLogin => {
            "it offers no log-in that is known here (PLAIN or LOGIN): leave out user and password, or ask who runs it"
        }
        Cause::Reply(Stage::Auth, _) => "see that user and password in mail_url are right",
        Cause::File => "let this user write to the folder in mail_url",
        _ => "ask who runs it whether it takes letters from this host",
    }
}
