//! What those see who start groups: each of them is at another point of the way.

use super::Tour;

const ALL: [&str; 6] = ["anne", "bjorn", "cecilie", "david", "else", "frode"];

pub fn visit(tour: &mut Tour<'_, '_>) {
    for mailbox in ALL {
        tour.walk.forget();
        tour.walk.sign_in_as(&format!("{mailbox}@demo.example"));
        tour.see(&format!("desk-{mailbox}"));
        for (nth, group) in groups(tour).into_iter().enumerate() {
            let name = format!("group-{mailbox}-{}", nth + 1);
            tour.visit(&name, &group);
            pages_of(tour, &name);
        }
    }
    tour.walk.open("/desk");
    tour.walk.follow("a[href$='/availability']");
    tour.see("availability");
    let availability = tour.walk.path();
    tour.see_after("availability-faults", |walk| {
        walk.open(&availability);
        let _emptied = walk.ask("document.querySelector('[name=from]').value = ''");
        walk.press_on("[name=do][value=save]");
    });
    tour.see_pressed("availability-away-faults", &availability, "[name=do][value=away]");
}

/// The groups that somebody's desk leads to.
fn groups(tour: &Tour<'_, '_>) -> Vec<String> {
    links(tour, "/groups/")
        .into_iter()
        .filter(|path| path.matches('/').count() == 2)
        .collect()
}

/// The pages that a group's page leads to.
fn pages_of(tour: &mut Tour<'_, '_>, name: &str) {
    for page in links(tour, "/groups/") {
        let (_, what) = page.rsplit_once('/').unwrap_or_default();
        if ["message", "meetings", "step-back"].contains(&what) {
            let name = format!("{name}-{what}");
            tour.visit(&name, &page);
        }
        // To step back there is nothing to fill in: its button acts.
        if ["message", "meetings"].contains(&what) {
            tour.see_pressed(&format!("{name}-{what}-faults"), &page, "main form button");
        }
    }
}

/// Where the links of the open page lead whose paths begin like this, each once.
fn links(tour: &Tour<'_, '_>, beginning: &str) -> Vec<String> {
    let script = format!(
        "return [...new Set([...document.querySelectorAll('main a[href^=\"{beginning}\"]')].map(a => a.pathname))]"
    );
    let found = tour.walk.ask(&script);
    let found = found.as_array().cloned().unwrap_or_default();
    found
        .iter()
        .filter_map(|path| path.as_str().map(str::to_owned))
        .collect()
}
