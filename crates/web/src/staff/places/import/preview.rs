//! A list as the page shows it, before anything of it is stored; and an example of one.

use model::WEEKDAYS;
use texts::Texts;

use super::{
    columns::{Column, first},
    plan::{Added, Line, Plan},
    sheet::Sheet,
};

/// What becomes of a list, in words.
pub struct Preview {
    /// In all.
    pub sum: String,
    /// Headings that are not used, if there are any.
    pub unused: Option<String>,
    /// What is wrong, each with the number of its line.
    pub faults: Vec<String>,
    /// For each line.
    pub lines: Vec<Shown>,
}

/// What becomes of a line, in words.
pub struct Shown {
    /// Its number.
    pub number: usize,
    /// The place.
    pub place: String,
    /// The room.
    pub room: String,
    /// The time.
    pub time: String,
    /// What it adds, that all of it is there, or that it is wrong.
    pub becomes: String,
    /// Whether it is wrong. Then nothing of the list is added.
    pub is_wrong: bool,
}

impl Preview {
    /// Puts a plan into words.
    pub fn new(texts: Texts, plan: &Plan, sheet: &Sheet) -> Self {
        Self {
            sum: sum(texts, plan),
            unused: (!sheet.unused.is_empty())
                .then(|| texts.with("import-unused", &[("columns", sheet.unused.join(", ").into())])),
            faults: plan.lines.iter().flat_map(|line| faults(texts, line)).collect(),
            lines: plan.lines.iter().map(|line| shown(texts, line)).collect(),
        }
    }
}

fn sum(texts: Texts, plan: &Plan) -> String {
    if plan.is_wrong() {
        return texts.get("import-sum-wrong");
    }
    let counts = [
        ("import-sum-places", "places", Added::Place),
        ("import-sum-rooms", "rooms", Added::Room),
        ("import-sum-times", "times", Added::Time),
    ];
    let counted = counts.map(|(key, name, kind)| (key, name, plan.count(kind)));
    let parts: Vec<String> = counted
        .into_iter()
        .filter(|(.., count)| *count > 0)
        .map(|(key, name, count)| texts.with(key, &[(name, count.into())]))
        .collect();
    let Some((last, others)) = parts.split_last() else {
        return texts.get("import-sum-nothing");
    };
    let new = if others.is_empty() {
        last.clone()
    } else {
        let row = [("others", others.join(", ").into()), ("last", last.into())];
        texts.with("list-and", &row)
    };
    texts.with("import-sum", &[("list", new.into())])
}

fn faults(texts: Texts, line: &Line) -> impl Iterator<Item = String> {
    line.faults.iter().map(move |fault| {
        let at = [("line", line.number.into()), ("fault", fault.text(texts).into())];
        texts.with("import-fault-line", &at)
    })
}

fn shown(texts: Texts, line: &Line) -> Shown {
    let adds = line.adds.iter().map(|added| {
        texts.get(match added {
            Added::Place => "import-adds-place",
            Added::Room => "import-adds-room",
            Added::Time => "import-adds-time",
        })
    });
    let adds: Vec<String> = adds.collect();
    Shown {
        number: line.number,
        place: line.place.clone(),
        room: line.room.clone(),
        time: line.time.map(|time| texts.weekly_time(time)).unwrap_or_default(),
        becomes: if !line.faults.is_empty() {
            texts.get("import-is-wrong")
        } else if adds.is_empty() {
            texts.get("import-adds-nothing")
        } else {
            adds.join(", ")
        },
        is_wrong: !line.faults.is_empty(),
    }
}

/// The lines of a list that could be pasted as it is.
pub fn example(texts: Texts) -> Vec<String> {
    let shown = [
        Column::Place,
        Column::Address,
        Column::Room,
        Column::Weekday,
        Column::Starts,
        Column::StepFree,
    ];
    let headings = shown.map(|column| column.heading(texts)).join(";");
    let day = |nth: usize| WEEKDAYS.get(nth).map(|day| texts.weekday(*day)).unwrap_or_default();
    let yes = first(texts, "import-yes");
    let line = |(place, address, room, nth, time): (&str, &str, &str, usize, &str)| {
        [place, address, room, &day(nth), time, &yes].join(";")
    };
    let lines = [
        ("Biblioteket", "Storgata 1", "Peisestua", 1, "18.00"),
        ("Biblioteket", "Storgata 1", "Peisestua", 3, "10.00"),
        ("Kafeen", "Torget 2", "Salen", 0, "12.00"),
    ];
    std::iter::once(headings).chain(lines.map(line)).collect()
}
