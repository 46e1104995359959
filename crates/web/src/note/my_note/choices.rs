//! What was chosen, place by place.

use course::MyNote;
use model::{Band, WEEKDAYS, Wish};
use store::place::Place;
use texts::Texts;

/// Each place, with a line for each day: «tirsdag: formiddag, kveld (passer best)».
pub fn by_place(mine: &MyNote, texts: Texts) -> Vec<(String, Vec<String>)> {
    let of_place = |place: &Place| {
        let lines = WEEKDAYS.into_iter().filter_map(|day| {
            let bands: Vec<String> = Band::ALL
                .into_iter()
                .filter_map(|band| {
                    let wanted =
                        |wish: &&Wish| (wish.place, wish.when.weekday, wish.when.band) == (place.id, day, band);
                    mine.wishes.iter().find(wanted)
                })
                .map(|wish| named(wish, texts))
                .collect();
            (!bands.is_empty()).then(|| format!("{}: {}", texts.weekday(day), bands.join(", ")))
        });
        (place.name.clone(), lines.collect())
    };
    mine.places.iter().map(of_place).collect()
}

fn named(wish: &Wish, texts: Texts) -> String {
    let band = texts.band(wish.when.band);
    if wish.first_choice {
        texts.with("mine-first-choice", &[("time", band.into())])
    } else {
        band
    }
}
