//! Letters to participants.

use model::Practical;

use super::{Sample, Scene, earlier, later};
use crate::{Facts, Meeting, ParticipantNews as News, WhyAsked};

type Named = (&'static str, News);

pub(super) fn all(scene: &Scene<'_>) -> Vec<Sample> {
    let news = [
        about_the_address(scene),
        about_the_seat(scene),
        about_meetings(scene),
        about_waiting(scene),
        vec![("notice", News::Notice(scene.notice()))],
    ];
    let sample = |(name, news)| Sample {
        name,
        facts: Facts::Participant(scene.to(), news),
    };
    news.into_iter().flatten().map(sample).collect()
}

fn about_the_address(scene: &Scene<'_>) -> Vec<Named> {
    let confirm = || scene.link("Confirm");
    vec![
        (
            "confirm-note",
            News::ConfirmNote {
                confirm: confirm(),
                days: 7,
            },
        ),
        (
            "confirm-reminder",
            News::ConfirmReminder {
                confirm: confirm(),
                days: 4,
            },
        ),
        ("new-link", News::NewLink),
    ]
}

fn about_the_seat(scene: &Scene<'_>) -> Vec<Named> {
    let meeting = || scene.meeting();
    let answer_by = earlier(scene.first_meeting(), 11);
    let answer = || scene.link("Answer");
    let reminder = |today| News::AnswerReminder {
        meeting: meeting(),
        answer_by,
        today,
        answer: answer(),
    };
    let invitation = News::Invitation {
        meeting: meeting(),
        answer_by,
        answer: answer(),
    };
    vec![
        ("invitation", invitation),
        ("answer-reminder", reminder(earlier(answer_by, 1))),
        ("answer-reminder-late", reminder(answer_by)),
        ("meeting-on", News::MeetingOn { meeting: meeting() }),
        ("meeting-off", News::MeetingOff { meeting: meeting() }),
        ("meeting-tomorrow", News::MeetingTomorrow { meeting: meeting() }),
    ]
}

fn about_meetings(scene: &Scene<'_>) -> Vec<Named> {
    let (meeting, first) = (|| scene.meeting(), scene.first_meeting());
    let cancelled = |today| News::MeetingCancelled {
        meeting: meeting(),
        today,
    };
    let moved = News::MeetingMoved {
        from: first,
        to: Meeting {
            date: later(first, 1),
            ..meeting()
        },
    };
    let mut news = vec![
        ("meeting-cancelled", cancelled(earlier(first, 6))),
        ("meeting-cancelled-today", cancelled(first)),
        ("meeting-moved", moved),
    ];
    let practical = |message: Practical| {
        let next = meeting();
        (message.code(), News::PracticalMessage { message, next })
    };
    news.extend(Practical::ALL.map(practical));
    news.push(("no-igangsetter", News::NoIgangsetter { meeting: meeting() }));
    news
}

fn about_waiting(scene: &Scene<'_>) -> Vec<Named> {
    let erased_after = later(scene.first_meeting(), 3);
    let interested = |why| News::StillInterested { erased_after, why };
    vec![
        ("still-looking", News::StillLooking),
        ("still-interested", interested(WhyAsked::Silent)),
        ("still-interested-waited", interested(WhyAsked::WaitedLong)),
    ]
}
