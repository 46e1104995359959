//! The igangsetter cancels or moves meetings, or calls the group off.

use chrono::{NaiveDate, NaiveTime};
use model::{GroupId, GroupState, NoteState, OccupancyId};
use store::{
    occupancy::{self, Occupancy},
    staff::Member,
};
use testkit::{both_databases, day, oslo, region::weekly};

use super::{Town, YES, assert_not_yours, start};
use crate::{Fault, MeetingState, Reached, call_off, cancel_meeting, meetings, move_meeting, next_meeting};

impl Town {
    fn cancel(&self, by: &Member, group: GroupId, meeting: &str, now: &str) -> Result<Reached, Fault> {
        let meeting = (group, day(meeting));
        self.db
            .write_now(|tx| cancel_meeting(tx, &self.chance, by, meeting, oslo(now)))
    }

    fn shift(&self, group: GroupId, meeting: &str, to: (&str, &str), now: &str) -> Result<Reached, Fault> {
        let (by, to) = (&self.igangsetter, (day(to.0), time(to.1)));
        self.db
            .write_now(|tx| move_meeting(tx, &self.chance, by, (group, day(meeting), to), oslo(now)))
    }

    fn call_off(&self, by: &Member, group: GroupId, now: &str) -> Result<Reached, Fault> {
        self.db.write_now(|tx| call_off(tx, &self.chance, by, group, oslo(now)))
    }

    fn meeting_states(&self, group: GroupId) -> Vec<MeetingState> {
        let all = self.read(|tx| meetings(tx, &self.group(group)));
        all.iter().map(|meeting| meeting.state).collect()
    }
}

const START: &str = "2027-01-12 10:00";

fn time(shown: &str) -> NaiveTime {
    shown.parse().unwrap()
}

const fn letters(letters: usize) -> Reached {
    Reached { letters, by_code: 0 }
}

both_databases!(
    a_cancelled_meeting_is_told_to_everybody_who_accepted_and_to_nobody_else,
    |db| {
        let town = Town::that_just_starts(db);
        let (group, notes) = town.ready(6);
        town.answer(notes[0], group, &crate::Answer::NotThisDate, start());
        let reached = town.cancel(&town.igangsetter, group, "2027-02-02", "2027-02-02 14:00");
        assert_eq!(reached.unwrap(), letters(5));
        let owed = town.letters("meeting-cancelled");
        let mut expected = notes[1..].to_vec();
        expected.sort_unstable();
        assert_eq!(town.written_to("meeting-cancelled"), expected);
        assert!(owed.iter().all(|owed| owed.useless_after == oslo("2027-02-02 18:00")));
        assert_eq!(town.meeting_states(group)[1], MeetingState::Cancelled);
        let next = town.read(|tx| next_meeting(tx, &town.group(group), oslo("2027-02-02 14:00")));
        assert_eq!(next.unwrap().planned, day("2027-02-09"));

        let again = town.cancel(&town.igangsetter, group, "2027-02-02", "2027-02-02 14:01");
        assert_eq!((again.unwrap(), town.owed("meeting-cancelled")), (letters(0), 5));
    }
);

both_databases!(a_moved_meeting_is_told_and_replaces_what_was_told_before, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.ready(5);
    let now = "2027-02-01 10:00";
    town.shift(group, "2027-02-02", ("2027-02-03", "17:00"), now).unwrap();
    let reached = town.shift(group, "2027-02-02", ("2027-02-04", "19:30"), now).unwrap();
    assert_eq!(reached, letters(5));
    let owed = town.letters("meeting-moved");
    assert_eq!(owed.len(), 5, "the first five were not sent");
    assert_eq!(owed[0].letter.references().meeting, Some(day("2027-02-02")));
    assert_eq!(owed[0].useless_after, oslo("2027-02-04 19:30"));
    let moved = MeetingState::On {
        date: day("2027-02-04"),
        time: time("19:30"),
        moved: true,
    };
    assert_eq!(town.meeting_states(group)[1], moved);
    town.cancel(&town.igangsetter, group, "2027-02-02", "2027-02-04 19:00")
        .unwrap();
    assert_eq!((town.owed("meeting-moved"), town.owed("meeting-cancelled")), (0, 5));
    let heard = town.read(|tx| meetings(tx, &town.group(group)))[1].heard;
    assert_eq!(heard, (day("2027-02-04"), time("19:30")), "as people last heard");
});

both_databases!(a_meeting_moves_within_six_days_by_day_and_never_into_the_past, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.ready(5);
    let attempts = [
        ("2027-02-08", "18:00", true),
        ("2027-02-09", "18:00", false),
        ("2027-02-01", "11:00", true),
        ("2027-02-01", "10:00", false),
        ("2027-01-31", "18:00", false),
        ("2027-02-03", "22:00", true),
        ("2027-02-03", "22:01", false),
        ("2027-02-03", "05:59", false),
    ];
    for (date, at, can) in attempts {
        let done = town.shift(group, "2027-02-02", (date, at), "2027-02-01 10:00");
        let is_refused = matches!(done, Err(Fault::BadDate));
        assert_eq!((done.is_ok(), is_refused), (can, !can), "{date} {at}");
    }
    let too_late = town.shift(group, "2027-02-09", ("2027-02-12", "18:00"), "2027-02-09 18:00");
    assert!(matches!(too_late, Err(Fault::TooLate)), "{too_late:?}");
    let too_late = town.cancel(&town.igangsetter, group, "2027-02-09", "2027-02-09 18:00");
    assert!(matches!(too_late, Err(Fault::TooLate)), "{too_late:?}");
});

both_databases!(no_meeting_moves_into_a_room_that_another_group_has, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.ready(5);
    let mark = Occupancy {
        id: OccupancyId::random(&town.chance),
        group: None,
        room: town.room,
        igangsetter: None,
        igangsetter_until: day("2026-12-01"),
        time: weekly(chrono::Weekday::Wed, 18),
    };
    town.db.write_now(|tx| occupancy::insert(tx, &mark)).unwrap();
    let elsewhere = Occupancy {
        id: OccupancyId::random(&town.chance),
        room: town.add_room(town.cell),
        time: weekly(chrono::Weekday::Thu, 18),
        ..mark
    };
    town.db.write_now(|tx| occupancy::insert(tx, &elsewhere)).unwrap();
    let now = "2027-02-01 10:00";
    town.shift(group, "2027-02-02", ("2027-02-04", "18:00"), now).unwrap();
    let taken = town.shift(group, "2027-02-02", ("2027-02-03", "19:00"), now);
    assert!(matches!(taken, Err(Fault::RoomTaken)), "{taken:?}");
    town.shift(group, "2027-02-02", ("2027-02-03", "20:00"), now).unwrap();
    town.shift(group, "2027-02-02", ("2027-02-02", "19:00"), now).unwrap();
});

both_databases!(
    a_group_has_started_when_its_people_first_meet_wherever_that_was_moved,
    |db| {
        type Story = fn(&Town, GroupId);
        let stories: [(&str, Story, &str); 3] = [
            ("as planned", |_, _| {}, "2027-01-26 18:00"),
            (
                "moved",
                |town, group| {
                    town.shift(group, "2027-01-26", ("2027-01-28", "19:00"), "2027-01-25 10:00")
                        .unwrap();
                },
                "2027-01-28 19:00",
            ),
            (
                "cancelled",
                |town, group| {
                    town.cancel(&town.igangsetter, group, "2027-01-26", "2027-01-25 10:00")
                        .unwrap();
                },
                "2027-02-02 18:00",
            ),
        ];
        for (what, story, at) in stories {
            let town = Town::that_just_starts(testkit::TestDb::migrated(db.kind()));
            let (group, _) = town.ready(6);
            story(&town, group);
            town.settle(oslo(at) - chrono::TimeDelta::seconds(1));
            assert_eq!(town.group(group).state, GroupState::Ready, "{what}");
            town.settle(oslo(at));
            assert_eq!(town.group(group).state, GroupState::Started, "{what}");
            let tally = town.read(|tx| store::tally::list(tx, town.id));
            let numbers = (tally[0].quarter, tally[0].started, tally[0].said_yes, tally[0].said_no);
            assert_eq!(numbers, (day("2027-01-01"), 6, 6, 0), "{what}");
            town.settle(oslo(at));
            assert_eq!(town.read(|tx| store::tally::list(tx, town.id)), tally, "counted once");
        }
    }
);

both_databases!(
    meetings_stay_on_the_local_hour_through_both_nights_that_shift_clocks,
    |db| {
        for (approved, first, second) in [
            (
                "2027-03-02 10:00",
                "2027-03-16T17:00:00+00:00",
                "2027-03-30T16:00:00+00:00",
            ),
            (
                "2027-10-05 10:00",
                "2027-10-19T16:00:00+00:00",
                "2027-11-02T17:00:00+00:00",
            ),
        ] {
            let town = Town::that_just_starts(testkit::TestDb::migrated(db.kind()));
            let _ = town.add_notes(5, oslo_day(approved));
            town.propose(oslo(approved)).unwrap();
            let group = town.approve_all(oslo(approved)).groups[0].0;
            let all = town.read(|tx| meetings(tx, &town.group(group)));
            let at = |nth: usize| all[nth].begins_at().unwrap().to_rfc3339();
            assert_eq!((at(0).as_str(), at(2).as_str()), (first, second));
        }
    }
);

fn oslo_day(shown: &str) -> NaiveDate {
    day(&shown[..10])
}

both_databases!(whoever_leads_a_group_that_has_not_met_can_call_it_off, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.ready(5);
    town.withdraw(notes[0], start());
    let reached = town.call_off(&town.igangsetter, group, "2027-01-25 10:00").unwrap();
    assert_eq!(reached, letters(4));
    assert_eq!(town.group(group).state, GroupState::Dissolved);
    for note in &notes[1..] {
        let standing = town.standing(*note);
        assert_eq!(
            (standing.state(), standing.waiting_since()),
            (NoteState::Waiting, day("2026-12-05")),
            "first in line again"
        );
    }
    let none = ["meeting-on", "group-off", "group-changed", "participants-ready"].map(|kind| town.owed(kind));
    assert_eq!((none, town.owed("meeting-off")), ([0; 4], 4));
    let again = town.call_off(&town.igangsetter, group, "2027-01-25 10:01").unwrap();
    assert_eq!((again, town.owed("meeting-off")), (letters(0), 4));
});

both_databases!(a_group_that_has_met_is_not_called_off, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.ready(5);
    let done = town.call_off(&town.igangsetter, group, "2027-01-26 18:00");
    assert!(matches!(done, Err(Fault::TooLate)), "{done:?}");
    assert_eq!(town.states(&notes), [NoteState::Joined]);
});

both_databases!(
    a_group_that_has_not_met_is_called_off_with_the_last_meeting_that_is_left,
    |db| {
        let town = Town::that_just_starts(db);
        town.edit_contact_point(|point| point.supported_meetings = 2);
        let (group, notes) = town.ready(5);
        let cancel = |meeting| {
            town.cancel(&town.igangsetter, group, meeting, "2027-01-25 10:00")
                .unwrap()
        };
        cancel("2027-01-26");
        assert_eq!(town.group(group).state, GroupState::Ready, "they meet a week later");
        assert_eq!(cancel("2027-02-02"), letters(5));
        assert_eq!(town.group(group).state, GroupState::Dissolved);
        assert_eq!((town.owed("meeting-off"), town.owed("meeting-cancelled")), (5, 0));
        assert_eq!(town.states(&notes), [NoteState::Waiting]);
        assert_eq!(cancel("2027-02-02"), letters(0), "pressed twice");
        assert_eq!(town.read(|tx| occupancy::list(tx, town.id)), []);
    }
);

both_databases!(moving_a_meeting_to_where_it_is_tells_nobody, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.ready(5);
    let shift = || town.shift(group, "2027-02-02", ("2027-02-03", "17:00"), "2027-02-01 10:00");
    assert_eq!((shift().unwrap(), shift().unwrap()), (letters(5), letters(0)));
});

both_databases!(a_group_whose_last_meeting_is_moved_is_kept_as_much_longer, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.ready(5);
    let ends = |last, kept| {
        let calendar = town.group(group).calendar;
        assert_eq!((calendar.last_supported, calendar.kept_until), (day(last), day(kept)));
        assert_eq!(town.standing(notes[0]).kept_until(), day(kept));
        assert_eq!(
            town.read(|tx| occupancy::list(tx, town.id))[0].igangsetter_until,
            day(last)
        );
        assert_eq!(town.meeting_states(group).len(), 5);
    };
    ends("2027-02-23", "2027-03-02");
    let shift = |to| {
        town.shift(group, "2027-02-23", (to, "18:00"), "2027-02-01 10:00")
            .unwrap()
    };
    shift("2027-03-01");
    ends("2027-03-01", "2027-03-08");
    shift("2027-02-23");
    ends("2027-02-23", "2027-03-02");
});

both_databases!(a_moved_meeting_has_its_room_and_its_igangsetter_for_itself, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.ready(5);
    let thursday = model::Cell {
        time: weekly(chrono::Weekday::Thu, 18),
        ..town.cell
    };
    town.edit_room(|room| room.times.push(thursday.time));
    let other = town.add_igangsetter();
    town.lets_lead(&other, &[thursday], false);
    town.shift(group, "2027-01-26", ("2027-01-28", "17:00"), START).unwrap();
    town.shift(group, "2027-02-09", ("2027-02-11", "19:00"), START).unwrap();
    for _ in 0..5 {
        let _ = town.add_note_for(&[thursday], day("2027-01-04"));
    }
    town.propose(start()).unwrap();
    let second = town.approve_all(start()).groups[0].0;
    assert_eq!(town.group(second).calendar.first_meeting, day("2027-02-04"));
    assert_eq!(
        town.meeting_states(second)[1],
        MeetingState::Holiday,
        "the room is taken on the 11th"
    );

    let notes: Vec<_> = town.seats(second).iter().map(|seat| seat.note).collect();
    town.all_answer(second, &notes, &YES);
    let meet = |to| {
        let wanted = (second, day("2027-02-11"), to);
        town.db
            .write_now(|tx| move_meeting(tx, &town.chance, &other, wanted, start()))
    };
    let taken = meet((day("2027-02-11"), time("20:30")));
    assert!(matches!(taken, Err(Fault::RoomTaken)), "{taken:?}");
    meet((day("2027-02-11"), time("21:00"))).unwrap();
});

both_databases!(no_meeting_moves_to_where_its_igangsetter_leads_another_group, |db| {
    let town = Town::that_just_starts(db);
    let (group, _) = town.ready(5);
    let elsewhere = town.add_room(town.cell);
    let mark = |until| Occupancy {
        id: OccupancyId::random(&town.chance),
        group: None,
        room: elsewhere,
        igangsetter: Some(town.igangsetter.id),
        igangsetter_until: day(until),
        time: weekly(chrono::Weekday::Wed, 18),
    };
    town.db
        .write_now(|tx| occupancy::insert(tx, &mark("2027-02-02")))
        .unwrap();
    let shift = || town.shift(group, "2027-02-02", ("2027-02-03", "19:00"), "2027-02-01 10:00");
    assert!(shift().is_ok(), "free again by then");
    town.db
        .write_now(|tx| occupancy::insert(tx, &mark("2027-02-03")))
        .unwrap();
    let refused = town.shift(group, "2027-02-02", ("2027-02-03", "18:00"), "2027-02-01 10:00");
    assert!(matches!(refused, Err(Fault::BadDate)), "{refused:?}");
});

both_databases!(nobody_changes_meetings_but_the_groups_own_igangsetter, |db| {
    let town = Town::that_just_starts(db);
    let (group, notes) = town.approved(5);
    let now = "2027-01-20 10:00";
    assert_not_yours(&town.cancel(&town.igangsetter, group, "2027-01-26", now));
    town.all_answer(group, &notes, &YES);
    for by in [&town.coordinator, &town.add_igangsetter()] {
        assert_not_yours(&town.cancel(by, group, "2027-01-26", now));
        assert_not_yours(&town.call_off(by, group, now));
    }
    assert_not_yours(&town.cancel(&town.igangsetter, group, "2027-01-27", now));
    town.step_back(&town.igangsetter, group, oslo(now)).unwrap();
    assert_not_yours(&town.cancel(&town.igangsetter, group, "2027-01-26", now));
    assert_not_yours(&town.call_off(&town.igangsetter, group, now));
    assert_eq!(town.owed("meeting-cancelled"), 0);
});
