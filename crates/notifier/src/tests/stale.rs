//! Letters whose reason has gone are dropped, kind by kind (promise L6).

use chrono::TimeDelta;
use model::{GroupId, GroupState, Lead, Letter, NoteId, NoteState, Practical, SeatState, StaffId};
use testkit::{both_databases, day};

use super::office::{KARI, OLA, Office};

/// Owes letters; none of them is sent, and none is an error.
async fn assert_dropped(office: &Office, letters: &[Letter]) {
    for letter in letters {
        office.owe(*letter);
        let sent = office.delivered().await.list();
        assert!(sent.is_empty(), "{letter:?}");
        assert_eq!(office.owed(), 0, "{letter:?}");
    }
}

/// Owes letters; each is sent, so what follows about them can fail.
async fn assert_sent(office: &Office, letters: &[Letter]) {
    for letter in letters {
        office.owe(*letter);
        assert_eq!(office.delivered().await.list().len(), 1, "{letter:?}");
    }
}

/// The letters to those who have accepted.
fn to_accepted(note: NoteId, group: GroupId) -> [Letter; 3] {
    let message = Practical::RingTheBell;
    [
        Letter::MeetingOn { note, group },
        Letter::MeetingTomorrow { note, group },
        Letter::PracticalMessage { note, group, message },
    ]
}

both_databases!(
    letters_about_waiting_are_dropped_once_the_person_has_acted,
    async |db| {
        let office = Office::open(&db);
        let (confirmed, invited) = (
            office.note(KARI, NoteState::Waiting),
            office.note(OLA, NoteState::Invited),
        );
        let unconfirmed = office.note("per@example.test", NoteState::Unconfirmed);
        let moot = [
            Letter::ConfirmReminder { note: confirmed },
            Letter::StillLooking { note: invited },
            Letter::StillInterested { note: confirmed },
            Letter::StillInterested { note: invited },
            Letter::NewLink { note: unconfirmed },
        ];
        assert_dropped(&office, &moot).await;
        assert_sent(&office, &[Letter::ConfirmReminder { note: unconfirmed }]).await;

        office.clock.advance(TimeDelta::days(151));
        assert_dropped(&office, &[Letter::StillLooking { note: confirmed }]).await;
        assert_sent(&office, &[Letter::StillInterested { note: confirmed }]).await;
        let today = office.clock.today();
        office.write(|tx| {
            let standing = store::note::get(tx, confirmed)?.standing.resume(today).unwrap();
            store::note::set_standing(tx, confirmed, standing)
        });
        assert_dropped(&office, &[Letter::StillInterested { note: confirmed }]).await;
    }
);

both_databases!(
    nobody_is_reminded_of_an_answer_that_was_given_or_is_not_due,
    async |db| {
        let office = Office::open(&db);
        let (note, group) = (
            office.note(KARI, NoteState::Invited),
            office.group(GroupState::Inviting),
        );
        office.seat(group, note, SeatState::Invited);
        let reminder = [Letter::AnswerReminder { note, group }];
        let answer_by = |on: &'static str| office.change_seat((note, group), |seat| seat.answer_by = Some(day(on)));
        assert_dropped(&office, &reminder).await;
        answer_by("2027-01-12");
        assert_sent(&office, &reminder).await;
        answer_by("2027-01-11");
        assert_dropped(&office, &reminder).await;

        answer_by("2027-01-13");
        for answered in [SeatState::Accepted, SeatState::Declined, SeatState::Silent] {
            office.change_seat((note, group), |seat| seat.state = answered);
            assert_dropped(&office, &reminder).await;
        }
    }
);

both_databases!(whoever_has_no_seat_any_more_reads_of_no_meeting, async |db| {
    let office = Office::open(&db);
    let group = office.group(GroupState::Ready);
    let (note, meeting) = (office.joined(KARI, group), day("2027-02-02"));
    office.change_meeting(group, "2027-02-02", Some("2027-02-03"));
    office.clock.advance(TimeDelta::days(13));
    let mut letters = to_accepted(note, group).to_vec();
    letters.push(Letter::MeetingMoved { note, group, meeting });
    assert_sent(&office, &letters).await;

    office.change_meeting(group, "2027-02-02", None);
    assert_dropped(&office, &letters[3..]).await;
    letters[3] = Letter::MeetingCancelled { note, group, meeting };
    assert_sent(&office, &letters[3..]).await;

    for state in [SeatState::Declined, SeatState::Invited] {
        office.change_seat((note, group), |seat| seat.state = state);
        assert_dropped(&office, &letters).await;
    }
    office.change_seat((note, group), |seat| seat.state = SeatState::Accepted);
    office.change_group(group, |group| group.state = GroupState::Dissolved);
    assert_dropped(&office, &letters).await;
});

both_databases!(
    nobody_is_told_of_tomorrow_on_another_day_or_of_what_is_cancelled,
    async |db| {
        let office = Office::open(&db);
        let group = office.group(GroupState::Ready);
        let note = office.joined(KARI, group);
        let tomorrow = [Letter::MeetingTomorrow { note, group }];
        office.clock.advance(TimeDelta::days(12));
        assert_dropped(&office, &tomorrow).await;
        office.clock.advance(TimeDelta::days(1));
        assert_sent(&office, &tomorrow).await;
        office.change_meeting(group, "2027-01-26", None);
        assert_dropped(&office, &tomorrow).await;
        office.change_meeting(group, "2027-01-26", Some("2027-01-27"));
        assert_dropped(&office, &tomorrow).await;
        office.clock.advance(TimeDelta::days(1));
        assert_sent(&office, &tomorrow).await;
    }
);

both_databases!(a_meeting_that_is_on_after_all_is_not_called_off, async |db| {
    let office = Office::open(&db);
    let (staff, group) = (office.igangsetter, office.group(GroupState::Ready));
    let (note, meeting) = (office.joined(KARI, group), day("2027-02-02"));
    let letters = [
        Letter::MeetingOff { note, group },
        Letter::GroupOff { staff, group },
        Letter::MeetingCancelled { note, group, meeting },
        Letter::MeetingMoved { note, group, meeting },
    ];
    assert_dropped(&office, &letters).await;
    office.change_group(group, |group| group.state = GroupState::Dissolved);
    assert_sent(&office, &letters[..2]).await;
});

both_databases!(a_message_about_meetings_that_are_over_is_dropped, async |db| {
    let office = Office::open(&db);
    let (staff, group) = (office.igangsetter, office.group(GroupState::Started));
    let (note, message) = (office.joined(KARI, group), Practical::IndoorShoes);
    let letters = [
        Letter::PracticalMessage { note, group, message },
        Letter::GroupChanged { staff, group },
    ];
    assert_sent(&office, &letters).await;
    office.clock.advance(TimeDelta::days(43));
    assert_dropped(&office, &letters).await;
});

both_databases!(
    whoever_does_not_lead_a_group_any_more_is_told_nothing_of_it,
    async |db| {
        let office = Office::open(&db);
        let (staff, group) = (office.igangsetter, office.group(GroupState::Ready));
        let note = office.joined(KARI, group);
        let meeting = day("2027-01-26");
        let absence = Letter::Absence {
            staff,
            note,
            group,
            meeting,
        };
        let letters = [
            Letter::ParticipantsReady { staff, group },
            Letter::GroupChanged { staff, group },
            absence,
        ];
        assert_sent(&office, &letters).await;

        office.change_meeting(group, "2027-01-26", None);
        assert_dropped(&office, &[absence]).await;
        office.change_meeting(group, "2027-01-26", Some("2027-01-26"));
        assert_sent(&office, &[absence]).await;

        let since = office.clock.now();
        office.change_group(group, |group| group.lead = Lead::Vacant { since });
        assert_dropped(&office, &letters).await;
    }
);

both_databases!(whoever_is_not_asked_any_more_gets_no_question, async |db| {
    let office = Office::open(&db);
    let (staff, group) = (office.igangsetter, office.group(GroupState::Asked));
    let question = [Letter::AskedToLead { staff, group }];
    assert_sent(&office, &question).await;
    let (whom, since) = (StaffId::random(&office.chance), office.clock.now());
    office.member(whom, OLA, model::Roles::default());
    for lead in [
        Lead::By(staff),
        Lead::Vacant { since },
        Lead::Asked {
            whom,
            at: since,
            vacant_since: since,
        },
    ] {
        office.change_group(group, |group| group.lead = lead);
        assert_dropped(&office, &question).await;
    }
});

both_databases!(nobody_is_told_that_nobody_comes_once_somebody_does, async |db| {
    let office = Office::open(&db);
    let (staff, group) = (office.igangsetter, office.group(GroupState::Started));
    let (note, since) = (office.joined(KARI, group), office.clock.now());
    let letter = |meeting| {
        let meeting = day(meeting);
        [Letter::NoIgangsetter { note, group, meeting }]
    };
    assert_dropped(&office, &letter("2027-01-26")).await;
    office.change_group(group, |group| group.lead = Lead::Vacant { since });
    assert_sent(&office, &letter("2027-01-26")).await;
    office.change_meeting(group, "2027-02-02", None);
    assert_dropped(&office, &letter("2027-02-02")).await;
    office.change_group(group, |group| group.lead = Lead::By(staff));
    assert_dropped(&office, &letter("2027-01-26")).await;
});

both_databases!(nobody_is_told_that_people_are_invited_who_are_ready, async |db| {
    let office = Office::open(&db);
    let (staff, group) = (office.igangsetter, office.group(GroupState::Inviting));
    let letter = [Letter::SetToLead { staff, group }];
    assert_sent(&office, &letter).await;
    office.change_group(group, |group| group.state = GroupState::Ready);
    assert_dropped(&office, &letter).await;
    let since = office.clock.now();
    office.change_group(group, |group| {
        group.state = GroupState::Inviting;
        group.lead = Lead::Vacant { since };
    });
    assert_dropped(&office, &letter).await;
});
