CREATE TABLE key_marks (
    mark BYTEA NOT NULL PRIMARY KEY
);
INSERT INTO key_marks (mark) SELECT mark FROM key_versions WHERE version = (SELECT max(version) FROM key_versions);
DROP TABLE key_versions;
