-- Texts still to be made, of a feed's first articles: what the feed sent, read by a worker only.
CREATE TABLE draft (
    article_id INTEGER PRIMARY KEY REFERENCES status ON DELETE CASCADE,
    packed     BLOB NOT NULL                        -- model.Draft, MessagePack
) STRICT;
CREATE TRIGGER draft_gone AFTER DELETE ON article BEGIN
    DELETE FROM draft WHERE article_id = OLD.id;
END;

-- Sixteen parts of the index at a time become one, in small steps after each batch; never many at once.
INSERT INTO search (search, rank) VALUES ('usermerge', 16);
INSERT INTO search (search, rank) VALUES ('crisismerge', 500);

-- An article whose text is still to be made is indexed once it is.
DROP TRIGGER unindexed_article;
CREATE TRIGGER unindexed_article AFTER INSERT ON article
WHEN NOT EXISTS (SELECT 1 FROM draft WHERE article_id = NEW.id) BEGIN
    INSERT INTO unindexed (article_id) VALUES (NEW.id) ON CONFLICT DO UPDATE SET turn = turn + 1;
END;
