//! The walk of the checks over all stops of the tour. It judges nothing: what was found is kept for the tests.

use std::{collections::BTreeMap, env, fs};

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use model::Language;
use serde_json::{Value, json};
use stories::{
    chromium::Theme,
    repository,
    tour::{self, Audience, Look, Stop},
    walk::Walk,
};

use crate::{roles, weight::Weights};

/// Where the tools of the checks lie, once npm has brought them.
pub const TOOLS: &str = "tests/pages/node_modules";

/// Whether all languages, themes and widths are looked at, and not only what changes most often.
const ALL: &str = "OPPSTART_PAGES";

/// A small phone: nothing may be cut off there.
const NARROW: u32 = 320;
/// A phone of today.
const PHONE: u32 = 390;
/// The other widths: a tablet and a desk.
const WIDE: [u32; 2] = [768, 1280];

/// The Tab key as WebDriver writes it.
const TAB: char = '\u{e004}';

/// What was found on the way.
#[derive(Default)]
pub struct Found {
    /// By check: each finding, with where it was.
    pub findings: BTreeMap<&'static str, Vec<String>>,
    /// The source of each stop, by its name and language.
    pub sources: BTreeMap<String, String>,
    /// What assistive technology is told of each page of participants, by its name.
    pub roles: BTreeMap<String, String>,
    /// What each stop weighs, in bytes on the wire, by its name and language.
    pub weights: BTreeMap<String, usize>,
    /// The paths of all stops.
    pub paths: Vec<String>,
}

/// Walks, and looks.
struct Walker {
    languages: Vec<Language>,
    is_ready: bool,
    weigh: Weights,
    found: Found,
}

/// Whether everything is looked at.
pub fn is_thorough() -> bool {
    env::var(ALL).is_ok_and(|value| value == "all")
}

/// Takes the tour.
pub fn take() -> Found {
    let mut walker = Walker {
        languages: if is_thorough() {
            Language::ALL.to_vec()
        } else {
            vec![Language::Bokmal]
        },
        is_ready: false,
        weigh: Weights::default(),
        found: Found::default(),
    };
    tour::take(&mut walker);
    walker.found
}

impl Look for Walker {
    fn languages(&self) -> &[Language] {
        &self.languages
    }

    fn look(&mut self, stop: &Stop, walk: &Walk<'_>) {
        if !self.is_ready {
            walk.chromium().keep_received();
            bring_tools(walk);
            walk.open(&stop.path);
            self.is_ready = true;
        }
        let name = format!("{}.{}", stop.name, stop.language.tag());
        self.found.paths.push(stop.path.clone());
        self.found.sources.insert(name.clone(), walk.chromium().received());
        let weight = self.weigh.weigh(walk);
        self.found.weights.insert(name.clone(), weight);
        if stop.audience == Audience::Participants && stop.language == Language::Bokmal {
            self.found.roles.insert(stop.name.clone(), roles::told(walk.chromium()));
        }
        for theme in Theme::ALL {
            walk.chromium().prefer(theme);
            walk.chromium().resize(PHONE, 780);
            // In the dark only colours are others.
            let only_colours = theme == Theme::Dark && !is_thorough();
            self.keep("axe", &name, theme.name(), &rules_broken(walk, only_colours));
        }
        walk.chromium().prefer(Theme::Light);
        self.keep("tabs", &name, "390 px", &tab_through(walk));
        self.keep("targets", &name, "390 px", &walk.ask("return look.small()"));
        walk.chromium().resize(NARROW, 640);
        self.keep("targets", &name, "320 px", &walk.ask("return look.small()"));
        self.fits(&name, "320 px", walk);
        if is_thorough() {
            for width in WIDE {
                walk.chromium().resize(width, 900);
                let wide = format!("{width} px");
                self.keep("targets", &name, &wide, &walk.ask("return look.small()"));
                self.fits(&name, &wide, walk);
                self.keep("axe", &name, &wide, &rules_broken(walk, false));
            }
        }
        walk.chromium().resize(PHONE, 780);
    }
}

impl Walker {
    /// Whether all is where it can be seen, also with more space between lines and letters.
    fn fits(&mut self, name: &str, how: &str, walk: &Walk<'_>) {
        for look in ["sideways", "clipped"] {
            self.keep(look, name, how, &walk.ask(&format!("return look.{look}()")));
            let spaced = walk.ask(&format!("return look.spaced(look.{look})"));
            self.keep(look, name, &format!("{how}, with more space"), &spaced);
        }
    }

    fn keep(&mut self, check: &'static str, name: &str, how: &str, found: &Value) {
        let found = found.as_array().unwrap_or_else(|| panic!("{check}: {name}: {found}"));
        let kept = self.found.findings.entry(check).or_default();
        for what in found.iter().filter_map(Value::as_str) {
            kept.push(format!("{name} ({how}): {what}"));
        }
    }
}

/// Has the tools in every page from now on.
fn bring_tools(walk: &Walk<'_>) {
    let axe = repository().join(TOOLS).join("axe-core/axe.min.js");
    let axe = fs::read_to_string(&axe)
        .unwrap_or_else(|fault| panic!("{}: {fault}; run `npm ci` in tests/pages", axe.display()));
    for source in [axe.as_str(), include_str!("look.js")] {
        let script = json!({ "source": source });
        let _identifier = walk
            .chromium()
            .devtools("Page.addScriptToEvaluateOnNewDocument", &script);
    }
}

fn rules_broken(walk: &Walk<'_>, only_colours: bool) -> Value {
    walk.ask_and_wait(&format!(
        "const done = arguments[arguments.length - 1];
        look.axe({only_colours}).then(done, fault => done([`axe failed: ${{fault}}`]))"
    ))
}

/// Goes through the page by the Tab key alone.
fn tab_through(walk: &Walk<'_>) -> Value {
    let times = walk.ask("return look.beginTabs()").as_u64().unwrap_or_default();
    let tabs = (0..times).fold(KeyActions::new("keys".to_owned()), |keys, _| {
        keys.then(KeyAction::Down { value: TAB })
            .then(KeyAction::Up { value: TAB })
    });
    walk.drive(walk.chromium().perform_actions(tabs))
        .expect("keys can be pressed");
    walk.ask("return look.endTabs()")
}
