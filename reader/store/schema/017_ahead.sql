-- Articles whose words the index has learnt before their texts are made, and which words (store.ahead).
CREATE TABLE ahead (
    article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
    words      INTEGER NOT NULL                     -- a checksum
) STRICT;

-- A text that is made later says mostly the same; store.ahead has it learnt where it does not.
DROP TRIGGER unindexed_body;
CREATE TRIGGER unindexed_body AFTER INSERT ON body
WHEN NEW.article_id NOT IN (SELECT article_id FROM ahead) BEGIN
    INSERT INTO unindexed (article_id) VALUES (NEW.article_id) ON CONFLICT DO UPDATE SET turn = turn + 1;
END;
CREATE TRIGGER unmuted_ahead AFTER DELETE ON ahead
WHEN EXISTS (SELECT 1 FROM mute)
     AND EXISTS (SELECT 1 FROM status WHERE id = OLD.article_id AND read = 0 AND marked_at IS NULL) BEGIN
    INSERT INTO unmuted (article_id) VALUES (OLD.article_id) ON CONFLICT DO UPDATE SET turn = turn + 1;
END;
