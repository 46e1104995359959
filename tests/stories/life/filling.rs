//! How a group gets its people: invitations, refusals, those who take their place, and those for whom there is none.

use crate::cast::{EIGHT, nickname, story};

story!(
    eight_are_invited_three_decline_two_take_their_place_and_seven_meet,
    |cast| {
        cast.invite(&EIGHT);
        let later = ["ida", "jon"];
        let door = cast.permanent_door();
        cast.join(&later, &door);
        assert!(
            !cast.was_told("ida", "Tid for første møte"),
            "all eight seats are offered"
        );

        cast.decline("ada", "not-this-date");
        cast.decline("berit", "not-this-time");
        cast.decline("carl", "not-this-date");
        cast.app.work();
        cast.all_read(&later, "Tid for første møte");
        let coming = ["dina", "einar", "frida", "geir", "hanna", "ida", "jon"];
        cast.all_accept(&coming);

        cast.all_read(&coming, "Møtet blir noe av");
        let letter = cast.last_letter("anne");
        assert_eq!(letter.subject(), "Deltakerne er klare");
        assert!(letter.text().contains("7 deltakere er klare."), "{}", letter.text());
        let roster = cast.group_page("anne").text();
        assert!(coming.iter().all(|name| roster.contains(&nickname(name))), "{roster}");
        assert_eq!(roster.matches(&nickname("")).count(), 7, "{roster}");
        let desk = cast.desk("kari").text();
        assert!(desk.contains("Takket ja: 7 · Takket nei: 3 · Ikke svart: 0"), "{desk}");
        for name in ["ada", "berit", "carl"] {
            assert_eq!(cast.standing_of(name), "Venter på flere", "{name}");
        }
        assert_eq!(cast.count_rows(), "10 notes, 1 groups, 0 letters owed");
    }
);

story!(
    too_few_accept_so_the_group_is_dissolved_and_they_are_first_in_line_next_time,
    |cast| {
        let door = cast.permanent_door();
        // They have waited longest, for a day on which there is no room.
        cast.join_for(&EIGHT, &door, &["thu-evening"]);
        cast.app.pass_until("2027-01-15 15:00");
        let tuesday = ["ida", "jon", "kaja", "leif", "mona"];
        cast.join_for(&tuesday, &door, &["tue-evening", "thu-evening"]);
        cast.propose_and_approve();
        cast.anne_says_yes();
        let (accepting, silent) = (&tuesday[..4], tuesday[4]);
        cast.all_accept(accepting);

        cast.app.pass_until("2027-01-31 15:00");
        cast.all_read(accepting, "Møtet blir ikke noe av");
        assert!(cast.last_letter("ida").text().contains("Du står fortsatt i køen"));
        assert_eq!(cast.standing_of("ida"), "Venter på flere");
        cast.all_read(&[silent], "Fortsatt interessert?");
        cast.all_read(&["anne"], "Gruppen blir ikke noe av");
        assert!(!cast.app.stores(&nickname("ida")), "the roster is gone");

        cast.add_room("Peisestua", "thu");
        cast.can_start_groups("anne", crate::cast::Asked::First);
        cast.propose_and_approve();
        cast.anne_says_yes();
        cast.all_read(accepting, "Tid for første møte");
        let others = EIGHT.iter().filter(|name| cast.was_told(name, "Tid for første møte"));
        assert_eq!(others.count(), 4, "eight seats, and the four have the first of them");
    }
);

story!(
    of_nine_in_one_cell_eight_are_invited_and_the_ninth_when_one_declines,
    |cast| {
        let door = cast.open_collection("Mandagskurset");
        let nine = [&EIGHT[..], &["ida"]].concat();
        cast.join(&nine, &door);
        let draft = cast.propose().text();
        assert!(draft.contains("Deltakere 8"), "{draft}");
        assert!(draft.contains("Én person: et annet forslag hjelper flere"), "{draft}");
        cast.approve();
        cast.anne_says_yes();
        let (invited, left): (Vec<&str>, Vec<&str>) =
            nine.iter().partition(|name| cast.was_told(name, "Tid for første møte"));
        assert_eq!((invited.len(), left.len()), (8, 1));
        let page = cast.own_page(left[0]).text();
        assert!(page.contains("Venter på flere"), "{page}");
        assert!(
            !page.contains('8') && !page.contains('9'),
            "participants see no counts (promise C11): {page}"
        );

        cast.decline(invited[0], "not-this-time");
        cast.app.work();
        cast.all_read(&left, "Tid for første møte");
        cast.accept(left[0]);
        cast.all_accept(&invited[1..]);
        cast.all_read(&left, "Møtet blir noe av");
    }
);

story!(two_who_share_an_apart_code_never_meet, |cast| {
    let door = cast.open_collection("Mandagskurset");
    cast.join(&["ada", "berit", "carl", "dina", "einar", "frida", "geir"], &door);
    cast.keep_apart("ada", "berit");
    let draft = cast.propose().text();
    assert!(draft.contains("Deltakere 6"), "{draft}");
    assert!(draft.contains("Én person: holdes fra noen andre"), "{draft}");
    cast.approve();
    cast.anne_says_yes();
    let pair = ["ada", "berit"];
    let (inside, outside): (Vec<&str>, Vec<&str>) =
        pair.iter().partition(|name| cast.was_told(name, "Tid for første møte"));
    assert_eq!((inside.len(), outside.len()), (1, 1));

    cast.decline("carl", "not-this-date");
    cast.app.work();
    assert!(
        !cast.was_told(outside[0], "Tid for første møte"),
        "the freed seat is not for the other"
    );
    cast.accept(inside[0]);
    cast.all_accept(&["dina", "einar", "frida", "geir"]);
    cast.all_read(&inside, "Møtet blir noe av");
    assert_eq!(cast.standing_of(outside[0]), "Venter på flere");
});
