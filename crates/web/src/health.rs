//! `/health`, for balancers and watchers: ages and counts, never persons.

use actix_web::{HttpResponse, http::header, web};

use crate::{app::App, routes::get};

/// Where it is served.
pub fn routes(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource("/health").route(get().to(health)));
}

async fn health(app: App) -> HttpResponse {
    let found = app
        .db
        .read(|tx| Ok::<_, store::Fault>((store::outbox::waiting(tx)?, store::mail_pause::find(tx)?)))
        .await;
    match found {
        Ok(((waiting, oldest), pause)) => {
            let oldest = oldest.map_or(0, |since| (app.clock.now() - since).num_seconds().max(0));
            let paused = pause.is_some();
            json(
                HttpResponse::Ok(),
                format!(
                    r#"{{"status":"ok","letters_waiting":{waiting},"oldest_letter_seconds":{oldest},"mail_paused":{paused}}}"#
                ),
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
