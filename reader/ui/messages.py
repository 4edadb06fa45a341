"""Messages with more than one sender, or sent by workers. All are in the past tense."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.message import Message

from reader.errors import NewsreelError
from reader.model import Key
from reader.ui.folding import Folding


class Landed(Message):
    """Something done on another thread is over; `then` runs on the screen's."""

    def __init__(self, then: Callable[[], object]) -> None:
        super().__init__()
        self.then = then


class OutletsWanted(Message):
    """The person wants to choose from the outlets that Newsreel knows."""


class KeysLoaded(Message):
    """A worker read more of a list. `token` says which list it was asked for; stale ones are dropped."""

    def __init__(
        self, token: int, keys: Sequence[Key], folding: Folding | None, *, first: bool, last: bool
    ) -> None:
        super().__init__()
        self.token, self.keys, self.first, self.last = token, keys, first, last
        self.folding = folding


class KeysFailed(Message):
    """A worker could not read a list."""

    def __init__(self, token: int, error: NewsreelError) -> None:
        super().__init__()
        self.token, self.error = token, error


class RefreshEvent(Message):
    """The refresh said something, as in CONTRACT: start, feed, done, busy."""

    def __init__(self, event: dict[str, object]) -> None:
        super().__init__()
        self.event = event


class RefreshEnded(Message):
    """The refresh process is gone. `trouble` is the sentence it left, if it failed."""

    def __init__(self, trouble: str) -> None:
        super().__init__()
        self.trouble = trouble
