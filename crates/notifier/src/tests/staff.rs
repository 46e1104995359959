//! The letters to staff, with the facts of their groups and their region.

use model::{GroupState, Language, Lead, Letter, LetterId, NoteState, Roles, RoundId, SeatState, StaffId};
use store::round::{self, Round};
use testkit::{
    both_databases, day,
    smtp::{Answer, Script, SmtpPeer, Stage},
};

use super::{
    kinds::{claims, only, said},
    office::{KARI, OLA, Office, SIRI, route_to},
};
use crate::Delivered;

const DESK: &str = "https://oppstart.example/desk";

#[track_caller]
fn assert_to_siri(office: &Office, letter: &Delivered, told: &str) {
    assert_eq!(letter.to, SIRI);
    let text = said(letter);
    assert!(text.contains(told) && text.contains(DESK), "{text}");
    assert_eq!(claims(office, letter), []);
}

both_databases!(
    staff_read_their_letters_in_the_language_in_which_they_signed_in_last,
    async |db| {
        let office = Office::open(&db);
        let staff = office.igangsetter;
        for (language, subject) in [
            (Language::Bokmal, "Velkommen til Oppstart"),
            (Language::Nynorsk, "Velkomen til Oppstart"),
            (Language::English, "Welcome to Oppstart"),
        ] {
            office.write(|tx| store::staff::set_language(tx, staff, language));
            let letter = only(&office, Letter::Welcome { staff }).await;
            assert_eq!(letter.subject, subject);
            assert!(letter.html.contains(&format!("<html lang=\"{}\">", language.tag())));
        }
    }
);

both_databases!(whoever_is_asked_to_take_over_is_told_the_next_meeting, async |db| {
    let office = Office::open(&db);
    let (staff, group) = (office.igangsetter, office.group(GroupState::Ready));
    let now = office.clock.now();
    office.change_group(group, |group| {
        group.lead = Lead::Asked {
            whom: staff,
            at: now,
            vacant_since: now,
        };
    });
    let letter = only(&office, Letter::AskedToLead { staff, group }).await;
    assert_to_siri(
        &office,
        &letter,
        "Neste møte: tirsdag 26. januar 2027 kl. 18.00, Storgata 1.",
    );
    assert!(said(&letter).contains("Deltakerne kjenner tiden og stedet."));
});

both_databases!(
    an_igangsetter_is_told_how_many_are_left_and_when_they_are_few,
    async |db| {
        let office = Office::open(&db);
        let (staff, group) = (office.igangsetter, office.group(GroupState::Ready));
        for person in 0..5 {
            let _ = office.joined(&format!("person{person}@example.test"), group);
        }
        let letter = only(&office, Letter::GroupChanged { staff, group }).await;
        assert_to_siri(&office, &letter, "Nå er det 5 deltakere i gruppen.");
        assert!(!said(&letter).contains("Dere er få nå."));

        let seats = office.write(|tx| store::seat::list(tx, group));
        office.write(|tx| store::note::erase(tx, seats[0].note));
        let letter = only(&office, Letter::GroupChanged { staff, group }).await;
        assert_to_siri(&office, &letter, "Nå er det 4 deltakere i gruppen. Dere er få nå.");

        office.change_group(group, |group| group.state = GroupState::Started);
        let letter = only(&office, Letter::GroupChanged { staff, group }).await;
        assert!(!said(&letter).contains("Dere er få nå."), "it has started");
    }
);

both_databases!(an_absence_is_told_by_nickname_or_number_and_leaves_no_row, async |db| {
    let office = Office::open(&db);
    let (staff, group) = (office.igangsetter, office.group(GroupState::Started));
    let (note, meeting) = (office.joined(KARI, group), day("2027-02-02"));
    let letter = Letter::Absence {
        staff,
        note,
        group,
        meeting,
    };
    let delivered = only(&office, letter).await;
    assert_to_siri(&office, &delivered, "Deltaker 3 kan ikke komme tirsdag 2. februar.");
    assert_eq!(delivered.subject, "Beskjed fra en deltaker");

    office.change_seat((note, group), |seat| seat.nickname = Some("Solveig".to_owned()));
    office.change_meeting(group, "2027-02-02", Some("2027-02-03"));
    let delivered = only(&office, letter).await;
    assert_to_siri(&office, &delivered, "Solveig kan ikke komme onsdag 3. februar.");
    assert_eq!(rows(&office, letter), (0, 0), "promise L7");
});

/// How many rows there are of a letter about a group, and how many of them say that it was delivered.
fn rows(office: &Office, letter: Letter) -> (i64, i64) {
    let group = letter.references().group.unwrap();
    office.write(|tx| store::outbox::count_of_group(tx, group, letter.kind()))
}

both_databases!(
    somebody_with_a_receipt_code_can_tell_of_an_absence_but_is_never_written_to,
    async |db| {
        let office = Office::open(&db);
        let (staff, group) = (office.igangsetter, office.group(GroupState::Ready));
        let note = office.note_by_code(NoteState::Joined);
        office.seat(group, note, SeatState::Accepted);
        let absence = Letter::Absence {
            staff,
            note,
            group,
            meeting: day("2027-01-26"),
        };
        assert_to_siri(&office, &only(&office, absence).await, "Deltaker 3 kan ikke komme");

        office.owe(Letter::MeetingOn { note, group });
        let peer = SmtpPeer::start(Script::new());
        let tally = office.notifier(route_to(&peer)).deliver_due().await.unwrap();
        assert_eq!((tally.dropped, peer.accepted().len()), (1, 0));
    }
);

both_databases!(
    an_absence_letter_that_is_refused_stays_for_a_week_like_others,
    async |db| {
        let office = Office::open(&db);
        let (staff, group) = (office.igangsetter, office.group(GroupState::Started));
        let letter = Letter::Absence {
            staff,
            note: office.joined(KARI, group),
            group,
            meeting: day("2027-02-02"),
        };
        office.owe(letter);
        let peer = SmtpPeer::start(Script::new().at(Stage::Rcpt, Answer::line("550 5.1.1 No such user")));
        let tally = office.notifier(route_to(&peer)).deliver_due().await.unwrap();
        assert_eq!((tally.failed, rows(&office, letter)), (1, (1, 0)));
        assert_eq!(
            office.find_seat(letter.references().note.unwrap(), group).state,
            SeatState::Accepted
        );
    }
);

both_databases!(a_new_member_is_told_who_added_them_and_how_to_sign_in, async |db| {
    let office = Office::open(&db);
    let staff = office.igangsetter;
    let letter = only(&office, Letter::Welcome { staff }).await;
    let text = said(&letter);
    assert_eq!(
        (letter.subject.as_str(), letter.to.as_str()),
        ("Velkommen til Oppstart", SIRI)
    );
    assert!(text.contains("Frivilligsentralen har lagt deg til"), "{text}");
    assert!(text.contains("https://oppstart.example/sign-in "), "{text}");
});

both_databases!(
    a_coordinator_is_told_how_many_tasks_there_are_and_nothing_when_there_are_none,
    async |db| {
        let office = Office::open(&db);
        let staff = StaffId::random(&office.chance);
        let roles = Roles {
            coordinator: true,
            ..Roles::default()
        };
        office.member(staff, OLA, roles);
        let owe = || -> LetterId { office.owe(Letter::Tasks { staff }) };
        owe();
        assert_eq!(office.delivered().await.list().len(), 0);
        assert_eq!(office.owed(), 0);

        let open = Round {
            id: RoundId::random(&office.chance),
            region: office.region,
            made_on: day("2027-01-12"),
        };
        office.write(|tx| round::insert(tx, open));
        let letter = only(&office, Letter::Tasks { staff }).await;
        assert_eq!((letter.subject.as_str(), letter.to.as_str()), ("Oppgaver: 1", OLA));
        assert!(said(&letter).contains(DESK), "{}", letter.text);

        let igangsetter = Letter::Tasks {
            staff: office.igangsetter,
        };
        office.owe(igangsetter);
        assert_eq!(office.delivered().await.list().len(), 0, "they are not theirs");
    }
);
