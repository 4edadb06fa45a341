-- What a refresh writes for each article that is new, made less.

-- Texts still to be made wait together, those of a feed's articles in one piece: half as many pages as one by one.
-- An article whose text is made has a body; a piece goes when all of its are.
DROP TRIGGER draft_gone;
DROP TRIGGER unindexed_article;                     -- its body comes with it or later, and is told of then
ALTER TABLE draft RENAME TO draft_alone;
CREATE TABLE draft (
    article_id INTEGER PRIMARY KEY,                 -- the first of its articles
    size       INTEGER NOT NULL,                    -- how many there are
    packed     BLOB NOT NULL                        -- {article id: model.RawEntry}, MessagePack
) STRICT;
INSERT INTO draft
    SELECT article_id, 1, unhex('81CF' || printf('%016X', article_id) || hex(packed)) FROM draft_alone;
DROP TABLE draft_alone;

-- New articles are counted by the saving of a feed, once for all of them: store.saving.
DROP TRIGGER status_in;
