//! What holds for every letter in every language, and each letter as a whole.

mod closing;
mod colours;
mod facts;
mod kinds;
mod readability;
mod snapshots;

use std::collections::BTreeSet;

use model::{Language, is_neutral};
use texts::Texts;

use super::{Facts, ParticipantNews, Receiver, Rendered, Sender, render, sample::Sample};
use facts::{LINKS, MY_NOTE, all, sender};

/// Every letter in every language, with its name.
fn every_letter() -> Vec<(String, Language, Rendered)> {
    let of = |language: Language| {
        let named = move |sample: Sample| {
            let name = format!("{}-{}", language.tag(), sample.name);
            (name, language, render(&sample.facts, language, &sender()))
        };
        all().into_iter().map(named)
    };
    Language::ALL.into_iter().flat_map(of).collect()
}

/// The name of a letter, behind its language.
fn name_of(name: &str) -> &str {
    name.split_once('-').unwrap().1
}

fn is_to_participant(name: &str) -> bool {
    let of = |sample: &Sample| sample.name == name_of(name);
    all().iter().find(|sample| of(sample)).unwrap().facts.receiver() == Receiver::Participant
}

fn links_in_text(text: &str) -> BTreeSet<&str> {
    text.lines().filter(|line| line.starts_with("http")).collect()
}

fn links_in_html(html: &str) -> BTreeSet<&str> {
    let after = html.split("href=\"").skip(1);
    after.map(|rest| rest.split('"').next().unwrap()).collect()
}

/// The words that a reader of the HTML part sees, without the addresses for those who can't press the button.
fn words_of_html(html: &str) -> Vec<String> {
    let body = html.split("</head>").nth(1).unwrap();
    let mut parts = body.split("<p class=\"address");
    let first = parts.next().unwrap().to_owned();
    let without = parts.fold(first, |kept, part| kept + part.split_once("</p>").unwrap().1);
    let visible: String = without
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, after)| after))
        .collect::<Vec<_>>()
        .join(" ");
    visible.split_whitespace().map(str::to_owned).collect()
}

/// The words of the text part, without the links and the colons before them.
fn words_of_text(text: &str) -> Vec<String> {
    let lines: Vec<_> = text.lines().collect();
    let without_links = lines.iter().enumerate().filter_map(|(at, line)| {
        let before_link = lines.get(at + 1).is_some_and(|next| next.starts_with("http"));
        let kept = if before_link { line.trim_end_matches(':') } else { line };
        (!line.starts_with("http")).then_some(kept)
    });
    let words = without_links.flat_map(str::split_whitespace);
    words.map(str::to_owned).collect()
}

#[test]
fn no_letter_says_what_the_meeting_is_about() {
    for (name, _, letter) in every_letter() {
        for part in [&letter.subject, &letter.text, &letter.html] {
            assert!(is_neutral(part), "{name}: {part}");
        }
    }
}

#[test]
fn letters_to_participants_and_no_others_have_the_recognition_words_and_the_way_to_erase() {
    for (name, language, letter) in every_letter() {
        let expected = is_to_participant(&name);
        let words = Texts::of(language).recognition(facts::to().words);
        for part in [&letter.text, &letter.html] {
            assert_eq!(part.contains(&words), expected, "{name}");
        }
        assert_eq!(links_in_text(&letter.text).contains(MY_NOTE), expected, "{name}");
        assert_eq!(links_in_html(&letter.html).contains(MY_NOTE), expected, "{name}");
    }
}

#[test]
fn every_letter_has_the_phone_and_no_line_about_it_where_there_is_none() {
    let silent = Sender {
        phone: " ".to_owned(),
        ..sender()
    };
    for language in Language::ALL {
        let line = Texts::of(language).with("letter-phone", &[("phone", (&sender().phone).into())]);
        for Sample { name: kind, facts } in all() {
            let with = render(&facts, language, &sender());
            let without = render(&facts, language, &silent);
            assert_eq!(with.text.replace(&format!("\n{line}\n"), ""), without.text, "{kind}");
            assert!(with.text.contains(&line) && with.html.contains(&line), "{kind}");
            assert!(without.html.len() < with.html.len() - line.len(), "{kind}");
        }
    }
}

#[test]
fn lines_of_prose_are_short_and_links_stand_alone() {
    for (name, _, letter) in every_letter() {
        for line in letter.text.lines() {
            let link = line.contains("http");
            assert!(link || line.chars().count() <= 76, "{name}: {line}");
            assert!(!link || LINKS.contains(&line), "{name}: {line}");
        }
    }
}

#[test]
fn html_reaches_for_nothing_but_the_links_of_the_text() {
    for (name, _, letter) in every_letter() {
        let links = links_in_html(&letter.html);
        assert_eq!(links, links_in_text(&letter.text), "{name}");
        let addresses = letter.html.split("http").skip(1).map(|rest| format!("http{rest}"));
        for address in addresses {
            assert!(LINKS.iter().any(|link| address.starts_with(link)), "{name}: {address}");
        }
        for remote in ["src=", "url(", "@import", "<img", "<link", "<script"] {
            assert!(!letter.html.contains(remote), "{name}: {remote}");
        }
    }
}

#[test]
fn text_and_html_say_the_same() {
    for (name, _, letter) in every_letter() {
        assert_eq!(words_of_text(&letter.text), words_of_html(&letter.html), "{name}");
    }
}

#[test]
fn html_is_tagged_with_its_language_and_asks_for_one_thing() {
    for (name, language, letter) in every_letter() {
        let tag = format!("<html lang=\"{}\">", language.tag());
        assert!(letter.html.contains(&tag), "{name}");
        let buttons = letter.html.matches("class=\"button\"").count();
        assert_eq!(buttons, usize::from(!name.ends_with("sign-in-code")), "{name}");
    }
}

#[test]
fn a_place_is_shown_as_it_is_called() {
    let mut meeting = facts::meeting();
    meeting.place = "<b>Storgata</b> & \"1\"".to_owned();
    let facts = Facts::Participant(facts::to(), ParticipantNews::MeetingOn { meeting });
    let letter = render(&facts, Language::Bokmal, &sender());
    assert!(letter.text.contains("<b>Storgata</b> & \"1\""));
    assert!(!letter.html.contains("<b>"));
    assert!(
        letter
            .html
            .contains("&#60;b&#62;Storgata&#60;/b&#62; &#38; &#34;1&#34;")
    );
}

#[test]
fn a_nickname_that_says_what_the_group_is_about_is_not_shown() {
    let letter = render(&facts::absence(Some("Terapi-Terje")), Language::Bokmal, &sender());
    assert!(letter.text.contains("Deltaker 3 kan ikke komme"), "{}", letter.text);
    assert!(!letter.text.contains("Terje") && !letter.html.contains("Terje"));
}

#[test]
fn what_an_operator_tells_stands_as_it_is_and_in_its_own_language() {
    let notice = facts::notice("Storvik <helse>");
    let facts = Facts::Participant(facts::to(), ParticipantNews::Notice(notice.clone()));
    let letter = render(&facts, Language::English, &sender());
    let text = words_of_text(&letter.text).join(" ");
    for paragraph in &notice.paragraphs {
        assert!(text.contains(paragraph), "{text}");
    }
    assert_eq!(letter.html.matches("<p lang=\"nb\"").count(), notice.paragraphs.len());
    assert!(!letter.text.contains("Storvik") && letter.text.contains("https://oppstart.example/privacy"));
}

#[test]
fn one_letter_alone_names_a_participant() {
    for (name, _, letter) in every_letter() {
        let told = [&letter.text, &letter.html].map(|part| part.contains("Solveig"));
        assert_eq!(told, [name_of(&name) == "absence"; 2], "{name}");
        assert!(!letter.subject.contains("Solveig"), "{name}");
    }
}

#[test]
fn subjects_and_first_lines_are_the_agreed_ones() {
    let agreed = [
        (
            "nb-confirm-note",
            "Bekreft e-postadressen din",
            "Hei. Noen skrev inn denne adressen hos Oppstart. Var det deg? Åpne siden og bekreft innen 7 dager. \
             Hvis ikke, trenger du ikke gjøre noe. Da sletter vi den.",
        ),
        (
            "nb-invitation",
            "Tid for første møte",
            "Hei. Vi har funnet et sted og en tid som kan passe. \
             Første møte: tirsdag 26. januar 2027 kl. 18.00, Storgata 1. Svar innen fredag 15. januar.",
        ),
        ("nb-confirm-reminder", "Husk å bekrefte", "Hei. "),
        (
            "nb-answer-reminder",
            "Husk å svare",
            "Hei. Vi mangler svaret ditt. Fristen er i morgen.",
        ),
        ("nb-meeting-on", "Møtet blir noe av", "Hei. "),
        ("nb-meeting-tomorrow", "Møte i morgen kl. 18.00", "Hei. "),
        ("nb-meeting-cancelled-today", "Avlyst: møtet i dag kl. 18.00", "Hei. "),
        ("nb-meeting-moved", "Flyttet: ny tid for møtet", "Hei. "),
        ("nb-still-looking", "Vi leter fortsatt", "Hei. "),
        ("nb-still-interested", "Fortsatt interessert?", "Hei. "),
        ("nb-asked-to-lead", "Kan du ta en ny gruppe?", "Hei. "),
        ("nb-participants-ready", "Deltakerne er klare", "Hei. "),
        ("nb-group-changed", "Endring", "Hei. "),
        (
            "nb-absence",
            "Beskjed fra en deltaker",
            "Hei. Solveig kan ikke komme tirsdag 26. januar.",
        ),
        (
            "nb-absence-number",
            "Beskjed fra en deltaker",
            "Hei. Deltaker 3 kan ikke komme tirsdag 26. januar.",
        ),
        ("nb-sign-in-code", "Koden din er 123456", "Hei. "),
        ("nb-tasks", "Oppgaver: 3", "Hei. "),
    ];
    let letters = every_letter();
    for (name, subject, first) in agreed {
        let (.., letter) = letters.iter().find(|(other, ..)| other == name).unwrap();
        assert_eq!(letter.subject, subject);
        let words = words_of_text(&letter.text).join(" ");
        assert!(words.starts_with(first), "{words}");
    }
}
