//! PostgreSQL's rows, as lines of text.

use std::io::{self, BufRead, Write};

use diesel::{
    PgConnection, QueryableByName, RunQueryDsl as _,
    connection::SimpleConnection as _,
    pg::PgRowByRowLoadingMode,
    sql_query,
    sql_types::{BigInt, Text},
};

use crate::{Fault, Result};

/// Begins the line that names a table. No row does: they begin with a brace.
const TABLE: &str = "table ";
/// How many rows are put back at once.
const BATCH: usize = 500;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Writes all rows of all tables.
pub(super) fn write(c: &mut PgConnection, out: &mut dyn Write) -> Result<()> {
    // However the server shows bytes by default.
    c.batch_execute("SET LOCAL bytea_output = 'hex'")?;
    for table in tables(c)? {
        writeln!(out, "{TABLE}{table}").map_err(Fault::Copy)?;
        let rows = sql_query(format!("SELECT row_to_json(t)::text AS line FROM \"{table}\" AS t"));
        for row in rows.load_iter::<Line, PgRowByRowLoadingMode>(c)? {
            writeln!(out, "{}", row?.line).map_err(Fault::Copy)?;
        }
    }
    Ok(())
}

/// Puts rows into empty tables.
pub(super) fn read(c: &mut PgConnection, rows: &mut dyn BufRead) -> Result<()> {
    let known = tables(c)?;
    let (mut table, mut batch) = (None, Vec::new());
    for line in rows.lines() {
        let line = line.map_err(Fault::Copy)?;
        if let Some(name) = line.strip_prefix(TABLE) {
            insert(c, table, &mut batch)?;
            // Only names that the schema has are ever part of a statement.
            table = Some(
                known
                    .iter()
                    .find(|known| *known == name)
                    .ok_or(Fault::Copy(no_table()))?,
            );
        } else {
            batch.push(line);
        }
        if batch.len() == BATCH {
            insert(c, table, &mut batch)?;
        }
    }
    insert(c, table, &mut batch)
}

fn insert(c: &mut PgConnection, table: Option<&String>, batch: &mut Vec<String>) -> Result<()> {
    if batch.is_empty() {
        return Ok(());
    }
    let table = table.ok_or(Fault::Copy(no_table()))?;
    let rows = format!("[{}]", batch.join(","));
    let statement =
        format!("INSERT INTO \"{table}\" SELECT * FROM json_populate_recordset(NULL::\"{table}\", $1::json)");
    sql_query(statement).bind::<Text, _>(rows).execute(c)?;
    batch.clear();
    Ok(())
}

fn no_table() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "it names a table that there is not")
}

/// How many tables there are, the one of the migrations included.
pub(super) fn count_tables(c: &mut PgConnection) -> Result<i64> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        tables: i64,
    }
    let found: Row =
        sql_query("SELECT count(*) AS tables FROM pg_tables WHERE schemaname = current_schema()").get_result(c)?;
    Ok(found.tables)
}

/// The tables that hold data, each after those that it refers to.
fn tables(c: &mut PgConnection) -> Result<Vec<String>> {
    let by_depth = "WITH RECURSIVE
        known AS (SELECT oid, relname FROM pg_class
            WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
                AND relname <> '__diesel_schema_migrations'),
        refers AS (SELECT conrelid AS one, confrelid AS other FROM pg_constraint
            WHERE contype = 'f' AND conrelid <> confrelid),
        depth (oid, level) AS (
            SELECT oid, 0 FROM known
            UNION
            SELECT one, level + 1 FROM refers JOIN depth ON depth.oid = other)
        SELECT relname::text AS line FROM known JOIN depth USING (oid) GROUP BY relname ORDER BY max(level), relname";
    let rows: Vec<Line> = sql_query(by_depth).load(c)?;
    Ok(rows.into_iter().map(|row| row.line).collect())
}
