"""The refresh: started when something is due, told in the status line, ended with the reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf
from time import monotonic
from typing import TYPE_CHECKING

from reader.errors import NewsreelError
from reader.model import Feed
from reader.ui.drawing import age, moment, number
from reader.ui.messages import RefreshEnded, RefreshEvent
from reader.ui.parts.failed import shares
from reader.ui.parts.part import Part
from reader.ui.refresher import Refresher

if TYPE_CHECKING:
    from reader.ui.screens.main import MainScreen

PAUSE = 60
"""Seconds between two refreshes that start by themselves, whatever becomes of the clock."""
_ADVICE = re.compile(r";|\. (?=[A-Z])")
_ADDRESS = re.compile(r"(?=\S*[./:])\S+ ")
SEVERAL = 3
"""Outlets of which it is said together that most fail."""
FRESH = 3 * 3600
"""Seconds for which what the last refresh met with still tells of the network now."""


class Refresh(Part):
    """What is asked of the outlets, and what became of it."""

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen)
        self._child = Refresher(self._event, self._ended)
        self._not_before = 0.0
        self._total = self._done = self._new = 0
        self._trouble = ""
        self._failed: object = None
        self._kinds: set[str] = set()
        self._unreached_at = inf
        self._looked = False
        self.expected = 0
        """Outlets just chosen, which will be asked once they are subscribed to."""
        self.offline_since = 0.0
        """When no outlet could be reached for the first time; 0: the network is there."""

    @property
    def running(self) -> bool:
        """Whether the outlets are being asked now."""
        return self._child.running

    def under_way(self) -> bool:
        """Whether the outlets are being asked, or will be once the first screen stands."""
        at_once = self.screen.config.auto_refresh and not self._looked
        return self.running or bool(self.expected) or (at_once and self._is_due())

    def _is_due(self) -> bool:
        """Tell whether any outlet is to be asked; asked for while drawing, where nothing can be said."""
        try:
            return bool(self.library.due())
        except NewsreelError:
            return False  # whoever asks the outlets says so

    def recall(self) -> None:
        """Know from the last refresh, if it is not long ago, that there is no network."""
        from reader.feeds.failures import LEFT_ALONE, nothing_reached

        asked = [feed for feed in self.screen.feeds if feed.last_fetched and feed.status not in LEFT_ALONE]
        last = max((feed.last_fetched or 0 for feed in asked), default=0)
        lately = self.library.clock() - last < FRESH
        if not lately or any(feed.status != "failing" for feed in asked):
            return
        if nothing_reached(feed.error for feed in asked):
            self._lose_network(last)
            self.screen.numbers.take()

    def _lose_network(self, at: int) -> None:
        self.offline_since, self._unreached_at = self.offline_since or at, at

    def notice_network(self) -> None:
        """Know that there is a network once an outlet has answered whoever asked it since."""
        asked = (feed.last_fetched or 0 for feed in self.screen.feeds if feed.status == "ok")
        if max(asked, default=0) > self._unreached_at:
            self.offline_since = 0.0

    def feed(self) -> None:
        """Ask the outlet in hand, or those of the folder, now, though they are not due."""
        if (folder := self.screen.hand.folder()) is not None:
            self.start((*(str(feed.id) for feed in self.screen.feeds if feed.folder == folder), "--force"))
        elif (feed := self.screen.hand.feed()) is not None:
            self.start((str(feed.id), "--force"))

    def all(self) -> None:
        """Ask every outlet, but none that was asked a moment ago."""
        if sentence := self._asked():
            self.say(sentence)
        else:
            self.start(("--again",))

    def _asked(self) -> str:
        """Say why no outlet would be asked; empty when one would."""
        from reader.feeds.schedule import as_urgent, may_ask

        now = int(self.library.clock())
        states = self.library.due(force=True)
        urgency = as_urgent("again", [state.error for state in states if state.last_fetched])
        if any(may_ask(urgency, now, next_due=s.next_due, last_fetched=s.last_fetched) for s in states):
            return ""
        if not states:
            health, add = self.key("feed.health"), self.key("feed.add")
            return f"No outlet is to be asked: press {health} for how each is doing, {add} to add one."
        last = age(max(state.last_fetched or 0 for state in states), now)
        keys = self.screen.keymap.keys("refresh.feed")
        advice = f"; {keys[0]} asks one outlet now" if keys else ""
        return f"asked {'just now' if last == 'now' else f'{last} ago'}{advice}"

    def when_due(self) -> None:
        """Ask what has fallen due, quietly; on opening, make searchable what is not yet, too."""
        opening, self._looked = not self._looked, True
        if not self.screen.config.auto_refresh or self.running:
            return
        if monotonic() >= self._not_before and (
            self.library.due() or (opening and self.library.has_unindexed())
        ):
            self.start()

    def start(self, args: Sequence[str] = ()) -> None:
        """Start a refresh, unless one is under way."""
        if self.running:
            self.say("The outlets are being asked already.")
            return
        self._total = self._done = self._new = self.expected = 0
        self._trouble, self._kinds = "", set()
        try:
            self._child.start(args)
        except OSError as error:
            self.say(f"The refresh could not start ({error}); reading from the library.", trouble=True)
            return
        self.screen.arrivals.filling = not self.screen.counts.total
        self._not_before = monotonic() + PAUSE
        self.screen.status.show(progress="refreshing")
        self.screen.list.tell_empty()

    def close(self) -> None:
        """End it, at the latest within a second."""
        self._child.close()

    # ------------------------------------------------------------ what it says

    def _event(self, event: dict[str, object]) -> None:
        self.screen.post_message(RefreshEvent(event))

    def _ended(self, trouble: str) -> None:
        self.screen.post_message(RefreshEnded(trouble))

    def take(self, event: dict[str, object]) -> None:
        """Tell an event."""
        match event.get("event"):
            case "start":
                self._total = _int(event.get("feeds"))
            case "feed":
                self._one(event)
            case "texts":
                self.screen.read.take_text()
            case "busy":
                self.say("Another refresh is running; its news will show here.")
            case "done":
                self._over(event)
        if self.running and self._total:
            self.screen.status.show(progress=self.progress())
            self.screen.list.tell_empty()

    def _one(self, event: dict[str, object]) -> None:
        self._done += 1
        self._new += _int(event.get("unread"))
        if event.get("new") and not self.screen.list.length:
            self.screen.numbers.notice_writers()
        if event.get("status") == "failed":
            error = str(event.get("error") or "failed")
            self._kinds.add(str(event.get("kind") or "other"))
            self._failed = event.get("feed_id")
            self._trouble = _of(self._name(self._failed), _short(error))

    def _name(self, feed_id: object) -> str:
        feeds: Sequence[Feed] = self.screen.feeds
        return next((feed.title for feed in feeds if feed.id == feed_id), "an outlet")

    def progress(self) -> str:
        """Say how far it is."""
        new = f"{number(self._new)} new" if self._new else ""
        return " · ".join(filter(None, (f"refreshing {self._done}/{self._total}", new, self._trouble)))

    def first_news(self) -> str:
        """Say, where nothing has come yet, how far it is."""
        if not self._done:
            return "The first headlines will be here in a moment."
        return f"{number(self._done)} of {number(self._total)} have answered."

    def _over(self, event: dict[str, object]) -> None:
        from reader.feeds.failures import UNREACHED

        answered = _int(event.get("updated")) + _int(event.get("unchanged"))
        if answered:
            self.offline_since = 0.0
        elif self._kinds and self._kinds <= UNREACHED and (self._total != 1 or len(self.screen.feeds) == 1):
            self._lose_network(int(self.library.clock()))
        self.screen.numbers.take()
        self.screen.status.show(rest=self.rest())

    def rest(self) -> str:
        """Say how things stand when nothing is going on."""
        counts, now = self.screen.counts, self.library.clock()
        if self.library.read_only:
            return "Nothing you mark is kept: the library cannot be written."
        if self.offline_since:
            lacks = self._lacks(moment(self.offline_since, now))
            if not counts.total:
                return f"{lacks}: {self.key('refresh.all')} tries again."
            texts = f", {number(counts.full_text)} with full text" if counts.full_text else ""
            held = f"reading from the library, {number(counts.total)} articles{texts}."
            return f"{lacks}: {held}"
        answered = (feed.last_fetched or 0 for feed in self.screen.feeds if feed.status != "failing")
        last = max(answered, default=0)
        when = f"refreshed at {moment(last, now)}" if last else ""
        return " · ".join(filter(None, (when, self._lasting_trouble())))

    def _lasting_trouble(self) -> str:
        """Say that most outlets fail, else what the last one met with that has not answered since."""
        if len(self.screen.feeds) >= SEVERAL and (told := shares(self.screen.feeds)):
            return f"{told}: {self.key('feed.health')} tells why"
        return "" if self._is_over() else self._trouble

    def _lacks(self, since: str) -> str:
        """Say what is wrong with the network, and since when."""
        from reader.feeds.failures import is_in_the_way

        if any(is_in_the_way(feed.error or "") for feed in self.screen.feeds):
            return f"No way through since {since} (a login?)"
        return f"No network since {since}"

    def _is_over(self) -> bool:
        """Tell whether the outlet in trouble has answered since, whoever asked it, or is followed no more."""
        others = (feed.id != self._failed or feed.status == "ok" for feed in self.screen.feeds)
        return self._failed is not None and all(others)

    def end(self, trouble: str) -> None:
        """Take in that the process is gone."""
        self.screen.status.show(progress="")
        self.screen.list.tell_empty()
        if trouble:
            self.say(trouble, trouble=True)
        self.screen.numbers.take()
        self.screen.arrivals.filling = False
        self.screen.status.show(rest=self.rest())
        self.screen.list.tell_empty()


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0


def _short(sentence: str) -> str:
    """Return the part of an error before its advice, which is a sentence of its own or the rest of one."""
    return _ADVICE.split(sentence, maxsplit=1)[0].rstrip(". ")


def _of(outlet: str, error: str) -> str:
    """Say which outlet has an error; one without a title is known by the address that the error names.

    Where the error begins with the address, the outlet's name stands for it: else there is room for no more.
    """
    if begun := _ADDRESS.match(error):
        return f"{outlet} {error[begun.end() :]}"
    return error if outlet in error else f"{outlet}: {error}"
