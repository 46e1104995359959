//! What coordinators see, and everybody who signs in.

use oppstart::MadeUp;

use super::Tour;

const KARI: &str = "kari@demo.example";

pub fn visit(tour: &mut Tour<'_, '_>, made: &MadeUp) {
    signing_in(tour);
    tour.visit("desk", "/desk");
    places(tour);
    people(tour);
    courses(tour);
    contact_point(tour);
    rounds(tour);
    caller(tour, made);
}

fn signing_in(tour: &mut Tour<'_, '_>) {
    tour.walk.forget();
    tour.visit("sign-in", "/sign-in");
    tour.see_pressed("sign-in-faults", "/sign-in", "main button");
    for _ in 0..2 {
        tour.walk.open("/sign-in");
        tour.walk.write("email", KARI);
        tour.walk.press_on("main button");
        if tour.walk.path() != "/sign-in/code" {
            continue;
        }
        break;
    }
    tour.see("code");
    tour.see_pressed("code-faults", "/sign-in/code", "main button");
    tour.walk.open("/sign-in/code");
    tour.walk.type_code(KARI);
}

fn places(tour: &mut Tour<'_, '_>) {
    tour.visit("places", "/places");
    tour.see_pressed("places-faults", "/places", "main form button");
    pasted_list(tour);
    tour.walk.open("/places");
    tour.walk.follow("main a[href^='/places/']:not([href$='/import'])");
    tour.see("place");
    let place = tour.walk.path();
    tour.see_pressed("place-faults", &place, "form:has(input[name=name]) button:not([name])");
    let edit = format!("{place}/edit");
    tour.visit("place-edit", &edit);
    tour.see_sent(
        "place-edit-faults",
        &edit,
        &[("name", " "), ("letter-name", "Storvik selvhjelpsgruppe")],
        "main form button",
    );
    tour.walk.open(&place);
    tour.walk.follow("main a[href^='/rooms/']");
    tour.see("room");
    let room = tour.walk.path();
    tour.see_after("room-faults", |walk| {
        walk.open(&room);
        walk.write("name", " ");
        // The same time twice.
        let _times = walk.ask("for (const one of document.querySelectorAll('[name=mon]')) one.value = '18:00'");
        walk.press_on("form:has(input[name=name]) button");
    });
}

/// A list whose second line is wrong, and one that can be stored.
fn pasted_list(tour: &mut Tour<'_, '_>) {
    tour.visit("places-import", "/places/import");
    let example = tour.walk.ask("return document.querySelector('main pre').textContent");
    let example = example.as_str().unwrap_or_default().to_owned();
    for (name, list) in [
        ("places-import-right", example.clone()),
        ("places-import-faults", format!("{example}\nx;;;;;;;;;;;;;")),
    ] {
        tour.see_sent(name, "/places/import", &[("text", &list)], "main form button");
    }
}

fn people(tour: &mut Tour<'_, '_>) {
    tour.visit("people", "/people");
    tour.see_pressed("people-faults", "/people", "main form button");
    tour.walk.open("/people");
    tour.walk.follow("main a[href^='/people/']");
    tour.see("person");
    let person = tour.walk.path();
    tour.see_pressed("person-faults", &person, "form:has([name=email]) button");
    tour.see_sent(
        "person-name-faults",
        &person,
        &[("name", " ")],
        "form:has([name=name]) button",
    );
    tour.walk.open("/people");
    tour.walk.follow("main a[href$='/availability']");
    tour.see("availability-of");
}

fn courses(tour: &mut Tour<'_, '_>) {
    tour.visit("courses", "/courses");
    tour.see_pressed("courses-faults", "/courses", "main form button");
    tour.walk.open("/courses");
    tour.walk.follow("main a[href^='/courses/']");
    tour.see("course");
    let course = tour.walk.path();
    let edit = format!("{course}/edit");
    tour.visit("course-edit", &edit);
    tour.see_sent(
        "course-edit-faults",
        &edit,
        &[("title", " "), ("participants", "mange")],
        "main form button",
    );
}

fn contact_point(tour: &mut Tour<'_, '_>) {
    tour.visit("contact-point", "/contact-point");
    for page in ["edit", "controller", "closed", "new"] {
        let (name, path) = (format!("contact-point-{page}"), format!("/contact-point/{page}"));
        tour.visit(&name, &path);
    }
    tour.visit("letters", "/contact-point/letters");
    tour.walk.follow("main a[href^='/contact-point/letters/']");
    tour.see("letter-preview");
    tour.see_sent(
        "contact-point-edit-faults",
        "/contact-point/edit",
        &[
            ("name", " "),
            ("slug", "Stor vik"),
            ("closing", "Hilsen oss på selvhjelpskurset"),
        ],
        "main form button",
    );
    tour.see_after("contact-point-controller-faults", |walk| {
        walk.open("/contact-point/controller");
        for name in ["body", "contact", "phone"] {
            walk.write(name, " ");
        }
        walk.press_on("main form button");
    });
    tour.see_pressed("contact-point-new-faults", "/contact-point/new", "main form button");
    tour.see_pressed(
        "contact-point-closed-faults",
        "/contact-point/closed",
        "form:has([name=first]) button",
    );
}

fn rounds(tour: &mut Tour<'_, '_>) {
    tour.visit("rounds", "/rounds");
    tour.walk.open("/desk");
    tour.walk.follow("main a[href$='/lead']");
    tour.see("lead-nobody");
    let lead = tour.walk.path();
    everybody_can(tour);
    tour.visit("lead", &lead);
    tour.see_pressed("lead-faults", &lead, "main form button");
    tour.walk.open("/rounds");
    tour.walk.press_on("[name=do][value=propose]");
    tour.see("round");
    let round = tour.walk.path();
    tour.visit("round-faults", &format!("{round}?do=check"));
    tour.walk.open(&round);
    let groups = tour
        .walk
        .ask("return [...document.querySelectorAll('[name=group]')].map(box => 'group=' + box.value + '&').join('')");
    let groups = groups.as_str().unwrap_or_default().to_owned();
    tour.visit("check", &format!("{round}?{groups}do=check"));
    let first = groups.split('&').next().unwrap_or_default();
    tour.walk.open(&format!("{round}?{first}&do=check"));
    tour.walk.press_on("[name=do][value=send]");
    tour.see("round-approved");
    tour.visit("rounds-open", "/rounds");
}

/// The first igangsetter can start groups everywhere.
fn everybody_can(tour: &Tour<'_, '_>) {
    tour.walk.open("/people");
    tour.walk.follow("main a[href$='/availability']");
    let _ticked = tour
        .walk
        .ask("for (const box of document.querySelectorAll('[name=cell]')) box.checked = true");
    tour.walk.press_on("[name=do][value=save]");
}

fn caller(tour: &mut Tour<'_, '_>, made: &MadeUp) {
    tour.visit("caller", "/caller");
    tour.see_pressed("caller-faults", "/caller", "[name=look-up]");
    for (name, nth) in [("caller-invited", 1), ("caller-waiting", 2)] {
        let code = made.receipts.get(nth).expect("somebody without an address").expose();
        tour.see_sent(name, "/caller", &[("code", code)], "[name=look-up]");
    }
}
