//! The HTML part. Base styles are inline, since some mail programs drop everything else;
//! the dark colours are in a `<style>`, for those that know a dark mode.

use askama::Template;
use model::Language;

use crate::draft::{Block, Draft};

#[derive(Template)]
#[template(path = "letter.html")]
struct Page<'a> {
    language: &'a str,
    subject: &'a str,
    blocks: &'a [Block],
}

/// The HTML part of a letter.
pub fn write(draft: &Draft, language: Language) -> String {
    // Writing to memory can't fail, and nothing in the template can.
    Page {
        language: language.tag(),
        subject: &draft.subject,
        blocks: &draft.blocks,
    }
    .to_string()
}
