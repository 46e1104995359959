//! One row for each form of the service.

mod contact_points;
mod groups;
mod participants;

use std::rc::Rc;

use model::Link;
use testkit::{DatabaseKind, Region, TestDb};

use crate::{
    Demo,
    tests::{
        site::{Answer, Site, Visitor},
        staff::{asked, signed_in, with_address},
    },
};

/// A form, and how it is filled in rightly.
pub struct Row {
    /// Where it lies.
    pub site: Rc<Site>,
    /// Who was shown it.
    pub visitor: Visitor,
    /// The page on which it stands.
    pub shown: Answer,
    /// Where it is sent.
    pub link: Link,
    /// What is right. Every field of the form is among them.
    pub fields: Vec<(&'static str, String)>,
    /// Which of them may be left out.
    pub optional: &'static [&'static str],
    /// Which of them can have several values.
    pub many: &'static [&'static str],
    /// Whether it is shown again with its faults; a lone button whose page can't be made anew is not.
    pub has_faults: bool,
    /// What it is answered with when all is right: it leads on, or what is found is shown once.
    pub done: u16,
}

impl Row {
    /// The token of the form on its page.
    pub fn token(&self) -> String {
        let path = self.link.path();
        let mut forms = self.shown.forms().into_iter();
        let form = forms.find(|(action, _)| *action == path);
        form.unwrap_or_else(|| panic!("{path} stands in {}", self.shown.body)).1
    }

    fn optional(self, optional: &'static [&'static str]) -> Self {
        Self { optional, ..self }
    }

    fn many(self, many: &'static [&'static str]) -> Self {
        Self { many, ..self }
    }

    fn shown_once(self) -> Self {
        Self { done: 200, ..self }
    }

    fn without_faults(self) -> Self {
        Self {
            has_faults: false,
            ..self
        }
    }
}

/// A form on the page at its own address.
async fn form(site: &Rc<Site>, visitor: &Visitor, link: Link, fields: &[(&'static str, &str)]) -> Row {
    let shown = visitor.visit(&link).await;
    form_on(site, visitor, (shown, link), fields)
}

fn form_on(site: &Rc<Site>, visitor: &Visitor, (shown, link): (Answer, Link), fields: &[(&'static str, &str)]) -> Row {
    let own = |(name, value): &(&'static str, &str)| (*name, (*value).to_owned());
    Row {
        site: site.clone(),
        visitor: visitor.clone(),
        shown,
        link,
        fields: fields.iter().map(own).collect(),
        optional: &[],
        many: &[],
        has_faults: true,
        done: 303,
    }
}

/// All of them, in an order in which all can be sent.
pub async fn table() -> Vec<Row> {
    let mut rows = participants::rows().await;
    rows.extend(of_ways_in().await);
    rows.extend(contact_points::rows().await);
    rows.extend(groups::rows().await);
    rows.extend(of_the_demonstration().await);
    rows
}

async fn of_ways_in() -> Vec<Row> {
    let site = Rc::new(Site::on_sqlite());
    let (app, now) = (&site.app, site.app.clock.now());
    let offer = |tx: &mut _| contact_point::offer_set_up(tx, &app.chance, now);
    let id = app.db.write_now(offer).unwrap().unwrap();
    let first = site.visitor();
    first.visit(&Link::SetUpToken(app.vault.set_up_token(id))).await;
    let names = [
        ("region", "Nordre"),
        ("contact-point", "Frivilligsentralen"),
        ("name", "Kari"),
        ("email", "kari@example.no"),
    ];
    let set_up = form(&site, &first, Link::SetUp, &names).await;

    let town = Rc::new(Site::on_sqlite());
    let region = Region::made(&town.db, 1);
    with_address(&town, &region, "ola@example.no", region.igangsetter.roles);
    let visitor = town.visitor();
    let sign_in = form(&town, &visitor, Link::SignIn, &[("email", "ola@example.no")]).await;
    visitor.send(&sign_in.shown, &[("email", "ola@example.no")]).await;
    let code = town.app.vault.sign_in_code(asked(&town)[0]);
    let code = form(&town, &visitor, Link::SignInCode, &[("code", &code)]).await;
    let coordinator = signed_in(&town, &region.coordinator);
    let desk = coordinator.visit(&Link::Desk).await;
    let out = form_on(&town, &coordinator, (desk, Link::SignOut), &[("do", "out")]);
    vec![set_up, code, sign_in, out.without_faults()]
}

/// A service that is a demonstration.
pub fn demonstrated() -> Site {
    let mut site = Site::on(TestDb::migrated(DatabaseKind::Sqlite));
    let region = Region::made(&site.db, 1);
    let demo = Demo {
        staff: vec![(region.coordinator, "Frivilligsentralen".to_owned())],
        collections: vec![(region.code, "Kurset".to_owned())],
        receipts: Vec::new(),
        letters: Box::new(Vec::new),
        catch_up: Box::new(|| Box::pin(std::future::ready(()))),
    };
    site.app.demo = Some(std::sync::Arc::new(demo));
    site
}

async fn of_the_demonstration() -> Vec<Row> {
    let site = Rc::new(demonstrated());
    let person = site.app.demo.as_ref().unwrap().staff[0].0.id.to_string();
    let visitor = site.visitor();
    let row = async |link, fields: &[_]| {
        let start = visitor.visit(&Link::Demo).await;
        form_on(&site, &visitor, (start, link), fields).without_faults()
    };
    vec![
        row(Link::DemoClock, &[("days", "1")]).await,
        row(Link::DemoPlay, &[("person", &person)]).await,
    ]
}
