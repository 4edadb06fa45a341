"""`newsreel pack`: full texts for reading offline."""

from __future__ import annotations

import click

from reader import paths as places
from reader.cli.desk import asking, open_library
from reader.cli.options import COUNT, QueryCommand, as_json, words
from reader.cli.settings import load
from reader.refresh.packing import MEGABYTES, NEWEST, run


@click.command(cls=QueryCommand)
@click.argument("query", nargs=-1)
@click.option(
    "--max-size",
    "megabytes",
    type=COUNT,
    default=MEGABYTES,
    show_default=True,
    metavar="MB",
)
@click.option("--limit", type=COUNT, default=NEWEST, show_default=True, help="How many articles.")
@click.option("--id", "ids", type=int, multiple=True, hidden=True, help="Just this article, asked again.")
@click.option("--pictures", type=click.Choice(["lead", "all"]), hidden=True, help="Just the pictures.")
@click.option("--events", is_flag=True, hidden=True, help="What happens, as lines of JSON.")
@as_json
def pack(
    query: tuple[str, ...],
    megabytes: int,
    limit: int,
    ids: tuple[int, ...],
    pictures: str | None,
    events: bool,
    json: bool,
) -> int:
    """Fetch texts and pictures of bookmarks, followed stories and the newest unread, or of what QUERY finds.

    What is kept already is not fetched again, so packing goes on where it stopped. At the end it says
    what is missing, and why.
    """
    text = words(query)
    load(places.find().config_file)
    with open_library() as library, asking(text):
        library.parse_query(text)
    return run(
        text,
        ids=ids,
        pictures=pictures or "",
        limit=limit,
        megabytes=megabytes,
        json=events or json,
        whole=json and not events,
    )
