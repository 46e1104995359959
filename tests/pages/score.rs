//! Lighthouse's scores of the pages of participants, in bokmål. It opens them in the browser of the tour, with its
//! cookies.

use std::process::Command;

use model::Language;
use stories::{
    repository,
    tour::{self, Audience, Look, Stop},
    walk::Walk,
};

/// Lighthouse takes this for a service on the own machine, which needs no TLS.
const NAME: &str = "http://oppstart.localhost";

/// Pages with a status of fault: Lighthouse refuses to look at them.
const REFUSED: &str = "wrong-";

struct Scores {
    below: Vec<String>,
    seen: usize,
}

impl Look for Scores {
    fn languages(&self) -> &[Language] {
        &[Language::Bokmal]
    }

    fn look(&mut self, stop: &Stop, walk: &Walk<'_>) {
        let answers_a_form = stop.name.ends_with("-faults");
        if stop.audience != Audience::Participants || stop.name.starts_with(REFUSED) || answers_a_form {
            return;
        }
        self.seen += 1;
        let told = Command::new("node")
            .arg("score.mjs")
            .arg(format!("{}{}", walk.address(), stop.path))
            .arg(walk.chromium().port())
            .current_dir(repository().join("tests/pages/lighthouse"))
            .output()
            .expect("node runs; Debian: apt-get install nodejs npm");
        let said = if told.status.success() {
            String::from_utf8_lossy(&told.stdout).into_owned()
        } else {
            format!("{}: {}", told.status, String::from_utf8_lossy(&told.stderr))
        };
        let below = said.lines().filter(|line| !line.is_empty());
        self.below.extend(below.map(|line| format!("{}: {line}", stop.name)));
    }
}

/// What is below 100, and why.
pub fn below_100() -> Vec<String> {
    let mut scores = Scores {
        below: Vec::new(),
        seen: 0,
    };
    tour::take_at(NAME, &mut scores);
    assert!(scores.seen > 20, "only {} pages were seen", scores.seen);
    scores.below
}
