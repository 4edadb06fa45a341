"""Soup: HTML as nobody should write it, for whatever reads it."""

from __future__ import annotations

from hypothesis import strategies as st

NAMES = [
    *(
        "a",
        "abbr",
        "aside",
        "audio",
        "b",
        "blockquote",
        "br",
        "button",
        "caption",
        "center",
        "code",
        "cite",
        "dd",
    ),
    *(
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "embed",
        "figcaption",
        "figure",
        "font",
        "form",
        "h1",
        "h3",
        "hr",
    ),
    *(
        "html",
        "i",
        "iframe",
        "img",
        "input",
        "ins",
        "kbd",
        "li",
        "link",
        "main",
        "map",
        "mark",
        "noscript",
        "object",
    ),
    *(
        "ol",
        "option",
        "p",
        "picture",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "script",
        "section",
        "select",
        "small",
    ),
    *(
        "source",
        "span",
        "strong",
        "style",
        "sub",
        "summary",
        "sup",
        "svg",
        "table",
        "tbody",
        "td",
        "template",
    ),
    *("textarea", "th", "thead", "title", "tr", "tt", "u", "ul", "video", "x-thing", "o:p", "base", "body"),
]
ATTRIBUTES = [
    *(
        ' href="/a"',
        ' href="https://b.example/1?x=1&y=2"',
        " href=javascript:x",
        ' src="/i.jpg"',
        " src=data:x",
    ),
    *(
        " src='//y'",
        " data-src=/l.png",
        " width=1",
        " height=1px",
        " class=pullquote",
        ' class="twitter-tweet"',
    ),
    *(" class=wp-caption", " class=wp-caption-text", " class=emoji", ' alt="🎬 A"', " start=3", " start=-2"),
    *(" start=x", " value=7", " reversed", " colspan=3", " colspan=9999999", " rowspan=2", " rowspan=0"),
    *(" role=presentation", ' style="width:1px;font-weight:normal"', ' "', " <", ' srcset="/a 1x, /b 2x"'),
    *(' title="T <b>"', ' src="https://www.youtube.com/embed/dQw4w9WgXcQ"', " onclick=x", ""),
    ' href="https://youtu.be/dQw4w9WgXcQ"',
]
TEXTS = (
    *(
        "Heat 2",
        " ",
        "\n\n",
        "a*b_c`d",
        "&amp;lt;b&amp;gt;",
        "&#27;[2J",
        "&#x9b;",
        "&nbsp;",
        "&bogus;",
        "\u202e",
    ),
    *(
        "https://c.example/x).",
        "https://youtu.be/dQw4w9WgXcQ",
        "<!-- c -->",
        "<![CDATA[d]]>",
        "<?x?>",
        "<",
        ">",
    ),
    *("The post X appeared first on Y.", "\ud800", "e" + "\u0301" * 20, "👨\u200d👩", "|", "# h", "\u2028"),
    *("x\ty", "]]>", "\x00", "&", "1. x", "**", "~~"),
)

_tag = st.builds(
    "<{}{}{}>".format,
    st.sampled_from(["", "", "/"]),
    st.sampled_from(NAMES),
    st.sampled_from([*ATTRIBUTES, "", ""]),
)
_text = st.one_of(st.sampled_from(TEXTS), st.text(max_size=5))
soup = st.lists(st.one_of(_tag, _tag, _text), max_size=40).map("".join)

WORDS = [f"word{number}" for number in range(30)]


@st.composite
def nested_words(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Well-formed HTML with the words it says, in order."""
    around = st.sampled_from(
        ["p", "div", "b", "i", "em", "span", "blockquote", "section", "h2", "font", "unknown"]
    )
    html, said, open_tags = [], [], []
    for word in draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=20)):
        for _ in range(draw(st.integers(0, 2))):
            if open_tags and draw(st.booleans()):
                html.append(f"</{open_tags.pop()}>")
            elif "p" not in open_tags and "h2" not in open_tags:
                open_tags.append(draw(around))
                html.append(f"<{open_tags[-1]}>")
        html.append(f" {word} ")
        said.append(word)
    return "".join(html) + "".join(f"</{tag}>" for tag in reversed(open_tags)), said
