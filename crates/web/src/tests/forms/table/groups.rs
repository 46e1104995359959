//! The forms of rounds, of groups, and of somebody who calls.

use std::rc::Rc;

use model::Link;
use testkit::Region;

use super::{Row, form};
use crate::tests::{
    site::Site,
    staff::{a_code, asked_group, inviting_group, proposed, ready_group, signed_in, step_back, wednesdays},
};

/// All of them, in an order in which all can be sent.
pub async fn rows() -> Vec<Row> {
    let mut rows = of_a_round().await;
    rows.extend(of_an_igangsetter().await);
    rows.extend(of_a_vacancy().await);
    rows.extend(of_a_caller().await);
    rows
}

fn a_region() -> (Rc<Site>, Region) {
    let site = Rc::new(Site::on_sqlite());
    let region = Region::made(&site.db, 1);
    (site, region)
}

async fn of_a_round() -> Vec<Row> {
    let (site, region) = a_region();
    let group = asked_group(&site, &region, 6);
    let coordinator = signed_in(&site, &region.coordinator);
    let igangsetter = signed_in(&site, &region.igangsetter);
    let (other, abroad) = a_region();
    wednesdays(&abroad, 6);
    let round = Link::Round(proposed(&other, &abroad));
    let discarding = signed_in(&other, &abroad.coordinator);
    vec![
        form(&site, &coordinator, Link::Rounds, &[("do", "propose")]).await,
        form(&site, &igangsetter, Link::Group(group), &[("do", "yes")]).await,
        form(&other, &discarding, round, &[("do", "discard")]).await,
    ]
}

async fn of_an_igangsetter() -> Vec<Row> {
    let (site, region) = a_region();
    let group = ready_group(&site, &region, 6);
    let visitor = signed_in(&site, &region.igangsetter);
    let message = [("what", "ring-the-bell"), ("do", "send")];
    let to_move = [
        ("meeting", "2027-02-02"),
        ("date", "2027-02-03"),
        ("time", "18:00"),
        ("do", "move"),
    ];
    vec![
        form(&site, &visitor, Link::Message(group), &message).await,
        form(&site, &visitor, Link::Meetings(group), &to_move).await,
        form(&site, &visitor, Link::StepBack(group), &[("do", "step-back")]).await,
    ]
}

async fn of_a_vacancy() -> Vec<Row> {
    let (site, region) = a_region();
    let other = region.add_igangsetter();
    let group = inviting_group(&site, &region, 6);
    region.lets_lead(&other, &[region.cell], true);
    step_back(&site, &region.igangsetter, group);
    let visitor = signed_in(&site, &region.coordinator);
    let person = other.id.to_string();
    let fields = [("person", person.as_str()), ("do", "ask")];
    vec![form(&site, &visitor, Link::Lead(group), &fields).await]
}

async fn of_a_caller() -> Vec<Row> {
    let (site, region) = a_region();
    let code = a_code(&site, &region).to_string();
    let visitor = signed_in(&site, &region.coordinator);
    let mut rows = Vec::new();
    for button in [("look-up", "code"), ("erase", "everything")] {
        let row = form(&site, &visitor, Link::Caller, &[("code", code.as_str()), button]).await;
        rows.push(row.shown_once());
    }
    rows
}
