"""Which pages that come over http are another's than the article's, and which only say it otherwise."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from reader.feeds.http import Response
from reader.model import PageState
from reader.refresh.impostors import is_of_another
from reader.text.html import to_document

SLUG = "http://film.test/2026/heat-2-begins-filming-in-downtown-chicago/"
HEADLINE = "Heat 2 begins filming in downtown Chicago"
LOGIN = "<p>Welcome on board. Accept our general terms and conditions to use the free internet access."
NAMED = f"{LOGIN} <a href='http://login.test/?next={SLUG.replace('/', '%2F')}'>Log in</a>"
GERMAN = "Filmförderung: Regisseurinnen fordern Quotenregelung und Vergabekriterien"
BROKEN = (
    "Film&shy;för&shy;de&shy;rung: Regis&shy;seu&shy;rin&shy;nen for&shy;dern Quoten&shy;re&shy;ge&shy;lung"
)
APART = "Nghệ thuật điện ảnh: Người nghiêng Trường giành thưởng"
CJK = (
    "是枝裕和監督の新作映画がカンヌ国際映画祭で最高賞を受賞、主演俳優も会見、"
    "来年の春に公開、日本でも上映へ、続編の製作も発表"
)
OTHERWISE = "是枝裕和監督、カンヌで最高賞！ 最新の映画が、映画祭でパルムドールを獲得。主演俳優は会見で語った"


def is_anothers(title: str, page: str, *, text: str = "", url: str = SLUG, at: str = "") -> bool:
    """Tell what is said of a page that came for an article."""
    state = PageState(
        article_id=1, url=url, title=title, feed_url=url, document=to_document(text, base="http://film.test/")
    )
    return is_of_another(state, Response(key=1, url=at or url, status=200), page)


@pytest.mark.parametrize("page", [LOGIN, NAMED], ids=["login", "named"])
def test_a_login_is_of_another_though_it_names_the_address_that_was_asked(page: str) -> None:
    text = "Production of the sequel started on Monday, ten years after the novel was announced."
    assert is_anothers(HEADLINE, page, text=text)
    assert is_anothers(CJK, "無線接続のご利用には利用規約への同意が必要です。ログインしてください。")


@pytest.mark.parametrize(
    ("title", "page"),
    [(GERMAN, BROKEN), (APART, normalize("NFD", APART)), (CJK, OTHERWISE)],
    ids=["hyphens", "marks", "no spaces"],
)
def test_an_article_in_another_script_or_spelling_is_itself(title: str, page: str) -> None:
    assert not is_anothers(title, page)


def test_a_page_with_the_headline_is_the_articles_whatever_the_text_was() -> None:
    """The login that was kept as its text before, too."""
    assert not is_anothers(
        HEADLINE,
        f"<h1>{HEADLINE}</h1><p>Cameras rolled.",
        text=f"{LOGIN} Service may be interrupted in tunnels.",
    )


def test_what_the_host_itself_sends_over_https_in_the_end_is_no_login() -> None:
    asked = {
        "url": "http://film.test/a",
        "text": "Production of the sequel started on Monday, announced before.",
    }
    assert not is_anothers(HEADLINE, LOGIN, at="https://www.film.test/a", **asked)
    assert is_anothers(HEADLINE, LOGIN, at="https://login.test/a", **asked)
