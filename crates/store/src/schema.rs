//! The tables, as the migrations make them on both databases.

diesel::table! {
    regions (id) {
        id -> Binary,
        name -> Text,
        in_use -> Bool,
        tasks_told -> Integer,
        tasks_told_on -> Nullable<Date>,
    }
}

diesel::table! {
    contact_points (id) {
        id -> Binary,
        region_id -> Binary,
        name -> Text,
        slug -> Text,
        responsible_body -> Nullable<Text>,
        privacy_contact -> Nullable<Text>,
        phone -> Nullable<Text>,
        supported_meetings -> SmallInt,
        closing_lines -> Nullable<Text>,
    }
}

diesel::table! {
    closed_days (contact_point_id, first_day, last_day) {
        contact_point_id -> Binary,
        first_day -> Date,
        last_day -> Date,
    }
}

diesel::table! {
    staff (id) {
        id -> Binary,
        region_id -> Binary,
        contact_point_id -> Binary,
        name -> Text,
        sealed_address -> Binary,
        address_index -> Binary,
        is_coordinator -> Bool,
        is_leader -> Bool,
        is_igangsetter -> Bool,
        language -> Text,
        kept_until -> Date,
    }
}

diesel::table! {
    set_ups (id) {
        id -> Binary,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    sign_ins (id) {
        id -> Binary,
        staff_id -> Nullable<Binary>,
        browser -> Binary,
        expires_at -> Timestamp,
        tries_left -> SmallInt,
    }
}

diesel::table! {
    sessions (fingerprint) {
        fingerprint -> Binary,
        staff_id -> Binary,
        expires_at -> Timestamp,
    }
}

diesel::table! {
    places (id) {
        id -> Binary,
        region_id -> Binary,
        contact_point_id -> Binary,
        kind -> Text,
        name -> Text,
        address -> Text,
        letter_name -> Text,
        entrance -> Text,
        step_free -> Nullable<Bool>,
        key_info -> Text,
        dial_in -> Text,
        offered -> Bool,
    }
}

diesel::table! {
    rooms (id) {
        id -> Binary,
        place_id -> Binary,
        name -> Text,
        from_date -> Nullable<Date>,
        until_date -> Nullable<Date>,
        offered -> Bool,
    }
}

diesel::table! {
    room_times (room_id, weekday, starts_at) {
        room_id -> Binary,
        weekday -> SmallInt,
        starts_at -> Time,
    }
}

diesel::table! {
    availabilities (staff_id) {
        staff_id -> Binary,
        from_date -> Date,
        max_groups -> SmallInt,
        ask_first -> Bool,
    }
}

diesel::table! {
    available_cells (staff_id, place_id, weekday, starts_at) {
        staff_id -> Binary,
        place_id -> Binary,
        weekday -> SmallInt,
        starts_at -> Time,
    }
}

diesel::table! {
    away_days (staff_id, first_day, last_day) {
        staff_id -> Binary,
        first_day -> Date,
        last_day -> Date,
    }
}

diesel::table! {
    courses (id) {
        id -> Binary,
        contact_point_id -> Binary,
        leader_id -> Nullable<Binary>,
        title -> Text,
        last_session -> Date,
        participants -> SmallInt,
    }
}

diesel::table! {
    rounds (id) {
        id -> Binary,
        region_id -> Binary,
        made_on -> Date,
    }
}

diesel::table! {
    groups (id) {
        id -> Binary,
        region_id -> Binary,
        round_id -> Nullable<Binary>,
        state -> Text,
        place_id -> Binary,
        room_id -> Binary,
        contact_point_id -> Binary,
        igangsetter_id -> Nullable<Binary>,
        asked_at -> Nullable<Timestamp>,
        vacant_since -> Nullable<Timestamp>,
        weekday -> SmallInt,
        starts_at -> Time,
        place_name -> Text,
        letter_name -> Text,
        entrance -> Text,
        step_free -> Nullable<Bool>,
        key_info -> Text,
        dial_in -> Text,
        room_name -> Text,
        first_meeting -> Date,
        cut_off -> Date,
        last_supported -> Date,
        kept_until -> Date,
        size -> SmallInt,
    }
}

diesel::table! {
    collections (id) {
        id -> Binary,
        course_id -> Binary,
        code -> Text,
        closes_on -> Date,
        closed_on -> Nullable<Date>,
        band -> Nullable<Text>,
        notes_left -> SmallInt,
        planned_group_id -> Nullable<Binary>,
    }
}

diesel::table! {
    slips (code_index) {
        code_index -> Binary,
        collection_id -> Binary,
    }
}

diesel::table! {
    notes (id) {
        id -> Binary,
        region_id -> Binary,
        contact_point_id -> Binary,
        state -> Text,
        waiting_since -> Date,
        signed_on -> Date,
        kept_until -> Date,
        language -> Text,
        colour -> SmallInt,
        thing -> SmallInt,
        consent_version -> SmallInt,
        generation -> Integer,
        newer_notes -> Integer,
        prompt_on -> Nullable<Date>,
        sealed_address -> Nullable<Binary>,
        address_index -> Nullable<Binary>,
        receipt_index -> Nullable<Binary>,
        planned_group_id -> Nullable<Binary>,
    }
}

diesel::table! {
    wishes (note_id, place_id, weekday, band) {
        note_id -> Binary,
        place_id -> Binary,
        weekday -> SmallInt,
        band -> Text,
        first_choice -> Bool,
    }
}

diesel::table! {
    exclusions (note_id, place_id, weekday, starts_at) {
        note_id -> Binary,
        place_id -> Binary,
        weekday -> SmallInt,
        starts_at -> Time,
    }
}

diesel::table! {
    apart_codes (note_id, code) {
        note_id -> Binary,
        code -> Text,
    }
}

diesel::table! {
    unplaced (round_id, note_id) {
        round_id -> Binary,
        note_id -> Binary,
        reason -> Text,
        have -> Nullable<SmallInt>,
    }
}

diesel::table! {
    helps (round_id, number) {
        round_id -> Binary,
        number -> SmallInt,
        place_id -> Binary,
        weekday -> SmallInt,
        starts_at -> Time,
        lacks -> Text,
        amount -> SmallInt,
        would_seat -> SmallInt,
    }
}

diesel::table! {
    seats (group_id, note_id) {
        group_id -> Binary,
        note_id -> Binary,
        state -> Text,
        answer_by -> Nullable<Date>,
        reminded -> Bool,
        number -> Nullable<SmallInt>,
        nickname -> Nullable<Text>,
    }
}

diesel::table! {
    refusals (group_id, staff_id) {
        group_id -> Binary,
        staff_id -> Binary,
    }
}

diesel::table! {
    meeting_changes (group_id, meeting) {
        group_id -> Binary,
        meeting -> Date,
        cancelled -> Bool,
        moved_to -> Nullable<Date>,
        starts_at -> Nullable<Time>,
    }
}

diesel::table! {
    tellings (id) {
        id -> Binary,
        group_id -> Binary,
        kind -> Text,
        meeting -> Nullable<Date>,
        message -> Nullable<Text>,
        by_code -> SmallInt,
        told_at -> Timestamp,
        kept_until -> Date,
    }
}

diesel::table! {
    occupancies (id) {
        id -> Binary,
        group_id -> Nullable<Binary>,
        room_id -> Binary,
        igangsetter_id -> Nullable<Binary>,
        igangsetter_until -> Date,
        weekday -> SmallInt,
        starts_at -> Time,
    }
}

diesel::table! {
    notices (id) {
        id -> Binary,
        bokmal -> Text,
        nynorsk -> Nullable<Text>,
        english -> Nullable<Text>,
        made_on -> Date,
        kept_until -> Date,
    }
}

diesel::table! {
    notice_contact_points (notice_id, contact_point_id) {
        notice_id -> Binary,
        contact_point_id -> Binary,
    }
}

diesel::table! {
    letters (id) {
        id -> Binary,
        kind -> Text,
        note_id -> Nullable<Binary>,
        staff_id -> Nullable<Binary>,
        sign_in_id -> Nullable<Binary>,
        group_id -> Nullable<Binary>,
        notice_id -> Nullable<Binary>,
        meeting -> Nullable<Date>,
        message -> Nullable<Text>,
        owed_at -> Timestamp,
        useless_after -> Timestamp,
        not_before -> Timestamp,
        attempts -> SmallInt,
        fence -> Integer,
        lease_until -> Nullable<Timestamp>,
        outcome -> Nullable<Text>,
        ended_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    tallies (region_id, quarter) {
        region_id -> Binary,
        quarter -> Date,
        started -> Integer,
        said_yes -> Integer,
        said_no -> Integer,
    }
}

diesel::table! {
    mail_pauses (name) {
        name -> Text,
        until -> Timestamp,
        cause -> Text,
    }
}

diesel::table! {
    leases (name) {
        name -> Text,
        holder -> Integer,
        lease_until -> Timestamp,
    }
}

diesel::table! {
    key_versions (version) {
        version -> Integer,
        mark -> Binary,
        made_on -> Date,
        emptied_on -> Nullable<Date>,
        destroyed_on -> Nullable<Date>,
        links_destroyed_on -> Nullable<Date>,
    }
}

diesel::joinable!(meeting_changes -> groups (group_id));
diesel::joinable!(closed_days -> contact_points (contact_point_id));
diesel::joinable!(collections -> courses (course_id));
diesel::joinable!(slips -> collections (collection_id));
diesel::joinable!(notice_contact_points -> notices (notice_id));
diesel::joinable!(seats -> notes (note_id));
diesel::joinable!(seats -> groups (group_id));
diesel::joinable!(refusals -> groups (group_id));
diesel::joinable!(sessions -> staff (staff_id));
diesel::joinable!(rooms -> places (place_id));
diesel::joinable!(room_times -> rooms (room_id));
diesel::joinable!(wishes -> notes (note_id));
diesel::joinable!(exclusions -> notes (note_id));
diesel::joinable!(apart_codes -> notes (note_id));
diesel::joinable!(availabilities -> staff (staff_id));
diesel::joinable!(available_cells -> staff (staff_id));
diesel::joinable!(away_days -> staff (staff_id));
diesel::joinable!(occupancies -> rooms (room_id));
diesel::joinable!(courses -> contact_points (contact_point_id));

diesel::allow_tables_to_appear_in_same_query!(
    regions,
    contact_points,
    closed_days,
    staff,
    set_ups,
    sign_ins,
    sessions,
    places,
    rooms,
    room_times,
    availabilities,
    available_cells,
    away_days,
    courses,
    rounds,
    groups,
    collections,
    slips,
    notes,
    wishes,
    exclusions,
    apart_codes,
    unplaced,
    helps,
    seats,
    refusals,
    meeting_changes,
    tellings,
    occupancies,
    notices,
    notice_contact_points,
    letters,
    tallies,
    mail_pauses,
    leases,
    key_versions,
);
