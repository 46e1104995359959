//! What becomes of a group whose igangsetter says no, says nothing, or steps back.

use crate::cast::{Asked, FIVE, story};

story!(the_igangsetter_says_no_and_somebody_else_takes_the_group, |cast| {
    let door = cast.open_collection("Mandagskurset");
    cast.join(&FIVE, &door);
    cast.propose_and_approve();
    cast.add_bo(Asked::First);
    cast.answers_the_question("anne", "no");
    assert!(
        cast.desk("anne").links("/groups/").is_empty(),
        "she sees nothing of it any more"
    );
    assert_eq!(
        cast.standing_of("ada"),
        "Venter på flere",
        "nobody has been told of anything"
    );

    let task = cast.desk("kari").text();
    assert!(task.contains("En gruppe mangler igangsetter"), "{task}");
    cast.app.pass_until("2027-01-06 09:00");
    assert!(cast.was_told("kari", "Oppgaver: 1"), "{:?}", cast.subjects("kari"));
    cast.find_another_igangsetter("bo");
    cast.answers_the_question("bo", "yes");
    cast.app.work();
    let invitation = cast.open_invitation("ada").text();
    assert!(invitation.contains("Igangsetter bo"), "{invitation}");
    cast.all_accept(&FIVE);
    cast.all_read(&["bo"], "Deltakerne er klare");
    assert!(!cast.was_told("anne", "Deltakerne er klare"));
});

story!(
    the_igangsetter_says_nothing_and_nobody_else_is_found_so_all_keep_their_waiting_time,
    |cast| {
        let door = cast.open_collection("Mandagskurset");
        cast.join(&FIVE, &door);
        cast.propose_and_approve();
        cast.app.pass_until("2027-01-07 14:59");
        assert!(!cast.desk("kari").text().contains("En gruppe mangler igangsetter"));
        cast.app.pass_until("2027-01-07 15:00");
        assert!(cast.desk("kari").text().contains("En gruppe mangler igangsetter"));

        cast.app.pass_until("2027-01-09 15:00");
        assert!(!cast.desk("kari").text().contains("En gruppe mangler igangsetter"));
        for name in FIVE {
            assert_eq!(
                cast.subjects(name),
                ["Bekreft e-postadressen din"],
                "{name} has heard of nothing"
            );
            assert_eq!(cast.standing_of(name), "Venter på flere");
        }
        cast.add_bo(Asked::First);
        let draft = cast.propose().text();
        assert!(draft.contains("Deltakere 5"), "they are proposed again: {draft}");
    }
);

story!(the_igangsetter_steps_back_late_and_another_is_there_in_time, |cast| {
    cast.make_ready(&FIVE);
    cast.add_bo(Asked::Never);
    cast.app.pass_until("2027-01-17 10:00");
    cast.steps_back("anne");
    let page = cast.own_page("ada").text();
    assert!(
        page.contains("Vi finner en ny") && page.contains("Møtet blir noe av"),
        "{page}"
    );
    assert!(cast.desk("anne").links("/groups/").is_empty());

    cast.find_another_igangsetter("bo");
    cast.all_read(&["bo"], "Deltakerne er klare");
    let page = cast.own_page("ada").text();
    assert!(page.contains("Igangsetter bo"), "{page}");
    cast.app.pass_until("2027-01-19 19:00");
    cast.all_read(&FIVE, "Møte i morgen kl. 18.00");
    assert_eq!(cast.standing_of("ada"), "Gruppen er i gang");
});

story!(
    the_igangsetter_steps_back_late_and_nobody_is_found_so_it_is_called_off_the_day_before,
    |cast| {
        cast.make_ready(&FIVE);
        cast.app.pass_until("2027-01-17 10:00");
        cast.steps_back("anne");
        cast.app.pass_until("2027-01-18 17:59");
        assert_eq!(cast.standing_of("ada"), "Møtet blir noe av", "there is still time");

        cast.app.pass_until("2027-01-18 18:00");
        cast.all_read(&FIVE, "Møtet blir ikke noe av");
        assert_eq!(cast.standing_of("ada"), "Venter på flere");
        cast.add_bo(Asked::First);
        let draft = cast.propose().text();
        assert!(draft.contains("Deltakere 5"), "they are first in line: {draft}");
    }
);
