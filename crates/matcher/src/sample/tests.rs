use std::collections::{BTreeMap, BTreeSet};

use super::{Kind, pool};
use crate::{Pool, PoolInput};

const VALUES: [i32; 4] = [1638, 3539, 5046, 6187];

fn drawn(kind: Kind, notes: usize, seed: u64) -> PoolInput {
    pool(kind, notes, seed, &VALUES)
}

/// Fowler–Noll–Vo, 64 bits, of the JSON.
fn mark(pool: &PoolInput) -> u64 {
    let bytes = serde_json::to_vec(pool).unwrap();
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |mark, byte| {
        (mark ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[test]
fn the_same_kind_size_and_seed_give_the_same_bytes_on_every_machine() {
    let marks = Kind::ALL.map(|kind| (kind.name(), format!("{:016x}", mark(&drawn(kind, 600, 1)))));
    let marks: Vec<String> = marks.iter().map(|(name, mark)| format!("{name} {mark}")).collect();
    assert_eq!(
        marks,
        [
            "small 7a0dfa72005f557a",
            "city beb07bcbc187e51c",
            "all-accept ba7b173d4f1c77e9",
            "sparse f7ccb6691cc03acf",
            "ties e4205ff0182b2ae4",
            "standing 3ea873fac146dd9a",
            "apart 83851f641a8b52ab",
            "nation 04cc46dfe52a1e0e",
        ],
        "figures that were measured on these pools no longer tell of them"
    );
    assert_ne!(mark(&drawn(Kind::City, 60, 1)), mark(&drawn(Kind::City, 60, 2)));
}

#[test]
fn every_kind_gives_a_pool_of_any_size_without_a_fault_or_a_warning() {
    for kind in Kind::ALL {
        for notes in [0, 1, 5, 60, 600] {
            for seed in 1..=5 {
                let input = drawn(kind, notes, seed);
                assert_eq!(input.notes.len(), notes);
                let pool = Pool::try_from(input).unwrap_or_else(|fault| panic!("{kind:?} {notes} {seed}: {fault}"));
                assert!(
                    pool.warnings().is_empty(),
                    "{kind:?} {notes} {seed}: {:?}",
                    pool.warnings()
                );
            }
        }
    }
}

#[test]
fn a_kind_is_known_by_its_name() {
    for kind in Kind::ALL {
        assert_eq!(kind.name().parse(), Ok(kind));
    }
    let fault = "town".parse::<Kind>().unwrap_err();
    assert_eq!(fault.to_string(), r#"no kind of pool has the name "town""#);
}

#[test]
fn evenings_are_preferred_by_most() {
    let pool = drawn(Kind::City, 600, 1);
    let slots: BTreeMap<&str, &str> = pool.cells.iter().map(|cell| (&*cell.id, &*cell.slot)).collect();
    let is_evening = |cell: &str| slots[cell].ends_with("17:00") || slots[cell].ends_with("19:00");
    let wishing = pool.notes.iter().filter(|note| !note.wants.is_empty());
    let (only, others): (Vec<_>, Vec<_>) =
        wishing.partition(|note| note.wants.iter().all(|want| is_evening(&want.cell)));
    assert!(only.len() > 2 * others.len(), "{} of {}", only.len(), others.len());
}

#[test]
fn most_municipalities_are_small_and_every_second_one_lacks_igangsettere() {
    use super::country::Country;
    use rand::{SeedableRng as _, rngs::ChaCha8Rng};

    let country = Country::draw(Kind::City, 600, &mut ChaCha8Rng::seed_from_u64(1));
    let mut people: Vec<f64> = country.municipalities.iter().map(|one| one.people).collect();
    people.sort_by(|one, other| other.total_cmp(one));
    let mean = people.iter().sum::<f64>() / super::fraction(people.len());
    assert!(people[0] > 3.0 * mean, "{people:?}");
    assert!(people.iter().filter(|people| **people < mean).count() * 3 >= people.len() * 2);

    let lacking = country.municipalities.iter().filter(|one| one.lacks_igangsettere);
    assert_eq!(lacking.count(), country.municipalities.len() / 2);
    let needed = |lacks: bool| -> usize {
        let of = country
            .municipalities
            .iter()
            .filter(|one| one.lacks_igangsettere == lacks);
        of.map(|one| super::enough(one.people, 13.0)).sum()
    };
    let have = drawn(Kind::City, 600, 1).igangsettere.len() - country.calls.len() - country.calls.len().div_ceil(4);
    assert!(
        have < needed(true) + needed(false) + needed(false).div_ceil(2),
        "{have}"
    );
    assert!(have >= needed(true) / 2 + needed(false), "{have}");
}

#[test]
fn some_of_all_places_can_be_reached_by_telephone_or_online() {
    for kind in [Kind::City, Kind::Nation] {
        let pool = drawn(kind, 600, 1);
        let last = pool.cells.last().unwrap().place.clone();
        let calls: BTreeSet<&str> = pool
            .cells
            .iter()
            .filter(|cell| cell.place == last)
            .map(|cell| &*cell.id)
            .collect();
        let callers = pool
            .notes
            .iter()
            .filter(|note| note.wants.iter().any(|want| calls.contains(&*want.cell)));
        let callers: Vec<_> = callers.collect();
        assert!((20..200).contains(&callers.len()), "{kind:?}: {}", callers.len());
        let elsewhere: BTreeSet<&str> = callers
            .iter()
            .flat_map(|note| &note.wants)
            .map(|want| &*want.cell)
            .collect();
        assert!(elsewhere.len() > 5 * calls.len(), "{kind:?}: they come from everywhere");
    }
}

#[test]
fn everybody_accepts_everything_where_the_kind_says_so() {
    let pool = drawn(Kind::AllAccept, 60, 1);
    assert!(pool.notes.iter().all(|note| note.wants.len() == pool.cells.len()));
    assert!(pool.igangsettere.iter().all(|one| one.cells.len() == pool.cells.len()));
}

#[test]
fn nobody_differs_where_the_kind_says_so() {
    let pool = drawn(Kind::Ties, 60, 1);
    assert!(pool.notes.iter().all(|note| note.waiting_days == 20));
    assert!(
        pool.notes
            .iter()
            .flat_map(|note| &note.wants)
            .all(|want| want.rank == 1)
    );
    let other = drawn(Kind::City, 60, 1);
    assert!(
        other
            .notes
            .iter()
            .flat_map(|note| &note.wants)
            .any(|want| want.rank == 2)
    );
}

#[test]
fn wishes_are_few_where_the_kind_says_so() {
    let wishes = |kind| -> usize { drawn(kind, 600, 1).notes.iter().map(|note| note.wants.len()).sum() };
    assert!(
        wishes(Kind::Sparse) * 2 < wishes(Kind::City),
        "{} {}",
        wishes(Kind::Sparse),
        wishes(Kind::City)
    );
}

#[test]
fn groups_stand_already_and_people_are_apart_where_the_kind_says_so() {
    let standing = drawn(Kind::Standing, 600, 1);
    assert!(standing.standing.len() > 10, "{}", standing.standing.len());
    assert!(standing.standing.iter().any(|group| group.gain.is_some()));
    assert!(standing.standing.iter().any(|group| group.gain.is_none()));
    for (kind, pairs) in [(Kind::Apart, 30), (Kind::City, 3), (Kind::Small, 0)] {
        let pool = drawn(kind, 600, 1);
        assert_eq!(pool.apart.len(), pairs, "{kind:?}");
        let people: BTreeSet<_> = pool.apart.iter().flat_map(|(one, other)| [one, other]).collect();
        assert_eq!(people.len(), 2 * pairs, "{kind:?}: nobody is in two pairs");
    }
}
