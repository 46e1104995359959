//! `/health`, for balancers and watchers. Anybody may ask, so it tells nothing that a visit could change at once:
//! whoever asks for a code must not learn here whether a letter came of it (promise S7).

use actix_web::{HttpResponse, http::header, web};
use chrono::TimeDelta;

use crate::{app::App, routes::get};

/// A letter that has been owed for longer is late.
const PATIENCE: TimeDelta = TimeDelta::minutes(10);

/// Where it is served.
pub const PATH: &str = "/health";

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource(PATH).route(get().to(health)));
}

async fn health(app: App) -> HttpResponse {
    let found = app
        .db
        .read(|tx| Ok::<_, store::Fault>((store::outbox::waiting(tx)?, store::mail_pause::find(tx)?)))
        .await;
    match found {
        Ok(((_, oldest), pause)) => {
            let now = app.clock.now();
            let mail = if pause.is_some() { "paused" } else { "ok" };
            let letters = match oldest {
                Some(since) if now - since > PATIENCE => "late",
                _ => "on time",
            };
            json(
                HttpResponse::Ok(),
                format!(r#"{{"status":"ok","mail":"{mail}","letters":"{letters}"}}"#),
            )
        }
        Err(fault) => {
            tracing::error!(cause = %fault, "the database does not answer");
            json(
                HttpResponse::ServiceUnavailable(),
                r#"{"status":"unavailable"}"#.to_owned(),
            )
        }
    }
}

fn json(mut response: actix_web::HttpResponseBuilder, text: String) -> HttpResponse {
    response
        .insert_header((header::CONTENT_TYPE, "application/json"))
        .body(text)
}
