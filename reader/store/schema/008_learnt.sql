-- What grouping has learnt is kept in pieces, one for each batch, so that two that group at once lose nothing.
-- They are joined now and then. AUTOINCREMENT: a piece read is never mistaken for a later one.
CREATE TABLE story_learnt (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    packed BLOB NOT NULL                         -- stories.memory
) STRICT;
INSERT INTO story_learnt (packed) SELECT packed FROM story_memory;
DROP TABLE story_memory;

-- An article that waits to be grouped may have been learnt from already: a batch was broken off.
ALTER TABLE unfiled ADD COLUMN learnt INTEGER NOT NULL DEFAULT 0;

-- How often stories were saved: who groups by what has changed since begins again.
CREATE TABLE story_turn (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    turn INTEGER NOT NULL
) STRICT;
INSERT INTO story_turn VALUES (1, 0);

-- A title of the person's own goes with a report, which a copy of the library brings back; ids of stories are
-- given anew there.
ALTER TABLE story_title ADD COLUMN article_id INTEGER;
UPDATE story_title SET article_id =
    (SELECT article_id FROM report r WHERE r.story_id = story_title.story_id ORDER BY published, article_id LIMIT 1);

-- Who tells a short title from a word, and what a name is not to be mistaken for.
ALTER TABLE follow ADD COLUMN companions TEXT NOT NULL DEFAULT '[]';  -- JSON
ALTER TABLE follow ADD COLUMN excludes TEXT NOT NULL DEFAULT '[]';    -- JSON
