//! How large a request may be and how long it may take (promise S10).
//!
//! The server's own timeout ends when the headers are in, so a slow body is bounded here.

use std::{
    future::{Future, poll_fn},
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    task::Poll,
    time::Duration,
};

use actix_web::{
    Error,
    dev::ServiceResponse,
    http::header::{CONTENT_LENGTH, HeaderMap},
};

use crate::fault::WebFault;

/// Whether the body's announced length is beyond the limit. What is not announced is counted when it is read.
pub fn announces_more_than(limit: usize, headers: &HeaderMap) -> bool {
    let length = headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    // What is no number the server has refused already.
    length.is_some_and(|text| text.parse::<usize>().is_ok_and(|length| length > limit))
}

/// Waits for the answer, but not longer than the limit. A panic in a handler is a fault like others.
///
/// # Errors
/// [`WebFault::TooSlow`], [`WebFault::Panicked`], or what a service below could not make an answer of.
pub async fn bounded(
    limit: Duration,
    work: impl Future<Output = Result<ServiceResponse, Error>>,
) -> Result<ServiceResponse, WebFault> {
    let mut work = pin!(work);
    let work = poll_fn(
        move |cx| match catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(cx))) {
            Ok(polled) => polled.map(|done| done.map_err(|_| WebFault::Unwired)),
            // The work is not polled again.
            Err(_) => Poll::Ready(Err(WebFault::Panicked)),
        },
    );
    tokio::time::timeout(limit, work)
        .await
        .unwrap_or(Err(WebFault::TooSlow))
}
