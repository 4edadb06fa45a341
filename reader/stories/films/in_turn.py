"""Which of somebody's projects without a title is meant: once one has had its title for long, the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from reader.stories.films.canonical import canonical
from reader.stories.films.titles import Titles

LONG = 180 * 86_400
"""Seconds after which nobody calls a film untitled any more: who then does tells of another."""
_NTH = ("second ", "third ", "fourth ", "fifth ", "sixth ")


def project_of(person: str) -> str:
    """Return what somebody's project goes by until it has a title."""
    return f"untitled {person} project"


def is_project(key: str) -> bool:
    """Tell whether a film goes by who makes it: it has no title so far."""
    return key.startswith("untitled ") and key.endswith(" project")


def maker_of(project: str) -> str:
    """Return whose project it is."""
    person = project.removeprefix("untitled ").removesuffix(" project")
    return next((person.removeprefix(nth) for nth in _NTH if person.startswith(nth)), person)


def meant(titles: Titles, project: str, at: int, *, told: bool = False) -> str:
    """Return the project that a report of that time tells of where it says as much; no project is itself.

    The next one is there once it was told of. `told`: the report does so, or gives it a title.
    """
    found = project
    for one in islice(_in_turn(maker_of(project)), 1, None) if is_project(project) else ():
        titled = titles.titled_at.get(found)
        if titled is None or at <= titled + LONG or not (told or one in titles.renamed):
            break
        found = one
    return found


def title_of(titles: Titles, person: str) -> str:
    """The title that somebody's project was given, the latest of them; empty where none has one so far."""
    found = ""
    for project in _in_turn(person):
        if titles.renamed.get(project, project) == project:
            break
        found = canonical(titles, project)
    return found


def entitle(titles: Titles, film: str, title: str, at: int) -> None:
    """Note what a film is called from now on. `at`: when that was told.

    What the project before it was called is no title of the next: it was told late.
    """
    if not is_project(film):
        titles.rename(film, title)
        return
    before = takewhile(lambda each: each != film, _in_turn(maker_of(film)))
    if all(canonical(titles, each) != canonical(titles, title) for each in before):
        titles.rename(film, title, None if is_project(title) else at)


def _in_turn(person: str) -> Iterator[str]:
    yield project_of(person)
    for nth in _NTH:
        yield project_of(f"{nth}{person}")
