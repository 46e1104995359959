//! The text part: short lines, a blank line between paragraphs, each link on a line of its own.

use crate::draft::{Block, Draft, Line};

/// How long a line of prose may be, in characters.
pub const WIDTH: usize = 72;

/// The text part of a letter. It ends with a line break.
pub fn write(draft: &Draft) -> String {
    let (blocks, foot) = (draft.blocks.iter().map(paragraph), draft.foot.iter().map(line));
    blocks.chain(foot).collect::<Vec<_>>().join("\n\n") + "\n"
}

fn paragraph(block: &Block) -> String {
    match block {
        Block::Said(sentences) | Block::Fact(sentences) | Block::Quoted(sentences, _) => wrapped(sentences),
        Block::Closing(lines) => lines.iter().map(|line| wrapped(line)).collect::<Vec<_>>().join("\n"),
        Block::Call { label, link } | Block::Aside { label, link } => linked(label, link),
        Block::Code(code) => code.clone(),
    }
}

fn line(line: &Line) -> String {
    match line {
        Line::Said(sentences) => wrapped(sentences),
        Line::Aside { label, link } => linked(label, link),
    }
}

/// The link has a line of its own, so that no mail program takes what follows for a part of it.
fn linked(label: &str, link: &str) -> String {
    format!("{}:\n{link}", wrapped(label))
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
