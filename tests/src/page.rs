//! A browser without a screen: it keeps cookies, follows redirects, and fills in forms as they are on the page.

use std::ops::Deref;

use scraper::{ElementRef, Html, Selector};
use ureq::{Agent, ResponseExt as _};

/// One person's browser.
pub struct Browser {
    agent: Agent,
    url: String,
}

/// What a browser shows.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The path in the address bar, with its query.
    pub path: String,
    /// The page's source.
    pub html: String,
}

/// A page as it was received. It derefs to what is seen of it.
#[derive(Clone, Debug)]
pub struct Page {
    /// The status code.
    pub status: u16,
    seen: Seen,
}

impl Deref for Page {
    type Target = Seen;

    fn deref(&self) -> &Seen {
        &self.seen
    }
}

impl Browser {
    /// A browser without cookies, for the service at this address.
    #[must_use]
    pub fn new(url: &str) -> Self {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .user_agent("story")
            .build();
        Self {
            agent: agent.into(),
            url: url.to_owned(),
        }
    }

    /// Opens a path, or an absolute address as letters have it.
    ///
    /// # Panics
    /// When there is no answer.
    #[must_use]
    pub fn open(&self, address: &str) -> Page {
        let answer = self
            .agent
            .get(self.absolute(address))
            .header("Accept-Language", "nb")
            .call();
        Page::received(answer.expect("the service answers"))
    }

    /// Whether there is an answer at this address, and a good one: the service may not have begun.
    #[must_use]
    pub fn reaches(&self, address: &str) -> bool {
        let answer = self.agent.get(self.absolute(address)).call();
        answer.is_ok_and(|answer| answer.status() == 200)
    }

    /// Sends the form of a page that has the button with this name and value; `typed` are the fields filled in.
    /// Hidden fields and what was chosen before go along.
    ///
    /// # Panics
    /// When the page has no such form, or there is no answer.
    #[must_use]
    pub fn press(&self, page: &Page, button: (&str, &str), typed: &[(&str, &str)]) -> Page {
        let (name, value) = button;
        let selector = format!("form:has(button[name=\"{name}\"][value=\"{value}\"])");
        self.send(page, &selector, &[typed, &[button]].concat())
    }

    /// Sends the form of a page that has the field of the first thing typed.
    ///
    /// # Panics
    /// When the page has no such form, or there is no answer.
    #[must_use]
    pub fn fill_in(&self, page: &Page, typed: &[(&str, &str)]) -> Page {
        let (first, _) = typed.first().expect("something is typed");
        self.send(page, &format!("form:has([name=\"{first}\"])"), typed)
    }

    fn send(&self, page: &Page, form: &str, typed: &[(&str, &str)]) -> Page {
        let document = Html::parse_document(&page.html);
        let form = select(&document, form).into_iter().next();
        let form = form.unwrap_or_else(|| panic!("no such form on {}: {}", page.path, page.html));
        let mut fields = given(form);
        fields.retain(|(name, _)| !typed.iter().any(|(other, _)| other == name));
        fields.extend(
            typed
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        );
        let action = form.attr("action").unwrap_or(&page.path);
        if form.attr("method") == Some("get") {
            let request = self.agent.get(self.absolute(action)).query_pairs(fields);
            return Page::received(request.call().expect("the service answers"));
        }
        let request = self.agent.post(self.absolute(action)).header("Accept-Language", "nb");
        let request = request
            .header("Origin", &self.url)
            .header("Sec-Fetch-Site", "same-origin");
        Page::received(request.send_form(fields).expect("the service answers"))
    }

    fn absolute(&self, address: &str) -> String {
        if address.starts_with("http") {
            address.to_owned()
        } else {
            format!("{}{address}", self.url)
        }
    }
}

impl Page {
    fn received(mut answer: ureq::http::Response<ureq::Body>) -> Self {
        let path = answer
            .get_uri()
            .path_and_query()
            .map(ToString::to_string)
            .unwrap_or_default();
        let status = answer.status().as_u16();
        let html = answer.body_mut().read_to_string().expect("the page is text");
        Self {
            status,
            seen: Seen { path, html },
        }
    }
}

impl Seen {
    /// The text that people read, in one line.
    #[must_use]
    pub fn text(&self) -> String {
        self.text_of("main")
    }

    /// The text of what a selector finds, in one line.
    #[must_use]
    pub fn text_of(&self, selector: &str) -> String {
        let document = Html::parse_document(&self.html);
        let words: Vec<_> = select(&document, selector).iter().flat_map(ElementRef::text).collect();
        words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text of each thing that a selector finds, in one line each.
    #[must_use]
    pub fn texts_of(&self, selector: &str) -> Vec<String> {
        let document = Html::parse_document(&self.html);
        let found = select(&document, selector).into_iter();
        found
            .map(|one| one.text().collect::<String>())
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    }

    /// The addresses of its links that begin with this path.
    #[must_use]
    pub fn links(&self, beginning: &str) -> Vec<String> {
        let document = Html::parse_document(&self.html);
        let links = select(&document, "a[href]")
            .into_iter()
            .filter_map(|link| link.attr("href"));
        links
            .filter(|href| href.starts_with(beginning))
            .map(str::to_owned)
            .collect()
    }

    /// Where the first link leads on which these words stand.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn link(&self, words: &str) -> String {
        let document = Html::parse_document(&self.html);
        let links = select(&document, "main a[href]").into_iter();
        let mut called = links.filter(|link| label(*link).contains(words));
        let address = called.next().and_then(|link| link.attr("href").map(str::to_owned));
        address.unwrap_or_else(|| panic!("no link «{words}» on {}: {}", self.path, self.text()))
    }

    /// The value of the box or option of a field with these words beside it.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn choice(&self, name: &str, words: &str) -> String {
        let mut choices = self.choices(name).into_iter();
        let found = choices.find(|(_, beside)| beside.contains(words));
        let (value, _) = found.unwrap_or_else(|| panic!("no choice «{words}» on {}: {}", self.path, self.text()));
        value
    }

    /// The values of the buttons with this name, with what stands on each.
    #[must_use]
    pub fn buttons(&self, name: &str) -> Vec<(String, String)> {
        let document = Html::parse_document(&self.html);
        let buttons = select(&document, &format!("button[name=\"{name}\"]"));
        let read = |button: ElementRef<'_>| (button.attr("value").unwrap_or_default().to_owned(), label(button));
        buttons.into_iter().map(read).collect()
    }

    /// The values that a field offers, such as those of its boxes or options, with the text beside each.
    #[must_use]
    pub fn choices(&self, name: &str) -> Vec<(String, String)> {
        let document = Html::parse_document(&self.html);
        let boxes = select(
            &document,
            &format!("input[name=\"{name}\"], select[name=\"{name}\"] option"),
        );
        boxes
            .into_iter()
            .map(|one| (one.attr("value").unwrap_or_default().to_owned(), label(one)))
            .collect()
    }
}

/// What a browser would send along: hidden fields, texts that are filled in, ticked boxes and chosen options.
fn given(form: ElementRef<'_>) -> Vec<(String, String)> {
    let selector = Selector::parse("input[name], textarea[name], option[selected]").expect("a selector");
    let sent = |field: &ElementRef<'_>| match field.attr("type") {
        Some("checkbox" | "radio") => field.attr("checked").is_some(),
        _ => true,
    };
    let name = |field: ElementRef<'_>| match field.attr("name") {
        Some(name) => Some(name.to_owned()),
        None => field
            .ancestors()
            .filter_map(ElementRef::wrap)
            .find_map(|above| above.attr("name").map(str::to_owned)),
    };
    let value = |field: ElementRef<'_>| field.attr("value").unwrap_or_default().to_owned();
    form.select(&selector)
        .filter(sent)
        .filter_map(|field| Some((name(field)?, value(field))))
        .collect()
}

fn label(choice: ElementRef<'_>) -> String {
    let own: String = choice.text().collect();
    let beside = choice
        .parent()
        .and_then(ElementRef::wrap)
        .map(|above| above.text().collect::<String>());
    let text = if own.trim().is_empty() {
        beside.unwrap_or_default()
    } else {
        own
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn select<'a>(document: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap_or_else(|_| panic!("{selector} is no selector"));
    document.select(&selector).collect()
}
