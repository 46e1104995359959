ALTER TABLE contact_points DROP COLUMN closing_lines;
