-- Words and queries that are followed may be called otherwise than they are written.
ALTER TABLE follow ADD COLUMN title TEXT;               -- the person's own; NULL: as it is written
