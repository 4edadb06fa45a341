"""The sample reel's story of Heat 2, in a real terminal: its row, its coverage, its timeline, followed."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Open
from tests.e2e.terminal import Terminal

ROW = "▌● Michael Mann says"


def cursor(shown: str) -> list[str]:
    """Return the two lines of the cursor's row in the list."""
    return [line.rpartition("▌")[2] for line in shown.splitlines() if "▌" in line][-2:]


def move_to(screen: Terminal, row: str) -> None:
    """Go down the list, row by row, until the cursor is on it."""
    shown = screen.screen()
    for _ in range(50):
        if row in shown:
            return
        screen.press("j")
        at = cursor(shown)
        shown = screen.until(lambda now, at=at: cursor(now) != at, what="the cursor move")
    raise AssertionError(f"no row {row} in\n{shown}")


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["120x40", "80x24"])
def test_the_story_of_heat_2(terminal: Open, size: tuple[int, int]) -> None:
    screen = terminal("demo", size=size)
    screen.wait("TODAY", "44", "3 outlets", "5 outlets", "refreshed")
    move_to(screen, ROW)
    screen.press("c")
    screen.wait("together because: about Heat 2", "10 Oct 16:12")
    screen.press("T")
    screen.wait("not followed yet", "10 Oct")
    screen.press("w")
    screen.wait("Following Heat 2")
    screen.press("T")
    screen.wait("follows: Heat 2")
    screen.press("Escape")
    screen.wait(ROW, gone=["follows: Heat 2"])
    screen.press("Q")
    assert screen.ended() == 0
