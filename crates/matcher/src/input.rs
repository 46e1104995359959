//! What a pool looks like on the wire: plain strings and integers, nothing checked yet.
//!
//! [`PoolInput`] is both the JSON format and the way to build a pool from Rust values; `Pool::try_from` checks it.
//! Unknown fields and integers that don't fit 32 bits are refused here, everything else in `check`.

use serde::{Deserialize, Serialize};

use crate::fault::PoolFault;

/// A whole pool as it is handed in: who may meet where, and with whom.
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct PoolInput {
    /// Group sizes and what they are worth.
    #[serde(default)]
    pub rules: RulesInput,
    /// Places at weekly times.
    pub cells: Vec<CellInput>,
    /// People who want a seat.
    pub notes: Vec<NoteInput>,
    /// People who can start groups.
    pub igangsettere: Vec<IgangsetterInput>,
    /// Pairs of note or member ids that must never share a group.
    #[serde(default)]
    pub apart: Vec<(String, String)>,
    /// Groups that are announced already.
    #[serde(default)]
    pub standing: Vec<StandingInput>,
}

/// The sizes a group may have; whatever is left out is 5 to 8, each worth its number of heads.
#[derive(Clone, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct RulesInput {
    /// Fewest members of a new group, at least 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_size: Option<i32>,
    /// Most members of a group, standing ones included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_size: Option<i32>,
    /// Worth of a group of each size from `min_size` to `max_size`; not negative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size_value: Option<Vec<i32>>,
}

/// A place at a weekly time.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct CellInput {
    /// Unique among the cells.
    pub id: String,
    /// Where; only for the reader, the matcher needs `slot` and `rooms`.
    pub place: String,
    /// The weekly time; nobody leads two groups in one slot.
    pub slot: String,
    /// How many groups fit side by side, standing ones included.
    pub rooms: i32,
}

/// A person who wants a seat.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct NoteInput {
    /// Unique among notes and members.
    pub id: String,
    /// Days waited so far.
    pub waiting_days: i32,
    /// The acceptable cells.
    pub wants: Vec<WantInput>,
}

/// One acceptable cell of a note.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct WantInput {
    /// The cell's id.
    pub cell: String,
    /// 1 is best; ties are allowed.
    pub rank: i32,
}

/// A person who can start groups.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct IgangsetterInput {
    /// Unique among the igangsettere.
    pub id: String,
    /// How many groups at once, standing ones included.
    pub max_groups: i32,
    /// The cells this person can take.
    pub cells: Vec<String>,
}

/// A group that is announced already: it keeps its room, igangsetter and members.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct StandingInput {
    /// Unique among the standing groups.
    pub id: String,
    /// Where and when it meets.
    pub cell: String,
    /// Who starts it.
    pub igangsetter: String,
    /// Those who have a seat in it; none of them is in `notes`.
    pub members: Vec<String>,
    /// Worth of adding one, two, three … notes, in all. Empty closes the group; left out, it follows from the sizes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gain: Option<Vec<i32>>,
}

impl PoolInput {
    /// Reads the JSON form.
    ///
    /// # Errors
    /// One sentence with the place in the JSON where it stops being a pool.
    pub fn from_json(text: &str) -> Result<Self, PoolFault> {
        let mut reader = serde_json::Deserializer::from_str(text);
        let input: Self = serde_path_to_error::deserialize(&mut reader).map_err(|fault| {
            let place = fault.path().to_string();
            PoolFault::new(
                if place == "." { String::new() } else { place },
                fault.inner().to_string(),
            )
        })?;
        reader
            .end()
            .map_err(|fault| PoolFault::new(String::new(), fault.to_string()))?;
        Ok(input)
    }
}
