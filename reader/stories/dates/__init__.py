"""Release dates: how news prints dates, what they mean on the day it is written, which are of a release.

A report's text and the day of it come in; out comes at most one `claims.Claim`: a date in ISO form at the
precision printed (2027-06-18, 2027-06, 2027-Q3, 2027), its country, and the date that it takes the place of.

1. Find and read dates: `date_patterns` (one pattern of all forms), `date_match` (its parts), `date_meaning`
   (what they mean on that day, with `years` and `calendar`), `printed_dates` (all dates of a text).
2. Which are of a release: `releases`, by the words of the clause (`release_words`, `words_before`,
   `words_after`, `whole_sentences`, `other_events`: a shoot, a prize, a book). `stated` lists them;
   `weekdays` (it opens Friday) and `other_languages` add theirs.
3. Which a film has no more: `moves` (words of moving), `given_up`, `shifts` (by how much time),
   `previous_dates` (what the new date takes the place of).
4. Of what and where: `which_film`, `regions`, `datelines` (where an agency's report was sent from).
5. `claims.claim` chooses the one date that a report states, by `current_date`; `agreed.agreed` mends the
   claims of a story by each other, with `mentioned` (dates by the way).
"""
