//! The parsed files of each language.
//!
//! Isolation marks are off: they are invisible characters around every variable, which mail programs show as boxes.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentError, FluentResource, concurrent::FluentBundle};
use model::Language;
use unic_langid::LanguageIdentifier;

/// One language's messages, shared between threads.
pub type Bundle = FluentBundle<FluentResource>;

/// Each language's tag and its files: name and text.
pub const LOCALES: &[(&str, &[(&str, &str)])] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

static BUNDLES: LazyLock<Vec<(&str, Bundle)>> = LazyLock::new(|| {
    LOCALES
        .iter()
        .map(|(tag, files)| {
            let (bundle, faults) = parse(tag, files);
            debug_assert!(faults.is_empty(), "{faults:#?}");
            (*tag, bundle)
        })
        .collect()
});

/// The messages of a language; `None` if it has no folder, which a test rules out.
pub fn of(language: Language) -> Option<&'static Bundle> {
    BUNDLES
        .iter()
        .find(|(tag, _)| *tag == language.tag())
        .map(|(_, bundle)| bundle)
}

/// The text of a key; `None` if there is none.
pub fn format(bundle: &Bundle, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut faults = Vec::<FluentError>::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut faults).into_owned();
    debug_assert!(faults.is_empty(), "{key}: {faults:?}");
    Some(text)
}

/// Reads a language's files, and tells what is wrong with them. What is right can be used all the same.
pub fn parse(tag: &str, files: &[(&str, &str)]) -> (Bundle, Vec<String>) {
    let mut faults = Vec::new();
    let locale = tag.parse::<LanguageIdentifier>().unwrap_or_else(|fault| {
        faults.push(format!("{tag}: {fault}"));
        LanguageIdentifier::default()
    });
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    for (name, text) in files {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, errors)| {
            faults.extend(errors.iter().map(|error| format!("{tag}/{name}: {error}")));
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            faults.extend(errors.iter().map(|error| format!("{tag}/{name}: {error}")));
        }
    }
    (bundle, faults)
}
