-- Mutes: queries of the person's own; what matches one is read as it arrives, and is hidden nowhere.
CREATE TABLE mute (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    query TEXT NOT NULL,
    until TEXT,                                     -- the ISO day it ends; NULL: for good
    since INTEGER NOT NULL
) STRICT;

-- What each marked read. `was` is the article's marked_at, which is another once the person touched it.
CREATE TABLE muted (
    article_id INTEGER PRIMARY KEY REFERENCES status ON DELETE CASCADE,
    mute_id    INTEGER NOT NULL REFERENCES mute ON DELETE CASCADE,
    was        INTEGER
) STRICT;
CREATE INDEX muted_by ON muted (mute_id);

-- What is unread and could only now be searched for, by its words or by what grouping knows: not held against
-- the mutes yet. Nothing is noted where there are none.
CREATE TABLE unmuted (
    article_id INTEGER PRIMARY KEY,
    turn       INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TRIGGER unmuted_indexed AFTER DELETE ON unindexed
WHEN EXISTS (SELECT 1 FROM mute)
     AND EXISTS (SELECT 1 FROM status WHERE id = OLD.article_id AND read = 0 AND marked_at IS NULL) BEGIN
    INSERT INTO unmuted (article_id) VALUES (OLD.article_id) ON CONFLICT DO UPDATE SET turn = turn + 1;
END;
CREATE TRIGGER unmuted_grouped AFTER DELETE ON unfiled
WHEN EXISTS (SELECT 1 FROM mute)
     AND EXISTS (SELECT 1 FROM status WHERE id = OLD.article_id AND read = 0 AND marked_at IS NULL) BEGIN
    INSERT INTO unmuted (article_id) VALUES (OLD.article_id) ON CONFLICT DO UPDATE SET turn = turn + 1;
END;
