//! Every kind of letter as a mail provider sees it: each header, each part and each link is neutral (promise C8), though
//! the place is called otherwise on pages, and a participant calls herself otherwise.

use mailparse::{MailHeaderMap as _, parse_mail};
use model::{GroupState, Language, Lead, Letter, NoteState, Practical, Roles, RoundId, SeatState, StaffId, is_neutral};
use testkit::{
    DatabaseKind, TestDb, day,
    smtp::{Script, SmtpPeer},
};

use super::office::{Office, route_to};

/// One letter of every kind that can be sent now, to participants who read this language, and to staff.
fn owe_all(office: &Office, language: Language) -> Vec<Letter> {
    let staff = StaffId::random(&office.chance);
    let roles = Roles {
        coordinator: true,
        ..Roles::default()
    };
    office.member(staff, "ola@example.test", roles);
    for member in [staff, office.igangsetter] {
        office.write(|tx| store::staff::set_language(tx, member, language));
    }
    let round = store::round::Round {
        id: RoundId::random(&office.chance),
        region: office.region,
        made_on: day("2027-01-25"),
    };
    office.write(|tx| store::round::insert(tx, round));
    let sign_in = office.sign_in(Some(staff));
    let mut letters = vec![
        Letter::SignInCode { sign_in },
        Letter::Welcome { staff },
        Letter::Tasks { staff },
    ];
    letters.extend(of_waiting(office, language));
    letters.extend(of_meetings(office, language));
    letters.extend(of_igangsetter(office));
    for letter in &letters {
        office.owe(*letter);
    }
    letters
}

fn of_waiting(office: &Office, language: Language) -> Vec<Letter> {
    let note = |name: &str, state| office.note_in(language, &format!("{name}@example.test"), state);
    let (new, waiting) = (note("new", NoteState::Unconfirmed), note("waiting", NoteState::Waiting));
    let (paused, invited) = (note("paused", NoteState::Paused), note("invited", NoteState::Invited));
    let group = office.group(GroupState::Inviting);
    office.seat(group, invited, SeatState::Invited);
    office.change_seat((invited, group), |seat| seat.answer_by = Some(day("2027-01-26")));
    vec![
        Letter::ConfirmNote { note: new },
        Letter::ConfirmReminder { note: new },
        Letter::StillLooking { note: waiting },
        Letter::StillInterested { note: paused },
        Letter::NewLink { note: waiting },
        Letter::Invitation { note: invited, group },
        Letter::AnswerReminder { note: invited, group },
    ]
}

fn of_meetings(office: &Office, language: Language) -> Vec<Letter> {
    let (group, off) = (office.group(GroupState::Ready), office.group(GroupState::Dissolved));
    let note = office.note_in(language, "joined@example.test", NoteState::Joined);
    office.seat(group, note, SeatState::Accepted);
    office.change_seat((note, group), |seat| seat.nickname = Some("Angst-Anne".to_owned()));
    office.change_meeting(group, "2027-02-02", None);
    office.change_meeting(group, "2027-02-09", Some("2027-02-10"));
    let (cancelled, moved) = (day("2027-02-02"), day("2027-02-09"));
    let mut letters = vec![
        Letter::MeetingOn { note, group },
        Letter::MeetingTomorrow { note, group },
        Letter::MeetingOff { note, group: off },
        Letter::MeetingCancelled {
            note,
            group,
            meeting: cancelled,
        },
        Letter::MeetingMoved {
            note,
            group,
            meeting: moved,
        },
        Letter::Absence {
            staff: office.igangsetter,
            note,
            group,
            meeting: moved,
        },
    ];
    let left = office.group(GroupState::Started);
    let since = office.clock.now();
    office.change_group(left, |group| group.lead = Lead::Vacant { since });
    office.seat(left, note, SeatState::Accepted);
    letters.push(Letter::NoIgangsetter {
        note,
        group: left,
        meeting: cancelled,
    });
    letters.extend(Practical::ALL.map(|message| Letter::PracticalMessage { note, group, message }));
    letters
}

fn of_igangsetter(office: &Office) -> Vec<Letter> {
    let staff = office.igangsetter;
    let letter = |state, of: fn(StaffId, model::GroupId) -> Letter| of(staff, office.group(state));
    vec![
        letter(GroupState::Asked, |staff, group| Letter::AskedToLead { staff, group }),
        letter(GroupState::Inviting, |staff, group| Letter::SetToLead { staff, group }),
        letter(GroupState::Ready, |staff, group| Letter::ParticipantsReady {
            staff,
            group,
        }),
        letter(GroupState::Ready, |staff, group| Letter::GroupChanged { staff, group }),
        letter(GroupState::Dissolved, |staff, group| Letter::GroupOff { staff, group }),
    ]
}

#[tokio::test]
async fn every_header_part_and_link_of_every_letter_is_neutral() {
    for language in Language::ALL {
        let db = TestDb::migrated(DatabaseKind::Sqlite);
        let office = Office::open(&db);
        office.clock.advance(chrono::TimeDelta::days(13));
        let owed = owe_all(&office, language);
        let peer = SmtpPeer::start(Script::new());
        // A pass takes some of them.
        for _ in 0..2 {
            office.notifier(route_to(&peer)).deliver_due().await.unwrap();
        }
        let taken = peer.accepted();
        assert_eq!(taken.len(), owed.len(), "each kind is among them: {owed:#?}");
        for letter in taken {
            assert_eq!(letter.rcpt_to.len(), 1);
            let mail = parse_mail(&letter.data).unwrap();
            for header in &mail.headers {
                assert!(is_neutral(&header.get_value()), "{}", header.get_value());
            }
            for part in &mail.subparts {
                let body = part.get_body().unwrap();
                assert!(is_neutral(&body), "{body}");
                assert!(!body.contains("Helsehuset") && !body.contains("Anne"), "{body}");
            }
            let tagged = mail.headers.get_first_value("Content-Language");
            assert_eq!(tagged.as_deref(), Some(language.tag()));
        }
    }
}
