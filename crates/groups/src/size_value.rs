//! What a group of each size is worth, from how many of those invited say yes.
//!
//! A group of n is worth the expected number of members in a group that still has five:
//! Σ k·C(n,k)·a^k·(1−a)^(n−k) over k ≥ 5, in thousandths. All in integers, so that every machine gets the same.

use model::{MAX_SIZE, MIN_SIZE};

/// The worth of groups of 5 to 8, in thousandths of a person, for an acceptance of 50 to 100 per cent.
#[must_use]
pub fn size_value(acceptance_percent: u8) -> Vec<i32> {
    (MIN_SIZE..=MAX_SIZE)
        .map(|size| expected(0, size, u128::from(acceptance_percent.min(100))))
        .collect()
}

/// What adding one, two, … up to `free` more is worth in all to a group in which `sure` have said yes, and `open` have not
/// answered yet: they count as those who are only now invited.
pub(crate) fn gains(acceptance_percent: u8, (sure, open): (usize, usize), free: usize) -> Vec<i32> {
    let percent = u128::from(acceptance_percent.min(100));
    let now = expected(sure, open, percent);
    (1..=free)
        .map(|more| expected(sure, open + more, percent) - now)
        .collect()
}

/// The expected members of a group that still has five, in thousandths: `sure` come, and each of `open` with this chance.
fn expected(sure: usize, open: usize, percent: u128) -> i32 {
    let power = |base: u128, times: usize| (0..times).fold(1, |product, _| product * base);
    let among = |k: usize| (0..k).fold(1, |product, i| product * wide(open - i) / wide(i + 1));
    let expected: u128 = (MIN_SIZE.saturating_sub(sure)..=open)
        .map(|k| wide(sure + k) * among(k) * power(percent, k) * power(100 - percent, open - k))
        .sum();
    let whole = power(100, open);
    i32::try_from((expected * 1000 + whole / 2) / whole).unwrap_or(i32::MAX)
}

fn wide(number: usize) -> u128 {
    u128::try_from(number).unwrap_or(u128::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_eighty_per_cent_a_group_of_five_is_worth_less_than_two_people() {
        assert_eq!(size_value(80), [1638, 3539, 5046, 6187]);
    }

    #[test]
    fn if_everybody_comes_a_group_is_worth_its_heads() {
        assert_eq!(size_value(100), [5000, 6000, 7000, 8000]);
    }

    #[test]
    fn those_who_have_said_yes_are_sure() {
        assert_eq!(gains(80, (5, 0), 2), [800, 1600]);
        assert_eq!(
            gains(80, (4, 0), 1),
            [4000],
            "with one more, five come four times in five"
        );
    }

    #[test]
    fn those_who_may_still_say_no_count_like_those_who_are_asked_now() {
        let values = size_value(80);
        let more: Vec<i32> = values.iter().skip(1).map(|value| value - values[0]).collect();
        assert_eq!(gains(80, (0, 5), 3), more);
        assert_eq!(gains(80, (0, 4), 1), [values[0]]);
    }
}
