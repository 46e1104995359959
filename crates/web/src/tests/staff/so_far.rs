//! What coordinators are told of the numbers that are kept for good (promise C11).

use model::{Link, RegionId};
use store::tally::{self, Counted};
use testkit::{Region, both_databases, day};

use super::{a_region, signed_in};
use crate::tests::site::Site;

fn counted(site: &Site, region: RegionId, on: &str, what: &[(Counted, u16)]) {
    for one in what {
        let add = |tx: &mut _| tally::add(tx, region, day(on), *one);
        site.db.write_now(add).unwrap();
    }
}

both_databases!(quarters_that_are_over_are_told_in_multiples_of_five, async |db| {
    let site = Site::on(db);
    let (region, abroad) = (a_region(&site), Region::made(&site.db, 2));
    let visitor = signed_in(&site, &region.coordinator);
    assert!(!visitor.visit(&Link::Rounds).await.says("kvartal"));
    let numbers = [(Counted::Started, 7), (Counted::SaidYes, 13), (Counted::SaidNo, 2)];
    counted(&site, region.id, "2026-12-31", &numbers);
    counted(&site, region.id, "2026-09-30", &[(Counted::SaidNo, 48)]);
    counted(&site, region.id, "2027-01-12", &[(Counted::SaidYes, 60)]);
    counted(&site, abroad.id, "2026-12-31", &[(Counted::SaidYes, 75)]);
    let page = visitor.visit(&Link::Rounds).await;
    let fourth = "4. kvartal 2026</th><td>5</td><td>15</td><td>0</td>";
    let third = "3. kvartal 2026</th><td>0</td><td>0</td><td>50</td>";
    assert!(page.says(fourth) && page.says(third), "{}", page.body);
    assert!(page.body.find(fourth) < page.body.find(third), "the latest first");
    assert!(
        !page.says("1. kvartal 2027") && !page.says("<td>60</td>"),
        "it is not over"
    );
    assert!(!page.says("<td>75</td>"), "another region's");
});
