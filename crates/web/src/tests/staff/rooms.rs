//! Rooms that groups keep which go on by themselves.

use model::{Link, OccupancyId};
use store::occupancy::{self, Occupancy};
use testkit::{Region, both_databases, day};

use super::{a_region, fill_in, signed_in};
use crate::tests::site::Site;

fn taken(site: &Site, region: &Region) -> usize {
    site.db.read_now(|tx| occupancy::list(tx, region.id)).unwrap().len()
}

/// A group has taken the region's room, and is forgotten.
fn forgotten(site: &Site, region: &Region, id: u8) -> OccupancyId {
    let rooms = site.db.read_now(|tx| store::room::list(tx, region.id)).unwrap();
    let mark = Occupancy {
        id: OccupancyId::from_bytes([id; 16]),
        group: None,
        room: rooms[0].id,
        igangsetter: None,
        igangsetter_until: day("2026-12-01"),
        time: region.cell.time,
    };
    site.db.write_now(|tx| occupancy::insert(tx, &mark)).unwrap();
    mark.id
}

both_databases!(a_room_is_free_again_when_its_coordinator_says_so, async |db| {
    let site = Site::on(db);
    let region = a_region(&site);
    let visitor = signed_in(&site, &region.coordinator);
    let place = Link::Place(region.place);
    assert!(!visitor.visit(&place).await.says("Ledig igjen"));
    let mark = forgotten(&site, &region, 9).to_string();
    let page = visitor.visit(&place).await;
    assert!(page.says("Tatt av grupper som går videre selv") && page.says("Peisestua, tirsdager kl. 18.00"));
    assert_eq!(visitor.send(&page, &[]).await.status, 422);
    assert_eq!(taken(&site, &region), 1);
    for _ in ["pressed", "pressed twice"] {
        let freed = visitor.send(&page, &[("free", &mark)]).await;
        assert_eq!((freed.status.as_u16(), freed.location()), (303, place.path().as_str()));
        assert_eq!(taken(&site, &region), 0);
    }
    let after = visitor.visit(&place).await;
    assert!(after.says("Rommet er ledig igjen.") && !after.says("Ledig igjen"));
});

#[actix_web::test]
async fn a_room_of_another_place_stays_taken() {
    let site = Site::on_sqlite();
    let region = a_region(&site);
    let abroad = Region::made(&site.db, 2);
    let mark = forgotten(&site, &abroad, 9).to_string();
    let visitor = signed_in(&site, &region.coordinator);
    fill_in(&visitor, &Link::Place(region.place), &[("free", &mark)]).await;
    assert_eq!(taken(&site, &abroad), 1);
    let page = visitor.visit(&Link::Place(region.place)).await;
    assert!(!page.says("Ledig igjen"));
    assert_eq!(visitor.send(&page, &[("free", "x")]).await.status, 404);
}
