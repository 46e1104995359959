//! `/demo/components`: everything that pages are made of, in every state, so that a change of the stylesheet is seen at once.

use actix_web::{HttpResponse, web};
use askama::Template;
use chrono::Weekday;
use model::{Band, Link, WEEKDAYS};
use texts::Texts;

use crate::{
    app::App,
    browser::Browser,
    fault::WebFault,
    form::{Buttons, Choice, Choices, FormState, Input, Opening, fields},
    page::{Shell, show},
    routes::get,
    staff::{Heat, Level, Mark, QrPicture},
};

fields! {
    /// A field of each kind, as it is and with a fault.
    enum ShownField {
        Email = "email",
        EmailWrong = "email-wrong",
        Code = "code",
        Place = "place" many,
        PlaceWrong = "place-wrong" many,
        Time = "time" many,
        Answer = "answer",
        Do = "do",
        DoWrong = "do-wrong",
    }
}

#[derive(Template)]
#[template(path = "demo/components.html")]
struct Components {
    shell: Shell,
    form: Opening,
    inputs: [Input; 3],
    choices: [Choices; 4],
    buttons: [Buttons; 2],
    week: Heat,
    qr: QrPicture,
}

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(Link::DemoComponents.route()).route(get().to(all)));
}

async fn all(app: App, browser: Browser) -> Result<HttpResponse, WebFault> {
    if app.demo.is_none() {
        return Err(WebFault::NotFound);
    }
    let texts = browser.texts();
    let state = typed();
    show(&Components {
        shell: Shell::new(&browser, "components-title").with_faults_of(&state),
        form: Opening::of_page(&app, &browser, &Link::DemoComponents),
        inputs: [
            Input::new(&state, ShownField::Email, texts, "note-email")
                .hint("note-email-hint")
                .email(),
            Input::new(&state, ShownField::EmailWrong, texts, "note-email")
                .hint("note-email-hint")
                .email(),
            Input::new(&state, ShownField::Code, texts, "home-code").optional(),
        ],
        choices: choices(&state, texts),
        buttons: [
            three(&state, ShownField::Do, texts),
            three(&state, ShownField::DoWrong, texts),
        ],
        week: week(texts),
        qr: QrPicture::of("https://example.org", texts)?,
    })
}

/// What somebody typed, half of it wrong.
fn typed() -> FormState<ShownField> {
    let mut state = FormState::empty()
        .filled(ShownField::EmailWrong, "kari@")
        .filled(ShownField::Place, "1")
        .filled(ShownField::Time, "2")
        .filled(ShownField::Answer, "1");
    state.blame(ShownField::EmailWrong, "fault-email");
    state.blame(ShownField::PlaceWrong, "fault-places");
    state.blame(ShownField::DoWrong, "fault-button");
    state
}

fn choices(state: &FormState<ShownField>, texts: Texts) -> [Choices; 4] {
    let some = |field| {
        let choice = |(value, name): (usize, &str)| Choice::new(state, field, value.to_string(), name);
        let names = ["Lillevik frivilligsentral", "Møllestua"];
        names.into_iter().enumerate().map(choice).collect::<Vec<_>>()
    };
    let band = |(value, band): (usize, Band)| Choice::new(state, ShownField::Time, value.to_string(), texts.band(band));
    let bands = (0..).zip(Band::ALL).map(band).collect();
    [
        Choices::several(state, ShownField::Place, texts, "note-places")
            .hint("note-several")
            .section(None, some(ShownField::Place)),
        Choices::several(state, ShownField::PlaceWrong, texts, "note-places")
            .section(None, some(ShownField::PlaceWrong)),
        Choices::several(state, ShownField::Time, texts, "note-times")
            .in_tiles()
            .section(Some(texts.weekday(Weekday::Mon)), bands),
        Choices::one(state, ShownField::Answer, texts, "note-places").section(None, some(ShownField::Answer)),
    ]
}

fn three(state: &FormState<ShownField>, field: ShownField, texts: Texts) -> Buttons {
    Buttons::new(state, field, texts)
        .first("first", "button-send")
        .other("other", "button-continue")
        .danger("danger", "erase-everything")
}

/// A place with marks of all kinds.
fn week(texts: Texts) -> Heat {
    let levels = [Level::None, Level::Few, Level::Five, Level::Ten];
    let marks = (0..WEEKDAYS.len() * Band::ALL.len()).zip(levels.into_iter().cycle());
    let mark = |(number, level): (usize, Level)| Mark {
        level,
        number: (number > 10 && level > Level::None).then(|| number.to_string()),
        has_room: number % 2 == 0,
        has_starter: number % 3 == 0,
    };
    Heat::new(
        texts,
        vec![("Lillevik frivilligsentral".to_owned(), marks.map(mark).collect())],
    )
}
