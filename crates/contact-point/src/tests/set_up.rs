//! The first set-up, by a link that works once and for half an hour.

use chrono::{DateTime, TimeDelta, Utc};
use model::SetUpId;
use store::{Db, contact_point, region, staff};
use testkit::{Region, both_databases};

use super::{Tools, address, noon};
use crate::{Fault, FirstSetUp, SET_UP_LASTS, is_set_up_open, offer_set_up, open_session, set_up};

fn offer(db: &Db, tools: &Tools, now: DateTime<Utc>) -> Option<SetUpId> {
    db.write_now(|tx| offer_set_up(tx, &tools.chance, now)).unwrap()
}

fn is_open(db: &Db, id: SetUpId, now: DateTime<Utc>) -> bool {
    db.read_now(|tx| is_set_up_open(tx, id, now)).unwrap()
}

fn use_link(db: &Db, tools: &Tools, id: SetUpId, now: DateTime<Utc>) -> Result<model::StaffId, Fault> {
    let first = FirstSetUp {
        region: "Nordre".parse().unwrap(),
        contact_point: "Frivilligsentralen".parse().unwrap(),
        name: "Kari".parse().unwrap(),
        email: address("kari@example.no"),
    };
    db.write_now(|tx| set_up(tx, tools.both(), id, &first, now))
}

both_databases!(the_first_set_up_makes_a_coordinator_who_can_lead_courses, |db| {
    let tools = Tools::new();
    let link = offer(&db, &tools, noon()).unwrap();
    assert!(is_open(&db, link, noon()));

    let coordinator = use_link(&db, &tools, link, noon()).unwrap();

    db.read_now(|tx| {
        let member = staff::get(tx, coordinator)?;
        assert!(member.roles.coordinator && member.roles.leader && !member.roles.igangsetter);
        assert_eq!(member.name, "Kari");
        let point = contact_point::get(tx, member.contact_point)?;
        assert_eq!(
            (point.name.as_str(), point.region),
            ("Frivilligsentralen", member.region)
        );
        let index = tools.vault.index(&address("KARI@example.no"));
        assert_eq!(staff::find_by_address(tx, &[index])?, Some(member));
        let sealed = staff::get_sealed_address(tx, coordinator)?;
        assert!(!sealed.windows(4).any(|part| part == b"kari"), "the address is sealed");
        Ok::<_, Fault>(())
    })
    .unwrap();
});

both_databases!(the_set_up_link_works_once, |db| {
    let tools = Tools::new();
    let link = offer(&db, &tools, noon()).unwrap();
    use_link(&db, &tools, link, noon()).unwrap();
    assert!(!is_open(&db, link, noon()));
    assert!(matches!(use_link(&db, &tools, link, noon()), Err(Fault::LinkUsed)));
});

both_databases!(the_set_up_link_works_for_half_an_hour, |db| {
    let tools = Tools::new();
    let link = offer(&db, &tools, noon()).unwrap();
    let ends = noon() + TimeDelta::minutes(30);
    assert_eq!(noon() + SET_UP_LASTS, ends);
    assert!(!is_open(&db, link, ends));
    assert!(matches!(use_link(&db, &tools, link, ends), Err(Fault::LinkUsed)));
    assert!(!db.read_now(region::any).unwrap(), "nothing was made");
    assert!(is_open(&db, link, ends - TimeDelta::seconds(1)));
    use_link(&db, &tools, link, ends - TimeDelta::seconds(1)).unwrap();
});

both_databases!(a_new_set_up_link_ends_the_older_one, |db| {
    let tools = Tools::new();
    let older = offer(&db, &tools, noon()).unwrap();
    let newer = offer(&db, &tools, noon()).unwrap();
    assert!(matches!(use_link(&db, &tools, older, noon()), Err(Fault::LinkUsed)));
    use_link(&db, &tools, newer, noon()).unwrap();
});

both_databases!(a_link_that_was_never_offered_sets_nothing_up, |db| {
    let tools = Tools::new();
    let made_up = SetUpId::random(&tools.chance);
    assert!(matches!(use_link(&db, &tools, made_up, noon()), Err(Fault::LinkUsed)));
    assert!(!db.read_now(region::any).unwrap());
});

both_databases!(once_somebody_has_signed_in_no_link_is_offered_and_none_works, |db| {
    let tools = Tools::new();
    let link = offer(&db, &tools, noon()).unwrap();
    let region = Region::made(&db, 1);
    db.write_now(|tx| open_session(tx, &tools.chance, region.coordinator.id, noon()))
        .unwrap();
    assert_eq!(offer(&db, &tools, noon()), None);
    assert!(matches!(use_link(&db, &tools, link, noon()), Err(Fault::LinkUsed)));
});

both_databases!(whoever_mistyped_the_address_sets_up_again, |db| {
    let tools = Tools::new();
    let link = offer(&db, &tools, noon()).unwrap();
    let locked_out = use_link(&db, &tools, link, noon()).unwrap();
    let again = offer(&db, &tools, noon()).unwrap();
    let coordinator = use_link(&db, &tools, again, noon()).unwrap();
    db.read_now(|tx| {
        assert_eq!(staff::find(tx, locked_out)?, None);
        let member = staff::get(tx, coordinator)?;
        assert_eq!(contact_point::list(tx, member.region)?.len(), 1);
        assert_eq!(staff::list(tx, member.region)?, [member]);
        Ok::<_, Fault>(())
    })
    .unwrap();
    db.write_now(|tx| open_session(tx, &tools.chance, coordinator, noon()))
        .unwrap();
    assert_eq!(offer(&db, &tools, noon()), None);
});

both_databases!(of_two_that_use_the_link_at_once_one_sets_up, |db| {
    let tools = Tools::new();
    let link = offer(&db, &tools, noon()).unwrap();
    let done: Vec<bool> = std::thread::scope(|scope| {
        let using: Vec<_> = (0..2)
            .map(|_| scope.spawn(|| use_link(&db, &tools, link, noon()).is_ok()))
            .collect();
        using.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(done.iter().filter(|done| **done).count(), 1);
});
