//! A pasted spreadsheet, read into lines whose cells are named by their headings.
//!
//! Spreadsheets differ: semicolons (Norwegian ones), tabs (what is copied from one) or commas, a byte order mark, a
//! first line `sep=;`, empty lines, and empty cells at the end. What a spreadsheet has done to a text is told apart
//! from what somebody typed.

use super::columns::Column;

/// The most lines below the headings. So many of a usual length go through the bound of a request (promise S10).
pub const MOST_LINES: usize = 100;

/// What can part the cells of a line.
const DELIMITERS: [char; 3] = [';', '\t', ','];

/// What was read.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The lines that say something.
    pub rows: Vec<Row>,
    /// The headings that mean nothing to us. What stands under them is not used.
    pub unused: Vec<String>,
}

/// One line.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its number in the text, the first being 1; where it begins, if a cell has a line break.
    pub line: usize,
    /// What is wrong with its cells as such: where, what stands there, and the key of what to say.
    pub faults: Vec<(Option<Column>, String, &'static str)>,
    cells: Vec<(Column, String)>,
}

/// Why nothing could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetFault {
    /// There are no lines, or headings alone.
    Empty,
    /// The first line has no heading for places.
    NoHeadings,
    /// Two headings mean the same.
    HeadingTwice,
    /// More lines than [`MOST_LINES`].
    TooMany,
}

impl Row {
    /// What stands in a column, without spaces around it; empty if there is nothing.
    pub fn cell(&self, column: Column) -> &str {
        let found = self.cells.iter().find(|(of, _)| *of == column);
        found.map_or("", |(_, text)| text.as_str())
    }
}

impl Sheet {
    /// Reads a text.
    ///
    /// # Errors
    /// [`SheetFault`].
    pub fn read(text: &str) -> Result<Self, SheetFault> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = text.trim_start_matches('\u{feff}');
        let (begins_at, given) = skip_to_headings(text);
        let headings = text.get(begins_at..).unwrap_or_default();
        let delimiter = given.unwrap_or_else(|| delimiter_of(headings.lines().next().unwrap_or_default()));
        let mut records = csv::ReaderBuilder::new()
            .delimiter(u8::try_from(delimiter).unwrap_or(b';'))
            .has_headers(false)
            .flexible(true)
            .from_reader(headings.as_bytes())
            .into_records()
            // A text is UTF-8, and lines may be of any length, so none is a fault.
            .map_while(Result::ok);
        let first = records.next().ok_or(SheetFault::Empty)?;
        let columns: Vec<Option<Column>> = first.iter().map(Column::of_heading).collect();
        check(&columns)?;
        let unused = first.iter().zip(&columns).filter(|(_, column)| column.is_none());
        let unused = unused.map(|(heading, _)| heading.trim().to_owned());
        let mut rows = Vec::new();
        for record in records {
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if rows.len() == MOST_LINES {
                return Err(SheetFault::TooMany);
            }
            let at = record.position().map_or(0, csv::Position::byte);
            let at = begins_at + usize::try_from(at).unwrap_or_default();
            rows.push(row(&columns, &record, line_at(text, at)));
        }
        if rows.is_empty() {
            return Err(SheetFault::Empty);
        }
        Ok(Self {
            rows,
            unused: unused.filter(|heading| !heading.is_empty()).collect(),
        })
    }
}

/// Where the headings begin, and the delimiter that a line before them names.
fn skip_to_headings(text: &str) -> (usize, Option<char>) {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let named = line.trim().to_lowercase();
        if let Some(named) = named.strip_prefix("sep=") {
            let delimiter = named.chars().next().filter(|sign| DELIMITERS.contains(sign));
            // A tab at the end has been trimmed away.
            return (at + line.len(), delimiter.or(Some('\t')));
        }
        if !named.is_empty() {
            break;
        }
        at += line.len();
    }
    (at, None)
}

/// The sign of which a line has most. Headings hold none of them otherwise.
fn delimiter_of(headings: &str) -> char {
    let count = |sign: &char| headings.matches(*sign).count();
    DELIMITERS.into_iter().rev().max_by_key(count).unwrap_or(';')
}

fn check(columns: &[Option<Column>]) -> Result<(), SheetFault> {
    if !columns.contains(&Some(Column::Place)) {
        return Err(SheetFault::NoHeadings);
    }
    let twice = |column: &Column| columns.iter().filter(|other| **other == Some(*column)).count() > 1;
    if Column::ALL.iter().any(twice) {
        return Err(SheetFault::HeadingTwice);
    }
    Ok(())
}

fn row(columns: &[Option<Column>], record: &csv::StringRecord, line: usize) -> Row {
    let mut read = Row {
        line,
        faults: Vec::new(),
        cells: Vec::new(),
    };
    for (nth, cell) in record
        .iter()
        .map(str::trim)
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty())
    {
        let Some(column) = columns.get(nth) else {
            read.faults.push((None, cell.to_owned(), "import-more-cells"));
            break;
        };
        let Some(column) = *column else { continue };
        if let Some(fault) = cell_fault(cell) {
            read.faults.push((Some(column), cell.to_owned(), fault));
        }
        read.cells.push((column, cell.to_owned()));
    }
    read
}

/// What a spreadsheet has done to a cell, if it has.
fn cell_fault(cell: &str) -> Option<&'static str> {
    if cell.contains('\n') {
        // Often a quotation mark that nothing closes has taken the lines below in.
        Some("import-line-break")
    } else if cell.starts_with('=') {
        Some("import-formula")
    } else if cell.starts_with("##") {
        Some("import-too-narrow")
    } else if ["Ã¦", "Ã¸", "Ã¥", "Ã†", "Ã˜", "Ã…"]
        .iter()
        .any(|sign| cell.contains(sign))
    {
        Some("import-letters")
    } else {
        None
    }
}

/// The number of the line on which what begins at this byte, or after empty lines there, stands.
fn line_at(text: &str, at: usize) -> usize {
    let (before, rest) = text.split_at_checked(at).unwrap_or((text, ""));
    let skipped = rest.len() - rest.trim_start_matches('\n').len();
    1 + before.matches('\n').count() + skipped
}
