-- The full-text index again, in two thirds of the room. The old one is let go of in small steps, as this one
-- learns (store/places.py, store/indexing.py): as a plain table, as half an index is a damaged one to SQLite.
ALTER TABLE search_data RENAME TO search_before_data;
DROP TABLE search;
DROP TABLE document;

-- The words themselves, kept nowhere else. rowid = document.id. With the prefixes, a search while typing takes
-- a millisecond where it took a hundred (20,000 articles), for twice the size. The longest column is the first:
-- at every word of any other its number is written down, too.
CREATE VIRTUAL TABLE search USING fts5(
    body, title, author, category,
    prefix = '2 3', content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO search (search, rank) VALUES ('rank', 'bm25(1.0, 10.0, 5.0, 3.0)');

-- Sixteen parts of the index at a time become one, in small steps after each batch; never many at once.
INSERT INTO search (search, rank) VALUES ('usermerge', 16);
INSERT INTO search (search, rank) VALUES ('crisismerge', 500);

-- Its rows, in the order of lists: by (sort, article_id). The numbers are close to each other, as every word
-- writes down how far it is to the next article that has it.
CREATE TABLE document (
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL UNIQUE,
    sort       INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX document_order ON document (sort, article_id);

-- Articles whose text is still to be made are told of when it is.
INSERT OR IGNORE INTO unindexed (article_id)
    SELECT id FROM status WHERE listed = 1 AND id IN (SELECT article_id FROM body)
    UNION SELECT article_id FROM bookmark WHERE removed_at IS NULL;
