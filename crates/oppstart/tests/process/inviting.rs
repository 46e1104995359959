//! `oppstart invite`: somebody comes in whom no coordinator can add.

use std::path::Path;

use model::{Letter, Roles};
use store::{Db, contact_point, staff};
use tempfile::TempDir;
use testkit::{Region, letters_owed};

use super::served::program;

/// An installation with a region, and the name in the address of its contact point.
fn installed(folder: &Path) -> (Db, Region, String) {
    assert!(
        program(folder, &["setup"])
            .output()
            .expect("the program runs")
            .status
            .success()
    );
    let url = format!("sqlite:{}", folder.join("data/oppstart.sqlite").display());
    let db = Db::open(&url.parse().expect("an address")).expect("a database");
    let region = Region::made(&db, 1);
    let point = db
        .read_now(|tx| contact_point::get(tx, region.contact_point))
        .expect("a contact point");
    (db, region, point.slug.to_string())
}

/// Exit code, and what was printed on both outputs.
fn invite(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let done = program(folder, &[&["invite"], arguments].concat())
        .output()
        .expect("the program runs");
    let told = [done.stdout, done.stderr].concat();
    (
        done.status.code().expect("it ends by itself"),
        String::from_utf8(told).expect("text"),
    )
}

#[test]
fn somebody_is_invited_with_their_roles_and_owed_a_letter() {
    let folder = TempDir::new().unwrap();
    let (db, region, slug) = installed(folder.path());
    let arguments = [
        "--contact-point",
        &slug,
        "--role",
        "leader",
        "--role",
        "igangsetter",
        "--name",
        "Ola",
        "ola@example.no",
    ];
    let (code, told) = invite(folder.path(), &arguments);
    assert_eq!(code, 0, "{told}");
    assert!(told.contains("Ola is added") && !told.contains('@'), "{told}");
    let added = db.read_now(|tx| staff::list(tx, region.id)).unwrap();
    let ola = added.iter().find(|member| member.name == "Ola").unwrap();
    let roles = Roles {
        coordinator: false,
        leader: true,
        igangsetter: true,
    };
    assert_eq!((ola.contact_point, ola.roles), (region.contact_point, roles));
    let owed: Vec<Letter> = letters_owed(&db).iter().map(|owed| owed.letter).collect();
    assert_eq!(owed, [Letter::Welcome { staff: ola.id }]);

    let (code, told) = invite(folder.path(), &arguments);
    assert_eq!(
        (code, told.as_str()),
        (2, "oppstart: invite: somebody has this address already\n")
    );
}

#[test]
fn what_can_not_be_an_invitation_is_refused_and_adds_nobody() {
    let folder = TempDir::new().unwrap();
    let (db, region, slug) = installed(folder.path());
    let before = db.read_now(|tx| staff::list(tx, region.id)).unwrap();
    let to = |slug, role, name, email| ["--contact-point", slug, "--role", role, "--name", name, email];
    for (arguments, told) in [
        (to("nowhere", "leader", "Ola", "ola@example.no"), "no contact point"),
        (to(&slug, "owner", "Ola", "ola@example.no"), "--role"),
        (to(&slug, "leader", "Helse-Ola", "ola@example.no"), "--name"),
        (to(&slug, "leader", "Ola", "ola"), "<EMAIL>"),
    ] {
        let (code, printed) = invite(folder.path(), &arguments);
        assert_eq!(code, 2, "{printed}");
        assert!(printed.contains(told), "{printed}");
    }
    let (code, _) = invite(
        folder.path(),
        &["--contact-point", &slug, "--name", "Ola", "ola@example.no"],
    );
    assert_eq!(code, 2, "a role is needed");
    assert_eq!(db.read_now(|tx| staff::list(tx, region.id)).unwrap(), before);
}
