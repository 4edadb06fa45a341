"""The article's text, piped to a command the person types."""

from __future__ import annotations

import os
import subprocess

from textual.app import SuspendNotSupported

from reader.text.render import as_text
from reader.ui.parts.reading import Find
from reader.ui.screens.prompt import Prompt

COLUMNS = 80


class Article(Find):
    """Finding words in an article, and passing it on."""

    def pipe(self) -> None:
        """Ask for a command and give it the text of the article in hand."""
        if (article_id := self.screen.in_hand()) is None:
            return
        title = self.library.article(article_id).title
        text = f"{title}\n\n{as_text(self.library.document(article_id), COLUMNS)}\n"
        prompt = Prompt("Pipe the text to a command", os.environ.get("PAGER", ""), "less, wc -w, lp …")
        self.screen.app.push_screen(prompt, lambda command: self._pipe(text, command or ""))

    def _pipe(self, text: str, command: str) -> None:
        if not command:
            return
        try:
            with self.screen.app.suspend():
                _run(command, text)
        except (OSError, SuspendNotSupported) as error:
            self.say(f"“{command}” could not be run ({error}); check the command.", trouble=True)


def _run(command: str, text: str) -> None:
    """Run a command with the text as its input, on the terminal, and wait until its output has been read."""
    shell = os.environ.get("SHELL", "/bin/sh")
    done = subprocess.run([shell, "-c", command], input=text.encode(), check=False)
    print(f"\n[{command}: exit code {done.returncode}] Enter goes back to Newsreel.", flush=True)
    with open("/dev/tty") as terminal:  # noqa: PTH123
        terminal.readline()
