//! Which backups are fit to be put back.

use std::collections::HashMap;

use chrono::TimeDelta;
use model::BackupId;

use super::{Header, RestoreFault, refuse_unfit};
use crate::Settings;

#[test]
fn a_backup_is_put_back_for_35_days_and_not_a_second_longer() {
    let settings = Settings::read(None, HashMap::new()).unwrap();
    let header = Header {
        id: BackupId::from_bytes([1; 16]),
        made: "2027-01-12T12:00:00Z".parse().unwrap(),
        database: "sqlite".to_owned(),
        schema: "20261121000000".to_owned(),
    };
    let last = header.made + TimeDelta::days(35);
    assert!(refuse_unfit(&header, &settings, last).is_ok());
    let refused = refuse_unfit(&header, &settings, last + TimeDelta::seconds(1));
    assert!(matches!(refused, Err(RestoreFault::TooOld(_))), "{refused:?}");
    let told = refused.unwrap_err().to_string();
    assert!(told.contains("2027-01-12") && !told.contains('\n'), "{told}");
}

#[test]
fn a_header_is_read_back_and_leaves_the_copy() {
    let header = Header {
        id: BackupId::from_bytes([1; 16]),
        made: "2027-01-12T12:00:00Z".parse().unwrap(),
        database: "postgres".to_owned(),
        schema: "20261121000000".to_owned(),
    };
    let text = format!("{header}table notes\n");
    let mut input = text.as_bytes();
    assert_eq!(Header::read(&mut input).unwrap(), header);
    assert_eq!(input, b"table notes\n");
    for wrong in [
        "",
        "oppstart backup 2\nid x",
        &text.replace("backup 1", "backup 2"),
        &text.replace("id 01", "id x"),
    ] {
        assert!(Header::read(&mut wrong.as_bytes()).is_err(), "{wrong}");
    }
}
