//! Every kind of letter has a sample, so that none is left out of previews and of these tests.

use std::collections::BTreeSet;

use model::Letter;

use super::facts::all;
use crate::Receiver;

#[test]
fn every_kind_has_a_sample() {
    let samples = all();
    let found: BTreeSet<&str> = samples.iter().map(|sample| sample.facts.kind()).collect();
    let expected: BTreeSet<&str> = Letter::KINDS.iter().copied().collect();
    assert_eq!(found, expected);
}

#[test]
fn no_two_samples_have_one_name_and_each_begins_with_its_kind_or_is_a_message() {
    let samples = all();
    let names: BTreeSet<&str> = samples.iter().map(|sample| sample.name).collect();
    assert_eq!(names.len(), samples.len());
    for sample in &samples {
        let kind = sample.facts.kind();
        assert!(
            sample.name.starts_with(kind) || kind == "practical-message",
            "{}",
            sample.name
        );
    }
}

#[test]
fn everybody_gets_some_letter() {
    for receiver in Receiver::ALL {
        assert!(
            all().iter().any(|sample| sample.facts.receiver() == receiver),
            "{receiver:?}"
        );
    }
}
