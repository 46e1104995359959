//! The tests' own browser is what it claims to be.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::thread;

use fantoccini::Locator;
use stories::chromium::{Chromium, HEIGHT, Scripts, WIDTH};

const PAGE: &str = "<!doctype html><html lang=nb><meta name=viewport content='width=device-width'>
<style>body { margin: 0 }</style><title>Prøve</title>
<p id=script>stille</p><noscript><p id=without>uten</p></noscript>
<script>document.getElementById('script').textContent = `kjørt ${innerWidth}x${innerHeight}`</script>";

#[tokio::test]
async fn the_window_has_the_size_of_a_phone() {
    let browser = Chromium::open(Scripts::On).await;
    browser
        .goto(&format!("http://{}/", serve(PAGE)))
        .await
        .expect("the page is served");

    let script = browser.find(Locator::Id("script")).await.expect("the paragraph");
    assert_eq!(
        script.text().await.expect("its text"),
        format!("kjørt {WIDTH}x{HEIGHT}")
    );
}

#[tokio::test]
async fn no_script_runs_where_scripts_are_off() {
    let browser = Chromium::open(Scripts::Off).await;
    browser
        .goto(&format!("http://{}/", serve(PAGE)))
        .await
        .expect("the page is served");

    let script = browser.find(Locator::Id("script")).await.expect("the paragraph");
    assert_eq!(script.text().await.expect("its text"), "stille");
    let without = browser
        .find(Locator::Id("without"))
        .await
        .expect("what is shown without scripts");
    assert_eq!(without.text().await.expect("its text"), "uten");
    let (_, _, width, _) = script.rectangle().await.expect("its place on the page");
    assert!((width - f64::from(WIDTH)).abs() < 1.0, "{width} pixels wide");
}

/// Serves one page at every path until the test process ends.
fn serve(page: &'static str) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port on the loopback");
    let address = listener.local_addr().expect("the port that was opened");
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut reader = BufReader::new(stream.expect("the browser connects"));
            let mut line = String::new();
            while reader.read_line(&mut line).is_ok_and(|length| length > 2) {
                line.clear();
            }
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n\r\n";
            // The browser may have opened a connection in advance, and need it no more.
            drop(reader.get_mut().write_all(format!("{head}{page}").as_bytes()));
        }
    });
    address
}
