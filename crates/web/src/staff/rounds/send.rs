//! Approving chosen groups of a draft, and whom that writes to.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use groups::{Draft, Fault, Proposed};
use model::{Chance, GroupId, GroupState, Link, RoundId, StaffId};
use store::{DbConn, availability::Availability, group, round, staff::Member};
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
        let asks = |one: &&&Proposed| asks_first(told, one.group.igangsetter);
        let (asking, direct): (Vec<&Proposed>, Vec<&Proposed>) = chosen.iter().partition(asks);
        let igangsettere: BTreeSet<StaffId> = asking.iter().map(|one| one.group.igangsetter).collect();
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

/// Whether an igangsetter is asked before people are invited.
pub fn asks_first(told: &[Availability], igangsetter: StaffId) -> bool {
    told.iter().any(|one| one.staff == igangsetter && one.ask_first)
}

/// Approves groups, in one transaction with finding out what came of each, and tells where to go on.
pub fn approve(
    tx: &mut DbConn,
    chance: &Chance,
    by: &Member,
    (id, chosen): (RoundId, &[GroupId]),
    now: DateTime<Utc>,
) -> Result<(Told, Link), Fault> {
    let Some(draft) = groups::draft(tx, by)?.filter(|draft| draft.round.id == id) else {
        return already(tx, by, chosen);
    };
    groups::approve(tx, chance, by, (id, chosen), now)?;
    let mut told = Told::default();
    for (number, group) in numbered(&draft).filter(|(_, group)| chosen.contains(group)) {
        match group::find(tx, group)? {
            Some(_) => told.approved = told.approved.saturating_add(1),
            None => told.dropped.push(number),
        }
    }
    let is_open = round::find_open(tx, by.region)?.is_some();
    Ok((told, if is_open { Link::Round(id) } else { Link::Rounds }))
}

/// The groups of a draft with the numbers that the page gives them.
fn numbered(draft: &Draft) -> impl Iterator<Item = (u8, GroupId)> {
    (1..).zip(draft.groups.iter().map(|proposed| proposed.group.id))
}

/// The button was pressed twice: all was approved the first time, and nothing happens again.
fn already(tx: &mut DbConn, by: &Member, chosen: &[GroupId]) -> Result<(Told, Link), Fault> {
    for id in chosen {
        let own = group::find(tx, *id)?.filter(|group| group.region == by.region);
        if own.is_some_and(|group| group.state != GroupState::Proposed) {
            return Ok((Told::default(), Link::Rounds));
        }
    }
    Err(Fault::NotYours)
}
