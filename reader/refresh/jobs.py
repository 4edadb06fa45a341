"""What a worker is asked to do, by name; and how it tells what happens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from reader import clock as clocks
from reader import config
from reader.errors import NewsreelError
from reader.feeds.http import FetchSettings
from reader.library import Library
from reader.refresh.command import folders
from reader.refresh.limits import fetch_settings
from reader.refresh.telling import Teller
from reader.worker.child import Worker

if TYPE_CHECKING:
    from reader.refresh.making import Making
    from reader.refresh.pipeline import Pipeline
    from reader.store.values import FeedState


def perform(worker: Worker) -> None:
    """Do the worker's job."""
    if worker.job.do == "refresh":
        refresh(worker)
    elif worker.job.do == "add":
        from reader.refresh.subscribing import subscribe

        subscribe(worker)
    elif worker.job.do == "texts":
        from reader.refresh.texts import help_out

        help_out(worker)
    elif worker.job.do == "list":
        from reader.refresh.listing import read_list

        read_list(worker)
    elif worker.job.do == "newsboat":
        from reader.refresh.newsboat import take_over

        take_over(worker)
    elif worker.job.do == "pages":
        from reader.refresh.offline import pack

        pack(worker)
    else:
        raise ValueError(worker.job.do)


def refresh(worker: Worker) -> None:
    """Refresh what the options say, telling each outcome as it happens."""
    from reader.refresh import stages
    from reader.refresh.making import Making

    options = worker.job.options
    paths = folders(options["paths"])
    settings = config.load(paths.config_file)
    library = Library(paths.library, clock=clocks.clock())
    chosen = library.settle(settings.feeds)
    feed_ids = [library.find_feed(ref).id for ref in options["feeds"]] or None
    pipeline = _pipeline(worker, library, settings, chosen)
    making = Making(library, guard=worker.guard, stopped=worker.stopped)
    states = pipeline.due(options["urgency"], feed_ids, without=worker.hand.finished())
    worker.hand.put("followed", int(bool(states or library.feeds())))
    teller = Teller(worker, paths.log, {state.feed_id: state.title for state in states})
    teller.start(len(states))
    todo: list[stages.Stage] = [
        ("Asking the feeds", lambda: _ask(worker, library, pipeline, making, teller, states)),
        ("Teaching the index what is new", lambda: _index(worker, library, making, teller)),
        ("Grouping the news", pipeline.group),
        ("Fetching full texts", lambda: _fetch_pages(worker, library, settings)),
        ("Fetching pictures", lambda: _fetch_pictures(worker, library, settings, paths.images)),
        ("Teaching the index the full texts", making.index),
        ("Making the daily backup", lambda: back_up(library, teller)),
    ]
    stages.run(worker, todo)
    if not worker.stopped():
        library.close()


def _pipeline(
    worker: Worker, library: Library, settings: config.Config, chosen: Mapping[int, config.FeedConfig]
) -> Pipeline:
    """Make the pipeline as the settings say; of single feeds, as is `chosen` for them."""
    from reader.refresh.beside import beside
    from reader.refresh.pipeline import Pipeline

    return Pipeline(
        library,
        fetch_settings(settings),
        minutes=settings.refresh_minutes,
        guard=worker.guard,
        stopped=worker.stopped,
        jitter=_jitter,
        beside=beside(worker),
        own_minutes={n: each.refresh_minutes for n, each in chosen.items() if each.refresh_minutes},
    )


def _ask(
    worker: Worker, library: Library, pipeline: Pipeline, making: Making, teller: Teller,
    states: Sequence[FeedState],
) -> None:  # fmt: skip
    """Ask the feeds, but for what a worker before this one died of: that is given up."""
    from reader.refresh.making import DRAFTS

    item, why = worker.job.dead or (0, "")
    if -DRAFTS < item < 0:
        _give_up_page(library, -item, why)
    elif item > DRAFTS:
        making.give_up(item, why)
    elif item:
        for outcome in pipeline.died(states, item, why):
            teller.tell(outcome)
        states = [state for state in states if state.feed_id != item]
    teller.recall(library.feeds() if worker.hand.finished() else ())
    if worker.hand.get("updated") or worker.hand.get("unchanged"):
        pipeline.trust()
    try:
        for outcome in pipeline.outcomes(states):
            teller.tell(outcome)
    finally:
        teller.end()


def _index(worker: Worker, library: Library, making: Making, teller: Teller) -> None:
    from reader.refresh import texts

    if texts.make(worker, library, making, teller.searchable):
        teller.texts()
        making.merge_index()


def _jitter() -> float:
    """Imported by failures only: most refreshes have none."""
    import random

    return random.random()  # noqa: S311 (it spreads requests, it guards nothing)


def _give_up_page(library: Library, article_id: int, why: str) -> None:
    from reader.refresh.pages import Pages

    pages = Pages(library, FetchSettings(), guard=lambda _: nullcontext())
    for state in library.pages([article_id]):
        pages.died(state, why)


def _fetch_pages(worker: Worker, library: Library, settings: config.Config) -> None:
    """Fetch the full texts a refresh brings along. In hand they are negative: no feed has that number."""
    from reader.refresh.wanting import wanted

    if not (states := wanted(library, settings.full_text)):
        return
    from reader.refresh.pages import Pages

    pages = Pages(library, fetch_settings(settings), guard=lambda n: worker.guard(-n), stopped=worker.stopped)
    for _ in pages.outcomes(states):
        worker.hand.put("item", 0)


def _fetch_pictures(worker: Worker, library: Library, settings: config.Config, folder: Path) -> None:
    """Give bookmarks their leading picture, unless the person wants none."""
    if settings.images == "off" or not library.bookmarks_without_picture():
        return
    from reader.pictures.shelf import Shelf
    from reader.refresh.bookmark_pictures import see_to_bookmarks
    from reader.refresh.pictures import Pictures

    shelf, limits = Shelf(folder), fetch_settings(settings)
    pictures = Pictures(library, shelf, limits, guard=worker.guard, stopped=worker.stopped)
    see_to_bookmarks(library, pictures, shelf, worker.job.dead)
    worker.hand.put("item", 0)


def back_up(library: Library, teller: Teller) -> None:
    """Make the copy of the day. One that fails is said, and stops nothing: the news is saved."""
    try:
        library.back_up()
    except NewsreelError as error:
        teller.warn(f"The daily backup was not made: {error}")
