//! The pages of the demonstration.

use super::Tour;

pub fn visit(tour: &mut Tour<'_, '_>) {
    tour.visit("demo", "/demo");
    tour.visit("demo-letters", "/demo/letters");
    tour.walk.follow("main a[href^='/demo/letters/']");
    tour.see("demo-letter");
    tour.visit("demo-components-faults", "/demo/components");
    tour.visit("demo-home", "/");
}
