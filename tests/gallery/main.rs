//! Draws every page: `cargo run -p stories --bin gallery -- FOLDER [--quick]`.
//!
//! It takes the tour of the tests, and writes a picture of each stop: all of the page, at four widths, light and dark,
//! in each language; and what is printed, as PDF. With `--quick` it draws the narrowest and the widest, light, in
//! bokmål.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a command for those who look at the pages: what goes wrong is told by a panic"
)]

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use model::Language;
use stories::{
    chromium::Theme,
    tour::{self, Look, Stop},
    walk::Walk,
};

/// A small phone, a phone, a tablet and a desk.
const WIDTHS: [u32; 4] = [320, 390, 768, 1280];

/// What is made for paper.
const PRINTED: [&str; 6] = [
    "poster",
    "slips",
    "collection",
    "group-david-1",
    "long-poster",
    "long-group",
];

struct Gallery {
    folder: PathBuf,
    languages: Vec<Language>,
    widths: Vec<u32>,
    themes: Vec<Theme>,
    drawn: usize,
}

impl Look for Gallery {
    fn languages(&self) -> &[Language] {
        &self.languages
    }

    fn look(&mut self, stop: &Stop, walk: &Walk<'_>) {
        let (name, language) = (&stop.name, stop.language.tag());
        for theme in &self.themes {
            walk.chromium().prefer(*theme);
            for width in &self.widths {
                walk.chromium().resize(*width, 800);
                self.drawn += 1;
                let file = format!("{width}/{name}.{language}.{}.png", theme.name());
                self.write(&file, &walk.chromium().picture());
            }
        }
        if PRINTED.contains(&name.as_str()) {
            self.write(&format!("print/{name}.{language}.pdf"), &walk.chromium().print());
        }
    }
}

impl Gallery {
    fn write(&self, file: &str, content: &[u8]) {
        let path = self.folder.join(file);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("a folder for the pictures");
        fs::write(path, content).expect("the picture can be written");
    }
}

fn main() {
    let (switches, folders): (Vec<String>, Vec<String>) =
        env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let quick = switches.iter().any(|switch| switch == "--quick");
    let ([folder], true) = (folders.as_slice(), switches.len() == usize::from(quick)) else {
        panic!("usage: cargo run -p stories --bin gallery -- FOLDER [--quick]");
    };
    let mut gallery = Gallery {
        folder: PathBuf::from(folder),
        languages: if quick {
            vec![Language::Bokmal]
        } else {
            Language::ALL.to_vec()
        },
        widths: if quick { vec![320, 1280] } else { WIDTHS.to_vec() },
        themes: if quick { vec![Theme::Light] } else { Theme::ALL.to_vec() },
        drawn: 0,
    };
    tour::take(&mut gallery);
    println!("{} pictures in {folder}", gallery.drawn);
}
