//! Whether a request that acts comes from one of our own pages (promise S6).
//!
//! Browsers say so in `Sec-Fetch-Site`. Those that don't know it yet send an `Origin`, which is "null" from pages
//! under `Referrer-Policy: no-referrer`, such as ours. So "null" and nothing at all are let in, and the form token
//! decides alone, which no page of others can have.

use actix_web::http::{
    Method,
    header::{HOST, HeaderMap, ORIGIN},
};

/// Whether the request only reads, or may act.
pub fn may_act(public_url: &str, method: &Method, headers: &HeaderMap) -> bool {
    if only_reads(method) {
        return true;
    }
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    match (text("sec-fetch-site"), text(ORIGIN.as_str())) {
        (Some(site), _) => site == "same-origin",
        (None, None | Some("null")) => true,
        (None, Some(origin)) => origin == public_url || is_host(origin, text(HOST.as_str())),
    }
}

/// Whether a request changes nothing (promise S2).
pub fn only_reads(method: &Method) -> bool {
    [Method::GET, Method::HEAD, Method::OPTIONS].contains(method)
}

/// Whether the page came from where the request goes: the service may be reached under more names than one.
fn is_host(origin: &str, host: Option<&str>) -> bool {
    let authority = origin.split_once("://").map(|(_, authority)| authority);
    authority.is_some() && authority == host
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};

    use super::*;

    fn may(method: &Method, headers: &[(&'static str, &'static str)]) -> bool {
        let headers: HeaderMap = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        may_act("https://oppstart.example", method, &headers)
    }

    #[test]
    fn only_our_own_pages_may_act() {
        for (headers, allowed) in [
            (&[][..], true),
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "none")], false),
            (
                &[("sec-fetch-site", "cross-site"), ("origin", "https://oppstart.example")],
                false,
            ),
            (&[("sec-fetch-site", "same-origin"), ("origin", "null")], true),
            (&[("origin", "null")], true),
            (&[("origin", "https://oppstart.example")], true),
            (&[("origin", "https://oppstart.example.evil.example")], false),
            (&[("origin", "https://evil.example"), ("host", "127.0.0.1:8080")], false),
            (&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")], true),
            (&[("origin", "evil"), ("host", "evil")], false),
        ] {
            assert_eq!(may(&Method::POST, headers), allowed, "{headers:?}");
        }
    }

    #[test]
    fn everybody_may_read() {
        for method in [Method::GET, Method::HEAD] {
            assert!(may(&method, &[("sec-fetch-site", "cross-site")]));
        }
        assert!(!may(&Method::DELETE, &[("sec-fetch-site", "cross-site")]));
    }
}
