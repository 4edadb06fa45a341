"""Films by name: how outlets print titles, which titles are one film, and which film a report is about.

A report comes in; out come the keys of films. The steps, in the order in which `names.Names` takes them:

1. What is printed as a title: `title_spans` collects by every habit there is: `emphasis` (italics, bold),
   `all_caps`, `channel_headlines` (… | Official Trailer), `unquoted_headlines`, and in leads `unquoted` with
   `unquoted_by_verb` and `unquoted_by_venue`; `quoted_speech` takes out what somebody says. `title_tags`
   tells which tags are titles, `title_candidates` marks what is said to be a series, a book or a song.
2. What is learnt: `titles.Titles` knows each `title.Title`, its forms and who prints it. `aliases` learns
   titles that are one film's, with `sequels`, `remakes`, `retitled`, `foreign_titles` and `projects` (films
   without a title yet: `nameless`).
3. What a report names: `mentions` finds known titles in a text, by what stands around them (`context`); in
   it, `bare_mentions` says which are meant that stand there as any other words. It tells, too, which it
   names `in_passing`. `canonical` leads each title to the one the film goes by; `aliases_in_report` does so
   within one report, `short_forms` with what stands before a colon.
4. What a report is about: `subjects` chooses among the mentions, with `headline_words` (no titles, though
   printed so), `comparisons` (another film is like it), `interviews`, `which_sequel`, `programmes` (all
   that a festival shows). `about_no_film` tells what is about none, `series` which television series a
   headline is of, `implied_by_people` a film that is never named.
"""
