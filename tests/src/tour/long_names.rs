//! The same region with names as long as the forms allow, and words that can't be broken: whoever types them does so
//! through the same forms as everybody. In the end its database is found damaged.

use oppstart::MadeUp;

use super::{Audience, Tour, code, new_point::damage};
use crate::{app::TestApp, walk::Walk};

/// Of Lillevik, whose names become long; somebody of its groups, and one who is invited.
const LARS: &str = "lars@demo.example";
const MEMBER: &str = "deltaker12@demo.example";
const INVITED: &str = "deltaker25@demo.example";

/// Each of 80 characters or hardly fewer, and without a word that letters must not have.
const POINT: &str = "Frivilligsentralen i Nordre Follo, avdeling Langhus, Siggerud og Ytre Enebakk";
const ADDRESS: &str = "Gamle Kongebrinkveien 1245 B, oppgang C, inngang fra Rådhusplassen på baksiden";
const PLACES: [&str; 3] = [
    "Folkehuset Samhold i Nordre Follo, avdeling Langhus og Siggerud, andre etasje",
    "Langhus-og-Siggerud-bydelshus/ungdomsklubb/eldresenter/sambrukslokale",
    "Siggerud grendehus og velforening, Kommunedelsutvalgets tidligere lokaler",
];
const ROOM: &str = "Kommunestyresalen «Gaupefjellstua» med kjøkken, garderobe og teleslynge (204)";
const ENTRANCE: &str = "Gå inn hovedinngangen fra Rådhusplassen, opp trappa eller heisen til andre etasje, forbi biblioteket og \
    til venstre. Døra er låst etter kl. 17.00: ring på hos «Møterom 204». Kart: \
    https://www.nordrefollo-kommune.example/lokaler/kommunestyresalen-gaupefjellstua";
const COURSE: &str = "Kurs i mestring av hverdagen, høsten 2026, mandager og annenhver torsdag, nord";
const PERSON: &str = "Anne-Marie Kristoffersdatter Gulbrandsen-Wesselhøft von der Lippe-Konow";
const EMAIL: &str = "anne-marie.kristoffersdatter.gulbrandsen-wesselhoeft@frivilligsentralen-nordrefollo.example";
const CONTACT: &str = "personvernombudet.kultur-og-frivillighet@nordrefollo-kommune.example";
const BODY: &str = "Nordre Follo kommune, virksomhet for kultur, frivillighet og innbyggertjenester";
const NICKNAME: &str = "Turgåervenninnefraytrestorviks";

pub fn visit<'a>(tour: &mut Tour<'a, '_>, app: &'a TestApp, made: &MadeUp) {
    tour.walk.move_to(app);
    tour.walk.sign_in_as(LARS);
    name_everything(&tour.walk);
    tour.audience = Audience::Participants;
    participant(tour, made);
    tour.audience = Audience::Staff;
    igangsetter(tour);
    leader(tour);
    coordinator(tour);
    tour.walk.forget();
    tour.audience = Audience::Participants;
    damage(app, "UPDATE contact_points SET slug = '?' WHERE slug = 'lillevik'");
    tour.visit("wrong-500", "/contact");
}

fn name_everything(walk: &Walk<'_>) {
    for (nth, place) in PLACES.iter().enumerate() {
        walk.open("/places");
        walk.follow(&format!("main .list li:nth-of-type({}) a", nth + 1));
        walk.follow("main a[href$='/edit']");
        fill_in(walk, &[("name", place), ("address", ADDRESS), ("entrance", ENTRANCE)]);
        walk.follow("main a[href^='/rooms/']");
        fill_in(walk, &[("name", ROOM)]);
    }
    walk.open("/people");
    walk.go("David");
    fill_in(walk, &[("name", PERSON)]);
    walk.open("/contact-point/edit");
    fill_in(walk, &[("name", POINT)]);
    walk.open("/contact-point/controller");
    fill_in(walk, &[("body", BODY), ("contact", CONTACT)]);
    walk.open("/courses");
    walk.follow("main a[href^='/courses/']");
    walk.follow("main a[href$='/edit']");
    fill_in(walk, &[("title", COURSE)]);
}

/// Writes into the first form of the page, and sends it.
fn fill_in(walk: &Walk<'_>, typed: &[(&str, &str)]) {
    for (name, text) in typed {
        walk.write(name, text);
    }
    walk.press_on("main form button");
    let faults = walk.ask("return document.querySelector('#faults')?.textContent");
    assert!(faults.is_null(), "{typed:?}: {faults}");
}

fn participant(tour: &mut Tour<'_, '_>, made: &MadeUp) {
    tour.walk.forget();
    let door = format!("/i/{}", code(made, 1));
    tour.visit("note-long", &door);
    tour.see_sent(
        "note-long-faults",
        &door,
        &[("email", &EMAIL.replace('@', "(at)"))],
        "main button",
    );
    tour.visit("long-contact", "/contact");
    tour.visit("long-privacy", "/privacy");
    let letter = tour.walk.letter(MEMBER);
    tour.walk.open(letter.links().last().expect("a link to one's own note"));
    tour.visit("long-answered", "/answer");
    tour.visit("long-mine", "/my-note");
    tour.walk.follow_letter(INVITED);
    tour.see("long-answer");
    tour.walk.write("nickname", NICKNAME);
    tour.walk.press_on("[name=answer][value=yes]");
    let letter = tour.walk.letter(INVITED);
    tour.walk.open(letter.links().last().expect("a link to one's own note"));
    tour.visit("long-mine-joined", "/my-note");
}

fn igangsetter(tour: &mut Tour<'_, '_>) {
    tour.walk.forget();
    tour.walk.sign_in_as("david@demo.example");
    tour.see("long-desk-igangsetter");
    tour.walk.follow("main a[href^='/groups/']");
    tour.see("long-group");
    tour.walk.open("/desk");
    tour.walk.follow("a[href$='/availability']");
    tour.see("long-availability");
}

fn leader(tour: &mut Tour<'_, '_>) {
    tour.walk.forget();
    tour.walk.sign_in_as("finn@demo.example");
    tour.visit("long-courses", "/courses");
    tour.walk.follow("main a[href^='/courses/']");
    tour.see("long-course");
    tour.walk.follow("main a[href^='/collections/']");
    let poster = format!("{}/poster", tour.walk.path());
    tour.visit("long-poster", &poster);
}

fn coordinator(tour: &mut Tour<'_, '_>) {
    tour.walk.forget();
    tour.walk.sign_in_as(LARS);
    tour.visit("long-desk", "/desk");
    for page in ["places", "people", "contact-point", "rounds"] {
        tour.visit(&format!("long-{page}"), &format!("/{page}"));
    }
    tour.walk.open("/places");
    tour.walk.follow("main .list a");
    tour.see("long-place");
    tour.walk.open("/rounds");
    tour.walk.press_on("[name=do][value=propose]");
    tour.see("long-round");
}
