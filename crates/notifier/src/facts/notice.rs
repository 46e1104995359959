//! The facts of letters to everybody whose data others may have seen: whatever has become of a note, its person is told
//! as long as it is there (promise C14).

use letters::{Notice, ParticipantNews, StaffNews};
use model::{ContactPointId, Language, Link, NoteId, NoticeId, StaffId};
use store::{DbConn, contact_point, note, notice, staff};

use super::{Found, Gathered, Maker, participant};

pub(super) fn to_participant(c: &mut DbConn, maker: &Maker, (note, notice): (NoteId, NoticeId)) -> Found<Gathered> {
    let Some(note) = note::find(c, note)? else {
        return Ok(None);
    };
    match told(c, maker, notice, (note.language, note.contact_point))? {
        Some(notice) => participant::tell(c, maker, &note, ParticipantNews::Notice(notice)),
        None => Ok(None),
    }
}

pub(super) fn to_staff(c: &mut DbConn, maker: &Maker, (whom, notice): (StaffId, NoticeId)) -> Found<Gathered> {
    let Some(member) = staff::find(c, whom)? else {
        return Ok(None);
    };
    let reader = (staff::get_language(c, whom)?, member.contact_point);
    let desk = maker.desk();
    match told(c, maker, notice, reader)? {
        Some(notice) => super::staff::tell(c, whom, StaffNews::Notice { notice, desk }),
        None => Ok(None),
    }
}

fn told(
    c: &mut DbConn,
    maker: &Maker,
    notice: NoticeId,
    (language, point): (Language, ContactPointId),
) -> Found<Notice> {
    let Some(notice) = notice::find(c, notice)? else {
        return Ok(None);
    };
    let (text, language) = notice.texts.for_reader(language);
    Ok(Some(Notice {
        paragraphs: text.paragraphs().map(str::to_owned).collect(),
        language,
        controller: contact_point::get(c, point)?.controller,
        privacy: maker.public_url.to(&Link::Privacy),
    }))
}
