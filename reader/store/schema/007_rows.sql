-- Which story an article is of, without reading its report: lists ask it for every row they fold.
CREATE INDEX report_member ON report (article_id, story_id);
