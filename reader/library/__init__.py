"""The front desk: everything people and scripts can ask of the library, one class over its windows.

`library` is the class itself, with lists, articles, marks and bookmarks; `subscribing` is about the feeds,
`refreshing` about asking them and what they said; `stories` and `reading` answer about stories, `newsdesk`
knows them, `grouping` makes them; `following` is how a name comes to be followed, `timelines` what is told of
it; `texts` are article pages and pictures; `muting` is what is read unseen; `carrying` is what moves from one
library to another; `keeping` keeps it safe, `mending` brings a damaged one back.
"""

from reader.library.library import Library as Library
