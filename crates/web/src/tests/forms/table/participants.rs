//! The forms of participants.

use std::rc::Rc;

use model::{Link, Purpose};

use super::{Row, form, form_on};
use crate::tests::notes::{Town, slip};

/// A note with an address, rightly filled in.
const BY_EMAIL: [(&str, &str); 3] = [("time", "tue-evening"), ("email", "ola@example.no"), ("consent", "2")];
/// A note without one.
const BY_CODE: [(&str, &str); 3] = [("time", "tue-evening"), ("code", "yes"), ("consent", "2")];

/// All of them, in an order in which all can be sent.
pub async fn rows() -> Vec<Row> {
    let mut rows = of_notes().await;
    rows.extend(of_a_planned_start().await);
    rows.extend(of_somebody_invited().await);
    rows.extend(of_a_group().await);
    rows
}

async fn of_notes() -> Vec<Row> {
    let town = Town::on_sqlite();
    let place = town.region.place.to_string();
    let with_place = |fields: [(&'static str, &'static str); 3]| {
        let mut all: Vec<(&'static str, &str)> = vec![("place", place.as_str())];
        all.extend(fields);
        all
    };
    let (own, tablet, waiting) = (town.site.visitor(), town.site.visitor(), town.site.visitor());
    let on_tablet = Link::Tablet(town.region.code.clone());
    town.take_code(&tablet, &on_tablet).await;
    let code = town.take_code(&waiting, &town.sign_up()).await.to_string();
    let doors = [
        (town.collection(), BY_EMAIL),
        (town.sign_up(), BY_CODE),
        (slip(&town), BY_EMAIL),
        (on_tablet, BY_CODE),
    ];
    let site = Rc::new(town.site);
    let mut rows = Vec::new();
    for (door, fields) in doors {
        rows.push(
            form(&site, &own, door, &with_place(fields))
                .await
                .many(&["place", "time"]),
        );
    }
    rows.push(form(&site, &tablet, Link::NoteReceived, &[("do", "written-down")]).await);
    rows.push(form(&site, &waiting, Link::LookUp, &[("code", &code)]).await);
    rows.push(form(&site, &waiting, Link::FindNote, &[("email", "kari@example.no")]).await);
    rows
}

async fn of_a_planned_start() -> Vec<Row> {
    let town = Town::on_sqlite();
    let (code, _) = town.open_planned();
    let fields = [("planned", "yes"), ("email", "ola@example.no"), ("consent", "2")];
    let (site, link) = (Rc::new(town.site), Link::Collection(code));
    vec![form(&site, &site.visitor(), link, &fields).await]
}

async fn of_somebody_invited() -> Vec<Row> {
    let town = Town::on_sqlite();
    let (notes, _) = town.invite();
    let visitor = town.site.visitor();
    town.leave(&visitor, "kari@example.no").await;
    let new = town.unconfirmed()[0];
    let confirm = town.follow(&visitor, new, Purpose::Confirm).await;
    let answer = town.follow(&visitor, notes[0], Purpose::Answer).await;
    let mine = town.follow(&visitor, notes[1], Purpose::MyNote).await;
    let site = Rc::new(town.site);
    let yes = [("nickname", "Solveig"), ("answer", "yes")];
    vec![
        form_on(&site, &visitor, (confirm, Link::Confirm), &[("answer", "yes")]),
        form_on(&site, &visitor, (answer, Link::Answer), &yes).optional(&["nickname"]),
        form_on(&site, &visitor, (mine, Link::MyNote), &[("erase", "everything")]),
    ]
}

/// One member of a group for each form, since each is open to whoever followed the link last.
async fn of_a_group() -> Vec<Row> {
    let town = Town::on_sqlite();
    let (notes, _) = town.ready();
    let other = town.region.add_place(town.region.contact_point).to_string();
    let kept = format!("{}.tue-evening", town.region.place);
    let chance = &town.site.app.chance;
    let made = |tx: &mut _| course::make_apart_code(tx, chance, notes[5]);
    let code = town.site.db.write_now(made).unwrap().to_string();
    let own = town
        .site
        .db
        .write_now(|tx| course::make_apart_code(tx, chance, notes[4]));
    let own = own.unwrap().to_string();
    let changed = [
        ("keep", kept.as_str()),
        ("first", kept.as_str()),
        ("place", other.as_str()),
        ("time", "wed-morning"),
        ("language", "nb"),
        ("save", "save"),
    ];
    let mut shown = Vec::new();
    for (note, link) in [
        (notes[0], Link::Absence),
        (notes[1], Link::ChangeNote),
        (notes[2], Link::ApartCode),
        (notes[3], Link::ApartCode),
        (notes[4], Link::ApartCode),
    ] {
        let visitor = town.site.visitor();
        town.follow(&visitor, note, Purpose::MyNote).await;
        shown.push((visitor.visit(&link).await, link, visitor));
    }
    let site = Rc::new(town.site);
    let fields: [&[(&'static str, &str)]; 5] = [
        &[("tell", "igangsetter")],
        &changed,
        &[("code", code.as_str()), ("share", "code")],
        &[("make", "code")],
        &[("drop", own.as_str())],
    ];
    let each = shown.into_iter().zip(fields);
    let rows = each.map(|((page, link, visitor), fields)| form_on(&site, &visitor, (page, link), fields));
    let several = &["keep", "first", "place", "time"];
    rows.map(|row| match row.link {
        Link::ChangeNote => row.optional(several).many(several),
        _ => row,
    })
    .collect()
}
