"""What `export` writes as JSON, and `import` takes in again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from reader.cli.desk import forget_frame, open_library
from reader.cli.output import count, note, say, say_json
from reader.errors import ParseError
from reader.library import Library
from reader.text.clean import escaped


def looks_like(data: bytes) -> bool:
    """Tell whether a file is JSON."""
    return data[:1000].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def take_in(data: bytes, file: str, *, json: bool) -> None:
    """Add what a file holds and the library does not, and say how much that was."""
    from reader.store.carried import Carried, CarriedBookmark

    data = data.removeprefix(b"\xef\xbb\xbf").strip()
    try:
        if data.startswith(b"["):
            marks = msgspec.json.decode(data, type=list[CarriedBookmark])
            carried = Carried(newsreel=1, bookmarks=marks)
        else:
            carried = msgspec.json.decode(data, type=Carried)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise ParseError(
            f"{file} is not what `newsreel export all` or `export bookmarks` writes ({error}); nothing came."
        ) from error
    with open_library() as library:
        came = library.take_in(carried)
    if came.follows:
        forget_frame()
    if json:
        say_json(came)
        return
    added = (
        count(came.feeds, "feed"), count(came.bookmarks, "bookmark"), count(came.follows, "follow"),
        count(came.mutes, "mute"), count(came.marks, "read mark"),
    )  # fmt: skip
    say(f"{', '.join(added)} came; what was here already stayed.")
    if came.feeds:
        note("`newsreel refresh` fetches them.")


def everything(library: Library, bookmarks: Iterable[int]) -> Iterator[bytes]:
    """Yield what is the person's own and travels as one JSON object, a line for each thing."""
    own = library.carried()
    parts: dict[str, Iterable[object]] = {
        "feeds": own.feeds,
        "follows": own.follows,
        "mutes": own.mutes,
        "marks": own.marks,
        "bookmarks": library.carried_bookmarks(bookmarks),
    }
    yield b'{"newsreel": 1'
    for name, values in parts.items():
        yield f',\n"{name}": '.encode()
        yield from array(values)
    yield b"}\n"


def array(values: Iterable[object]) -> Iterator[bytes]:
    """Yield a JSON array, a line for each value."""
    before = b"[\n"
    for value in values:
        yield before + escaped(msgspec.json.encode(value).decode()).encode()
        before = b",\n"
    yield b"[]" if before == b"[\n" else b"\n]"
