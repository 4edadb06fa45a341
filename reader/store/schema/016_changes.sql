-- That an outlet changed an article after it came: the last time it did in substance, and one former headline.
ALTER TABLE article ADD COLUMN changed_at INTEGER;      -- when it was taken in so; NULL: never
ALTER TABLE article ADD COLUMN changed_said INTEGER;    -- when the outlet says it did, where that may be; else NULL
ALTER TABLE article ADD COLUMN former_title TEXT;       -- the one the person read, else the last; NULL: as it was
