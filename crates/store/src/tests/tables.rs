//! The tables: the same on both databases (promise R9), and of a participant no more than is promised (C1).

use model::DaysOff;
use testkit::{DatabaseKind, Region, TestDb, both_databases, day};

use super::{erasing::seat_them, lines, opened};
use crate::{
    Db, Fault, apart_code,
    collection::{self, Collection},
    contact_point, group,
    tally::{self, Counted},
};

/// All columns in order: table, name, type, and whether it may be empty.
fn columns(db: &Db) -> Vec<String> {
    let on_sqlite = "SELECT tables.name || ' ' || columns.name || ' ' ||
            CASE columns.type WHEN 'BLOB' THEN 'bytea' WHEN 'TIME' THEN 'time without time zone'
                WHEN 'TIMESTAMP' THEN 'timestamp without time zone' ELSE lower(columns.type) END ||
            CASE columns.\"notnull\" WHEN 1 THEN '' ELSE ' or empty' END AS line
        FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
        WHERE tables.type = 'table' AND tables.name <> '__diesel_schema_migrations'
        ORDER BY tables.name, columns.cid";
    let on_postgres = "SELECT table_name || ' ' || column_name || ' ' || data_type ||
            CASE is_nullable WHEN 'NO' THEN '' ELSE ' or empty' END AS line
        FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name <> '__diesel_schema_migrations'
        ORDER BY table_name, ordinal_position";
    db.read_now(|c| Ok::<_, Fault>(lines(c, on_sqlite, on_postgres)))
        .unwrap()
}

/// All named indices, with whether they are unique and partial, and all references.
fn rules(db: &Db) -> Vec<String> {
    let on_sqlite = "SELECT indices.name || ' ' || indices.\"unique\" || indices.partial AS line
        FROM sqlite_schema AS tables JOIN pragma_index_list(tables.name) AS indices
        WHERE tables.type = 'table' AND indices.origin = 'c'
        UNION ALL
        SELECT tables.name || ' ' || keys.\"from\" || ' -> ' || keys.\"table\" || ' ' || lower(keys.on_delete)
        FROM sqlite_schema AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
        WHERE tables.type = 'table'
        UNION ALL
        SELECT tables.name || ' key ' || group_concat(columns.name)
        FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
        WHERE tables.type = 'table' AND columns.pk > 0 AND tables.name <> '__diesel_schema_migrations'
        GROUP BY tables.name
        ORDER BY line";
    let on_postgres = "SELECT indices.relname || ' ' || CASE WHEN indisunique THEN '1' ELSE '0' END ||
            CASE WHEN indpred IS NULL THEN '0' ELSE '1' END AS line
        FROM pg_index JOIN pg_class AS indices ON indices.oid = indexrelid
        WHERE indices.relnamespace = 'public'::regnamespace
            AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
        UNION ALL
        SELECT conrelid::regclass || ' ' || attname || ' -> ' || confrelid::regclass || ' ' ||
            CASE confdeltype WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' ELSE 'no action' END
        FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
        WHERE contype = 'f'
        UNION ALL
        SELECT conrelid::regclass || ' key ' ||
            (SELECT string_agg(attname, ',' ORDER BY place) FROM unnest(conkey) WITH ORDINALITY AS key (number, place)
                JOIN pg_attribute ON attrelid = conrelid AND attnum = number)
        FROM pg_constraint
        WHERE contype = 'p' AND connamespace = 'public'::regnamespace AND conrelid <> '__diesel_schema_migrations'::regclass
        ORDER BY line";
    let mut found = db
        .read_now(|c| Ok::<_, Fault>(lines(c, on_sqlite, on_postgres)))
        .unwrap();
    found.sort_unstable();
    found
}

fn both(look: impl Fn(&Db) -> Vec<String>) -> [Vec<String>; 2] {
    [DatabaseKind::Sqlite, DatabaseKind::Postgres].map(|kind| look(&opened(&TestDb::migrated(kind))))
}

#[test]
fn both_databases_have_the_same_columns_in_the_same_order() {
    let [sqlite, postgres] = both(columns);
    assert!(sqlite.len() > 100, "{sqlite:#?}");
    assert_eq!(sqlite, postgres);
}

#[test]
fn both_databases_have_the_same_keys_indices_and_references() {
    let [sqlite, postgres] = both(rules);
    assert!(sqlite.contains(&"notes_one_per_address 11".to_owned()), "{sqlite:#?}");
    assert!(sqlite.contains(&"wishes note_id -> notes cascade".to_owned()));
    assert!(sqlite.contains(&"seats key group_id,note_id".to_owned()));
    assert_eq!(sqlite, postgres);
}

/// The tables that know of a participant, with all that they may hold. Whoever adds a column to one collects more
/// than was promised (C1), unless the promise is changed first.
const OF_PARTICIPANTS: [(&str, &[&str]); 8] = [
    (
        "notes",
        &[
            "id",
            "region_id",
            "contact_point_id",
            "state",
            "waiting_since",
            "signed_on",
            "kept_until",
            "language",
            "colour",
            "thing",
            "consent_version",
            "generation",
            "newer_notes",
            "prompt_on",
            "sealed_address",
            "address_index",
            "receipt_index",
            "planned_group_id",
        ],
    ),
    ("wishes", &["note_id", "place_id", "weekday", "band", "first_choice"]),
    ("exclusions", &["note_id", "place_id", "weekday", "starts_at"]),
    ("apart_codes", &["note_id", "code"]),
    ("unplaced", &["round_id", "note_id", "reason", "have"]),
    (
        "seats",
        &[
            "group_id",
            "note_id",
            "state",
            "answer_by",
            "reminded",
            "number",
            "nickname",
        ],
    ),
    (
        "letters",
        &[
            "id",
            "kind",
            "note_id",
            "staff_id",
            "sign_in_id",
            "group_id",
            "notice_id",
            "meeting",
            "message",
            "owed_at",
            "useless_after",
            "not_before",
            "attempts",
            "fence",
            "lease_until",
            "outcome",
            "ended_at",
        ],
    ),
    (
        "collections",
        &[
            "id",
            "course_id",
            "code",
            "closes_on",
            "closed_on",
            "band",
            "notes_left",
            "planned_group_id",
        ],
    ),
];

#[test]
fn of_a_participant_only_what_is_promised_is_stored() {
    let found = columns(&opened(&TestDb::migrated(DatabaseKind::Sqlite)));
    let of = |table: &str| -> Vec<&str> {
        let words = found.iter().map(|line| line.split(' ').collect::<Vec<_>>());
        words.filter(|words| words[0] == table).map(|words| words[1]).collect()
    };
    for (table, allowed) in OF_PARTICIPANTS {
        assert_eq!(of(table), allowed, "{table}");
    }
    let refers_to_notes: Vec<&String> = found.iter().filter(|line| line.contains(" note_id ")).collect();
    assert_eq!(
        refers_to_notes.len(),
        6,
        "another table knows of notes: {refers_to_notes:#?}"
    );
}

both_databases!(a_migration_goes_back_with_data_and_forward_again, |test| {
    let db = opened(&test);
    let before = (columns(&db), rules(&db));
    let region = Region::made(&test, 1);
    let note = region.add_note(day("2027-01-12"));
    let group = seat_them(&db, &region, &[note]);
    db.write_now(|c| {
        let of = collection::find_by_code(c, &region.code)?.unwrap();
        let planned = Collection {
            id: [7; 16].into(),
            code: "2345EF".parse().unwrap(),
            planned: Some(group),
            ..of
        };
        collection::insert(c, &planned)?;
        collection::insert_slip(c, planned.id, b"slip")?;
        apart_code::insert(c, note, "AAAA2222")?;
        group::insert_refusal(c, group, region.coordinator.id)?;
        let closed = DaysOff::new(day("2027-03-22"), day("2027-03-29")).unwrap();
        contact_point::replace_closed_days(c, region.contact_point, &[closed])?;
        tally::add(c, region.id, day("2027-01-12"), (Counted::Started, 6))
    })
    .unwrap();

    // The newest migration takes what it added, and no row.
    db.migrate_back().unwrap();
    assert!(columns(&db).len() < before.0.len());
    db.migrate().unwrap();
    assert_eq!((columns(&db), rules(&db)), before);
    assert!(db.read_now(|c| crate::note::find(c, note)).unwrap().is_some());

    while !columns(&db).is_empty() {
        db.migrate_back().unwrap();
    }
    db.migrate().unwrap();

    assert_eq!((columns(&db), rules(&db)), before);
    assert!(db.read_now(|c| crate::note::find(c, note)).unwrap().is_none());
    let _ = Region::made(&test, 1);
});
