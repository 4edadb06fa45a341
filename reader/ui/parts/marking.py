"""Marks and bookmarks: shown at once, written in order by the one writer, and undone with one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import NewsreelError
from reader.model import Article, ArticleRow, Bookmark, View
from reader.ui.drawing import number
from reader.ui.parts.part import Part
from reader.ui.widgets.sections import MORE, READ
from reader.ui.writer import Job

if TYPE_CHECKING:
    from reader.ui.screens.main import MainScreen


class Deed(NamedTuple):
    """Something the person did, how to write it, how to take it back, and how rows show it."""

    name: str
    write: Callable[[], object]
    reverse: Callable[[], object]
    ids: Sequence[int]
    shows: dict[str, bool]
    reload: bool = False
    then: Callable[[], object] | None = None
    """What is to be done once it is written, before the list is read again."""


def _each(do: Callable[[int], object], ids: Sequence[int]) -> Callable[[], None]:
    """Return the doing of one thing to each of these articles."""

    def done() -> None:
        for article_id in ids:
            do(article_id)

    return done


class Mark(Part):
    """Deeds name the articles they act on when the key is pressed."""

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen)
        self.deeds: list[Deed] = []
        self.pending = 0
        self._unsettled: set[int] = set()

    # ------------------------------------------------------------ actions

    def read(self) -> None:
        """Toggle the read mark of the article in hand, or of the rows selected."""
        if self.screen.selecting.begun:
            self._read_all(self.screen.selecting.take())
            return
        article_id = self.screen.hand.article()
        if article_id is not None:
            self.set_read(self._told_with(article_id), read=not self.state(article_id)[0])

    def opened(self, article: Article) -> None:
        """Mark an article read that is on show now, and as the settings say its whole story; then say so."""
        if not self.state(article.id, article)[0]:
            together = self._told_with(article.id)
            self.set_read(together, read=True, say=None if len(together) > 1 else "")

    def bookmark(self) -> None:
        """Bookmark the article in hand, or take its bookmark away; or so with the rows selected."""
        if self.screen.selecting.begun:
            self._bookmark_all(self.screen.selecting.take())
            return
        article_id = self.screen.hand.article()
        if article_id is None:
            return
        take, put = partial(self.library.unbookmark, article_id), partial(self._save, article_id)
        if self.state(article_id)[1]:
            back = partial(self.library.restore_bookmark, article_id)
            self.do(Deed("Bookmark removed", take, back, [article_id], {"bookmarked": False}))
        else:
            self.do(Deed("Bookmarked", put, take, [article_id], {"bookmarked": True}))

    def _read_all(self, rows: Sequence[ArticleRow]) -> None:
        """Mark rows read where any is unread, else unread."""
        whole = self.screen.config.story_read == "story"
        chosen = [row for row in rows if not row.read] or rows
        told = (row.story.article_ids if whole and row.story else (row.id,) for row in chosen)
        if ids := list(dict.fromkeys(each for reports in told for each in reports)):
            self.set_read(ids, read=not all(row.read for row in rows))

    def _bookmark_all(self, rows: Sequence[ArticleRow]) -> None:
        """Bookmark rows where any is not, else take their bookmarks away."""
        give_up, keep, restore = self.library.unbookmark, self._save, self.library.restore_bookmark
        if ids := [row.id for row in rows if not row.bookmarked]:
            name = f"{number(len(ids))} bookmarked"
            self.do(Deed(name, _each(keep, ids), _each(give_up, ids), ids, {"bookmarked": True}))
        elif ids := [row.id for row in rows]:
            name = f"{number(len(ids))} bookmarks removed"
            self.do(Deed(name, _each(give_up, ids), _each(restore, ids), ids, {"bookmarked": False}))

    def note(self) -> None:
        """Ask for tags and a note; saving them bookmarks the article."""
        from reader.ui.parts.annotating import Annotate

        Annotate(self.screen).begin()

    def list(self) -> None:
        """Mark every article of the list read that was in it when it was read."""
        view, loaded = self._target(), self.screen.listing.loaded
        if view in (MORE, READ):
            self.say("This row is no list: Enter shows what it stands for.")
            return
        changed: list[int] = []
        rows = [row for row in self.screen.list.pages.shown() if not row.read]
        shown = [each for row in rows for each in (row.story.unread_ids if row.story else (row.id,))]
        ids = shown if view == self.screen.listing.view else []

        def write() -> None:
            changed.extend(self.library.mark_view(view, read=True, up_to=loaded))
            self.later(told)

        def told() -> None:
            if changed:
                self.screen.status.say_late(f"{number(len(changed))} marked read · {self.undoes()}")
            else:
                self.screen.status.say_late("Nothing in this list is unread.")
                self.forget(deed)

        reverse = partial(self._unmark, changed, read=False)
        deed = Deed("Marking the list read", write, reverse, ids, {"read": True})
        self.do(deed, say="")

    def mute(self) -> None:
        """Mute for good what the search finds."""
        from reader.ui.parts.muting import Muting

        Muting(self.screen).this()

    def mutes(self) -> None:
        """List what is muted; any of it can be lifted."""
        from reader.ui.parts.muting import Muting

        Muting(self.screen).show()

    def undo(self) -> None:
        """Take back the last deed."""
        deed = self.deeds.pop()
        opposite = {name: not value for name, value in deed.shows.items()}
        self.screen.list.say(deed.ids, **opposite)
        self.say(f"Undone: {deed.name[0].lower()}{deed.name[1:]}")
        self._submit(deed.reverse, deed)

    def set_read(self, ids: Sequence[int], *, read: bool, say: str | None = None) -> None:
        """Mark these articles."""
        changed: list[int] = []

        def write() -> None:
            changed.extend(self.library.mark(ids, read=read))

        state = "read" if read else "unread"
        name = f"{number(len(ids))} marked {state}" if len(ids) > 1 else f"Marked {state}"
        self.do(Deed(name, write, partial(self._unmark, changed, read=not read), ids, {"read": read}), say)

    def do(self, deed: Deed, say: str | None = None) -> None:
        """Do something: shown and said at once, written in its turn, and the first to be undone."""
        self.deeds.append(deed)
        self.screen.list.say(deed.ids, **deed.shows)
        self.say(f"{deed.name} · {self.undoes()}" if say is None else say)
        self._submit(deed.write, deed)

    def forget(self, deed: Deed) -> None:
        """Have nothing to undo of a deed that changed nothing."""
        self.deeds[:] = [each for each in self.deeds if each is not deed]

    def do_quietly(
        self,
        name: str,
        write: Callable[[], object],
        reverse: Callable[[], object],
        then: Callable[[], object] | None = None,
    ) -> None:
        """Do something that changes which articles there are; the list is read again after it.

        `then` is called once it is written, or taken back, and calls `show_anew` itself.
        """
        self.do(Deed(name, write, reverse, (), {}, reload=True, then=then))

    def show_anew(self) -> None:
        """Read the list again, and what is followed."""
        self.screen.listing.early = False
        self.screen.listing.reload()
        self.screen.following.read()

    def state(self, article_id: int, article: Article | None = None) -> tuple[bool, bool]:
        """Return whether an article is read and bookmarked, as the screen shows it."""
        said = self.screen.list.said(article_id)
        if said and not (said.folded and self.screen.config.story_read == "article"):
            return said.read, said.bookmarked
        article = article or self.library.article(article_id)
        read = self.screen.list.pages.said_read(article_id)
        return article.read if read is None else read, article.bookmarked

    def undoes(self) -> str:
        """Return the end of a sentence: what takes the deed back."""
        return f"{self.key('mark.undo')} undoes"

    # ------------------------------------------------------------ how

    def _target(self) -> View:
        if self.screen.pane == "sidebar" and self.screen.sidebar.sections:
            return self.screen.sidebar.sections[self.screen.sidebar.cursor].view
        return self.screen.listing.view

    def _save(self, article_id: int) -> Bookmark:
        return self.library.bookmark(article_id)

    def _unmark(self, changed: Sequence[int], *, read: bool) -> None:
        """Take back what a mark changed; known only once it is written, and it is written before this."""
        self.library.mark(changed, read=read)

    def _told_with(self, article_id: int) -> Sequence[int]:
        """Return what is marked with an article: its story's reports, or as the settings say it alone."""
        whole = self.screen.config.story_read == "story"
        return self.library.told_with(article_id) if whole else [article_id]

    def _submit(self, write: Callable[[], object], deed: Deed) -> None:
        self.pending += 1
        done, failed = partial(self._landed, deed), partial(self._failed, deed)
        self.screen.writer.submit(
            Job(write, lambda: self.later(done), lambda error: self.later(partial(failed, error)))
        )

    def once_written(self, then: Callable[[], None]) -> None:
        """Do something once what is on its way to the library is there, in the main window as it is then."""
        if self.pending:
            self.screen.writer.submit(Job(lambda: None, lambda: self.later(then), lambda _: None))
        else:
            then()

    def _landed(self, deed: Deed) -> None:
        self._settle(deed)
        self.screen.numbers.take()
        self.screen.read.renew(deed.ids)
        if deed.then is not None:
            deed.then()
        elif deed.reload or (self.screen.listing.early and not self.pending):
            self.show_anew()

    def _settle(self, deed: Deed) -> None:
        """Believe the library again once nothing is on its way to it."""
        self.pending -= 1
        self._unsettled.update(deed.ids)
        if not self.pending:
            self.screen.list.settle(list(self._unsettled))
            self._unsettled.clear()

    def _failed(self, deed: Deed, error: NewsreelError) -> None:
        """Show what the library holds again, and say why."""
        if deed in self.deeds:
            self.deeds.remove(deed)
        self._settle(deed)
        self.screen.read.renew(deed.ids)
        self.say(str(error), trouble=True)
