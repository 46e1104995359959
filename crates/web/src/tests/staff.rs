//! The pages of staff.

mod availability;
mod calling;
mod collections;
mod courses;
mod forms;
pub mod import;
mod leading;
mod looks;
mod meetings;
mod messages;
mod people;
pub mod places;
mod point;
mod previews;
mod rights;
mod rooms;
mod rounds;
mod set_up;
mod sign_in;
mod slips;
mod so_far;
mod steps;
mod vacancies;
mod words;

use chrono::Weekday;
use course::{Door, NoteDraft, Reach};
use groups::Answer as Said;
use model::{
    CollectionId, CourseId, EmailAddress, GroupId, Language, Letter, Link, NoteId, ReceiptCode, Roles, RoundId,
    SignInId,
};
use store::{group::Group, seat, staff::Member};
use testkit::{
    Region, day, letters_owed,
    region::{weekly, wish},
};

use super::site::{Answer, Site, Visitor};

/// A region in the site's database.
fn a_region(site: &Site) -> Region {
    Region::made(&site.db, 1)
}

/// A browser in which somebody is signed in.
pub fn signed_in(site: &Site, member: &Member) -> Visitor {
    let (app, id) = (&site.app, member.id);
    let now = app.clock.now();
    let token = app
        .db
        .write_now(|tx| contact_point::open_session(tx, &app.chance, id, now))
        .unwrap();
    let visitor = site.visitor();
    let cookie = ("__Host-session".to_owned(), token.to_string());
    visitor.cookies.borrow_mut().extend([cookie]);
    visitor
}

/// Somebody with an address of their own, who can ask for a code.
pub fn with_address(site: &Site, region: &Region, email: &str, roles: Roles) -> Member {
    let new = contact_point::NewMember {
        name: "Ola".parse().unwrap(),
        email: EmailAddress::parse(email).unwrap(),
        roles,
    };
    let (app, by, now) = (&site.app, &region.coordinator, site.app.clock.now());
    let add = |tx: &mut _| {
        let id = contact_point::add_member(tx, (&app.vault, &app.chance), by, &new, now)?;
        Ok::<_, contact_point::Fault>(store::staff::get(tx, id)?)
    };
    app.db.write_now(add).unwrap()
}

/// Takes away who answers for the data of a region's contact point.
pub fn without_controller(site: &Site, region: &Region) {
    let forget = |tx: &mut _| {
        let mut point = store::contact_point::get(tx, region.contact_point)?;
        point.controller = None;
        store::contact_point::update(tx, &point)
    };
    site.db.write_now(forget).unwrap();
}

/// The codes that were asked for, in no order.
pub fn asked(site: &Site) -> Vec<SignInId> {
    let letters = letters_owed(&site.db).into_iter();
    letters
        .filter_map(|letter| match letter.letter {
            Letter::SignInCode { sign_in } => Some(sign_in),
            _ => None,
        })
        .collect()
}

/// Sends a page's form as it was shown, with these fields.
pub async fn fill_in(visitor: &Visitor, page: &Link, fields: &[(&str, &str)]) -> Answer {
    let shown = visitor.visit(page).await;
    visitor.send(&shown, fields).await
}

/// The open collection of a region's course.
pub fn the_collection(site: &Site, region: &Region) -> CollectionId {
    let list = |tx: &mut _| store::collection::list(tx, region.course);
    site.db.read_now(list).unwrap()[0].id
}

/// A course of its coordinator, for so many, that has no collection yet.
pub fn a_course(site: &Site, region: &Region, participants: u16) -> CourseId {
    let (app, by) = (&site.app, &region.coordinator);
    let new = course::NewCourse {
        title: "Onsdagskurset".parse().unwrap(),
        leader: by.id,
        last_session: app.clock.today(),
        participants,
    };
    let add = |tx: &mut _| course::add_course(tx, &app.chance, by, &new);
    app.db.write_now(add).unwrap()
}

/// A draft of what can be put together now.
pub fn proposed(site: &Site, region: &Region) -> RoundId {
    let app = &site.app;
    let (today, acceptance) = (app.clock.today(), app.acceptance_percent);
    let run = groups::propose(&app.db, &app.chance, region.id, today, acceptance).unwrap();
    groups::store_help(&app.db, &run).unwrap();
    run.round
}

/// The groups of the region's draft.
fn drafted(site: &Site, region: &Region) -> Vec<GroupId> {
    let draft = |tx: &mut _| groups::draft(tx, &region.coordinator);
    let draft = site.db.read_now(draft).unwrap().unwrap();
    draft.groups.iter().map(|one| one.group.id).collect()
}

/// A group whose igangsetter has been asked, of so many notes.
pub fn asked_group(site: &Site, region: &Region, notes: usize) -> GroupId {
    let _ = region.add_notes(notes, day("2027-01-10"));
    approved_group(site, region)
}

/// The first of the groups that can be put together now, all of which are approved.
pub fn approved_group(site: &Site, region: &Region) -> GroupId {
    let round = proposed(site, region);
    let (app, now) = (&site.app, site.app.clock.now());
    let groups = drafted(site, region);
    let approve = |tx: &mut _| groups::approve(tx, &app.chance, &region.coordinator, (round, &groups), now);
    app.db.write_now(approve).unwrap();
    groups[0]
}

/// A group for which people have been invited, of so many notes.
pub fn inviting_group(site: &Site, region: &Region, notes: usize) -> GroupId {
    region.lets_lead(&region.igangsetter, &[region.cell], false);
    asked_group(site, region, notes)
}

/// A group to which everybody has said yes, without a nickname.
pub fn ready_group(site: &Site, region: &Region, notes: usize) -> GroupId {
    let group = inviting_group(site, region, notes);
    for note in seated(site, group) {
        says(site, note, group, &comes(None));
    }
    group
}

/// Those who have a seat in a group, in the order of the seats.
pub fn seated(site: &Site, group: GroupId) -> Vec<NoteId> {
    let seats = site.db.read_now(|tx| seat::list(tx, group)).unwrap();
    seats.into_iter().map(|seat| seat.note).collect()
}

/// Answers an invitation.
pub fn says(site: &Site, note: NoteId, group: GroupId, said: &Said) {
    let (app, now) = (&site.app, site.app.clock.now());
    let answer = |tx: &mut _| groups::answer(tx, &app.chance, (note, group), said, now);
    app.db.write_now(answer).unwrap();
}

/// «Ja, jeg kommer», with a nickname or without.
pub fn comes(nickname: Option<&str>) -> Said {
    Said::Accept {
        nickname: nickname.map(|name| name.parse().unwrap()),
    }
}

/// The igangsetter who was asked takes the group.
pub fn says_yes(site: &Site, by: &Member, group: GroupId) {
    let (app, now) = (&site.app, site.app.clock.now());
    let yes = |tx: &mut _| groups::answer_lead(tx, &app.chance, by, (group, true), now);
    app.db.write_now(yes).unwrap();
}

/// The igangsetter of a group can't start it after all.
pub fn step_back(site: &Site, by: &Member, group: GroupId) {
    let (app, now) = (&site.app, site.app.clock.now());
    let back = |tx: &mut _| groups::step_back(tx, &app.chance, by, group, now);
    app.db.write_now(back).unwrap();
}

/// The group as it is stored.
pub fn the_group(site: &Site, group: GroupId) -> Group {
    site.db.read_now(|tx| store::group::get(tx, group)).unwrap()
}

/// The receipt code of a note that has just been left at the contact point.
pub fn a_code(site: &Site, region: &Region) -> ReceiptCode {
    let (app, now) = (&site.app, site.app.clock.now());
    let left = |tx: &mut _| {
        let door = Door::ContactPoint(store::contact_point::get(tx, region.contact_point)?.slug);
        let draft = NoteDraft {
            planned: false,
            places: vec![region.place],
            times: vec![wish(region.cell).when],
            reach: Reach::Code,
            language: Language::Bokmal,
        };
        course::submit(tx, (&app.vault, &app.chance), (&door, &draft), true, now)
    };
    app.db.write_now(left).unwrap().code.unwrap()
}

/// A second room, on Wednesdays, where the igangsetter can lead too, and so many who want it.
pub fn wednesdays(region: &Region, notes: usize) {
    let mut cell = region.cell;
    cell.time = weekly(Weekday::Wed, 18);
    let _ = region.add_room(cell);
    region.lets_lead(&region.igangsetter, &[region.cell, cell], true);
    for _ in 0..notes {
        let _ = region.add_note_for(&[cell], day("2027-01-10"));
    }
}
