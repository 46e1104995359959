//! "Erase everything about me", from every state (promise C12).

use crate::cast::{EIGHT, nickname, post::link, story};

story!(
    whoever_leaves_is_gone_in_whatever_state_and_so_is_every_letter_not_yet_sent,
    |cast| {
        let door = cast.open_collection("Mandagskurset");
        cast.join(&EIGHT, &door);
        cast.join_for(&["ida"], &door, &["sat-morning"]);
        cast.leave_note("jon", &door);
        cast.app.work();

        // Unconfirmed: somebody else typed in the address.
        let links = cast.links_of("jon");
        cast.participant.open(&link(&cast.last_letter("jon")));
        cast.participant.press(("answer", "not-me"), &[]);
        assert_eq!(cast.participant.seen().path, "/erased");
        cast.assert_gone("jon", &links);
        assert_eq!(cast.count_rows(), "9 notes, 0 groups, 0 letters owed");

        // Waiting.
        cast.leave("ida");
        assert_eq!(cast.count_rows(), "8 notes, 0 groups, 0 letters owed");

        // Held, while Anne is asked.
        cast.propose_and_approve();
        cast.leave("hanna");
        assert_eq!(cast.count_rows(), "7 notes, 1 groups, 0 letters owed");

        // Invited, and the invitation not yet sent.
        cast.answers_the_question("anne", "yes");
        assert_eq!(cast.letters_owed(), 7, "the invitations are owed, and not sent");
        let links = cast.links_of("geir");
        let proof = cast.erase_everything("geir").text();
        assert!(
            proof.contains("Lapper 1 Ønsker 1 Plasser i grupper 1 Brev 2"),
            "{proof}"
        );
        assert_eq!(cast.letters_owed(), 6);
        cast.assert_gone("geir", &links);
        assert!(!cast.was_told("geir", "Tid for første møte") && !cast.was_told("hanna", "Tid for første møte"));

        // Accepted: the seat is offered to whoever waits.
        cast.accept("frida");
        assert!(
            cast.app.stores(&nickname("frida")),
            "what is searched is what is stored"
        );
        cast.leave("frida");
        cast.join(&["kaja"], &door);
        cast.app.work();
        cast.all_read(&["kaja"], "Tid for første møte");

        // Paused, after no answer.
        cast.all_accept(&EIGHT[..5]);
        cast.app.pass_until("2027-01-11 15:00");
        cast.all_read(&EIGHT[..5], "Møtet blir noe av");
        assert_eq!(cast.standing_of("kaja"), "Vil du fortsatt være med?");
        cast.leave("kaja");

        // Of a group that is ready: it is not dissolved, and Anne is told.
        cast.leave("einar");
        cast.app.work();
        let letter = cast.last_letter("anne");
        assert_eq!(letter.subject(), "Endring");
        assert!(
            letter
                .text()
                .contains("Dere er få nå. Velg selv om gruppen skal starte."),
            "{}",
            letter.text()
        );
        let roster = cast.group_page("anne").text();
        assert!(roster.contains("Dere er færre enn fem."), "{roster}");
        assert_eq!(roster.matches(&nickname("")).count(), 4, "{roster}");
        assert_eq!(cast.count_rows(), "4 notes, 1 groups, 0 letters owed");

        // Anne decides not to begin with four.
        cast.call_off();
        cast.all_read(&EIGHT[..4], "Møtet blir ikke noe av");
        assert_eq!(cast.standing_of("ada"), "Venter på flere");
        assert!(!cast.app.stores(&nickname("ada")), "the roster is gone");
    }
);
