//! The worker renews the keys of addresses by its clock, with nobody to tell it (promise C4).

use store::{Fault, key_version};
use stories::app::TestApp;
use testkit::DatabaseKind;

#[test]
fn keys_are_renewed_and_destroyed_by_the_clock_alone() {
    for kind in [DatabaseKind::Sqlite, DatabaseKind::Postgres] {
        let app = TestApp::start(kind);
        app.work();
        let states = || -> Vec<(u32, bool, bool)> {
            let versions = app
                .db
                .read_now::<_, Fault>(key_version::list)
                .expect("the record of keys");
            let state =
                |one: &key_version::KeyVersion| (one.version, one.emptied_on.is_some(), one.destroyed_on.is_some());
            versions.iter().map(state).collect()
        };
        app.pass_days(30);
        assert_eq!(states(), [(1, false, false)]);
        app.pass_days(2);
        assert_eq!(states(), [(2, false, false), (1, true, false)]);
        app.pass_days(36);
        assert_eq!(states().last(), Some(&(1, true, true)));
    }
}
