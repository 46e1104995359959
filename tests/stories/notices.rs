//! What everybody was told after a breach is erased by the clock alone (promises C6, C14).

use chrono::Days;
use model::{NoticeId, NoticeText, NoticeTexts};
use store::{
    Fault,
    notice::{self, Notice},
};
use stories::app::TestApp;
use testkit::DatabaseKind;

#[test]
fn what_everybody_was_told_is_kept_to_the_end_of_its_last_day() {
    for kind in [DatabaseKind::Sqlite, DatabaseKind::Postgres] {
        let app = TestApp::start(kind);
        let today = app.clock.today();
        let told = Notice {
            id: NoticeId::from_bytes([1; 16]),
            texts: NoticeTexts {
                bokmal: NoticeText::parse("Noen kom inn.").expect("a text"),
                nynorsk: None,
                english: None,
            },
            made_on: today,
            kept_until: today + Days::new(2),
        };
        app.db
            .write_now::<_, Fault>(|tx| notice::insert(tx, &told, &[]))
            .expect("it is stored");
        let is_kept = || {
            let found = app.db.read_now::<_, Fault>(|tx| notice::find(tx, told.id));
            found.expect("the notices").is_some()
        };
        app.pass_days(2);
        assert!(is_kept(), "{kind:?}");
        app.pass_days(1);
        assert!(!is_kept(), "{kind:?}");
    }
}
