//! Parts that are cut into districts and windows: here as small as the proof of the best answer allows.

use crate::regional::Grain;
use crate::sample::{Kind, pool};
use crate::solve::assemble_by;
use crate::tests::pools::{Town, shuffled};
use crate::tests::rules::check;
use crate::{Limits, Proposal, assemble};

const HEADS: [i32; 4] = [5, 6, 7, 8];
const EXPECTED: [i32; 4] = [1638, 3539, 5046, 6187];
/// Some districts, and some windows in each.
const FINE: Grain = Grain {
    large: 100,
    hub: 25,
    district: 150,
    window: 100,
};

/// Towns with hubs, shared igangsettere, pairs apart and standing groups.
fn towns() -> impl Iterator<Item = Town> {
    let kinds = [Kind::Nation, Kind::City, Kind::Apart, Kind::Standing];
    let pools = kinds.into_iter().flat_map(|kind| (1..=3).map(move |seed| (kind, seed)));
    pools.flat_map(|(kind, seed)| [HEADS, EXPECTED].map(|values| Town(pool(kind, 100, seed, &values))))
}

fn cut(town: &Town, threads: usize) -> Proposal {
    let limits = Limits {
        threads,
        ..Limits::default()
    };
    assemble_by(&town.pool(), &limits, FINE)
}

#[test]
fn what_is_cut_keeps_the_rules_and_its_bound_and_comes_near_the_best() {
    let (mut all, mut most) = (0, 0);
    for town in towns() {
        let proposal = cut(&town, 1);
        check(&town, &proposal);
        let best = assemble(&town.pool(), &Limits::default()).objective.value;
        assert_eq!(Some(best.achieved), best.bound, "the best is proven");
        let value = proposal.objective.value;
        assert!(
            value.bound.is_some_and(|bound| bound >= best.achieved),
            "{value:?} {best:?}"
        );
        all += value.achieved * 1000 / best.achieved;
        most += 1000;
    }
    assert!(all * 100 > most * 97, "{all} of {most}");
}

#[test]
fn neither_threads_nor_the_order_of_entries_change_a_byte_of_what_is_cut() {
    for (seed, town) in (0..).zip(towns()) {
        let bytes = |proposal: &Proposal| serde_json::to_vec(proposal).unwrap();
        let one = bytes(&cut(&town, 1));
        assert_eq!(one, bytes(&cut(&town, 3)));
        assert_eq!(one, bytes(&cut(&shuffled(&town, seed), 2)));
    }
}
