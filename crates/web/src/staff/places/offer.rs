//! The button that stops offering a place or a room, or offers it again.

use texts::Texts;

use crate::form::{Buttons, Field, FormState};

const AGAIN: &str = "yes";
const STOP: &str = "no";

/// The button for what is offered now, or is not; with the labels that stop it, and offer it again.
pub fn button<F: Field>(
    state: &FormState<F>,
    (field, is_offered): (F, bool),
    texts: Texts,
    (stop, again): (&str, &str),
) -> Buttons {
    let buttons = Buttons::new(state, field, texts);
    if is_offered {
        buttons.danger(STOP, stop)
    } else {
        buttons.other(AGAIN, again)
    }
}

/// What the button says, if it was pressed.
pub fn pressed<F: Field>(state: &FormState<F>, field: F) -> Option<bool> {
    match state.value(field) {
        AGAIN => Some(true),
        STOP => Some(false),
        _ => None,
    }
}
