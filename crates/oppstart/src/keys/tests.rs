//! What a database learns of its keys when it comes from a backup.

use model::Chance;
use store::key_version;
use tempfile::TempDir;
use testkit::{both_databases, day};
use vault::{KeyId, OpeningKeys, Vault};

use super::catch_up;

both_databases!(keys_that_were_made_and_destroyed_since_a_backup_are_recorded, |db| {
    let (folder, chance) = (TempDir::new().unwrap(), Chance::seeded(1));
    let vault = Vault::open_or_create(folder.path(), &chance).unwrap();
    let opening_keys = OpeningKeys::load(folder.path()).unwrap();
    let [first, second, third] = [1, 2, 3].map(KeyId::of);
    opening_keys.make_version(second, &chance).unwrap();
    let marks = vault.marks();
    db.write_now(|tx| {
        for (id, mark) in &marks {
            key_version::insert(tx, id.number(), mark, day("2027-01-12"))?;
        }
        key_version::mark_emptied(tx, first.number(), day("2027-01-13"))
    })
    .unwrap();
    opening_keys.make_version(third, &chance).unwrap();
    opening_keys.destroy_version(first).unwrap();

    let caught_up = || {
        db.write_now(|tx| catch_up(tx, &vault, day("2027-02-20"))).unwrap();
        let versions = db.read_now(key_version::list).unwrap();
        versions
            .into_iter()
            .map(|one| (one.version, one.destroyed_on))
            .collect::<Vec<_>>()
    };
    let expected = [(3, None), (2, None), (1, Some(day("2027-02-20")))];
    assert_eq!(caught_up(), expected);
    assert_eq!(caught_up(), expected, "a second time changes nothing");
});
