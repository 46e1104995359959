//! `oppstart breach-letter`: everybody is told whose data others may have seen, and nobody sees an address
//! (GDPR art. 34, promise C14).

use std::{fs, path::Path, process::Output, thread, time::Instant};

use model::{Chance, EmailAddress, Language, Letter, NoteId, RecognitionWords, Slug, Standing};
use store::{
    Db,
    note::{self, Note, Reached},
};
use stories::page::Browser;
use tempfile::TempDir;
use testkit::{DatabaseKind, Region, TestDb, letters_owed};
use vault::{SealedAt, Vault};

use super::served::{PATIENCE, Served, program, set_up, set_up_link};

const TEXT: &str = "Natt til mandag kom noen inn i systemet vårt.\n\nVi har stengt dem ute.\n";

/// An installation on a database, in a folder with a text to tell.
struct Installed<'a> {
    folder: &'a Path,
    db: &'a TestDb,
}

impl Installed<'_> {
    fn run(&self, arguments: &[&str]) -> Output {
        program(self.folder, arguments)
            .env("OPPSTART_DATABASE_URL", self.db.address())
            .output()
            .expect("the program runs")
    }

    /// Exit code, and what was printed on both outputs: never an address.
    fn breach_letter(&self, arguments: &[&str]) -> (i32, String) {
        let done = self.run(&[&["breach-letter", "--nb", "nb.txt"], arguments].concat());
        let told = String::from_utf8([done.stdout, done.stderr].concat()).expect("text");
        // The privacy contact is no participant's and nobody of the staff's.
        assert!(!told.replace("personvern@nordre.example", "").contains('@'), "{told}");
        (done.status.code().expect("it ends by itself"), told)
    }
}

fn on_both(story: impl Fn(&Installed<'_>)) {
    for kind in [DatabaseKind::Sqlite, DatabaseKind::Postgres] {
        let (folder, db) = (TempDir::new().expect("a folder"), TestDb::migrated(kind));
        let installed = Installed {
            folder: folder.path(),
            db: &db,
        };
        assert!(installed.run(&["setup"]).status.success(), "{kind:?}");
        fs::write(folder.path().join("nb.txt"), TEXT).expect("a text");
        story(&installed);
    }
}

fn slug(db: &Db, of: &Region) -> Slug {
    db.read_now(|tx| store::contact_point::get(tx, of.contact_point))
        .expect("a contact point")
        .slug
}

/// Leaves a note with an address at the installation's contact point.
fn leave_note(installed: &Installed<'_>, address: &str) {
    let (db, chance) = (installed.db, Chance::seeded(5));
    let today = model::Clock::system().today();
    let vault = Vault::open(&installed.folder.join("data/keys")).expect("the keys");
    let points = db
        .read_now(|tx| contact_point::find_points(tx, &[]))
        .expect("the contact points");
    let point = points.first().expect("a contact point");
    let note = Note {
        id: NoteId::random(&chance),
        region: point.region,
        contact_point: point.id,
        standing: Standing::left(today),
        language: Language::Bokmal,
        words: RecognitionWords::random(&chance),
        consent_version: 1,
        generation: 1,
        by_code: false,
        planned: None,
    };
    let email = EmailAddress::parse(address).expect("an address");
    let sealed = vault
        .seal(&email, SealedAt::note(note.id), &chance)
        .expect("it can be sealed");
    let index = vault.index(&email);
    let reached = Reached::Address {
        sealed: sealed.as_bytes(),
        index: index.as_bytes(),
    };
    db.write_now(|tx| note::insert(tx, &note, &[], reached))
        .expect("the note is stored");
}

/// The letters that were written to files.
fn written(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder.join("data/outbox")).into_iter().flatten();
    let paths = files.map(|entry| entry.expect("an entry").path());
    let letters = paths.filter(|path| path.extension().is_some_and(|end| end == "eml"));
    letters
        .map(|path| fs::read_to_string(path).expect("a letter"))
        .collect()
}

#[test]
fn the_letters_are_shown_and_counted_and_sent_once_by_a_word_of_their_own() {
    on_both(|installed| {
        let db = installed.db;
        let (here, there) = (Region::made(db, 1), Region::made(db, 2));
        let today = model::Clock::system().today();
        let (notes, others) = (here.add_notes(3, today), there.add_notes(2, today));

        let (code, told) = installed.breach_letter(&[]);
        assert_eq!(code, 0, "{told}");
        for part in [
            "--- To participants, Bokmål: Viktig beskjed om opplysningene dine",
            "--- To staff, Bokmål: ",
            "Natt til mandag kom noen inn i systemet vårt.\n\nVi har stengt dem ute.",
            "Ansvarlig: Nordre kommune.",
            "Letters to participants: 5. Letters to staff: 4.",
            "Nothing is sent",
        ] {
            assert!(told.contains(part), "{part}: {told}");
        }
        assert!(!told.contains("English"), "it has no text of its own: {told}");
        assert_eq!(letters_owed(db), []);

        let only_here = slug(db, &here).to_string();
        let to_here = ["--contact-point", &only_here, "--send"];
        let (code, told) = installed.breach_letter(&to_here);
        assert_eq!(code, 0, "{told}");
        assert!(
            told.starts_with("Letters to participants: 3. Letters to staff: 2."),
            "{told}"
        );
        let owed: Vec<Letter> = letters_owed(db).iter().map(|owed| owed.letter).collect();
        let is_to = |note| {
            owed.iter()
                .any(|letter| matches!(letter, Letter::Notice { note: to, .. } if *to == note))
        };
        assert_eq!(owed.len(), 5);
        assert!(notes.into_iter().all(is_to) && !others.into_iter().any(is_to));

        for again in [&to_here[..], &["--send"]] {
            let (code, told) = installed.breach_letter(again);
            assert_eq!(code, 2, "{told}");
            assert!(told.contains("told the same on") && told.contains("--again"), "{told}");
        }
        assert_eq!(letters_owed(db).len(), 5);
        let (code, _) = installed.breach_letter(&["--send", "--again"]);
        assert_eq!((code, letters_owed(db).len()), (0, 14));
    });
}

#[test]
fn a_text_that_can_not_stand_in_a_letter_is_refused_with_its_line_and_word() {
    on_both(|installed| {
        let write = |name: &str, text: &str| fs::write(installed.folder.join(name), text).expect("a text");
        write("telling.txt", "Hello.\nYou were at a health course.\n");
        write("empty.txt", "\n \n");
        for (arguments, told) in [
            (["--en", "telling.txt"], "telling.txt: line 2 has the word \"health\""),
            (["--nn", "empty.txt"], "empty.txt: it is empty"),
            (["--nn", "nowhere.txt"], "nowhere.txt: "),
            (["--contact-point", "nowhere"], "no contact point"),
        ] {
            let (code, printed) = installed.breach_letter(&[&arguments[..], &["--send"]].concat());
            assert_eq!((code, printed.lines().count()), (2, 1), "{printed}");
            assert!(printed.contains(told), "{printed}");
        }
        assert_eq!(letters_owed(installed.db), []);
    });
}

#[test]
fn the_running_service_sends_them_and_nothing_that_it_writes_down_holds_an_address() {
    on_both(|installed| {
        let mut served = Served::start_with(installed.folder, &["serve"], |command| {
            command.env("OPPSTART_DATABASE_URL", installed.db.address());
        });
        let link = set_up_link(&mut served);
        set_up(&Browser::new(&served.url), &link);
        leave_note(installed, "ola@deltaker.example");
        let (code, told) = installed.breach_letter(&["--send"]);
        assert_eq!(code, 0, "{told}");
        assert!(
            told.starts_with("Letters to participants: 1. Letters to staff: 1."),
            "{told}"
        );
        let begun = Instant::now();
        let mut letters = Vec::new();
        // With the one that has the coordinator's code.
        while letters.len() < 3 {
            assert!(begun.elapsed() < PATIENCE, "{} letters were sent", letters.len());
            thread::yield_now();
            letters = written(installed.folder);
        }
        let to = |address: &str| letters.iter().filter(|letter| letter.contains(address)).count();
        assert_eq!((to("To: ola@deltaker.example"), to("To: kari@kontakt.example")), (1, 2));
        assert!(served.terminate().success());
        let log = fs::read_to_string(installed.folder.join("log")).expect("the log");
        for part in ["ola@", "deltaker.example", "kari@", "kontakt.example"] {
            assert!(!log.contains(part), "the log holds {part} (promise C7)");
        }
    });
}
