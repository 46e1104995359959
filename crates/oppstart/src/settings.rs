//! Settings: the defaults, then a file, then the environment, then secrets in files of their own.
//! An unknown name or a value out of range stops the start, with the name (promise R10).

use std::{collections::HashMap, net::SocketAddr, path::Path, path::PathBuf};

use config::{Config, Environment, File, FileFormat};
use model::{EmailAddress, LetterName, is_neutral};
use notifier::{PublicUrl, Route, Sender};
use serde::Deserialize;
use store::DatabaseUrl;
use vault::BackupRecipient;
use web::TrustedProxies;

const DEFAULTS: &str = include_str!("../../../config/default.toml");
const PREFIX: &str = "OPPSTART";

/// All settings, read and checked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where the data lie.
    pub database_url: DatabaseUrl,
    /// The folder of the keys.
    pub keys: PathBuf,
    /// The folder of the journal.
    pub journal: PathBuf,
    /// Whom backups are sealed to; nobody can make one without.
    pub backup_recipient: Option<BackupRecipient>,
    /// Where the service listens.
    pub listen: SocketAddr,
    /// Where people reach it.
    pub public_url: PublicUrl,
    /// How letters leave.
    pub mail_route: Route,
    /// The neutral name that letters come from.
    pub mail_from_name: LetterName,
    /// The address that letters come from.
    pub mail_from: EmailAddress,
    /// Whose word is taken for where a request comes from.
    pub trusted_proxies: TrustedProxies,
    /// Of a hundred who are invited, how many say yes.
    pub acceptance_percent: u8,
    /// What is logged.
    pub log: tracing::Level,
}

/// Why the settings can't be used. One line for the operator.
#[derive(Debug, thiserror::Error)]
pub enum SettingsFault {
    /// A file can't be read, or has a name that we don't know.
    #[error("settings: {0}")]
    Read(String),
    /// A variable of the environment is not text.
    #[error("setting {0}: it is not text in UTF-8")]
    NotText(String),
    /// The file that holds a secret can't be read.
    #[error("setting {name}_FILE: {path}: {cause}")]
    SecretFile {
        /// The setting.
        name: String,
        /// The file.
        path: String,
        /// What the system said.
        cause: std::io::Error,
    },
    /// A value makes no sense.
    #[error("setting {name}: {cause}")]
    Value {
        /// The setting.
        name: &'static str,
        /// Why not.
        cause: String,
    },
}

impl From<config::ConfigError> for SettingsFault {
    /// The first line names the file or the setting; the rest may quote a secret.
    fn from(fault: config::ConfigError) -> Self {
        let first = |told: String| told.lines().next().unwrap_or_default().to_owned();
        Self::Read(match fault {
            config::ConfigError::FileParse { uri: Some(file), cause } => {
                format!("{file}: {}", first(cause.to_string()))
            }
            other => first(other.to_string()),
        })
    }
}

impl Settings {
    /// Reads the settings: defaults, `file` if one is named, and the `OPPSTART_*` variables of `environment`.
    ///
    /// # Errors
    /// [`SettingsFault`] names the setting or the file.
    pub fn read(file: Option<&Path>, environment: HashMap<String, String>) -> Result<Self, SettingsFault> {
        let (secrets, plain): (HashMap<_, _>, HashMap<_, _>) = environment
            .into_iter()
            .partition(|(name, _)| is_ours(name) && name.ends_with("_FILE"));
        let mut builder = Config::builder().add_source(File::from_str(DEFAULTS, FileFormat::Toml));
        if let Some(path) = file {
            builder = builder.add_source(File::from(path).format(FileFormat::Toml));
        }
        builder = builder.add_source(Environment::with_prefix(PREFIX).source(Some(plain)));
        for (name, path) in secrets {
            let name = name
                .trim_start_matches(PREFIX)
                .trim_start_matches('_')
                .trim_end_matches("_FILE");
            let secret = std::fs::read_to_string(&path).map_err(|cause| SettingsFault::SecretFile {
                name: name.to_lowercase(),
                path,
                cause,
            })?;
            builder = builder.set_override(name.to_lowercase(), secret.trim_end())?;
        }
        builder.build()?.try_deserialize::<Raw>()?.check()
    }

    /// Who letters come from.
    #[must_use]
    pub fn sender(&self) -> Sender {
        Sender {
            name: self.mail_from_name.clone(),
            from: self.mail_from.clone(),
            public_url: self.public_url.clone(),
        }
    }
}

fn is_ours(name: &str) -> bool {
    name.strip_prefix(PREFIX).is_some_and(|rest| rest.starts_with('_'))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    database_url: String,
    keys: PathBuf,
    journal: PathBuf,
    backup_recipient: String,
    listen: String,
    public_url: String,
    mail_url: String,
    mail_authority: String,
    mail_from_name: String,
    mail_from: String,
    trusted_proxies: String,
    acceptance_percent: u8,
    log: String,
}

impl Raw {
    fn check(self) -> Result<Settings, SettingsFault> {
        let mail_route = self.mail_route()?;
        for (name, shown) in [("mail_from", &self.mail_from), ("public_url", &self.public_url)] {
            if !is_neutral(shown) || shown.chars().any(char::is_control) {
                return Err(fault(name)("letters show it, so it must not say what they are about"));
            }
        }
        if !(50..=100).contains(&self.acceptance_percent) {
            return Err(fault("acceptance_percent")("it must be from 50 to 100"));
        }
        Ok(Settings {
            database_url: self.database_url.parse().map_err(fault("database_url"))?,
            keys: self.keys,
            journal: self.journal,
            backup_recipient: backup_recipient(&self.backup_recipient)?,
            listen: self
                .listen
                .parse()
                .map_err(|_| fault("listen")("it must be an address with a port, such as 127.0.0.1:8080"))?,
            public_url: self.public_url.parse().map_err(fault("public_url"))?,
            mail_route,
            mail_from_name: self.mail_from_name.parse().map_err(fault("mail_from_name"))?,
            mail_from: EmailAddress::parse(&self.mail_from).map_err(fault("mail_from"))?,
            trusted_proxies: self.trusted_proxies.parse().map_err(fault("trusted_proxies"))?,
            acceptance_percent: self.acceptance_percent,
            log: self.log.parse().map_err(fault("log"))?,
        })
    }

    fn mail_route(&self) -> Result<Route, SettingsFault> {
        let route: Route = self.mail_url.parse().map_err(fault("mail_url"))?;
        if self.mail_authority.is_empty() {
            return Ok(route);
        }
        let file = &self.mail_authority;
        let authorities = std::fs::read(file).map_err(|cause| fault("mail_authority")(format!("{file}: {cause}")))?;
        route.trusting(&authorities).map_err(fault("mail_authority"))
    }
}

fn backup_recipient(word: &str) -> Result<Option<BackupRecipient>, SettingsFault> {
    if word.is_empty() {
        return Ok(None);
    }
    word.parse().map(Some).map_err(fault("backup_recipient"))
}

fn fault<C: ToString>(name: &'static str) -> impl FnOnce(C) -> SettingsFault {
    move |cause| SettingsFault::Value {
        name,
        cause: cause.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(variables: &[(&str, &str)]) -> Result<Settings, SettingsFault> {
        let environment = variables
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        Settings::read(None, environment)
    }

    #[test]
    fn without_any_setting_everything_lies_in_the_data_folder() {
        let settings = with(&[]).unwrap();
        assert_eq!(format!("{:?}", settings.database_url), "sqlite:data/oppstart.sqlite");
    }

    #[test]
    fn the_environment_wins_over_the_file_and_a_secret_file_over_both() {
        let folder = tempfile::tempdir().unwrap();
        let (file, secret) = (folder.path().join("a.toml"), folder.path().join("secret"));
        std::fs::write(&file, "mail_from_name = \"A\"\nmail_from = \"b@example.no\"").unwrap();
        std::fs::write(&secret, "sqlite:/tmp/secret.sqlite\n").unwrap();
        let environment = [
            ("OPPSTART_MAIL_FROM_NAME", "Sentralen"),
            ("OPPSTART_DATABASE_URL", "sqlite:/tmp/plain.sqlite"),
            ("OPPSTART_DATABASE_URL_FILE", secret.to_str().unwrap()),
            ("HOME_FILE", "/nowhere"),
        ];
        let environment = environment
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        let settings = Settings::read(Some(&file), environment).unwrap();
        assert_eq!(settings.mail_from_name.as_str(), "Sentralen");
        assert_eq!(settings.mail_from.expose(), "b@example.no");
        assert_eq!(format!("{:?}", settings.database_url), "sqlite:/tmp/secret.sqlite");
    }

    #[test]
    fn each_setting_has_a_default_and_is_explained_above_it() {
        let (mut explained, mut names) = (false, 0);
        for line in DEFAULTS.lines() {
            if let Some((name, _)) = line.split_once(" = ") {
                assert!(explained, "{name}");
                names += 1;
            }
            // Settings that stand together share the lines above them.
            explained = line.starts_with('#') || (explained && !line.is_empty());
        }
        // That none is missing is seen where there is no other setting: each must be here to be read at all.
        assert!(names > 10, "{names}");
    }

    #[test]
    fn the_example_for_production_can_be_used() {
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../config/example.production.toml");
        assert!(Settings::read(Some(&example), HashMap::new()).is_ok());
    }

    #[test]
    fn what_can_not_be_used_is_named() {
        for (name, value, told) in [
            ("OPPSTART_LISSTEN", "127.0.0.1:1", "lissten"),
            ("OPPSTART_LISTEN", "here", "listen"),
            ("OPPSTART_DATABASE_URL", "mysql://x", "database_url"),
            ("OPPSTART_DATABASE_URL", "oppstart.sqlite", "database_url"),
            ("OPPSTART_PUBLIC_URL", "oppstart.example", "public_url"),
            ("OPPSTART_MAIL_URL", "carrier-pigeon:x", "mail_url"),
            ("OPPSTART_MAIL_AUTHORITY", "/nowhere/at/all", "mail_authority"),
            ("OPPSTART_MAIL_FROM", "nobody", "mail_from"),
            ("OPPSTART_MAIL_FROM_NAME", "Helsekurset", "mail_from_name"),
            ("OPPSTART_MAIL_FROM", "kurs@kontakt.example", "mail_from"),
            ("OPPSTART_PUBLIC_URL", "https://mestring.example", "public_url"),
            ("OPPSTART_BACKUP_RECIPIENT", "age1xyz", "backup_recipient"),
            ("OPPSTART_PHONE", "22 33 44 55", "phone"),
            ("OPPSTART_ACCEPTANCE_PERCENT", "49", "acceptance_percent"),
            ("OPPSTART_ACCEPTANCE_PERCENT", "many", "acceptance_percent"),
            ("OPPSTART_LOG", "loud", "log"),
            ("OPPSTART_MAIL_URL_FILE", "/nowhere/at/all", "mail_url"),
            ("OPPSTART_TRUSTED_PROXIES", "127.0.0.1, localhost", "trusted_proxies"),
            ("OPPSTART_TRUSTED_PROXIES", "10.0.0.0/33", "trusted_proxies"),
        ] {
            let told_by = with(&[(name, value)]).unwrap_err().to_string();
            assert!(told_by.contains(told), "{name}={value}: {told_by}");
            assert!(!told_by.contains('\n'), "{told_by}");
        }
    }
}
