use std::net::{IpAddr, Ipv4Addr};

use chrono::{DateTime, TimeDelta, Utc};
use model::{EmailAddress, ShortCode};
use vault::Vault;

use super::*;

fn counted() -> (Clock, Limits) {
    let noon: DateTime<Utc> = "2027-01-12T11:00:00Z".parse().unwrap();
    let clock = Clock::standing_at(noon);
    let limits = Limits::new(&clock, TrustedProxies::default());
    (clock, limits)
}

/// The peer of a network with this number.
fn network(number: u32) -> Peer {
    Peer::of(IpAddr::V4(Ipv4Addr::from(number << 8)))
}

fn index(raw: &str) -> AddressIndex {
    let keys = tempfile::tempdir().unwrap();
    let vault = Vault::open_or_create(keys.path(), &model::Chance::seeded(7)).unwrap();
    vault.index(&EmailAddress::parse(raw).unwrap())
}

/// How often something is let through before it is too much, and the seconds to wait then.
fn passes(attempt: impl Fn() -> Result<(), WebFault>) -> (usize, u64) {
    let mut passed = 0;
    loop {
        match attempt() {
            Ok(()) => passed += 1,
            Err(WebFault::TooOften { seconds }) => return (passed, seconds),
            Err(other) => panic!("{other}"),
        }
        assert!(passed < 10_000, "there is no limit");
    }
}

#[test]
fn a_network_may_act_so_often_at_once_and_again_after_a_while() {
    let (clock, limits) = counted();
    let act = || limits.act(&network(1), None);
    assert_eq!(passes(act), (300, 1));
    assert_eq!(
        passes(|| limits.act(&network(2), None)).0,
        300,
        "others are not concerned"
    );
    clock.advance(TimeDelta::seconds(30));
    assert_eq!(passes(act).0, 30);
}

#[test]
fn strangers_are_counted_in_all_and_whoever_has_a_link_or_a_session_is_not() {
    let (_, limits) = counted();
    let numbers = std::cell::Cell::new(0);
    let next = || {
        numbers.set(numbers.get() + 1);
        network(numbers.get())
    };
    assert_eq!(passes(|| limits.act(&next(), Some("/sign-in"))).0, 900);
    assert!(limits.act(&next(), Some("/i/{code}")).is_err());
    assert!(limits.act(&next(), Some("/my-note")).is_ok());
    assert!(limits.act(&next(), None).is_ok());
}

#[test]
fn the_routes_for_strangers_are_routes() {
    let code = ShortCode::random(&model::Chance::seeded(7));
    for link in [
        Link::Collection(code.clone()),
        Link::Tablet(code),
        Link::LookUp,
        Link::FindNote,
        Link::SignIn,
    ] {
        assert!(is_for_strangers(link.route()), "{}", link.route());
    }
    assert!(!is_for_strangers(Link::MyNote.route()));
}

#[test]
fn codes_are_looked_up_by_a_whole_class_and_then_slowly() {
    let (clock, limits) = counted();
    let look_up = || limits.look_up(&network(1));
    assert_eq!(passes(look_up), (60, 60));
    let others = (2..12).map(|number| passes(|| limits.look_up(&network(number))).0);
    assert_eq!(others.sum::<usize>(), 600 - 60, "in all");
    clock.advance(TimeDelta::seconds(61));
    assert_eq!(passes(look_up).0, 1);
}

#[test]
fn a_collection_has_a_limit_of_its_own() {
    let (_, limits) = counted();
    let chance = model::Chance::seeded(7);
    let page = || Link::Collection(ShortCode::random(&chance));
    let (one, other) = (page(), page());
    assert_eq!(passes(|| limits.note_at(&one)).0, 250);
    assert!(limits.note_at(&other).is_ok());
}

#[test]
fn an_address_gets_three_letters_a_day_that_its_owner_did_not_cause() {
    let (clock, limits) = counted();
    let (kari, ola) = (index("kari@example.no"), index("ola@example.no"));
    let asked = || (0..5).filter(|_| limits.letters_to(&kari)).count();
    assert_eq!(asked(), 3);
    assert!(limits.letters_to(&ola));
    limits.letter_was_wanted(&kari);
    assert_eq!(asked(), 1);
    clock.advance(TimeDelta::hours(12));
    assert_eq!(asked(), 3, "a new day has begun");
}

#[test]
fn a_clock_that_is_set_back_locks_nobody_out() {
    let (clock, limits) = counted();
    let act = || limits.act(&network(1), None);
    passes(act);
    clock.advance(TimeDelta::hours(-1));
    assert!(act().is_err());
    clock.advance(TimeDelta::seconds(10));
    assert_eq!(passes(act).0, 10);
}

#[test]
fn memory_is_bounded_and_tidied() {
    let (clock, limits) = counted();
    let many = u32::try_from(rate::MOST_KEYS).unwrap() + 500;
    for number in 0..many {
        let _ = limits.act(&network(number), None);
    }
    assert!(limits.0.acts.keys() <= rate::MOST_KEYS + 1);
    clock.advance(TimeDelta::hours(1));
    for _ in 0..1_000 {
        let _ = limits.act(&network(1), None);
    }
    assert!(limits.0.acts.keys() < 10, "{}", limits.0.acts.keys());
}
