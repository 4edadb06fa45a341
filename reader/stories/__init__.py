"""News grouped into stories: reports of one piece of news belong together, and each is told what it is about.

Pure: values in, values out; no library, no network, no clock. In come `report.Report`s, one for each article
that a feed sent. Out come groups of their keys, and a `filed.Told` for each report: its films, its people,
its kind of news (`beat`), the release date it states, whether it is hearsay or gives a plot away.

The way in is `newsroom.Newsroom`, which does it in four steps:

1. `learn`: count words (`language.rarity`), the house style of each outlet (`house_styles`), and the titles
   and names that reports print (`names`, with the rooms `films` and `people`). `memory.Memory` holds it all,
   and packs it to be kept.
2. `file`: read each report by itself: whom and what it names (`names.Named`), its kind of news (`weighed`, by
   `kinds` and `dates`); then find recent ones that may bring the same news (`neighbours`), and how likely
   each does (`similarity`). What is kept of it is a `filed.Filed`.
3. `stories`: join likely pairs (`cluster`), then large groups (`centroids`). What the person joined or split
   always wins.
4. `tell`: read the reports of one story together. `consensus` settles films, people and kind, with
   `story_aliases` (one film under several titles), `box_office`, `prizes` and `calendar_changes`; `dates`
   settles release dates. Out comes a `filed.Told` for each report.

`reader.library.grouping` runs these steps over the library, and asks beside them: `copies` (reports that run
another outlet's text), `headline` (whose headline stands for a story), `story_ids` (which story keeps which
id), `facts` (what a later report adds), `reasons` (why reports are together) and `threads` (which stories
belong to a film or a person that is followed).

Rooms: `language` (words and what is made of them; rests on nothing), `dates`, `people`, `films`, `kinds`
(each rests on `language`, `films` on `people` and `dates` too), `box_office`.

Words used throughout. A *key* is a name folded to lower case without marks (`language.tokens.key_of`); films
and people go by their keys, and by their form (as best printed) only where they are shown. A *beat* is a
kind of news, one of those in `kinds.cues_english.CUES` or `other`. *Lead* is the opening of an article's
text. A film is named *in passing* where it only says who somebody is or what another film is like.
"""
