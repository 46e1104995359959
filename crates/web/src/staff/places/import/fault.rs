//! What is wrong with a cell, and what would be right.

use texts::Texts;

use super::columns::Column;
use crate::form::FieldFault;

/// The most characters that are shown of what stands in a cell.
const SHOWN: usize = 40;

/// Something to put right in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFault {
    /// In which column, unless there is none for it.
    pub column: Option<Column>,
    /// What stands there; empty if nothing does.
    pub found: String,
    /// Why it can't stay.
    pub why: Why,
}

/// Why a cell can't stay as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// A form would refuse it too.
    Field(FieldFault),
    /// An earlier line says something else of the same place or room.
    Said {
        /// The number of that line.
        line: usize,
        /// What it says; empty if nothing.
        value: String,
    },
    /// Something else is stored, and a list changes nothing that is there.
    Stored {
        /// What is stored; empty if nothing.
        value: String,
    },
}

impl CellFault {
    /// A fault that a form knows too.
    pub fn new(column: Column, found: &str, fault: impl Into<FieldFault>) -> Self {
        Self::at(Some(column), found, Why::Field(fault.into()))
    }

    /// A fault.
    pub fn at(column: Option<Column>, found: &str, why: Why) -> Self {
        Self {
            column,
            found: cut(found),
            why,
        }
    }

    /// Which column, what stands there, and what to do about it.
    pub fn text(&self, texts: Texts) -> String {
        let what = self.why.text(texts);
        let Some(column) = self.column else {
            return what;
        };
        let column = [
            ("column", column.heading(texts).into()),
            ("found", (&self.found).into()),
            ("what", (&what).into()),
        ];
        let key = if self.found.is_empty() {
            "import-fault-empty"
        } else {
            "import-fault"
        };
        texts.with(key, &column)
    }
}

impl Why {
    fn text(&self, texts: Texts) -> String {
        match self {
            Self::Field(fault) => fault.text(texts),
            Self::Said { line, value } => {
                let said = [("line", (*line).into()), ("value", value.into())];
                texts.with("import-said", &said)
            }
            Self::Stored { value } if value.is_empty() => texts.get("import-stored-empty"),
            Self::Stored { value } => texts.with("import-stored", &[("value", value.into())]),
        }
    }
}

/// As much of a text as is needed to find it again, on one line.
fn cut(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= SHOWN {
        return line;
    }
    let kept: String = line.chars().take(SHOWN).collect();
    format!("{kept} …")
}
