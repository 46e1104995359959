//! Rooms that change under a group, and rooms of groups that are forgotten.

use crate::cast::{FIVE, story};

story!(
    a_room_is_changed_and_given_up_while_a_group_meets_in_it_and_the_group_stays,
    |cast| {
        cast.invite(&FIVE);
        let edit = cast.at_the_place().seen().link("Endre stedet");
        cast.at("kari", &edit).fill_in(&[
            ("name", "Storvik frivilligsentral"),
            ("address", "Nygata 9"),
            ("entrance", "Bakdøra"),
        ]);
        cast.at_the_room("Møterommet")
            .fill_in(&[("name", "Loftet"), ("tue", ""), ("wed", "18:00")]);
        let place = cast.at_the_place().seen().text();
        assert!(
            place.contains("Nygata 9") && place.contains("onsdager kl. 18.00"),
            "{place}"
        );
        assert!(
            !place.contains("Ledig igjen"),
            "the room of a group that is there can't be freed: {place}"
        );

        let invitation = cast.open_invitation("ada").text();
        for kept in ["tirsdag 19. januar 2027 kl. 18.00", "Møterommet", "Inngang fra torget"] {
            assert!(invitation.contains(kept), "{kept}: {invitation}");
        }
        cast.at_the_room("Loftet").press(("offer", "no"), &[]);
        assert!(
            cast.at_the_room("Loftet")
                .seen()
                .text()
                .contains("Rommet er ikke i bruk nå.")
        );
        cast.all_accept(&FIVE);
        cast.all_read(&FIVE, "Møtet blir noe av");
        let letter = cast.last_letter("ada");
        assert!(
            letter.text().contains("tirsdag 19. januar 2027 kl. 18.00, Storgata 1"),
            "{}",
            letter.text()
        );
        let page = cast.group_page("anne").text();
        assert!(
            page.contains("Storgata 1") && page.contains("Møterommet") && !page.contains("Loftet"),
            "{page}"
        );

        let door = cast.permanent_door();
        cast.join_for(&["frida", "geir", "hanna", "ida", "jon"], &door, &["wed-evening"]);
        let draft = cast.propose().text();
        assert!(
            draft.contains("5 personer: tidene passer ikke"),
            "nobody else gets it: {draft}"
        );
    }
);

story!(
    the_room_of_a_forgotten_group_is_not_given_away_until_it_is_freed,
    |cast| {
        cast.make_ready(&FIVE);
        // Two weeks of notice, four weeks of meetings, a week of memory, and the day after.
        cast.app.pass_until("2027-02-24 15:00");
        assert_eq!(cast.count_rows(), "0 notes, 0 groups, 0 letters owed");
        assert!(cast.desk("anne").links("/groups/").is_empty());
        let door = cast.permanent_door();
        cast.join(&["frida", "geir", "hanna", "ida", "jon"], &door);
        let draft = cast.propose();
        assert!(draft.text().contains("5 personer: ingen rom"), "{}", draft.text());

        let visitor = cast.at_the_place();
        assert!(visitor.seen().text().contains("Tatt av grupper som går videre selv"));
        let (taken, _) = visitor.seen().buttons("free").remove(0);
        visitor.press(("free", &taken), &[]);
        assert!(visitor.seen().text().contains("Rommet er ledig igjen."));
        cast.at("kari", &draft.path).press(("do", "discard"), &[]);
        assert!(cast.propose().text().contains("Deltakere 5"));
    }
);
