-- The library. Times are seconds since 1970 UTC. Ids are never used again (AUTOINCREMENT).

CREATE TABLE folder (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- A subscription. Unsubscribing sets removed_at: its articles leave every list, and can come back.
CREATE TABLE feed (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    url        TEXT NOT NULL,
    feed_title TEXT NOT NULL DEFAULT '',            -- what the feed calls itself
    own_title  TEXT,                                -- what the person calls it
    title      TEXT NOT NULL AS (coalesce(own_title, nullif(feed_title, ''), url)),
    site_url   TEXT,
    format     TEXT,
    folder_id  INTEGER REFERENCES folder,
    full_text  INTEGER,                             -- 1 always, 0 never, NULL as the settings say
    added_at   INTEGER NOT NULL,
    removed_at INTEGER,
    by_link    INTEGER NOT NULL DEFAULT 0,          -- its guids repeat: entries go by link and title
    private    INTEGER NOT NULL DEFAULT 0           -- the person said it may be on this computer or network
) STRICT;
CREATE UNIQUE INDEX feed_url ON feed (url) WHERE removed_at IS NULL;

-- How asking for a feed went, and when to ask again.
CREATE TABLE fetch (
    feed_id          INTEGER PRIMARY KEY REFERENCES feed ON DELETE CASCADE,
    etag             TEXT,
    last_modified    TEXT,
    status           TEXT NOT NULL DEFAULT 'never',
    error            TEXT,
    failures         INTEGER NOT NULL DEFAULT 0,    -- in a row
    interval_minutes INTEGER NOT NULL DEFAULT 60,
    next_due         INTEGER,                       -- NULL: only when someone asks
    last_fetched     INTEGER,
    last_success     INTEGER
) STRICT;

-- Hosts that asked to be left alone.
CREATE TABLE host (
    name       TEXT PRIMARY KEY,
    not_before INTEGER NOT NULL,
    strikes    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the person said of an article, and how it is recognised when the feed says it again.
-- Outlives the article, so that nothing ever comes back unread.
CREATE TABLE status (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,   -- the article's id
    feed_id    INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
    folder_id  INTEGER,                             -- the feed's, here for the folder lists
    guid_key   BLOB NOT NULL,                       -- digest of the guid, or of what stands for it
    link_key   BLOB,                                -- digest of the canonical link
    sort       INTEGER NOT NULL,                    -- published, or first seen: what lists go by
    first_seen INTEGER NOT NULL,
    read       INTEGER NOT NULL DEFAULT 0,
    marked_at  INTEGER,                             -- when the person last marked it; NULL: never
    listed     INTEGER NOT NULL DEFAULT 1,          -- the article is here and its feed is followed
    full_text  INTEGER NOT NULL DEFAULT 0           -- the article holds more than a summary
) STRICT;
CREATE UNIQUE INDEX status_guid ON status (feed_id, guid_key);
CREATE INDEX status_link ON status (feed_id, link_key) WHERE link_key IS NOT NULL;

-- One index per list, holding all that its pages need, in the order they need it.
CREATE INDEX list_all           ON status (sort, id)            WHERE listed = 1;
CREATE INDEX list_unread        ON status (sort, id)            WHERE listed = 1 AND read = 0;
CREATE INDEX list_feed          ON status (feed_id, sort, id)   WHERE listed = 1;
CREATE INDEX list_feed_unread   ON status (feed_id, sort, id)   WHERE listed = 1 AND read = 0;
CREATE INDEX list_folder        ON status (folder_id, sort, id) WHERE listed = 1;
CREATE INDEX list_folder_unread ON status (folder_id, sort, id) WHERE listed = 1 AND read = 0;

-- What the feed said.
CREATE TABLE article (
    id          INTEGER PRIMARY KEY REFERENCES status ON DELETE CASCADE,
    guid        TEXT,
    url         TEXT,
    title       TEXT NOT NULL,
    authors     TEXT NOT NULL DEFAULT '[]',         -- JSON
    published   INTEGER,
    updated     INTEGER,
    categories  TEXT NOT NULL DEFAULT '[]',         -- JSON
    summary     TEXT NOT NULL DEFAULT '',
    image       TEXT,
    enclosures  TEXT NOT NULL DEFAULT '[]',         -- JSON
    words       INTEGER NOT NULL DEFAULT 0,
    has_trailer INTEGER NOT NULL DEFAULT 0,
    digest      BLOB NOT NULL,                      -- of all the feed said of it
    silent_edits INTEGER NOT NULL DEFAULT 0         -- edits in a row without a new date: few are believed
) STRICT;
CREATE TABLE body (
    article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    tree       BLOB NOT NULL,                       -- model.Document, MessagePack, zlib
    source     BLOB NOT NULL                        -- HTML, zlib with the tree's MessagePack for a dictionary
) STRICT;

-- A saved copy: needs neither the article nor the feed. Removing it sets removed_at.
CREATE TABLE bookmark (
    article_id  INTEGER PRIMARY KEY,
    saved_at    INTEGER NOT NULL,
    removed_at  INTEGER,
    tags        TEXT NOT NULL DEFAULT '[]',         -- JSON
    note        TEXT,
    title       TEXT NOT NULL,
    url         TEXT,
    feed_title  TEXT NOT NULL,
    authors     TEXT NOT NULL,
    published   INTEGER,
    updated     INTEGER,
    first_seen  INTEGER NOT NULL,
    categories  TEXT NOT NULL,
    summary     TEXT NOT NULL,
    image       TEXT,
    enclosures  TEXT NOT NULL,
    words       INTEGER NOT NULL,
    has_trailer INTEGER NOT NULL,
    full_text   INTEGER NOT NULL,
    folded      TEXT NOT NULL                       -- title, feed, tags and note as the filter reads them
) STRICT;
CREATE INDEX list_bookmarks ON bookmark (saved_at, article_id, removed_at) WHERE removed_at IS NULL;
CREATE TABLE bookmark_body (
    article_id INTEGER PRIMARY KEY REFERENCES bookmark ON DELETE CASCADE,
    tree       BLOB NOT NULL,
    source     BLOB NOT NULL
) STRICT;

-- Counts, kept by the triggers below. A slot is a quarter of an hour: the days of any time zone are sums of them.
CREATE TABLE feed_count (
    feed_id   INTEGER PRIMARY KEY,
    total     INTEGER NOT NULL,
    unread    INTEGER NOT NULL,
    full_text INTEGER NOT NULL
) STRICT;
CREATE TABLE slot_count (
    slot   INTEGER PRIMARY KEY,
    total  INTEGER NOT NULL,
    unread INTEGER NOT NULL
) STRICT;

CREATE TRIGGER status_in AFTER INSERT ON status WHEN NEW.listed = 1 BEGIN
    INSERT INTO feed_count VALUES (NEW.feed_id, 1, 1 - NEW.read, NEW.full_text)
        ON CONFLICT DO UPDATE SET total = total + 1, unread = unread + excluded.unread,
                                  full_text = full_text + excluded.full_text;
    INSERT INTO slot_count VALUES (NEW.sort / 900, 1, 1 - NEW.read)
        ON CONFLICT DO UPDATE SET total = total + 1, unread = unread + excluded.unread;
END;
CREATE TRIGGER status_out AFTER DELETE ON status WHEN OLD.listed = 1 BEGIN
    UPDATE feed_count SET total = total - 1, unread = unread - (1 - OLD.read), full_text = full_text - OLD.full_text
        WHERE feed_id = OLD.feed_id;
    UPDATE slot_count SET total = total - 1, unread = unread - (1 - OLD.read) WHERE slot = OLD.sort / 900;
END;
CREATE TRIGGER status_marked AFTER UPDATE OF read ON status
WHEN OLD.listed = 1 AND NEW.listed = 1 AND OLD.read <> NEW.read BEGIN
    UPDATE feed_count SET unread = unread + OLD.read - NEW.read WHERE feed_id = NEW.feed_id;
    UPDATE slot_count SET unread = unread + OLD.read - NEW.read WHERE slot = NEW.sort / 900;
END;
CREATE TRIGGER status_filled AFTER UPDATE OF full_text ON status
WHEN OLD.listed = 1 AND NEW.listed = 1 AND OLD.full_text <> NEW.full_text BEGIN
    UPDATE feed_count SET full_text = full_text + NEW.full_text - OLD.full_text WHERE feed_id = NEW.feed_id;
END;
CREATE TRIGGER status_moved AFTER UPDATE OF sort ON status
WHEN OLD.listed = 1 AND NEW.listed = 1 AND OLD.sort / 900 <> NEW.sort / 900 BEGIN
    UPDATE slot_count SET total = total - 1, unread = unread - (1 - NEW.read) WHERE slot = OLD.sort / 900;
    INSERT INTO slot_count VALUES (NEW.sort / 900, 1, 1 - NEW.read)
        ON CONFLICT DO UPDATE SET total = total + 1, unread = unread + excluded.unread;
END;
CREATE TRIGGER status_listed AFTER UPDATE OF listed ON status WHEN OLD.listed = 0 AND NEW.listed = 1 BEGIN
    INSERT INTO feed_count VALUES (NEW.feed_id, 1, 1 - NEW.read, NEW.full_text)
        ON CONFLICT DO UPDATE SET total = total + 1, unread = unread + excluded.unread,
                                  full_text = full_text + excluded.full_text;
    INSERT INTO slot_count VALUES (NEW.sort / 900, 1, 1 - NEW.read)
        ON CONFLICT DO UPDATE SET total = total + 1, unread = unread + excluded.unread;
END;
CREATE TRIGGER status_unlisted AFTER UPDATE OF listed ON status WHEN OLD.listed = 1 AND NEW.listed = 0 BEGIN
    UPDATE feed_count SET total = total - 1, unread = unread - (1 - OLD.read), full_text = full_text - OLD.full_text
        WHERE feed_id = OLD.feed_id;
    UPDATE slot_count SET total = total - 1, unread = unread - (1 - OLD.read) WHERE slot = OLD.sort / 900;
END;
