//! One line on standard error that tells how far a run has come, if that is a terminal.

use std::{
    future,
    io::{self, IsTerminal as _, Write as _},
    time::Duration,
};

use matcher::Progress;
use tokio::time::{Instant, Interval, interval_at};

/// How often the line is written anew.
const PACE: Duration = Duration::from_millis(500);

pub struct ProgressLine {
    begun: Instant,
    /// Steps at which the run ends.
    most: u64,
    /// None where nobody looks.
    ticks: Option<Interval>,
}

impl ProgressLine {
    pub fn begin(most: u64) -> Self {
        let begun = Instant::now();
        Self {
            begun,
            most,
            ticks: io::stderr().is_terminal().then(|| interval_at(begun + PACE, PACE)),
        }
    }

    /// Waits until the line is due; for ever where nobody looks.
    pub async fn tick(&mut self) {
        match &mut self.ticks {
            Some(ticks) => _ = ticks.tick().await,
            None => future::pending().await,
        }
    }

    pub fn show(&self, progress: Progress) -> io::Result<()> {
        let line = line(self.begun.elapsed(), self.most, progress);
        write!(io::stderr(), "\r\x1b[K{line}")
    }

    /// Leaves nothing of it on the terminal.
    pub fn clear(&self) -> io::Result<()> {
        if self.ticks.is_some() {
            write!(io::stderr(), "\r\x1b[K")?;
        }
        Ok(())
    }
}

fn line(time: Duration, most: u64, progress: Progress) -> String {
    let Progress {
        steps,
        parts,
        parts_done,
    } = progress;
    let percent = u128::from(steps.min(most)) * 100 / u128::from(most.max(1));
    let seconds = time.as_secs();
    format!(
        "{seconds} s, {parts_done} of {parts} parts done, {percent} % of the steps; Ctrl-C ends it with the best so far"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_tells_time_parts_and_steps() {
        let progress = Progress {
            steps: 250,
            parts: 3,
            parts_done: 1,
        };
        let told = line(Duration::from_millis(12_700), 1000, progress);
        assert!(
            told.starts_with("12 s, 1 of 3 parts done, 25 % of the steps;"),
            "{told}"
        );
    }
}
