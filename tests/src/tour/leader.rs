//! What course leaders see: one whose collection is open, and one who can open one.

use super::Tour;

/// Returns the address of a paper slip.
pub fn visit(tour: &mut Tour<'_, '_>) -> String {
    tour.walk.forget();
    tour.walk.sign_in_as("grete@demo.example");
    tour.see("desk-leader");
    tour.visit("courses-leader", "/courses");
    tour.walk.follow("main a[href^='/courses/']");
    tour.see("course-opens");
    let course = tour.walk.path();
    // It offers dates to begin on, and none of them is chosen yet.
    tour.see_pressed("course-faults", &course, "main form button");
    tour.walk.open(&course);
    tour.walk.forget();
    tour.walk.sign_in_as("eva@demo.example");
    tour.see("desk-leader-open");
    tour.walk.open("/courses");
    tour.walk.follow("main a[href^='/courses/']");
    tour.see("course-open");
    tour.walk.follow("main a[href^='/collections/']");
    tour.see("collection");
    let collection = tour.walk.path();
    tour.see_after("collection-close-open", |walk| {
        walk.open(&collection);
        let _all = walk.ask("for (const one of document.querySelectorAll('details')) one.open = true");
    });
    tour.visit("poster", &format!("{collection}/poster"));
    let slips = format!("{collection}/slips");
    tour.visit("slips-ask", &slips);
    tour.see_sent("slips-faults", &slips, &[("count", "x")], "main form button");
    tour.see_sent("slips", &slips, &[("count", "8")], "main form button");
    tour.walk.open(&slips);
    tour.walk.press_on("main form button");
    let code = tour
        .walk
        .ask("return document.querySelector('.slips .code').textContent");
    let code: String = code.as_str().unwrap_or_default().split_whitespace().collect();
    format!("/s/{code}")
}
