//! What was typed into a form, and what is wrong with it.

use texts::Texts;

use super::{Bounded, FieldFault};
use crate::page::ListedFault;

/// The fields of one form. Made by the macro `fields!`.
pub trait Field: Copy + Eq + 'static {
    /// All of them, in the order in which the form has them.
    const ALL: &'static [Self];

    /// The field's name in HTML, also the id of its input.
    fn name(self) -> &'static str;

    /// Whether it can have several values.
    fn many(self) -> bool;
}

/// Values and faults per field. Both survive until the form is shown again.
#[derive(Clone)]
pub struct FormState<F> {
    values: Vec<(F, String)>,
    faults: Vec<(F, FieldFault)>,
}

impl<F: Field> FormState<F> {
    /// An empty form.
    pub const fn empty() -> Self {
        Self {
            values: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// What was typed; `None` if there is a field that the form does not have (promise C1), or a second value of one
    /// that has one.
    pub fn typed(sent: Vec<(String, String)>) -> Option<Self> {
        let known = |name: &str| F::ALL.iter().copied().find(|field| field.name() == name);
        let values: Vec<(F, String)> = sent
            .into_iter()
            .map(|(name, value)| Some((known(&name)?, value)))
            .collect::<Option<_>>()?;
        let times = |field: F| values.iter().filter(|(other, _)| *other == field).count();
        if F::ALL.iter().any(|field| !field.many() && times(*field) > 1) {
            return None;
        }
        Some(Self {
            values,
            faults: Vec::new(),
        })
    }

    /// The same with a value filled in before anything was typed.
    #[must_use]
    pub fn filled(mut self, field: F, value: impl Into<String>) -> Self {
        self.values.push((field, value.into()));
        self
    }

    /// The same with the values and faults of another form of the page, of which each has its own fields.
    #[must_use]
    pub fn with_all_of(mut self, other: &Self) -> Self {
        self.values.extend(other.values.iter().cloned());
        self.faults.extend(other.faults.iter().copied());
        self
    }

    /// All values of a field that can have several.
    pub fn values(&self, field: F) -> impl Iterator<Item = &str> {
        self.values
            .iter()
            .filter(move |(of, _)| *of == field)
            .map(|(_, value)| value.as_str())
    }

    /// The value of a field; empty if there is none.
    pub fn value(&self, field: F) -> &str {
        self.values(field).next().unwrap_or_default()
    }

    /// Whether a box or a button of a field was chosen.
    pub fn has(&self, field: F, value: &str) -> bool {
        self.values(field).any(|other| other == value)
    }

    /// Notes what is wrong with a field. The first fault of a field is kept.
    pub fn blame(&mut self, field: F, fault: impl Into<FieldFault>) {
        if self.fault(field).is_none() {
            self.faults.push((field, fault.into()));
        }
    }

    /// Whether anything is wrong.
    pub const fn is_wrong(&self) -> bool {
        !self.faults.is_empty()
    }

    /// What is wrong with a field.
    pub fn fault(&self, field: F) -> Option<FieldFault> {
        self.faults.iter().find(|(of, _)| *of == field).map(|(_, fault)| *fault)
    }

    /// Reads the value of a field; what is wrong with it is noted.
    pub fn read<T, E: Into<FieldFault>>(&mut self, field: F, parse: impl FnOnce(&str) -> Result<T, E>) -> Option<T> {
        match parse(self.value(field)) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.blame(field, fault);
                None
            }
        }
    }

    /// Reads all values of a field, of which there must be at least one; else the fault is `none`.
    pub fn read_each<T>(&mut self, field: F, none: &'static str, parse: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
        let read: Option<Vec<T>> = self.values(field).map(parse).collect();
        let read = read.filter(|values| !values.is_empty());
        if read.is_none() {
            self.blame(field, none);
        }
        read
    }

    /// Reads a name from the field with this label; what is wrong with it is noted.
    pub fn read_name<N: Bounded>(&mut self, field: F, label: &'static str) -> Option<N> {
        self.read(field, |raw| {
            raw.parse()
                .map_err(|fault| FieldFault::of_name(fault, N::MAX_CHARS, label))
        })
    }

    /// Reads a name that may be left out: `Some(None)` if it was.
    #[expect(clippy::option_option, reason = "the outer one tells whether there was a fault")]
    pub fn read_optional_name<N: Bounded>(&mut self, field: F, label: &'static str) -> Option<Option<N>> {
        if self.value(field).trim().is_empty() {
            return Some(None);
        }
        self.read_name(field, label).map(Some)
    }

    /// The faults for the list at the top, in the order of the form.
    pub fn listed(&self, texts: Texts) -> Vec<ListedFault> {
        let listed = |field: &F| {
            Some(ListedFault {
                target: field.name().to_owned(),
                text: self.fault(*field)?.text(texts),
            })
        };
        F::ALL.iter().filter_map(listed).collect()
    }
}
