"""The article's text, piped to a command the person types."""

from __future__ import annotations

import os
import subprocess

from textual.app import SuspendNotSupported

from reader.ui.parts.looking import Find
from reader.ui.writer import Job

COLUMNS = 80


class Article(Find):
    """Finding words in an article, seeing all of its tables, and passing it on."""

    def left(self) -> None:
        """Scroll wide tables back."""
        self._scroll(-1)

    def right(self) -> None:
        """Scroll wide tables."""
        self._scroll(1)

    def _scroll(self, direction: int) -> None:
        if not self.screen.article_view.scroll_wide(direction):
            self.say("Nothing here is wider than the pane.")

    def save(self) -> None:
        """Write the article in hand into the current folder, as Markdown."""
        from reader.ui import saving

        if (article_id := self.screen.hand.article()) is None:
            return
        article, document = self.library.article(article_id), self.library.document(article_id)
        hidden = self.screen.guard.hides(article_id)
        self.screen.writer.submit(
            Job(
                lambda: self.say_later(saving.save(article, document, hidden=hidden)),
                lambda: None,
                lambda error: self.say_later(str(error), trouble=True),
            )
        )

    def pipe(self) -> None:
        """Ask for a command and give it the text of the article in hand."""
        from reader.text.render import as_text
        from reader.ui.screens.prompt import Prompt

        article_id = self.screen.hand.article()
        if article_id is None or self.screen.guard.refuses(article_id):
            return
        if self.screen.app.is_web:
            self.say(f"A command needs a terminal: `newsreel show {article_id} | …` gives it the text there.")
            return
        title = self.library.article(article_id).title
        text = f"{title}\n\n{as_text(self.library.document(article_id), COLUMNS)}\n"
        prompt = Prompt("Pipe the text to a command", os.environ.get("PAGER", ""), "less, wc -w, lp …")
        self.ask(prompt, lambda command: self._pipe(text, command or ""))

    def _pipe(self, text: str, command: str) -> None:
        if not command:
            return
        from reader.ui.aside import aside

        try:
            with aside(self.screen.app):
                _run(command, text)
        except (OSError, SuspendNotSupported) as error:
            self.say(f"“{command}” could not be run ({error}); check the command.", trouble=True)


def _run(command: str, text: str) -> None:
    """Run a command with the text as its input, on the terminal, and wait until its output has been read."""
    shell = os.environ.get("SHELL", "/bin/sh")
    done = subprocess.run([shell, "-c", command], input=text.encode(), check=False)
    print(f"\n[{command}: exit code {done.returncode}]\nEnter goes back to Newsreel.", flush=True)
    with open("/dev/tty") as terminal:  # noqa: PTH123
        terminal.readline()
