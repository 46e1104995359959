//! What the page after a note is told, by a cookie that the browser can't read.

use actix_web::{HttpRequest, cookie::Cookie};
use model::{Language, ReceiptCode, RecognitionWords, ShortCode};
use texts::Texts;

use crate::{app::App, cookie::CookieName, fault::WebFault};

/// Long enough to write the words or the code down.
const MINUTES: u16 = 30;
/// A tablet goes round for as long as a course's last session takes.
const TABLET_MINUTES: u16 = 12 * 60;

/// A note that was just left.
#[derive(Default)]
pub struct Left {
    /// The collection of the tablet that it was left on.
    pub tablet: Option<ShortCode>,
    /// What is told of it.
    pub told: Option<Told>,
}

/// What is told of a note to whoever left it.
pub struct Told {
    /// The note's language.
    pub language: Language,
    /// The words that its letters carry.
    pub words: RecognitionWords,
    /// The code, if no address was left.
    pub code: Option<ReceiptCode>,
    /// The number of the contact point.
    pub phone: String,
}

impl Told {
    /// The words in the language of the note, as they will stand in the letters.
    pub fn recognition(&self) -> String {
        Texts::of(self.language).recognition(self.words)
    }

    /// As long for all notes with an address, whatever their words are (promise S7).
    fn write(&self) -> String {
        let (words, code) = (self.words, self.code.as_ref());
        [
            self.language.tag(),
            &words.colour().to_string(),
            &format!("{:02}", words.thing()),
            code.map_or("", ReceiptCode::expose),
            &self.phone,
        ]
        .join("\n")
    }

    fn read(text: &str) -> Option<Self> {
        let mut lines = text.splitn(5, '\n');
        Some(Self {
            language: Language::from_tag(lines.next()?)?,
            words: RecognitionWords::at(lines.next()?.parse().ok()?, lines.next()?.parse().ok()?)?,
            code: lines
                .next()
                .filter(|code| !code.is_empty())
                .and_then(|code| code.parse().ok()),
            phone: lines.next()?.to_owned(),
        })
    }
}

impl Left {
    /// The cookie that tells it.
    ///
    /// # Errors
    /// [`WebFault::Seal`], which so short a text never causes.
    pub fn cookie(&self, app: &App) -> Result<Cookie<'static>, WebFault> {
        let tablet = self.tablet.as_ref().map_or("", ShortCode::as_str);
        let told = self.told.as_ref().map(Told::write).unwrap_or_default();
        let minutes = if self.tablet.is_some() { TABLET_MINUTES } else { MINUTES };
        CookieName::Receipt.seal(app, format!("{tablet}\n{told}").as_bytes(), minutes)
    }

    /// What a browser's cookie tells; `None` if it has none, or its time is over.
    pub fn find(app: &App, req: &HttpRequest) -> Option<Self> {
        let content = String::from_utf8(CookieName::Receipt.open(app, req)?).ok()?;
        let (tablet, told) = content.split_once('\n')?;
        Some(Self {
            tablet: tablet.parse().ok(),
            told: Told::read(told),
        })
    }
}
