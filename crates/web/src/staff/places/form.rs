//! The fields of a place, to add one and to change one.

use askama::{Template, filters::HtmlSafe};
use contact_point::{Fault, PlaceDraft};
use model::{LetterName, NameFault, PlaceKind};
use store::place::Place;
use texts::Texts;

use crate::form::{Choice, Choices, FieldFault, FormState, Input, fields};

fields! {
    /// What is said of a place.
    pub enum PlaceField {
        Kind = "kind",
        Name = "name",
        Address = "address",
        LetterName = "letter-name",
        Entrance = "entrance",
        StepFree = "step-free",
        Key = "key",
        DialIn = "dial-in",
    }
}

/// What the form sends of a place without steps.
pub const YES: &str = "yes";
/// What it sends of one with steps.
pub const NO: &str = "no";
/// What it sends where nobody knows.
pub const UNKNOWN: &str = "unknown";

/// The inputs.
#[derive(Template)]
#[template(path = "staff/place-form.html")]
pub struct PlaceForm {
    kind: Choices,
    name: Input,
    address: Input,
    letter_name: Input,
    entrance: Input,
    step_free: Choices,
    key: Input,
    dial_in: Input,
}

// It is a template itself.
impl HtmlSafe for PlaceForm {}

impl PlaceForm {
    /// The inputs, with what was typed.
    pub fn new(state: &FormState<PlaceField>, texts: Texts) -> Self {
        let input = |field, label| Input::new(state, field, texts, label);
        let kind = |kind: PlaceKind| Choice::new(state, PlaceField::Kind, kind.code(), kind_name(texts, kind));
        let step_free = |(value, label)| Choice::new(state, PlaceField::StepFree, value, texts.get(label));
        let known = [
            (YES, "places-step-free-yes"),
            (NO, "places-step-free-no"),
            (UNKNOWN, "places-step-free-unknown"),
        ];
        Self {
            kind: Choices::one(state, PlaceField::Kind, texts, "places-kind")
                .section(None, PlaceKind::ALL.into_iter().map(kind).collect()),
            name: input(PlaceField::Name, "places-name").hint("places-name-hint"),
            address: input(PlaceField::Address, "places-address")
                .hint("places-address-hint")
                .optional(),
            letter_name: input(PlaceField::LetterName, "places-letter-name")
                .hint("places-letter-name-hint")
                .optional(),
            entrance: input(PlaceField::Entrance, "places-entrance")
                .hint("places-entrance-hint")
                .optional(),
            step_free: Choices::one(state, PlaceField::StepFree, texts, "places-step-free")
                .section(None, known.into_iter().map(step_free).collect()),
            key: input(PlaceField::Key, "places-key").hint("places-key-hint").optional(),
            dial_in: input(PlaceField::DialIn, "places-dial-in")
                .hint("places-dial-in-hint")
                .optional(),
        }
    }
}

/// What a kind of place is called.
pub fn kind_name(texts: Texts, kind: PlaceKind) -> String {
    texts.get(match kind {
        PlaceKind::Physical => "places-physical",
        PlaceKind::Telephone => "places-telephone",
        PlaceKind::Online => "places-online",
    })
}

/// The form of a place that is not there yet.
pub fn blank() -> FormState<PlaceField> {
    FormState::empty()
        .filled(PlaceField::Kind, PlaceKind::default().code())
        .filled(PlaceField::StepFree, UNKNOWN)
}

/// The form of a place as it is.
pub fn filled(place: Place) -> FormState<PlaceField> {
    let step_free = match place.directions.step_free {
        Some(true) => YES,
        Some(false) => NO,
        None => UNKNOWN,
    };
    // A name in letters that is the address needn't be said twice, and goes with it when it changes.
    let letter_name = Some(place.letter_name).filter(|name| *name != place.address);
    FormState::empty()
        .filled(PlaceField::Kind, place.kind.code())
        .filled(PlaceField::Name, place.name)
        .filled(PlaceField::Address, place.address)
        .filled(PlaceField::LetterName, letter_name.unwrap_or_default())
        .filled(PlaceField::Entrance, place.directions.entrance)
        .filled(PlaceField::StepFree, step_free)
        .filled(PlaceField::Key, place.directions.key_info)
        .filled(PlaceField::DialIn, place.directions.dial_in)
}

/// Reads the form; what is wrong is noted in it.
pub fn read(state: &mut FormState<PlaceField>) -> Option<PlaceDraft> {
    let kind = state.read(PlaceField::Kind, |raw| PlaceKind::from_code(raw).ok_or("fault-choose"));
    let name = state.read_name(PlaceField::Name, "places-name");
    let address = state.read_optional_name(PlaceField::Address, "places-address");
    let letter_name = state.read_optional_name(PlaceField::LetterName, "places-letter-name");
    let entrance = state.read_optional_name(PlaceField::Entrance, "places-entrance");
    let step_free = state.read(PlaceField::StepFree, |raw| match raw {
        YES => Ok(Some(true)),
        NO => Ok(Some(false)),
        UNKNOWN => Ok(None),
        _ => Err("fault-choose"),
    });
    let key_info = state.read_optional_name(PlaceField::Key, "places-key");
    let dial_in = state.read_optional_name(PlaceField::DialIn, "places-dial-in");
    Some(PlaceDraft {
        kind: kind?,
        name: name?,
        address: address?,
        letter_name: letter_name?,
        entrance: entrance?,
        step_free: step_free?,
        key_info: key_info?,
        dial_in: dial_in?,
    })
}

/// Notes why a place that could be read could not be stored.
///
/// # Errors
/// The fault, if it is none of this form's.
pub fn blame(state: &mut FormState<PlaceField>, fault: Fault) -> Result<(), Fault> {
    let Fault::LetterName(why) = fault else {
        return Err(fault);
    };
    let told = match why {
        NameFault::Empty => "places-no-letter-name".into(),
        other => FieldFault::of_name(other, LetterName::MAX_CHARS, "places-letter-name"),
    };
    state.blame(PlaceField::LetterName, told);
    Ok(())
}
