//! Types, states, parsing, ids, links and letter kinds: what the whole product agrees on.
//!
//! Nothing here does I/O. Time and chance come from outside, through [`Clock`] and [`Chance`].

mod apart_code;
mod cell;
mod chance;
mod clock;
mod closing;
mod code;
mod controller;
mod days_off;
mod email;
mod group;
mod holiday;
mod ids;
mod language;
mod letter;
mod link;
mod name;
mod note;
mod notice;
mod place_kind;
mod receipt_code;
mod recognition;
mod role;
mod short_code;
mod slug;

pub use apart_code::ApartCode;
pub use cell::{Band, Cell, MEETING, WEEKDAYS, WeekBand, WeeklyTime, Wish, weekday_code, weekday_from_code};
pub use chance::{Chance, ChanceFault};
pub use clock::{Clock, end_of, oslo_date, oslo_instant, oslo_local};
pub use closing::{ClosingFault, ClosingLines};
pub use code::CodeFault;
pub use controller::Controller;
pub use days_off::DaysOff;
pub use email::{EmailAddress, EmailFault};
pub use group::{
    ANSWER_DAYS, ASKED_FOR, CUT_OFF_DAYS, Calendar, GroupState, LAST_OFFER, Lead, MAX_SIZE, MIN_SIZE, MOST_SUPPORTED,
    NOBODY_BEFORE, NOTICE_DAYS, REMEMBERED_DAYS, SUPPORTED_MEETINGS, SeatState, VACANT_FOR, WEEKS_AHEAD, first_meeting,
};
pub use holiday::is_holiday;
pub use ids::{
    BackupId, CollectionId, ContactPointId, CourseId, GroupId, LetterId, NoteId, NoticeId, OccupancyId, PlaceId,
    RegionId, RoomId, RoundId, SetUpId, SignInId, StaffId, TellingId,
};
pub use language::Language;
pub use letter::{Letter, Practical, References};
pub use link::{Link, LinkClaim, Purpose};
pub use name::{LetterName, Line, Name, NameFault, Nickname, is_neutral};
pub use note::{
    ASKED_BEFORE, DISSOLVED_BONUS, LONG_WAIT, NoteState, PAUSED_DAYS, Prompt, REMINDED_AFTER, Standing,
    UNCONFIRMED_DAYS, WAITING_MONTHS, WrongState,
};
pub use notice::{NoticeFault, NoticeText, NoticeTexts};
pub use place_kind::PlaceKind;
pub use receipt_code::ReceiptCode;
pub use recognition::{COLOURS, RecognitionWords, THINGS};
pub use role::Roles;
pub use short_code::{ShortCode, ShortCodeFault};
pub use slug::{Slug, SlugFault};
