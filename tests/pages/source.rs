//! The tools that read a page's source: the Nu HTML checker, and a screen reader without a voice.

use std::{
    collections::BTreeMap,
    fs,
    io::Write as _,
    process::{Command, Stdio},
};

use serde_json::Value;
use stories::repository;
use tempfile::TempDir;

use crate::walk::TOOLS;

/// What the Nu HTML checker has to say about pages: errors and warnings alike.
pub fn faults(sources: &BTreeMap<String, String>) -> Vec<String> {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, source) in sources {
        fs::write(folder.path().join(format!("{name}.html")), source).expect("it can be written");
    }
    let jar = repository().join(TOOLS).join("vnu-jar/build/dist/vnu.jar");
    assert!(
        jar.exists(),
        "{} is missing; run `npm ci` in tests/pages",
        jar.display()
    );
    let checked = Command::new("java")
        .args(["-Xss4m", "-jar"])
        .arg(jar)
        .args(["--format", "json", "--stdout", "--exit-zero-always"])
        .arg(folder.path())
        .output()
        .expect("java runs; Debian: apt-get install default-jre-headless");
    let told: Value = serde_json::from_slice(&checked.stdout)
        .unwrap_or_else(|_| panic!("the checker failed: {}", String::from_utf8_lossy(&checked.stderr)));
    let messages = told.get("messages").and_then(Value::as_array).expect("its messages");
    let text = |message: &Value, name| message.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let told = |message: &Value| {
        let (url, extract) = (text(message, "url"), text(message, "extract"));
        let page = url.rsplit('/').next().unwrap_or_default().to_owned();
        format!("{page}: {}: {}", text(message, "message"), extract.replace('\n', " "))
    };
    messages.iter().map(told).collect()
}

/// What a screen reader says of a page, a phrase a line.
pub fn transcript(source: &str) -> String {
    let mut reader = Command::new("node")
        .arg("transcript.mjs")
        .current_dir(repository().join("tests/pages"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("node runs; Debian: apt-get install nodejs npm");
    let mut input = reader.stdin.take().expect("a pipe");
    input.write_all(source.as_bytes()).expect("it reads");
    drop(input);
    let read = reader.wait_with_output().expect("it ends");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    String::from_utf8(read.stdout).expect("a text")
}
