"""A person's write goes before the index."""

from __future__ import annotations

import threading
from pathlib import Path

from reader.store.precedence import LOOKS, PAUSE, claim, give_way


def test_nobody_waits_where_nobody_claims(tmp_path: Path) -> None:
    give_way(tmp_path / "library.db")
    with claim(tmp_path / "library.db"), claim(tmp_path / "library.db"):
        pass
    give_way(tmp_path / "library.db")
    assert list(tmp_path.iterdir()) == []


def test_the_index_waits_while_a_person_does(tmp_path: Path) -> None:
    done = threading.Event()

    def index() -> None:
        give_way(tmp_path / "library.db")
        done.set()

    with claim(tmp_path / "library.db"):
        thread = threading.Thread(target=index)
        thread.start()
        assert not done.wait(PAUSE * LOOKS / 5)
    assert done.wait(30)
    thread.join()


def test_a_claim_that_never_ends_is_not_waited_for(tmp_path: Path) -> None:
    with claim(tmp_path / "library.db"):
        give_way(tmp_path / "library.db")
