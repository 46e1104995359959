//! Plans that a look tries out: each is seated once, as well as can be.

use super::Look;
use crate::bound::Range;
use crate::problem::Plan;
use crate::{dive, seating};

impl Look<'_, '_> {
    /// Looks for a better answer near what the relaxation opens.
    pub(crate) fn try_share(&mut self, range: &Range, share: &[i64]) {
        let plan = dive::rounded(self.problem, range, share);
        if !self.ground.known.tried.contains(&plan) && !self.found.tried.contains(&plan) {
            self.found.tried.push(plan.clone());
            let plan = seating::thin(self.problem, &plan, self.budget);
            self.seat(&plan);
        }
    }

    /// Rounding and what follows from bounds look at each site by itself: there may be nobody left for one of them.
    fn can_be_led(&self, plan: &Plan) -> bool {
        let mut leaders = self.problem.leaders.clone();
        let new = plan.iter().enumerate().filter(|(site, _)| {
            let site = self.problem.sites.get(*site);
            site.is_some_and(|site| !site.is_standing())
        });
        let mut new = new.flat_map(|(site, groups)| std::iter::repeat_n(site, *groups));
        new.all(|site| leaders.add(site))
    }

    /// Seats a plan as well as can be, once. False if the budget ended first.
    pub(crate) fn seat(&mut self, plan: &Plan) -> bool {
        if self.ground.known.seated.contains(plan) || self.found.seated.contains(plan) || !self.can_be_led(plan) {
            return true;
        }
        let sure = seating::seat(self.problem, plan, &mut self.found.best, self.budget);
        if sure {
            self.found.seated.push(plan.clone());
        }
        sure
    }
}
