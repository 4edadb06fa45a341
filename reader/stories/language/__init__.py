"""What every room reads texts with. Text in; folded words, tokens, spans, vectors out.

- `word_lists`: classes of English words (stop words, roles, places, first names …); data in the two `.txt`.
- `terms`: fold (no case, no accents) and stem a word; which stems any film news is full of (`usual`).
- `tokens`: a text as a row of tokens, and `key_of`, by which two ways to print one name are the same.
- `phrases`: names of several words looked up in a text, longest first.
- `spans`: stretches of a text that may be titles: quoted, in capitals, capitalised.
- `rarity`: how much each word says (inverse document frequency), and vectors of words.
- `stock_words`: words that any report of anything shown has: they join no two.
- `misspellings`: which two names differ by a slip, or sound alike.
- `foreign`: whether a text is in another language than English.
"""
