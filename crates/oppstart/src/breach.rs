//! `oppstart breach-letter`: tells everybody whose data others may have seen, without an address being seen by anybody
//! (GDPR art. 34, promise C14).

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use clap::Args;
use contact_point::{Affected, count_affected, find_points, tell_affected};
use letters::{Facts, Notice, ParticipantNews, Sender, StaffNews, ToParticipant, render};
use model::{Chance, Clock, Language, Link, NoticeFault, NoticeText, NoticeTexts, RecognitionWords, Slug};
use store::contact_point::ContactPoint;

use crate::{
    Settings,
    service::{Half, Service, StartFault},
};

/// What to tell, and to whom.
#[derive(Args)]
pub struct Breach {
    /// What happened, what it can lead to, what has been done, and what the reader can do: plain text in bokmål, with a
    /// blank line between paragraphs.
    #[arg(long, value_name = "TEXTFILE")]
    nb: PathBuf,
    /// The same in nynorsk; without it the readers of nynorsk get the text in bokmål.
    #[arg(long, value_name = "TEXTFILE")]
    nn: Option<PathBuf>,
    /// The same in English; without it the readers of English get the text in bokmål.
    #[arg(long, value_name = "TEXTFILE")]
    en: Option<PathBuf>,
    /// A contact point whose data it is about, by the name in its sign-up page's address; can be given several times.
    /// Without it: all of them.
    #[arg(long = "contact-point", value_name = "NAME")]
    contact_points: Vec<Slug>,
    /// Send the letters. Without it they are only shown and counted.
    #[arg(long)]
    send: bool,
    /// Send them although the same people have been told the same.
    #[arg(long, requires = "send")]
    again: bool,
}

/// Why nobody was told.
#[derive(Debug, thiserror::Error)]
pub enum BreachFault {
    /// The service can't be opened.
    #[error(transparent)]
    Start(#[from] StartFault),
    /// A text can't be read.
    #[error("breach-letter: {file}: {cause}")]
    Unread {
        /// Which file.
        file: String,
        /// What the system said.
        cause: io::Error,
    },
    /// A text can't stand in a letter.
    #[error("breach-letter: {file}: {cause}")]
    Text {
        /// Which file.
        file: String,
        /// Why not.
        cause: NoticeFault,
    },
    /// They know already.
    #[error("breach-letter: they have been told the same on {0}; --again sends it once more")]
    ToldAlready(NaiveDate),
    /// There is no such contact point.
    #[error("breach-letter: {0}")]
    Refused(contact_point::Fault),
    /// It could not be told.
    #[error(transparent)]
    Output(#[from] io::Error),
}

impl From<contact_point::Fault> for BreachFault {
    fn from(fault: contact_point::Fault) -> Self {
        match fault {
            contact_point::Fault::ToldAlready(on) => Self::ToldAlready(on),
            other => Self::Refused(other),
        }
    }
}

/// Shows how the letters read and to how many they go; with `--send` owes them, and the running service sends them.
/// Counts are all that is told of anybody.
///
/// # Errors
/// [`BreachFault`].
pub fn breach_letter(settings: Settings, what: &Breach) -> Result<(), BreachFault> {
    let texts = read_texts(what)?;
    let chance = Chance::from_system().map_err(StartFault::from)?;
    let service = Service::open(settings, Some(Half::Web), Clock::system(), chance)?;
    let points = service.db.read_now(|tx| find_points(tx, &what.contact_points))?;
    let mut out = io::stdout().lock();
    if what.send {
        let told = service.db.write_now(|tx| {
            let now = service.clock.now();
            tell_affected(tx, &service.chance, (&texts, &points), what.again, now)
        })?;
        writeln!(out, "{}\nThe running service sends them.", counted(told))?;
    } else {
        let affected = service.db.read_now(|tx| count_affected(tx, &points))?;
        show(&mut out, &service, (&texts, &points))?;
        writeln!(out, "{}\nNothing is sent: --send sends it.", counted(affected))?;
    }
    Ok(())
}

fn read_texts(what: &Breach) -> Result<NoticeTexts, BreachFault> {
    let read_if = |file: &Option<PathBuf>| file.as_deref().map(read).transpose();
    Ok(NoticeTexts {
        bokmal: read(&what.nb)?,
        nynorsk: read_if(&what.nn)?,
        english: read_if(&what.en)?,
    })
}

fn read(path: &Path) -> Result<NoticeText, BreachFault> {
    let file = || path.display().to_string();
    let raw = fs::read_to_string(path).map_err(|cause| BreachFault::Unread { file: file(), cause })?;
    NoticeText::parse(&raw).map_err(|cause| BreachFault::Text { file: file(), cause })
}

fn counted(of: Affected) -> String {
    let Affected {
        participants,
        staff,
        by_code,
    } = of;
    format!(
        "Letters to participants: {participants}. Letters to staff: {staff}. \
         Notes with a code, which get no letter and show it on their page: {by_code}."
    )
}

/// Prints the letters of the first contact point, in each language that has a text, with made-up words and link.
fn show(
    out: &mut impl io::Write,
    service: &Service,
    (texts, points): (&NoticeTexts, &[ContactPoint]),
) -> Result<(), BreachFault> {
    let controller = points.iter().find_map(|point| point.controller.clone());
    let sender = Sender {
        name: service.settings.mail_from_name.to_string(),
        phone: controller.as_ref().map(|one| one.phone.clone()).unwrap_or_default(),
        // They are not in these letters.
        closing_lines: None,
    };
    let address_of = |link: &Link| service.settings.public_url.to(link);
    for language in Language::ALL {
        let (text, written_in) = texts.for_reader(language);
        if written_in != language {
            continue;
        }
        let notice = Notice {
            paragraphs: text.paragraphs().map(str::to_owned).collect(),
            language,
            controller: controller.clone(),
            privacy: address_of(&Link::Privacy),
        };
        let to = ToParticipant {
            words: RecognitionWords::random(&service.chance),
            my_note: address_of(&Link::Token("…".to_owned())),
        };
        let desk = address_of(&Link::Desk);
        let to_participants = Facts::Participant(to, ParticipantNews::Notice(notice.clone()));
        let to_staff = Facts::Staff(StaffNews::Notice { notice, desk });
        for (whom, facts) in [("participants", to_participants), ("staff", to_staff)] {
            let letter = render(&facts, language, &sender);
            let name = language.own_name();
            writeln!(out, "--- To {whom}, {name}: {}\n\n{}", letter.subject, letter.text)?;
        }
    }
    Ok(())
}
