//! The pages that say what went wrong.

use oppstart::MadeUp;

use super::{Audience, Tour, code};
use crate::{page::Browser, walk::Walk};

/// More codes than one network may look up at once.
const TOO_OFTEN: usize = 61;

pub fn visit(tour: &mut Tour<'_, '_>, made: &MadeUp, slip: &str) {
    tour.walk.forget();
    tour.visit("wrong-404", "/nothing-here");
    tour.visit("wrong-404-code", "/i/ABCDEF");
    tour.visit("wrong-404-link", "/n/abc");
    tour.visit("wrong-403-no-link", "/my-note");
    tour.visit("wrong-405", "/sign-out");
    tour.see_after("wrong-403", |walk| altered(walk, "input[type=hidden]", "value = 'x'"));
    tour.see_after("wrong-413", |walk| {
        altered(walk, "[name=email]", "value = 'x'.repeat(20000)");
    });
    tour.see_after("wrong-422", |walk| altered(walk, "[name=email]", "name = 'other'"));
    tour.visit("note-slip", slip);
    tour.see_pressed("note-slip-faults", slip, "main button");
    tour.visit("wrong-410-slip", "/s/ABCDEFGHJKMN");
    full(tour, made);
    closed(tour, made);
    too_often(tour);
}

/// Sends the form of a page after something in it was changed by a script.
fn altered(walk: &Walk<'_>, selector: &str, change: &str) {
    walk.open("/find");
    let _nothing = walk.ask(&format!("document.querySelector(\"main {selector}\").{change}"));
    walk.press_on("main button");
}

/// A course turns out to have had one participant, and four have left a note.
fn full(tour: &mut Tour<'_, '_>, made: &MadeUp) {
    tour.walk.sign_in_as("eva@demo.example");
    tour.walk.open("/courses");
    tour.walk.follow("main a[href^='/courses/']");
    tour.walk.follow("main a[href$='/edit']");
    tour.walk.write("participants", "1");
    tour.walk.press_on("main form button");
    tour.walk.forget();
    tour.visit("wrong-409", &format!("/i/{}", code(made, 0)));
}

/// A leader closes a collection; then nobody can leave a note at it.
fn closed(tour: &mut Tour<'_, '_>, made: &MadeUp) {
    tour.audience = Audience::Staff;
    tour.walk.sign_in_as("finn@demo.example");
    tour.walk.open("/courses");
    tour.walk.follow("main a[href^='/courses/']");
    tour.walk.follow("main a[href^='/collections/']");
    let collection = tour.walk.path();
    let _all = tour.walk.ask("document.querySelector('details').open = true");
    tour.walk.press_on("details button");
    tour.visit("collection-closed", &collection);
    tour.walk.forget();
    tour.audience = Audience::Participants;
    tour.visit("wrong-410", &format!("/i/{}", code(made, 1)));
}

/// The last of all, since nobody of this network can look up a code after it.
fn too_often(tour: &mut Tour<'_, '_>) {
    let typed = [("code", "ABCD EFGH JKMN")];
    let browser = Browser::new(tour.walk.service());
    let page = browser.open("/code");
    for _ in 0..TOO_OFTEN {
        let _answer = browser.fill_in(&page, &typed);
    }
    tour.see_sent("wrong-429", "/code", &typed, "main button");
}
