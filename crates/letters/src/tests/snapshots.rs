//! Each letter as a whole, for review. After a change that is meant: `INSTA_UPDATE=always cargo test -p letters`.

use insta::{Settings, assert_snapshot};

use super::every_letter;

#[test]
fn every_letter_is_as_reviewed() {
    let mut settings = Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path("../snapshots");
    let _bound = settings.bind_to_scope();
    for (name, _, letter) in every_letter() {
        assert_snapshot!(format!("{name}.text"), format!("{}\n\n{}", letter.subject, letter.text));
        assert_snapshot!(format!("{name}.html"), letter.html);
    }
}
