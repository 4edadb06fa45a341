"""The weekend box office: a story that tells of many films, and is about few of them.

Reports and the films they mention come in; out come the films that the weekend's story is about.

- `openings`: what one report says of each film: it opens, or it was there before (a holdover).
- `weekend_words`: the words behind a title that say either.
- `leaders`: which film one report says leads the weekend.
- `weekend`: what all reports of the weekend say together, and short titles in charts made full.
"""
