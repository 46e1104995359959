//! What Lars does: courses, collections and paper slips.

use stories::visitor::Visitor;

use super::Cast;

impl Cast {
    /// Lars adds a course of twelve and opens a collection; its address is what a poster would show.
    pub fn open_collection(&mut self, title: &str) -> String {
        let visitor = self.at_a_new_course(title);
        // Where nothing can be planned, the page does not ask.
        let collect: &[(&str, &str)] = if visitor.seen().choices("start").is_empty() {
            &[]
        } else {
            &[("start", "collect")]
        };
        visitor.press(("do", "open"), collect);
        opened(visitor)
    }

    /// Lars adds a course, and opens a collection with a place and a date.
    pub fn open_collection_with_a_date(&mut self, title: &str) -> String {
        let visitor = self.at_a_new_course(title);
        let start = visitor.seen().choice("start", "kl. 18.00");
        visitor.press(("do", "open"), &[("start", &start)]);
        opened(visitor)
    }

    fn at_a_new_course(&mut self, title: &str) -> &mut dyn Visitor {
        let today = self.app.clock.today().to_string();
        let visitor = self.at("lars", "/courses");
        let leader = visitor.seen().choice("leader", "lars");
        visitor.fill_in(&[
            ("title", title),
            ("leader", &leader),
            ("last-session", &today),
            ("participants", "12"),
        ]);
        visitor
    }

    /// Lars opens the page of the collection that is open.
    pub fn at_the_collection(&mut self) -> &mut dyn Visitor {
        let collection = self.desk("lars").link("Vis koden");
        self.at("lars", &collection)
    }

    /// Lars closes the collection, and reads how it went.
    pub fn close_collection(&mut self) -> String {
        let visitor = self.at_the_collection();
        visitor.press(("do", "close"), &[]);
        let told = visitor.seen().text();
        self.app.work();
        told
    }

    /// Lars prints paper slips; the addresses that stand on them.
    pub fn print_slips(&mut self, count: usize) -> Vec<String> {
        let slips = self.at_the_collection().seen().link("Skriv ut lapper");
        let visitor = self.at("lars", &slips);
        visitor.press(("do", "print"), &[("count", &count.to_string())]);
        let codes = visitor.seen().texts_of(".slips .code");
        assert_eq!(codes.len(), count);
        codes.iter().map(|code| format!("/s/{code}")).collect()
    }
}

fn opened(visitor: &mut dyn Visitor) -> String {
    let shown = visitor.seen();
    assert!(
        shown.path.starts_with("/collections/"),
        "{}: {}",
        shown.path,
        shown.text()
    );
    assert!(shown.html.contains("<svg"), "there is a QR code");
    format!("/i/{}", shown.text_of(".code"))
}
