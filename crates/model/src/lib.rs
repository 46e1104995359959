//! Types, states, parsing, ids, links and letter kinds: what the whole product agrees on.
//!
//! Nothing here does I/O. Time and chance come from outside, through [`Clock`] and [`Chance`].

mod apart_code;
mod cell;
mod chance;
mod clock;
mod code;
mod controller;
mod email;
mod group;
mod ids;
mod language;
mod letter;
mod link;
mod name;
mod note;
mod receipt_code;
mod recognition;
mod role;
mod short_code;

pub use apart_code::ApartCode;
pub use cell::{Band, Cell, MEETING, WEEKDAYS, WeekBand, WeeklyTime, Wish, weekday_code, weekday_from_code};
pub use chance::{Chance, ChanceFault};
pub use clock::{Clock, oslo_date, oslo_instant, oslo_local};
pub use code::CodeFault;
pub use controller::Controller;
pub use email::{EmailAddress, EmailFault};
pub use group::{
    ANSWER_DAYS, ASKED_FOR, CUT_OFF_DAYS, Calendar, GroupState, MAX_SIZE, MIN_SIZE, NOTICE_DAYS, REMEMBERED_DAYS,
    SUPPORTED_MEETINGS, SeatState,
};
pub use ids::{
    CollectionId, ContactPointId, CourseId, GroupId, LetterId, NoteId, OccupancyId, PlaceId, RegionId, RoomId, RoundId,
    SetUpId, SignInId, StaffId,
};
pub use language::Language;
pub use letter::{Letter, References};
pub use link::{Link, LinkClaim, Purpose};
pub use name::{LetterName, Line, Name, NameFault, Nickname, is_neutral};
pub use note::{DISSOLVED_BONUS, NoteState, PAUSED_DAYS, Standing, UNCONFIRMED_DAYS, WAITING_MONTHS, WrongState};
pub use receipt_code::ReceiptCode;
pub use recognition::{COLOURS, RecognitionWords, THINGS};
pub use role::Roles;
pub use short_code::{ShortCode, ShortCodeFault};
