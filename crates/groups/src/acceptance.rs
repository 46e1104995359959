//! How many of those invited say yes in a region, learned from the numbers that are kept for good.
//!
//! Nothing else is looked at than the coarse counts of promise C11, as coordinators see them: by quarter, without persons,
//! in multiples of five, and only when a quarter is over. A region that has asked few people has learned little, so what
//! it knows is drawn towards the setting, as if forty people had answered as the setting says (the mean of a Beta
//! distribution with that weight).

use crate::statistics::Quarter;

/// How many answers the setting counts for.
const WEIGHT: u32 = 40;
/// How many quarters back the answers count: people and invitations change.
const QUARTERS: usize = 8;
/// Below and above these the matcher is not told of anything, in per cent.
const LEAST: u8 = 50;
const MOST: u8 = 95;

/// The acceptance to reckon with in a region, in per cent, from its quarters (the latest first) and the setting. From 50
/// to 95, unless the setting itself is above.
#[must_use]
pub fn acceptance(setting: u8, quarters: &[Quarter]) -> u8 {
    let recent = || quarters.iter().take(QUARTERS);
    let yes = recent().fold(0_u32, |sum, quarter| sum.saturating_add(quarter.said_yes));
    let no = recent().fold(0_u32, |sum, quarter| sum.saturating_add(quarter.said_no));
    let answers = u64::from(WEIGHT) + u64::from(yes) + u64::from(no);
    let said_yes = u64::from(WEIGHT) * u64::from(setting) + 100 * u64::from(yes);
    let percent = (said_yes + answers / 2) / answers;
    u8::try_from(percent).unwrap_or(MOST).clamp(LEAST, MOST.max(setting))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quarters(answers: &[(u32, u32)]) -> Vec<Quarter> {
        let quarter = |(said_yes, said_no): &(u32, u32)| Quarter {
            year: 2027,
            number: 1,
            started: 0,
            said_yes: *said_yes,
            said_no: *said_no,
        };
        answers.iter().map(quarter).collect()
    }

    #[test]
    fn a_region_without_answers_has_the_acceptance_of_the_setting() {
        for setting in [50, 80, 95, 100] {
            assert_eq!(acceptance(setting, &[]), setting);
        }
    }

    #[test]
    fn few_answers_say_little_and_many_say_nearly_all() {
        for (yes, no, learned) in [(0, 5, 71), (20, 20, 65), (100, 100, 55), (500, 500, 51), (190, 10, 93)] {
            assert_eq!(acceptance(80, &quarters(&[(yes, no)])), learned, "{yes} yes, {no} no");
        }
    }

    #[test]
    fn what_is_learned_stays_within_bounds() {
        assert_eq!(acceptance(60, &quarters(&[(0, 900)])), 50);
        assert_eq!(acceptance(80, &quarters(&[(900, 0)])), 95);
        assert_eq!(acceptance(100, &quarters(&[(900, 0)])), 100);
        assert_eq!(acceptance(80, &quarters(&[(u32::MAX, 0), (u32::MAX, 5)])), 95);
    }

    #[test]
    fn what_was_two_years_ago_no_longer_counts() {
        let mut all = vec![(40, 40); 8];
        let learned = acceptance(80, &quarters(&all));
        all.push((900, 0));
        assert_eq!(acceptance(80, &quarters(&all)), learned);
    }
}
