//! Letters over TLS to a real mail server, which takes them from its user only.

use std::process::Command;

use stories::{
    page::Browser,
    smtp_peer::{Authority, PASSWORD, Protection, SmtpPeer, USER},
};
use tempfile::TempDir;

use super::served::{PATIENCE, Served, checked, program, set_up, set_up_link};

/// [`PASSWORD`], as a URL has it.
const IN_URL: &str = "hem%3Ame%2Flig%40%25%C3%A5";

const BOTH: [Protection; 2] = [Protection::StartTls, Protection::Tls];

fn mail_url(protection: Protection, userinfo: &str, peer: &SmtpPeer) -> String {
    let (scheme, option) = match protection {
        Protection::StartTls => ("smtp", "?tls=required"),
        Protection::Tls => ("smtps", ""),
    };
    format!("{scheme}://{userinfo}127.0.0.1:{}{option}", peer.port())
}

fn with_mail<'a>(command: &'a mut Command, url: &str, authority: &Authority) -> &'a mut Command {
    command
        .env("OPPSTART_MAIL_URL", url)
        .env("OPPSTART_MAIL_AUTHORITY", authority.certificate())
}

#[test]
fn letters_leave_over_tls_with_the_password_and_past_the_organisations_own_authority() {
    let authority = Authority::make();
    for protection in BOTH {
        let (folder, peer) = (TempDir::new().unwrap(), SmtpPeer::protected(protection, &authority));
        let url = mail_url(protection, &format!("{USER}:{IN_URL}@"), &peer);
        let mut served = Served::start_with(folder.path(), &["serve"], |command| {
            with_mail(command, &url, &authority);
        });
        let link = set_up_link(&mut served);
        set_up(&Browser::new(&served.url), &link);

        let [letter] = peer.wait_for_letters(1, PATIENCE).try_into().unwrap();
        assert_eq!(letter.rcpt_tos, ["kari@kontakt.example"], "{protection:?}");
        assert!(served.terminate().success());
        let log = std::fs::read_to_string(folder.path().join("log")).unwrap();
        assert!(!log.contains(PASSWORD) && !log.contains(IN_URL), "{log}");
    }
}

#[test]
fn a_check_tries_the_mail_server_as_far_as_the_log_in_and_sends_nothing() {
    let (folder, authority) = (TempDir::new().unwrap(), Authority::make());
    program(folder.path(), &["setup"]).output().unwrap();
    for protection in BOTH {
        let peer = SmtpPeer::protected(protection, &authority);
        let (right, wrong) = (format!("{USER}:{IN_URL}@"), format!("{USER}:hemmelig@"));
        let checked = |url: &str, authority: &Authority| {
            let mut command = program(folder.path(), &["check"]);
            let (well, lines) = checked(with_mail(&mut command, url, authority));
            assert!(
                !lines.contains("hem%3A") && !lines.contains("hem:") && !lines.contains("hemmelig"),
                "{lines}"
            );
            let mail = lines.lines().last().unwrap().to_owned();
            assert_eq!(mail.starts_with("ok mail: "), well, "{lines}");
            mail
        };
        let other = match protection {
            Protection::StartTls => Protection::Tls,
            Protection::Tls => Protection::StartTls,
        };

        let mail = checked(&mail_url(protection, &right, &peer), &authority);
        assert!(mail.starts_with("ok mail: smtp"), "{mail}");
        let mail = checked(&mail_url(protection, &wrong, &peer), &authority);
        assert!(mail.contains("auth-535") && mail.contains("password"), "{mail}");
        let mail = checked(&mail_url(protection, &right, &peer), &Authority::make());
        assert!(mail.contains("(tls)") && mail.contains("mail_authority"), "{mail}");
        if other == Protection::Tls {
            let mail = checked(&mail_url(other, &right, &peer), &authority);
            assert!(mail.contains("(tls)") && mail.contains("smtp://"), "{mail}");
        }
        assert!(peer.letters().is_empty());
    }
}

#[test]
fn without_the_authority_nothing_is_said_to_the_mail_server() {
    let (folder, authority) = (TempDir::new().unwrap(), Authority::make());
    program(folder.path(), &["setup"]).output().unwrap();
    for protection in BOTH {
        let peer = SmtpPeer::protected(protection, &authority);
        let url = mail_url(protection, &format!("{USER}:{IN_URL}@"), &peer);
        let (well, lines) = checked(program(folder.path(), &["check"]).env("OPPSTART_MAIL_URL", url));
        assert!(!well && lines.contains("(tls)"), "{lines}");
    }
}
