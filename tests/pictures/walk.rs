//! Pictures of what somebody sees who walks through the service.

use std::fs;

pub use stories::walk::Walk;
use stories::{chromium::Screen, repository};

/// A phone of today.
pub const PHONE: Screen = Screen {
    width: 390,
    height: 780,
    dots: 1,
    is_phone: true,
};

/// A window on a desk.
pub const DESK: Screen = Screen {
    width: 1000,
    height: 640,
    dots: 1,
    is_phone: false,
};

/// Draws what is seen on a walk.
pub trait Draw {
    /// Draws the window as it is at the top of the page.
    fn draw(&self, name: &str);

    /// Draws the window, scrolled to an element.
    fn draw_from(&self, name: &str, selector: &str);
}

impl Draw for Walk<'_> {
    fn draw(&self, name: &str) {
        self.draw_from(name, "body");
    }

    fn draw_from(&self, name: &str, selector: &str) {
        let script = "document.activeElement.blur(); document.querySelector(arguments[0]).scrollIntoView()";
        let scrolled = self.drive(self.chromium().execute(script, vec![selector.into()]));
        scrolled.unwrap_or_else(|fault| panic!("{name}: {selector}: {fault}"));
        let picture = self.drive(self.chromium().screenshot()).expect("a picture");
        let path = repository().join(format!("docs/guides/pictures/{name}.png"));
        fs::write(path, picture).expect("the picture can be written");
    }
}
