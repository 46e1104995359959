//! The commands, and what they do with their answers.

use std::{
    collections::HashMap,
    ffi::OsString,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Parser, Subcommand};
use store::Db;

use crate::{
    Settings, SettingsFault, backup,
    breach::{self, Breach},
    check, demo,
    invite::{self, Invitation},
    keys, log,
    matching::{Matching, match_pool},
    pool::{self, Sample},
    restore, retention, serve,
    service::{Half, refuse_unfinished},
    set_up,
};

/// From the last day of a course to the first meeting of a group.
///
/// Try it: `oppstart demo` plays a made-up region in a temporary database, and needs nothing else.
/// Run it: `oppstart serve` keeps everything in ./data and prints a link to set it up.
#[derive(Parser)]
#[command(name = "oppstart", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the service: pages, schedule and letters.
    Serve {
        /// A settings file; config/default.toml in the source explains every setting.
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
        /// Run one half only: pages without the keys that open addresses, or schedule and letters.
        #[arg(long, value_enum)]
        only: Option<Half>,
    },
    /// Print the one-time link by which the first coordinator comes in.
    Setup {
        /// A settings file.
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
    },
    /// Add a member of staff, and send them a letter that tells how to sign in.
    Invite {
        /// A settings file.
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
        #[command(flatten)]
        invitation: Invitation,
    },
    /// See that settings, database, keys and mail server are as the service needs them; sends nothing, changes nothing.
    Check {
        /// A settings file.
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
        /// Look at what one half needs.
        #[arg(long, value_enum)]
        only: Option<Half>,
    },
    /// Tell everybody whose data others may have seen, by a letter each; shows and counts the letters first.
    BreachLetter {
        /// A settings file.
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
        #[command(flatten)]
        what: Breach,
    },
    /// Erase and forget now what has had its last day; the running service does so by itself.
    Forget {
        /// A settings file.
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
    },
    /// Play all roles in a made-up region; nothing is kept, and no letter leaves this machine.
    Demo {
        /// The port to listen on; by default the first free one from 8080.
        #[arg(long)]
        port: Option<u16>,
    },
    /// Match a pool of notes into groups: JSON in, a table on a terminal or JSON out.
    Match(Matching),
    /// Make up a pool of notes as JSON: the same kind, number and seed give the same pool everywhere.
    Pool(Sample),
    /// Show the versions of the keys that addresses are sealed with, or make a new one before its month has come.
    Keys {
        /// A settings file.
        #[arg(long, value_name = "FILE", global = true)]
        config: Option<PathBuf>,
        #[command(subcommand)]
        action: Option<KeysAction>,
    },
    /// Make a sealed copy of the database, while the service runs; the keys are not in it.
    Backup {
        /// A settings file.
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
        /// The file to make; - writes to standard output.
        #[arg(required_unless_present = "new_identity")]
        file: Option<PathBuf>,
        /// Make the identity that opens backups in this file, and print the setting that they are sealed by.
        #[arg(long, value_name = "FILE", conflicts_with_all = ["file", "config"])]
        new_identity: Option<PathBuf>,
    },
    /// Put a backup back where there is no database, and do again what the journal says was done since.
    Restore {
        /// A settings file.
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
        #[command(flatten)]
        order: restore::Order,
    },
    /// Bring the database's schema up to date, or take back the newest step.
    Migrate {
        /// A settings file.
        #[arg(long, value_name = "FILE")]
        config: Option<PathBuf>,
        /// Take back the newest step, with the data it holds.
        #[arg(long)]
        back: bool,
    },
}

#[derive(Clone, Copy, Subcommand)]
enum KeysAction {
    /// Make a new version now; older ones are destroyed 35 days after the last address has left them.
    Rotate,
}

/// Runs the command of these arguments. Exit code 1 is `check`'s word for a fault that it found. Exit code 2 means that
/// nothing was begun: a wrong argument, setting, file, key or database, told in one line; or that a restore was begun and
/// failed, and its database is not served.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(told) => {
            // Help is no fault; clap knows where each goes, and with which code. Printing fails on a closed pipe only.
            drop(told.print());
            return ExitCode::from(u8::try_from(told.exit_code()).unwrap_or(2));
        }
    };
    match carry_out(cli.command) {
        Ok(code) => code,
        Err(fault) => {
            refuse(&*fault);
            ExitCode::from(2)
        }
    }
}

type Fault = Box<dyn std::error::Error>;

fn carry_out(command: Command) -> Result<ExitCode, Fault> {
    match command {
        Command::Serve { config, only } => {
            let settings = read_settings(config.as_deref())?;
            log::start(settings.log);
            actix_web::rt::System::new().block_on(serve::serve(settings, only))?;
        }
        Command::Setup { config } => set_up::print_link(read_settings(config.as_deref())?)?,
        Command::Invite { config, invitation } => invite::invite(read_settings(config.as_deref())?, invitation)?,
        Command::Check { config, only } => {
            let found = check::check(read_settings(config.as_deref()), only);
            if !actix_web::rt::System::new().block_on(found)? {
                return Ok(ExitCode::FAILURE);
            }
        }
        Command::BreachLetter { config, what } => breach::breach_letter(read_settings(config.as_deref())?, &what)?,
        Command::Forget { config } => retention::forget(read_settings(config.as_deref())?)?,
        Command::Demo { port } => {
            log::start(tracing::Level::WARN);
            actix_web::rt::System::new().block_on(demo::run(port))?;
        }
        Command::Match(matching) => match_pool(&matching)?,
        Command::Pool(sample) => pool::make(&sample)?,
        Command::Keys { config, action } => {
            let settings = read_settings(config.as_deref())?;
            log::start(tracing::Level::WARN);
            match action {
                None => keys::show(settings)?,
                Some(KeysAction::Rotate) => keys::rotate(settings)?,
            }
        }
        Command::Backup {
            config,
            file,
            new_identity,
        } => match (new_identity, file) {
            (Some(identity), _) => backup::make_identity(&identity)?,
            (None, Some(file)) => backup::backup(&read_settings(config.as_deref())?, &file)?,
            // The parser asks for one of them.
            (None, None) => {}
        },
        Command::Restore { config, order } => {
            let settings = read_settings(config.as_deref())?;
            log::start(tracing::Level::WARN);
            restore::restore(&settings, &order)?;
        }
        Command::Migrate { config, back } => {
            let url = read_settings(config.as_deref())?.database_url;
            refuse_unfinished(&url, None)?;
            let db = Db::open(&url)?;
            if back { db.migrate_back() } else { db.migrate() }?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn read_settings(config: Option<&Path>) -> Result<Settings, SettingsFault> {
    let mut environment = HashMap::new();
    for (name, value) in std::env::vars_os() {
        // Other programs' variables may be anything.
        let Some(name) = name.to_str().filter(|name| name.starts_with("OPPSTART_")) else {
            continue;
        };
        let value = value
            .into_string()
            .map_err(|_| SettingsFault::NotText(name.to_owned()))?;
        environment.insert(name.to_owned(), value);
    }
    Settings::read(config, environment)
}

#[expect(
    clippy::print_stderr,
    reason = "the log may not have begun, and this line is for the person at the console"
)]
fn refuse(fault: &dyn std::error::Error) {
    eprintln!("oppstart: {fault}");
}
