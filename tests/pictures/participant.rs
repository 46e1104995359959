//! What a participant sees.

use oppstart::MadeUp;
use stories::app::TestApp;

use crate::walk::{Draw as _, PHONE, Walk};

/// From the interest note to the meeting.
pub fn draw(app: &TestApp, region: &MadeUp) {
    leave_a_note(app, region);
    let invited = Walk::begin(app, PHONE);
    invited.follow_letter("deltaker25@demo.example");
    invited.draw("deltaker-invitasjon");
    let member = Walk::begin(app, PHONE);
    member.follow_letter("deltaker12@demo.example");
    member.draw("deltaker-plassen");
}

fn leave_a_note(app: &TestApp, region: &MadeUp) {
    let (code, _) = region.collections.last().expect("an open collection");
    let guest = Walk::begin(app, PHONE);
    guest.open(&format!("/i/{}", code.as_str()));
    guest.draw("deltaker-lapp");
    guest.tick("place", "Lillevik frivilligsentral");
    guest.tick("time", "kveld");
    guest.write("email", "solveig@demo.example");
    guest.tick("consent", "Jeg samtykker");
    guest.press("Send");
    guest.draw("deltaker-takk");
    guest.follow_letter("solveig@demo.example");
    guest.draw("deltaker-bekreft");
}
