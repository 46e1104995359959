//! The statements that reach a database: for promises that hold only if nobody can tell two cases apart by them.

use std::{cell::RefCell, sync::Once};

use diesel::connection::{Instrumentation, InstrumentationEvent, set_default_instrumentation};
use store::Db;

use crate::TestDb;

thread_local! {
    /// What this thread has sent, while somebody wants to know.
    static SENT: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
}

/// The statements that some work makes on a database, in order and without their values.
///
/// # Panics
/// When the statements can't be listened to.
#[must_use]
pub fn statements_of(db: &TestDb, work: impl Fn(&Db)) -> Vec<String> {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(|| set_default_instrumentation(a_listener).expect("statements can be listened to"));
    // Connections that are open already have nobody who listens.
    let db = db.opened_again();
    SENT.set(Some(Vec::new()));
    work(&db);
    SENT.take().unwrap_or_default()
}

#[expect(clippy::unnecessary_wraps, reason = "the signature is diesel's")]
fn a_listener() -> Option<Box<dyn Instrumentation>> {
    Some(Box::new(|event: InstrumentationEvent<'_>| {
        if let InstrumentationEvent::StartQuery { query, .. } = event {
            let text = query.to_string();
            let statement = text.split("-- binds").next().unwrap_or_default().trim().to_owned();
            SENT.with_borrow_mut(|sent| sent.iter_mut().for_each(|sent| sent.push(statement.clone())));
        }
    }))
}
