"""Another program has the terminal for a while: a pager, a player, a browser."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual.app import App

_ENDS = (signal.SIGINT, signal.SIGQUIT)
_STOPS = (signal.SIGTSTP, signal.SIGCONT)


@contextmanager
def aside(app: App[Any]) -> Iterator[None]:
    """Put the screen away; ctrl+c ends the other program and not the reader, ctrl+z stops both."""
    failed: Exception | None = None
    with app.suspend(), _theirs():
        try:
            yield
        except Exception as error:  # Textual takes the screen back only where nothing is raised
            failed = error
    if failed is not None:
        raise failed


@contextmanager
def _theirs() -> Iterator[None]:
    """Let the keys that send signals, which all on the terminal get, be for the program that was started."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    # A handler, unlike SIG_IGN, is not inherited by what is started.
    handlers = dict.fromkeys(_ENDS, lambda *_: None) | dict.fromkeys(_STOPS, signal.SIG_DFL)
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
