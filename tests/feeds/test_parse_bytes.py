"""Encodings found out, and XML made safe before any parser sees it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.feeds.parse_bytes import to_text, to_xml, without_doctype

TITLE = "<t>Amélie — “café”</t>"


def declared(name: str) -> str:
    return f'<?xml version="1.0" encoding="{name}"?>{TITLE}'


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        (TITLE.encode(), None),
        (TITLE.encode("cp1252"), None),
        (TITLE.encode("utf-16"), None),
        (TITLE.encode("utf-16-le"), None),
        (TITLE.encode("utf-32-be"), None),
        (b"\xef\xbb\xbf\xef\xbb\xbf \n" + TITLE.encode(), None),
        (declared("utf-16").encode(), None),
        (declared("utf-8").encode("cp1252"), None),
        (declared("iso-8859-1").encode("cp1252"), None),
        (declared("iso-8859-1").encode(), None),
        (declared("klingon").encode(), None),
        (declared("utf-8").encode(), "text/xml; charset=iso-8859-1"),
        (TITLE.encode("utf-8"), "text/xml; charset='utf-8'"),
        (declared("idna").encode(), None),
    ],
)
def test_the_words_are_found_whatever_the_label(data: bytes, content_type: str | None) -> None:
    assert to_xml(to_text(data, content_type)) == TITLE


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("windows-1251", "Кино"),
        ("koi8-r", "Кино"),
        ("shift_jis", "映画"),
        ("gb2312", "电影"),
        ("iso-8859-2", "Žižek"),
    ],
)
def test_true_labels_are_believed(encoding: str, words: str) -> None:
    data = f'<?xml version="1.0" encoding="{encoding}"?><t>{words}</t>'.encode(encoding)
    assert to_xml(to_text(data)) == f"<t>{words}</t>"
    assert to_text(f"<t>{words}</t>".encode(encoding), f"text/xml; charset={encoding}") == f"<t>{words}</t>"


def test_one_wrong_byte_spoils_one_letter() -> None:
    assert to_text("<t>Amélie à la café</t>".encode() + b"\xc3") == "<t>Amélie à la café</t>\ufffd"


def test_controls_of_ascii_are_those_of_any_text() -> None:
    every = "".join(map(chr, range(128)))
    assert to_text(f"<t>{every}</t>".encode()) == to_text(f"<t>{every}é</t>".encode()).replace("é", "")


def test_controls_go_and_misnamed_letters_are_named() -> None:
    assert to_text("<t>a\x00b\x1b[2J\x07 \x93c\x94\t\n</t>".encode()) == "<t>ab[2J “c”\t\n</t>"
    assert to_xml("<t>&#27;&#0;&#147;c&#x94;&#xD800;&#x110000;&#99999999999; &#10;&#38;&#128512;</t>") == (
        "<t>“c” &#10;&#38;&#128512;</t>"
    )


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE rss>",
        '<!DOCTYPE rss PUBLIC "-//N//DTD > [ RSS//EN" "http://d.example/rss.dtd">',
        '<!DOCTYPE r [<!ENTITY a "b">]>',
        '<!DOCTYPE r [<!ENTITY a "]>"><!ENTITY b "&a;"> ] >',
        '<!doctype r SYSTEM "file:///x" [ <!ENTITY % p SYSTEM "file:///x"> %p; ]>',
        "<!DOCTYPE r [ never closed ",
        '<!DOCTYPE r "never closed ',
    ],
)
@pytest.mark.parametrize("before", ["", "<!-- c --> ", "<?style x?>\n"])
def test_a_doctype_goes_whole(doctype: str, before: str) -> None:
    assert without_doctype(f"{before}{doctype}<rss>x</rss>") == f"{before}<rss>x</rss>"


def test_a_doctype_in_the_text_stays() -> None:
    assert without_doctype("<t>&lt;!DOCTYPE <![CDATA[<!DOCTYPE html>]]></t>") == (
        "<t>&lt;!DOCTYPE <![CDATA[<!DOCTYPE html>]]></t>"
    )


@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff\ufeff"), min_size=1
    )
)
def test_utf8_and_utf16_come_back_as_they_were(words: str) -> None:
    text = f"<t>{words}</t>"
    assert [to_text(text.encode()), to_text(text.encode("utf-16"))] == [text, text]


@given(st.binary(max_size=300), st.none() | st.text(max_size=40))
def test_anything_decodes(data: bytes, content_type: str | None) -> None:
    assert to_xml(to_text(data, content_type)).encode("utf-8", "replace") is not None
