//! What has happened in the made-up region: a month in which the clock is set back, and goes on day by day while the
//! schedule works. So all letters, dates and deadlines are those that the product itself makes.

use chrono::{TimeDelta, Weekday};
use course::Door;
use groups::{Answer, StartOption};
use model::{Band, GroupId, GroupState, NoteId, ReceiptCode, ShortCode, oslo_date};
use store::{
    DbConn, group, seat,
    staff::{self, Member},
};

use super::{
    DemoFault,
    notes::{How, Wants},
    region::{Maker, Region, Result, text},
};
use crate::{Service, Worker};

/// How long the region has been at work: long enough that the first group has met.
pub const PAST: TimeDelta = TimeDelta::days(30);

/// What people call themselves.
const NICKNAMES: [&str; 7] = ["Solveig", "Per", "Turgåer", "Liv", "Nils", "Måne", "Berit"];

/// The people of each group, by the place and time that they alone want.
const STARTED: Wants = (&[4], &[(Weekday::Tue, Band::Evening)]);
const READY: Wants = (&[5], &[(Weekday::Mon, Band::Evening)]);
const INVITING: Wants = (&[6], &[(Weekday::Tue, Band::Evening)]);
const VACANT: Wants = (&[2], &[(Weekday::Tue, Band::Morning)]);
const ASKED: Wants = (&[1], &[(Weekday::Wed, Band::Evening)]);
/// Whoever ticks the planned date needs no other.
const PLANNED: Wants = (&[], &[]);

/// What a player needs to know of it.
#[derive(Clone, Debug)]
pub struct Codes {
    /// Of the open collections, with their courses' titles.
    pub collections: Vec<(ShortCode, String)>,
    /// Of those who left no address.
    pub receipts: Vec<ReceiptCode>,
}

/// The story's teller.
pub struct History<'a> {
    /// The service.
    pub service: &'a Service,
    /// Its schedule and letters.
    pub worker: &'a Worker,
    /// Where it plays.
    pub region: Region,
}

/// A group's people, and those of their codes that there are.
struct People {
    notes: Vec<NoteId>,
    codes: Vec<ReceiptCode>,
}

impl History<'_> {
    /// Tells it, from a month ago until now: one group in each state that there is.
    pub async fn tell(&self) -> Result<Codes> {
        let (met, started) = self.group((1, 6, STARTED), 0).await?;
        self.accept(&started.notes)?;
        self.pass_until_met(met).await?;
        let (_, ready) = self.group((11, 7, READY), 0).await?;
        self.decline(&ready.notes)?;
        self.accept(&ready.notes)?;
        self.pass(3).await?;
        let planned = self.planned_start()?;
        self.pass(1).await?;
        let (_, inviting) = self.group((21, 8, INVITING), 2).await?;
        self.decline(&inviting.notes)?;
        self.accept(inviting.notes.get(1..4).unwrap_or_default())?;
        self.pass(1).await?;
        self.drop_out(&ready)?;
        self.pass(1).await?;
        let (vacant, _) = self.group((31, 6, VACANT), 0).await?;
        self.say_no(vacant)?;
        self.group((41, 5, ASKED), 0).await?;
        let collections = vec![planned, self.open_collection(1, None)?];
        let mut receipts = inviting.codes;
        receipts.extend(self.write(|maker, tx| maker.waiting(tx, &storvik()?, &self.region.places))?);
        self.work().await?;
        Ok(Codes { collections, receipts })
    }

    /// People leave notes, the last so many of them without an address. A round makes a group of them, which is
    /// approved; its letters go out.
    async fn group(&self, (first, size, wants): (u32, u32, Wants), by_code: u32) -> Result<(GroupId, People)> {
        let mut people = People {
            notes: Vec::new(),
            codes: Vec::new(),
        };
        for person in first..first + size {
            let how = How {
                door: &storvik()?,
                by_code: person >= first + size - by_code,
                planned: false,
            };
            let left = self.write(|maker, tx| maker.leave(tx, (person, wants), &self.region.places, how))?;
            people.notes.push(left.note);
            people.codes.extend(left.code);
        }
        let group = self.approve()?;
        self.work().await?;
        Ok((group, people))
    }

    /// The one new group of a round goes on.
    fn approve(&self) -> Result<GroupId> {
        let (service, now) = (self.service, self.service.clock.now());
        let by = self.coordinator(0)?;
        let acceptance = service.settings.acceptance_percent;
        let run = groups::propose(&service.db, &service.chance, by.region, oslo_date(now), acceptance)?;
        self.write(|maker, tx| {
            let draft = groups::draft(tx, by)?.ok_or(DemoFault::MadeUp)?;
            let mut groups = draft.groups.iter().map(|proposed| &proposed.group);
            let group = groups.find(|group| group.state == GroupState::Proposed);
            let group = group.ok_or(DemoFault::MadeUp)?.id;
            groups::approve(tx, maker.chance, by, (run.round, &[group]), now)?;
            if groups::draft(tx, by)?.is_some() {
                groups::discard(tx, by, run.round)?;
            }
            Ok(group)
        })
    }

    /// Those of them who have not answered say yes, each by a nickname of their own.
    fn accept(&self, notes: &[NoteId]) -> Result<()> {
        for (note, nickname) in notes.iter().zip(NICKNAMES) {
            let yes = Answer::Accept {
                nickname: Some(text(nickname)?),
            };
            self.answer(*note, &yes)?;
        }
        Ok(())
    }

    /// The first of them can't come on that date.
    fn decline(&self, notes: &[NoteId]) -> Result<()> {
        let first = notes.first().ok_or(DemoFault::MadeUp)?;
        self.answer(*first, &Answer::NotThisDate)
    }

    fn answer(&self, note: NoteId, answer: &Answer) -> Result<()> {
        self.write(|maker, tx| {
            if let Some(seat) = seat::find_live(tx, note)? {
                groups::answer(tx, maker.chance, (note, seat.group), answer, maker.now)?;
            }
            Ok(())
        })
    }

    /// Somebody who had said yes erases everything.
    fn drop_out(&self, people: &People) -> Result<()> {
        let last = *people.notes.last().ok_or(DemoFault::MadeUp)?;
        self.write(|maker, tx| Ok(groups::withdraw(tx, maker.chance, last, maker.now).map(drop)?))
    }

    /// The igangsetter who was asked says no.
    fn say_no(&self, group: GroupId) -> Result<()> {
        self.write(|maker, tx| {
            let asked = group::get(tx, group)?.lead.whom().ok_or(DemoFault::MadeUp)?;
            let asked = staff::get(tx, asked)?;
            Ok(groups::answer_lead(
                tx,
                maker.chance,
                &asked,
                (group, false),
                maker.now,
            )?)
        })
    }

    /// A course has a date to offer; some have ticked it already.
    fn planned_start(&self) -> Result<(ShortCode, String)> {
        let by = self.coordinator(0)?;
        let course = *self.region.courses.first().ok_or(DemoFault::MadeUp)?;
        let options = self.write(|maker, tx| {
            let (course, _) = course::get_course(tx, by, course)?;
            let notice_from = course.last_session.max(maker.today());
            Ok(groups::start_options(tx, by, by.contact_point, notice_from)?)
        })?;
        // Frode needs no question: the date stands from the beginning.
        let option = options.iter().find(|option| option.igangsetter_name == "Frode");
        let opened = self.open_collection(0, Some(option.ok_or(DemoFault::MadeUp)?))?;
        let door = Door::Collection(opened.0.clone());
        for person in 51..55 {
            let how = How {
                door: &door,
                by_code: false,
                planned: true,
            };
            self.write(|maker, tx| maker.leave(tx, (person, PLANNED), &self.region.places, how))?;
        }
        Ok(opened)
    }

    fn open_collection(&self, at: usize, planned: Option<&StartOption>) -> Result<(ShortCode, String)> {
        let by = self.coordinator(at)?;
        let course = *self.region.courses.get(at).ok_or(DemoFault::MadeUp)?;
        self.write(|maker, tx| {
            let opened = course::open_collection(tx, maker.chance, by, (course, planned), maker.now)?;
            let (course, collection) = course::get_collection(tx, by, opened)?;
            Ok((collection.code, course.title))
        })
    }

    fn coordinator(&self, at: usize) -> Result<&Member> {
        self.region.coordinators.get(at).ok_or(DemoFault::MadeUp)
    }

    fn write<T>(&self, work: impl Fn(&Maker<'_>, &mut DbConn) -> Result<T>) -> Result<T> {
        let maker = Maker {
            vault: &self.service.vault,
            chance: &self.service.chance,
            now: self.service.clock.now(),
        };
        self.service.db.write_now(|tx| work(&maker, tx))
    }

    async fn pass(&self, days: u32) -> Result<()> {
        for _ in 0..days {
            self.service.clock.advance(TimeDelta::days(1));
            self.work().await?;
        }
        Ok(())
    }

    /// Up to six days before the end. Between the answers and the eve of the first meeting nothing is due.
    async fn pass_until_met(&self, group: GroupId) -> Result<()> {
        let first = self.write(|_, tx| Ok(group::get(tx, group)?.calendar.first_meeting))?;
        let today = oslo_date(self.service.clock.now());
        let (eve, rest) = ((first - today).num_days() - 1, PAST.num_days() - 6);
        for days in [1, eve - 1, 1, rest - eve - 1] {
            self.service.clock.advance(TimeDelta::days(days));
            self.work().await?;
        }
        Ok(())
    }

    async fn work(&self) -> Result<()> {
        while self.worker.pass().await?.delivered > 0 {}
        Ok(())
    }
}

/// The sign-up page that is open all the year round.
fn storvik() -> Result<Door> {
    Ok(Door::ContactPoint(text("storvik")?))
}
