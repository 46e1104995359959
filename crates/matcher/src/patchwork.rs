//! Groups of a large part that are put together from answers to pieces of it.

#![expect(clippy::indexing_slicing, reason = "a kernel on positions that it hands out itself")]

use std::collections::BTreeMap;

use crate::component::{Offer, problem as problem_of};
use crate::cut::Cut;
use crate::problem::{Answer, Place, Problem};
use crate::weight::Weight;

/// A piece of a problem, as a problem of its own.
pub(crate) struct Window<'a> {
    pub problem: Problem<'a>,
    /// The whole's site of each of its sites.
    sites: Vec<usize>,
    /// The whole's note of each of its notes.
    notes: Vec<usize>,
    /// The groups that are there now.
    pub known: Answer,
}

impl<'a> Window<'a> {
    /// These sites and all who want them, with the leaders that `may_lead` there.
    pub(crate) fn of(whole: &Problem<'a>, sites: &[usize], may_lead: impl Fn(usize) -> bool) -> Self {
        Self::new(
            whole,
            sites,
            |_| true,
            |leader, _| may_lead(leader),
            |leader| whole.pool.igangsettere[leader].free_groups,
        )
    }

    /// These sites and whom other groups leave for them.
    pub(crate) fn around(whole: &Problem<'a>, sites: &[usize], work: &Patchwork<'_, 'a>) -> Self {
        let is_here = |site: &usize| sites.binary_search(site).is_ok();
        let others = || work.groups.iter().filter(|group| !is_here(&group.site));
        let mut is_taken = vec![false; whole.notes.len()];
        others()
            .flat_map(|group| &group.members)
            .for_each(|note| is_taken[*note] = true);
        let mut led: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for group in others() {
            if let Some(leader) = group.leader {
                led.entry(leader).or_default().push(whole.leaders.slot(group.site));
            }
        }
        let leads = |leader: usize| led.get(&leader).map_or(&[][..], Vec::as_slice);
        let mut window = Self::new(
            whole,
            sites,
            |note| !is_taken[note],
            |leader, site| !leads(leader).contains(&whole.leaders.slot(site)),
            |leader| {
                whole.pool.igangsettere[leader]
                    .free_groups
                    .saturating_sub(leads(leader).len())
            },
        );
        let here = work.groups.iter().filter(|group| is_here(&group.site)).map(|group| {
            let site = window.sites.binary_search(&group.site).unwrap_or(0);
            let local = |note: &usize| window.notes.binary_search(note).unwrap_or(0);
            (site, group.members.iter().map(local).collect())
        });
        let mut groups: Vec<(usize, Vec<usize>)> = here.collect();
        groups.sort();
        window.known = Answer {
            weight: window.problem.weigh(&groups),
            groups,
        };
        window
    }

    fn new(
        whole: &Problem<'a>,
        sites: &[usize],
        is_free: impl Fn(usize) -> bool,
        may_lead: impl Fn(usize, usize) -> bool,
        room: impl Fn(usize) -> usize,
    ) -> Self {
        let mut kept = Vec::new();
        let mut offers = Vec::new();
        for &at in sites {
            let site = &whole.sites[at];
            let takers = site.takers.iter().filter(|taker| is_free(taker.note));
            let takers: Vec<(usize, i64)> = takers.map(|taker| (whole.notes[taker.note], taker.rank)).collect();
            let leaders = whole.leaders.of(at).iter().map(|leader| whole.leaders.who(*leader));
            let leaders: Vec<usize> = leaders
                .filter(|leader| room(*leader) > 0 && may_lead(*leader, at))
                .collect();
            let most = match site.place {
                Place::Standing(_) => usize::from(!takers.is_empty()),
                Place::Cell(_) => site
                    .most()
                    .min(takers.len() / whole.rules().min_size)
                    .min(leaders.len()),
            };
            if most > 0 {
                kept.push(at);
                offers.push(Offer {
                    place: site.place,
                    takers,
                    leaders,
                    most,
                });
            }
        }
        let local = |note: usize| whole.notes.binary_search(&note).unwrap_or(0);
        let offers: Vec<&Offer> = offers.iter().collect();
        let problem = problem_of(whole.pool, &offers, |note| whole.toll(local(note)), room);
        let notes = problem.notes.iter().map(|note| local(*note)).collect();
        Self {
            problem,
            sites: kept,
            notes,
            known: Answer::default(),
        }
    }

    /// The whole's note of each of its notes.
    pub(crate) fn notes(&self) -> &[usize] {
        &self.notes
    }

    /// A cut of a window that has all takers of its sites, as the whole sees it.
    pub(crate) fn cut_of_whole(&self, cut: &Cut) -> Cut {
        let mut cut = cut.clone();
        cut.sites.iter_mut().for_each(|here| here.site = self.sites[here.site]);
        cut
    }

    /// The groups of an answer, as the whole sees them.
    fn groups(&self, answer: &Answer) -> Vec<Group> {
        let mut groups = groups_of(&self.problem, answer);
        for group in &mut groups {
            group.site = self.sites[group.site];
            group.members.iter_mut().for_each(|note| *note = self.notes[*note]);
        }
        groups
    }
}

/// A group with its leader's position in the pool.
#[derive(Clone, Debug)]
struct Group {
    site: usize,
    leader: Option<usize>,
    members: Vec<usize>,
}

/// The groups of an answer, each with somebody who can lead it.
fn groups_of(problem: &Problem<'_>, answer: &Answer) -> Vec<Group> {
    let mut leaders = problem.leaders.clone();
    let mut groups: Vec<Group> = Vec::new();
    let mut standing: Vec<Group> = Vec::new();
    for (site, members) in &answer.groups {
        let group = Group {
            site: *site,
            leader: None,
            members: members.clone(),
        };
        if problem.sites[*site].is_standing() {
            standing.push(group);
        } else if leaders.add(*site) {
            groups.push(group);
        }
    }
    for (group, (_, leader)) in groups.iter_mut().zip(leaders.assigned()) {
        group.leader = Some(leader);
    }
    groups.extend(standing);
    groups
}

/// The groups laid so far.
pub(crate) struct Patchwork<'p, 'a> {
    whole: &'p Problem<'a>,
    groups: Vec<Group>,
}

impl<'p, 'a> Patchwork<'p, 'a> {
    pub(crate) fn new(whole: &'p Problem<'a>) -> Self {
        Self {
            whole,
            groups: Vec::new(),
        }
    }

    /// All groups of an answer of the whole.
    pub(crate) fn of(whole: &'p Problem<'a>, answer: &Answer) -> Self {
        Self {
            whole,
            groups: groups_of(whole, answer),
        }
    }

    /// The same groups, where the whole has other tolls.
    pub(crate) fn at<'o>(self, whole: &'o Problem<'a>) -> Patchwork<'o, 'a> {
        Patchwork {
            whole,
            groups: self.groups,
        }
    }

    /// Adds the groups of an answer, as far as their people, rooms and leaders are not taken.
    pub(crate) fn lay(&mut self, window: &Window<'a>, answer: &Answer) {
        let mut is_taken = vec![false; self.whole.notes.len()];
        let laid = self.groups.iter().flat_map(|group| &group.members);
        laid.for_each(|note| is_taken[*note] = true);
        for mut group in window.groups(answer) {
            group.members.retain(|note| !is_taken[*note]);
            if self.fits(&group) {
                self.groups.push(group);
            }
        }
    }

    fn fits(&self, group: &Group) -> bool {
        let site = &self.whole.sites[group.site];
        if site.is_standing() {
            return !group.members.is_empty();
        }
        let least = site.tables.first().map_or(usize::MAX, |table| table.least);
        let is_free = |leader: usize| {
            let led = || self.groups.iter().filter(|other| other.leader == Some(leader));
            let slot = self.whole.leaders.slot(group.site);
            led().count() < self.whole.pool.igangsettere[leader].free_groups
                && led().all(|other| self.whole.leaders.slot(other.site) != slot)
        };
        group.members.len() >= least
            && self.groups.iter().filter(|other| other.site == group.site).count() < site.most()
            && group.leader.is_some_and(is_free)
    }

    /// Puts an answer in the place of a window's groups if that is better by all that still fits.
    pub(crate) fn relay(&mut self, window: &Window<'a>, answer: &Answer) {
        let before = self.groups.clone();
        let weight = self.weight();
        self.groups
            .retain(|group| window.sites.binary_search(&group.site).is_err());
        self.lay(window, answer);
        if self.weight() < weight {
            self.groups = before;
        }
    }

    pub(crate) fn weight(&self) -> Weight {
        self.answer().weight
    }

    pub(crate) fn answer(&self) -> Answer {
        let mut groups: Vec<(usize, Vec<usize>)> = self
            .groups
            .iter()
            .map(|group| {
                let mut members = group.members.clone();
                members.sort_unstable();
                (group.site, members)
            })
            .collect();
        groups.sort();
        Answer {
            weight: self.whole.weigh(&groups),
            groups,
        }
    }
}
