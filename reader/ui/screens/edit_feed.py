"""Edit a feed: its name, its folder, whether whole articles are fetched, how often it is asked, its end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Literal, NamedTuple

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Label

from reader.addresses import masked
from reader.errors import UsageError
from reader.model import Feed, FullText
from reader.ui.screens.dialog import Dialog, field, words
from reader.ui.widgets.one_of import Answer, OneOf


class Edited(NamedTuple):
    """What is chosen for a feed. None: its own title, no folder, the rest as the settings say."""

    title: str | None
    folder: str | None
    full_text: FullText | None = None
    refresh_minutes: int | None = None


class General(NamedTuple):
    """What the settings say for feeds that have nothing of their own."""

    full_text: FullText = "never"
    refresh_minutes: int = 60


DEFAULTS = General()


class EditFeed(Dialog[Edited | Literal["unsubscribe"] | None]):
    """Changes a subscription; the result says how."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+x", "unsubscribe", "unsubscribe", show=False, priority=True)
    ]
    title_text = "Edit feed"
    keys = (
        ("Enter", "save"),
        ("Tab", "next field"),
        ("Space", "choose"),
        ("ctrl+x", "unsubscribe, bookmarks stay"),
        ("Esc", "close"),
    )

    def __init__(
        self,
        feed: Feed,
        folders: Sequence[str] = (),
        settings: General = DEFAULTS,
        minutes: int | None = None,
        fixed: str = "",
    ) -> None:
        """`minutes`: its own between requests. `fixed`: which fields the settings file says, for good."""
        super().__init__()
        self._feed, self._folders, self._settings, self._fixed = feed, folders, settings, fixed
        self._minutes = "" if minutes is None else str(minutes)

    def body(self) -> Iterable[Widget]:
        """Return the address, the fields, and what is wrong with the feed if anything is."""
        title = self._feed.own_title or ""
        called = "the feed's own" if title else f"the feed's own: {self._feed.title}"
        folders = f"none, or such as {', '.join(self._folders[:3])}" if self._folders else "none"
        yield Label(words(masked(self._feed.url)), classes="dialog--quiet")
        yield from field("Title", title, name="title", placeholder=called)
        yield from field("Folder", self._feed.folder or "", name="folder", placeholder=folders)
        yield Label(words("Full text"), classes="dialog--label")
        yield OneOf(_full_text(self._settings.full_text), self._feed.full_text or "", id="full-text")
        asked = f"as in the settings: {self._settings.refresh_minutes}"
        yield from field("Minutes between requests", self._minutes, name="minutes", placeholder=asked)

    def on_mount(self) -> None:
        """Start at the title, and say what is wrong with the feed, or with changing it here."""
        self.query_one("#title").focus()
        said = f"config.toml says its {self._fixed}: change that there." if self._fixed else ""
        self.say(" ".join(filter(None, (self._feed.error, said))))

    @on(Input.Submitted)
    @on(OneOf.Accepted)
    def save(self) -> None:
        """Answer with what the fields say."""
        title, folder = (self.query_one(f"#{name}", Input).value.strip() for name in ("title", "folder"))
        full_text = _NAMES.get(self.query_one(OneOf).name_chosen)
        try:
            minutes = self._asked_every()
        except UsageError as error:
            self.say(str(error))
        else:
            self.dismiss(Edited(title or None, folder or None, full_text, minutes))

    def _asked_every(self) -> int | None:
        """Return the minutes typed, None for nothing. Raises UsageError where they are no such number."""
        from reader.config_writing import check, understood

        typed = self.query_one("#minutes", Input).value.strip()
        if not typed:
            return None
        minutes = understood("refresh_minutes", typed)
        check(("refresh_minutes",), minutes)
        return minutes if isinstance(minutes, int) else None

    def action_unsubscribe(self) -> None:
        """Answer that the feed is to go; `U` brings it back."""
        self.dismiss("unsubscribe")


_MEANINGS: dict[FullText, str] = {
    "auto": "Fetched while refreshing where the feed gives only a teaser.",
    "always": "Fetched while refreshing, for every article.",
    "never": "Fetched when you ask, and for what you bookmark or follow.",
}

_NAMES: dict[str, FullText] = {name: name for name in _MEANINGS}


def _full_text(settings: FullText) -> tuple[Answer, ...]:
    """Return the answers; the first leaves it to the settings, which are told."""
    as_set = Answer("", f"settings: {settings}", _MEANINGS[settings])
    return (as_set, *(Answer(name, name, meaning) for name, meaning in _MEANINGS.items()))
