//! What everybody was told whose data others may have seen, on the page of a note: whoever has a code gets no letter
//! (promises C13, C14).

use askama::{Template, filters::HtmlSafe};
use course::MyNote;
use model::Language;
use texts::Texts;

/// One notice.
#[derive(Template)]
#[template(path = "note/notice.html")]
pub struct NoticeBox {
    texts: Texts,
    date: String,
    /// Of the paragraphs, which can be another than the page's.
    language: Language,
    paragraphs: Vec<String>,
    /// Who answers for the data, and whom to ask.
    responsible: Option<String>,
}

impl NoticeBox {
    /// Those that were told while this note was there.
    pub fn of(mine: &MyNote, texts: Texts) -> Vec<Self> {
        let controller = mine.contact_point.controller.as_ref();
        let responsible = controller.map(|one| {
            let args = [
                ("body", (&one.responsible_body).into()),
                ("contact", (&one.privacy_contact).into()),
            ];
            texts.with("letter-notice-responsible", &args)
        });
        let shown = mine.notices.iter().map(|notice| {
            let (text, language) = notice.texts.for_reader(texts.language());
            Self {
                texts,
                date: texts.date(notice.made_on),
                language,
                paragraphs: text.paragraphs().map(str::to_owned).collect(),
                responsible: responsible.clone(),
            }
        });
        shown.collect()
    }
}

// It is a template itself.
impl HtmlSafe for NoticeBox {}
