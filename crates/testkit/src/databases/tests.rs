use super::*;

both_databases!(every_test_has_a_database_of_its_own, |db| {
    let other = TestDb::migrated(db.kind());
    assert_ne!(db.address(), other.address());
});

both_databases!(an_asynchronous_body_runs_to_its_end, async |db| {
    assert_eq!(std::future::ready(db.kind()).await, db.kind());
});

#[test]
fn nothing_is_left_of_a_dropped_database() {
    let db = TestDb::migrated(DatabaseKind::Postgres);
    let Home::Server { cluster, database } = &db.home else {
        panic!("not on a server")
    };
    let (cluster, database) = (*cluster, database.clone());

    drop(db);

    assert_eq!(
        cluster.sql(
            "postgres",
            &format!("SELECT 1 FROM pg_database WHERE datname = '{database}'")
        ),
        ""
    );
}
