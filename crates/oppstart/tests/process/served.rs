//! The program, started, and what it prints and writes.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use stories::page::{Browser, Page};

const PROGRAM: &str = env!("CARGO_BIN_EXE_oppstart");
/// How long a process may take on a busy machine.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// `oppstart serve` in a folder of its own. It is killed by its id if it has not ended before.
pub struct Served {
    pub child: Child,
    pub url: String,
}

impl Served {
    pub fn start(folder: &Path, arguments: &[&str]) -> Self {
        Self::start_with(folder, arguments, |_| {})
    }

    /// The same with more in its environment.
    pub fn start_with(folder: &Path, arguments: &[&str], prepare: impl FnOnce(&mut Command)) -> Self {
        let port = free_port();
        let url = format!("http://127.0.0.1:{port}");
        let mut command = program(folder, arguments);
        prepare(&mut command);
        let child = command
            .env("OPPSTART_LISTEN", format!("127.0.0.1:{port}"))
            .env("OPPSTART_PUBLIC_URL", &url)
            .env("OPPSTART_LOG", "trace")
            .stdout(Stdio::piped())
            .stderr(fs::File::create(folder.join("log")).expect("a file for the log"))
            .spawn()
            .expect("the program starts");
        Self { child, url }
    }

    /// The first line that it prints.
    pub fn first_line(&mut self) -> String {
        let mut line = String::new();
        let out = self.child.stdout.take().expect("its output is piped");
        BufReader::new(out).read_line(&mut line).expect("it prints a line");
        line
    }

    pub fn terminate(mut self) -> ExitStatus {
        let id = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &id])
                .status()
                .expect("kill runs")
                .success()
        );
        self.child.wait().expect("it ends")
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It has ended already where the story ended well.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

pub fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).current_dir(folder).env_clear();
    command
}

pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a free port")
        .port()
}

/// The link that a first start prints.
pub fn set_up_link(served: &mut Served) -> String {
    link_in(&served.first_line())
}

/// The link in a line.
pub fn link_in(line: &str) -> String {
    let words = line.split_whitespace();
    let mut links = words.filter(|word| word.starts_with("http"));
    links.next().expect("the line has a link").to_owned()
}

/// Sets up the first contact point, and is asked for a code.
pub fn set_up(browser: &Browser, link: &str) -> Page {
    let form = browser.open(link);
    assert_eq!(form.path, "/set-up", "the token is gone from the address");
    let typed = [
        ("region", "Storvik"),
        ("contact-point", "Frivilligsentralen"),
        ("name", "Kari"),
        ("email", "kari@kontakt.example"),
    ];
    let code_page = browser.fill_in(&form, &typed);
    assert_eq!(code_page.path, "/sign-in/code");
    code_page
}

/// Waits for the first letter's file.
pub fn first_letter(folder: &Path) -> PathBuf {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        let files = fs::read_dir(folder.join("data/outbox")).into_iter().flatten();
        let mut letters = files.map(|entry| entry.expect("an entry").path());
        if let Some(letter) = letters.find(|path| path.extension().is_some_and(|end| end == "eml")) {
            return letter;
        }
        thread::yield_now();
    }
    panic!("no letter came")
}

/// The code stands in the subject; other headers have digits too.
pub fn code_in(letter: &Path) -> String {
    let written = fs::read_to_string(letter).expect("a letter");
    let subject = written
        .lines()
        .find(|line| line.starts_with("Subject:"))
        .expect("a subject");
    let code: String = subject.chars().filter(char::is_ascii_digit).collect();
    assert_eq!(code.len(), 6, "{subject}");
    code
}

/// Whether `check` found all well, and the lines that it printed.
pub fn checked(command: &mut Command) -> (bool, String) {
    let done = command.output().expect("the program runs");
    let told = String::from_utf8(done.stderr).expect("text");
    assert_eq!(told, "", "what it finds is told on standard output");
    let code = done.status.code().expect("it ends by itself");
    assert!(code < 2, "{code}");
    (code == 0, String::from_utf8(done.stdout).expect("text"))
}
