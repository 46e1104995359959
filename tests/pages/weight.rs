//! What a page weighs for a browser that has never been here: all bytes of the answers with its source, the stylesheet
//! and the icon, heads included.

use std::{
    collections::HashMap,
    io::{Read as _, Write as _},
    net::TcpStream,
};

use stories::walk::Walk;

/// Weighs pages; what they share is fetched once.
#[derive(Default)]
pub struct Weights(HashMap<String, usize>);

impl Weights {
    /// The open page, with all that it loads. A page that answers a form can't be asked for again: of it the body
    /// counts as the browser received it.
    pub fn weigh(&mut self, walk: &Walk<'_>) -> usize {
        let body = walk.ask("return performance.getEntriesByType('navigation')[0].encodedBodySize");
        let body = body
            .as_u64()
            .and_then(|size| usize::try_from(size).ok())
            .unwrap_or_default();
        let (head, again) = fetch(walk, &walk.path());
        let loaded = walk.ask("return [...document.querySelectorAll('link[href], img[src], script[src]')].map(one => new URL(one.href || one.src).pathname)");
        let loaded = loaded.as_array().cloned().unwrap_or_default();
        let mut whole = head + body.max(again);
        for address in loaded.iter().filter_map(|address| address.as_str()) {
            // Another service may have another build of it, but not under the same address.
            let size = self.0.entry(address.to_owned()).or_insert_with(|| {
                let (head, body) = fetch(walk, address);
                head + body
            });
            whole += *size;
        }
        whole
    }
}

/// How many bytes come, as the head and as the body of an answer.
fn fetch(walk: &Walk<'_>, path: &str) -> (usize, usize) {
    let cookies = walk.drive(walk.chromium().get_all_cookies()).expect("its cookies");
    let cookies: Vec<String> = cookies
        .iter()
        .map(|cookie| format!("{}={}", cookie.name(), cookie.value()))
        .collect();
    let service = walk.service().trim_start_matches("http://");
    let mut stream = TcpStream::connect(service).expect("the service listens");
    let asked = format!(
        "GET {path} HTTP/1.1\r\nHost: {service}\r\nAccept-Language: nb\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n\
         Cookie: {}\r\nConnection: close\r\n\r\n",
        cookies.join("; ")
    );
    stream.write_all(asked.as_bytes()).expect("it can be asked");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("it answers");
    let head = answer.windows(4).position(|end| end == b"\r\n\r\n").expect("a head") + 4;
    (head, answer.len() - head)
}
