//! What was typed into the interest note.

use course::{CONSENT_VERSION, Choices as Offered, NoteDraft, Reach};
use model::{EmailAddress, Language};

use super::{NoteField, YES};
use crate::{form::FormState, note::wanted::time_from_code};

/// The note, if nothing is wrong with it; else what is wrong is noted.
///
/// Whoever ticks the planned start need tick no places and times.
pub fn draft(state: &mut FormState<NoteField>, offered: &Offered, language: Language) -> Option<NoteDraft> {
    let ticked = is_ticked(state, NoteField::Planned);
    let planned = ticked && offered.planned.is_some();
    if ticked && !planned {
        state.blame(NoteField::Places, "fault-planned-gone");
    }
    let places = ticks(state, (NoteField::Places, "fault-places"), planned, |raw| {
        raw.parse().ok()
    });
    let times = ticks(state, (NoteField::Times, "fault-times"), planned, time_from_code);
    let reach = reach(state);
    if !state.has(NoteField::Consent, &CONSENT_VERSION.to_string()) {
        state.blame(NoteField::Consent, "fault-consent");
    }
    if state.is_wrong() {
        return None;
    }
    Some(NoteDraft {
        places: places?,
        times: times?,
        reach: reach?,
        language,
        planned,
    })
}

/// Whether a lone box is ticked; a value that it does not have is noted as wrong.
fn is_ticked(state: &mut FormState<NoteField>, field: NoteField) -> bool {
    let (ticked, has_other) = (state.has(field, YES), state.values(field).any(|value| value != YES));
    if has_other {
        state.blame(field, "fault-choose");
    }
    ticked
}

fn ticks<T>(
    state: &mut FormState<NoteField>,
    (field, none): (NoteField, &'static str),
    may_be_none: bool,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<Vec<T>> {
    if may_be_none && state.values(field).next().is_none() {
        return Some(Vec::new());
    }
    state.read_each(field, none, parse)
}

/// Either an address or a code: of whoever wants a code, no address is kept (promise C13).
fn reach(state: &mut FormState<NoteField>) -> Option<Reach> {
    let wants_code = is_ticked(state, NoteField::Code);
    let typed = !state.value(NoteField::Email).trim().is_empty();
    match (wants_code, typed) {
        (true, false) => Some(Reach::Code),
        (false, true) => state.read(NoteField::Email, EmailAddress::parse).map(Reach::Email),
        (true, true) => {
            state.blame(NoteField::Email, "fault-reach-both");
            None
        }
        (false, false) => {
            state.blame(NoteField::Email, "fault-reach-none");
            None
        }
    }
}
