"""Links: opened in a browser, copied, listed by number. http and https only."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from reader.ui.parts.part import Part
from reader.ui.screens.mode import Mode

if TYPE_CHECKING:
    from reader.ui.screens.links import LinkChoice


class Link(Part):
    """What can be done with the links of the article in hand."""

    def open(self) -> None:
        """Open the article itself in the browser."""
        if url := self.screen.hand.url():
            self.browse(url, self._named(url))

    def _named(self, url: str) -> str:
        """Return the address of the article in hand, or what is said in its place: it holds the headline."""
        article_id = self.screen.hand.article()
        hidden = article_id is not None and self.screen.guard.hides(article_id)
        return "the link of what is hidden" if hidden else url

    def copy(self, url: str | None = None) -> None:
        """Copy the article's link, or this one."""
        if wanted := url or self.screen.hand.url():
            self.screen.app.copy_to_clipboard(wanted)
            self.say(f"Copied {url or self._named(wanted)}")

    def go(self, number: int) -> None:
        """Open the link of that number."""
        if not self.screen.article_view.open_link(number):
            self.say(f"There is no link {number} here.")

    def hint(self) -> None:
        """Lay letters over the links in sight; typed, they open one."""
        if count := self.screen.article_view.label_links():
            self.screen.keys.take_mode(Mode(self._hinted, (("a-z", "open"), ("Esc", "back"))))
            self.say("Type the letter on the link." if count > 1 else "One link in sight: type its letter.")
        else:
            self.say("No link in sight.")

    def _hinted(self, stroke: str) -> None:
        view = self.screen.article_view
        before = view.labels.typed
        spot = view.labels.type(stroke.lower())
        if spot is None and view.labels.typed != before:
            view.refresh()  # the first of two letters
            return
        self.screen.keys.take_mode(None)
        self.screen.status.quiet()
        view.unlabel()
        if spot is not None:
            view.open_link(spot.link + 1)

    def list(self) -> None:
        """List the links of the article in hand by number, then its files."""
        from reader.ui.playing import file_of
        from reader.ui.screens.links import Link as LinkRow
        from reader.ui.screens.links import Links
        from reader.ui.typeset.tail import link_words

        article_id = self.screen.hand.article()
        if article_id is None or self.screen.guard.refuses(article_id):
            return
        document = self.library.document(article_id)
        words = link_words(document)
        rows = [LinkRow(url, words.get(at, "")) for at, url in enumerate(document.links)]
        # Behind the links, whose numbers stand in the text.
        files = map(file_of, self.library.article(article_id).enclosures)
        rows += [LinkRow(each.url, each.told()) for each in files]
        if not rows:
            self.say("This article has no links.")
            return
        self.ask(Links(rows), self._chosen)

    def _chosen(self, choice: LinkChoice | None) -> None:
        if choice is not None:
            (self.browse if choice.what == "open" else self.copy)(choice.url)

    def browse(self, url: str, named: str = "") -> None:
        """Open a link; a browser that needs the terminal gets it, and with none the link is copied.

        `named`: what to call it, else by its address.
        """
        from reader.ui.aside import aside
        from reader.ui.browser import find, launch

        app = self.screen.app
        if app.is_web:
            app.open_url(url)
            self.say(f"Opened {named or url}")
            return
        browser = find(url, self.screen.config.browser)
        if browser is None:
            app.copy_to_clipboard(url)
            self.say(f"No browser here, so the link is copied: {named or url}")
            return
        try:
            if browser.console:
                with aside(app):
                    subprocess.run(browser.command, check=False)
            else:
                launch(browser)
                self.say(f"Opened {named or url}")
        except (OSError, SuspendNotSupported) as error:
            app.copy_to_clipboard(url)
            self.say(f"{browser.command[0]} did not start ({error}); the link is copied.", trouble=True)
