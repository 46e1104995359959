//! Sentences are short: a readability index (LIX) of at most 30 on every page of participants.
//!
//! LIX is the words per sentence, plus the share of words with more than six letters in per cent
//! (C.-H. Björnsson, *Läsbarhet*, 1968). What counts are paragraphs, points of lists and what is agreed to.

use model::{Language, Link, Purpose};
use testkit::day;

use super::{
    notes::Town,
    site::{Answer, Visitor},
};

const MOST: usize = 30;
const ENOUGH: usize = 20;

fn lix(text: &str) -> usize {
    let words: Vec<&str> = text.split_whitespace().collect();
    let long = words.iter().filter(|word| letters(word) > 6).count();
    let after = words.iter().skip(1).copied().chain(["End"]);
    let sentences = words.iter().zip(after).filter(|(word, next)| ends(word, next)).count();
    words.len() / sentences.max(1) + 100 * long / words.len().max(1)
}

fn letters(word: &str) -> usize {
    word.chars().filter(|c| c.is_alphabetic()).count()
}

/// A point ends a sentence, unless it follows a day or stands in "kl.".
fn ends(word: &str, next: &str) -> bool {
    word.ends_with(['.', '?', '!', ':']) && !next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
}

/// What there is to read between the page's heading and its foot.
fn prose(page: &Answer) -> String {
    let (_, main) = page.body.split_once("</h1>").unwrap();
    let (main, _) = main.split_once("</main>").unwrap();
    let mut read = String::new();
    let mut counts = false;
    for part in main.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap();
        let name = tag.split(' ').next().unwrap();
        match name {
            "p" | "li" | "label" => counts = true,
            "/p" | "/li" | "/label" => {
                counts = false;
                read.push_str(if read.trim_end().ends_with(['.', '?', '!', ':']) {
                    " "
                } else {
                    ". "
                });
            }
            _ => {}
        }
        // A single word that stands alone is a label, no sentence.
        if counts && text.trim().contains(' ') {
            read.push_str(text);
        }
    }
    read
}

async fn pages(town: &Town, language: Language) -> Vec<(&'static str, Answer)> {
    let visitor = town.site.visitor();
    let mut seen = vec![("home", visitor.get(&format!("/?lang={}", language.tag())).await)];
    for (name, link) in [
        ("privacy", Link::Privacy),
        ("accessibility", Link::Accessibility),
        ("contact", Link::Contact),
        ("note", town.collection()),
        ("tablet", Link::Tablet(town.region.code.clone())),
        ("code", Link::LookUp),
        ("find", Link::FindNote),
    ] {
        seen.push((name, visitor.visit(&link).await));
    }
    town.leave(&visitor, &format!("{}@example.no", language.tag())).await;
    seen.push(("received", visitor.visit(&Link::NoteReceived).await));
    let new = *town
        .unconfirmed()
        .iter()
        .find(|note| town.state(**note).is_some_and(|state| state.code() == "unconfirmed"))
        .unwrap();
    let confirm = town.follow(&visitor, new, Purpose::Confirm).await;
    visitor.send(&confirm, &[("answer", "yes")]).await;
    seen.push(("confirm", confirm));
    seen.push(("confirmed", visitor.visit(&Link::Confirm).await));
    let waiting = town.region.add_note(day("2027-01-04"));
    seen.push(("waiting", town.follow(&visitor, waiting, Purpose::MyNote).await));
    for (name, link) in [("change", Link::ChangeNote), ("apart", Link::ApartCode)] {
        seen.push((name, visitor.visit(&link).await));
    }
    seen.extend(with_codes(town, &visitor).await);
    seen.extend(answers(town, &visitor).await);
    seen
}

async fn with_codes(town: &Town, visitor: &Visitor) -> Vec<(&'static str, Answer)> {
    let code = town.take_code(visitor, &town.collection()).await;
    let received = visitor.visit(&Link::NoteReceived).await;
    town.look_up(visitor, &code.to_string()).await;
    let waiting = visitor.visit(&Link::MyNote).await;
    town.take_code(visitor, &Link::Tablet(town.region.code.clone())).await;
    vec![
        ("received with a code", received),
        ("waiting with a code", waiting),
        ("tablet with a code", visitor.visit(&Link::NoteReceived).await),
    ]
}

async fn answers(town: &Town, visitor: &Visitor) -> Vec<(&'static str, Answer)> {
    let (notes, _) = town.invite();
    let invited = town.follow(visitor, notes[0], Purpose::MyNote).await;
    let answer = visitor.visit(&Link::Answer).await;
    visitor.send(&answer, &[("answer", "yes")]).await;
    let accepted = visitor.visit(&Link::Answer).await;
    let joined = visitor.visit(&Link::MyNote).await;
    visitor.send(&joined, &[("erase", "everything")]).await;
    let erased = visitor.visit(&Link::Erased).await;
    let other = town.follow(visitor, notes[1], Purpose::Answer).await;
    visitor.send(&other, &[("answer", "not-this-date")]).await;
    vec![
        ("invited", invited),
        ("answer", answer),
        ("accepted", accepted),
        ("joined", joined),
        ("erased", erased),
        ("declined", visitor.visit(&Link::Answer).await),
    ]
}

#[actix_web::test]
async fn every_page_of_participants_is_easy_to_read() {
    for language in Language::ALL {
        let town = Town::on_sqlite();
        for (name, page) in pages(&town, language).await {
            assert_eq!(page.status, 200, "{name}");
            let text = prose(&page);
            assert!(text.len() > 20, "{name}: {text}");
            // Of a few words, the index says nothing.
            if text.split_whitespace().count() < ENOUGH {
                continue;
            }
            let index = lix(&text);
            assert!(
                index <= MOST,
                "{name} has a LIX of {index} in {}:\n{text}",
                language.tag()
            );
        }
    }
}
