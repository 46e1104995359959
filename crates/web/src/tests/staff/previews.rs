//! The contact point's own closing lines, and every letter to look at.

use actix_web::http::StatusCode;
use data_encoding::BASE64;
use model::{Language, Letter, Link};
use sha2::{Digest as _, Sha256};
use testkit::both_databases;

use super::{a_region, fill_in, signed_in};
use crate::tests::site::{Answer, Site, Visitor};

fn closed_with(lines: &str) -> [(&'static str, &str); 4] {
    [
        ("name", "Sentralen"),
        ("slug", "storvik"),
        ("supported", "5"),
        ("closing", lines),
    ]
}

fn preview(kind: &str, language: Language) -> Link {
    Link::LetterPreview(kind.to_owned(), language)
}

/// Where the looks of a page lead.
fn looks(page: &Answer) -> Vec<String> {
    let links = page.body.split("href=\"").skip(1);
    let links = links.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()));
    links.filter(|link| link.ends_with("/look")).collect()
}

async fn in_language(visitor: &Visitor, language: Language) {
    visitor.get(&format!("/desk?lang={}", language.tag())).await;
}

both_databases!(closing_lines_are_written_once_and_stand_in_every_language, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let before = visitor.visit(&Link::LetterPreviews).await;
    assert!(before.says("Dere har ikke skrevet noe ennå."));
    let lines = "Kom gjerne innom!\r\n\r\n  Hilsen <Kari> & Ola ";
    let saved = fill_in(&visitor, &Link::EditContactPoint, &closed_with(lines)).await;
    assert_eq!(saved.location(), "/contact-point");
    let shown = "Kom gjerne innom!<br>Hilsen &#60;Kari&#62; &#38; Ola";
    for link in [Link::ContactPoint, Link::LetterPreviews] {
        assert!(visitor.visit(&link).await.says(shown), "{}", link.path());
    }
    let form = visitor.visit(&Link::EditContactPoint).await;
    assert!(form.says(">\nKom gjerne innom!\nHilsen &#60;Kari&#62; &#38; Ola</textarea>"));
    for language in Language::ALL {
        let page = visitor.visit(&preview("meeting-on", language)).await;
        assert!(
            page.says("Kom gjerne innom!<br>\nHilsen &#60;Kari&#62; &#38; Ola<br>"),
            "{}",
            page.body
        );
        let look = visitor.get(&looks(&page)[0]).await;
        assert!(look.says(shown) && look.says("22 33 44 55"), "{}", look.body);
        for kind in ["notice", "tasks"] {
            assert!(
                !visitor.visit(&preview(kind, language)).await.says("Kom gjerne"),
                "{kind}"
            );
        }
    }
    fill_in(&visitor, &Link::EditContactPoint, &closed_with(" \r\n ")).await;
    assert!(
        visitor
            .visit(&Link::LetterPreviews)
            .await
            .says("Dere har ikke skrevet noe ennå.")
    );
});

#[actix_web::test]
async fn what_closing_lines_must_not_say_is_refused_and_named() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    for (lines, told) in [
        ("Velkommen til Helsehuset!", "Ta bort «helse». Andre kan lese brevet"),
        ("Hei.\nTakk for KURSET", "Ta bort «kurs»"),
        ("Se www.storvik.no", "Skriv uten nettadresser og e-postadresser"),
        ("a\r\nb\r\nc\r\nd", "Skriv høyst 3 linjer"),
        ("Hei\u{202e}", "Skriv med vanlige tegn"),
        (&"x".repeat(301), "Skriv høyst 300 tegn"),
    ] {
        let refused = fill_in(&visitor, &Link::EditContactPoint, &closed_with(lines)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.says(told) && refused.says("<a href=\"#closing\">"),
            "{lines}: {}",
            refused.body
        );
        assert!(refused.says("aria-describedby=\"closing-hint closing-fault\" aria-invalid=\"true\">\n"));
    }
}

#[actix_web::test]
async fn every_kind_is_listed_and_shown_in_every_language() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    for language in Language::ALL {
        in_language(&visitor, language).await;
        let list = visitor.visit(&Link::LetterPreviews).await;
        assert_eq!(
            list.body.matches("/contact-point/letters/").count(),
            Letter::KINDS.len()
        );
        for kind in Letter::KINDS {
            let link = preview(kind, language);
            assert!(list.says(&format!("href=\"{}\"", link.path())), "{}", link.path());
            for other in Language::ALL {
                let page = visitor.visit(&preview(kind, other)).await;
                assert_eq!(page.status, StatusCode::OK);
                assert!(!page.says("⟦") && page.says("<dd>Oppstart</dd>"), "{}", page.body);
                let text = format!("<div class=\"letter\" lang=\"{}\">", other.tag());
                let looks = looks(&page);
                assert!(
                    !looks.is_empty() && page.body.matches(&text).count() == looks.len(),
                    "{kind}"
                );
                // Made-up links are shown, and lead nowhere.
                assert!(!page.says("href=\"https://"), "{kind}");
            }
        }
    }
}

#[actix_web::test]
async fn every_look_allows_its_own_sheets_alone_and_has_no_other_style() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    for kind in Letter::KINDS {
        let page = visitor.visit(&preview(kind, Language::Nynorsk)).await;
        for path in looks(&page) {
            let look = visitor.get(&path).await;
            assert_eq!(look.status, StatusCode::OK, "{path}");
            let sheets = look.body.split("<style>").skip(1);
            let sheets = sheets.map(|rest| rest.split_once("</style>").unwrap().0);
            let hashes = sheets.map(|sheet| format!("'sha256-{}'", BASE64.encode(&Sha256::digest(sheet))));
            let expected = format!(
                "default-src 'none'; style-src {}; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
                hashes.collect::<Vec<_>>().join(" ")
            );
            assert_eq!(look.header("content-security-policy"), expected);
            assert_eq!(look.header("cache-control"), "no-store");
            assert!(
                look.says("<html lang=\"nn\">") && !look.says(" style=\"") && !look.says("<script"),
                "{path}"
            );
        }
    }
}
