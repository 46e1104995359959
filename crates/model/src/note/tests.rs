use super::*;

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 1, d).unwrap()
}

#[test]
fn confirming_keeps_the_longer_waiting_of_the_two() {
    let left = Standing::left(day(20));
    assert_eq!(left.confirm(day(21), Some(day(3))).unwrap().waiting_since(), day(3));
    assert_eq!(left.confirm(day(21), None).unwrap().waiting_since(), day(20));
}

#[test]
fn whoever_lost_a_group_is_first_in_line() {
    let joined = Standing::left(day(20))
        .confirm(day(20), None)
        .unwrap()
        .invite(day(31))
        .unwrap()
        .join()
        .unwrap();
    let waiting = joined.lose_group(day(28)).unwrap();
    assert_eq!(waiting.waiting_since(), day(20) - Days::new(30));
    assert_eq!(waiting.state(), NoteState::Waiting);
}

#[test]
fn an_invitation_that_nobody_could_answer_does_not_lengthen_the_six_months() {
    let invited = Standing::left(day(1))
        .confirm(day(1), None)
        .unwrap()
        .invite(day(30))
        .unwrap();
    let kept = |today| invited.fall_back(today).unwrap().kept_until();
    let months_end = day(1) + WAITING_MONTHS;
    assert_eq!(kept(day(20)), months_end);
    assert_eq!(
        kept(months_end),
        months_end + Days::new(14),
        "nobody is erased without notice"
    );
    let back = invited.fall_back(day(20)).unwrap();
    assert_eq!((back.state(), back.waiting_since()), (NoteState::Waiting, day(1)));
}

#[test]
fn an_invitation_that_nobody_could_answer_leaves_the_months_that_the_person_asked_for() {
    let asked = day(1) + Months::new(5);
    let invited = Standing::left(day(1))
        .confirm(day(1), None)
        .and_then(|waiting| waiting.resume(asked))
        .and_then(|waiting| waiting.invite(asked + Days::new(30)))
        .unwrap();
    let back = invited.fall_back(asked + Days::new(40)).unwrap();
    let months_end = asked + WAITING_MONTHS;
    assert_eq!(
        (back.kept_until(), back.prompt_on()),
        (months_end, Some(months_end - ASKED_BEFORE))
    );
}

#[test]
fn what_could_help_is_told_once_however_often_the_person_comes_back() {
    let waiting = Standing::left(day(1)).confirm(day(1), None).unwrap();
    let declined = |on| waiting.invite(day(31)).and_then(|invited| invited.decline(on)).unwrap();
    assert_eq!(declined(day(10)).prompt_on(), Some(day(22)), "not told yet");
    let resumed = waiting.resume(day(21)).unwrap();
    let (first, told) = resumed.prompt(day(22)).unwrap();
    assert_eq!(first, Prompt::StillLooking);
    for back in [told.resume(day(25)).unwrap(), declined(day(25))] {
        let ask_on = day(25) + WAITING_MONTHS - ASKED_BEFORE;
        assert_eq!(back.prompt_on(), Some(ask_on));
        assert_eq!(back.prompt(ask_on).unwrap().0, Prompt::StillInterested);
    }
}

#[test]
fn every_state_says_until_when_the_note_is_kept() {
    let left = Standing::left(day(1));
    assert_eq!(left.kept_until(), day(8));
    let waiting = left.confirm(day(2), None).unwrap();
    assert_eq!(waiting.kept_until(), NaiveDate::from_ymd_opt(2027, 7, 2).unwrap());
    let invited = waiting.invite(day(30)).unwrap();
    assert_eq!(invited.kept_until(), day(30));
    assert_eq!(invited.pause(day(10)).unwrap().kept_until(), day(24));
    assert_eq!(invited.join().unwrap().kept_until(), day(30));
}

#[test]
fn a_note_takes_no_step_that_its_life_does_not_know() {
    let unconfirmed = Standing::left(day(1));
    let waiting = unconfirmed.confirm(day(1), None).unwrap();
    assert!(unconfirmed.invite(day(9)).is_err());
    assert!(waiting.confirm(day(1), None).is_err());
    assert!(waiting.join().is_err());
    assert!(waiting.pause(day(1)).is_err());
    assert!(waiting.invite(day(9)).unwrap().join().unwrap().pause(day(2)).is_err());
}

#[test]
fn a_waiting_person_is_written_after_three_weeks_and_a_month_before_the_end_and_no_more() {
    let waiting = Standing::left(day(1)).confirm(day(2), None).unwrap();
    assert_eq!(waiting.prompt(day(21)), None);
    let (first, waiting) = waiting.prompt(day(22)).unwrap();
    assert_eq!(first, Prompt::StillLooking);
    let june = NaiveDate::from_ymd_opt(2027, 6, 2).unwrap();
    assert_eq!(waiting.prompt_on(), Some(june));
    let (second, waiting) = waiting.prompt(june).unwrap();
    assert_eq!((second, waiting.prompt_on()), (Prompt::StillInterested, None));
    assert_eq!(waiting.prompt(waiting.kept_until()), None);
    assert_eq!(waiting.resume(june).unwrap().kept_until(), june + WAITING_MONTHS);
}

#[test]
fn an_unconfirmed_address_is_reminded_once() {
    let left = Standing::left(day(1));
    assert_eq!(left.prompt(day(3)), None);
    let (prompt, reminded) = left.prompt(day(4)).unwrap();
    assert_eq!((prompt, reminded.prompt(day(8))), (Prompt::Confirm, None));
}
