"""How much of an article we find, beside trafilatura in the same run: `python -m tests.bench.extraction`.

Three sets. *snippets*: trafilatura's 990 pages, each with words that belong and words that do not.
*readability*: Mozilla's 130 pages with the text expected, compared in runs of four words. *film*: pages
we wrote in the shapes of film sites, each word judged. The first two are captures and stay outside the
repository: they are unpacked from `shared/corpora` into a scratch folder.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from reader.document import Code, Document, Embed, Figure, Heading, Paragraph, Span, Spans, Table
from reader.text.flat import leaves, text_of
from tests.others import there
from tests.pages import FilmPage, film_pages, kept, whole_pages

CORPORA = Path(__file__).parents[2].parent / "shared" / "corpora"
RUN = 4
"""Words in a row that must agree to count."""


class Page(NamedTuple):
    """One page and what is known of its text: snippets in it and out of it, or the whole of it."""

    name: str
    url: str
    data: bytes
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    expected: str = ""


class Score(NamedTuple):
    """What of a page was found (`right`), brought in vain (`wrong`), and missed."""

    name: str
    right: float
    wrong: float
    missed: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        whole = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / whole if whole else 1.0


Extractor = Callable[[Page], str]


def ours(page: Page) -> str:
    """Return the words we find; what pictures and cards are called stands in attributes, and is no text."""
    from reader.feeds.parse_bytes import to_text
    from reader.text.extract import extract

    return words_of(extract(to_text(page.data), url=page.url).document)


def words_of(document: Document) -> str:
    """Return the text of a document, a line for each run; a quoted post is what it says."""
    runs: list[Spans] = []
    for leaf in leaves(document.blocks):
        match leaf:
            case Paragraph(spans=spans) | Heading(spans=spans) | Figure(caption=spans):
                runs.append(spans)
            case Table(rows=rows, caption=caption):
                runs += [caption, *(cell for row in rows for cell in row)]
            case Embed(kind="post", title=title):
                runs.append((Span(title),))
            case Code(text=text):
                runs.append((Span(text),))
    return "\n".join(filter(None, map(text_of, runs)))


def theirs(*, fast: bool) -> Extractor:
    """Return trafilatura, as its own evaluation runs it."""

    def extract(page: Page) -> str:
        import trafilatura

        return trafilatura.extract(page.data, fast=fast, include_comments=False, include_tables=True) or ""

    return extract


# ---------------------------------------------------------------- judging


def judge(page: Page, text: str) -> Score:
    """Compare what was found with what is known."""
    return _by_runs(page, text) if page.expected else _by_snippets(page, text)


def _by_snippets(page: Page, text: str) -> Score:
    text = " ".join(text.split())
    found = sum(" ".join(snippet.split()) in text for snippet in page.wanted)
    wrong = sum(" ".join(snippet.split()) in text for snippet in page.unwanted)
    return Score(page.name, found, wrong, len(page.wanted) - found)


def _by_runs(page: Page, text: str) -> Score:
    """Shares of the page's runs of words, so that a long page weighs as much as a short one."""
    found, expected = _runs(text), _runs(page.expected)
    right = sum((found & expected).values())
    whole = max(1, found.total() + expected.total() - right)
    return Score(
        page.name, right / whole, (found.total() - right) / whole, (expected.total() - right) / whole
    )


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = text.casefold().split()
    return Counter(zip(*(words[at:] for at in range(min(RUN, max(1, len(words))))), strict=False))


# ---------------------------------------------------------------- the sets


def snippet_pages(folder: Path) -> Iterator[Page]:
    """Trafilatura's own evaluation."""
    tests = unpacked("articles-trafilatura", folder) / "files" / "tests"
    for url, known in json.loads((tests / "evaldata.json").read_text()).items():
        name = known["file"]
        found = next((p for p in (tests / "cache" / name, tests / "eval" / name) if p.exists()), None)
        if found:
            yield Page(name, url, found.read_bytes(), tuple(known["with"]), tuple(known["without"]))


def readability_pages(folder: Path) -> Iterator[Page]:
    """Mozilla's tests."""
    from lxml import html

    for case in sorted((unpacked("articles-readability", folder) / "files/test/test-pages").iterdir()):
        expected = html.document_fromstring((case / "expected.html").read_text("utf-8"))
        text = "\n".join(map(str, expected.xpath("//text()[not(ancestor::style or ancestor::script)]")))
        yield Page(
            case.name, "http://fakehost/test/page.html", (case / "source.html").read_bytes(), expected=text
        )


def unpacked(name: str, folder: Path) -> Path:
    """Return the folder of a set, unpacked at the first call."""
    if not (folder / name).exists():
        packed = there(CORPORA / name / f"{name}.tar.zst")
        subprocess.run(["tar", "--zstd", "-xf", str(packed), "-C", str(folder)], check=True)
    return folder / name


# ---------------------------------------------------------------- the run


class Result(NamedTuple):
    """What one extractor reached on one set."""

    scores: list[Score]
    milliseconds: list[float]

    @property
    def precision(self) -> float:
        """The share of what was found that belongs."""
        right = sum(score.right for score in self.scores)
        return right / (right + sum(score.wrong for score in self.scores))

    @property
    def recall(self) -> float:
        """The share of what belongs that was found."""
        right = sum(score.right for score in self.scores)
        return right / (right + sum(score.missed for score in self.scores))

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def run(pages: Iterable[Page], extractor: Extractor) -> Result:
    """Let an extractor read every page."""
    scores, times = [], []
    for page in pages:
        began = time.process_time()
        text = extractor(page)
        times.append(1000 * (time.process_time() - began))
        scores.append(judge(page, text))
    return Result(scores, times)


def main() -> int:
    """Measure every set, print the figures and our ten worst pages, and say whether we are ahead."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.extraction", description=__doc__)
    parser.add_argument("--folder", type=Path, help="where to unpack the captures, to be left there")
    parser.add_argument("--step", type=int, default=1, help="take every n-th page only")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch)
        sets = {"snippets": snippet_pages(folder), "readability": readability_pages(folder)}
        ahead = [_compare(name, list(pages)[:: options.step]) for name, pages in sets.items()]
    ahead += [_film("film", list(film_pages())), _film("whole film", list(whole_pages()))]
    return 0 if all(ahead) else 1


def _film(kind: str, pages: list[FilmPage]) -> bool:
    """Count what was marked in our own film pages, kept or left in vain, and name the worst."""
    from reader.text.extract import extract

    marked, left, worst = Counter[str](), 0, []
    found = Counter[str]()
    for page in pages:
        document = extract(page.html, url="https://film.example/a.html").document
        missed = [mark for mark in page.keep if not kept(document, *mark)]
        stray = [text for text in page.drop if " " in text and text in " ".join(words_of(document).split())]
        marked.update(kind.rstrip("0123456789") for kind, _ in page.keep)
        found.update(kind.rstrip("0123456789") for kind, _ in page.keep)
        found.subtract(kind.rstrip("0123456789") for kind, _ in missed)
        left += len(stray)
        worst.append((len(missed) + len(stray), page.name, missed, stray))
    for count, name, missed, stray in sorted(worst, key=lambda each: each[:2], reverse=True)[:10]:
        if count:
            print(f"    {name}: {len(missed)} marks lost, {len(stray)} sentences too many")
        for what, text in (*missed, *(("too many", text) for text in stray)):
            print(f"        {what}: {text[:80]}")
    print("  " + ", ".join(f"{kind} {found[kind]}/{marked[kind]}" for kind in sorted(marked)))
    share = found.total() / marked.total()
    print(f"{kind}: {len(pages)} pages, {share:.1%} of {marked.total()} marks kept", end=", ")
    print(f"{left} boilerplate sentences left")
    return share >= 0.95 and left <= len(pages)


def _compare(name: str, pages: list[Page]) -> bool:
    extractors = {"newsreel": ours, "trafilatura fast": theirs(fast=True), "trafilatura": theirs(fast=False)}
    results = {who: run(pages, extractor) for who, extractor in extractors.items()}
    print(f"\n{name}: {len(pages)} pages{'':14}   F1     P     R   ms/page (median)")
    for who, result in results.items():
        figures = f"{result.f1:.4f} {result.precision:.4f} {result.recall:.4f}"
        print(f"  {who:28} {figures} {statistics.median(result.milliseconds):6.1f}")
    mine, *others = results.values()
    print("  our worst:")
    for score in sorted(mine.scores, key=lambda score: score.f1)[:10]:
        print(f"    {score.f1:.2f}  wrong {score.wrong:.2f}  missed {score.missed:.2f}  {score.name}")
    return all(mine.f1 >= each.f1 + 0.005 and mine.precision >= each.precision for each in others)


if __name__ == "__main__":
    sys.exit(main())
