//! Lists as all kinds of spreadsheets give them.

use chrono::NaiveDate;
use model::Chance;

use super::{NB, faults, kept, plan};
use crate::staff::places::import::{
    columns::Column,
    plan::{Added, Plan},
    sheet::{Sheet, SheetFault},
};

#[test]
fn lists_of_all_spreadsheets_say_the_same() {
    let wanted = ["Kafeen", "Torget 2, inngang B", "Salen", "tirsdag", "18.00"];
    for (what, text) in [
        (
            "semicolons",
            "sted;adresse;rom;ukedag;klokkeslett\nKafeen;Torget 2, inngang B;Salen;tirsdag;18.00",
        ),
        (
            "a copy",
            "Sted\tAdresse\tRom\tUkedag\tKlokkeslett\r\nKafeen\tTorget 2, inngang B\tSalen\ttirsdag\t18.00\r\n",
        ),
        (
            "commas",
            "sted,adresse,rom,ukedag,klokkeslett\nKafeen,\"Torget 2, inngang B\",Salen,tirsdag,18.00",
        ),
        (
            "a mark",
            "\u{feff}sted;adresse;rom;ukedag;klokkeslett\nKafeen;Torget 2, inngang B;Salen;tirsdag;18.00",
        ),
        (
            "old ends",
            "sted;adresse;rom;ukedag;klokkeslett\rKafeen;Torget 2, inngang B;Salen;tirsdag;18.00\r",
        ),
        (
            "a mark and a hint",
            "\u{feff}sep=,\nsted,adresse,rom,ukedag,klokkeslett\nKafeen,\"Torget 2, inngang B\",Salen,tirsdag,18.00",
        ),
        (
            "a hint",
            "sep=;\r\nsted;adresse;rom;ukedag;klokkeslett\r\nKafeen;Torget 2, inngang B;Salen;tirsdag;18.00",
        ),
        (
            "quotes",
            "\"sted\";\"adresse\";rom;ukedag;klokkeslett\n\"Kafeen\";\"Torget 2, inngang B\";Salen;tirsdag;18.00",
        ),
        (
            "spaces",
            "\n\n sted ; adresse;rom ;ukedag;klokkeslett\n\n Kafeen ;Torget 2, inngang B ; Salen; tirsdag;18.00 \n\n",
        ),
        (
            "empty cells",
            "sted;adresse;rom;ukedag;klokkeslett;;\n;;;;;;\nKafeen;Torget 2, inngang B;Salen;tirsdag;18.00;;\n;;;;;;\n",
        ),
        (
            "another order",
            "klokkeslett;ukedag;rom;adresse;sted\n18.00;tirsdag;Salen;Torget 2, inngang B;Kafeen",
        ),
        (
            "English",
            "place;address;room;weekday;time\nKafeen;Torget 2, inngang B;Salen;tirsdag;18.00",
        ),
        (
            "nynorsk",
            "STAD;ADRESSE;ROM;VEKEDAG;FRÅ\nKafeen;Torget 2, inngang B;Salen;tirsdag;18.00",
        ),
    ] {
        let sheet = Sheet::read(text).unwrap();
        assert_eq!(sheet.rows.len(), 1, "{what}");
        let row = &sheet.rows[0];
        let columns = [
            Column::Place,
            Column::Address,
            Column::Room,
            Column::Weekday,
            Column::Starts,
        ];
        assert_eq!(columns.map(|column| row.cell(column)), wanted, "{what}");
        assert!(sheet.unused.is_empty() && row.faults.is_empty(), "{what}");
        assert_eq!(plan(text).count(Added::Time), 1, "{what}");
    }
}

#[test]
fn what_is_no_list_is_told_apart() {
    for (text, fault) in [
        ("", SheetFault::Empty),
        ("\u{feff}", SheetFault::Empty),
        ("\n \n\t\n", SheetFault::Empty),
        ("sted;adresse", SheetFault::Empty),
        ("sted\n;;;\n", SheetFault::Empty),
        ("sep=;", SheetFault::Empty),
        ("Kafeen;Torget 2\nSkolen;Skoleveien 3", SheetFault::NoHeadings),
        ("adresse;rom\nTorget 2;Salen", SheetFault::NoHeadings),
        ("sted;place\nKafeen;Kafeen", SheetFault::HeadingTwice),
    ] {
        assert_eq!(Sheet::read(text).map(|_| ()), Err(fault), "{text:?}");
    }
}

#[test]
fn headings_that_mean_nothing_are_named_and_not_used() {
    let sheet = Sheet::read("sted;Kapasitet;adresse;Kontakt;\nKafeen;12;Torget 2;=cmd;").unwrap();
    assert_eq!(sheet.unused, ["Kapasitet", "Kontakt"]);
    assert!(sheet.rows[0].faults.is_empty());
}

#[test]
fn what_a_spreadsheet_has_done_to_a_cell_is_told() {
    for (line, told) in [
        (
            "=cmd|' /C calc'!A0;Torget 2",
            "Sted («=cmd|' /C calc'!A0»): Dette er en formel.",
        ),
        ("Kafeen;=HYPERLINK(1)", "Adresse («=HYPERLINK(1)»): Dette er en formel."),
        ("KafÃ¸en;Torget 2", "Sted («KafÃ¸en»): Bokstavene er blitt feil."),
        ("Kafeen;#######", "Adresse («#######»): Kolonnen er for smal"),
        (
            "Kafeen;\"Torget\n2\"",
            "Adresse («Torget 2»): Her er det et linjeskift.",
        ),
        (
            "Kafeen;\"Torget 2",
            "Adresse («Torget 2 Skolen;Skoleveien 3»): Her er det et linjeskift.",
        ),
        ("Kafeen;Torget 2;bak;huset", "Linjen har flere felt enn overskriftene."),
        (
            "Kafeen;Torget\u{7}2",
            "Adresse («Torget\u{7}2»): Skriv på én linje, med vanlige tegn",
        ),
    ] {
        let found = faults(&format!("sted;adresse\n{line}\nSkolen;Skoleveien 3"));
        assert_eq!(found.len(), 1, "{line}: {found:?}");
        assert!(found[0].0 == 2 && found[0].1.starts_with(told), "{line}: {found:?}");
    }
}

#[test]
fn lines_are_numbered_as_an_editor_numbers_them() {
    let found = faults("\n\nsted;adresse\n\n\nKafeen;\"Torget\n2\"\n\n;Gata 1\r\n   \r\n;Gata 2");
    let numbers: Vec<usize> = found.iter().map(|(line, _)| *line).collect();
    assert_eq!(numbers, [6, 9, 11]);
}

#[test]
fn whatever_is_pasted_is_read_or_refused() {
    let chance = Chance::seeded(5);
    let parts = [
        "sted", "adresse", "rom", "ukedag", "til", ";", ";", ",", "\t", "\n", "\r\n", "\"", "\"\"", "=", "\u{feff}",
        "æ", "🙂", "tirsdag", "18.00", "sep=", " ", "x",
    ];
    for _ in 0..3000 {
        let [length] = chance.bytes::<1>();
        let picked = (0..length % 40).filter_map(|_| chance.pick(&parts).copied());
        let text: String = std::iter::once("sted;adresse\n").chain(picked).collect();
        let Ok(sheet) = Sheet::read(&text) else { continue };
        let today = NaiveDate::from_ymd_opt(2027, 1, 12).unwrap();
        let read = Plan::of(&sheet, &kept(), today);
        assert_eq!(read.lines.len(), sheet.rows.len());
        for line in read.lines {
            let nothing = line
                .faults
                .iter()
                .map(|fault| fault.text(NB))
                .any(|text| text.is_empty());
            assert!(
                !nothing && (1..=text.matches(['\n', '\r']).count() + 1).contains(&line.number),
                "{text:?}"
            );
        }
    }
}
