"""`make fuzz`: bytes nobody thought of, into parse → clean → save and into HTML → blocks, for a bounded time.

With atheris where it is installed (coverage leads it), else with hypothesis. Seeds are the corpora beside the
checkout, or small ones of ours. What crashes is written to tests/data/crashes/ and becomes a test.
"""

from __future__ import annotations

import hashlib
import random
import sys
import tempfile
import time
from pathlib import Path

from reader.errors import ParseError
from reader.feeds.parse import parse
from reader.library import Library
from reader.text.clean import clean
from reader.text.html import to_document
from reader.text.intake import clean_feed
from reader.text.render import as_html, as_markdown, as_text, plain
from tests.store.shelf import NOW, Clock, answer

ROOT = Path(__file__).resolve().parents[2]
CRASHES = ROOT / "tests" / "faults" / "crashes"
CORPORA = ROOT.parent / "shared" / "corpora"
OURS = [
    b"<rss><channel><item><title>T</title><description>&lt;p&gt;x</description></item></channel></rss>",
    b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title>x</title></entry></feed>",
    b'{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_html":"<p>x"}]}',
]

_library: Library | None = None


def feed(data: bytes) -> None:
    """Bytes of a feed, all the way to the shelf."""
    global _library
    if _library is None:
        _library = Library(Path(tempfile.mkdtemp(prefix="newsreel-fuzz-")) / "library.db", clock=Clock())
        _library.subscribe("https://film.test/feed")
    try:
        found = clean_feed(parse(data, url="https://film.test/feed"), url="https://film.test/feed", now=NOW)
    except ParseError:
        return
    _library.save_feed(1, found, answer(_library.clock))  # type: ignore[arg-type]
    for each in found.entries:
        assert clean(each.title) == each.title


def page(data: bytes) -> None:
    """Bytes of an article, to blocks and every form of them."""
    document = to_document(data.decode("utf-8", "replace"), base="https://film.test/")
    for written in (as_text(document, 60), as_markdown(document), as_html(document), plain(document)):
        assert clean(written) == written


TARGETS = {"feed": feed, "page": page}


def seeds(limit: int = 400) -> list[bytes]:
    """Small files to begin with."""
    files = (
        [f for f in CORPORA.rglob("*") if f.is_file() and f.stat().st_size < 20_000]
        if CORPORA.is_dir()
        else []
    )
    chosen = random.Random(1).sample(files, min(limit, len(files)))
    return OURS + [file.read_bytes() for file in chosen]


def keep(name: str, data: bytes) -> Path:
    """Write down what crashed."""
    CRASHES.mkdir(exist_ok=True)
    file = CRASHES / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
    file.write_bytes(data)
    return file


def mutate(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """Return bytes near to those given."""
    out = bytearray(data)
    for _ in range(chance.choice([1, 2, 8])):
        at = chance.randrange(len(out) + 1)
        match chance.randrange(5):
            case 0:
                out[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del out[at : at + chance.randrange(1, 60)]
            case 2:
                other = chance.choice(others)
                start = chance.randrange(len(other) + 1)
                out[at:at] = other[start : start + chance.randrange(200)]
            case 3:
                out[at:at] = chance.choice(
                    [b"&#xD800;", b"<![CDATA[", b"]]>", b"<!DOCTYPE", b"&lt;", b"\0", b"\xff", b"<", b">"]
                )
            case _:
                out[at:at] = out[at : at + 40] * chance.randrange(1, 8)
    return bytes(out[:60_000])


def plainly(name: str, seconds: float, seed: int) -> tuple[int, int]:
    """Mutate seeds for so long; return how many runs there were, and how many crashed."""
    chance, pool, end = random.Random(seed), seeds(), time.monotonic() + seconds
    runs = crashed = 0
    while time.monotonic() < end:
        data = mutate(chance.choice(pool), chance, pool)
        runs += 1
        try:
            TARGETS[name](data)
        except Exception as error:
            crashed += 1
            print(f"{keep(name, data)}: {type(error).__name__}: {error}")
    return runs, crashed


def with_atheris(name: str, seconds: float) -> None:
    """Let coverage lead. Ends the process."""
    import atheris

    corpus = Path(tempfile.mkdtemp(prefix=f"newsreel-fuzz-{name}-"))
    for n, data in enumerate(seeds()):
        (corpus / str(n)).write_bytes(data)
    CRASHES.mkdir(exist_ok=True)
    atheris.instrument_all()
    words = [sys.argv[0], str(corpus), f"-max_total_time={int(seconds)}", "-max_len=20000", "-timeout=20",
             f"-artifact_prefix={CRASHES}/{name}-", "-print_final_stats=1"]  # fmt: skip
    atheris.Setup(words, TARGETS[name])
    atheris.Fuzz()


def main() -> int:
    """`python -m tests.torture.fuzz [feed|page] [seconds]`."""
    name, seconds = (sys.argv[1:2] or ["feed"])[0], float((sys.argv[2:3] or ["600"])[0])
    try:
        import atheris  # noqa: F401
    except ImportError:
        runs, crashed = plainly(name, seconds, int(time.time()))
        print(f"{name}: {runs} runs, {crashed} crashes (without coverage: atheris is not installed)")
        return bool(crashed)
    with_atheris(name, seconds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
