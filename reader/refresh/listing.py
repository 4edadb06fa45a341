"""A list of subscriptions at an address: a worker fetches and reads it, and hands over what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.addresses import masked
from reader.errors import NewsreelError, ParseError
from reader.refresh.adding import answer_to, raised, work
from reader.worker import Job

if TYPE_CHECKING:
    from reader.feeds.opml import OpmlImport
    from reader.paths import Paths
    from reader.worker.child import Worker


def fetch_list(url: str, paths: Paths) -> OpmlImport:
    """Return the feeds that the list at an address names. Raises NewsreelError."""
    import msgspec

    from reader.feeds.opml import OpmlImport

    ending, written = work(Job("list", {"url": url, "paths": [str(each) for each in paths]}), paths)
    if ending.stopped:
        raise KeyboardInterrupt
    if ending.died is not None:
        raise ParseError(f"{masked(url)} was given up, because {ending.died}. Nothing came.")
    answer = msgspec.json.decode(written)
    if "error" in answer:
        raise raised(**answer)
    return msgspec.convert(answer, OpmlImport)


def read_list(worker: Worker) -> None:
    """Fetch the list the options name, with every limit of a feed, and write what it holds."""
    import msgspec

    from reader import config
    from reader.feeds import lists
    from reader.feeds.fetch import Fetcher
    from reader.feeds.http import Request
    from reader.refresh.command import folders
    from reader.refresh.limits import fetch_settings

    paths = folders(worker.job.options["paths"])
    try:
        limits = fetch_settings(config.load(paths.config_file))
        for response in Fetcher(limits, stopped=worker.stopped).fetch(
            [Request(1, worker.job.options["url"])]
        ):
            if response.error is not None:
                raise response.error
            with worker.guard(1):
                worker.send(msgspec.json.encode(lists.read(response.body)))
    except NewsreelError as error:
        worker.send(answer_to(error))
