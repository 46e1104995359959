//! A draft, and a pool that moves while nobody has approved it.

use crate::cast::{Asked, story};

story!(a_draft_is_approved_after_half_of_it_has_changed, |cast| {
    cast.add_room("Peisestua", "thu");
    cast.can_start_groups("anne", Asked::First);
    cast.add_bo(Asked::First);
    let door = cast.open_collection("Mandagskurset");
    let (tuesday, thursday) = (
        ["ada", "berit", "carl", "dina", "einar"],
        ["frida", "geir", "hanna", "ida", "jon"],
    );
    cast.join(&tuesday, &door);
    cast.join_for(&thursday, &door, &["thu-evening"]);
    let draft = cast.propose().text();
    assert!(draft.contains("Gruppe 1") && draft.contains("Gruppe 2"), "{draft}");

    cast.erase_everything("jon");
    cast.join(&["kaja"], &door);
    let told = cast.approve().text();
    assert!(told.contains("Én gruppe er godkjent."), "{told}");
    assert!(told.contains("er tatt ut: noen endret svaret sitt."), "{told}");
    let asked: Vec<&str> = ["anne", "bo"]
        .into_iter()
        .filter(|name| cast.was_told(name, "Kan du ta en ny gruppe?"))
        .collect();
    assert_eq!(asked.len(), 1, "of the group that still stands");
    cast.answers_the_question(asked[0], "yes");
    cast.app.work();
    cast.all_read(&tuesday, "Tid for første møte");
    for name in &thursday[..4] {
        assert_eq!(cast.subjects(name), ["Bekreft e-postadressen din"], "{name}");
        assert_eq!(cast.standing_of(name), "Venter på flere");
    }
    assert_eq!(cast.count_rows(), "10 notes, 1 groups, 0 letters owed");
});
