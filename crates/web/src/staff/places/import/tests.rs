//! What becomes of a list, and what is wrong with it.

mod sheets;

use chrono::{NaiveDate, NaiveTime, Weekday};
use contact_point::ListedPlace;
use model::{Chance, ContactPointId, Language, PlaceId, PlaceKind, RegionId, RoomId, WeeklyTime};
use store::{
    place::{Directions, Place},
    room::Room,
};
use texts::Texts;

use super::{
    plan::{Added, Kept, Plan},
    sheet::Sheet,
};

const NB: Texts = Texts::of(Language::Bokmal);

fn time(weekday: Weekday, hour: u32) -> WeeklyTime {
    WeeklyTime::new(weekday, NaiveTime::from_hms_opt(hour, 0, 0).unwrap()).unwrap()
}

/// A library with a room on Tuesdays at six, from February on.
fn kept() -> Kept {
    let chance = Chance::seeded(1);
    let place = Place {
        id: PlaceId::random(&chance),
        region: RegionId::random(&chance),
        contact_point: ContactPointId::random(&chance),
        kind: PlaceKind::Physical,
        name: "Biblioteket".to_owned(),
        address: "Storgata 1".to_owned(),
        letter_name: "Storgata 1".to_owned(),
        directions: Directions {
            step_free: Some(true),
            ..Directions::default()
        },
        offered: true,
    };
    let room = Room {
        id: RoomId::random(&chance),
        place: place.id,
        name: "Peisestua".to_owned(),
        from: NaiveDate::from_ymd_opt(2027, 2, 1),
        until: None,
        offered: true,
        times: vec![time(Weekday::Tue, 18)],
    };
    Kept {
        places: vec![place],
        rooms: vec![room],
    }
}

fn plan(text: &str) -> Plan {
    let today = NaiveDate::from_ymd_opt(2027, 1, 12).unwrap();
    Plan::of(&Sheet::read(text).unwrap(), &kept(), today)
}

/// The faults of a list, each with the number of its line.
fn faults(text: &str) -> Vec<(usize, String)> {
    let lines = plan(text).lines.into_iter();
    lines
        .flat_map(|line| line.faults.into_iter().map(move |fault| (line.number, fault.text(NB))))
        .collect()
}

#[test]
fn what_a_form_would_refuse_is_refused_at_its_line_and_column() {
    let long = "x".repeat(81);
    let rows = [
        (";Torget 2;;;;;", "Sted (tomt): Skriv hva stedet heter"),
        (
            &format!("{long};Torget 2;;;;;"),
            "Sted («xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx …»): Skriv høyst 80 tegn",
        ),
        ("Kafeen;Helsehuset;;;;;", "Navn i brev (tomt): Dette vises i brev."),
        (
            "Kafeen;;;;;;",
            "Navn i brev (tomt): Skriv en gateadresse, eller hva stedet skal hete i brev",
        ),
        (
            "Kafeen;Torget 2;;tirsdag;18.00;;",
            "Rom (tomt): Skriv hvilket rom tiden gjelder",
        ),
        ("Kafeen;Torget 2;Salen;;;;", "Ukedag (tomt): Skriv minst én tid"),
        (
            "Kafeen;Torget 2;Salen;;18.00;;",
            "Ukedag (tomt): Skriv en ukedag, som tirsdag",
        ),
        (
            "Kafeen;Torget 2;Salen;hverdag;18.00;;",
            "Ukedag («hverdag»): Skriv en ukedag, som tirsdag",
        ),
        (
            "Kafeen;Torget 2;Salen;tirsdag;;;",
            "Klokkeslett (tomt): Skriv et klokkeslett, som 18.00",
        ),
        (
            "Kafeen;Torget 2;Salen;tirsdag;18,5;;",
            "Klokkeslett («18,5»): Skriv et klokkeslett, som 18.00",
        ),
        (
            "Kafeen;Torget 2;Salen;tirsdag;23.00;;",
            "Klokkeslett («23.00»): Møter kan begynne fra 06.00 til 22.00",
        ),
        (
            "Kafeen;Torget 2;Salen;tirsdag;18.00;19.30;",
            "Til («19.30»): Det må være minst to timer",
        ),
        (
            "Kafeen;Torget 2;Salen;tirsdag;18.00;sent;",
            "Til («sent»): Skriv et klokkeslett, som 18.00",
        ),
        (
            "Kafeen;Torget 2;Salen;tirsdag;18.00;;før",
            "Første dag («før»): Skriv en dato, som 12.01.2027",
        ),
    ];
    for (line, told) in rows {
        let list = format!("sted;adresse;rom;ukedag;klokkeslett;til;første dag\nSkolen;Skoleveien 3\n{line}");
        let found = faults(&list);
        assert_eq!(found.len(), 1, "{line}: {found:?}");
        assert!(found[0].0 == 3 && found[0].1.starts_with(told), "{line}: {found:?}");
    }
}

#[test]
fn words_of_a_column_are_known_or_told() {
    let list = |kind: &str, step_free: &str| {
        plan(&format!(
            "sted;navn i brev;slags;trinnfritt\nKafeen;Det gule huset;{kind};{step_free}"
        ))
    };
    for (kind, step_free, wanted) in [
        ("", "", (PlaceKind::Physical, None)),
        ("Telefon", "ja", (PlaceKind::Telephone, Some(true))),
        ("på nett", "NEI", (PlaceKind::Online, Some(false))),
        ("house", "not known", (PlaceKind::Physical, None)),
    ] {
        let read = list(kind, step_free);
        assert!(!read.is_wrong(), "{kind} {step_free}");
        let [ListedPlace::New(draft, _)] = read.list.as_slice() else {
            panic!("{:?}", read.list)
        };
        assert_eq!((draft.kind, draft.step_free), wanted);
    }
    let wrong = list("slott", "kanskje");
    assert_eq!(wrong.lines[0].faults.len(), 2);
}

#[test]
fn lines_about_the_same_place_are_put_together() {
    let read = plan(
        "sted;adresse;rom;ukedag;klokkeslett;siste dag\n\
         Kafeen;Torget 2;Salen;tirsdag;18.00;\n\
         kafeen;;salen;tirsdag;20.00;30.06.2027\n\
         KAFEEN;torget 2;Salen;Tue;18:00;30.06.2027\n\
         Kafeen;;Loftet;fre;10.00;",
    );
    assert!(!read.is_wrong());
    let counts = [Added::Place, Added::Room, Added::Time].map(|kind| read.count(kind));
    assert_eq!(counts, [1, 2, 3]);
    assert!(read.lines[2].adds.is_empty(), "it says what the first line does");
    let [ListedPlace::New(draft, rooms)] = read.list.as_slice() else {
        panic!("{:?}", read.list)
    };
    assert_eq!((draft.name.as_str(), rooms.len()), ("Kafeen", 2));
    assert_eq!(rooms[0].until, NaiveDate::from_ymd_opt(2027, 6, 30));
    assert_eq!(rooms[0].times, [time(Weekday::Tue, 18), time(Weekday::Tue, 20)]);
}

#[test]
fn lines_that_contradict_each_other_are_told_with_both() {
    let found = faults(
        "sted;adresse;rom;ukedag;klokkeslett\n\
         Kafeen;Torget 2;Salen;tirsdag;18.00\n\
         Kafeen;Torget 3;Salen;tirsdag;19.00",
    );
    let told = [
        "Adresse («Torget 3»): Linje 2 sier «Torget 2». Skriv det samme, eller la det stå tomt",
        "Klokkeslett («19.00»): Det må være to timer mellom tidene",
    ];
    assert_eq!(found, told.map(|text| (3, text.to_owned())));
}

#[test]
fn what_is_stored_stays_and_is_held_against_the_list() {
    let same = plan(
        "sted;adresse;navn i brev;uten trapper;slags;rom;ukedag;klokkeslett;første dag\n\
         Biblioteket;Storgata 1;Storgata 1;ja;hus;Peisestua;tirsdag;18.00;1.2.2027",
    );
    assert!(!same.is_wrong() && same.lines[0].adds.is_empty(), "{:?}", same.lines);
    let more = plan("sted;rom;ukedag;klokkeslett\nBiblioteket;Peisestua;tors;18.00\nBiblioteket;Salen;tors;18.00");
    let counts = [Added::Place, Added::Room, Added::Time].map(|kind| more.count(kind));
    assert_eq!((more.is_wrong(), counts), (false, [0, 1, 2]));
    for (heading, cell, told) in [
        (
            "adresse",
            "Storgata 2",
            "Adresse («Storgata 2»): Det er lagret «Storgata 1» fra før.",
        ),
        (
            "nøkkel",
            "I skranken",
            "Nøkkel («I skranken»): Ingenting er lagret her fra før.",
        ),
        (
            "uten trapper",
            "nei",
            "Uten trapper («nei»): Noe annet er lagret fra før.",
        ),
        ("slags", "slott", "Slags sted («slott»): Skriv hus, telefon eller nett"),
        (
            "klokkeslett",
            "19.00",
            "Klokkeslett («19.00»): Det må være to timer mellom tidene",
        ),
        (
            "første dag",
            "1.3.2027",
            "Første dag («1.3.2027»): Det er lagret «01.02.2027» fra før.",
        ),
        (
            "siste dag",
            "1.3.2027",
            "Siste dag («1.3.2027»): Ingenting er lagret her fra før.",
        ),
    ] {
        let found = faults(
            &format!("sted;rom;ukedag;{heading}\nBiblioteket;Peisestua;{{day}};{cell}")
                .replace("{day}", if heading == "klokkeslett" { "tirsdag" } else { "" }),
        );
        assert_eq!(found.len(), 1, "{heading}: {found:?}");
        assert!(found[0].1.starts_with(told), "{heading}: {found:?}");
    }
}
