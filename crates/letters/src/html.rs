//! The HTML part. Base styles are inline, since some mail programs drop everything else, and those that turn colours
//! round by themselves find text and what is behind it side by side. The dark colours are in a `<style>`, for programs
//! that know a dark mode.

use askama::Template;
use texts::Texts;

use crate::{
    colours::{Colours, DARK, LIGHT},
    draft::{Block, Draft, Line},
};

/// The language of a contact point's own lines: Norwegian, in whichever of its forms it is written (BCP 47).
const OWN_WORDS: &str = "no";

#[derive(Template)]
#[template(path = "letter.html")]
struct Page<'a> {
    language: &'a str,
    own_words: &'a str,
    subject: &'a str,
    address: String,
    blocks: &'a [Block],
    foot: &'a [Line],
    light: Colours,
    dark: Colours,
}

/// The HTML part of a letter.
pub fn write(draft: &Draft, texts: Texts) -> String {
    // Writing to memory can't fail, and nothing in the template can.
    Page {
        language: texts.language().tag(),
        own_words: OWN_WORDS,
        subject: &draft.subject,
        address: texts.get("letter-address"),
        blocks: &draft.blocks,
        foot: &draft.foot,
        light: LIGHT,
        dark: DARK,
    }
    .to_string()
}
