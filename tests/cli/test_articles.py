"""`newsreel`, `list`, `show` and `mark`."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import paths
from reader.incoming import ParsedFeed
from reader.library import Library
from reader.store.values import Answer
from tests.cli.conftest import ENTRIES, HEAT, NOW, Newsreel, entry

ARTICLE = {
    "id": 3,
    "feed_id": 1,
    "feed_title": "The Backlot",
    "title": HEAT,
    "url": "https://backlot.test/39",
    "authors": ["Ana Ruiz"],
    "published": "2023-10-10T14:00:00Z",
    "first_seen": "2023-10-10T15:00:00Z",
    "updated": None,
    "changed": None,
    "former_title": None,
    "read": False,
    "bookmarked": False,
    "tags": [],
    "categories": ["Casting", "Heat 2"],
    "summary": "He gave the order of work.",
    "image": "https://backlot.test/heat.png",
    "enclosures": [
        {"url": "https://backlot.test/heat.mp4", "type": "video/mp4", "length": 12, "duration": None}
    ],
    "story_id": None,
    "films": [],
    "people": [],
    "beat": None,
    "rumour": False,
    "spoiler": False,
    "release_claim": None,
    "has_full_text": False,
}


def test_list_as_json_has_exactly_the_keys_of_the_contract(library: Path, newsreel: Newsreel) -> None:
    ran = newsreel("list", "heat", "--json")
    assert (ran.code, ran.err, ran.json) == (0, "", [ARTICLE])


def test_what_is_absent_is_null_or_an_empty_list(library: Path, newsreel: Newsreel) -> None:
    (found,) = newsreel("list", "drama", "--json").json
    absent = ("authors", "categories", "enclosures", "image", "summary", "tags", "updated")
    assert {name: found[name] for name in absent} == {
        name: [] if isinstance(ARTICLE[name], list) else None for name in absent
    }


def test_list_in_columns(library: Path, newsreel: Newsreel) -> None:
    ran = newsreel("list")
    assert ran.out.splitlines() == [
        "3  ●  1 h  The Backlot  Mann says Heat 2 is what he shoots next",
        "2  ●  3 h  The Backlot  Venice names its opening film",
        "1  ●  Mon  The Backlot  A quiet drama wins the weekend",
    ]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("heat", "2"), [3]),
        (('"heat 2"',), [3]),
        (("-heat",), [2, 1]),
        (("is:unread", "-venice"), [3, 1]),
        (("ferry",), [2]),
        (("author:ruiz", "OR", "ferry"), [3, 2]),
        (("--sort", "oldest"), [1, 2, 3]),
        (("--limit", "1"), [3]),
        (("--limit", "1", "--offset", "1"), [2]),
        (("--sort", "relevance", "ferrari"), [3]),
        (("-heat", "--limit", "1"), [2]),
        (("nothing",), []),
        (("after:2023-10-10",), [3, 2]),
    ],
)
def test_list_takes_queries(
    library: Path, newsreel: Newsreel, words: tuple[str, ...], ids: list[int]
) -> None:
    ran = newsreel("list", "--json", *words)
    assert (ran.code, [each["id"] for each in ran.json]) == (0, ids)


def test_what_finds_nothing_says_so_beside_the_output(library: Path, newsreel: Newsreel) -> None:
    assert newsreel("list", "nothing") == (0, "", "Nothing matches.\n")
    assert newsreel("list", "nothing", "--json") == (0, "[]\n", "")


def test_past_the_last_article_it_does_not_say_that_there_are_none(library: Path, newsreel: Newsreel) -> None:
    past = "There are not so many; a smaller --offset shows the last of them.\n"
    assert newsreel("list", "--offset", "3") == (0, "", past)
    assert newsreel("list", "heat", "--offset", "1") == (0, "", past)
    assert newsreel("list", "nothing", "--offset", "1") == (0, "", "Nothing matches.\n")


def test_what_finds_nothing_yet_is_not_said_to_find_nothing(library: Path, newsreel: Newsreel) -> None:
    with Library(paths.find().library) as other:
        late = ParsedFeed(format="rss 2.0", title="Slate", entries=(entry("Opera", "A tenor sings."),))
        other.save_feed(2, late, Answer(next_due=NOW))
    told = "Nothing matches in what can be searched so far; `newsreel refresh` makes the rest searchable.\n"
    assert newsreel("list", "tenor") == newsreel("stories", "tenor") == (0, "", told)


def test_without_subscriptions_it_says_what_to_do(home: Path, newsreel: Newsreel) -> None:
    ran = newsreel("list")
    assert (ran.code, ran.out) == (0, "")
    assert "`newsreel add URL`" in ran.err


def test_a_wrong_query_gets_a_sentence_and_a_caret(library: Path, newsreel: Newsreel) -> None:
    ran = newsreel("list", "日本 (heat OR dune")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        "The parenthesis here is never closed: add a “)”, or leave it out.",
        "  日本 (heat OR dune",
        "       ^",
    ]


def test_of_a_long_query_only_what_is_around_the_mistake_is_shown(library: Path, newsreel: Newsreel) -> None:
    ran = newsreel("list", f"{'heat ' * 60}after:foo{' dune' * 60}")
    assert ran.code == 2
    _, shown, caret = ran.err.splitlines()
    assert shown.strip()[:6] + shown.strip()[-1] == "…heat …"
    assert (len(shown) < 80, shown[caret.index("^") :][:3]) == (True, "foo")


def test_newsreel_alone_prints_the_unread_without_a_terminal(library: Path, newsreel: Newsreel) -> None:
    newsreel("mark", "read", "venice")
    ran = newsreel()
    assert (ran.code, [line[0] for line in ran.out.splitlines()]) == (0, ["3", "1"])


SHOWN = """\
Mann says Heat 2 is what he shoots next
The Backlot · Ana Ruiz · 10 Oct 2023, 14:00
https://backlot.test/39

He gave the order of work: Ferrari first, then this.
"""


def test_show(library: Path, newsreel: Newsreel) -> None:
    assert newsreel("show", "3") == (0, SHOWN, "")
    assert newsreel("show", "3", "--text") == (0, SHOWN, "")


def test_show_says_why_there_is_no_more_of_an_article(library: Path, newsreel: Newsreel) -> None:
    with Library(paths.find().library) as shelf:
        shelf.save_page_failure(3, "gone", "The page is gone (status 404).")
    shown = newsreel("show", "3").out.splitlines()
    assert shown[2:5] == [ARTICLE["url"], "The page is gone (status 404).", ""]


def test_show_says_that_an_article_has_changed_and_what_its_headline_was(
    library: Path, newsreel: Newsreel
) -> None:
    later = NOW + 1800
    with Library(paths.find().library, clock=lambda: later) as shelf:
        entries = (entry("Mann shoots something else first", "Not Heat 2.", guid=HEAT), *ENTRIES[1:])
        parsed = ParsedFeed(format="rss 2.0", title="The Backlot", entries=entries)
        shelf.save_feed(1, parsed, Answer(next_due=later))
        assert shelf.article(3).title == "Mann shoots something else first"
    line = f"The Backlot · 10 Oct 2023, 14:00 · updated 10 Oct 2023, 15:30 · was: {HEAT}"
    assert newsreel("show", "3").out.splitlines()[1] == line
    assert f"\n{line}\n" in newsreel("show", "3", "--markdown").out
    assert f"<p>{line}</p>" in newsreel("show", "3", "--html").out
    told = newsreel("show", "3", "--json").json
    assert (told["changed"], told["former_title"]) == ("2023-10-10T15:30:00Z", HEAT)
    newsreel("follow", "Heat 2", "--kind", "film", "--guard")
    assert HEAT not in newsreel("show", "3").out
    assert f"was: {HEAT}" in newsreel("show", "3", "--reveal").out


def test_show_wraps_at_any_width(library: Path, newsreel: Newsreel) -> None:
    narrow = newsreel("show", "3", "--width", "20").out
    assert narrow.split() == SHOWN.split()
    assert [line for line in narrow.splitlines() if len(line) > 20 and " " in line] == []
    assert newsreel("show", "3", "--width", "19").code == 2


def test_show_as_markdown_and_html(library: Path, newsreel: Newsreel) -> None:
    assert newsreel("show", "3", "--markdown").out.splitlines()[0] == f"# [{HEAT}](https://backlot.test/39)"
    html = newsreel("show", "3", "--html").out
    assert f'<h1><a href="https://backlot.test/39">{HEAT}</a></h1>' in html
    assert "<p>He gave the order of work: Ferrari first, then this.</p>" in html


def test_show_as_json_adds_the_text_in_every_format_and_the_note(library: Path, newsreel: Newsreel) -> None:
    newsreel("bookmark", "3", "--note", "for later", "--tag", "mann")
    text = "He gave the order of work: Ferrari first, then this.\n"
    more = {"text": text, "markdown": text, "html": f"<p>{text.strip()}</p>\n"}
    more |= {"note": "for later", "quotes": []}
    changed = {"bookmarked": True, "tags": ["mann"]}
    assert newsreel("show", "3", "--json").json == ARTICLE | changed | more


def test_show_without_a_body_shows_what_there_is(library: Path, newsreel: Newsreel) -> None:
    assert newsreel("show", "1").out.splitlines()[0] == "A quiet drama wins the weekend"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("show", "99"), 1, "There is no article 99"),
        (("show", "heat"), 2, "“heat” is not an article's number; `newsreel list` shows the numbers."),
        (("show",), 2, "Missing argument 'ARTICLE'; see `newsreel show --help`."),
        (("list", "--lmit", "3"), 2, "No such option '--lmit'; see `newsreel list --help`."),
        (
            ("outlets", "--jsn"),
            2,
            "No such option '--jsn'; did you mean '--json'? See `newsreel outlets --help`.",
        ),
        (("list", "--limit", "0"), 2, "Invalid value for '--limit'"),
        (("list", "--limit", "x"), 2, "Invalid value for '--limit': 'x' is not a whole number; see"),
        (
            ("mark", "done", "heat"),
            2,
            "Invalid value for read or unread: 'done' is not one of 'read', 'unread'; see",
        ),
        (("mark",), 2, "Missing argument read or unread; see `newsreel mark --help`."),
        (
            ("bookmark", "3", "--tag"),
            2,
            "Option '--tag' requires an argument; see `newsreel bookmark --help`.",
        ),
        (("mark", "read", ""), 2, "An empty query would mark every article"),
        (("nonsense",), 2, "No such command 'nonsense'; see `newsreel --help`."),
        (("list", "after:soon"), 2, "“soon” is not a date"),
    ],
)
def test_mistakes_are_one_sentence(
    library: Path, newsreel: Newsreel, words: tuple[str, ...], code: int, sentence: str
) -> None:
    ran = newsreel(*words)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(sentence)
    assert "Traceback" not in ran.err


def test_mark(library: Path, newsreel: Newsreel) -> None:
    assert newsreel("mark", "read", "heat", "OR", "ferry") == (0, "2 articles marked read.\n", "")
    assert newsreel("mark", "read", "heat", "--json").json == {"changed": 0}
    assert newsreel("mark", "unread", "-venice") == (0, "1 article marked unread.\n", "")
    assert [each["id"] for each in newsreel("list", "is:unread", "--json").json] == [3, 1]


def test_debug_shows_where_an_error_came_from(library: Path, newsreel: Newsreel) -> None:
    ran = newsreel("show", "99", "--debug")
    assert ran.code == 1
    assert "Traceback" in ran.err
    assert ran.err.splitlines()[-1].startswith("There is no article 99")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (("title:Heat 2",), 1),
        (("-title:Heat 2",), 2),
        (("title:2 Heat",), 0),  # a phrase, and no two words
        (("venice", "-title:opening film"), 0),
        (("feed:The Backlot", "is:unread"), 3),
        (("title:heat is:unread",), 1),
    ],
)
def test_a_fields_value_may_be_one_argument_with_blanks(
    library: Path, newsreel: Newsreel, words: tuple[str, ...], number: int
) -> None:
    assert len(newsreel("list", "--json", *words).json) == number
    assert newsreel("mark", "read", "--json", *words).json == {"changed": number}
