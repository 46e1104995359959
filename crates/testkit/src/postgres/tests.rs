use super::programs::{Account, account};
use super::*;

#[test]
fn a_database_is_a_copy_of_its_template() {
    let cluster = shared();
    let template = cluster.create_database(None);
    cluster.sql(
        &template,
        "CREATE TABLE places (name TEXT); INSERT INTO places VALUES ('Bryn'), ('Moss')",
    );
    cluster.close_database(&template);

    let copy = cluster.create_database(Some(&template));

    assert_eq!(
        cluster.sql(&copy, "SELECT name, 1 FROM places ORDER BY name"),
        "Bryn|1\nMoss|1"
    );
    cluster.drop_database(&copy);
    assert_eq!(
        cluster.sql(
            "postgres",
            &format!("SELECT 1 FROM pg_database WHERE datname = '{copy}'")
        ),
        ""
    );
}

#[test]
fn a_crashed_server_comes_back_with_its_data() {
    let cluster = Cluster::start().expect("a cluster of its own");
    let database = cluster.create_database(None);
    cluster.sql(
        &database,
        "CREATE TABLE places (name TEXT); INSERT INTO places VALUES ('Bryn')",
    );
    cluster.sql(&database, "CHECKPOINT");

    cluster.crash_and_restart();

    assert_eq!(cluster.sql(&database, "SELECT name FROM places"), "Bryn");
}

#[test]
fn nothing_is_left_of_a_dropped_cluster() {
    let cluster = Cluster::start().expect("a cluster of its own");
    let folder = cluster.folder.clone();
    let pid = fs::read_to_string(folder.join("data/postmaster.pid")).expect("a running server");
    let pid = pid.lines().next().expect("its process id").to_owned();

    drop(cluster);

    assert!(!folder.exists(), "{} is still there", folder.display());
    // A process that has ended may wait for init to collect it; it has no command line then.
    let command_line = fs::read(Path::new("/proc").join(pid).join("cmdline")).unwrap_or_default();
    assert!(command_line.is_empty(), "the server still runs");
}

#[test]
fn an_account_is_found_by_its_whole_name() {
    let users = "root:x:0:0:root:/root:/bin/bash\npostgresql:x:7:8::/:/bin/sh\npostgres:x:101:104:,,,:/var:/bin/bash\n";

    assert_eq!(account(users, "postgres"), Some(Account { user: 101, group: 104 }));
    assert_eq!(account(users, "nobody"), None);
}
