//! A town in which everything can happen.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, TimeDelta, Utc, Weekday};
use groups::{Answer, Fault as GroupFault};
use model::{
    Band, Cell, CollectionId, EmailAddress, GroupId, GroupState, Language, Lead, NoteId, NoteState, ReceiptCode,
    SeatState, StaffId, WeekBand, Wish, oslo_date,
};
use store::{DbConn, group, place, room, staff::Member};
use testkit::{DatabaseKind, TestDb, day, letters_owed, region::weekly};

use super::{Says, Step, seen::Seen};
use crate::{
    Change, Confirmed, Door, Fault, NewCourse, NoteDraft, Reach, add_course, change, clean_due, close_due, find_note,
    get_collection, make_apart_code, open_collection, prompt_due, resume, share_apart_code,
    tests::{Town, start},
};

/// Two rooms whose times overlap, a third at another time, one igangsetter who wants to be asked and two who do not,
/// and twelve people who wait.
pub(super) struct World {
    pub town: Town,
    pub now: DateTime<Utc>,
    /// Who left which note.
    pub people: BTreeMap<NoteId, u8>,
    /// All groups that there have been.
    pub groups: Vec<GroupId>,
    /// All collections, with the doors to them.
    pub collections: Vec<(CollectionId, Door)>,
    codes: Vec<ReceiptCode>,
    igangsettere: Vec<Member>,
    cells: [Cell; 3],
}

fn pick<T: Copy>(among: &[T], nth: usize) -> Option<T> {
    (!among.is_empty()).then(|| among[nth % among.len()])
}

/// Whoever does something too late, or what they no longer may, is told so; that is no fault of ours.
fn or_refused<T>(done: Result<T, GroupFault>) -> Option<T> {
    match done {
        Ok(done) => Some(done),
        Err(fault @ (GroupFault::Store(_) | GroupFault::Pool(_) | GroupFault::Answer | GroupFault::WrongState(_))) => {
            panic!("{fault}")
        }
        Err(_) => None,
    }
}

impl World {
    pub(super) fn on(kind: DatabaseKind) -> Self {
        let town = Town::on(TestDb::migrated(kind));
        let cell = |weekday, hour| Cell {
            place: town.add_place(town.contact_point),
            time: weekly(weekday, hour),
        };
        let cells = [town.cell, cell(Weekday::Tue, 19), cell(Weekday::Thu, 18)];
        let _ = cells[1..].iter().map(|cell| town.add_room(*cell)).count();
        let igangsettere = vec![town.igangsetter.clone(), town.add_igangsetter(), town.add_igangsetter()];
        for (nth, member) in igangsettere.iter().enumerate() {
            town.lets_lead(member, &cells, nth == 0);
        }
        for nth in 0..12 {
            let _ = town.add_note_for(&cells[nth % 2..], day("2027-01-04"));
        }
        Self {
            town,
            now: start(),
            people: BTreeMap::new(),
            groups: Vec::new(),
            collections: Vec::new(),
            codes: Vec::new(),
            igangsettere,
            cells,
        }
    }

    pub(super) fn seen(&self) -> Seen {
        let mut seen = self.town.db.read_now(|tx| Seen::of(self, tx)).unwrap();
        seen.letters = letters_owed(&self.town.db).iter().map(|owed| owed.letter).collect();
        seen
    }

    pub(super) fn take(&mut self, step: &Step, seen: &Seen) {
        match *step {
            Step::Open { planned } => self.open(planned),
            Step::Leave { person, planned } => self.leave(person, planned),
            Step::Crowd { count, planned } => self.crowd(count, planned),
            Step::Propose => self.propose(),
            Step::Tick(hours) => {
                self.now += TimeDelta::hours(hours);
                self.schedule();
            }
            Step::Close(_)
            | Step::Discard
            | Step::Approve
            | Step::Lead(..)
            | Step::StepBack(_)
            | Step::TakeOver(..)
            | Step::CancelMeeting(_)
            | Step::MoveMeeting(_)
            | Step::CallOff(_)
            | Step::EditRoom(_)
            | Step::EditPlace(_)
            | Step::FreeRoom => self.staff(step, seen),
            _ => self.participant(step, seen),
        }
    }

    fn participant(&self, step: &Step, seen: &Seen) {
        let (town, now) = (&self.town, self.now);
        let (db, chance) = (&town.db, &town.chance);
        let confirmed = || {
            let mut all = seen.notes_that_are(&NoteState::ALL);
            all.retain(|note| seen.state(*note) != Some(NoteState::Unconfirmed));
            all
        };
        match *step {
            Step::Confirm(nth) => {
                let mut unconfirmed = seen.notes_that_are(&[NoteState::Unconfirmed]);
                unconfirmed.retain(|note| !seen.notes[note].by_code);
                if let Some(note) = pick(&unconfirmed, nth) {
                    assert_ne!(town.confirm(note, now).unwrap(), Confirmed::Already);
                }
            }
            Step::LookUp(nth) if !self.codes.is_empty() => {
                town.look_up(&self.codes[nth % self.codes.len()], now);
            }
            Step::FindNote(person) => {
                let (keys, email) = ((&town.vault, chance), address(person));
                db.write_now(|tx| find_note(tx, keys, &email, true, now)).unwrap();
            }
            Step::Change(nth, what) => {
                if let Some(note) = pick(&confirmed(), nth) {
                    let new = self.other_wishes(what);
                    match db.write_now(|tx| change(tx, note, &new, now)) {
                        Ok(()) | Err(Fault::NoSuchPlace) => {}
                        Err(fault) => panic!("{fault}"),
                    }
                }
            }
            Step::Apart(one, other) => {
                if let (Some(one), Some(other)) = (pick(&confirmed(), one), pick(&confirmed(), other)) {
                    self.keep_apart(one, other);
                }
            }
            Step::Answer(nth, says) => {
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
            Step::Accept(nth, count) => {
                if let Some(group) = pick(&seen.groups_that_are(&[GroupState::Inviting]), nth) {
                    let mut invited = seen.seats_that_are(&[SeatState::Invited]);
                    invited.retain(|(_, of)| *of == group);
                    invited
                        .iter()
                        .take(count)
                        .for_each(|seat| self.answer(*seat, Says::Yes));
                }
            }
            Step::Absent(nth) => {
                if let Some(seat) = pick(&seen.seats_that_are(&[SeatState::Accepted]), nth) {
                    or_refused(db.write_now(|tx| groups::absent(tx, chance, seat, now)));
                }
            }
            Step::Deliver(nth) => {
                if let Some((note, group)) = pick(&seen.seats_that_are(&[SeatState::Invited]), nth) {
                    db.write_now(|tx| groups::invitation_delivered(tx, note, group, oslo_date(now)))
                        .unwrap();
                }
            }
            Step::RefuseLetter(nth) => {
                let mut invited = seen.seats_that_are(&[SeatState::Invited]);
                invited.retain(|(note, _)| !seen.notes[note].by_code);
                if let Some(seat) = pick(&invited, nth) {
                    db.write_now(|tx| groups::invitation_refused(tx, chance, seat, now))
                        .unwrap();
                }
            }
            Step::Withdraw(nth) => {
                if let Some(note) = pick(&seen.notes_that_are(&NoteState::ALL), nth) {
                    db.write_now(|tx| groups::withdraw(tx, chance, note, now)).unwrap();
                }
            }
            Step::Resume(nth) => {
                if let Some(note) = pick(&confirmed(), nth) {
                    db.write_now(|tx| resume(tx, note, now)).unwrap();
                }
            }
            _ => {}
        }
    }

    fn staff(&self, step: &Step, seen: &Seen) {
        let (town, now) = (&self.town, self.now);
        let (db, chance, by) = (&town.db, &town.chance, &town.coordinator);
        let met = [GroupState::Ready, GroupState::Started];
        match *step {
            Step::Close(nth) => {
                let mut open = seen.collections.clone();
                open.retain(|collection| collection.closed.is_none());
                let open: Vec<_> = open.iter().map(|collection| collection.id).collect();
                if let Some(collection) = pick(&open, nth) {
                    town.close(collection, now);
                }
            }
            Step::Discard => self.with_draft(|tx, by, draft| groups::discard(tx, by, draft.round.id)),
            Step::Approve => self.with_draft(|tx, by, draft| {
                let groups: Vec<GroupId> = draft.groups.iter().map(|one| one.group.id).collect();
                groups::approve(tx, chance, by, (draft.round.id, &groups), now).map(drop)
            }),
            Step::Lead(nth, yes) => {
                let asked = self.led(seen, |lead| matches!(lead, Lead::Asked { .. }));
                if let Some((group, who)) = pick(&asked, nth) {
                    or_refused(db.write_now(|tx| groups::answer_lead(tx, chance, who, (group, yes), now)));
                }
            }
            Step::StepBack(nth) => {
                let led = self.led(seen, |lead| matches!(lead, Lead::By(_)));
                if let Some((group, who)) = pick(&led, nth) {
                    or_refused(db.write_now(|tx| groups::step_back(tx, chance, who, group, now)));
                }
            }
            Step::TakeOver(nth, who) => {
                let vacant: Vec<GroupId> = seen
                    .groups
                    .values()
                    .filter(|(group, _)| matches!(group.lead, Lead::Vacant { .. }))
                    .map(|(group, _)| group.id)
                    .collect();
                if let Some(group) = pick(&vacant, nth) {
                    let new = self.igangsettere[who % self.igangsettere.len()].id;
                    or_refused(db.write_now(|tx| groups::take_over(tx, chance, by, (group, new), now)));
                }
            }
            Step::CancelMeeting(nth) => self.with_next_meeting(seen, nth, |tx, who, (group, meeting)| {
                groups::cancel_meeting(tx, chance, who, (group, meeting), now).map(drop)
            }),
            Step::MoveMeeting(nth) => self.with_next_meeting(seen, nth, |tx, who, (group, meeting)| {
                let to = (meeting + Days::new(1), weekly(Weekday::Wed, 17).starts_at);
                groups::move_meeting(tx, chance, who, (group, meeting, to), now).map(drop)
            }),
            Step::CallOff(nth) => {
                let mut led = self.led(seen, |lead| matches!(lead, Lead::By(_)));
                led.retain(|(group, _)| met.contains(&seen.groups[group].0.state));
                if let Some((group, who)) = pick(&led, nth) {
                    or_refused(db.write_now(|tx| groups::call_off(tx, chance, who, group, now)));
                }
            }
            Step::EditRoom(nth) => self.edit_room(nth),
            Step::EditPlace(nth) => town.edit_place(self.cells[nth % 3].place, |place: &mut place::Place| {
                place.offered = !place.offered;
            }),
            Step::FreeRoom => {
                let forgotten = db.read_now(|tx| groups::forgotten_rooms(tx, by)).unwrap();
                for mark in forgotten {
                    db.write_now(|tx| groups::free_room(tx, by, mark.id)).unwrap();
                }
            }
            _ => {}
        }
    }

    /// The groups that people know of, with whoever leads or is asked to.
    fn led(&self, seen: &Seen, how: impl Fn(Lead) -> bool) -> Vec<(GroupId, &Member)> {
        let member = |id: StaffId| self.igangsettere.iter().find(|member| member.id == id);
        let approved = seen.groups.values().filter(|(group, _)| {
            how(group.lead) && !matches!(group.state, GroupState::Proposed | GroupState::Dissolved)
        });
        approved
            .filter_map(|(group, _)| Some((group.id, member(group.lead.whom()?)?)))
            .collect()
    }

    fn with_next_meeting(
        &self,
        seen: &Seen,
        nth: usize,
        work: impl Fn(&mut DbConn, &Member, (GroupId, chrono::NaiveDate)) -> Result<(), GroupFault>,
    ) {
        let led = self.led(seen, |lead| matches!(lead, Lead::By(_)));
        let Some((group, who)) = pick(&led, nth) else {
            return;
        };
        or_refused(self.town.db.write_now(|tx| {
            let found = group::get(tx, group)?;
            match groups::next_meeting(tx, &found, self.now)? {
                Some(next) => work(tx, who, (group, next.planned)),
                None => Ok(()),
            }
        }));
    }

    /// Rooms come and go, and are free at other times; who meets there already keeps them.
    fn edit_room(&self, nth: usize) {
        self.town
            .db
            .write_now(|tx| {
                let mut rooms = room::list(tx, self.town.id)?;
                let at = nth % rooms.len();
                let room = &mut rooms[at];
                let time = self.cells.iter().find(|cell| cell.place == room.place).unwrap().time;
                match nth % 4 {
                    0 => room.offered = !room.offered,
                    1 => room.times.clear(),
                    2 => room.until = Some(oslo_date(self.now) + Days::new(30)),
                    _ => {
                        room.times = vec![time];
                        room.offered = true;
                        room.until = None;
                    }
                }
                room::update(tx, room)
            })
            .unwrap();
    }

    fn other_wishes(&self, what: usize) -> Change {
        let cell = self.cells[what % 3];
        let wish = |band| Wish {
            place: cell.place,
            when: WeekBand {
                weekday: cell.time.weekday,
                band,
            },
            first_choice: what % 2 == 0,
        };
        Change {
            wishes: vec![wish(Band::Evening), wish(Band::Morning)],
            language: Language::English,
        }
    }

    fn keep_apart(&self, one: NoteId, other: NoteId) {
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

    /// What the schedule does, in its order.
    pub(super) fn schedule(&self) {
        let (db, chance, now) = (&self.town.db, &self.town.chance, self.now);
        close_due(db, chance, now).unwrap();
        groups::settle_due(db, chance, now).unwrap();
        groups::remind_due(db, chance, now).unwrap();
        prompt_due(db, chance, now).unwrap();
        groups::erase_expired(db, chance, now).unwrap();
        groups::forget_expired(db, now).unwrap();
        clean_due(db, now).unwrap();
    }

    /// A course ends today.
    fn open(&mut self, planned: bool) {
        let (town, now) = (&self.town, self.now);
        let by = &town.coordinator;
        let course = NewCourse {
            title: "Et kurs".parse().unwrap(),
            leader: by.id,
            last_session: oslo_date(now),
            participants: 20,
        };
        let (_, collection) = town
            .db
            .write_now(|tx| {
                let options = groups::start_options(tx, by, town.contact_point, oslo_date(now))?;
                let start = options.first().filter(|_| planned);
                let course = add_course(tx, &town.chance, by, &course)?;
                let opened = open_collection(tx, &town.chance, by, (course, start), now)?;
                get_collection(tx, by, opened)
            })
            .unwrap();
        self.groups.extend(collection.planned);
        self.collections
            .push((collection.id, Door::Collection(collection.code)));
    }

    /// The latest collection, if it takes notes.
    fn a_door(&mut self) -> Door {
        let (town, today) = (&self.town, oslo_date(self.now));
        if let Some((_, door)) = self.collections.last() {
            let offered = town.db.read_now(|tx| crate::choices(tx, &town.vault, door, today));
            if offered.is_ok() {
                return door.clone();
            }
        }
        self.open(true);
        self.a_door()
    }

    fn form(&self, reach: Reach, planned: bool) -> NoteDraft {
        NoteDraft {
            reach,
            planned,
            places: self.cells.iter().map(|cell| cell.place).collect(),
            ..self.town.form("nobody@example.no")
        }
    }

    fn leave(&mut self, person: u8, planned: bool) {
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

    fn crowd(&mut self, count: usize, planned: bool) {
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

    fn propose(&mut self) {
        let town = &self.town;
        let values = [1638, 3539, 5046, 6187];
        match groups::propose(&town.db, &town.chance, town.id, oslo_date(self.now), &values) {
            Ok(_) => {
                let draft = town.db.read_now(|tx| groups::draft(tx, &town.coordinator));
                let draft = draft.unwrap().unwrap();
                self.groups.extend(draft.groups.iter().map(|one| one.group.id));
            }
            Err(GroupFault::RoundOpen) => {}
            Err(fault) => panic!("{fault}"),
        }
    }

    fn with_draft(&self, work: impl Fn(&mut DbConn, &Member, groups::Draft) -> Result<(), GroupFault>) {
        let by = &self.town.coordinator;
        self.town
            .db
            .write_now(|tx| match groups::draft(tx, by)? {
                Some(draft) => work(tx, by, draft),
                None => Ok(()),
            })
            .unwrap();
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

fn address(person: u8) -> EmailAddress {
    EmailAddress::parse(&format!("p{person}@example.no")).unwrap()
}
