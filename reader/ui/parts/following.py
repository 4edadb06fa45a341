"""What is followed: chosen from an article, changed, given up, and counted in the sidebar."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace
from textual.timer import Timer

from reader.errors import NewsreelError
from reader.model import Article, View
from reader.news import Follow, FollowKind
from reader.ui.candidates import Candidate
from reader.ui.notices import BELL, notice, notification, risen
from reader.ui.parts.part import Part
from reader.ui.writer import Job

if TYPE_CHECKING:
    from reader.ui.screens.main import MainScreen

PAUSE = 2.0
"""Seconds that pass at least between two counts of what is new."""
MOST = 12
"""People offered of one article."""


class _Left(Exception):
    """The reader is being left."""


class Following(Part):
    """The names in the sidebar, and the key that follows."""

    def __init__(self, screen: MainScreen) -> None:
        super().__init__(screen)
        self.follows: Sequence[Follow] = ()
        self._mark: object = None
        self._unread = 0
        self._token = 0
        self._timer: Timer | None = None
        self._left = False

    # ------------------------------------------------------------ the sidebar

    def stale(self) -> None:
        """Count again what is new, soon, if news came or was read, or something else is followed."""
        if not self.screen.leaving.settled:
            return  # it is counted after the first frame
        with suppress(NewsreelError):  # the status line says so already
            marked = self._is_marked(self.screen.counts.unread)
            if self._timer is None and (marked or self.library.news_mark() != self._mark):
                self._timer = self.screen.set_timer(PAUSE, self.read)

    def _is_marked(self, unread: int) -> bool:
        """Tell whether what was marked since may be new, or not any more: nothing less than no story is."""
        return unread > self._unread or (
            unread < self._unread and any(follow.unread_stories for follow in self.follows)
        )

    def read(self) -> None:
        """Count what is new, off the screen's thread."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._token, self._unread = self._token + 1, self.screen.counts.unread
        count = partial(self._count, self._token)
        self.screen.run_worker(count, thread=True, group="follows", exclusive=True, exit_on_error=False)

    def _count(self, token: int) -> None:
        try:
            mark, found = self.library.news_mark(), self.library.following(self._heed)
        except (NewsreelError, _Left):
            return  # the status line says so; the names come back with the file
        self.later(partial(self._take, token, mark, found))

    def _heed(self) -> None:
        if self._left:
            raise _Left

    def close(self) -> None:
        """End a count that is under way: nobody waits for it any more."""
        self._left = True

    def _take(self, token: int, mark: object, found: Sequence[Follow]) -> None:
        if token == self._token:
            if mark != self._mark:  # else what has risen is what the person marked unread
                self._tell(risen(self.follows, found))
            self._mark, self.follows = mark, found
            self.screen.sidebar.follow(found)

    def _tell(self, names: Sequence[str]) -> None:
        """Have the terminal tell of news, as it is set: the reader may not be in sight."""
        how = self.screen.config.notify
        if names and how != "off" and (driver := self.screen.app._driver) is not None:
            driver.write(BELL if how == "bell" else notification(notice(names), os.environ))

    def called(self, name: str) -> str:
        """Return what a followed name is shown as."""
        return next((each.called for each in self.follows if each.name == name), name)

    def look(self, name: str) -> None:
        """Note that a timeline was looked at."""
        self._write(partial(self.library.look, name))

    def _write(self, write: Callable[[], object]) -> None:
        self.screen.writer.submit(Job(write, partial(self.later, self.read), self._fail))

    def _fail(self, error: NewsreelError) -> None:
        self.say_later(str(error), trouble=True)

    # ------------------------------------------------------------ following

    def name(self) -> None:
        """Offer what was recognised in the article in hand; on a followed name, change it."""
        if name := self.screen.hand.followed():
            self.one(name)
            return
        if self.screen.hand.section() == View("follow"):
            held = [Candidate(each, followed=True) for each in self.follows]
            self._offer(held)
            return
        article_id = self.screen.hand.article()
        article = self.library.article(article_id) if article_id is not None else None
        self.choose(article, self.screen.hand.searched())

    def choose(self, article: Article | None, searched: str = "") -> None:
        """Offer the films and people of an article, its story's, what was searched, words of one's own."""
        asked: list[tuple[str, FollowKind]] = [(searched, "topic")] if searched else []
        self._offer([self._candidate(*each) for each in (*self._recognised(article), *asked)])

    def _offer(self, candidates: Sequence[Candidate], at: int = 0) -> None:
        from reader.ui.screens.follow import ChooseFollow

        own = Candidate(Follow(name="", kind="topic"), followed=False)
        if candidates:
            self.ask(ChooseFollow([*candidates, own], at), partial(self._chosen, candidates))
        else:
            self._edit(own)

    def _recognised(self, article: Article | None) -> list[tuple[str, FollowKind]]:
        """What an article is about, then what the rest of its story is."""
        if article is None:
            return []
        films, people = article.films, article.people
        if article.story_id is not None:
            story = self.library.story(article.story_id).story
            films, people = (*films, *story.films), (*people, *story.people)
        people = () if self.screen.guard.hides(article.id) else people  # one of them may be the surprise
        found: list[tuple[str, FollowKind]] = [(film, "film") for film in dict.fromkeys(films)]
        return [*found, *((person, "person") for person in list(dict.fromkeys(people))[:MOST])]

    def _candidate(self, name: str, kind: FollowKind) -> Candidate:
        held = self.library.followed(name)
        return Candidate(held or Follow(name=name, kind=kind), followed=held is not None)

    def _chosen(
        self, offered: Sequence[Candidate], choice: tuple[Literal["follow", "edit"], Candidate] | None
    ) -> None:
        if choice is None:
            return
        what, candidate = choice
        if what == "edit" or candidate.followed or not candidate.follow.name:
            at = next((n for n, each in enumerate(offered) if each == candidate), len(offered))
            self._edit(candidate, partial(self._offer, offered, at))
        else:
            self._follow(candidate.follow)

    def one(self, name: str, kind: FollowKind = "film") -> None:
        """Follow a name, or change how it is followed."""
        candidate = self._candidate(name, kind)
        if candidate.followed:
            self._edit(candidate)
        else:
            self._follow(candidate.follow)

    def _edit(self, candidate: Candidate, back: Callable[[], object] = lambda: None) -> None:
        from reader.ui.screens.follow import EditFollow

        before = candidate.follow if candidate.followed else None
        check = partial(self.library.check_follow, before=before)
        screen = EditFollow(candidate.follow, check, followed=candidate.followed)
        self.ask(screen, partial(self._edited, candidate, back))

    def _edited(
        self, candidate: Candidate, back: Callable[[], object], answer: Follow | Literal["unfollow"] | None
    ) -> None:
        if answer is None:
            back()
            return
        before, unfollow = candidate.follow, partial(self.library.unfollow, candidate.follow.name)
        if answer == "unfollow":
            put_back = partial(self.library.restore_follow, self.library.follow_record(before.name))
            self._do(f"No longer following {before.called}", unfollow, put_back)
        elif candidate.followed:
            save = self.library.save_follow
            self._do(
                f"Changed {answer.called}",
                partial(save, answer, before=before),
                partial(save, before, again=True, before=answer),
                partial(self._go_along, before.name, answer.name),
            )
        elif held := self.library.followed(answer.name):  # typed, by this name or another
            self._edit(Candidate(held, followed=True))
        else:
            self._follow(answer)

    def _follow(self, follow: Follow) -> None:
        self._do(
            f"Following {follow.called}",
            partial(self.library.save_follow, follow),
            partial(self.library.unfollow, follow.name),
        )

    def _do(
        self,
        name: str,
        write: Callable[[], object],
        reverse: Callable[[], object],
        then: Callable[[], object] = lambda: None,
    ) -> None:
        self.screen.mark.do_quietly(name, write, reverse, partial(self._done, then))

    def _go_along(self, *names: str) -> None:
        """Have the list that is open stay that of a query that was changed, or changed back."""
        view = self.screen.listing.view
        held = self.library.followed(next((each for each in names if each != view.name), ""))
        if view.name in names and held and held.name in names:
            self.screen.listing.open(replace(view, name=held.name), self.screen.list.key())

    def _done(self, then: Callable[[], object]) -> None:
        """Show what the guard of a film hides by now, and what no more."""
        then()
        self.screen.mark.show_anew()
        self.screen.guard.again()
