-- The versions of the keys that addresses are sealed and found with: which ones the database belongs to, and when
-- each was made, was left by the last address, and was destroyed. It speaks of keys only, never of a person.
CREATE TABLE key_versions (
    version INTEGER NOT NULL PRIMARY KEY,
    mark BLOB NOT NULL,
    made_on DATE NOT NULL,
    emptied_on DATE,
    destroyed_on DATE
);
INSERT INTO key_versions (version, mark, made_on) SELECT 1, mark, CURRENT_DATE FROM key_marks;
DROP TABLE key_marks;
