"""Keys typed faster than the screen follows go where they would have gone had the person waited.

Textual hands every key at once to the widget that has the focus then. `/heat` typed in one breath would
put the letters to the list, as commands, before the search line is there. So a key waits until the one
before it has been handled, and where that one moved the focus or opened a dialog, until that is on screen.
A key held down waits as one: moves are then done in one step, so that they end where they would have ended.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input

from reader.ui.keymap import Keymap

_CASCADE = 3
"""How often a key's way is followed: once for the key, again for the messages that it set off."""
_PATIENCE = 0.5
"""Seconds after which a key no longer waits for one that was never heard of again."""

_MOST, _HELD = 128, 32
"""Different keys that may wait, and times the same: more were mashed, or held down where a key takes long."""

_ALT = re.compile("alt\\+(shift\\+)?(.)")


def parted(event: events.Key, keymap: Keymap) -> list[events.Key]:
    """Return Esc and a letter typed on its heels as the two keys they are: a terminal tells no difference
    from alt and the letter, which nothing is bound to unless the person said so.
    """
    found = _ALT.fullmatch(event.key)
    if found is None or keymap.binds(event.key):
        return [event]
    letter = found[2].upper() if found[1] else found[2]
    return [events.Key("escape", "\x1b"), events.Key(letter, letter)]


Typed = events.Key | events.Paste
Strike = Callable[[events.Event], Awaitable[None]]


class _Run(deque[Typed]):
    """Something pasted, or the same key so many times; each is an event of its own, as one is done once."""

    def takes(self, event: Typed) -> bool:
        """Take one more, if it is the same key."""
        same = isinstance(event, events.Key) and getattr(self[0], "key", "") == event.key
        if same:
            self.append(event)
        return same

    def cut(self, most: int) -> None:
        """Forget all but so many."""
        while len(self) > most:
            self.pop()


class TypeAhead:
    """The queue of keys of one app; `strike` is how the app handles a key."""

    def __init__(self, app: App[Any], strike: Strike) -> None:
        self._app, self._strike = app, strike
        self.repeat: Callable[[Typed, int], bool] = lambda _event, _times: False
        """Does a move several times in one step; False where the key is none."""
        self.overrun: Callable[[], object] = lambda: None
        self._waiting: deque[_Run] = deque()
        self._since: float | None = None
        self._before: tuple[Screen[Any], DOMNode | None] | None = None

    @property
    def busy(self) -> bool:
        """Whether a key is still being handled, or waits."""
        return self._since is not None

    async def take(self, event: Typed) -> None:
        """Handle a key, or what was pasted, now, or keep it until the one before is done."""
        if self._since is None or monotonic() - self._since > _PATIENCE:
            self._wait(event)
            await self._next()
        else:
            self._wait(event)
            self._app.set_timer(_PATIENCE, self._next_if_stuck)

    def _wait(self, event: Typed) -> None:
        """Let a key wait. Where it is too much, forget the others: the next key counts."""
        if self._waiting and self._waiting[-1].takes(event):
            return
        if len(self._waiting) >= _MOST and not self._writing:
            self._waiting.clear()
            self.overrun()
        self._waiting.append(_Run([event]))

    @property
    def _writing(self) -> bool:
        """Whether text is typed into a line: all of it counts."""
        return isinstance(self._app.focused, Input)

    async def _next(self) -> None:
        """Strike the first key that waits."""
        self._since = None
        if not self._waiting:
            return
        self._since = monotonic()
        self._before = (self._app.screen, self._app.focused)
        start: DOMNode = self._app.focused or self._app.screen
        await self._do(self._waiting[0])
        self._follow(start, start, _CASCADE)

    async def _do(self, run: _Run) -> None:
        """Do a move as often as it waits, of other keys the first."""
        if len(run) > 1 and self.repeat(run[0], len(run)):
            self._waiting.popleft()
            return
        if len(run) > _HELD and not self._writing:
            run.cut(_HELD)
            self.overrun()
        event = run.popleft()
        if not run:
            self._waiting.popleft()
        await self._strike(event)

    async def _next_if_stuck(self) -> None:
        if self._waiting and self._since is not None and monotonic() - self._since > _PATIENCE:
            await self._next()

    def _follow(self, start: DOMNode, node: DOMNode | None, times: int) -> None:
        """Go up after a key, through the queues it and its messages bubble through, to the app."""
        if node is not None and node is not self._app:
            # A dialog that the key closed answers no more: its way ends there.
            if not node.call_later(self._follow, start, node.parent, times):
                self._app.call_later(self._arrived)
        elif times > 1:
            self._app.call_later(self._follow, start, start, times - 1)
        else:
            self._app.call_later(self._arrived)

    async def _arrived(self) -> None:
        """Go on at once where nothing moved; else let what opened come to the screen."""
        if (self._app.screen, self._app.focused) == self._before:
            await self._next()
        else:
            self._rest(2)

    def _rest(self, frames: int) -> None:
        if frames:
            self._app.screen.call_after_refresh(self._app.call_later, self._rest, frames - 1)
        else:
            self._app.call_later(self._next)
