//! The contact point's own closing lines.

use model::{ClosingLines, Language};
use texts::Texts;

use super::{every_letter, facts, is_to_participant, name_of};
use crate::{Facts, ParticipantNews, Rendered, Sender, render};

fn closed_with(closing_lines: Option<ClosingLines>) -> Rendered {
    let facts = Facts::Participant(facts::to(), ParticipantNews::StillLooking);
    let sender = Sender {
        closing_lines,
        ..facts::sender()
    };
    render(&facts, Language::English, &sender)
}

#[test]
fn they_stand_in_all_letters_to_participants_but_the_one_after_a_breach() {
    let first = "Vi gleder oss til å se deg!";
    for (name, _, letter) in every_letter() {
        let expected = is_to_participant(&name) && name_of(&name) != "notice";
        assert_eq!(
            letter.text.contains(&format!("\n\n{first}\nDu treffer oss")),
            expected,
            "{name}"
        );
        assert_eq!(
            letter.html.contains(&format!("{first}<br>Du treffer")),
            expected,
            "{name}"
        );
    }
}

#[test]
fn they_stand_above_the_greeting_and_what_all_letters_end_with() {
    for (name, language, letter) in every_letter() {
        for part in [&letter.text, &letter.html] {
            let Some(at) = part.find("Vi gleder oss") else { continue };
            let after = part.get(at..).unwrap();
            assert!(after.contains("Oppstart") && after.contains("22 33 44 55"), "{name}");
            let words = Texts::of(language).recognition(facts::to().words);
            let erase = ["letter-same-page", "letter-my-note"].map(|key| Texts::of(language).get(key));
            let text = after.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(
                text.contains(&words) && erase.iter().any(|told| text.contains(told)),
                "{name}"
            );
        }
    }
}

#[test]
fn they_are_tagged_as_norwegian_and_nothing_in_them_is_taken_for_html() {
    let lines = ClosingLines::parse("<b>Hei</b> & \"hå\"\nfra <script>alert(1)</script>").unwrap();
    let letter = closed_with(Some(lines));
    assert!(
        letter
            .text
            .contains("<b>Hei</b> & \"hå\"\nfra <script>alert(1)</script>\n")
    );
    assert!(!letter.html.contains("<b>") && !letter.html.contains("<script"));
    let shown = "&#60;b&#62;Hei&#60;/b&#62; &#38; &#34;hå&#34;<br>fra &#60;script&#62;";
    assert!(
        letter
            .html
            .contains(&format!("<p lang=\"no\" style=\"margin:0 0 16px\">{shown}")),
        "{}",
        letter.html
    );
}

#[test]
fn lines_from_before_a_word_was_forbidden_are_left_out() {
    let told = closed_with(Some(ClosingLines::stored("Takk for kurset!".to_owned())));
    let none = closed_with(None);
    assert_eq!((told.text, told.html), (none.text, none.html));
}
