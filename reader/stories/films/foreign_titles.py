"""Films that an outlet files under their foreign title, and calls by another one in its headlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from reader.patterns import late
from reader.stories.films.canonical import canonical
from reader.stories.films.mentions import Mention
from reader.stories.films.titles import Titles
from reader.stories.language.spans import titled
from reader.stories.language.terms import stem, usual
from reader.stories.language.tokens import key_of, word_set
from reader.stories.language.word_lists import STOP
from reader.stories.people.people import People
from reader.stories.report import Report

_ARTICLES = late(
    r"\b(?:la|le|les|el|los|las|il|der|das|den|det|un|une|du|des|de|del|della|und|och|og)\b|\bl[’']"
)
_COGNATE, _ALL_ALIKE = 4, 3
"""Letters that two words begin with which are one in two languages; people that tell of one film."""
_LETTERS = late(r"[^\W\d_a-zA-Z]")


def filed_under(titles: Titles, people: People, report: Report, spoken: Collection[str]) -> str:
    """The one film that a report is filed under by a foreign title and does not name; empty where none is.

    `spoken`: every word of the report.
    """
    foreign = filter(is_foreign, report.categories)
    known = [key for key in map(key_of, foreign) if key in titles.known]
    films = [key for key in known if titles.known[key].sure and not people.is_person(key)]
    return films[0] if len(films) == 1 and not set(films[0].split()).issubset(spoken) else ""


def is_foreign(tag: str) -> bool:
    """Tell whether a title reads as of another language: by its letters, its articles, its small words."""
    return bool(_LETTERS.search(tag) or _ARTICLES.search(tag.lower())) or not (" " not in tag or titled(tag))


def is_english(title: str) -> bool:
    """Tell whether a title has a word that every English text has."""
    keys = key_of(title).split()
    return not is_foreign(title) and any(key in STOP or stem(key) in usual() for key in keys)


def learn(titles: Titles, tag: str, head: Sequence[Mention]) -> None:
    """Note that what a headline calls a film is not what it is filed under.

    Nobody files anything under the other title, and neither of the two is the other with more words.
    """
    named = {m.key for m in head if m.sure and not (m.passing or m.sequel)}
    key = named.pop() if len(named) == 1 else tag
    title = titles.known.get(key)
    one, other = set(key.split()), set(tag.split())
    if title and title.sure == sum(title.forms.values()) and not (one <= other or other <= one):
        titles.note_instead(key, tag, 1)


def led(report: Report, keys: Collection[str]) -> Collection[str]:
    """The titles that a report is surely about, of those it prints: what stands in its headline."""
    head = f" {key_of(report.title)} " if keys else ""
    return [key for key in keys if f" {key} " in head]


def translate(titles: Titles, told: Iterable[tuple[Report, Collection[str]]]) -> None:
    """Learn of a batch of reports, and the titles they print, which of those are others' abroad."""
    reviewed: dict[str, bool] = {}
    together: dict[str, set[str]] = {}
    for report, keys in told:
        for key in keys if len(keys) > 1 else ():
            together.setdefault(key, set()).update(keys)
        for key in led(report, keys):
            reviewed[key] = reviewed.get(key, False) or "review" in word_set(report.title)
    for key in sorted(reviewed):
        translated(titles, key, reviewed=reviewed[key], apart=together.get(key, ()))


def translated(titles: Titles, key: str, *, reviewed: bool = False, apart: Collection[str] = ()) -> None:
    """Learn that a foreign title which one outlet alone prints is that of a film others know by another.

    The same people are named with both, and a word of the two titles is alike or the people are many;
    or it is `reviewed`, and everybody is named with the other. `apart`: what reports print beside it as more
    films, as of a line-up.
    """
    title = titles.known[key]
    if len(title.outlets) > 1 or key in titles.renamed or not is_foreign(title.best()):
        return
    shared = Counter(other for one in title.beside for other in titles.with_person.get(one, ()))
    found = {
        canonical(titles, other)
        for other, people in shared.items()
        if other != key
        and other not in apart
        and titles.usual(other)
        and (people >= _ALL_ALIKE or _alike(key, other) or (reviewed and people == len(title.beside)))
    }
    if len(found) == 1 and (film := found.pop()) != key:
        titles.rename(key, film)


def _alike(key: str, other: str) -> bool:
    """Tell whether two titles have a word that begins alike: Le Ferry de nuit, The Night Ferry."""
    begin = {word[:_COGNATE] for word in key.split() if len(word) >= _COGNATE}
    return not begin.isdisjoint(word[:_COGNATE] for word in other.split() if len(word) >= _COGNATE)
