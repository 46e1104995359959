//! The headers of every answer, errors included (promise S5).

use actix_web::{
    HttpResponse,
    http::header::{self, HeaderMap, HeaderName, HeaderValue},
};

/// Nothing from elsewhere, no script, no frame; forms go to us only. The stylesheet and the icon are all that pages load.
const CONTENT_SECURITY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                                frame-ancestors 'none'; base-uri 'none'";

const ALWAYS: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CROSS_ORIGIN_OPENER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// Adds the headers. Answers that say nothing of caching must not be kept; one that has a policy of its own keeps it.
pub fn add(headers: &mut HeaderMap, secure: bool) {
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        let policy = HeaderValue::from_static(CONTENT_SECURITY);
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if secure {
        let two_years = HeaderValue::from_static("max-age=63072000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, two_years);
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

/// Says after how many seconds it is worth trying again (RFC 9110 §10.2.3).
pub fn retry_after(mut page: HttpResponse, seconds: u64) -> HttpResponse {
    page.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    page
}

/// Whether the answer is a page, on which there may be a form.
pub fn is_page(headers: &HeaderMap) -> bool {
    let content = headers.get(header::CONTENT_TYPE);
    content.is_some_and(|content| content.as_bytes().starts_with(b"text/html"))
}
