//! What holds for nynorsk alone: it is so near to bokmål that a text left in the wrong one is easily overlooked.

use super::*;

/// Common words, as forms of bokmål that nynorsk does not have.
const BOKMAL_ONLY: &str = "
    adressen bare deltakere deltakeren dere en et flere fra gjør gjøre gruppen hele hva hvem hver
    hvert hvilke hvilken hvis hvor hvordan hvorfor igangsetter igangsetteren ikke innsamlingen jeg
    kursleder lenken medarbeider mer mye møtes navn navnet noe noen nå sammen se siden slettes
    spørre sted stedene stedet steder uke uken uten velg velger venter vet være
";

#[test]
fn no_text_in_nynorsk_has_a_word_of_bokmal() {
    let foreign: BTreeSet<&str> = BOKMAL_ONLY.split_whitespace().collect();
    let (_, files) = LOCALES.iter().find(|(tag, _)| *tag == "nn").unwrap();
    for line in files.iter().flat_map(|(_, text)| text.lines()) {
        let text = line.split_once(" =").map_or(line, |(_, text)| text).to_lowercase();
        for word in text.split(|c: char| !c.is_alphabetic()) {
            assert!(!foreign.contains(word), "{word} is bokmål: {line}");
        }
    }
}

#[test]
fn nynorsk_has_its_own_names_of_days() {
    let days = WEEKDAYS.map(|day| NN.weekday(day)).join(" ");
    assert_eq!(days, "måndag tysdag onsdag torsdag fredag laurdag sundag");
    for day in WEEKDAYS {
        let weekly = WeeklyTime::new(day, at(18, 0)).unwrap();
        assert_eq!(NN.weekly_time(weekly), format!("{}ar kl. 18.00", NN.weekday(day)));
    }
}
