//! What can be filled in for a variable.

use fluent_bundle::FluentValue;

/// A text or a whole number for a variable of a text. Numbers select plural forms, texts do not.
#[derive(Clone, Debug)]
pub struct Value<'a>(FluentValue<'a>);

impl<'a> Value<'a> {
    pub(crate) fn into_fluent(self) -> FluentValue<'a> {
        self.0
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self(FluentValue::from(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self(FluentValue::from(text.as_str()))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self(FluentValue::from(text))
    }
}

macro_rules! whole_numbers {
    ($($number:ty),+) => {$(
        impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                Self(FluentValue::from(number))
            }
        }
    )+};
}

whole_numbers!(u8, u16, u32, u64, usize, i8, i16, i32, i64, isize);
