"""One film for each of its titles: in full for in short, new for old, a sequel for a number behind."""

from __future__ import annotations

from collections.abc import Collection

from reader.patterns import late, rare
from reader.stories.films.context import CAPITAL, NUMERALS, PARTS
from reader.stories.films.title import numbered
from reader.stories.films.titles import Titles
from reader.stories.language.spans import shouted
from reader.stories.language.terms import stem, usual
from reader.stories.language.tokens import key_of, word_set
from reader.stories.language.word_lists import SMALL

TWICE = 2
"""So many reports must have a title with a subtitle where their headline has a number."""
OFTEN = 3
"""So many reports that name somebody beside a title tell with whom it goes."""
LONG, MANY = 7, 3
"""Letters of a subtitle by which a film is called; outlets that print it in full."""
_STEPS = 4
"""From one way to say a title to its full form."""
_ARTICLES = ("", "the ", "a ", "an ")
_PART_OF = late(r" (?:part|chapter|volume|episode|\d)\b")
_CALLED = rare(r"(?<![“«\"‘'])\b([A-Z]\w{3,}) (?:[Mm]ovie|[Ff]ilm|[Ss]equel|[Pp]ic)\b")
"""A film called in a headline by one word of its title: the Pickle Movie."""
_THEIRS = late(
    rf"\b({CAPITAL}(?:-{CAPITAL})?)[’']s (?:(?:new|latest|next|own|most|first|second|third|"
    r"[\w-]+(?:ed|ful|ous|en|ian|ish|ing)) ){0,3}"
    r"(?:film|movie|picture|feature|follow-up|thriller|drama|comedy|epic|western|documentary|chiller|"
    r"romance)\b"
)
"""What somebody has made, not named: Tom Reeve’s new film."""


def canonical(titles: Titles, key: str) -> str:
    """Return the key that a film goes by, whichever of its titles this is: the full one for its subtitle."""
    met: list[str] = []
    while key not in met and len(met) < _STEPS:
        met.append(key)
        key = _fuller(titles, key)
    return key


def _fuller(titles: Titles, key: str) -> str:
    """A title one step nearer to its full form; itself where it is that."""
    if (renamed := _renamed(titles, key)) != key:
        return renamed
    if (full := _subtitled(titles, key)) and full != key:
        return full
    if (tail := titles.tail_of.get(key)) and titles.usual(tail) and not as_usual(titles, key, tail):
        return tail  # Harbour: Heat, where a sentence comes to its colon
    wholes = titles.tails.get(key, ()) or titles.tails.get(f"the {key}", ())
    if len(wholes) == 1 and as_usual(titles, min(wholes), key):
        return min(wholes)
    return _by_number(titles, key) or _movie(titles, key) or _with_article(titles, key)


def _by_number(titles: Titles, key: str) -> str | None:
    """The sequel that a title with a number stands for, where it is known otherwise; None where it is not."""
    base, number = numbered(key)
    if not number:
        return None
    alike = titles.by_number.get((base, number), set())
    longer = {
        _with_article(titles, other)
        for other in alike
        if len(numbered(other)[0]) > len(base) and as_usual(titles, other, key)
    }
    if len(longer) == 1 and base not in SMALL:
        return longer.pop()  # Sonic 4 for Sonic the Hedgehog 4
    same = [other for other in alike if numbered(other)[0] == base]
    if len(same) > (key in titles.known):
        return max(same, key=lambda other: (titles.known[other].sure, other))  # Heat II for Heat 2
    if number == 2 and base in titles.known and not titles.usual(key):
        second = [other for other in titles.by_head.get(base, ()) if titles.usual(other)]
        if len(second) == 1 and not _PART_OF.match(second[0], len(base)):
            return second[0]  # of two films the one with a subtitle
    if number == 2 and not titles.usual(key) and (named := titles.renamed.get(f"untitled {base} sequel")):
        return named  # the sequel that was called by a number until it had a title
    return _part(titles, base, number)


def _movie(titles: Titles, key: str) -> str | None:
    """The film with Movie in its title that is called without: The Plumbo Movie, by whose name it goes."""
    called = f"{key.removeprefix('the ')} movie"
    found = [other for article in _ARTICLES if titles.usual(other := f"{article}{called}")]
    alone = titles.known.get(key)
    rare = len(found) == 1 and (alone is None or titles.known[found[0]].sure >= alone.sure)
    return found[0] if rare else None


def _part(titles: Titles, base: str, number: int) -> str | None:
    """The film that the library knows as a part or a chapter of another, by its number; None for none."""
    endings = tuple(f" {form}" for form in (str(number), NUMERALS[number], PARTS[number]))
    found = [
        title
        for article in _ARTICLES
        for title in titles.parted.get(f"{article}{base}", ())
        if title.endswith(endings)
    ]
    return min(found) if found else None


def _renamed(titles: Titles, key: str) -> str:
    """What a film is called now, after however many other names; itself where names go in a ring.

    And itself where another film still goes by it.
    """
    met = [key]
    while met[-1] in titles.renamed:
        if (now := titles.renamed[met[-1]]) in met:
            return key
        if still_used(titles, met[-1], now):
            return met[-1]
        if titles.renamed.get(now, now) == now and now.endswith(" project") and now.startswith("untitled "):
            return met[-1]  # a working title, as long as there is no other
        met.append(now)
    return met[-1]


def still_used(titles: Titles, old: str, new: str) -> bool:
    """Tell whether a film’s former title is another film’s, too: others are named beside it."""
    before, now = titles.known.get(old), titles.known.get(new)
    if before is None or now is None or not (before.beside and now.beside):
        return False
    person, times = max(before.beside.items(), key=lambda each: (each[1], each[0]))
    most = max(now.beside.values())
    return times >= OFTEN and most >= OFTEN and 2 * now.beside[person] < most


def of_retitled(titles: Titles, key: str, people: Collection[str]) -> str:
    """The film that gave up a title which another has, where a report names its people; else that."""
    new = titles.renamed.get(key, key)
    before, now = titles.known.get(key), titles.known.get(new)
    if new == key or before is None or now is None or not still_used(titles, key, new):
        return key
    mine = [person for person in people if 2 * now.beside[person] >= max(before.beside[person], TWICE)]
    theirs = [person for person in people if before.beside[person] >= OFTEN and person not in mine]
    return new if mine and not theirs else key


def _subtitled(titles: Titles, key: str) -> str | None:
    """The title with a subtitle that reports have in place of one with a number: Dead End for the third."""
    instead = titles.instead.get(key)
    full, number = instead.most_common(1)[0] if instead else ("", 0)
    return full if number >= TWICE else None


def as_usual(titles: Titles, longer: str, short: str) -> bool:
    """Tell whether a longer title is not just what one outlet makes of one that many print alone."""
    alone = titles.known.get(short)
    return alone is None or len(titles.known[longer].outlets) > 1 or len(alone.outlets) < 3


def _with_article(titles: Titles, key: str) -> str:
    """The Thomas Crown Affair, where an outlet drops its article; Batman is not The Batman."""
    other = f"the {key}"
    if " " not in key:
        return other if _same_people(titles, key, other) else key
    if other not in titles.known:
        base, number = numbered(key)
        known = number and " " in base and base not in titles.known
        return other if known and any((f"the {base}", n) in titles.by_number for n in range(2, 10)) else key
    mine = titles.known.get(key)
    return other if mine is None or titles.known[other].sure >= mine.sure else key


def _same_people(titles: Titles, short: str, full: str) -> bool:
    """Tell whether one word that some print without its article goes with the people of the film with it."""
    alone, whole = titles.known.get(short), titles.known.get(full)
    if alone is None or whole is None or TWICE * alone.sure > whole.sure:
        return False
    return len(alone.beside.keys() & whole.beside.keys()) >= TWICE


def sequel_of(titles: Titles, key: str, number: int) -> str | None:
    """The title of a film's numbered sequel, where the library knows one."""
    for ending in (str(number), {2: "ii", 3: "iii", 4: "iv"}.get(number, "")):
        title = titles.known.get(f"{key} {ending}")
        if title and (number > 2 or len(title.outlets) > 1):  # one outlet's 2 is no title yet
            return f"{key} {ending}"
    return _part(titles, key, number)


def hinted(titles: Titles, headline: str, people: Collection[str]) -> str | None:
    """The film a headline means by one word of its title, where its people are named: the Zelda movie."""
    if called := _CALLED.search(headline):
        mine = {
            canonical(titles, key) for key in titles.with_word.get(key_of(called[1]), ()) if titles.usual(key)
        }
        if len(mine) == 1:
            return mine.pop()
    if shouted(headline) and (film := _called_out(titles, headline)):
        return film
    names = {part for person in people for part in person.split()}
    found = set()
    for word in (word_set(headline) & titles.with_word.keys()) - names:
        wholes = {canonical(titles, key) for key in titles.with_word[word] if titles.usual(key)}
        if len(wholes) == 1:
            found |= {
                key
                for key in wholes
                if (title := titles.known.get(key)) and any(title.beside[one] for one in people)
            }
    return found.pop() if len(found) == 1 else None


def _called_out(titles: Titles, headline: str) -> str | None:
    """The film of which a shouted headline has the subtitle: THE ENDGAME TRAILER IS HERE."""
    words = key_of(headline).split()
    told = {" ".join(words[at : at + size]) for size in (1, 2, 3) for at in range(len(words) - size + 1)}
    tails = [tail for tail in told & titles.tails.keys() if len(tail) >= LONG and stem(tail) not in usual()]
    found = {canonical(titles, min(titles.tails[tail])) for tail in tails if len(titles.tails[tail]) == 1}
    known = [film for film in found if titles.usual(film) and len(titles.known[film].outlets) >= MANY]
    return known[0] if len(known) == 1 else None


def made_by(titles: Titles, lead: str, people: Collection[str]) -> str | None:
    """The film that a lead calls somebody's new one and never names: the only one that goes with them.

    Where others are named, one of them goes with it, too.
    """
    makers = (
        {key_of(match[1]) for match in _THEIRS.finditer(lead)} if " film" in lead or "’s " in lead else ()
    )
    mine = [person for person in people if person.split()[-1] in makers]
    others = [person for person in people if person not in mine]
    if len(mine) != 1:
        return None
    films = {canonical(titles, key) for key in titles.with_person.get(mine[0], ()) if titles.usual(key)}
    films = {key for key in films if key in titles.known and titles.known[key].beside[mine[0]] > 1}
    with_others = {key for key in films if any(titles.known[key].beside[one] for one in others)}
    found = with_others if others else films
    return found.pop() if len(found) == 1 else None
