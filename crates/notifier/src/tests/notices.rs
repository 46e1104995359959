//! The letters to everybody whose data others may have seen (promise C14).

use chrono::TimeDelta;
use model::{Language, Letter, NoteState, NoticeId, NoticeText, NoticeTexts, Purpose};
use store::notice::{self, Notice};
use testkit::both_databases;

use super::{
    kinds::{claim, claims, only, said},
    office::{KARI, OLA, Office, SIRI},
};

fn told(office: &Office) -> NoticeId {
    let text = |raw| NoticeText::parse(raw).unwrap();
    let today = office.clock.today();
    let notice = Notice {
        id: NoticeId::random(&office.chance),
        texts: NoticeTexts {
            bokmal: text("Noen kom inn.\n\nVi har stengt dem ute."),
            nynorsk: Some(text("Nokon kom inn.")),
            english: None,
        },
        made_on: today,
        kept_until: today + TimeDelta::days(35),
    };
    office.write(|tx| notice::insert(tx, &notice, &[office.contact_point]));
    notice.id
}

both_databases!(
    a_participant_is_told_in_any_state_with_words_link_and_whom_to_ask,
    async |db| {
        let office = Office::open(&db);
        let notice = told(&office);
        for state in NoteState::ALL {
            let note = office.note(&format!("{}@example.test", state.code()), state);
            let letter = only(&office, Letter::Notice { note, notice }).await;
            let text = said(&letter);
            for part in [
                "Noen kom inn.",
                "Vi har stengt dem ute.",
                "BLÅ LYKT",
                "Ansvarlig: Nordre kommune. Spør om personvern: personvern@nordre.example.",
                "Ring 22 33 44 55.",
                "https://oppstart.example/privacy",
            ] {
                assert!(text.contains(part), "{state:?}, {part}: {text}");
            }
            assert_eq!(letter.subject, "Viktig beskjed om opplysningene dine");
            assert_eq!(claims(&office, &letter), [claim(note, Purpose::MyNote)]);
        }
    }
);

both_databases!(a_member_of_staff_is_told_with_the_way_to_their_desk, async |db| {
    let office = Office::open(&db);
    let letter = Letter::StaffNotice {
        staff: office.igangsetter,
        notice: told(&office),
    };
    let letter = only(&office, letter).await;
    assert_eq!(letter.to, SIRI);
    let text = said(&letter);
    assert!(
        text.contains("Vi har stengt dem ute.") && text.contains("https://oppstart.example/desk"),
        "{text}"
    );
    assert!(
        text.contains("Si fra til en koordinator.") && !text.contains("Kjenneordene"),
        "{text}"
    );
});

both_databases!(
    readers_of_other_languages_get_their_own_text_or_that_in_bokmal,
    async |db| {
        let office = Office::open(&db);
        let notice = told(&office);
        for (language, to, own, framed) in [
            (Language::Nynorsk, KARI, "Nokon kom inn.", "Denne meldinga"),
            (Language::English, OLA, "Noen kom inn.", "This message"),
        ] {
            let note = office.note_in(language, to, NoteState::Waiting);
            let letter = only(&office, Letter::Notice { note, notice }).await;
            let text = said(&letter);
            assert!(text.contains(own) && text.contains(framed), "{text}");
        }
    }
);

both_databases!(who_has_a_code_or_is_gone_is_not_written_to, async |db| {
    let office = Office::open(&db);
    let notice = told(&office);
    let (by_code, gone) = (
        office.note_by_code(NoteState::Waiting),
        office.note(KARI, NoteState::Waiting),
    );
    office.owe(Letter::Notice { note: by_code, notice });
    office.owe(Letter::Notice { note: gone, notice });
    office.write(|tx| store::note::erase(tx, gone).map(drop));
    assert!(office.delivered().await.list().is_empty());
    assert_eq!(office.owed(), 0);
});
