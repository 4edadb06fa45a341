-- How far an article was read, in thousandths of its text: the person's own.
CREATE TABLE reading (
    article_id INTEGER PRIMARY KEY,
    position   INTEGER NOT NULL,                    -- thousandths; none at the top
    at         INTEGER NOT NULL
) STRICT;
-- The leading picture of a bookmark, small and safe: a copy, as the text is.
CREATE TABLE bookmark_picture (
    article_id INTEGER PRIMARY KEY REFERENCES bookmark ON DELETE CASCADE,
    url        TEXT    NOT NULL,
    picture    BLOB    NOT NULL                     -- NRP1, width, height, JPEG or PNG
) STRICT;
