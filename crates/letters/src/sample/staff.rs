//! Letters to igangsettere, coordinators and all staff.

use super::{Sample, Scene};
use crate::{Facts, Participant, StaffNews as News};

type Named = (&'static str, News);

pub(super) fn all(scene: &Scene<'_>) -> Vec<Sample> {
    let sample = |(name, news)| Sample {
        name,
        facts: Facts::Staff(news),
    };
    let news = about_taking(scene).into_iter().chain(about_the_group(scene));
    news.chain(about_work(scene)).map(sample).collect()
}

fn about_taking(scene: &Scene<'_>) -> [Named; 4] {
    let (meeting, desk) = (|| scene.meeting(), || scene.page("desk"));
    let asked = |is_announced| News::AskedToLead {
        meeting: meeting(),
        is_announced,
        desk: desk(),
    };
    let set = News::SetToLead {
        meeting: meeting(),
        desk: desk(),
    };
    let off = News::GroupOff {
        meeting: meeting(),
        desk: desk(),
    };
    [
        ("asked-to-lead", asked(false)),
        ("asked-to-lead-announced", asked(true)),
        ("set-to-lead", set),
        ("group-off", off),
    ]
}

fn about_the_group(scene: &Scene<'_>) -> [Named; 5] {
    let (meeting, desk) = (|| scene.meeting(), || scene.page("desk"));
    let changed = |participants, is_short| News::GroupChanged {
        next: meeting(),
        participants,
        is_short,
        desk: desk(),
    };
    let absence = |nickname: Option<&str>| News::Absence {
        who: Participant {
            number: 3,
            nickname: nickname.map(str::to_owned),
        },
        date: scene.first_meeting(),
        desk: desk(),
    };
    let ready = News::ParticipantsReady {
        meeting: meeting(),
        participants: 6,
        desk: desk(),
    };
    [
        ("participants-ready", ready),
        ("group-changed", changed(5, false)),
        ("group-changed-short", changed(4, true)),
        ("absence", absence(Some("Solveig"))),
        ("absence-number", absence(None)),
    ]
}

fn about_work(scene: &Scene<'_>) -> [Named; 4] {
    let desk = || scene.page("desk");
    let code = News::SignInCode {
        code: "123456".to_owned(),
        minutes: 30,
    };
    let welcome = News::Welcome {
        contact_point: scene.contact_point.to_owned(),
        sign_in: scene.page("sign-in"),
    };
    let notice = News::Notice {
        notice: scene.notice(),
        desk: desk(),
    };
    [
        ("welcome", welcome),
        ("sign-in-code", code),
        ("tasks", News::Tasks { count: 3, desk: desk() }),
        ("staff-notice", notice),
    ]
}
