//! Clients that take their time, over a real socket (promise S10).

use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    time::Duration,
};

use actix_web::{dev::ServerHandle, web};

use super::site::Site;

/// A server whose patience is over at once.
fn impatient() -> (Site, SocketAddr, ServerHandle) {
    let mut site = Site::on_sqlite();
    site.app.bounds.request = Duration::from_millis(100);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = crate::serve(site.app.clone(), listener, 1).unwrap();
    let handle = server.handle();
    actix_web::rt::spawn(server);
    (site, address, handle)
}

/// Sends this and nothing more, and reads until the server hangs up.
async fn said(address: SocketAddr, start: &'static str) -> String {
    let conversation = move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream.write_all(start.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("the server hangs up");
        answer
    };
    web::block(conversation).await.unwrap()
}

#[actix_web::test]
async fn a_body_that_does_not_end_is_cut() {
    let (_site, address, server) = impatient();
    let answer = said(
        address,
        "POST /confirm HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: 100\r\n\r\nform=",
    )
    .await;
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert!(answer.contains("content-security-policy: default-src 'none'") && answer.contains("Det tok for lang tid"));
    server.stop(true).await;
}

#[actix_web::test]
async fn headers_that_do_not_end_are_cut() {
    let (_site, address, server) = impatient();
    let answer = said(address, "GET / HTTP/1.1\r\nHost: x\r\n").await;
    assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 408"), "{answer}");
    server.stop(true).await;
}

#[actix_web::test]
async fn a_body_that_nobody_reads_does_not_hold_the_connection() {
    let (_site, address, server) = impatient();
    let answer = said(
        address,
        "POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nx",
    )
    .await;
    assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
    server.stop(true).await;
}

#[actix_web::test]
async fn a_body_that_does_not_say_how_large_it_is_is_counted() {
    let (_site, address, server) = impatient();
    let chunk = "x".repeat(17_000);
    let request = format!(
        "POST /confirm HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n{chunk}\r\n0\r\n\r\n",
        chunk.len()
    );
    let answer = said(address, Box::leak(request.into_boxed_str())).await;
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    server.stop(true).await;
}
