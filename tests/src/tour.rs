//! A tour of every page and every state of it that matters. What is looked for at each stop is up to who takes it: the
//! gallery draws, the checks check.
//!
//! The stops stand in the modules below, in the order in which they are reached. The tour goes on through the
//! made-up region, a contact point that has just been set up, the region again with names as long as the forms allow,
//! and the demonstration; all of it in one window.

mod demo;
mod faults;
mod igangsetter;
mod leader;
mod long_names;
mod mine;
mod new_point;
mod note;
mod staff;

use model::Language;
use oppstart::MadeUp;

use crate::{
    app::TestApp,
    chromium::Screen,
    walk::{ADDRESS, Walk},
};

/// For whom a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Whoever leaves a note; or anybody.
    Participants,
    /// Coordinators, leaders and igangsettere.
    Staff,
    /// Whoever tries the demonstration.
    Demo,
}

/// Where the tour stands.
#[derive(Clone, Debug)]
pub struct Stop {
    /// What is seen, as a file may be called.
    pub name: String,
    /// For whom it is.
    pub audience: Audience,
    /// The language of the page.
    pub language: Language,
    /// Its path, with its query.
    pub path: String,
}

/// What somebody takes the tour for.
pub trait Look {
    /// In which languages each stop is seen, bokmål first.
    fn languages(&self) -> &[Language];

    /// Looks at the page that is open.
    fn look(&mut self, stop: &Stop, walk: &Walk<'_>);
}

/// The window at the start; whoever looks may make it larger or smaller.
const WINDOW: Screen = Screen {
    width: 390,
    height: 780,
    dots: 1,
    is_phone: false,
};

/// Takes the whole tour, of a service with the name [`ADDRESS`].
///
/// # Panics
/// When a page is not as the tour expects it.
pub fn take(look: &mut dyn Look) {
    take_at(ADDRESS, look);
}

/// The same of a service with another name.
///
/// # Panics
/// As [`take`].
pub fn take_at(name: &str, look: &mut dyn Look) {
    let (app, made) = TestApp::start_named(name);
    let (new, demo) = (TestApp::start(testkit::DatabaseKind::Sqlite), TestApp::start_demo());
    let (long, names) = TestApp::start_made_up();
    let mut tour = Tour {
        walk: Walk::begin(&app, WINDOW),
        audience: Audience::Participants,
        look,
    };
    note::visit(&mut tour, &made);
    mine::visit(&mut tour, &made);
    tour.audience = Audience::Staff;
    igangsetter::visit(&mut tour);
    let slip = leader::visit(&mut tour);
    staff::visit(&mut tour, &made);
    tour.audience = Audience::Participants;
    faults::visit(&mut tour, &made, &slip);
    new_point::visit(&mut tour, &new);
    long_names::visit(&mut tour, &long, &names);
    tour.audience = Audience::Demo;
    tour.walk.move_to(&demo);
    demo::visit(&mut tour);
}

/// The tour, under way.
struct Tour<'a, 'b> {
    walk: Walk<'a>,
    audience: Audience,
    look: &'b mut dyn Look,
}

impl Tour<'_, '_> {
    /// Looks at the page that is open, in each language: it is the same when it is opened again.
    fn see(&mut self, name: &str) {
        let path = self.walk.path();
        self.see_at(name, &path);
    }

    /// Opens a page and looks at it, in each language.
    fn visit(&mut self, name: &str, path: &str) {
        self.walk.open(path);
        self.see_at(name, path);
    }

    /// Looks at what some steps lead to, in each language: they can be gone again and again.
    fn see_after(&mut self, name: &str, steps: impl Fn(&Walk<'_>)) {
        for language in self.look.languages().to_vec() {
            if language != Language::Bokmal {
                self.walk.open(&in_language("/privacy", language));
            }
            steps(&self.walk);
            self.look_at(name, language);
        }
        self.speak_bokmal();
    }

    /// Looks at what pressing a button leads to on a page, in each language.
    fn see_pressed(&mut self, name: &str, path: &str, button: &str) {
        self.see_sent(name, path, &[], button);
    }

    /// Looks at what a page answers when this is written into its fields and a button pressed, in each language.
    fn see_sent(&mut self, name: &str, path: &str, typed: &[(&str, &str)], button: &str) {
        self.see_after(name, |walk| {
            walk.open(path);
            for (field, text) in typed {
                walk.write(field, text);
            }
            walk.press_on(button);
        });
    }

    fn see_at(&mut self, name: &str, path: &str) {
        self.look_at(name, Language::Bokmal);
        let others = self.look.languages().iter().copied();
        for language in others
            .filter(|language| *language != Language::Bokmal)
            .collect::<Vec<_>>()
        {
            self.walk.open(&in_language(path, language));
            self.look_at(name, language);
        }
        if self.speak_bokmal() {
            self.walk.open(path);
        }
    }

    /// Chooses bokmål again, if another language has been chosen.
    fn speak_bokmal(&self) -> bool {
        let is_needed = self.look.languages().len() > 1;
        if is_needed {
            self.walk.open(&in_language("/privacy", Language::Bokmal));
        }
        is_needed
    }

    fn look_at(&mut self, name: &str, language: Language) {
        let said = self.walk.ask("return document.documentElement.lang");
        assert_eq!(said, language.tag(), "{name}: {}", self.walk.path());
        let faults = self.walk.ask("return document.querySelector('#faults') != null");
        assert_eq!(faults, name.ends_with("-faults"), "{name}: {}", self.walk.path());
        let stop = Stop {
            name: name.to_owned(),
            audience: self.audience,
            language,
            path: self.walk.path(),
        };
        self.look.look(&stop, &self.walk);
    }
}

fn in_language(path: &str, language: Language) -> String {
    let sign = if path.contains('?') { '&' } else { '?' };
    format!("{path}{sign}lang={}", language.tag())
}

/// The code of a collection that was made up; the first has a planned start.
fn code(made: &MadeUp, nth: usize) -> &str {
    let (code, _) = made.collections.get(nth).expect("an open collection");
    code.as_str()
}
