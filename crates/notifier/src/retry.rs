//! When a letter is tried again, and when no more (promise L4).

use chrono::{DateTime, TimeDelta, Utc};
use model::Chance;
use store::outbox::Claimed;

/// How long after each failed try the next one follows; after the last, always that.
const STEPS: [TimeDelta; 6] = [
    TimeDelta::minutes(1),
    TimeDelta::minutes(5),
    TimeDelta::minutes(15),
    TimeDelta::hours(1),
    TimeDelta::hours(3),
    TimeDelta::hours(6),
];

/// For how long a letter is tried, counted from when it became owed. The last try is at that very moment.
const PATIENCE: TimeDelta = TimeDelta::hours(72);

/// How many tries a letter has at least, so that one that waited out a long pause of the route is not given up
/// at its first greylisting.
const FEWEST_TRIES: u16 = 4;

/// When to try a letter again that has just failed; `None`: never.
///
/// The wait is longer by up to a quarter, by chance, so that letters that failed together don't come back together.
pub(crate) fn next_try(claimed: &Claimed, now: DateTime<Utc>, chance: &Chance) -> Option<DateTime<Utc>> {
    let last = claimed.owed_at + PATIENCE;
    if now >= last && claimed.attempts + 1 >= FEWEST_TRIES {
        return None;
    }
    let next = now + jittered(step(claimed.attempts), chance);
    Some(if now < last { next.min(last) } else { next })
}

fn step(attempts: u16) -> TimeDelta {
    let longest = TimeDelta::hours(6);
    STEPS.get(usize::from(attempts)).copied().unwrap_or(longest)
}

fn jittered(step: TimeDelta, chance: &Chance) -> TimeDelta {
    let [share] = chance.bytes();
    step + step * i32::from(share) / (4 * 256)
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Letter, LetterId, NoteId};

    fn tried(attempts: u16) -> Claimed {
        Claimed {
            id: LetterId::from_bytes([1; 16]),
            letter: Letter::ConfirmNote {
                note: NoteId::from_bytes([2; 16]),
            },
            owed_at: DateTime::UNIX_EPOCH,
            useless_after: DateTime::UNIX_EPOCH + TimeDelta::days(7),
            attempts,
            fence: 1,
        }
    }

    /// The waits between the tries of a letter that never gets through.
    fn waits(seed: u64) -> Vec<TimeDelta> {
        let chance = Chance::seeded(seed);
        let mut now = DateTime::UNIX_EPOCH;
        let mut waits = Vec::new();
        while let Some(next) = next_try(&tried(u16::try_from(waits.len()).unwrap()), now, &chance) {
            waits.push(next - now);
            now = next;
        }
        assert_eq!(now, DateTime::UNIX_EPOCH + PATIENCE, "the last try is after 72 hours");
        waits
    }

    #[test]
    fn the_waits_grow_from_a_minute_to_six_hours_and_end_after_72_hours() {
        let waits = waits(1);
        for (wait, step) in waits.iter().zip(STEPS) {
            assert!((step..=step + step / 4).contains(wait), "{wait} for {step}");
        }
        let (_, steady) = waits.split_at(STEPS.len());
        let (_, steady) = steady.split_last().unwrap();
        assert!(!steady.is_empty());
        for wait in steady {
            assert!((TimeDelta::hours(6)..=TimeDelta::minutes(450)).contains(wait), "{wait}");
        }
    }

    #[test]
    fn letters_that_failed_together_come_back_apart() {
        assert_ne!(waits(1), waits(2));
    }

    #[test]
    fn a_letter_that_waited_out_a_long_pause_is_not_given_up_at_once() {
        let late = DateTime::UNIX_EPOCH + PATIENCE + TimeDelta::days(1);
        let chance = Chance::seeded(1);
        let next = next_try(&tried(0), late, &chance).unwrap();
        assert!(next >= late + TimeDelta::minutes(1));
        assert!(next_try(&tried(2), late, &chance).is_some());
        assert_eq!(next_try(&tried(3), late, &chance), None);
    }
}
