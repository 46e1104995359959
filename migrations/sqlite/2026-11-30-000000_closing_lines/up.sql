-- What a contact point says at the end of its letters to participants, in its own words; NULL if it says nothing.
ALTER TABLE contact_points ADD COLUMN closing_lines TEXT;
