//! The memory, tried on both databases.

mod addresses;
mod codes;
mod collecting;
mod copying;
mod erasing;
mod houses;
mod journalling;
mod letters;
mod meetings;
mod notices;
mod opening;
mod owing;
mod reading;
mod tables;
mod taking_turns;
mod transactions;

use diesel::{QueryableByName, RunQueryDsl as _, prelude::*, sql_query, sql_types::Text};
use model::StaffId;
use testkit::TestDb;

use crate::{Db, DbConn, Result, schema::leases};

/// The test's database, through this very crate.
fn opened(db: &TestDb) -> Db {
    Db::open(&db.address().parse().unwrap()).unwrap()
}

/// The only column, called `line`, of a query that is written for each database.
fn lines(c: &mut DbConn, on_sqlite: &str, on_postgres: &str) -> Vec<String> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        line: String,
    }
    let rows: Vec<Row> = match c {
        DbConn::Sqlite(c) => sql_query(on_sqlite).load(c).unwrap(),
        DbConn::Postgres(c) => sql_query(on_postgres).load(c).unwrap(),
    };
    rows.into_iter().map(|row| row.line).collect()
}

/// A number that transactions quarrel about; it lies where leases do.
fn put_number(c: &mut DbConn, name: &str, number: i32) -> Result<()> {
    diesel::delete(leases::table.find(name)).execute(c)?;
    let until = chrono::DateTime::UNIX_EPOCH.naive_utc();
    diesel::insert_into(leases::table)
        .values((
            leases::name.eq(name),
            leases::holder.eq(number),
            leases::lease_until.eq(until),
        ))
        .execute(c)?;
    Ok(())
}

fn number(c: &mut DbConn, name: &str) -> Result<Option<i32>> {
    Ok(leases::table.find(name).select(leases::holder).first(c).optional()?)
}

/// Adds one in two steps, so that whoever comes between is lost unless the transactions keep them apart.
fn add_one(c: &mut DbConn, name: &str) -> Result<()> {
    let before = number(c, name)?.unwrap_or_default();
    diesel::update(leases::table.find(name))
        .set(leases::holder.eq(before + 1))
        .execute(c)?;
    Ok(())
}

/// A member of the region's staff whose address has this index.
fn add_member(c: &mut DbConn, region: &testkit::Region, member: StaffId, index: &[u8]) -> Result<()> {
    let member = crate::staff::Member {
        id: member,
        region: region.id,
        contact_point: region.contact_point,
        name: "Ola".to_owned(),
        roles: region.coordinator.roles,
        kept_until: region.coordinator.kept_until,
    };
    crate::staff::insert(c, &member, b"sealed", index)
}
