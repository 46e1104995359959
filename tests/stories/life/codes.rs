//! People without an address, from the paper slip to the meeting (promise C13).

use store::note;

use crate::cast::{FIVE, nickname, post::END_OF_TIME, story};

story!(five_come_by_paper_slip_and_meet_without_any_address, |cast| {
    let door = cast.open_collection("Mandagskurset");
    let slips = cast.print_slips(5);
    for (name, slip) in FIVE.iter().zip(&slips) {
        cast.leave_note_with_code(name, slip);
    }
    cast.participant.open(&slips[0]);
    assert!(
        cast.participant.seen().text().contains("Lappen er brukt"),
        "a slip works once"
    );
    cast.participant.open(&door);
    assert!(cast.participant.seen().text().contains("Hvor kan du møtes?"));
    cast.propose_and_approve();
    cast.anne_says_yes();
    for name in FIVE {
        assert_eq!(cast.standing_of(name), "Invitert", "{name}");
    }
    let (calls, looks) = (FIVE[4], &FIVE[..4]);
    let kari = cast.with_a_caller(calls);
    kari.press(("do", "yes"), &[]);
    assert!(kari.seen().text().contains("Det er gjort."), "{}", kari.seen().text());
    for name in looks {
        cast.accept(name);
    }
    let page = cast.own_page("ada").text();
    for known in [
        "Møtet blir noe av",
        "tirsdag 19. januar 2027 kl. 18.00",
        "Inngang fra torget",
    ] {
        assert!(page.contains(known), "{known}: {page}");
    }
    let told = cast.with_a_caller("berit").seen().text();
    assert!(
        told.contains("Møtet blir noe av") && !told.contains(&nickname("berit")),
        "{told}"
    );
    let roster = cast.group_page("anne").text();
    assert_eq!(roster.matches(&nickname("")).count(), 4, "{roster}");
    assert!(
        roster.contains("Deltaker 1"),
        "whoever called has told no name: {roster}"
    );

    cast.app.work();
    let letters = cast.app.mail.letters();
    assert!(letters.iter().all(|letter| letter.to().ends_with("@kontakt.example")));
    let written_down = FIVE.map(|name| cast.code_of(name));
    let on_slips = slips.iter().map(|slip| slip.trim_start_matches("/s/").to_owned());
    for code in on_slips.chain(written_down) {
        let bare = code.replace('-', "");
        assert!(
            bare.len() == 12 && !cast.app.stores(&code) && !cast.app.stores(&bare),
            "{code}"
        );
    }
    let addresses = cast.app.db.read_now(|tx| {
        let notes = note::list_expired(tx, END_OF_TIME)?;
        assert_eq!(notes.len(), 5);
        Ok::<_, store::Fault>(
            notes
                .iter()
                .filter(|note| note::get_sealed_address(tx, **note).is_ok())
                .count(),
        )
    });
    assert_eq!(addresses.expect("the database answers"), 0);
});
