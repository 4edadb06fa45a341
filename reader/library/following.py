"""How a name comes to be followed, and otherwise than before: what is said of it is added to what was."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reader.clock import Clock
from reader.errors import UsageError
from reader.library.followable import asks, check, check_guard, check_name
from reader.library.timelines import Timelines
from reader.library.typed import named as typed
from reader.news import Follow, FollowKind
from reader.store.database import Database
from reader.store.folding import name_key
from reader.store.follows import Followed, Follows
from reader.store.learnt import Learnt
from reader.store.namesakes import Called, Namesakes, Placed, parted
from reader.stories.language.tokens import key_of
from reader.text.clean import one_line


class Following:
    """What the person says of the names that are followed."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._follows, self._timelines, self._clock = Follows(db, clock), Timelines(db, clock), clock
        self._learnt = Learnt(db)

    def follow(
        self,
        name: str,
        *,
        kind: FollowKind | None,
        aliases: Sequence[str],
        companions: Sequence[str],
        excludes: Sequence[str],
        forget: Sequence[str],
        year: int | None,
        guard: str | None,
        seen: bool,
        title: str | None,
        query: str | None,
    ) -> Follow:
        """Follow a name, or change how it is followed: what is given is added, what is not stays.

        `forget`: aliases, companions and excludes to be taken away; `query`: what to follow in its place.
        """
        name = typed(name, "A name to follow")
        check_name(name)
        check_guard(guard, self._clock())
        alone = name_key(parted(name)[0])

        def call(shelf: Namesakes) -> Called:
            film = kind in (None, "film")
            return _called(shelf, name, year, moves=not seen) if film else Called(name, year)

        found = call(self._follows.namesakes(alone)).name
        new = None if self._follows.known(name_key(found)) else self._new(found, kind, excludes)

        def changed(called: Called, held: Followed | None) -> tuple[str, Follow]:
            before = held.value if held else new or self._new(called.name, kind, excludes)
            if held is None and query is not None:
                before = Follow(name=called.name, kind="topic", title=called.name)
            value = replace(
                before,
                kind=kind or before.kind,
                aliases=_edited(before.aliases, aliases, forget),
                companions=_edited(before.companions, companions, forget),
                excludes=_edited(before.excludes, excludes, forget),
                year=called.year if called.year is not None else before.year,
            )
            value = _called_so(_guarded(value, guard, seen=seen), title, query)
            self._check(value, held)
            return held.key if held and query is None else name_key(value.name), value

        saved = self._follows.change(alone, call, changed)
        if seen:
            self._follows.look(saved)
        return self._timelines.counted(self._follows.find(saved))

    def _new(self, name: str, kind: FollowKind | None, excludes: Sequence[str]) -> Follow:
        """Return a name that is not followed yet as what it seems to be."""
        kind = kind or self._follows.kind_of(name_key(name)) or _guess(name)
        return Follow(name=name, kind=kind, aliases=self._known_as(name, excludes) if kind == "film" else ())

    def _known_as(self, film: str, without: Sequence[str]) -> tuple[str, ...]:
        """Return the title that a film's reports are told under, where it is another and none of these."""
        from reader.library.known_as import known_as, titles_of

        found = known_as(titles_of(self._learnt), [film]).values()
        return _edited(tuple(found), (), without)

    def _check(self, follow: Follow, held: Followed | None) -> None:
        """Refuse what may not be followed, and a title that means something else already; UsageError."""
        check(follow)
        if follow.title is None or (held and held.value.title == follow.title):
            return
        if not name_key(follow.title):
            raise UsageError(f"“{follow.title}” holds no word to call it by; give another name.")
        key = name_key(follow.title)
        other = self._follows.find(follow.title) if self._follows.known(key) else None
        if other and other.key != (held.key if held else name_key(follow.name)):
            raise UsageError(f"“{follow.title}” means {other.value.name} already; give another name.")

    def check(self, follow: Follow, before: Follow | None = None) -> None:
        """Refuse to follow so what may not be; UsageError. A guard that ended by itself may stay.

        `before`: how it is followed now, where its name changes.
        """
        for name in (follow.name, *follow.aliases, follow.title or ""):
            typed(name, "A name to follow")
        held = self._follows.record((before or follow).name, follow.kind)
        self._check(follow, held)
        if held is None or follow.guard != held.value.guard:
            check_guard(follow.guard, self._clock())

    def save(self, follow: Follow, *, again: bool, before: Follow | None = None) -> None:
        """Follow exactly so, whatever was said of that name before; what has it for an alias stays.

        `again`: as it was followed before, so that nothing is refused. `before`: that it takes the place of.
        """
        if not again:
            self.check(follow, before)
        follow = replace(
            follow,
            name=one_line(follow.name),
            aliases=tuple(one_line(each) for each in follow.aliases),
            title=one_line(follow.title or "") or None,
        )
        if before and name_key(before.name) != name_key(follow.name):
            if (held := self._follows.record(before.name, before.kind)) is None:
                raise UsageError(f"“{before.called}” was changed elsewhere, so nothing was changed here.")
            self._follows.put(Placed(name_key(follow.name), held.key, follow))
            return
        held = self._follows.record((before or follow).name, follow.kind)
        key = held.key if held else name_key(follow.name)
        self._follows.save(key, follow, map(name_key, follow.aliases))

    def unfollow(self, name: str) -> Follow:
        """Follow a name no longer; return how it was followed."""
        held = self._follows.find(name)
        self._follows.remove(held.key)
        return held.value

    def look(self, name: str) -> None:
        """Note that a timeline was looked at."""
        self._follows.look(self._follows.find(name).key)


def _called(shelf: Namesakes, name: str, year: int | None, *, moves: bool) -> Called:
    """Return the name that a film goes by among those of its title, and the year it is to have.

    A film followed by that title moves to title and year where this one is newer. `moves`: see `of_year`.
    """
    title, said = parted(name)
    if said is not None:
        one = shelf.find(title, year or said)
        known = one is not None and one.follow.year is not None
        return Called(one.follow.name, None) if one and known else Called(name, year or said)
    one = None if year is None else shelf.of_year(title, year, moves=moves)
    if one is None:
        return Called(name, year)
    placed = shelf.placed()
    called = next((each.follow.name for each in placed if each.was == one.was), one.follow.name)
    moved = [each for each in placed if each.was is not None]
    return Called(called, None if one.was is not None and parted(called)[1] else year, moved)


def _guarded(follow: Follow, guard: str | None, *, seen: bool) -> Follow:
    """Return a follow with a new guard, or the one it had: of a film only, and none once it is seen."""
    kept = follow.guard if follow.kind == "film" else None
    return replace(
        follow,
        guard=None if seen and follow.kind == "film" else guard or kept,
        seen=seen or (follow.seen and not guard),
    )


def _called_so(follow: Follow, title: str | None, query: str | None) -> Follow:
    """Return a follow of another query, called otherwise; None leaves it, and an empty title is none."""
    if query is not None and follow.kind != "topic":
        raise UsageError(
            f"“{follow.name}” is followed as a {follow.kind}, and no query takes its place: follow that."
        )
    name = follow.name if query is None else typed(query, "A query to follow")
    check_name(name)
    called = follow.title if title is None else typed(title, "A name") or None
    return replace(follow, name=name, title=called)


def _edited(before: Sequence[str], more: Sequence[str], less: Sequence[str]) -> tuple[str, ...]:
    """Names with more and less of them, told apart as names are; without those that hold no word."""
    gone = {"", *map(name_key, less)}
    added = [typed(name, "A name") for name in more]
    return tuple(
        name
        for name in {name_key(name): name for name in (*map(one_line, before), *added)}.values()
        if name_key(name) not in gone
    )


def _guess(name: str) -> FollowKind:
    """What a name is that the library has not met yet: a person if it begins as one."""
    from reader.stories.language.word_lists import first_names

    if asks(name):
        return "topic"
    words = key_of(name).split()
    first = next(filter(str.isalnum, name), "")  # of “(500) Days of Summer” a number
    return (
        "person"
        if 2 <= len(words) <= 3 and words[0] in first_names()
        else "film"
        if first.isdigit() or first.upper() == first
        else "topic"
    )
