//! Planned starts: place and date are there before anybody has left a note.

use crate::cast::{EIGHT, nickname, story};

story!(nine_tick_the_date_so_eight_have_a_seat_and_the_ninth_waits, |cast| {
    let door = cast.open_collection_with_a_date("Mandagskurset");
    cast.app.work();
    cast.answers_the_question("anne", "yes");
    cast.tick_the_date(&[&EIGHT[..], &["ida"]].concat(), &door);
    for name in EIGHT {
        cast.confirm(name);
        let page = cast.participant.seen().text();
        assert!(
            page.contains("Takket ja") && page.contains("tirsdag 19. januar 2027 kl. 18.00"),
            "{page}"
        );
    }
    cast.confirm("ida");
    let page = cast.participant.seen().text();
    assert!(page.contains("Gruppen er full. Du venter på neste."), "{page}");
    let open = cast.at_the_collection().seen().text();
    assert!(
        open.contains("Innsamlingen er åpen.") && !open.contains("meldt interesse"),
        "no count while it is open: {open}"
    );

    let told = cast.close_collection();
    assert!(told.contains("Fem eller flere har meldt interesse."), "{told}");
    cast.all_read(&EIGHT, "Møtet blir noe av");
    cast.all_read(&["anne"], "Deltakerne er klare");
    assert_eq!(cast.standing_of("ida"), "Venter på flere");
    assert!(cast.group_page("anne").text().contains("Deltaker 8"));
});

story!(four_tick_the_date_and_nobody_else_waits_so_it_is_called_off, |cast| {
    let door = cast.open_collection_with_a_date("Mandagskurset");
    cast.app.work();
    cast.answers_the_question("anne", "yes");
    let four = &EIGHT[..4];
    cast.tick_the_date(four, &door);
    for name in four {
        cast.confirm(name);
    }
    let told = cast.close_collection();
    assert!(told.contains("Færre enn fem har meldt interesse."), "{told}");
    assert_eq!(cast.standing_of("ada"), "Takket ja", "there is time until the cut-off");

    cast.app.pass_until("2027-01-17 15:00");
    cast.all_read(four, "Møtet blir ikke noe av");
    cast.all_read(&["anne"], "Gruppen blir ikke noe av");
    assert_eq!(cast.standing_of("ada"), "Venter på flere");
});

story!(
    three_tick_the_date_and_the_group_is_filled_from_those_who_wait,
    |cast| {
        let waiting = ["frida", "geir", "hanna"];
        let elsewhere = cast.permanent_door();
        cast.join(&waiting, &elsewhere);
        let door = cast.open_collection_with_a_date("Mandagskurset");
        cast.app.work();
        cast.answers_the_question("anne", "yes");
        let three = ["ada", "berit", "carl"];
        cast.tick_the_date(&three, &door);
        for name in three {
            cast.confirm(name);
        }
        assert!(
            !cast.was_told("frida", "Tid for første møte"),
            "while it is open, nobody else is invited"
        );

        cast.close_collection();
        cast.all_read(&waiting, "Tid for første møte");
        cast.decline("hanna", "not-this-date");
        cast.all_accept(&["frida", "geir"]);
        cast.all_read(&["ada", "berit", "carl", "frida", "geir"], "Møtet blir noe av");
        let roster = cast.group_page("anne").text();
        assert!(
            roster.contains(&nickname("frida")) && roster.contains("Deltaker 1"),
            "{roster}"
        );
    }
);
