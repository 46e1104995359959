//! An address as a QR code (ISO/IEC 18004), drawn in the page: black on white whatever the page's colours are.

use std::fmt::Write as _;

use askama::{Template, filters::HtmlSafe};
use qrcode::{Color, EcLevel, QrCode};
use texts::Texts;

use crate::fault::WebFault;

/// The empty border that readers need, in modules.
const QUIET: usize = 4;

/// A QR code.
#[derive(Template)]
#[template(path = "staff/qr.html")]
pub struct QrPicture {
    name: String,
    /// The width of the square, in modules, with its border.
    width: usize,
    /// The dark modules, as an SVG path.
    path: String,
}

impl QrPicture {
    /// The code of an address.
    pub fn of(address: &str, texts: Texts) -> Result<Self, WebFault> {
        let code = QrCode::with_error_correction_level(address, EcLevel::M).map_err(|_| WebFault::Unwired)?;
        Ok(Self {
            name: texts.get("collection-qr"),
            width: code.width() + 2 * QUIET,
            path: path(&code),
        })
    }
}

// It is a template itself.
impl HtmlSafe for QrPicture {}

/// Each row's runs of dark modules, as strokes along their upper edges.
fn path(code: &QrCode) -> String {
    let modules = code.to_colors();
    let mut path = String::new();
    for (y, row) in modules.chunks(code.width().max(1)).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let (x, y, length) = (x + QUIET, y + QUIET, run.len());
                // Writing to a string can't fail.
                let _ = write!(path, "M{x} {y}h{length}");
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::*;

    /// Draws the path again, and compares it with the code, module by module.
    #[test]
    fn the_picture_shows_every_dark_module_and_no_other() {
        let address = "https://oppstart.example/i/ABC23D";
        let code = QrCode::with_error_correction_level(address, EcLevel::M).unwrap();
        let picture = QrPicture::of(address, Texts::of(Language::Bokmal)).unwrap();
        let mut drawn = vec![Color::Light; picture.width * picture.width];
        for piece in picture.path.split('M').skip(1) {
            let (start, length) = piece.split_once('h').unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let length: usize = length.parse().unwrap();
            drawn[y * picture.width + x..][..length].fill(Color::Dark);
        }
        let inner = drawn.chunks(picture.width).skip(QUIET).take(code.width());
        let inner: Vec<Color> = inner.flat_map(|row| row[QUIET..][..code.width()].to_vec()).collect();
        assert_eq!(inner, code.to_colors());
        let dark = |modules: &[Color]| modules.iter().filter(|module| **module == Color::Dark).count();
        assert_eq!(dark(&drawn), dark(&inner));
    }
}
