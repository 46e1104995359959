//! The letters to those who have a seat, with the facts of their group.

use chrono::TimeDelta;
use model::{GroupState, Letter, NoteState, Practical, Purpose, SeatState};
use testkit::{both_databases, day};

use super::{
    kinds::{claim, claims, only, said},
    office::{KARI, Office},
};

both_databases!(whoever_has_not_answered_is_told_when_the_answer_is_due, async |db| {
    let office = Office::open(&db);
    let note = office.note(KARI, NoteState::Invited);
    let group = office.group(GroupState::Inviting);
    office.seat(group, note, SeatState::Invited);
    office.change_seat((note, group), |seat| seat.answer_by = Some(day("2027-01-13")));
    let letter = only(&office, Letter::AnswerReminder { note, group }).await;
    assert!(said(&letter).contains("Fristen er i morgen."), "{}", letter.text);
    let expected = [claim(note, Purpose::Answer), claim(note, Purpose::MyNote)];
    assert_eq!(claims(&office, &letter), expected);
});

both_databases!(
    the_day_before_the_first_meeting_its_time_is_in_the_subject,
    async |db| {
        let office = Office::open(&db);
        let group = office.group(GroupState::Ready);
        let note = office.joined(KARI, group);
        office.clock.advance(TimeDelta::days(13));
        let letter = only(&office, Letter::MeetingTomorrow { note, group }).await;
        assert_eq!(letter.subject, "Møte i morgen kl. 18.00");
        assert!(said(&letter).contains("Kan du ikke komme? Si fra på siden."));
        assert_eq!(claims(&office, &letter), [claim(note, Purpose::MyNote)]);
    }
);

both_databases!(a_first_meeting_is_told_as_it_was_moved, async |db| {
    let office = Office::open(&db);
    let group = office.group(GroupState::Ready);
    let note = office.joined(KARI, group);
    office.change_meeting(group, "2027-01-26", Some("2027-01-27"));
    let letter = only(&office, Letter::MeetingOn { note, group }).await;
    let moved = "Første møte: onsdag 27. januar 2027 kl. 17.00, Storgata 1.";
    assert!(said(&letter).contains(moved), "{}", letter.text);
});

both_databases!(a_cancelled_meeting_is_told_by_its_day_or_as_today, async |db| {
    let office = Office::open(&db);
    let group = office.group(GroupState::Ready);
    let (note, meeting) = (office.joined(KARI, group), day("2027-01-26"));
    office.change_meeting(group, "2027-01-26", None);
    let letter = Letter::MeetingCancelled { note, group, meeting };
    let before = only(&office, letter).await;
    assert_eq!(before.subject, "Avlyst: møtet tirsdag 26. januar kl. 18.00");
    office.clock.advance(TimeDelta::days(14));
    let today = only(&office, letter).await;
    assert_eq!(today.subject, "Avlyst: møtet i dag kl. 18.00");
    let what = "Dette møtet er avlyst: tirsdag 26. januar 2027 kl. 18.00, Storgata 1.";
    assert!(said(&today).contains(what), "{}", today.text);
});

both_databases!(a_moved_meeting_is_told_with_its_old_day_and_its_new_time, async |db| {
    let office = Office::open(&db);
    let group = office.group(GroupState::Started);
    let (note, meeting) = (office.joined(KARI, group), day("2027-02-02"));
    office.change_meeting(group, "2027-02-02", Some("2027-02-04"));
    let letter = only(&office, Letter::MeetingMoved { note, group, meeting }).await;
    let what = "Møtet tirsdag 2. februar er flyttet. Ny tid: torsdag 4. februar 2027 kl. 17.00, Storgata 1.";
    assert!(said(&letter).contains(what), "{}", letter.text);
});

both_databases!(
    a_practical_message_is_for_the_next_meeting_that_takes_place,
    async |db| {
        let office = Office::open(&db);
        let group = office.group(GroupState::Started);
        let note = office.joined(KARI, group);
        office.change_meeting(group, "2027-02-02", None);
        office.clock.advance(TimeDelta::days(15));
        for message in Practical::ALL {
            let letter = only(&office, Letter::PracticalMessage { note, group, message }).await;
            let next = "Neste møte: tirsdag 9. februar 2027 kl. 18.00, Storgata 1.";
            assert!(said(&letter).contains(next), "{}", letter.text);
        }
    }
);
