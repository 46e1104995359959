//! What has come of it so far, by quarter (promise C11).

use groups::Quarter;
use texts::Texts;

/// A table: a row for each quarter that is over, with the numbers in the order of its columns.
pub struct SoFar {
    /// The quarters, each with its numbers.
    pub rows: Vec<(String, [u32; 3])>,
}

impl SoFar {
    /// What is told of these quarters.
    pub fn new(texts: Texts, quarters: &[Quarter]) -> Self {
        let row = |quarter: &Quarter| {
            let named = [
                ("number", quarter.number.into()),
                ("year", quarter.year.to_string().into()),
            ];
            let numbers = [quarter.started, quarter.said_yes, quarter.said_no];
            (texts.with("rounds-quarter", &named), numbers)
        };
        Self {
            rows: quarters.iter().map(row).collect(),
        }
    }
}
