-- Until somebody has signed in, the first set-up may have been a mistake, and can be made again.
CREATE TABLE regions (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    in_use BOOLEAN NOT NULL,
    tasks_told INTEGER NOT NULL,
    tasks_told_on DATE
);

-- Until the body that answers for the data is named, no collection opens.
CREATE TABLE contact_points (
    id BLOB NOT NULL PRIMARY KEY,
    region_id BLOB NOT NULL REFERENCES regions (id),
    name TEXT NOT NULL,
    slug TEXT NOT NULL UNIQUE,
    responsible_body TEXT,
    privacy_contact TEXT,
    phone TEXT,
    supported_meetings SMALLINT NOT NULL
);
CREATE INDEX contact_points_region ON contact_points (region_id);

-- Days on which a contact point is shut: no group of its places meets for the first time then.
CREATE TABLE closed_days (
    contact_point_id BLOB NOT NULL REFERENCES contact_points (id) ON DELETE CASCADE,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    PRIMARY KEY (contact_point_id, first_day, last_day)
);

-- People who work with groups. Their addresses are sealed like everybody's.
CREATE TABLE staff (
    id BLOB NOT NULL PRIMARY KEY,
    region_id BLOB NOT NULL REFERENCES regions (id),
    contact_point_id BLOB NOT NULL REFERENCES contact_points (id),
    name TEXT NOT NULL,
    sealed_address BLOB NOT NULL,
    address_index BLOB NOT NULL UNIQUE,
    is_coordinator BOOLEAN NOT NULL,
    is_leader BOOLEAN NOT NULL,
    is_igangsetter BOOLEAN NOT NULL,
    language TEXT NOT NULL,
    kept_until DATE NOT NULL
);
CREATE INDEX staff_region ON staff (region_id);

-- The one-time link on the console. The link is computed from the id; nothing usable is stored.
CREATE TABLE set_ups (
    id BLOB NOT NULL PRIMARY KEY,
    expires_at TIMESTAMP NOT NULL
);

-- A code that was asked for. An unknown address has a row too, so that nobody can tell the difference.
CREATE TABLE sign_ins (
    id BLOB NOT NULL PRIMARY KEY,
    staff_id BLOB REFERENCES staff (id) ON DELETE CASCADE,
    browser BLOB NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    tries_left SMALLINT NOT NULL
);

CREATE TABLE sessions (
    fingerprint BLOB NOT NULL PRIMARY KEY,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    expires_at TIMESTAMP NOT NULL
);

CREATE TABLE places (
    id BLOB NOT NULL PRIMARY KEY,
    region_id BLOB NOT NULL REFERENCES regions (id),
    contact_point_id BLOB NOT NULL REFERENCES contact_points (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    letter_name TEXT NOT NULL,
    entrance TEXT NOT NULL,
    step_free BOOLEAN,
    key_info TEXT NOT NULL,
    dial_in TEXT NOT NULL,
    offered BOOLEAN NOT NULL
);
CREATE INDEX places_region ON places (region_id);

CREATE TABLE rooms (
    id BLOB NOT NULL PRIMARY KEY,
    place_id BLOB NOT NULL REFERENCES places (id),
    name TEXT NOT NULL,
    from_date DATE,
    until_date DATE,
    offered BOOLEAN NOT NULL
);
CREATE INDEX rooms_place ON rooms (place_id);

-- The weekly times at which a room is free. Weekdays count from Monday, 0 to 6.
CREATE TABLE room_times (
    room_id BLOB NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
    weekday SMALLINT NOT NULL,
    starts_at TIME NOT NULL,
    PRIMARY KEY (room_id, weekday, starts_at)
);

CREATE TABLE availabilities (
    staff_id BLOB NOT NULL PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
    from_date DATE NOT NULL,
    max_groups SMALLINT NOT NULL,
    ask_first BOOLEAN NOT NULL
);

CREATE TABLE available_cells (
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    place_id BLOB NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    weekday SMALLINT NOT NULL,
    starts_at TIME NOT NULL,
    PRIMARY KEY (staff_id, place_id, weekday, starts_at)
);

-- Weeks in which an igangsetter starts no group.
CREATE TABLE away_days (
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    PRIMARY KEY (staff_id, first_day, last_day)
);

CREATE TABLE courses (
    id BLOB NOT NULL PRIMARY KEY,
    contact_point_id BLOB NOT NULL REFERENCES contact_points (id),
    leader_id BLOB REFERENCES staff (id) ON DELETE SET NULL,
    title TEXT NOT NULL,
    last_session DATE NOT NULL,
    participants SMALLINT NOT NULL
);
CREATE INDEX courses_contact_point ON courses (contact_point_id);
CREATE INDEX courses_leader ON courses (leader_id);

-- One run of the matcher over a region.
CREATE TABLE rounds (
    id BLOB NOT NULL PRIMARY KEY,
    region_id BLOB NOT NULL REFERENCES regions (id),
    made_on DATE NOT NULL
);
CREATE UNIQUE INDEX rounds_one_open ON rounds (region_id);

-- A group keeps its own copy of the place's and room's texts, so that editing them changes no meeting.
CREATE TABLE groups (
    id BLOB NOT NULL PRIMARY KEY,
    region_id BLOB NOT NULL REFERENCES regions (id),
    round_id BLOB REFERENCES rounds (id) ON DELETE SET NULL,
    state TEXT NOT NULL,
    place_id BLOB NOT NULL REFERENCES places (id),
    room_id BLOB NOT NULL REFERENCES rooms (id),
    contact_point_id BLOB NOT NULL REFERENCES contact_points (id),
    igangsetter_id BLOB REFERENCES staff (id),
    asked_at TIMESTAMP,
    vacant_since TIMESTAMP,
    weekday SMALLINT NOT NULL,
    starts_at TIME NOT NULL,
    place_name TEXT NOT NULL,
    letter_name TEXT NOT NULL,
    entrance TEXT NOT NULL,
    step_free BOOLEAN,
    key_info TEXT NOT NULL,
    dial_in TEXT NOT NULL,
    room_name TEXT NOT NULL,
    first_meeting DATE NOT NULL,
    cut_off DATE NOT NULL,
    last_supported DATE NOT NULL,
    kept_until DATE NOT NULL,
    size SMALLINT NOT NULL
);
CREATE INDEX groups_region ON groups (region_id);
CREATE INDEX groups_round ON groups (round_id);
CREATE INDEX groups_igangsetter ON groups (igangsetter_id);

-- One opening at one course. The counter is all that it knows of its notes; the band is fixed when it closes.
CREATE TABLE collections (
    id BLOB NOT NULL PRIMARY KEY,
    course_id BLOB NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
    code TEXT NOT NULL UNIQUE,
    closes_on DATE NOT NULL,
    closed_on DATE,
    band TEXT,
    notes_left SMALLINT NOT NULL,
    planned_group_id BLOB REFERENCES groups (id) ON DELETE SET NULL
);
CREATE INDEX collections_course ON collections (course_id);

-- The one-time codes of paper slips that have not been used.
CREATE TABLE slips (
    code_index BLOB NOT NULL PRIMARY KEY,
    collection_id BLOB NOT NULL REFERENCES collections (id) ON DELETE CASCADE
);
CREATE INDEX slips_collection ON slips (collection_id);

-- Interest notes. A note points to its contact point, never to a course or a collection. Which of an address's notes is
-- the newest is told by how many were left after each: no moment is kept.
CREATE TABLE notes (
    id BLOB NOT NULL PRIMARY KEY,
    region_id BLOB NOT NULL REFERENCES regions (id),
    contact_point_id BLOB NOT NULL REFERENCES contact_points (id),
    state TEXT NOT NULL,
    waiting_since DATE NOT NULL,
    signed_on DATE NOT NULL,
    kept_until DATE NOT NULL,
    language TEXT NOT NULL,
    colour SMALLINT NOT NULL,
    thing SMALLINT NOT NULL,
    consent_version SMALLINT NOT NULL,
    generation INTEGER NOT NULL,
    newer_notes INTEGER NOT NULL,
    prompt_on DATE,
    sealed_address BLOB,
    address_index BLOB,
    receipt_index BLOB UNIQUE,
    planned_group_id BLOB REFERENCES groups (id) ON DELETE SET NULL,
    CHECK ((receipt_index IS NULL) = (address_index IS NOT NULL)),
    CHECK ((sealed_address IS NULL) = (address_index IS NULL))
);
CREATE INDEX notes_region ON notes (region_id, state);
CREATE INDEX notes_address ON notes (address_index);
CREATE INDEX notes_planned ON notes (planned_group_id);
-- One confirmed note per address and region.
CREATE UNIQUE INDEX notes_one_per_address ON notes (region_id, address_index) WHERE state <> 'unconfirmed';

CREATE TABLE wishes (
    note_id BLOB NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    place_id BLOB NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    weekday SMALLINT NOT NULL,
    band TEXT NOT NULL,
    first_choice BOOLEAN NOT NULL,
    PRIMARY KEY (note_id, place_id, weekday, band)
);
CREATE INDEX wishes_wanted ON wishes (place_id, weekday, band);

-- Places and times that a person has declined for good.
CREATE TABLE exclusions (
    note_id BLOB NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    place_id BLOB NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    weekday SMALLINT NOT NULL,
    starts_at TIME NOT NULL,
    PRIMARY KEY (note_id, place_id, weekday, starts_at)
);

-- Two people who share a code are never put together.
CREATE TABLE apart_codes (
    note_id BLOB NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    code TEXT NOT NULL,
    PRIMARY KEY (note_id, code)
);
CREATE INDEX apart_codes_code ON apart_codes (code);

-- Why the open round has no seat for a note.
CREATE TABLE unplaced (
    round_id BLOB NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    note_id BLOB NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    have SMALLINT,
    PRIMARY KEY (round_id, note_id)
);

-- What would give more of those a seat for whom the open round has none, best first.
CREATE TABLE helps (
    round_id BLOB NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
    number SMALLINT NOT NULL,
    place_id BLOB NOT NULL REFERENCES places (id) ON DELETE CASCADE,
    weekday SMALLINT NOT NULL,
    starts_at TIME NOT NULL,
    lacks TEXT NOT NULL,
    amount SMALLINT NOT NULL,
    would_seat SMALLINT NOT NULL,
    PRIMARY KEY (round_id, number)
);

CREATE TABLE seats (
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    note_id BLOB NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
    state TEXT NOT NULL,
    answer_by DATE,
    reminded BOOLEAN NOT NULL,
    number SMALLINT,
    nickname TEXT,
    PRIMARY KEY (group_id, note_id)
);
CREATE INDEX seats_note ON seats (note_id);

-- Who has said no to starting a group, or has not answered, or has stepped back: they are not asked for it again.
CREATE TABLE refusals (
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    PRIMARY KEY (group_id, staff_id)
);
CREATE INDEX refusals_staff ON refusals (staff_id);

-- Meetings that are not when they would have been. One that is cancelled keeps the date and time that people last heard
-- of, if it had been moved; without either, doors are shut that day, as was known when the group was given its dates.
CREATE TABLE meeting_changes (
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    meeting DATE NOT NULL,
    cancelled BOOLEAN NOT NULL,
    moved_to DATE,
    starts_at TIME,
    PRIMARY KEY (group_id, meeting)
);

-- What an igangsetter has told a group, in fixed words, and how many of those told have a receipt code and find it on
-- their page. It speaks of no person.
CREATE TABLE tellings (
    id BLOB NOT NULL PRIMARY KEY,
    group_id BLOB NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    meeting DATE,
    message TEXT,
    by_code SMALLINT NOT NULL,
    told_at TIMESTAMP NOT NULL,
    kept_until DATE NOT NULL
);
CREATE INDEX tellings_group ON tellings (group_id);

-- The mark, without persons once its group is forgotten, that a room and an igangsetter are taken.
CREATE TABLE occupancies (
    id BLOB NOT NULL PRIMARY KEY,
    group_id BLOB UNIQUE REFERENCES groups (id) ON DELETE SET NULL,
    room_id BLOB NOT NULL REFERENCES rooms (id),
    igangsetter_id BLOB REFERENCES staff (id) ON DELETE SET NULL,
    igangsetter_until DATE NOT NULL,
    weekday SMALLINT NOT NULL,
    starts_at TIME NOT NULL
);
CREATE INDEX occupancies_room ON occupancies (room_id);
CREATE INDEX occupancies_igangsetter ON occupancies (igangsetter_id);

-- What an operator has told everybody whose data others may have seen, and to whose data it applies. Letters refer to it.
CREATE TABLE notices (
    id BLOB NOT NULL PRIMARY KEY,
    bokmal TEXT NOT NULL,
    nynorsk TEXT,
    english TEXT,
    made_on DATE NOT NULL,
    kept_until DATE NOT NULL
);

CREATE TABLE notice_contact_points (
    notice_id BLOB NOT NULL REFERENCES notices (id) ON DELETE CASCADE,
    contact_point_id BLOB NOT NULL REFERENCES contact_points (id) ON DELETE CASCADE,
    PRIMARY KEY (notice_id, contact_point_id)
);
CREATE INDEX notice_contact_points_of ON notice_contact_points (contact_point_id);

-- The outbox. A row means "we owe this person a letter"; it holds a kind and references only.
CREATE TABLE letters (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    note_id BLOB REFERENCES notes (id) ON DELETE CASCADE,
    staff_id BLOB REFERENCES staff (id) ON DELETE CASCADE,
    sign_in_id BLOB REFERENCES sign_ins (id) ON DELETE CASCADE,
    group_id BLOB REFERENCES groups (id) ON DELETE CASCADE,
    notice_id BLOB REFERENCES notices (id) ON DELETE CASCADE,
    meeting DATE,
    message TEXT,
    owed_at TIMESTAMP NOT NULL,
    useless_after TIMESTAMP NOT NULL,
    not_before TIMESTAMP NOT NULL,
    attempts SMALLINT NOT NULL,
    fence INTEGER NOT NULL,
    lease_until TIMESTAMP,
    outcome TEXT,
    ended_at TIMESTAMP
);
CREATE INDEX letters_due ON letters (outcome, not_before);
CREATE INDEX letters_note ON letters (note_id);
CREATE INDEX letters_staff ON letters (staff_id);
CREATE INDEX letters_sign_in ON letters (sign_in_id);
CREATE INDEX letters_group ON letters (group_id);
CREATE INDEX letters_notice ON letters (notice_id);

-- All that is counted for good: people in groups that started, and answers, by region and quarter.
CREATE TABLE tallies (
    region_id BLOB NOT NULL REFERENCES regions (id),
    quarter DATE NOT NULL,
    started INTEGER NOT NULL,
    said_yes INTEGER NOT NULL,
    said_no INTEGER NOT NULL,
    PRIMARY KEY (region_id, quarter)
);

-- Why letters wait at present, if the mail server refuses us and not a recipient.
CREATE TABLE mail_pauses (
    name TEXT NOT NULL PRIMARY KEY,
    until TIMESTAMP NOT NULL,
    cause TEXT NOT NULL
);

-- Work that one instance at a time does. Compared with the database's own time.
CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    holder INTEGER NOT NULL,
    lease_until TIMESTAMP NOT NULL
);

-- The versions of the keys that addresses are sealed and found with, and that links are made with: which ones the
-- database belongs to, and when each was made, was left by the last address, and was destroyed. It speaks of keys only,
-- never of a person.
CREATE TABLE key_versions (
    version INTEGER NOT NULL PRIMARY KEY,
    mark BLOB NOT NULL,
    made_on DATE NOT NULL,
    emptied_on DATE,
    destroyed_on DATE,
    links_destroyed_on DATE
);
