//! What the igangsetter and the people of a group tell each other of meetings.

use crate::cast::{FIVE, nickname, story};

story!(
    a_meeting_is_cancelled_the_same_afternoon_and_one_of_six_has_a_code,
    |cast| {
        let door = cast.open_collection("Mandagskurset");
        cast.join(&FIVE, &door);
        cast.leave_note_with_code("frida", &door);
        cast.propose_and_approve();
        cast.anne_says_yes();
        cast.accept("frida");
        cast.all_accept(&FIVE);

        cast.app.pass_until("2027-01-19 14:00");
        cast.all_read(&FIVE, "Møte i morgen kl. 18.00");
        cast.cancel_next_meeting();
        cast.all_read(&FIVE, "Avlyst: møtet i dag kl. 18.00");
        let told = cast.group_page("anne").text();
        assert!(told.contains("Avlysning: 5 av 6 sendt, 1 har kode"), "{told}");
        for name in ["ada", "frida"] {
            let page = cast.own_page(name).text();
            assert!(page.contains("tirsdag 19. januar 2027: avlyst"), "{name}: {page}");
            assert!(page.contains("tirsdag 26. januar 2027 kl. 18.00"), "{name}: {page}");
        }
    }
);

story!(
    that_somebody_cannot_come_stands_nowhere_once_the_igangsetter_is_told,
    |cast| {
        cast.make_ready(&FIVE);
        cast.app.pass_until("2027-01-18 20:00");
        cast.own_page("ada");
        cast.participant.open("/my-note/absence");
        assert!(
            cast.participant
                .seen()
                .text()
                .contains("Neste møte er tirsdag 19. januar 2027 kl. 18.00.")
        );
        cast.participant.press(("tell", "igangsetter"), &[]);
        assert!(cast.participant.seen().text().contains("Igangsetteren får beskjed."));
        assert_eq!(cast.letters_owed(), 1);
        assert!(cast.app.stores("absence"), "what is searched is what is stored");

        cast.app.work();
        let letter = cast.last_letter("anne");
        assert_eq!(letter.subject(), "Beskjed fra en deltaker");
        let sentence = format!("{} kan ikke komme tirsdag 19. januar", nickname("ada"));
        assert!(letter.text().contains(&sentence), "{}", letter.text());
        assert!(
            !cast.app.stores("absence"),
            "the row is gone with the letter (promise L7)"
        );
        assert!(!letter.subject().contains(&nickname("")), "the name stands inside only");
        let page = cast.group_page("anne").text();
        assert!(!page.contains("kan ikke komme"), "{page}");
    }
);
