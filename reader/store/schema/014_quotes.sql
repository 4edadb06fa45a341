-- Lines of a bookmarked text that the person kept: they go and come back with the bookmark. The rows stand in
-- the order they were kept in.
CREATE TABLE quote (
    article_id INTEGER NOT NULL REFERENCES bookmark ON DELETE CASCADE,
    key        BLOB NOT NULL,                       -- digest of its words: the same twice is one
    text       TEXT NOT NULL,
    place      INTEGER,                             -- letters of the text before it; NULL: not known
    kept_at    INTEGER NOT NULL,
    UNIQUE (article_id, key)
) STRICT;
