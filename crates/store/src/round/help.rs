//! What would give more of those a seat for whom an open round has none.

use chrono::NaiveTime;
use diesel::prelude::*;
use model::{Cell, RoundId};

use crate::{
    DbConn, Result,
    convert::{Column, count, id, weekday_number, weekly_time},
    schema::helps,
};

/// One thing that would help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Help {
    /// Where and when.
    pub cell: Cell,
    /// What is lacking there.
    pub lack: Lack,
    /// How many more notes would have a seat with it.
    pub would_seat: u16,
}

/// What a place and time can lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// One more room.
    Room,
    /// One more igangsetter.
    Igangsetter,
    /// So many more people who want it.
    Notes(u16),
}

/// Records what would help, best first.
///
/// # Errors
/// [`crate::Fault::Driver`], also if the round has some already.
pub fn insert_helps(c: &mut DbConn, round: RoundId, found: &[Help]) -> Result<()> {
    for (number, help) in (0_i16..).zip(found) {
        let (lacks, amount) = help.lack.stored();
        diesel::insert_into(helps::table)
            .values((
                helps::round_id.eq(round.blob()),
                helps::number.eq(number),
                helps::place_id.eq(help.cell.place.blob()),
                helps::weekday.eq(weekday_number(help.cell.time.weekday)),
                helps::starts_at.eq(help.cell.time.starts_at),
                helps::lacks.eq(lacks),
                helps::amount.eq(count::<i16, _>(amount, Column("helps", "amount"))?),
                helps::would_seat.eq(count::<i16, _>(help.would_seat, Column("helps", "would_seat"))?),
            ))
            .execute(c)?;
    }
    Ok(())
}

/// What would help in an open round, best first.
///
/// # Errors
/// [`crate::Fault::Driver`].
pub fn list_helps(c: &mut DbConn, round: RoundId) -> Result<Vec<Help>> {
    type Row = (Vec<u8>, i16, NaiveTime, String, i16, i16);
    let rows: Vec<Row> = helps::table
        .filter(helps::round_id.eq(round.blob()))
        .order(helps::number)
        .select((
            helps::place_id,
            helps::weekday,
            helps::starts_at,
            helps::lacks,
            helps::amount,
            helps::would_seat,
        ))
        .load(c)?;
    rows.into_iter()
        .map(|(place, day, starts_at, lacks, amount, would_seat)| {
            let amount = count(amount, Column("helps", "amount"))?;
            Ok(Help {
                cell: Cell {
                    place: id(place, Column("helps", "place_id"))?,
                    time: weekly_time(day, starts_at, Column("helps", "starts_at"))?,
                },
                lack: Lack::read(&lacks, amount).ok_or(Column("helps", "lacks").corrupt())?,
                would_seat: count(would_seat, Column("helps", "would_seat"))?,
            })
        })
        .collect()
}

impl Lack {
    const fn stored(self) -> (&'static str, u16) {
        match self {
            Self::Room => ("room", 1),
            Self::Igangsetter => ("igangsetter", 1),
            Self::Notes(amount) => ("notes", amount),
        }
    }

    fn read(lacks: &str, amount: u16) -> Option<Self> {
        let all = [Self::Room, Self::Igangsetter, Self::Notes(amount)];
        all.into_iter().find(|lack| lack.stored().0 == lacks)
    }
}
