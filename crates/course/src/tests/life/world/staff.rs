//! What igangsettere, leaders and coordinators do.

use chrono::{Days, NaiveDate, Weekday};
use groups::Fault as GroupFault;
use model::{GroupId, GroupState, Lead, StaffId, oslo_date};
use store::{DbConn, group, place::Place, room, staff::Member};
use testkit::region::weekly;

use super::{World, or_refused, pick};
use crate::tests::life::{Step, seen::Seen};

impl World {
    /// What is done with groups.
    pub(super) fn staff(&self, step: &Step, seen: &Seen) {
        let (now, chance) = (self.now, &self.town.chance);
        let asked = |lead| matches!(lead, Lead::Asked { .. });
        let leads = |lead| matches!(lead, Lead::By(_));
        match *step {
            Step::Lead(nth, yes) => self.as_lead((seen, nth), asked, |tx, who, group| {
                groups::answer_lead(tx, chance, who, (group, yes), now)
            }),
            Step::StepsBack(nth) => self.as_lead((seen, nth), leads, |tx, who, group| {
                groups::step_back(tx, chance, who, group, now)
            }),
            Step::TakeOver(nth, who) => self.take_over(seen, nth, who),
            Step::CancelMeeting(nth) => self.with_next_meeting((seen, nth), |tx, who, of| {
                groups::cancel_meeting(tx, chance, who, of, now).map(drop)
            }),
            Step::MoveMeeting(nth) => self.with_next_meeting((seen, nth), |tx, who, (group, meeting)| {
                let to = (meeting + Days::new(1), weekly(Weekday::Wed, 17).starts_at);
                groups::move_meeting(tx, chance, who, (group, meeting, to), now).map(drop)
            }),
            Step::CallOff(nth) => self.as_lead((seen, nth), leads, |tx, who, group| {
                groups::call_off(tx, chance, who, group, now).map(drop)
            }),
            _ => {}
        }
    }

    /// What is done with rounds, collections, places and rooms.
    pub(super) fn keeper(&self, step: &Step, seen: &Seen) {
        let (town, now) = (&self.town, self.now);
        let (db, chance, by) = (&town.db, &town.chance, &town.coordinator);
        match *step {
            Step::Close(nth) => {
                let open = seen.collections.iter().filter(|one| one.closed.is_none());
                let open: Vec<_> = open.map(|one| one.id).collect();
                if let Some(collection) = pick(&open, nth) {
                    town.close(collection, now);
                }
            }
            Step::Discard => self.with_draft(|tx, by, draft| groups::discard(tx, by, draft.round.id)),
            Step::Approve => self.with_draft(|tx, by, draft| {
                let groups: Vec<GroupId> = draft.groups.iter().map(|one| one.group.id).collect();
                groups::approve(tx, chance, by, (draft.round.id, &groups), now).map(drop)
            }),
            Step::EditRoom(nth) => self.edit_room(nth),
            Step::EditPlace(nth) => town.edit_place(self.cells[nth % 3].place, |place: &mut Place| {
                place.offered = !place.offered;
            }),
            Step::FreeRoom => {
                for mark in db.read_now(|tx| groups::forgotten_rooms(tx, by)).unwrap() {
                    db.write_now(|tx| groups::free_room(tx, by, mark.id)).unwrap();
                }
            }
            _ => {}
        }
    }

    fn take_over(&self, seen: &Seen, nth: usize, who: usize) {
        let is_vacant = |lead| matches!(lead, Lead::Vacant { .. });
        let all = seen.groups.values().filter(|(group, _)| is_vacant(group.lead));
        let vacant: Vec<GroupId> = all.map(|(group, _)| group.id).collect();
        if let Some(group) = pick(&vacant, nth) {
            let (town, now) = (&self.town, self.now);
            let new = self.igangsettere[who % self.igangsettere.len()].id;
            let chosen = (group, new);
            or_refused(
                town.db
                    .write_now(|tx| groups::take_over(tx, &town.chance, &town.coordinator, chosen, now)),
            );
        }
    }

    /// One of those who lead a group, or are asked to, does something with it.
    fn as_lead(
        &self,
        (seen, nth): (&Seen, usize),
        how: impl Fn(Lead) -> bool,
        work: impl Fn(&mut DbConn, &Member, GroupId) -> Result<(), GroupFault>,
    ) {
        let member = |id: StaffId| self.igangsettere.iter().find(|member| member.id == id);
        let approved = seen.groups.values().filter(|(group, _)| {
            how(group.lead) && !matches!(group.state, GroupState::Proposed | GroupState::Dissolved)
        });
        let led: Vec<(GroupId, &Member)> = approved
            .filter_map(|(group, _)| Some((group.id, member(group.lead.whom()?)?)))
            .collect();
        if let Some((group, who)) = pick(&led, nth) {
            or_refused(self.town.db.write_now(|tx| work(tx, who, group)));
        }
    }

    fn with_next_meeting(
        &self,
        which: (&Seen, usize),
        work: impl Fn(&mut DbConn, &Member, (GroupId, NaiveDate)) -> Result<(), GroupFault>,
    ) {
        let leads = |lead| matches!(lead, Lead::By(_));
        self.as_lead(which, leads, |tx, who, group| {
            let found = group::get(tx, group)?;
            match groups::next_meeting(tx, &found, self.now)? {
                Some(next) => work(tx, who, (group, next.planned)),
                None => Ok(()),
            }
        });
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

    /// Rooms come and go, and are free at other times; who meets there already keeps them.
    fn edit_room(&self, nth: usize) {
        let edit = |tx: &mut DbConn| {
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
        };
        self.town.db.write_now(edit).unwrap();
    }
}
