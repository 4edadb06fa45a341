"""`serve`: the reader in a browser on this machine."""

from __future__ import annotations

import sys

import click

from reader.cli.options import as_json
from reader.cli.output import note, say, say_json

PORT = 8024


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="Where; 0: any that is free.",
)
@as_json
def serve(port: int, json: bool) -> int:
    """Open the reader in a browser, on this machine only.

    Prints the address to open. It holds a key made for this run: whoever has the address has the reader,
    so keep it to yourself. Each tab is a reader of its own. Ctrl+C ends them all.
    """
    from reader.serve import server

    def announce(address: str) -> None:
        if json:
            say_json({"url": address})
        else:
            say(address)
            note("Open that in a browser on this machine, and keep it to yourself. Ctrl+C ends it.")
        sys.stdout.flush()

    return server.serve(port, announce)
