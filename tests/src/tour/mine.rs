//! What somebody sees who has a note: waiting, invited, in a group, and gone.

use model::ReceiptCode;
use oppstart::MadeUp;

use super::{Tour, note::SOLVEIG};
use crate::walk::Walk;

/// Two who are invited, two whose group is ready, and one whose group has met.
const INVITED: [&str; 2] = ["deltaker25@demo.example", "deltaker26@demo.example"];
const MEMBER: &str = "deltaker12@demo.example";
const OTHER_MEMBER: &str = "deltaker13@demo.example";
const STARTED: &str = "deltaker2@demo.example";

pub fn visit(tour: &mut Tour<'_, '_>, made: &MadeUp) {
    finding(tour);
    waiting(tour);
    invited(tour);
    member(tour);
    by_code(tour, made);
    gone(tour);
}

fn finding(tour: &mut Tour<'_, '_>) {
    tour.visit("find", "/find");
    tour.see_pressed("find-faults", "/find", "main button");
    tour.see_sent("find-sent", "/find", &[("email", "ukjent@demo.example")], "main button");
    tour.visit("look-up", "/code");
    tour.see_sent("look-up-faults", "/code", &[("code", "ABCD EFGH JKMN")], "main button");
}

/// Of the note that has just been confirmed.
fn waiting(tour: &mut Tour<'_, '_>) {
    tour.visit("mine-waiting", "/my-note");
    tour.see_after("mine-erase-open", |walk| {
        walk.open("/my-note");
        unfold(walk);
    });
    tour.visit("change", "/my-note/change");
    tour.see_after("change-faults", |walk| {
        walk.open("/my-note/change");
        walk.tick_on("[name=keep]:checked");
        walk.press_on("main button");
    });
    tour.visit("apart", "/my-note/apart");
    tour.see_pressed("apart-faults", "/my-note/apart", "[name=share]");
    tour.walk.open("/my-note/apart");
    tour.walk.press_on("[name=make]");
    tour.see("apart-made");
}

fn invited(tour: &mut Tour<'_, '_>) {
    let [yes, no] = INVITED;
    tour.walk.follow_letter(yes);
    tour.see("answer");
    let answer = tour.walk.path();
    tour.see_sent(
        "answer-faults",
        &answer,
        &[("nickname", &"Et ganske langt kallenavn ".repeat(3))],
        "[name=answer][value=yes]",
    );
    tour.walk.open(&answer);
    tour.walk.write("nickname", "Turgåeren fra Nedre Storviklia");
    tour.walk.press_on("[name=answer][value=yes]");
    tour.see("answered-yes");
    tour.see_after("answered-regret-open", |walk| {
        walk.open(&answer);
        unfold(walk);
    });
    tour.walk.follow_letter(no);
    tour.walk.press_on("[name=answer][value=not-this-date]");
    tour.see("answered-no");
}

fn member(tour: &mut Tour<'_, '_>) {
    own_page(&tour.walk, STARTED);
    tour.see("mine-started");
    own_page(&tour.walk, MEMBER);
    tour.see("mine-ready");
    tour.visit("answered-ready", "/answer");
    tour.visit("absence", "/my-note/absence");
    tour.walk.press_on("main form button");
    tour.see("absence-told");
}

fn by_code(tour: &mut Tour<'_, '_>, made: &MadeUp) {
    for (name, nth) in [("mine-invited", 0), ("mine-waiting-code", 2)] {
        let code = made.receipts.get(nth).expect("somebody without an address");
        tour.walk.open("/code");
        tour.walk.write("code", ReceiptCode::expose(code));
        tour.walk.press_on("main button");
        tour.see(name);
    }
}

fn gone(tour: &mut Tour<'_, '_>) {
    let letter = tour.walk.letter(SOLVEIG);
    let link = letter.links().first().expect("a link").to_string();
    own_page(&tour.walk, SOLVEIG);
    unfold(&tour.walk);
    tour.walk.press_on("[name=erase]");
    tour.see("erased");
    tour.walk.forget();
    tour.walk.open(&link);
    tour.see("erased-before");
    let letter = tour.walk.letter(OTHER_MEMBER);
    let link = letter.links().first().expect("a link").to_string();
    tour.walk.open("/find");
    tour.walk.write("email", OTHER_MEMBER);
    tour.walk.press_on("main button");
    tour.visit("wrong-410-link", &link);
}

/// Opens somebody's own page by the last link of their newest letter.
fn own_page(walk: &Walk<'_>, address: &str) {
    let letter = walk.letter(address);
    walk.open(letter.links().last().expect("a link to one's own note"));
    walk.open("/my-note");
}

/// Opens all that is folded.
fn unfold(walk: &Walk<'_>) {
    let _all = walk.ask("for (const one of document.querySelectorAll('details')) one.open = true");
}
