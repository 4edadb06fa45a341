"""Only http and https, absolute, without surprises."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.clean import clean, safe_url
from reader.text.urls import _from_root, _thoroughly

PARTS = [
    "http",
    "https",
    "://",
    ":",
    "//",
    "/",
    "\\",
    "@",
    "#",
    "?",
    "a.example",
    "[::1]",
    "[",
    "]",
    ":80",
    ":99999",
    " ",
]
PARTS += [
    "javascript:",
    "..",
    "%",
    "%2F",
    "é",
    "\u202e",
    "\x1b",
    "\n",
    "'",
    '"',
    "user:pw",
    "\ud800",
    "\u0301" * 20,
]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x?y=1&z=2#f", "https://a.example/x?y=1&z=2#f"),
        ("HTTP://A.Example/Path", "http://a.example/Path"),
        ("https://a.example/?x=1&amp;y=2&amp;amp;z=3", "https://a.example/?x=1&y=2&z=3"),
        ("https://a.example/?x=1&#038;y=2&amp;#38;z=3", "https://a.example/?x=1&y=2&z=3"),
        ("https://a.example/?x=1&am\np;y=2", "https://a.example/?x=1&y=2"),
        (
            "https://a.example/a;b?x=1&lang=en;y&ampy=3#amp;",
            "https://a.example/a;b?x=1&lang=en;y&ampy=3#amp;",
        ),
        ("  https://a.example/a b\n", "https://a.example/a%20b"),
        ("java\nscript:alert(1)", None),
        ("javascript:alert(1)", None),
        ("JavaScript://a.example/%0aalert(1)", None),
        ("file:///etc/passwd", None),
        ("data:text/html,x", None),
        ("mailto:x@y", None),
        ("vscode://x", None),
        ("smb://h/s", None),
        ("https://user:pw@a.example/", "https://a.example/"),
        ("https://a.example\\@b.example/", "https://a.example/@b.example/"),
        ("//evil.example/x", "https://evil.example/x"),
        ("/relative", "https://b.example/relative"),
        ("next?p=2", "https://b.example/d/next?p=2"),
        ("", None),
        ("   ", None),
        ("https://a.example/" + "x" * 20_000, None),
        ("https://a.example/" + "x" * 4_079, None),
        ("https://a.example/;$(id)`id`|x&\"'", "https://a.example/;$(id)%60id%60%7Cx&%22'"),
        ("-oProxyCommand=id", "https://b.example/d/-oProxyCommand=id"),
        ("https://a.example/\u202emoc", "https://a.example/moc"),
        ("https://münchen.example/ü", "https://münchen.example/%C3%BC"),
        ("http://[::1]/", "http://[::1]/"),
        ("http://[::1/", None),
        ("http://[x]/", None),
        ("https://a.example:99999/", None),
        ("https://a.example:8080/", "https://a.example:8080/"),
        ("https://", None),
        ("https:///a", None),
        ("http://.../", None),
        ("http://\x1b]0;x\x07/", None),
        ("https://a.example/%zz%20", "https://a.example/%zz%20"),
    ],
)
def test_cases(url: str, expected: str | None) -> None:
    assert safe_url(url, "https://b.example/d/e") == expected


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        (None, None),
        ("", None),
        ("javascript:x", None),
        ("feed", None),
        ("http://c.example", "http://c.example/x"),
    ],
)
def test_a_relative_address_needs_a_safe_base(base: str | None, expected: str | None) -> None:
    assert safe_url("x", base) == expected


def test_without_a_base_a_host_means_https() -> None:
    assert safe_url("//a.example/x") == "https://a.example/x"
    assert safe_url(None) is None


@given(st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=4))).map("".join), st.booleans())
def test_whatever_comes_out_is_safe(url: str, with_base: bool) -> None:
    safe = safe_url(url, "https://b.example/d/e" if with_base else None)
    if safe is None:
        return
    parts = urlsplit(safe)
    assert parts.scheme in ("http", "https")
    assert parts.hostname
    assert (parts.username, parts.password) == (None, None)
    assert len(safe) <= 4096
    assert not set(safe) & set(' "<>`\\\n\t')
    assert clean(safe) == safe
    assert safe_url(safe) == safe
    assert safe[len(f"{parts.scheme}://{parts.netloc}") :].isascii()


PARTS_OF_PATHS = (*"/.?#;:&%@=~-aZ0[", "..", "/.", "amp;", "%2e")
ROOTED = st.lists(st.sampled_from(PARTS_OF_PATHS)).map(lambda parts: "/" + "".join(parts))


@given(
    ROOTED,
    st.sampled_from(
        ["https://b.example/d/e", "http://b.example:8080?q=/x", "https://b.example", "https://b.example:99999/",
         "https://user@b.example/d", "https://B.example/", "ftp://b.example/"]
    ),
)  # fmt: skip
def test_a_path_from_the_root_is_joined_as_any_other(url: str, base: str) -> None:
    quickly = _from_root(url, base)
    assert quickly in (None, _thoroughly(url, base))


def test_most_paths_from_the_root_are_joined_quickly() -> None:
    paths = ["/", "/2026/11/heat-2/", "/a.b/c?d=e&f=1#g", "/%7Ex"]
    assert [_from_root(path, "https://b.example/d/e") for path in paths] == [
        f"https://b.example{path}" for path in paths
    ]
