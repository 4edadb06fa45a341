"""How each outlet is doing, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from reader.feeds.failures import MANY, is_unreached, of_many
from reader.model import Feed
from reader.news import Silence
from reader.ui.drawing import age, cut, until, wrapped
from reader.ui.screens.dialog import Dialog, Picker, words

_WORDS = {"ok": "ok", "failing": "! failing", "gone": "! gone", "paused": "paused", "never": "never asked"}
_QUIET = "gone quiet"
_ORDER = {"gone": 0, "failing": 1, _QUIET: 2, "paused": 3, "never": 4, "ok": 5}
_COLUMNS = (14, 13, 12, 10)


class Health(Dialog[int | None]):
    """Every subscription, those in trouble first. Answers with the id of a feed to edit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "retry", "retry", show=False),
        Binding("E", "edit", "edit", show=False),
        Binding("q,H", "close", "close", show=False),
    ]
    title_text = "Feed health"
    keys = (("r", "ask again"), ("E", "edit"), ("Esc", "close"))

    def __init__(
        self,
        feeds: Sequence[Feed],
        now: float,
        retry: Callable[[int], None],
        quiet: Mapping[int, Silence] | None = None,
    ) -> None:
        super().__init__(classes="-wide")
        self._now, self._retry = now, retry
        self._quiet = quiet or {}
        self._take(feeds)
        self._asked: set[int] = set()
        self._shown: list[Feed | None] = []
        """The feed of each row; None for a heading."""

    def _take(self, feeds: Sequence[Feed]) -> None:
        """Sort the feeds, those in trouble first, and those in the same together."""
        told = {feed.id: of_many(feed.error or "") if feed.status == "failing" else "" for feed in feeds}
        counts = Counter(told.values())
        self._shared = {feed: why for feed, why in told.items() if why and counts[why] >= MANY}
        order = {why: -counts[why] for why in self._shared.values()}
        self._feeds = sorted(
            feeds,
            key=lambda feed: (
                order.get(why := self._shared.get(feed.id, ""), 0),
                why,
                _ORDER[_QUIET if feed.id in self._quiet else feed.status],
                feed.title.casefold(),
            ),
        )

    def body(self) -> Iterable[Widget]:
        """Return the heads of the columns and the list."""
        yield Label("", id="heads", classes="dialog--quiet", markup=False)
        yield Picker(id="feeds")

    def on_mount(self) -> None:
        """Say how things stand."""
        self._fill()
        self.query_one(Picker).focus()
        self._sum_up()

    def _sum_up(self) -> None:
        """Say in one line how all of them do."""
        trouble = sum(feed.status in ("failing", "gone") for feed in self._feeds)
        if not self._feeds:
            self.say("No outlets yet: what you add shows here.", trouble=False)
        elif not trouble:
            self.say("Every outlet answers.", trouble=False)
        elif all(is_unreached(feed.error or "") for feed in self._feeds):
            self.say("None could be reached: it is the network. All are asked again later.", trouble=False)
        else:
            self.say("")

    def update_feeds(
        self, feeds: Sequence[Feed], now: float, quiet: Mapping[int, Silence] | None = None
    ) -> None:
        """Show the feeds as they are now, the cursor on the feed it was on."""
        at = self._current()
        self._now, self._quiet = now, quiet or {}
        self._take(feeds)
        if not self.query(Picker):  # not on the screen yet, or not any more
            return
        self._asked.clear()
        self._fill(at.id if at else 0)
        self._sum_up()

    def _fill(self, feed_id: int = 0) -> None:
        """Show the rows, the cursor on a feed, else on the first."""
        picker = self.query_one(Picker)
        picker.fill(self._rows)
        ids = [feed.id if feed else None for feed in self._shown]
        first = next((at for at, each in enumerate(ids) if each is not None), None)
        picker.highlighted = ids.index(feed_id) if feed_id in ids else first
        self.refit()

    def _rows(self, width: int) -> list[Content | Option]:
        heads = ("Outlet", "State", "Newest", "Last asked", "Next")
        self.query_one("#heads", Label).update(Content(_columns(heads, width)))
        rows: list[Content | Option] = []
        self._shown, above = [], ""
        for feed in self._feeds:
            why = self._shared.get(feed.id, "")
            if why != above:
                rows.append(self._heading(why, width, gap=bool(rows)))
                self._shown.append(None)
            rows.append(self._row(feed, width))
            self._shown.append(feed)
            above = why
        return rows

    def _heading(self, why: str, width: int, *, gap: bool) -> Option:
        """Return what is wrong with the feeds that follow, and how many; else the blank line below them."""
        if not why:
            return Option("", disabled=True)
        many = sum(each == why for each in self._shared.values())
        lines = "\n".join(wrapped(f"{many} outlets: {why}", width, 4))
        return Option(words(("\n" * gap + lines, "bold")), disabled=True)

    def _row(self, feed: Feed, width: int) -> Content:
        """Return one row: the columns, and below them what is wrong."""
        silence = self._quiet.get(feed.id)
        state = "asking…" if feed.id in self._asked else _QUIET if silence else _WORDS[feed.status]
        newest = age(feed.newest, self._now) if feed.newest is not None else "–"
        asked = age(feed.last_fetched, self._now) if feed.last_fetched else "–"
        due = "–" if feed.next_due is None else until(feed.next_due, self._now)
        due = "now" if feed.next_due is not None and feed.next_due <= self._now else due
        row = _columns((feed.title, state, newest, asked, due), width)
        silent = silence.said(age(silence.since, self._now)) if silence else ""
        said = "" if feed.id in self._shared else feed.error or silent or feed.notice or ""
        why = "".join(f"\n  {line}" for line in wrapped(said, width - 2, 4))
        return words(row, (why, "dim"))

    def _current(self) -> Feed | None:
        pickers = self.query(Picker)
        at = pickers.first().highlighted if pickers else None
        return self._shown[at] if at is not None and at < len(self._shown) else None

    def action_retry(self) -> None:
        """Ask the feed under the cursor again, and stay."""
        if feed := self._current():
            self._asked.add(feed.id)
            self._retry(feed.id)
            self._fill(feed.id)

    @on(OptionList.OptionSelected)
    def action_edit(self) -> None:
        """Answer with the feed under the cursor."""
        if feed := self._current():
            self.dismiss(feed.id)


def _columns(cells: Sequence[str], width: int) -> str:
    """Return the cells in columns; the narrower the room, the fewer of them."""
    shown = (0, 1, 2, 3) if width >= 76 else (0, 1, 3) if width >= 60 else (0, 1)
    sizes, picked = [_COLUMNS[at] for at in shown], [cells[at + 1] for at in shown]
    title = max(8, width - sum(sizes))
    texts = [
        cut(cells[0], title - 2),
        *(cut(cell, size - 1) for cell, size in zip(picked, sizes, strict=True)),
    ]
    padded = (text + " " * (size - cell_len(text)) for text, size in zip(texts, (title, *sizes), strict=True))
    return "".join(padded).rstrip()
