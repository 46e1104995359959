//! The text part: short lines, a blank line between paragraphs, each link on a line of its own.

use crate::draft::{Block, Draft};

/// How long a line of prose may be, in characters.
pub const WIDTH: usize = 72;

/// The text part of a letter. It ends with a line break.
pub fn write(draft: &Draft) -> String {
    let paragraphs: Vec<String> = draft.blocks.iter().map(paragraph).collect();
    paragraphs.join("\n\n") + "\n"
}

fn paragraph(block: &Block) -> String {
    match block {
        Block::Said(sentences) | Block::Quoted(sentences, _) => wrapped(sentences),
        Block::Call { label, link } | Block::Aside { label, link } => format!("{}:\n{link}", wrapped(label)),
        Block::Code(code) => code.clone(),
    }
}

/// The words in lines of at most [`WIDTH`] characters. A word that is longer has a line of its own.
fn wrapped(sentences: &str) -> String {
    let mut text = String::new();
    let mut used = 0;
    for word in sentences.split_whitespace() {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > WIDTH {
            text.push('\n');
            used = 0;
        } else if used > 0 {
            text.push(' ');
            used += 1;
        }
        text.push_str(word);
        used += length;
    }
    text
}
