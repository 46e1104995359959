//! What somebody sees who has no note yet, until it is confirmed.

use oppstart::MadeUp;

use super::{Tour, code};
use crate::walk::Walk;

/// Who leaves a note on the tour.
pub const SOLVEIG: &str = "solveig@demo.example";

pub fn visit(tour: &mut Tour<'_, '_>, made: &MadeUp) {
    let (planned, plain) = (format!("/i/{}", code(made, 0)), format!("/i/{}", code(made, 1)));
    let tablet = format!("{plain}/tablet");
    tour.visit("home", "/");
    tour.visit("home-faults", "/?code=ABC");
    for page in ["privacy", "accessibility", "contact"] {
        tour.visit(page, &format!("/{page}"));
    }
    tour.visit("note", &plain);
    tour.see_pressed("note-faults", &plain, "main button");
    tour.see_after("note-both-faults", |walk| {
        walk.open(&plain);
        walk.write(
            "email",
            "solveig@demo.example, eller hvem som helst av oss som bor her på øya",
        );
        walk.tick_on("[name=code]");
        walk.press_on("main button");
    });
    tour.visit("note-planned", &planned);
    tour.see_pressed("note-planned-faults", &planned, "main button");
    tour.visit("note-contact-point", "/k/storvik");
    tour.visit("tablet", &tablet);
    tour.see_pressed("tablet-faults", &tablet, "main button");
    leave(&tour.walk, &tablet, None);
    tour.see("tablet-code");
    leave(&tour.walk, &tablet, Some("nabo@demo.example"));
    tour.see("tablet-next");
    tour.walk.forget();
    tour.visit("received-over", "/received");
    leave(&tour.walk, &plain, None);
    tour.see("received-code");
    leave(&tour.walk, &plain, Some(SOLVEIG));
    tour.see("received");
    tour.walk.follow_letter(SOLVEIG);
    tour.see("confirm");
    tour.walk.press_on("[name=answer][value=yes]");
    tour.see("confirmed");
}

/// Leaves a note for the first place and time that are offered.
fn leave(walk: &Walk<'_>, door: &str, email: Option<&str>) {
    walk.open(door);
    walk.tick_on("[name=place]");
    walk.tick_on("[name=time]");
    match email {
        Some(email) => walk.write("email", email),
        None => walk.tick_on("[name=code]"),
    }
    walk.tick_on("[name=consent]");
    walk.press_on("main button");
    assert_eq!(walk.path(), "/received");
}
