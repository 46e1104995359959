//! Text can be told from what is behind it, by day and by night (WCAG 2.2, 1.4.3 and 1.4.11).

use std::collections::BTreeSet;

use super::every_letter;
use crate::colours::{Colours, DARK, LIGHT};

/// Relative luminance of `#rrggbb` (WCAG 2.2).
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let byte = u8::from_str_radix(colour.get(at..at + 2).unwrap(), 16).unwrap();
        let part = f64::from(byte) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn contrast_is_what_the_recommendation_says() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.001);
    assert!((contrast("#777777", "#ffffff") - 4.478).abs() < 0.001);
}

/// Each colour of text with what may be behind it.
fn pairs(colours: &Colours) -> [(&'static str, &'static str); 5] {
    let Colours {
        paper,
        ink,
        quiet,
        tint,
        act,
        on_act,
        ..
    } = *colours;
    [(ink, paper), (ink, tint), (quiet, paper), (act, paper), (on_act, act)]
}

#[test]
fn text_is_readable_by_day_and_by_night() {
    for (text, behind) in [LIGHT, DARK].iter().flat_map(pairs) {
        let found = contrast(text, behind);
        assert!(found >= 4.5, "{text} on {behind}: {found:.2}");
    }
}

#[test]
fn a_letter_that_is_turned_round_stays_readable() {
    // What some programs do in the dark: all inline colours are inverted, and the button's text with what is behind it.
    let inverted = |colour: &str| {
        let number = u32::from_str_radix(colour.trim_start_matches('#'), 16).unwrap();
        format!("#{:06x}", 0x00ff_ffff - number)
    };
    for (text, behind) in pairs(&LIGHT) {
        let found = contrast(&inverted(text), &inverted(behind));
        assert!(found >= 4.5, "{text} on {behind}, inverted: {found:.2}");
    }
}

#[test]
fn every_colour_is_one_of_ours_and_text_has_its_background_beside_it() {
    let known: BTreeSet<&str> = [LIGHT, DARK]
        .iter()
        .flat_map(|of| [of.paper, of.ink, of.quiet, of.tint, of.line, of.act, of.on_act])
        .collect();
    for (name, _, letter) in every_letter() {
        let colours = letter
            .html
            .match_indices('#')
            .filter_map(|(at, _)| letter.html.get(at..at + 7));
        let colours: BTreeSet<&str> = colours.filter(|found| !found.contains(';')).collect();
        assert!(colours.is_subset(&known), "{name}: {colours:?}");
        let (_, body) = letter.html.split_once("<body").unwrap();
        for (at, _) in body.match_indices(LIGHT.on_act) {
            let (before, _) = body.split_at(at);
            let style = before.rsplit("style=").next().unwrap();
            assert!(style.contains(LIGHT.act), "{name}: {style}");
        }
    }
}
