//! What staff see.

use oppstart::MadeUp;
use stories::app::TestApp;

use crate::walk::{DESK, Draw as _, PHONE, Walk};

/// All roles, one after the other.
pub fn draw(app: &TestApp, region: &MadeUp) {
    igangsetter(app);
    leader(app);
    coordinator(app, region);
}

fn igangsetter(app: &TestApp) {
    let bjorn = Walk::sign_in(app, PHONE, "bjorn");
    bjorn.go("Når og hvor du kan");
    bjorn.draw("igangsetter-tider");
    let anne = Walk::sign_in(app, PHONE, "anne");
    anne.go("Åpne siden");
    anne.draw("igangsetter-spurt");
    let david = Walk::sign_in(app, PHONE, "david");
    david.go("Åpne siden");
    david.draw("igangsetter-gruppen");
    david.go("Send en beskjed");
    david.draw("igangsetter-beskjed");
}

fn leader(app: &TestApp) {
    let grete = Walk::sign_in(app, DESK, "grete");
    grete.go("Kurs og innsamlinger");
    grete.go("Kveldskurset");
    grete.draw_from("kursleder-kurs", "form");
    let eva = Walk::sign_in(app, DESK, "eva");
    eva.go("Vis koden");
    eva.draw("kursleder-kode");
    eva.go("Skriv ut lapper");
    eva.draw("kursleder-lapper");
}

fn coordinator(app: &TestApp, region: &MadeUp) {
    let kari = Walk::sign_in(app, DESK, "kari");
    kari.draw("koordinator-oppgaver");
    kari.go("Ønsker og forslag");
    kari.draw("koordinator-behov");
    kari.press("Lag et forslag");
    kari.draw("koordinator-forslag");
    kari.press("Gå videre");
    kari.draw("koordinator-stemmer");
    kari.open("/desk");
    kari.go("Slå opp en kode for en som ringer");
    let code = region.receipts.first().expect("somebody without an address");
    kari.write("code", code.expose());
    kari.press("Slå opp");
    kari.draw("koordinator-ringer");
}
