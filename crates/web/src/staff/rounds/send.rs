//! Approving chosen groups of a draft, and whom that writes to.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use groups::{Fault, Outcome, Proposed};
use model::{Chance, GroupId, GroupState, Link, RoundId, StaffId};
use store::{DbConn, availability::Availability, group::Group, round, staff::Member};
use texts::Texts;

use super::approved::Told;

/// Whom an approval writes to, in sentences.
pub struct Reach {
    /// How many in all.
    pub all: String,
    /// When, for each way.
    pub when: Vec<String>,
}

impl Reach {
    /// Of these groups.
    pub fn of(texts: Texts, chosen: &[&Proposed], told: &[Availability]) -> Self {
        let asks = |one: &&&Proposed| asks_first(told, &one.group);
        let (asking, direct): (Vec<&Proposed>, Vec<&Proposed>) = chosen.iter().partition(asks);
        let igangsettere: BTreeSet<StaffId> = asking.iter().filter_map(|one| one.group.lead.whom()).collect();
        let notes = |groups: &[&Proposed]| groups.iter().map(|one| one.notes).sum::<usize>();
        let (later, now) = (notes(&asking), notes(&direct));
        let asked = (!asking.is_empty()).then(|| {
            let numbers = [("igangsettere", igangsettere.len().into()), ("people", later.into())];
            texts.with("check-asked", &numbers)
        });
        let at_once = (now > 0).then(|| texts.with("check-at-once", &[("people", now.into())]));
        let all = igangsettere.len() + later + now;
        Self {
            all: texts.with("check-all", &[("people", all.into())]),
            when: asked.into_iter().chain(at_once).collect(),
        }
    }
}

/// Whether an igangsetter is asked before people are invited. A group that would be filled has one.
pub fn asks_first(told: &[Availability], group: &Group) -> bool {
    let wants_question = |one: &Availability| Some(one.staff) == group.lead.whom() && one.ask_first;
    group.state == GroupState::Proposed && told.iter().any(wants_question)
}

/// Approves groups, and tells what came of each and where to go on. Pressed twice, it tells the same again.
pub fn approve(
    tx: &mut DbConn,
    chance: &Chance,
    by: &Member,
    (id, chosen): (RoundId, &[GroupId]),
    now: DateTime<Utc>,
) -> Result<(Told, Link), Fault> {
    let numbers: BTreeMap<GroupId, u8> = groups::draft(tx, by)?.map_or_else(BTreeMap::new, |draft| {
        draft.groups.iter().map(|one| one.group.id).zip(1..).collect()
    });
    let mut told = Told::default();
    for (group, outcome) in groups::approve(tx, chance, by, (id, chosen), now)?.groups {
        match outcome {
            Outcome::GoesOn | Outcome::Already => told.approved = told.approved.saturating_add(1),
            dropped => told
                .dropped
                .extend(numbers.get(&group).map(|number| (*number, dropped))),
        }
    }
    let is_open = round::find_open(tx, by.region)?.is_some_and(|round| round.id == id);
    Ok((told, if is_open { Link::Round(id) } else { Link::Rounds }))
}
