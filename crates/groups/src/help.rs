//! What would help those without a seat: found by running the matcher again, and kept with the draft.
//!
//! It is looked for once the draft is stored, so that nobody waits for it who only wants to see the groups.

use matcher::{Lacks, Limits};
use model::RegionId;
use store::{
    Db, DbConn,
    round::{self, Help, Lack},
};

use crate::{
    Fault,
    fault::Result,
    pool::{Snapshot, cell_id},
    round::Run,
};

/// More than this nobody reads.
const MOST: usize = 8;

/// Finds what would help most and stores it with the draft of a run, if that is open still. Takes a few times as long as
/// the run did.
///
/// # Errors
/// [`Fault::Store`].
pub fn store_help(db: &Db, run: &Run) -> Result<()> {
    let found = matcher::help(&run.pool, &run.proposal, &Limits::default());
    let helps = found.iter().take(MOST).map(|help| read(&run.region, help));
    let helps = helps.collect::<Result<Vec<Help>>>()?;
    db.write_now(|tx| insert(tx, run.region.id(), run, &helps))
}

fn insert(tx: &mut DbConn, region: RegionId, run: &Run, helps: &[Help]) -> Result<()> {
    let is_open = round::find_open(tx, region)?.is_some_and(|open| open.id == run.round);
    if is_open {
        round::insert_helps(tx, run.round, helps)?;
    }
    Ok(())
}

fn read(region: &Snapshot, help: &matcher::Help) -> Result<Help> {
    let mut cells = region.offer.cells().into_iter();
    let number = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    Ok(Help {
        cell: cells.find(|cell| cell_id(*cell) == help.cell).ok_or(Fault::Answer)?,
        lack: match help.lacks {
            Lacks::Room => Lack::Room,
            Lacks::Igangsetter => Lack::Igangsetter,
            Lacks::Notes => Lack::Notes(number(help.count)),
        },
        would_seat: number(help.would_seat),
    })
}
