"""Kinds of news (beats), and what else a report says of itself: hearsay, a plot given away, its form.

Headline, lead and sections come in; out come a kind, and the words that decided.

- `beats` weighs and decides the kind, from `cue_matching` (finds the cues of `cues_english`, which takes in
  `cues_business`, `cues_making`, `cues_new_films`, `cues_no_film` and `cues_other_languages`), `bag_of_words`
  (the weight of every word, from `bag_of_words.txt`), `sections` (what the outlet files it under),
  `casting_changes`, `series_and_games`.
- `rumours`: whether a report is hearsay, by its own account.
- `spoilers`: whether it gives a plot away, with `plot_explainers` (walks through an ending), `plot_outcomes`
  (who did it), `narrated_plots` (essays that tell what happens), `leaked_endings` and `plot_signs`, which
  weighs `plot_frames` with `plot_tellings`; `kept_plots` is how texts say that they keep theirs.
- `own_pieces`: an essay or a list is no report of the news beside it.
- `stages`, `occasions`: headlines that exclude each other: a shoot begun or halted, one prize or another.
"""
