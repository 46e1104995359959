//! A letter on a page: its text part among other things, and its HTML part as a page of its own.
//!
//! Letters style themselves inline, which our policy forbids (promise S5). So inline styles are moved into one sheet,
//! and the page allows exactly its own sheets, by hash; whatever else may have got into a letter stays without effect.

use actix_web::{HttpResponse, http::header};
use askama::{Template, filters::HtmlSafe};
use data_encoding::BASE64;
use sha2::{Digest as _, Sha256};

const INLINE: &str = " style=\"";
const SHEET: (&str, &str) = ("<style>", "</style>");

/// The text part of a letter, line by line.
#[derive(Template)]
#[template(path = "letter-text.html")]
pub struct LetterText {
    /// The tag of its language, if that is another than the page's.
    language: &'static str,
    lines: Vec<Line>,
}

/// A line of a letter, perhaps a link that can be followed.
struct Line {
    text: String,
    is_link: bool,
}

impl LetterText {
    /// The text, in the language with this tag. Links are shown and lead nowhere.
    pub fn inert(text: &str, language: &'static str) -> Self {
        Self::new(text, language, |_| false)
    }

    /// The text, with links to pages below this address.
    pub fn with_links(text: &str, below: &str) -> Self {
        Self::new(text, "", |line| line.starts_with(below))
    }

    fn new(text: &str, language: &'static str, is_link: impl Fn(&str) -> bool) -> Self {
        let line = |text: &str| Line {
            is_link: is_link(text.trim()),
            text: text.trim_end().to_owned(),
        };
        Self {
            language,
            lines: text.lines().map(line).collect(),
        }
    }
}

// It is a template itself, and has escaped the lines.
impl HtmlSafe for LetterText {}

/// The HTML part of a letter, as a page.
pub fn look(html: &str) -> HttpResponse {
    let page = without_inline_styles(html);
    let sheets = page
        .split(SHEET.0)
        .skip(1)
        .filter_map(|rest| rest.split(SHEET.1).next());
    let allowed: Vec<String> = sheets.map(hashed).collect();
    let policy = format!(
        "default-src 'none'; style-src {}; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
        allowed.join(" ")
    );
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((header::CONTENT_SECURITY_POLICY, policy))
        .body(page)
}

/// The same page, with what it styles inline in a sheet at the end of its head.
fn without_inline_styles(html: &str) -> String {
    let mut styles: Vec<&str> = Vec::new();
    let mut parts = html.split(INLINE);
    let mut page = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (style, rest) = part.split_once('"').unwrap_or((part, ""));
        let known = styles.iter().position(|other| *other == style);
        let at = known.unwrap_or(styles.len());
        if known.is_none() {
            styles.push(style);
        }
        page.push_str(&[" data-look=\"", &at.to_string(), "\"", rest].concat());
    }
    let rules = styles.iter().enumerate();
    let rules: Vec<String> = rules
        .map(|(at, style)| format!("[data-look=\"{at}\"]{{{style}}}"))
        .collect();
    let sheet = format!("{}{}{}\n</head>", SHEET.0, rules.join("\n"), SHEET.1);
    page.replacen("</head>", &sheet, 1)
}

/// How a policy names a sheet (CSP 3, §2.3.1).
fn hashed(sheet: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(&Sha256::digest(sheet)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: &str =
        "<head><style>\n:root {}\n</style>\n</head><p style=\"a:b\">x</p><p style=\"c:d\"><b style=\"a:b\">";

    #[test]
    fn inline_styles_become_one_sheet() {
        let expected = "<head><style>\n:root {}\n</style>\n<style>[data-look=\"0\"]{a:b}\n[data-look=\"1\"]{c:d}</style>\n\
                        </head><p data-look=\"0\">x</p><p data-look=\"1\"><b data-look=\"0\">";
        assert_eq!(without_inline_styles(LETTER), expected);
    }

    #[test]
    fn a_look_allows_its_own_sheets_and_nothing_else() {
        // Known from `printf 'abc' | openssl dgst -sha256 -binary | base64`.
        assert_eq!(hashed("abc"), "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
        let answer = look(LETTER);
        let policy = answer
            .headers()
            .get("content-security-policy")
            .unwrap()
            .to_str()
            .unwrap();
        assert_eq!(policy.matches("'sha256-").count(), 2);
        assert!(
            policy.contains(&hashed("\n:root {}\n")) && !policy.contains("unsafe"),
            "{policy}"
        );
    }
}
