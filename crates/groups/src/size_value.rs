//! What a group of each size is worth, from how many of those invited say yes.
//!
//! A group of n is worth the expected number of members in a group that still has five:
//! Σ k·C(n,k)·a^k·(1−a)^(n−k) over k ≥ 5, in thousandths. All in integers, so that every machine gets the same.

use model::{MAX_SIZE, MIN_SIZE};

/// The worth of groups of 5 to 8, in thousandths of a person, for an acceptance of 50 to 100 per cent.
#[must_use]
pub fn size_value(acceptance_percent: u8) -> Vec<i32> {
    (MIN_SIZE..=MAX_SIZE)
        .map(|size| worth(size, u128::from(acceptance_percent.min(100))))
        .collect()
}

fn worth(size: usize, percent: u128) -> i32 {
    let power = |base: u128, times: usize| (0..times).fold(1, |product, _| product * base);
    let among = |k: usize| (0..k).fold(1, |product, i| product * wide(size - i) / wide(i + 1));
    let expected: u128 = (MIN_SIZE..=size)
        .map(|k| wide(k) * among(k) * power(percent, k) * power(100 - percent, size - k))
        .sum();
    let whole = power(100, size);
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
}
