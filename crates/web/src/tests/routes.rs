//! All routes there are. Tables of tests are compared with them, so that a new route can't be forgotten in one.

use std::collections::BTreeSet;

/// Their patterns, as the source of [`model::Link::route`] has them.
pub fn all() -> BTreeSet<&'static str> {
    let source = include_str!("../../../model/src/link.rs");
    let (_, function) = source.split_once("pub const fn route").unwrap();
    let quoted = function.split('"').skip(1).step_by(2);
    quoted.filter(|text| text.starts_with('/')).collect()
}

#[test]
fn the_routes_are_found_in_the_source() {
    let all = all();
    assert!(all.len() > 30, "{all:?}");
    for link in [model::Link::Home, model::Link::SignInCode, model::Link::Demo] {
        assert!(all.contains(link.route()), "{}", link.route());
    }
}
