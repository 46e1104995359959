//! Interest notes. The address is sealed, and found again by its blind index only (promises C2, C3).

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{Cell, ContactPointId, GroupId, Language, NoteId, NoteState, RecognitionWords, RegionId, Standing, Wish};

use crate::{
    DbConn, Fault, Result,
    convert::{Column, count, id, language, weekday_number, words},
    journal,
    schema::{exclusions, letters, notes, seats, wishes},
    wish,
};

/// An interest note, without the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its identity.
    pub id: NoteId,
    /// Where it is matched.
    pub region: RegionId,
    /// The contact point at which it was left.
    pub contact_point: ContactPointId,
    /// Where in its life it is.
    pub standing: Standing,
    /// The language of its letters.
    pub language: Language,
    /// The words that all its letters carry.
    pub words: RecognitionWords,
    /// Which text of consent was agreed to.
    pub consent_version: u16,
    /// Of its links; the newest work.
    pub generation: u16,
    /// Whether its person has a receipt code, and no address is kept (promise C13).
    pub by_code: bool,
    /// The planned group whose date was ticked, until the note is confirmed.
    pub planned: Option<GroupId>,
}

/// How a note's person is reached, as it is stored.
#[derive(Clone, Copy, Debug)]
pub enum Reached<'a> {
    /// By letters to a sealed address, found again by its blind index.
    Address {
        /// Sealed to the notifier's key.
        sealed: &'a [u8],
        /// The HMAC of the address.
        index: &'a [u8],
    },
    /// By a receipt code, of which only the HMAC is kept.
    Code {
        /// The HMAC of the code.
        index: &'a [u8],
    },
}

/// How many rows an erasure took away. It proves the erasure without any data (promise C12).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Notes: 1, or 0 if it was gone already.
    pub notes: usize,
    /// Wishes.
    pub wishes: usize,
    /// Seats in groups.
    pub seats: usize,
    /// Letters, sent or not yet sent.
    pub letters: usize,
}

/// Adds a note with its wishes, and how its person is reached. [`Note::by_code`] follows from that.
///
/// # Errors
/// [`Fault::Driver`].
pub fn insert(c: &mut DbConn, note: &Note, wanted: &[Wish], reached: Reached<'_>) -> Result<()> {
    let (sealed, address, receipt) = match reached {
        Reached::Address { sealed, index } => (Some(sealed), Some(index), None),
        Reached::Code { index } => (None, None, Some(index)),
    };
    diesel::insert_into(notes::table)
        .values((
            notes::id.eq(note.id.blob()),
            notes::region_id.eq(note.region.blob()),
            notes::contact_point_id.eq(note.contact_point.blob()),
            notes::state.eq(note.standing.state().code()),
            notes::waiting_since.eq(note.standing.waiting_since()),
            notes::signed_on.eq(note.standing.signed_on()),
            notes::kept_until.eq(note.standing.kept_until()),
            notes::language.eq(note.language.tag()),
            notes::colour.eq(i16::from(note.words.colour())),
            notes::thing.eq(i16::from(note.words.thing())),
            notes::consent_version.eq(count::<i16, _>(
                note.consent_version,
                Column("notes", "consent_version"),
            )?),
            notes::generation.eq(i32::from(note.generation)),
            notes::newer_notes.eq(0),
            notes::prompt_on.eq(note.standing.prompt_on()),
            notes::sealed_address.eq(sealed),
            notes::address_index.eq(address),
            notes::receipt_index.eq(receipt),
            notes::planned_group_id.eq(note.planned.as_ref().map(GroupId::blob)),
        ))
        .execute(c)?;
    wish::insert(c, note.id, wanted)
}

/// A note, if it has not been erased.
///
/// # Errors
/// [`Fault::Driver`].
pub fn find(c: &mut DbConn, note: NoteId) -> Result<Option<Note>> {
    let row = notes::table.find(note.blob()).select(Row::as_select()).first(c);
    row.optional()?.map(Note::try_from).transpose()
}

/// A note.
///
/// # Errors
/// [`Fault::Missing`] if it has been erased.
pub fn get(c: &mut DbConn, note: NoteId) -> Result<Note> {
    find(c, note)?.ok_or(Fault::Missing("notes"))
}

/// The confirmed note of the same address in the same region, if there is one.
///
/// # Errors
/// [`Fault::Driver`].
pub fn find_twin(c: &mut DbConn, of: &Note) -> Result<Option<Note>> {
    let index: Option<Vec<u8>> = notes::table.find(of.id.blob()).select(notes::address_index).first(c)?;
    let Some(index) = index else {
        return Ok(None);
    };
    let row = notes::table
        .filter(notes::region_id.eq(of.region.blob()))
        .filter(notes::address_index.eq(index))
        .filter(notes::state.ne(NoteState::Unconfirmed.code()))
        .filter(notes::id.ne(of.id.blob()))
        .select(Row::as_select())
        .first(c);
    row.optional()?.map(Note::try_from).transpose()
}

/// A note of this address is about to be left: those that are there are older.
///
/// # Errors
/// [`Fault::Driver`].
pub fn outdate(c: &mut DbConn, region: RegionId, address_index: &[u8]) -> Result<()> {
    let of_address = notes::address_index.eq(address_index);
    diesel::update(notes::table.filter(notes::region_id.eq(region.blob()).and(of_address)))
        .set(notes::newer_notes.eq(notes::newer_notes + 1))
        .execute(c)?;
    Ok(())
}

/// True if the first of two notes of an address was left after the second.
///
/// # Errors
/// [`Fault::Driver`], also if one has been erased.
pub fn is_newer(c: &mut DbConn, one: NoteId, other: NoteId) -> Result<bool> {
    let mut newer_than = |note: NoteId| {
        notes::table
            .find(note.blob())
            .select(notes::newer_notes)
            .first::<i32>(c)
    };
    Ok(newer_than(one)? < newer_than(other)?)
}

/// The ids of an address's notes, in whatever region: they get new links. Confirmed ones come first, then those that
/// are kept for longer. An address has several indexes while keys are being renewed.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_by_address(c: &mut DbConn, address_indexes: &[impl AsRef<[u8]>]) -> Result<Vec<NoteId>> {
    let indexes: Vec<&[u8]> = address_indexes.iter().map(AsRef::as_ref).collect();
    let is_unconfirmed = notes::state.eq(NoteState::Unconfirmed.code());
    let ids: Vec<Vec<u8>> = notes::table
        .filter(notes::address_index.eq_any(indexes))
        .order((is_unconfirmed, notes::kept_until.desc(), notes::id))
        .select(notes::id)
        .load(c)?;
    ids.into_iter().map(|bytes| id(bytes, Column("notes", "id"))).collect()
}

/// The note of a receipt code, if there is one.
///
/// # Errors
/// [`Fault::Driver`].
pub fn find_by_code(c: &mut DbConn, receipt_index: &[u8]) -> Result<Option<Note>> {
    let row = notes::table
        .filter(notes::receipt_index.eq(receipt_index))
        .select(Row::as_select())
        .first(c);
    row.optional()?.map(Note::try_from).transpose()
}

/// Kills the older links of a note.
///
/// # Errors
/// [`Fault::Driver`].
pub fn raise_generation(c: &mut DbConn, note: NoteId) -> Result<()> {
    diesel::update(notes::table.find(note.blob()))
        .set(notes::generation.eq(notes::generation + 1))
        .execute(c)?;
    Ok(())
}

/// Stores the language of a note's letters.
///
/// # Errors
/// [`Fault::Driver`].
pub fn set_language(c: &mut DbConn, note: NoteId, language: Language) -> Result<()> {
    diesel::update(notes::table.find(note.blob()))
        .set(notes::language.eq(language.tag()))
        .execute(c)?;
    Ok(())
}

/// Lets go of the planned group whose date was ticked: the note has its seat, or there is none.
///
/// # Errors
/// [`Fault::Driver`].
pub fn clear_planned(c: &mut DbConn, note: NoteId) -> Result<()> {
    diesel::update(notes::table.find(note.blob()))
        .set(notes::planned_group_id.eq(None::<Vec<u8>>))
        .execute(c)?;
    Ok(())
}

/// Stores where in its life a note is now.
///
/// # Errors
/// [`Fault::Missing`] if it has been erased.
pub fn set_standing(c: &mut DbConn, note: NoteId, standing: Standing) -> Result<()> {
    let changed = diesel::update(notes::table.find(note.blob()))
        .set((
            notes::state.eq(standing.state().code()),
            notes::waiting_since.eq(standing.waiting_since()),
            notes::signed_on.eq(standing.signed_on()),
            notes::kept_until.eq(standing.kept_until()),
            notes::prompt_on.eq(standing.prompt_on()),
        ))
        .execute(c)?;
    if changed == 0 {
        Err(Fault::Missing("notes"))
    } else {
        Ok(())
    }
}

/// The sealed address of a note.
///
/// # Errors
/// [`Fault::Missing`] if it has been erased, or has none.
pub fn get_sealed_address(c: &mut DbConn, note: NoteId) -> Result<Vec<u8>> {
    let sealed: Option<Option<Vec<u8>>> = notes::table
        .find(note.blob())
        .select(notes::sealed_address)
        .first(c)
        .optional()?;
    sealed.flatten().ok_or(Fault::Missing("notes"))
}

/// Excludes a place and time from what a note is ever offered.
///
/// # Errors
/// [`Fault::Driver`].
pub fn exclude(c: &mut DbConn, note: NoteId, cell: Cell) -> Result<()> {
    let day = weekday_number(cell.time.weekday);
    let key = (note.blob(), cell.place.blob(), day, cell.time.starts_at);
    diesel::delete(exclusions::table.find(key)).execute(c)?;
    diesel::insert_into(exclusions::table)
        .values((
            exclusions::note_id.eq(note.blob()),
            exclusions::place_id.eq(cell.place.blob()),
            exclusions::weekday.eq(day),
            exclusions::starts_at.eq(cell.time.starts_at),
        ))
        .execute(c)?;
    Ok(())
}

/// Erases a note with all that refers to it: wishes, seat and letters, those not yet sent included (promise C12).
///
/// # Errors
/// [`Fault::Driver`].
pub fn erase(c: &mut DbConn, note: NoteId) -> Result<Erased> {
    let letters = diesel::delete(letters::table.filter(letters::note_id.eq(note.blob()))).execute(c)?;
    let seats = diesel::delete(seats::table.filter(seats::note_id.eq(note.blob()))).execute(c)?;
    let wishes = diesel::delete(wishes::table.filter(wishes::note_id.eq(note.blob()))).execute(c)?;
    let notes = diesel::delete(notes::table.find(note.blob())).execute(c)?;
    if notes > 0 {
        journal::note_erased(c, note)?;
    }
    Ok(Erased {
        notes,
        wishes,
        seats,
        letters,
    })
}

/// The notes in a state, in a region.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list(c: &mut DbConn, region: RegionId, state: NoteState) -> Result<Vec<Note>> {
    let rows = notes::table
        .filter(notes::region_id.eq(region.blob()).and(notes::state.eq(state.code())))
        .order(notes::id)
        .select(Row::as_select())
        .load(c)?;
    rows.into_iter().map(Note::try_from).collect()
}

/// The ids of all notes whose time to be kept is over.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_expired(c: &mut DbConn, today: NaiveDate) -> Result<Vec<NoteId>> {
    let ids: Vec<Vec<u8>> = notes::table
        .filter(notes::kept_until.lt(today))
        .select(notes::id)
        .load(c)?;
    ids.into_iter().map(|bytes| id(bytes, Column("notes", "id"))).collect()
}

/// The ids of all notes whose person is to be written to, unasked.
///
/// # Errors
/// [`Fault::Driver`].
pub fn list_to_prompt(c: &mut DbConn, today: NaiveDate) -> Result<Vec<NoteId>> {
    let ids: Vec<Vec<u8>> = notes::table
        .filter(notes::prompt_on.le(today))
        .select(notes::id)
        .load(c)?;
    ids.into_iter().map(|bytes| id(bytes, Column("notes", "id"))).collect()
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = notes)]
struct Row {
    id: Vec<u8>,
    region_id: Vec<u8>,
    contact_point_id: Vec<u8>,
    state: String,
    waiting_since: NaiveDate,
    signed_on: NaiveDate,
    kept_until: NaiveDate,
    language: String,
    colour: i16,
    thing: i16,
    consent_version: i16,
    generation: i32,
    prompt_on: Option<NaiveDate>,
    receipt_index: Option<Vec<u8>>,
    planned_group_id: Option<Vec<u8>>,
}

impl TryFrom<Row> for Note {
    type Error = Fault;

    fn try_from(row: Row) -> Result<Self> {
        let state = NoteState::from_code(&row.state).ok_or(Column("notes", "state").corrupt())?;
        Ok(Self {
            id: id(row.id, Column("notes", "id"))?,
            region: id(row.region_id, Column("notes", "region_id"))?,
            contact_point: id(row.contact_point_id, Column("notes", "contact_point_id"))?,
            standing: Standing::stored(state, (row.waiting_since, row.signed_on), row.kept_until, row.prompt_on),
            language: language(&row.language, Column("notes", "language"))?,
            words: words(row.colour, row.thing, Column("notes", "colour"))?,
            consent_version: count(row.consent_version, Column("notes", "consent_version"))?,
            generation: count(row.generation, Column("notes", "generation"))?,
            by_code: row.receipt_index.is_some(),
            planned: row
                .planned_group_id
                .map(|bytes| id(bytes, Column("notes", "planned_group_id")))
                .transpose()?,
        })
    }
}
