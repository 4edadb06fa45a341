"""While another program has the terminal, the keys that send signals are for that program."""

from __future__ import annotations

import signal
import subprocess
import sys

from reader.ui.aside import _theirs

NUMBERS = (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGCONT)


def test_what_ends_the_other_program_is_no_end_for_the_reader() -> None:
    before = [signal.getsignal(number) for number in NUMBERS]
    with _theirs():
        done = subprocess.run(["sh", "-c", "kill -INT $PPID; kill -QUIT $PPID; kill -INT $$"], check=False)
        assert done.returncode == -signal.SIGINT
        assert [signal.getsignal(number) for number in NUMBERS[2:]] == [signal.SIG_DFL] * 2
    assert [signal.getsignal(number) for number in NUMBERS] == before


def test_what_is_started_has_the_signals_as_ever() -> None:
    ask = "import signal; print(*map(signal.getsignal, (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP)))"
    run = [sys.executable, "-S", "-c", ask]
    said = subprocess.run(run, capture_output=True, text=True, check=False).stdout
    with _theirs():
        assert said == subprocess.run(run, capture_output=True, text=True, check=False).stdout
