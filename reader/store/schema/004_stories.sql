-- Stories: which reports bring the same news. Made from the articles, but for what the person said of them.

-- One piece of news. Its id is given once; `title` is the person's, NULL where the fullest report's headline serves.
CREATE TABLE story (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    first    INTEGER NOT NULL,                   -- its earliest report
    last     INTEGER NOT NULL,
    head     INTEGER NOT NULL,                   -- the article whose headline stands for it
    outlets  INTEGER NOT NULL,
    reports  INTEGER NOT NULL,
    films    TEXT NOT NULL DEFAULT '[]',         -- JSON, those of most reports first
    people   TEXT NOT NULL DEFAULT '[]',         -- JSON
    beat     TEXT NOT NULL DEFAULT 'other'
) STRICT;
CREATE INDEX story_last ON story (last, id);

-- A story that was merged into another: its id leads there for good.
CREATE TABLE story_alias (
    id       INTEGER PRIMARY KEY,
    story_id INTEGER NOT NULL
) STRICT;

-- What one article turned out to be.
CREATE TABLE report (
    article_id  INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    story_id    INTEGER NOT NULL,
    published   INTEGER NOT NULL,
    filed       BLOB NOT NULL,                   -- stories.newsroom.Filed, MessagePack
    films       TEXT NOT NULL DEFAULT '[]',      -- JSON, canonical titles: what it is about
    mentioned   TEXT NOT NULL DEFAULT '[]',      -- JSON
    people      TEXT NOT NULL DEFAULT '[]',      -- JSON
    beat        TEXT NOT NULL DEFAULT 'other',
    deciding    TEXT NOT NULL DEFAULT '[]',      -- JSON, the words that decided the beat
    rumour      TEXT NOT NULL DEFAULT '[]',      -- JSON, the words of hearsay
    spoiler     TEXT NOT NULL DEFAULT '[]',      -- JSON, the words that give the plot away
    claim_date  TEXT,
    claim_place TEXT,
    claim_from  TEXT,
    claim_words TEXT,
    copy_of     INTEGER                          -- the article it copies
) STRICT;
CREATE INDEX report_story ON report (story_id, published);
CREATE INDEX report_time ON report (published);
CREATE INDEX report_beat ON report (beat);
CREATE INDEX report_dated ON report (claim_date) WHERE claim_date IS NOT NULL;

-- Films and people of each article, by folded key, for queries and timelines. kind: film, mention, person.
CREATE TABLE report_name (
    key        TEXT NOT NULL,
    kind       TEXT NOT NULL,
    article_id INTEGER NOT NULL REFERENCES report ON DELETE CASCADE,
    PRIMARY KEY (key, kind, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_name_article ON report_name (article_id);

-- What grouping has learnt of words, names and outlets: stories.memory, one row.
CREATE TABLE story_memory (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    packed BLOB NOT NULL
) STRICT;

-- What the person said: kept apart, always wins. Two articles that belong together, or never do.
CREATE TABLE story_pair (
    one      INTEGER NOT NULL,
    other    INTEGER NOT NULL,
    together INTEGER NOT NULL,
    said_at  INTEGER NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE TABLE story_title (
    story_id INTEGER PRIMARY KEY,
    title    TEXT NOT NULL
) STRICT;

-- What the person follows.
CREATE TABLE follow (
    key         TEXT PRIMARY KEY,                -- the name, folded
    name        TEXT NOT NULL,
    kind        TEXT NOT NULL,                   -- film, person, topic
    aliases     TEXT NOT NULL DEFAULT '[]',      -- JSON
    year        INTEGER,
    guard       TEXT,                            -- NULL, 'on', or the ISO date it ends
    seen        INTEGER NOT NULL DEFAULT 0,      -- the film was seen
    followed_at INTEGER NOT NULL,
    looked_at   INTEGER                          -- when its timeline was last looked at
) STRICT;
CREATE TABLE follow_key (
    key        TEXT NOT NULL,                    -- the name and every alias, folded
    follow_key TEXT NOT NULL REFERENCES follow ON DELETE CASCADE,
    PRIMARY KEY (key, follow_key)
) STRICT, WITHOUT ROWID;

-- What is not grouped yet, as `unindexed` is for the index.
CREATE TABLE unfiled (
    article_id INTEGER PRIMARY KEY,
    turn       INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO unfiled (article_id) SELECT id FROM article;
CREATE TRIGGER unfiled_article AFTER INSERT ON article BEGIN
    INSERT INTO unfiled (article_id) VALUES (NEW.id) ON CONFLICT DO UPDATE SET turn = turn + 1;
END;
CREATE TRIGGER unfiled_article_changed AFTER UPDATE OF title, summary, categories, published ON article
WHEN OLD.title <> NEW.title OR OLD.summary <> NEW.summary OR OLD.categories <> NEW.categories
     OR OLD.published IS NOT NEW.published BEGIN
    INSERT INTO unfiled (article_id) VALUES (NEW.id) ON CONFLICT DO UPDATE SET turn = turn + 1;
END;
CREATE TRIGGER unfiled_article_gone AFTER DELETE ON article BEGIN
    DELETE FROM unfiled WHERE article_id = OLD.id;
END;
