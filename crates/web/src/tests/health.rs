//! What anybody may learn of the service's health.

use chrono::TimeDelta;
use model::{Link, Roles};
use store::mail_pause::{self, MailPause};
use testkit::{Region, both_databases};

use super::site::Site;

const ROLES: Roles = Roles {
    coordinator: false,
    leader: true,
    igangsetter: false,
};

const WELL: &str = r#"{"status":"ok","mail":"ok","letters":"on time"}"#;

both_databases!(asking_for_a_code_shows_nothing_in_the_health, async |db| {
    let site = Site::on(db);
    let region = Region::made(&site.db, 1);
    super::staff::with_address(&site, &region, "known@example.no", ROLES);
    let visitor = site.visitor();
    for email in ["known@example.no", "unknown@example.no"] {
        let page = visitor.visit(&Link::SignIn).await;
        visitor.send(&page, &[("email", email)]).await;
        assert_eq!(visitor.get("/health").await.body, WELL, "{email}");
    }
});

both_databases!(letters_are_late_after_ten_minutes, async |db| {
    let site = Site::on(db);
    let visitor = site.visitor();
    let page = visitor.visit(&Link::SignIn).await;
    visitor.send(&page, &[("email", "kari@example.no")]).await;
    site.app.clock.advance(TimeDelta::minutes(10));
    assert_eq!(visitor.get("/health").await.body, WELL);
    site.app.clock.advance(TimeDelta::seconds(1));
    assert!(visitor.get("/health").await.says(r#""letters":"late""#));
});

#[actix_web::test]
async fn a_pause_of_the_mail_shows() {
    let site = Site::on_sqlite();
    let until = site.app.clock.now() + TimeDelta::minutes(5);
    let cause = "the server refuses us".to_owned();
    site.db
        .write_now(|tx| {
            mail_pause::put(
                tx,
                &MailPause {
                    until,
                    cause: cause.clone(),
                },
            )
        })
        .unwrap();
    assert!(site.visitor().get("/health").await.says(r#""mail":"paused""#));
}
