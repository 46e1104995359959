//! A real browser the size of a phone: Debian's Chromium, driven by its `chromedriver`.
//!
//! Each [`Chromium`] has a driver, a profile and a window of its own, and
//! nothing of them is left when it is dropped or when the test process ends.

use std::ops::Deref;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::said::Said;

mod devtools;

pub use self::devtools::Theme;

/// Where Debian installs the browser.
const BROWSER: &str = "/usr/bin/chromium";

/// Where Debian installs its driver.
const DRIVER: &str = "/usr/bin/chromedriver";

/// The window's width in CSS pixels: a narrow phone of today.
pub const WIDTH: u32 = 360;

/// The window's height in CSS pixels.
pub const HEIGHT: u32 = 740;

/// How large a window is.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Its width in CSS pixels.
    pub width: u32,
    /// Its height in CSS pixels.
    pub height: u32,
    /// Dots for each CSS pixel.
    pub dots: u32,
    /// Whether it is a phone's, which is touched.
    pub is_phone: bool,
}

/// The phone of the stories.
const PHONE: Screen = Screen {
    width: WIDTH,
    height: HEIGHT,
    dots: 2,
    is_phone: true,
};

/// How long the driver may take to start on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// Starts the driver, and waits until our end of the pipe closes. Then it ends
/// its whole process group, the browser included, and removes the profile.
/// `$1` is the profile's folder. The shell lets go of its own output, so that
/// a driver that ends at once is seen to have nothing more to say.
const GUARDIAN: &str = r#"
folder=$1
shift
"$@" &
exec >/dev/null
cat
trap '' TERM
kill -TERM 0
wait
cd /
for again in 1 2 3 4 5 6 7 8 9; do
    rm -rf -- "$folder" && break
    sleep 0.2
done
kill -KILL 0
"#;

/// Switches for a browser that stays at home: no sandbox, since tests may run
/// as root in a container, and no request that a page did not ask for.
const SWITCHES: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--lang=nb",
];

/// Whether pages may run scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scripts {
    /// As in most browsers.
    On,
    /// As where JavaScript is switched off, or never arrives.
    Off,
}

/// A browser window. It derefs to [`Client`], with which it is steered.
#[derive(Debug)]
pub struct Chromium {
    client: Client,
    session: String,
    driver: Driver,
}

impl Chromium {
    /// Opens a window the size of a phone, with an empty profile that prefers bokmål.
    ///
    /// # Panics
    /// When Chromium or its driver is missing or does not start.
    pub async fn open(scripts: Scripts) -> Self {
        Self::open_on(PHONE, scripts, &[]).await
    }

    /// Opens a window of any size, of a browser with more switches.
    ///
    /// # Panics
    /// As [`Chromium::open`].
    pub async fn open_on(screen: Screen, scripts: Scripts, switches: &[String]) -> Self {
        let driver = Driver::start();
        let profile = driver.profile.path().join("profile");
        let Value::Object(capabilities) = capabilities(&profile, (screen, scripts), switches) else {
            unreachable!("capabilities are an object");
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await
            .unwrap_or_else(|fault| panic!("Chromium did not open a window: {fault}"));
        let session = client.session_id().await.ok().flatten();
        Self {
            client,
            session: session.expect("the driver names its session"),
            driver,
        }
    }
}

impl Chromium {
    /// Where other programs reach the browser to steer it too: a port on this machine.
    ///
    /// # Panics
    /// When the driver does not tell.
    #[must_use]
    pub fn port(&self) -> String {
        let told = self
            .client
            .capabilities()
            .and_then(|told| told.get("goog:chromeOptions"));
        let address = told.and_then(|told| told.get("debuggerAddress")?.as_str());
        let (_, port) = address.and_then(|address| address.rsplit_once(':')).expect("a port");
        port.to_owned()
    }
}

impl Deref for Chromium {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

/// What the driver is asked for.
fn capabilities(profile: &Path, (screen, scripts): (Screen, Scripts), switches: &[String]) -> Value {
    let mut arguments: Vec<String> = SWITCHES.iter().map(ToString::to_string).collect();
    arguments.extend_from_slice(switches);
    let Screen {
        width,
        height,
        dots,
        is_phone,
    } = screen;
    arguments.push(format!("--user-data-dir={}", profile.display()));
    // The setting of the browser itself: 1 allows, 2 blocks.
    let javascript = match scripts {
        Scripts::On => 1,
        Scripts::Off => 2,
    };
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "binary": BROWSER,
            "args": arguments,
            "mobileEmulation": {
                "deviceMetrics": {
                    "width": width, "height": height, "pixelRatio": dots, "touch": is_phone, "mobile": is_phone,
                },
            },
            "prefs": {
                "intl.accept_languages": "nb,no",
                "profile.managed_default_content_settings.javascript": javascript,
            },
        },
    })
}

/// A running `chromedriver` under its guardian.
#[derive(Debug)]
struct Driver {
    guardian: Child,
    port: u16,
    profile: TempDir,
}

impl Driver {
    fn start() -> Self {
        for (program, package) in [(BROWSER, "chromium"), (DRIVER, "chromium-driver")] {
            assert!(
                Path::new(program).exists(),
                "{program} is missing; Debian: apt-get install {package}"
            );
        }
        let profile = TempDir::with_prefix("oppstart-browser-").expect("a temporary folder");
        let mut guardian = Command::new("/bin/sh")
            .args(["-c", GUARDIAN, "guardian"])
            .arg(profile.path())
            .args([DRIVER, "--port=0"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // A group of its own: it ends as a whole, and Ctrl-C does not reach the guardian.
            .process_group(0)
            .spawn()
            .expect("a shell can be started");
        let said = Said::by(guardian.stdout.take().expect("its output is piped"));
        let port = said.wait_for(PATIENCE, |line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        let driver = Self {
            guardian,
            port: port.unwrap_or_default(),
            profile,
        };
        assert!(driver.port != 0, "{DRIVER} does not start");
        driver
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.guardian.stdin.take());
        drop(self.guardian.wait());
    }
}
