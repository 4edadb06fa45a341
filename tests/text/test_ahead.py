"""The words of texts that are not made yet: those that the texts will have."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import NewsreelError
from reader.feeds.parse import parse
from reader.incoming import RawBody, RawEntry
from reader.text.ahead import words_ahead
from reader.text.drafts import read_draft
from reader.text.render import plain

STILL = "https://film.test/still.jpg"
WORD = st.text(st.sampled_from("abcéß漢’“&;"), min_size=1, max_size=6)
INLINE = st.recursive(
    WORD.map(lambda word: word.replace("&", "&amp;")),
    lambda inner: st.builds(
        lambda name, items: f"<{name}>{' '.join(items)}</{name}>",
        st.sampled_from(["b", "i", "em", "strong", "span", "a", "u", "sup"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=6,
)
OPEN = ("<p>", "<h2>", "<div>", "<ul><li>", "<blockquote><p>", "<div><p>", "<section><h3>")
BLOCKS = st.builds(
    lambda opened, items: opened + "".join(items) + "".join(f"</{n}" for n in opened.split("<")[:0:-1]),
    st.sampled_from(OPEN),
    st.lists(INLINE | st.just("<br>"), max_size=4),
)


def both(draft: RawEntry) -> tuple[list[str], list[str]]:
    return words_ahead(draft).split(), plain(read_draft(draft).document).split()


@given(st.lists(BLOCKS, max_size=5).map("".join), st.booleans())
def test_common_elements_have_the_words_of_the_tree(html: str, is_html: bool) -> None:
    ahead, made = both(RawEntry(summary=RawBody(html, html=is_html)))
    assert ahead == made


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p><b>H</b>eat 2</p><p>shoots</p>", "Heat 2 shoots"),
        ("<ul><li>one<li>two</ul><table><tr><td>a<td>b</table>", "one two a b"),
        ("Heat<br>two<script>var x</script><style>p{}</style>", "Heat two"),
        (f"<p>Heat</p><img src='{STILL}' alt='Pacino, running'>", "Heat Pacino, running"),
        (f"<p>Heat</p><img src='{STILL}' alt='IMG_1.jpg'>", "Heat"),
        ("<p>Heat.</p><p>The post <a href='/h'>Heat</a> appeared first on Reel.</p>", "Heat."),
        ("&lt;p&gt;Heat &amp;amp; dust&lt;/p&gt;", "Heat & dust"),
        ("Heat &amp; dust", "Heat & dust"),
        ("<p>He\u200bat\x00\u202e 2</p>", "Heat 2"),
        ("<!-- nothing -->", ""),
        ("", ""),
    ],
)
def test_what_feeds_send_reads_as_it_will(html: str, expected: str) -> None:
    ahead, made = both(RawEntry(content=(RawBody(html),)))
    assert (" ".join(ahead), ahead) == (expected, made)


@given(st.text(max_size=200))
def test_any_body_has_words(html: str) -> None:
    assert isinstance(words_ahead(RawEntry(summary=RawBody(html), content=(RawBody(f"<p>{html}"),))), str)


def test_nearly_all_entries_of_real_feeds_have_the_words_of_their_trees(shared: Path) -> None:
    same = []
    for file in sorted((shared / "corpora").glob("feeds-*/**/*.xml")):
        try:
            raw = parse(file.read_bytes(), url="https://film.test/feed")
        except NewsreelError:
            continue
        for entry in raw.entries[:10]:
            ahead, made = both(RawEntry(summary=entry.summary, content=entry.content))
            same.append(ahead == made)
    assert (len(same) > 1000, sum(same) / len(same) > 0.9) == (True, True)
