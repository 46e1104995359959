//! The made-up notes. Their people are numbered, and their times say where the matcher can put them.

use chrono::{TimeDelta, Weekday};
use course::{Door, NoteDraft, Reach};
use model::{Band, Language, NoteId, PlaceId, ReceiptCode, WeekBand};
use store::{DbConn, note};

use super::{
    DemoFault,
    region::{Maker, Result, address},
};

/// What somebody wants: places by their number, and times.
pub type Wants = (&'static [usize], &'static [(Weekday, Band)]);

/// Who waits when the demonstration begins: how many, and what they want.
const WAITING: [(u32, Wants); 9] = [
    (
        9,
        (&[0], &[(Weekday::Tue, Band::Evening), (Weekday::Thu, Band::Evening)]),
    ),
    (4, (&[0, 2], &[(Weekday::Thu, Band::Evening)])),
    (
        6,
        (&[4, 6], &[(Weekday::Thu, Band::Morning), (Weekday::Fri, Band::Morning)]),
    ),
    (3, (&[4], &[(Weekday::Tue, Band::Evening)])),
    (3, (&[0, 1, 2, 4], &[(Weekday::Wed, Band::Morning)])),
    (
        5,
        (&[3], &[(Weekday::Mon, Band::Evening), (Weekday::Wed, Band::Afternoon)]),
    ),
    (3, (&[7], &[(Weekday::Wed, Band::Evening)])),
    (1, (&[1], &[(Weekday::Mon, Band::Afternoon)])),
    (2, (&[2, 6], &[(Weekday::Sat, Band::Morning)])),
];

/// A made-up note as it was left.
pub struct Left {
    /// Which.
    pub note: NoteId,
    /// Its code, if its person left no address.
    pub code: Option<ReceiptCode>,
}

/// How a made-up note is left.
#[derive(Clone, Copy)]
pub struct How<'a> {
    /// Where.
    pub door: &'a Door,
    /// With a receipt code in place of an address.
    pub by_code: bool,
    /// With the date of the planned start ticked.
    pub planned: bool,
}

impl Maker<'_> {
    /// Somebody leaves a note and confirms it.
    pub fn leave(
        &self,
        tx: &mut DbConn,
        (person, (at, times)): (u32, Wants),
        places: &[PlaceId],
        how: How<'_>,
    ) -> Result<Left> {
        let email = address(&format!("deltaker{person}"))?;
        let draft = NoteDraft {
            places: at.iter().filter_map(|number| places.get(*number).copied()).collect(),
            times: times
                .iter()
                .map(|(weekday, band)| WeekBand {
                    weekday: *weekday,
                    band: *band,
                })
                .collect(),
            reach: if how.by_code {
                Reach::Code
            } else {
                Reach::Email(email.clone())
            },
            language: match person % 10 {
                4 => Language::Nynorsk,
                9 => Language::English,
                _ => Language::Bokmal,
            },
            planned: how.planned,
        };
        // No letter asks for confirmation: it has been followed long ago.
        let receipt = course::submit(tx, (self.vault, self.chance), (how.door, &draft), false, self.now)?;
        if let Some(code) = receipt.code {
            let found = course::look_up(tx, (self.vault, self.chance), &code, self.now)?;
            let (note, _) = found.ok_or(DemoFault::MadeUp)?;
            return Ok(Left {
                note: note.id,
                code: Some(code),
            });
        }
        let notes = note::list_by_address(tx, &self.vault.indexes(&email).all())?;
        let note = *notes.first().ok_or(DemoFault::MadeUp)?;
        course::confirm(tx, self.chance, note, self.now)?;
        Ok(Left { note, code: None })
    }

    /// Those who wait leave their notes, in the seven weeks before today. The codes of those without an address.
    pub fn waiting(&self, tx: &mut DbConn, door: &Door, places: &[PlaceId]) -> Result<Vec<ReceiptCode>> {
        let mut codes = Vec::new();
        let people = WAITING.iter().flat_map(|(many, wants)| (0..*many).map(move |_| *wants));
        for (person, wants) in (101..).zip(people) {
            let earlier = Maker {
                now: self.now - TimeDelta::days(i64::from(person % 7) * 8),
                ..*self
            };
            let how = How {
                door,
                by_code: person % 17 == 0,
                planned: false,
            };
            codes.extend(earlier.leave(tx, (person, wants), places, how)?.code);
        }
        Ok(codes)
    }
}
