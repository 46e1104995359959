//! GET and HEAD change nothing (promise S2).

use model::{Link, NoteState, Purpose};

use super::notes::Town;

fn all_links(town: &Town, notes: &[model::NoteId], group: model::GroupId) -> Vec<String> {
    let region = &town.region;
    let mut paths: Vec<String> = [
        Link::Home,
        town.collection(),
        Link::NoteReceived,
        Link::Confirm,
        Link::Answer,
        Link::MyNote,
        Link::ChangeNote,
        Link::Absence,
        Link::ApartCode,
        Link::LookUp,
        Link::FindNote,
        town.sign_up(),
        Link::Tablet(region.code.clone()),
        Link::Slip("ABCDEFGHJKMN".to_owned()),
        Link::Erased,
        Link::SetUpToken("x".to_owned()),
        Link::SetUp,
        Link::SignIn,
        Link::SignInCode,
        Link::SignOut,
        Link::Desk,
        Link::Places,
        Link::Place(region.place),
        Link::People,
        Link::Availability(region.igangsetter.id),
        Link::Courses,
        Link::Course(region.course),
        Link::Rounds,
        Link::Group(group),
        Link::Privacy,
        Link::Accessibility,
        Link::Contact,
    ]
    .iter()
    .map(Link::path)
    .collect();
    let tokens = notes
        .iter()
        .flat_map(|note| Purpose::ALL.map(|purpose| town.link(*note, purpose)));
    paths.splice(0..0, tokens);
    paths.push(format!("{}?meeting=2027-01-26", Link::MeetingFile.path()));
    paths.push("/health".to_owned());
    paths
}

#[actix_web::test]
async fn no_link_changes_anything_when_it_is_fetched() {
    let town = Town::on_sqlite();
    let (notes, group) = town.invite();
    town.leave(&town.site.visitor(), "kari@example.no").await;
    let new = town.unconfirmed()[0];
    let visitor = town.site.visitor();
    let now = town.site.app.clock.now();
    let session = town
        .site
        .db
        .write_now(|tx| contact_point::open_session(tx, &town.site.app.chance, town.region.coordinator.id, now))
        .unwrap();
    visitor
        .cookies
        .borrow_mut()
        .insert("__Host-session".to_owned(), session.to_string());
    let before = town.site.stored();
    for path in all_links(&town, &[new, notes[0]], group) {
        let (head, got) = (visitor.head(&path).await, visitor.get(&path).await);
        assert_eq!(head.status, got.status, "{path}");
        assert!(!got.status.is_server_error(), "{path} {}", got.status);
        assert!(town.site.stored() == before, "{path} has changed something");
    }
    assert_eq!(town.state(new), Some(NoteState::Unconfirmed));
}
