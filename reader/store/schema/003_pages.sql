-- An article as its own page has it. The feed's text stays in body; shown is the page's, where there is one.
CREATE TABLE page (
    article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    fetched_at INTEGER NOT NULL,
    problem    TEXT,                                -- why there is no text (paywall, gone …); NULL: there is one
    why        TEXT,                                -- the same as a sentence
    tree       BLOB,                                -- model.Document, MessagePack, zlib
    source     BLOB                                 -- HTML, zlib with the tree's MessagePack for a dictionary
) STRICT;
CREATE TRIGGER unindexed_page AFTER INSERT ON page WHEN NEW.tree IS NOT NULL BEGIN
    INSERT INTO unindexed (article_id) VALUES (NEW.article_id) ON CONFLICT DO UPDATE SET turn = turn + 1;
END;
CREATE TRIGGER unindexed_page_changed AFTER UPDATE OF tree ON page BEGIN
    INSERT INTO unindexed (article_id) VALUES (NEW.article_id) ON CONFLICT DO UPDATE SET turn = turn + 1;
END;
