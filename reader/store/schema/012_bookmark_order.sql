-- Bookmarks saved within one second stand in the order they were saved in, too.
ALTER TABLE bookmark ADD COLUMN micros INTEGER NOT NULL DEFAULT 0;  -- millionths of a second after saved_at
DROP INDEX list_bookmarks;
CREATE INDEX list_bookmarks ON bookmark (saved_at * 1000000 + micros, article_id, removed_at) WHERE removed_at IS NULL;
