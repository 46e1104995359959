//! Notes without an address: they hold none, and do all that others do but for being written to (promise C13).

use model::{NoteState, ReceiptCode, SeatState};
use store::{Fault as StoreFault, note};
use testkit::{both_databases, day, oslo};

use super::{Town, start};
use crate::{Confirmed, my_note};

both_databases!(a_note_by_code_holds_no_address_and_owes_no_letter, |db| {
    let town = Town::on(db);
    let receipt = town.submit(&town.form_by_code(), start()).unwrap();
    let (note, confirmed) = town.look_up(&receipt.code.unwrap(), start()).unwrap();
    assert!(note.by_code);
    assert_eq!((note.words, confirmed), (receipt.words, Confirmed::Waiting));
    let address = town.db.read_now(|tx| note::get_sealed_address(tx, note.id));
    assert!(matches!(address, Err(StoreFault::Missing(_))), "{address:?}");
    assert_eq!(town.letters(), []);
    assert_eq!(town.collection(&town.code).notes_left, 1);
});

both_databases!(the_first_look_up_confirms_and_later_ones_change_nothing, |db| {
    let town = Town::on(db);
    let code = town.leave_by_code(start());
    let (note, confirmed) = town.look_up(&code, oslo("2027-01-18 10:00")).unwrap();
    assert_eq!(confirmed, Confirmed::Waiting);
    let standing = note.standing;
    assert_eq!(
        (standing.state(), standing.waiting_since(), standing.kept_until()),
        (NoteState::Waiting, day("2027-01-12"), day("2027-07-18"))
    );
    let again = town.look_up(&code, oslo("2027-01-25 10:00")).unwrap();
    assert_eq!(again, (note, Confirmed::Already));
});

both_databases!(a_code_that_nobody_has_finds_nothing, |db| {
    let town = Town::on(db);
    let _ = town.leave_by_code(start());
    assert_eq!(town.look_up(&ReceiptCode::random(&town.chance), start()), None);
});

both_databases!(a_note_whose_code_is_never_looked_up_is_erased_after_seven_days, |db| {
    let town = Town::on(db);
    let code = town.leave_by_code(start());
    let erase = |at: &str| groups::erase_expired(&town.db, &town.chance, oslo(at)).unwrap();
    assert_eq!(erase("2027-01-19 23:59:59"), 0);
    assert_eq!(erase("2027-01-20 00:00:00"), 1);
    assert_eq!(town.look_up(&code, oslo("2027-01-20 00:00:00")), None);
});

both_databases!(two_people_by_code_are_two_people, |db| {
    let town = Town::on(db);
    let notes = [town.leave_by_code(start()), town.leave_by_code(start())]
        .map(|code| town.look_up(&code, start()).unwrap().0.id);
    assert!(notes[0] != notes[1]);
    assert!(notes.iter().all(|note| town.state(*note) == Some(NoteState::Waiting)));
});

both_databases!(a_note_by_code_is_offered_a_seat_and_takes_it, |db| {
    let town = Town::on(db);
    let code = town.leave_by_code(start());
    let (note, _) = town.look_up(&code, start()).unwrap();
    for nth in 0..4 {
        town.wait(&format!("p{nth}@example.no"), start());
    }
    let group = town.group(false);
    assert_eq!(
        town.look_up(&code, start()).unwrap().0.standing.state(),
        NoteState::Invited
    );
    town.accept(note.id, group);
    let mine = town.db.read_now(|tx| my_note(tx, note.id)).unwrap().unwrap();
    assert_eq!(mine.seat.unwrap().seat.state, SeatState::Accepted);
    let owed_to_it = town
        .letters()
        .iter()
        .filter(|letter| letter.references().note == Some(note.id))
        .count();
    assert_eq!(owed_to_it, 0, "nobody could be written to");
    assert_eq!(
        town.letters().len(),
        4 + 4 + 1,
        "the others are asked to confirm, and invited, and the igangsetter is told"
    );
});
