-- What a refresh remembers of a feed to ask it politely.
ALTER TABLE fetch ADD COLUMN hints TEXT NOT NULL DEFAULT '{}';   -- JSON: what the feed says of when to ask
ALTER TABLE fetch ADD COLUMN believed_at INTEGER;  -- when it last sent its articles, or said how long none come
ALTER TABLE fetch ADD COLUMN moved_to TEXT;        -- where it says, for good, that it is now
ALTER TABLE fetch ADD COLUMN moved_since INTEGER;  -- since when; NULL: the person would not have it
ALTER TABLE fetch ADD COLUMN former_url TEXT;      -- where it was before it was followed there
ALTER TABLE fetch ADD COLUMN followed_at INTEGER;  -- when that was
ALTER TABLE fetch ADD COLUMN notice TEXT;          -- what the person should know though it answers
UPDATE fetch SET believed_at = last_success;
