//! What Anne does, and Bo where there is a Bo: say when and where, answer, lead.

use stories::{page::Seen, visitor::Visitor};

use super::{Asked, Cast};

impl Cast {
    /// Somebody tells that they can start a group at any of the times that there are.
    pub fn can_start_groups(&mut self, name: &'static str, asked: Asked) {
        let availability = self.desk(name).link("Når og hvor du kan");
        let visitor = self.at(name, &availability);
        let cells = visitor.seen().choices("cell");
        let ask = match asked {
            Asked::First => "yes",
            Asked::Never => "no",
        };
        let told = [("groups", "1"), ("ask", ask)];
        let cells = cells.iter().map(|(cell, _)| ("cell", cell.as_str()));
        let typed: Vec<_> = cells.chain(told).collect();
        visitor.press(("do", "save"), &typed);
        assert_eq!(visitor.seen().path, "/desk", "{}", visitor.seen().text());
    }

    /// Kari adds Bo, who can start groups as well as Anne.
    pub fn add_bo(&mut self, asked: Asked) {
        self.add_staff("bo", "igangsetter");
        self.can_start_groups("bo", asked);
    }

    /// Somebody opens the page of the only group they lead or are asked to lead.
    pub fn at_the_group(&mut self, name: &'static str) -> &mut dyn Visitor {
        let group = self.desk(name).links("/groups/").remove(0);
        self.at(name, &group)
    }

    /// What stands on that page.
    pub fn group_page(&mut self, name: &'static str) -> Seen {
        self.at_the_group(name).seen()
    }

    /// Somebody who was asked to lead answers, `yes` or `no`.
    pub fn answers_the_question(&mut self, name: &'static str, answer: &str) {
        assert_eq!(self.last_letter(name).subject(), "Kan du ta en ny gruppe?");
        self.at_the_group(name).press(("do", answer), &[]);
    }

    /// Anne takes the group, and the invitations are sent.
    pub fn anne_says_yes(&mut self) {
        self.answers_the_question("anne", "yes");
        self.app.work();
    }

    /// Somebody can't lead the group after all.
    pub fn steps_back(&mut self, name: &'static str) {
        let page = self.group_page(name).link("Jeg kan ikke likevel");
        self.at(name, &page).press(("do", "step-back"), &[]);
        self.app.work();
    }

    fn at_the_meetings(&mut self) -> &mut dyn Visitor {
        let page = self.group_page("anne").link("Avlys eller flytt et møte");
        self.at("anne", &page)
    }

    /// Anne calls the whole group off.
    pub fn call_off(&mut self) {
        self.at_the_meetings().press(("off", "group"), &[]);
        self.app.work();
    }

    /// Anne cancels the next meeting.
    pub fn cancel_next_meeting(&mut self) {
        let visitor = self.at_the_meetings();
        let (next, _) = visitor.seen().choices("meeting").remove(0);
        visitor.press(("do", "cancel"), &[("meeting", &next)]);
        self.app.work();
    }
}
