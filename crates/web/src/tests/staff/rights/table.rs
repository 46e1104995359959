//! One row for each route, and one column for each of those who may or may not be there.

use actix_web::http::StatusCode;
use chrono::Weekday;
use model::{GroupId, Language, LetterId, Link, Roles};
use store::staff::Member;
use testkit::{Region, day, region::weekly};

use crate::tests::{
    site::Site,
    staff::{
        a_code, a_course, approved_group, import, places, proposed, ready_group, says_yes, step_back, the_collection,
        the_group, wednesdays, with_address,
    },
};

pub const COORDINATOR: Roles = Roles {
    coordinator: true,
    leader: false,
    igangsetter: false,
};
const LEADER: Roles = Roles {
    coordinator: false,
    leader: true,
    igangsetter: false,
};

/// Two regions, in the first of which everything is under way.
pub struct Town {
    pub site: Site,
    pub region: Region,
    /// Coordinator, leader and igangsetter of the region; its leader leads no course. Then a coordinator of
    /// another contact point of the region. Then coordinator (and leader) and igangsetter of another region.
    pub people: [Member; 6],
    pub rows: Vec<Row>,
}

/// A page, a form that acts there, and who sees it.
pub struct Row {
    pub link: Link,
    /// What is right for whoever may act first; empty where nobody signed in does.
    pub fields: Vec<(&'static str, String)>,
    pub seen: Seen,
}

/// Who sees a page.
pub enum Seen {
    /// Everybody the same, signed in or not: a page for all, or of a link from a letter that they have not.
    ByAll(StatusCode),
    /// Those of [`Town::people`] who have a 1; nobody else.
    By([u8; 6]),
}

impl Row {
    /// Whether one of the people may see it.
    pub fn may(&self, at: usize) -> bool {
        matches!(self.seen, Seen::By(may) if may[at] == 1)
    }

    /// Whether it is for people who are signed in, and has a form.
    pub fn is_acted_on(&self) -> bool {
        matches!(self.seen, Seen::By(_)) && !self.fields.is_empty()
    }
}

fn all(link: Link, status: u16) -> Row {
    Row {
        link,
        fields: Vec::new(),
        seen: Seen::ByAll(StatusCode::from_u16(status).unwrap()),
    }
}

fn row(link: Link, fields: &[(&'static str, &str)], may: [u8; 6]) -> Row {
    let own = |(name, value): &(&'static str, &str)| (*name, (*value).to_owned());
    Row {
        link,
        fields: fields.iter().map(own).collect(),
        seen: Seen::By(may),
    }
}

pub fn town() -> Town {
    let site = Site::on_sqlite();
    let (region, abroad) = (Region::made(&site.db, 1), Region::made(&site.db, 2));
    let people = [
        with_address(&site, &region, "kari@example.no", COORDINATOR),
        with_address(&site, &region, "lars@example.no", LEADER),
        region.igangsetter.clone(),
        region.add_neighbour(),
        abroad.coordinator.clone(),
        abroad.igangsetter.clone(),
    ];
    let mut rows = open_to_all(&region);
    rows.extend(contact_point(&site, &region, &people[1]));
    rows.extend(groups(&site, &region));
    // The other region has a round of its own.
    let _ = abroad.add_notes(5, day("2027-01-10"));
    proposed(&site, &abroad);
    Town {
        site,
        region,
        people,
        rows,
    }
}

fn open_to_all(region: &Region) -> Vec<Row> {
    vec![
        all(Link::Home, 200),
        all(Link::Collection(region.code.clone()), 200),
        all(Link::Tablet(region.code.clone()), 200),
        all(Link::SignUp(region.contact_point.to_string().parse().unwrap()), 200),
        all(Link::Slip("ABCDEFGHJKMN".to_owned()), 410),
        all(Link::LookUp, 200),
        all(Link::FindNote, 200),
        all(Link::NoteReceived, 200),
        all(Link::Token("x".to_owned()), 404),
        all(Link::Confirm, 403),
        all(Link::Answer, 403),
        all(Link::MyNote, 403),
        all(Link::ChangeNote, 403),
        all(Link::Absence, 403),
        all(Link::ApartCode, 403),
        all(Link::MeetingFile, 403),
        all(Link::Erased, 200),
        all(Link::SetUpToken("x".to_owned()), 404),
        all(Link::SetUp, 410),
        all(Link::SignIn, 200),
        all(Link::SignInCode, 303),
        all(Link::SignOut, 405),
        all(Link::Privacy, 200),
        all(Link::Accessibility, 200),
        all(Link::Contact, 200),
        // Of the demonstration there is nothing in a real service.
        all(Link::Demo, 404),
        all(Link::DemoPlay, 404),
        all(Link::DemoClock, 404),
        all(Link::DemoComponents, 404),
        all(Link::DemoLetters, 404),
        all(Link::DemoLetter(LetterId::from_bytes([0; 16])), 404),
        all(Link::DemoLetterLook(LetterId::from_bytes([0; 16])), 404),
    ]
}

fn contact_point(site: &Site, region: &Region, leader: &Member) -> Vec<Row> {
    let place = &places::HOUSE;
    let room = &[("name", "Salen"), ("mon", "10:00")];
    let point = &[
        ("name", "Sentralen"),
        ("slug", "storvik"),
        ("supported", "5"),
        ("closing", "Hei!"),
    ];
    let controller = &[("body", "A"), ("contact", "a@b.no"), ("phone", "22")];
    let new_point = &[("name", "Ny"), ("coordinator", "Lars"), ("email", "ny@example.no")];
    let person = &[("name", "Eva"), ("email", "eva@example.no"), ("role", "leader")];
    let availability = &[("from", "2027-02-01"), ("groups", "1"), ("ask", "yes"), ("do", "save")];
    let igangsetter = region.igangsetter.id;
    let mut rows = vec![
        row(Link::Desk, &[], [1, 1, 1, 1, 1, 1]),
        row(Link::Places, place, [1, 0, 0, 1, 1, 0]),
        row(
            Link::ImportPlaces,
            &[("text", import::LIST), ("do", "store")],
            [1, 0, 0, 1, 1, 0],
        ),
        row(Link::Place(region.place), room, [1, 0, 0, 0, 0, 0]),
        row(Link::EditPlace(region.place), place, [1, 0, 0, 0, 0, 0]),
        row(Link::Room(region.room), room, [1, 0, 0, 0, 0, 0]),
        row(Link::ContactPoint, &[], [1, 0, 0, 1, 1, 0]),
        row(Link::EditContactPoint, point, [1, 0, 0, 1, 1, 0]),
        row(Link::Controller, controller, [1, 0, 0, 1, 1, 0]),
        row(Link::ClosedDays, &[("first", "2027-03-22")], [1, 0, 0, 1, 1, 0]),
        row(Link::LetterPreviews, &[], [1, 0, 0, 1, 1, 0]),
        row(
            Link::LetterPreview("tasks".to_owned(), Language::English),
            &[],
            [1, 0, 0, 1, 1, 0],
        ),
        row(
            Link::LetterLook("absence-number".to_owned(), Language::Nynorsk),
            &[],
            [1, 0, 0, 1, 1, 0],
        ),
        row(Link::NewContactPoint, new_point, [1, 0, 0, 1, 1, 0]),
        row(Link::Person(igangsetter), &[("do", "sign-out")], [1, 0, 0, 0, 0, 0]),
        row(Link::People, person, [1, 0, 0, 1, 1, 0]),
        row(Link::Availability(igangsetter), availability, [1, 0, 1, 1, 0, 0]),
    ];
    rows.extend(courses(site, region, leader));
    rows
}

fn courses(site: &Site, region: &Region, leader: &Member) -> Vec<Row> {
    let (leader, coordinator) = (leader.id.to_string(), region.coordinator.id.to_string());
    let course = |leader| {
        [
            ("title", "Torsdagskurset"),
            ("leader", leader),
            ("last-session", "2027-02-04"),
            ("participants", "12"),
        ]
    };
    let new = a_course(site, region, 12);
    let collection = the_collection(site, region);
    vec![
        row(Link::Courses, &course(leader.as_str()), [1, 1, 0, 1, 1, 0]),
        row(Link::Course(new), &[("do", "open")], [1, 0, 0, 0, 0, 0]),
        row(Link::EditCourse(new), &course(coordinator.as_str()), [1, 0, 0, 0, 0, 0]),
        row(Link::Poster(collection), &[], [1, 0, 0, 0, 0, 0]),
        row(
            Link::Slips(collection),
            &[("count", "2"), ("do", "print")],
            [1, 0, 0, 0, 0, 0],
        ),
        row(Link::CollectionDesk(collection), &[("do", "close")], [1, 0, 0, 0, 0, 0]),
    ]
}

fn groups(site: &Site, region: &Region) -> Vec<Row> {
    let ready = ready_group(site, region, 6);
    let first_meeting = the_group(site, ready).calendar.first_meeting.to_string();
    let cancel = [("meeting", first_meeting.as_str()), ("do", "cancel")];
    let (vacant, candidate) = vacant(site, region);
    let candidate = candidate.id.to_string();
    let take_over = [("person", candidate.as_str()), ("do", "ask")];
    let group = on(site, region, Weekday::Fri, &region.igangsetter);
    let code = a_code(site, region).to_string();
    let look_up = [("code", code.as_str()), ("look-up", "code")];
    wednesdays(region, 6);
    let round = proposed(site, region);
    let tell = [("what", "meet-outside"), ("do", "send")];
    vec![
        row(Link::Rounds, &[("do", "propose")], [1, 0, 0, 1, 1, 0]),
        row(Link::Group(group), &[("do", "yes")], [0, 0, 1, 0, 0, 0]),
        row(Link::Message(ready), &tell, [0, 0, 1, 0, 0, 0]),
        row(Link::Meetings(ready), &cancel, [0, 0, 1, 0, 0, 0]),
        row(Link::StepBack(ready), &[("do", "step-back")], [0, 0, 1, 0, 0, 0]),
        row(Link::Lead(vacant), &take_over, [1, 0, 0, 1, 0, 0]),
        row(Link::Caller, &look_up, [1, 0, 0, 1, 1, 0]),
        row(Link::Round(round), &[("do", "discard")], [1, 0, 0, 1, 0, 0]),
    ]
}

/// A group on another evening, whose igangsetter has been asked.
fn on(site: &Site, region: &Region, weekday: Weekday, lead: &Member) -> GroupId {
    let mut cell = region.cell;
    cell.time = weekly(weekday, 18);
    let _ = region.add_room(cell);
    region.lets_lead(lead, &[cell], true);
    for _ in 0..6 {
        let _ = region.add_note_for(&[cell], day("2027-01-10"));
    }
    approved_group(site, region)
}

/// A group whose igangsetter has stepped back, and somebody who can take over.
fn vacant(site: &Site, region: &Region) -> (GroupId, Member) {
    let (first, other) = (region.add_igangsetter(), region.add_igangsetter());
    let group = on(site, region, Weekday::Thu, &first);
    says_yes(site, &first, group);
    region.lets_lead(&other, &[the_group(site, group).cell], true);
    step_back(site, &first, group);
    (group, other)
}
