//! The same address more than once.

use store::note;

use crate::cast::{address, post::END_OF_TIME, story};

story!(
    whoever_leaves_a_note_at_two_courses_has_one_note_and_keeps_the_waiting_time,
    |cast| {
        let monday = cast.open_collection("Mandagskurset");
        cast.join(&["ada"], &monday);
        let older = cast.links_of("ada");
        cast.app.pass_until("2027-01-08 15:00");
        let friday = cast.open_collection("Fredagskurset");
        cast.leave_note_for("ada", &friday, &["thu-morning"]);
        cast.app.work();
        assert_eq!(
            cast.count_rows(),
            "2 notes, 0 groups, 0 letters owed",
            "until it is confirmed"
        );
        cast.confirm("ada");

        assert_eq!(cast.count_rows(), "1 notes, 0 groups, 0 letters owed");
        let page = cast.own_page("ada").text();
        assert!(
            page.contains("torsdag: formiddag") && !page.contains("tirsdag"),
            "{page}"
        );
        cast.assert_gone("ada's older note", &older);
        let since = cast.app.db.read_now(|tx| {
            let notes = note::list_expired(tx, END_OF_TIME)?;
            Ok::<_, store::Fault>(note::get(tx, notes[0])?.standing.waiting_since())
        });
        assert_eq!(since.expect("the database answers").to_string(), "2027-01-05");
    }
);

story!(
    two_who_share_a_mailbox_are_two_people_if_one_of_them_has_a_code,
    |cast| {
        let door = cast.open_collection("Mandagskurset");
        cast.participant.open(&door);
        assert!(
            cast.participant
                .seen()
                .text()
                .contains("Deler dere en e-post? Da må én av dere ha kode.")
        );
        let with_letters = ["ada", "carl", "dina", "einar"];
        cast.join(&with_letters, &door);
        cast.leave_note_with_code("adas mann", &door);
        cast.propose_and_approve();
        cast.anne_says_yes();
        cast.accept("adas mann");
        cast.all_accept(&with_letters);
        cast.all_read(&with_letters, "Møtet blir noe av");
        assert_eq!(cast.standing_of("adas mann"), "Møtet blir noe av");
        let to_both = cast.app.mail.letters_to(&address("ada"));
        let invitations = to_both
            .iter()
            .filter(|letter| letter.subject() == "Tid for første møte");
        assert_eq!(invitations.count(), 1);
    }
);
