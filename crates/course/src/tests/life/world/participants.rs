//! What participants do, and what the mail server does to their letters.

use groups::Answer;
use model::{
    Band, EmailAddress, GroupId, GroupState, Language, NoteId, NoteState, SeatState, WeekBand, Wish, oslo_date,
};

use super::{World, or_refused, pick};
use crate::{
    Change, Confirmed, Fault, NoteDraft, Reach, change, find_note, make_apart_code, resume, share_apart_code,
    tests::life::{Says, Step, seen::Seen},
};

impl World {
    pub(super) fn participant(&self, step: &Step, seen: &Seen) {
        let (town, now) = (&self.town, self.now);
        let (db, chance) = (&town.db, &town.chance);
        match *step {
            Step::Confirm(nth) => self.confirm(seen, nth),
            Step::LookUp(nth) if !self.codes.is_empty() => {
                town.look_up(&self.codes[nth % self.codes.len()], now);
            }
            Step::FindNote(person) => {
                let (keys, email) = ((&town.vault, chance), address(person));
                db.write_now(|tx| find_note(tx, keys, &email, true, now)).unwrap();
            }
            Step::Change(nth, what) => self.change(seen, nth, what),
            Step::Apart(one, other) => self.keep_apart(seen, one, other),
            Step::Deliver(nth) => {
                if let Some((note, group)) = pick(&seen.seats_that_are(&[SeatState::Invited]), nth) {
                    db.write_now(|tx| groups::invitation_delivered(tx, note, group, oslo_date(now)))
                        .unwrap();
                }
            }
            Step::RefuseLetter(nth) => self.refuse_letter(seen, nth),
            Step::Answer(nth, says) => self.answer_any(seen, nth, says),
            Step::Accept(nth, count) => self.accept(seen, nth, count),
            Step::Absent(nth) => {
                if let Some(seat) = pick(&seen.seats_that_are(&[SeatState::Accepted]), nth) {
                    or_refused(db.write_now(|tx| groups::absent(tx, chance, seat, now)));
                }
            }
            Step::Withdraw(nth) => {
                if let Some(note) = pick(&seen.notes_that_are(&NoteState::ALL), nth) {
                    db.write_now(|tx| groups::withdraw(tx, chance, note, now)).unwrap();
                }
            }
            Step::Resume(nth) => {
                let paused = seen.notes_that_are(&[NoteState::Paused]);
                let asked = if paused.is_empty() { confirmed(seen) } else { paused };
                if let Some(note) = pick(&asked, nth) {
                    db.write_now(|tx| resume(tx, note, now)).unwrap();
                }
            }
            _ => {}
        }
    }

    pub(super) fn leave(&mut self, person: u8, planned: bool) {
        let door = self.a_door();
        let form = self.form(Reach::Email(address(person)), planned);
        match self.town.submit_at(&door, &form, self.now) {
            Ok(_) => {}
            Err(Fault::NoSuchPlace) => return,
            Err(fault) => panic!("{fault}"),
        }
        let known = |note: &NoteId| self.people.contains_key(note);
        let asked = self.town.asked_to_confirm();
        let new = asked.into_iter().find(|note| !known(note)).unwrap();
        self.people.insert(new, person);
    }

    pub(super) fn crowd(&mut self, count: usize, planned: bool) {
        let door = self.a_door();
        let form = self.form(Reach::Code, planned);
        for _ in 0..count {
            match self.town.submit_at(&door, &form, self.now) {
                Ok(receipt) => self.codes.push(receipt.code.unwrap()),
                Err(Fault::NoSuchPlace | Fault::CollectionFull) => return,
                Err(fault) => panic!("{fault}"),
            }
            let (_, confirmed) = self.town.look_up(self.codes.last().unwrap(), self.now).unwrap();
            assert_ne!(confirmed, Confirmed::Already);
        }
    }

    fn form(&self, reach: Reach, planned: bool) -> NoteDraft {
        NoteDraft {
            reach,
            planned,
            places: self.cells.iter().map(|cell| cell.place).collect(),
            ..self.town.form("nobody@example.no")
        }
    }

    fn confirm(&self, seen: &Seen, nth: usize) {
        let mut unconfirmed = seen.notes_that_are(&[NoteState::Unconfirmed]);
        unconfirmed.retain(|note| !seen.notes[note].by_code);
        if let Some(note) = pick(&unconfirmed, nth) {
            assert_ne!(self.town.confirm(note, self.now).unwrap(), Confirmed::Already);
        }
    }

    fn change(&self, seen: &Seen, nth: usize, what: usize) {
        let Some(note) = pick(&held_or_confirmed(seen, what), nth) else {
            return;
        };
        let cell = self.cells[what % 3];
        let wish = |band| Wish {
            place: cell.place,
            when: WeekBand {
                weekday: cell.time.weekday,
                band,
            },
            first_choice: what.is_multiple_of(2),
        };
        let new = Change {
            wishes: vec![wish(Band::Evening), wish(Band::Morning)],
            language: Language::English,
        };
        match self.town.db.write_now(|tx| change(tx, note, &new, self.now)) {
            Ok(()) | Err(Fault::NoSuchPlace) => {}
            Err(fault) => panic!("{fault}"),
        }
    }

    fn keep_apart(&self, seen: &Seen, one: usize, other: usize) {
        let among = held_or_confirmed(seen, one);
        let (Some(one), Some(other)) = (pick(&among, one), pick(&among, other)) else {
            return;
        };
        let (db, chance) = (&self.town.db, &self.town.chance);
        let shared = db.write_now(|tx| {
            let code = make_apart_code(tx, chance, one)?;
            share_apart_code(tx, other, &code)
        });
        match shared {
            Ok(()) | Err(Fault::TooManyCodes | Fault::CodeTaken) => {}
            Err(fault) => panic!("{fault}"),
        }
    }

    fn refuse_letter(&self, seen: &Seen, nth: usize) {
        let mut invited = seen.seats_that_are(&[SeatState::Invited]);
        invited.retain(|(note, _)| !seen.notes[note].by_code);
        if let Some(seat) = pick(&invited, nth) {
            let (town, now) = (&self.town, self.now);
            town.db
                .write_now(|tx| groups::invitation_refused(tx, &town.chance, seat, now))
                .unwrap();
        }
    }

    fn answer_any(&self, seen: &Seen, nth: usize, says: Says) {
        let offered = [
            SeatState::Invited,
            SeatState::Accepted,
            SeatState::Declined,
            SeatState::Silent,
        ];
        if let Some(seat) = pick(&seen.seats_that_are(&offered), nth) {
            self.answer(seat, says);
        }
    }

    fn accept(&self, seen: &Seen, nth: usize, count: usize) {
        if let Some(group) = pick(&seen.groups_that_are(&[GroupState::Inviting]), nth) {
            let mut invited = seen.seats_that_are(&[SeatState::Invited]);
            invited.retain(|(_, of)| *of == group);
            invited
                .iter()
                .take(count)
                .for_each(|seat| self.answer(*seat, Says::Yes));
        }
    }

    fn answer(&self, seat: (NoteId, GroupId), says: Says) {
        let says = match says {
            Says::Yes => Answer::Accept { nickname: None },
            Says::NotThisDate => Answer::NotThisDate,
            Says::NotThisTime => Answer::NotThisTime,
        };
        let (town, now) = (&self.town, self.now);
        town.db
            .write_now(|tx| groups::answer(tx, &town.chance, seat, &says, now))
            .unwrap();
    }
}

fn confirmed(seen: &Seen) -> Vec<NoteId> {
    let mut all = seen.notes_that_are(&NoteState::ALL);
    all.retain(|note| seen.state(*note) != Some(NoteState::Unconfirmed));
    all
}

/// Every other time those who have a seat and do not know of it, if there are any.
fn held_or_confirmed(seen: &Seen, nth: usize) -> Vec<NoteId> {
    let held: Vec<NoteId> = seen
        .seats_that_are(&[SeatState::Held])
        .iter()
        .map(|(note, _)| *note)
        .collect();
    if held.is_empty() || nth.is_multiple_of(2) {
        confirmed(seen)
    } else {
        held
    }
}

fn address(person: u8) -> EmailAddress {
    EmailAddress::parse(&format!("p{person}@example.no")).unwrap()
}
