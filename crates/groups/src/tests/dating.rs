//! When a group first meets, and what it copies of its place and room.

use chrono::NaiveDate;
use model::{DaysOff, Lead};
use store::contact_point;
use testkit::{both_databases, day, oslo};

use super::{Town, start};
use crate::{MeetingState, dated, meetings};

fn days(first: &str, last: &str) -> Vec<DaysOff> {
    vec![DaysOff::new(day(first), day(last)).unwrap()]
}

impl Town {
    /// When the only group of a draft would first meet.
    fn proposed_date(&self) -> Option<NaiveDate> {
        let _ = self.add_notes(5, day("2027-01-04"));
        self.propose(start()).unwrap();
        let groups = self.draft().unwrap().groups;
        groups.first().map(|one| one.group.calendar.first_meeting)
    }

    fn close(&self, spans: &[DaysOff]) {
        self.db
            .write_now(|tx| contact_point::replace_closed_days(tx, self.contact_point, spans))
            .unwrap();
    }
}

type Change = fn(&Town);

both_databases!(
    the_first_meeting_skips_weeks_in_which_somebody_or_something_is_shut,
    |db| {
        let changes: [(&str, Change, Option<&str>); 7] = [
            ("nothing", |_| {}, Some("2027-01-26")),
            (
                "closed",
                |town| town.close(&days("2027-01-20", "2027-02-01")),
                Some("2027-02-02"),
            ),
            (
                "away",
                |town| town.edit_availability(|one| one.away = days("2027-01-26", "2027-02-02")),
                Some("2027-02-09"),
            ),
            (
                "not yet",
                |town| town.edit_room(|room| room.from = Some(day("2027-02-10"))),
                Some("2027-02-16"),
            ),
            (
                "not any more",
                |town| town.edit_room(|room| room.until = Some(day("2027-01-25"))),
                None,
            ),
            (
                "room not offered",
                |town| town.edit_room(|room| room.offered = false),
                None,
            ),
            (
                "place not offered",
                |town| town.edit_place(|place| place.offered = false),
                None,
            ),
        ];
        for (what, change, date) in changes {
            let town = Town::on(testkit::TestDb::migrated(db.kind()));
            change(&town);
            assert_eq!(town.proposed_date(), date.map(day), "{what}");
        }
    }
);

both_databases!(the_first_meeting_skips_easter_week, |db| {
    let town = Town::on(db);
    let thursday = model::Cell {
        time: testkit::region::weekly(chrono::Weekday::Thu, 18),
        ..town.cell
    };
    let _ = town.add_room(thursday);
    town.lets_lead(&town.igangsetter, &[thursday], false);
    for _ in 0..5 {
        let _ = town.add_note_for(&[thursday], day("2027-03-01"));
    }
    // Two weeks from 8 March the first Thursday is Maundy Thursday.
    let now = oslo("2027-03-08 10:00");
    town.propose(now).unwrap();
    let group = town.draft().unwrap().groups[0].group.clone();
    assert_eq!(group.calendar.first_meeting, day("2027-04-01"));
    assert_eq!(town.approve_all(now).approved(), 1);
    assert_eq!(town.group(group.id).calendar, group.calendar);
});

both_databases!(of_two_rooms_the_one_that_opens_first_is_taken, |db| {
    let town = Town::on(db);
    town.edit_room(|room| room.from = Some(day("2027-02-01")));
    let other = town.add_room(town.cell);
    assert_eq!(town.proposed_date(), Some(day("2027-01-26")));
    assert_eq!(town.draft().unwrap().groups[0].group.room, other);
});

both_databases!(
    an_igangsetter_for_whom_there_is_no_date_is_the_reason_for_no_seat,
    |db| {
        let town = Town::on(db);
        town.edit_availability(|one| one.away = days("2027-01-01", "2027-12-31"));
        assert_eq!(town.proposed_date(), None);
        let unplaced = town.draft().unwrap().unplaced;
        assert!(
            unplaced.iter().all(|why| why.reason == "no_igangsetter"),
            "{unplaced:?}"
        );
    }
);

both_databases!(as_many_meetings_are_supported_as_the_contact_point_promises, |db| {
    for (supported, last) in [(0, "2027-01-26"), (10, "2027-03-30")] {
        let town = Town::that_just_starts(testkit::TestDb::migrated(db.kind()));
        town.edit_contact_point(|point| point.supported_meetings = supported);
        let (group, _) = town.approved(5);
        assert_eq!(town.group(group).calendar.last_supported, day(last));
        // What is promised to later groups changes nothing for this one.
        town.edit_contact_point(|point| point.supported_meetings = 5);
        let found = town.read(|tx| meetings(tx, &town.group(group)));
        assert_eq!(found.len(), usize::from(supported.max(1)));
    }
});

both_databases!(editing_a_place_or_room_changes_no_group_that_is_under_way, |db| {
    let town = Town::that_just_starts(db);
    let _ = town.add_notes(5, day("2027-01-04"));
    town.propose(start()).unwrap();
    town.edit_place(|place| {
        place.name = "Biblioteket, 2. etasje".to_owned();
        place.letter_name = "Storgata 2".to_owned();
        place.directions.entrance = "Fra torget".to_owned();
    });
    town.edit_room(|room| room.name = "Salen".to_owned());
    let id = town.approve_all(start()).groups[0].0;
    let group = town.group(id);
    let texts = [
        &group.place_name,
        &group.letter_name,
        &group.directions.entrance,
        &group.room_name,
    ];
    assert_eq!(
        texts,
        ["Biblioteket, 2. etasje", "Storgata 2", "Fra torget", "Salen"],
        "as of approval"
    );

    town.edit_place(|place| {
        place.letter_name = "Storgata 3".to_owned();
        place.offered = false;
    });
    town.edit_room(|room| {
        room.name = "Kjelleren".to_owned();
        room.offered = false;
    });
    town.settle(start());
    assert_eq!(town.group(id), group);
    assert_eq!(group.lead, Lead::By(town.igangsetter.id));
});

both_databases!(later_meetings_on_days_that_were_shut_at_approval_are_none, |db| {
    let town = Town::that_just_starts(db);
    town.close(&days("2027-02-08", "2027-02-10"));
    let (group, _) = town.approved(5);
    let shut = || {
        let all = town.read(|tx| meetings(tx, &town.group(group)));
        let states: Vec<bool> = all.iter().map(|one| one.state == MeetingState::Holiday).collect();
        states
    };
    assert_eq!(shut(), [false, false, true, false, false]);
    // What is closed, or opened, later is for groups to come.
    town.close(&days("2027-01-26", "2027-02-02"));
    assert_eq!(shut(), [false, false, true, false, false]);
});

both_databases!(a_draft_can_show_the_dates_that_approving_it_later_would_give, |db| {
    let town = Town::on(db);
    assert_eq!(town.proposed_date(), Some(day("2027-01-26")));
    let shown = |today| {
        let draft = town.read(|tx| dated(tx, town.draft().unwrap(), day(today)));
        draft.groups[0].group.calendar
    };
    assert_eq!(shown("2027-01-19").first_meeting, day("2027-02-02"));
    assert_eq!(
        town.draft().unwrap().groups[0].group.calendar.first_meeting,
        day("2027-01-26")
    );
    town.edit_room(|room| room.offered = false);
    assert_eq!(
        shown("2027-01-19").first_meeting,
        day("2027-01-26"),
        "approval drops it"
    );
});
