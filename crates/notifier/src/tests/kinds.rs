//! Each kind of letter, with the facts of its rows, its links and its codes.

use chrono::TimeDelta;
use model::{ClosingLines, GroupState, Language, Letter, LinkClaim, NoteId, NoteState, Purpose, SeatState};
use store::note::Reached;
use testkit::both_databases;

use super::office::{KARI, OLA, Office, SIRI};
use crate::Delivered;

/// The text of a letter in one line.
pub fn said(letter: &Delivered) -> String {
    letter.text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The claims of a letter's links, in their order in the text.
pub fn claims(office: &Office, letter: &Delivered) -> Vec<LinkClaim> {
    let tokens = letter.text.split("https://oppstart.example/n/").skip(1);
    tokens
        .map(|rest| office.vault.read_link(rest.split_whitespace().next().unwrap()).unwrap())
        .collect()
}

pub fn claim(note: NoteId, purpose: Purpose) -> LinkClaim {
    LinkClaim {
        note,
        purpose,
        generation: 3,
    }
}

/// Owes a letter, and gives it back as it was delivered.
pub async fn only(office: &Office, letter: Letter) -> Delivered {
    let id = office.owe(letter);
    let mailbox = office.delivered().await;
    let delivered = mailbox.get(id).unwrap();
    assert_eq!(mailbox.list().len(), 1);
    assert_eq!(delivered.at, office.clock.now());
    delivered
}

both_databases!(confirm_note_tells_the_days_that_are_left, async |db| {
    let office = Office::open(&db);
    let note = office.note(KARI, NoteState::Unconfirmed);
    office.clock.advance(TimeDelta::days(2));
    let letter = only(&office, Letter::ConfirmNote { note }).await;
    assert_eq!(letter.to, KARI);
    assert_eq!(letter.subject, "Bekreft e-postadressen din");
    assert!(letter.text.contains("innen 5 dager"), "{}", letter.text);
    assert!(letter.text.contains("BLÅ LYKT"));
    let expected = [claim(note, Purpose::Confirm), claim(note, Purpose::MyNote)];
    assert_eq!(claims(&office, &letter), expected);
});

both_databases!(confirm_note_says_one_day_on_the_last_day, async |db| {
    let office = Office::open(&db);
    let note = office.note(KARI, NoteState::Unconfirmed);
    office.clock.advance(TimeDelta::days(7));
    let letter = only(&office, Letter::ConfirmNote { note }).await;
    assert!(letter.text.contains("1 dag"), "{}", letter.text);
});

both_databases!(an_invitation_tells_the_day_that_counts_from_its_sending, async |db| {
    let office = Office::open(&db);
    let note = office.note(KARI, NoteState::Invited);
    let group = office.group(GroupState::Inviting);
    office.seat(group, note, SeatState::Invited);
    office.clock.advance(TimeDelta::days(2));
    let letter = only(&office, Letter::Invitation { note, group }).await;
    let text = said(&letter);
    assert!(text.contains("tirsdag 26. januar 2027 kl. 18.00, Storgata 1"), "{text}");
    assert!(text.contains("innen tirsdag 19. januar"), "{text}");
    let expected = [claim(note, Purpose::Answer), claim(note, Purpose::MyNote)];
    assert_eq!(claims(&office, &letter), expected);
    assert_eq!(
        office.find_seat(note, group).answer_by.unwrap().to_string(),
        "2027-01-19"
    );
});

both_databases!(letters_are_in_the_language_of_the_note, async |db| {
    let office = Office::open(&db);
    let note = office.note_in(Language::English, KARI, NoteState::Joined);
    let group = office.group(GroupState::Ready);
    office.seat(group, note, SeatState::Accepted);
    let letter = only(&office, Letter::MeetingOn { note, group }).await;
    assert!(letter.text.contains("BLUE LANTERN"), "{}", letter.text);
    assert!(letter.html.contains("<html lang=\"en\">"));
    assert_eq!(claims(&office, &letter), [claim(note, Purpose::MyNote)]);
});

both_databases!(meeting_off_reaches_those_who_wait_again, async |db| {
    let office = Office::open(&db);
    let note = office.note(KARI, NoteState::Waiting);
    let group = office.group(GroupState::Dissolved);
    let letter = only(&office, Letter::MeetingOff { note, group }).await;
    assert!(letter.text.contains("26. januar"), "{}", letter.text);
});

both_databases!(still_interested_names_the_day_of_erasure, async |db| {
    let office = Office::open(&db);
    let note = office.note(KARI, NoteState::Paused);
    let letter = only(&office, Letter::StillInterested { note }).await;
    let text = said(&letter);
    assert!(text.starts_with("Hei. Vi har ikke hørt fra deg."), "{text}");
    assert!(text.contains("innen tirsdag 26. januar 2027"), "{text}");

    let waiting = office.note(OLA, NoteState::Waiting);
    office.clock.advance(TimeDelta::days(151));
    let letter = only(&office, Letter::StillInterested { note: waiting }).await;
    let text = said(&letter);
    assert!(text.starts_with("Hei. Du har ventet lenge"), "{text}");
    assert!(text.contains("innen mandag 12. juli 2027"), "{text}");
});

both_databases!(a_reminder_to_confirm_tells_the_days_that_are_left, async |db| {
    let office = Office::open(&db);
    let note = office.note(KARI, NoteState::Unconfirmed);
    office.clock.advance(TimeDelta::days(3));
    let letter = only(&office, Letter::ConfirmReminder { note }).await;
    assert_eq!(letter.subject, "Husk å bekrefte");
    assert!(said(&letter).contains("innen 4 dager"), "{}", letter.text);
    let expected = [claim(note, Purpose::Confirm), claim(note, Purpose::MyNote)];
    assert_eq!(claims(&office, &letter), expected);
});

both_databases!(whoever_waits_is_led_to_the_page_of_the_note, async |db| {
    let office = Office::open(&db);
    let note = office.note(KARI, NoteState::Waiting);
    for (letter, subject) in [
        (Letter::StillLooking { note }, "Vi leter fortsatt"),
        (Letter::NewLink { note }, "Her er lenken din"),
    ] {
        let letter = only(&office, letter).await;
        assert_eq!((letter.subject.as_str(), letter.to.as_str()), (subject, KARI));
        assert_eq!(claims(&office, &letter), [claim(note, Purpose::MyNote)]);
    }
});

both_databases!(
    a_letter_has_the_phone_of_its_contact_point_if_there_is_one,
    async |db| {
        let office = Office::open(&db);
        let note = office.note(KARI, NoteState::Waiting);
        let sign_in = office.sign_in(Some(office.igangsetter));
        let letters = [Letter::NewLink { note }, Letter::SignInCode { sign_in }];
        for letter in letters {
            assert!(said(&only(&office, letter).await).contains("Ring 22 33 44 55."));
        }
        office.write(|tx| {
            let mut point = store::contact_point::get(tx, office.contact_point)?;
            point.controller = None;
            store::contact_point::update(tx, &point)
        });
        for letter in letters {
            assert!(!said(&only(&office, letter).await).contains("Ring"));
        }
    }
);

both_databases!(
    participants_read_the_closing_lines_of_their_contact_point_and_staff_do_not,
    async |db| {
        let office = Office::open(&db);
        let note = office.note(KARI, NoteState::Waiting);
        let sign_in = office.sign_in(Some(office.igangsetter));
        office.write(|tx| {
            let mut point = store::contact_point::get(tx, office.contact_point)?;
            point.closing_lines = ClosingLines::parse("Kom gjerne innom!\nHilsen <Kari> & Ola").ok();
            store::contact_point::update(tx, &point)
        });
        let letter = only(&office, Letter::NewLink { note }).await;
        let told = "\n\nKom gjerne innom!\nHilsen <Kari> & Ola\n\n";
        assert!(letter.text.contains(told), "{}", letter.text);
        let told = "Kom gjerne innom!<br>Hilsen &#60;Kari&#62; &#38; Ola";
        assert!(letter.html.contains(told), "{}", letter.html);
        let letter = only(&office, Letter::SignInCode { sign_in }).await;
        assert!(!letter.text.contains("Kom gjerne"), "{}", letter.text);
    }
);

both_databases!(an_igangsetter_is_led_to_the_desk_and_reads_no_names, async |db| {
    let office = Office::open(&db);
    let staff = office.igangsetter;
    let ready = office.group(GroupState::Ready);
    for (address, state) in [
        ("a@example.test", SeatState::Accepted),
        ("b@example.test", SeatState::Accepted),
        ("c@example.test", SeatState::Declined),
    ] {
        let note = office.note(address, NoteState::Joined);
        office.seat(ready, note, state);
    }
    for (letter, told) in [
        (Letter::ParticipantsReady { staff, group: ready }, "2"),
        (
            Letter::AskedToLead {
                staff,
                group: office.group(GroupState::Asked),
            },
            "26. januar",
        ),
        (
            Letter::GroupOff {
                staff,
                group: office.group(GroupState::Dissolved),
            },
            "26. januar",
        ),
    ] {
        let letter = only(&office, letter).await;
        assert_eq!(letter.to, SIRI);
        assert!(
            letter.text.contains("https://oppstart.example/desk\n"),
            "{}",
            letter.text
        );
        assert!(letter.text.contains(told), "{}", letter.text);
        assert_eq!(claims(&office, &letter), []);
    }
});

both_databases!(a_code_is_that_of_its_attempt_and_tells_how_long_it_works, async |db| {
    let office = Office::open(&db);
    let sign_in = office.sign_in(Some(office.igangsetter));
    office.clock.advance(TimeDelta::seconds(2));
    let letter = only(&office, Letter::SignInCode { sign_in }).await;
    let code = office.vault.sign_in_code(sign_in);
    assert_eq!(letter.subject, format!("Koden din er {code}"));
    assert!(letter.text.contains(&code));
    assert!(letter.text.contains("30 minutter"), "{}", letter.text);
});

both_databases!(an_address_from_another_row_is_not_written_to, async |db| {
    let office = Office::open(&db);
    let theirs = office.note(KARI, NoteState::Waiting);
    let sealed = office.write(|tx| store::note::get_sealed_address(tx, theirs));
    let mut swapped = office.write(|tx| store::note::get(tx, theirs));
    swapped.id = NoteId::random(&office.chance);
    swapped.standing = model::Standing::left(office.clock.today());
    let reached = Reached::Address {
        sealed: &sealed,
        index: &[0; 32],
    };
    office.write(|tx| store::note::insert(tx, &swapped, &[], reached));
    office.owe(Letter::ConfirmNote { note: swapped.id });
    assert_eq!(office.delivered().await.list().len(), 0);
    assert_eq!(office.owed(), 0, "it will never arrive");
});
