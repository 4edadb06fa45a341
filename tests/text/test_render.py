"""A document as text, Markdown and HTML says the same words, and says nothing to a terminal or a parser."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.document import STRONG, Block, Code, Document, Figure, List, Paragraph, Quote, Span
from reader.text.clean import clean
from reader.text.flat import text_of
from reader.text.html import to_document
from reader.text.render import as_html, as_markdown, as_text, cells, lead, plain, words
from tests.text.strategies import soup

BASE = "https://a.example/"
ARTICLE = to_document(
    """<h2>Head #</h2>
    <p>one <a href="/a">two</a> <b>bold</b> un<i>belie</i>v a*b_c [x] &lt;t&gt; &amp;amp;<br>1. y<br># z</p>
    <ol start=3><li>a<ul><li>n<li>m</ul><li>b<p>para</ol><ul><li>q</ul><ul><li>r</ul>
    <blockquote><p>q1<p>q2<ul><li>x</ul></blockquote><blockquote class=pullquote>q1</blockquote>
    <table><caption>C</caption><tr><th>A|<th>B<tr><td>1<td><a href=/l>l</a></table><pre>x\n```\ny</pre>
    <figure><img src="/i(1).jpg" alt=Alt><figcaption>Cap</figcaption></figure><hr>
    <p>after <code>a`b</code></p><iframe title=Trailer src="//www.youtube.com/embed/dQw4w9WgXcQ"></iframe>""",
    base=BASE,
)
TEXT = """\
Head #

one two[1] bold unbeliev a*b_c [x] <t> &amp;
1. y
# z

3. a

   - n
   - m

4. b

   para

* q

- r

> q1
>
> q2
>
> - x

> q1

C
A| | B
1 | l[2]

    x
    ```
    y

[Picture: Alt] Cap

* * *

after a`b

[Video: Trailer][3]

Links:
[1] https://a.example/a
[2] https://a.example/l
[3] https://www.youtube.com/watch?v=dQw4w9WgXcQ
"""
MARKDOWN = """\
## Head \\#

one [two](https://a.example/a) **bold** un<em>belie</em>v a\\*b\\_c \\[x\\] \\<t> \\&amp;\\
1\\. y\\
\\# z

3. a

   - n
   - m

4. b

   para

* q

- r

> q1
>
> q2
>
> - x

> q1

C

| A\\| | B |
| --- | --- |
| 1 | [l](https://a.example/l) |

````
x
```
y
````

![Alt](https://a.example/i%281%29.jpg)\\
Cap

___

after ``a`b``

Video: [Trailer](https://www.youtube.com/watch?v=dQw4w9WgXcQ)
"""
HTML = """\
<h2>Head #</h2>
<p>one <a href="https://a.example/a">two</a> <strong>bold</strong> un<em>belie</em>v a*b_c [x] &lt;t&gt;\
 &amp;amp;<br>
1. y<br>
# z</p>
<ol start="3">
<li>
<p>a</p>
<ul>
<li>n</li>
<li>m</li>
</ul>
</li>
<li>
<p>b</p>
<p>para</p>
</li>
</ol>
<ul>
<li>q</li>
</ul>
<ul>
<li>r</li>
</ul>
<blockquote>
<p>q1</p>
<p>q2</p>
<ul>
<li>x</li>
</ul>
</blockquote>
<blockquote class="pullquote">
<p>q1</p>
</blockquote>
<table>
<caption>C</caption>
<tr><th>A|</th><th>B</th></tr>
<tr><td>1</td><td><a href="https://a.example/l">l</a></td></tr>
</table>
<pre>x
```
y</pre>
<figure><img src="https://a.example/i(1).jpg" alt="Alt"><figcaption>Cap</figcaption></figure>
<hr>
<p>after <code>a`b</code></p>
<p><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">Trailer</a></p>
"""


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def read_markdown(text: str) -> str:
    """The words a Markdown reader shows, without images' addresses."""
    shown: list[str] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        if token.type in ("fence", "code_block"):
            shown.append(token.content)
        for child in token.children or []:
            shown.append(child.content if child.type in ("text", "code_inline") else "")
    return "".join(shown)


def test_text() -> None:
    assert as_text(ARTICLE) == TEXT


def test_markdown() -> None:
    assert as_markdown(ARTICLE) == MARKDOWN


def test_html() -> None:
    assert as_html(ARTICLE) == HTML


def test_plain_leaves_pull_quotes_and_addresses_out() -> None:
    expected = "Head # one two bold unbeliev a*b_c [x] <t> &amp; 1. y # z a n m b para q r q1 q2 x"
    expected += " C A| B 1 l x ``` y Cap after a`b Trailer"
    assert plain(ARTICLE).split() == expected.split()


def test_nothing_is_nothing() -> None:
    outputs = [render(Document()) for render in (as_text, as_markdown, as_html, plain)]
    assert (outputs, lead(Document(), 9), words(Document())) == ([""] * 4, "", 0)


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        (400, "One, two three. Four five six"),
        (29, "One, two three. Four five six"),
        (28, "One, two three. Four five…"),
        (9, "One, two…"),
        (4, "One…"),
    ],
)
def test_lead_is_cut_at_a_word(limit: int, expected: str) -> None:
    document = Document((paragraph("One, two\nthree."), Code("x"), Quote((paragraph("Four five six"),))))
    assert lead(document, limit) == expected


def test_a_lead_without_paragraphs_takes_what_there_is() -> None:
    assert lead(to_document("<h2>Only a heading</h2>"), 100) == "Only a heading"


@pytest.mark.parametrize(
    ("text", "expected"), [("Heat 2, at last", 4), ("", 0), ("映画祭が開幕", 3), ("新作 Heat 2", 3)]
)
def test_words(text: str, expected: int) -> None:
    assert words(Document((paragraph(text),))) == expected


def test_wrapping_counts_cells() -> None:
    document = Document(
        (paragraph("映画祭が 開幕しま した今日は Heat 2"), Quote((paragraph("a " * 30 + "b"),)))
    )
    lines = as_text(document, 24).split("\n")
    assert lines[:2] == ["映画祭が 開幕しま した今", "日は Heat 2"]
    assert max(len(line) for line in lines[3:]) <= 24
    assert all(line.startswith("> ") for line in lines[3:-1])


def test_two_hundred_levels_are_written() -> None:
    block: Block = paragraph("TEXT")
    for level in range(200):
        block = Quote((block,)) if level % 2 else List(((block,),))
    document = Document((block,))
    for render in (as_text, as_markdown, as_html, plain):
        assert "TEXT" in render(document)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "# no heading",
            "- no item",
            "+ no",
            "1. no",
            "12) no",
            "> no quote",
            "=====",
            "---",
            "***",
            "___",
            "~~~",
        ),
        *(
            "`a` ``b``",
            "[a](b)",
            "![a](b)",
            "<b>x</b>",
            "&amp; &#35;",
            "a_b_c *d*",
            "~~e~~",
            "\\*",
            "| a | b |",
        ),
        *(
            "    indented",
            "[a]: http://x",
            "<http://x>",
            "a\n- b",
            "a\n---",
            "a\n===",
            "!",
            "https://a.example/_x_",
        ),
    ],
)
def test_markdown_shows_what_was_said(text: str) -> None:
    assert squeezed(read_markdown(as_markdown(Document((paragraph(text),))))) == squeezed(text)
    styled = Document((Paragraph((Span("a "), Span(text, STRONG), Span("b"))),))
    assert squeezed(read_markdown(as_markdown(styled))) == squeezed(f"a{text}b")


@given(soup)
@example("See!<a href='https://c.example/x'>this</a>")
@settings(max_examples=200, deadline=None)
def test_every_form_is_clean_and_says_every_word(html: str) -> None:
    document = to_document(html, base=BASE)
    for render in (as_text, as_markdown, as_html, plain):
        output = render(document)
        assert output == clean(output)
    assert len(lead(document, 30)) <= 30
    assert words(document) >= 0
    again = to_document(as_html(document) + "<p>END</p>", base=BASE)
    assert plain(again).split() == [*plain(document).split(), "END"]
    paragraphs = tuple(block for block in document.blocks if isinstance(block, Paragraph))
    said = "".join(text_of(block.spans) for block in paragraphs)
    assert squeezed(read_markdown(as_markdown(Document(paragraphs, document.links)))) == squeezed(said)


@given(soup, st.integers(20, 60))
@settings(deadline=None)
def test_wrapping_loses_nothing(html: str, width: int) -> None:
    document = to_document(html, base=BASE)
    assert squeezed(as_text(document, width).replace(">", "")) == squeezed(as_text(document).replace(">", ""))


def test_text_without_spaces_is_wrapped_where_its_punctuation_allows() -> None:
    text = "『塩の合唱』は11月20日公開、上映時間は131分。四十人の女たちが、歌う。"
    document = Document((Paragraph((Span(text),)),))
    lines = as_text(document, 20).split("\n")[:-1]
    assert "".join(lines) == text
    assert all(cells(line) <= 20 for line in lines)
    assert [line for line in lines if line[0] in "、。』」"] == []
    assert len(lines) == 4


def test_a_caption_that_is_the_pictures_alternative_text_is_said_once() -> None:
    figure = Figure("https://film.example/a.jpg", "The harbour at dusk.", (Span("The harbour at dusk."),))
    assert as_text(Document((figure,))) == "[Picture] The harbour at dusk.\n"
