"""Bold words: the title of a film in running text, or the heading of a paragraph, which is none."""

from __future__ import annotations

from time import process_time

import pytest

from reader.stories.films.title_spans import title_spans
from reader.stories.language.tokens import key_of
from reader.stories.memory import Memory
from reader.stories.newsroom import Newsroom
from reader.stories.report import Report, emphases
from reader.text.html import to_document


@pytest.mark.parametrize(
    "html",
    [
        "<p><strong>Verdict</strong> A slow burn that pays off.</p>",
        "<p><strong>The plot:</strong> two brothers rob a bank.</p>",
        "<p><strong>The Plot</strong>: Two brothers rob a bank.</p>",
        "<p><strong>The Plot</strong></p><p>Two brothers rob a bank.</p>",
        "<p>It opens today.<br><b>Final Word</b><br>Go and see it.</p>",
        "<ul><li><strong>The Good.</strong> Its lead.</li></ul>",
        "<ul><li>🥇 <strong>Top Prize:</strong> two brothers.</li></ul>",
        "<p><strong>Box Office</strong> — Not yet known.</p>",
    ],
)
def test_bold_words_that_head_a_paragraph_are_no_title(html: str) -> None:
    assert emphases(to_document(html, base=None)) == ()


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("March 15, 2027", []),
        ("15 March 2027", []),
        ("Friday, March 15th", []),
        ("the 15th of March", []),
        ("October", ["October"]),
        ("The Ides of March", ["The Ides of March"]),
    ],
)
def test_a_date_in_bold_is_no_title(text: str, titles: list[str]) -> None:
    report = Report(1, "Marquee", "It moves", f"It will not land until {text}.", emphases=(text,))
    assert titles == [span for _, span, _ in title_spans(report)]


@pytest.mark.parametrize(
    "html",
    [
        "<p><strong>Nightfall</strong> opens on Friday.</p>",
        "<p><strong>Nightfall</strong>’s opening is on Friday.</p>",
        "<p>On Friday <b>Nightfall</b> Director Jane Roe spoke.</p>",
        "<p><em>Nightfall</em> Director Jane Roe spoke.</p>",
        "<p>Out on Friday: <strong>Nightfall</strong></p>",
    ],
)
def test_bold_words_of_a_sentence_may_be_a_title(html: str) -> None:
    assert emphases(to_document(html, base=None)) == ("Nightfall",)


def test_of_what_is_set_in_italics_at_length_no_more_is_read_than_a_title_has() -> None:
    title = "Heat & " * 7 + "Heat 2"
    document = to_document(f"<p><em>{title}</em> is told of, and <em>{'&amp; ' * 9000}2</em></p>", base=None)
    room = Newsroom(Memory())
    room.learn([Report(1, "Variety", "", emphases=emphases(document))])
    learnt = room.memory.names.titles
    assert key_of(title) in learnt.known
    assert sum(len(part) for part, _ in learnt.by_number) < 50_000


def test_capitals_as_long_as_a_headline_are_no_title() -> None:
    shouted = " ".join(f"QU{a}{b}" for a in "ABCDEFGHIJ" for b in "ABCDEFGHIJ")
    headline = f"{'It is said of a film that is to be made in the end that it is made ' * 5}{shouted} 2"
    room = Newsroom(Memory())
    room.learn([Report(1, "Variety", headline), Report(2, "Variety", "Then they made HEAT OF THE CITY 2")])
    assert list(room.memory.names.titles.known) == ["heat of the city 2"]


@pytest.mark.parametrize("html", ["<b>Verdict</b> it is, ", "<b>Verdict</b><br>", "<b>–</b> – "])
def test_a_paragraph_of_bold_words_takes_no_longer_than_it_is_long(html: str) -> None:
    document = to_document(f"<p>{html * 20_000}</p>", base=None)
    started = process_time()
    emphases(document)
    assert process_time() - started < 1
