"""After the commit: texts are made of drafts, and the index is taught what is new, in small batches."""

from __future__ import annotations

from collections.abc import Callable

from reader.incoming import Entry, RawEntry
from reader.library import Library
from reader.refresh.pipeline import Guard

DRAFTS = 1 << 40
"""In hand, an article whose text is being made has this added to its number: no feed has so high a one."""
AHEAD = 1 << 41
"""This, where only its words are being told ahead."""


class Making:
    """Makes texts, each in hand while that lasts, and has the index learn them."""

    def __init__(
        self, library: Library, *, guard: Guard, stopped: Callable[[], bool] = lambda: False
    ) -> None:
        self._library, self._guard, self._stopped = library, guard, stopped

    def teach_ahead(self, *, backwards: bool = False) -> None:
        """Teach the index the words of all texts that wait to be made: these can be searched the sooner."""
        for batch in self._library.unmade_batches()[:: -1 if backwards else 1]:
            if self._stopped():
                break
            self._library.teach_ahead(batch, words_under(self._guard))

    def index(self) -> None:
        """Make the texts that wait, teach the full-text index what is new, and mute it, in small batches."""
        while not self._stopped() and self._library.make_batch(make_under(self._guard)):
            self._library.mute_arrived(self._stopped)
        self.index_changed()

    def index_changed(self) -> None:
        """Teach the index what else is new, and mute it."""
        while not self._stopped() and self._library.index_batch():
            self._library.mute_arrived(self._stopped)
        self._library.mute_arrived(self._stopped)

    def merge_index(self) -> None:
        """Merge the parts that the index grew by, in short steps: it can be searched before."""
        while not self._stopped() and self._library.merge_index_batch():
            pass

    def give_up(self, in_hand: int, why: str) -> None:
        """Note that a worker died of making the text that was in hand; what the feed sent is kept.

        Of one whose words were only told ahead, the text is still to be made.
        """
        from reader.text.drafts import unreadable

        if in_hand < AHEAD:
            self._library.make_one(in_hand - DRAFTS, lambda _, draft: unreadable(draft, why))


def make_under(guard: Guard) -> Callable[[int, RawEntry], Entry]:
    """Return what makes the text of an article, in hand while that lasts."""

    def make(article_id: int, draft: RawEntry) -> Entry:
        from reader.text.drafts import read_draft  # by now only: most refreshes have no drafts

        with guard(DRAFTS + article_id):
            return read_draft(draft)

    return make


def words_under(guard: Guard) -> Callable[[int, RawEntry], str]:
    """Return what tells the words of an article ahead, in hand while that lasts."""

    def words(article_id: int, draft: RawEntry) -> str:
        from reader.text.ahead import words_ahead

        with guard(AHEAD + article_id):
            return words_ahead(draft)

    return words
