//! What WebDriver does not offer, by Chromium's own protocol: other sizes and themes in the same window, pictures of
//! whole pages, print, and what assistive technology is told.

use data_encoding::BASE64;
use serde_json::{Value, json};

use super::Chromium;

/// Which colours somebody prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its name in stylesheets.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Chromium {
    /// Gives one command of the protocol, and returns what Chromium answers.
    ///
    /// # Panics
    /// When Chromium refuses it.
    #[must_use]
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        let address = format!(
            "http://127.0.0.1:{}/session/{}/goog/cdp/execute",
            self.driver.port, self.session
        );
        let asked = json!({ "cmd": command, "params": parameters }).to_string();
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build();
        let answer = ureq::Agent::from(agent).post(&address).send(&asked);
        let mut answer = answer.unwrap_or_else(|fault| panic!("{command}: {fault}"));
        let told = answer.body_mut().with_config().limit(u64::MAX).read_to_string();
        let told: Value = serde_json::from_str(&told.expect("an answer as text")).expect("an answer as JSON");
        assert!(answer.status().is_success(), "{command}: {told}");
        told.get("value").cloned().unwrap_or_default()
    }

    /// Makes the window so large, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        let _nothing = self.devtools("Emulation.setDeviceMetricsOverride", &size);
    }

    /// Prefers these colours from now on.
    pub fn prefer(&self, theme: Theme) {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme.name() }] });
        let _nothing = self.devtools("Emulation.setEmulatedMedia", &features);
    }

    /// A picture of the whole page, as a PNG file's bytes.
    #[must_use]
    pub fn picture(&self) -> Vec<u8> {
        decoded(&self.devtools(
            "Page.captureScreenshot",
            &json!({ "format": "png", "captureBeyondViewport": true, "clip": self.whole_page() }),
        ))
    }

    /// The page as it is printed on A4, as a PDF file's bytes.
    #[must_use]
    pub fn print(&self) -> Vec<u8> {
        let a4 = json!({
            "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true, "printBackground": true,
        });
        decoded(&self.devtools("Page.printToPDF", &a4))
    }

    /// Keeps what pages are received as from now on, for [`Chromium::received`].
    pub fn keep_received(&self) {
        let _nothing = self.devtools("Network.enable", &json!({}));
    }

    /// The source of the page as it was received, also where it answers a form.
    ///
    /// # Panics
    /// When no page is open, or it was not kept.
    #[must_use]
    pub fn received(&self) -> String {
        let tree = self.devtools("Page.getFrameTree", &json!({}));
        // The request for a page has the name of the loading that it began.
        let loading = tree.pointer("/frameTree/frame/loaderId").expect("a page is open");
        let source = self.devtools("Network.getResponseBody", &json!({ "requestId": loading }));
        assert_ne!(source.get("base64Encoded"), Some(&json!(true)), "the page is text");
        let source = source.get("body").and_then(Value::as_str);
        source.expect("the page's source").to_owned()
    }

    fn whole_page(&self) -> Value {
        let metrics = self.devtools("Page.getLayoutMetrics", &json!({}));
        let size = metrics.get("cssContentSize").cloned().unwrap_or_default();
        json!({ "x": 0, "y": 0, "width": size.get("width"), "height": size.get("height"), "scale": 1 })
    }
}

fn decoded(answer: &Value) -> Vec<u8> {
    let data = answer.get("data").and_then(Value::as_str).expect("a file");
    BASE64.decode(data.as_bytes()).expect("it is written in base 64")
}
