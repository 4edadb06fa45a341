"""The article pane: one widget that shows an article, finds words in it and names its links."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.events import Click, Resize
from textual.message import Message
from textual.selection import Selection

from reader.document import Document
from reader.model import Article
from reader.ui.typeset.flow import Find, Seek, copied
from reader.ui.typeset.glyphs import ASCII, UNICODE
from reader.ui.typeset.labels import Labels, spots
from reader.ui.typeset.lines import ROLES, Line
from reader.ui.typeset.picking import Picked
from reader.ui.typeset.placard import placard
from reader.ui.typeset.sheet import Sheet
from reader.ui.widgets.drawn_article import DrawnArticle, clamped

MEASURE = 80


def measure_for(width: int, widest: int = MEASURE) -> int:
    """Return the measure in a pane of `width` cells: at most `widest`, with air where there is room."""
    air = 1 if width < 50 else 2 if width < 64 else 4
    return max(1, min(widest, width - 2 * air))


class ArticleView(DrawnArticle, can_focus=False):
    """One article, set in a measure; long ones are laid out between frames."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"article--{role}"
        for role in (*ROLES, "outlet-lit", "pull", "pad", "found", "current", "band", "label", "place")
    }
    DEFAULT_CSS = "ArticleView { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; }"

    class Opened(Message):
        """An article is on show."""

    class LinkChosen(Message):
        """A link was clicked or chosen by its number."""

        def __init__(self, url: str, text: str) -> None:
            super().__init__()
            self.url, self.text = url, text

    def __init__(
        self,
        *,
        ascii_only: bool = False,
        measure: int = MEASURE,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.ascii_only, self.widest, self.spacing = ascii_only, measure, 1
        self.article: Article | None = None
        self.document = Document()
        self.message = ""
        self._told: Callable[[int], None] = lambda _: None

    # ------------------------------------------------------------ what is shown

    def show(self, article: Article, document: Document) -> None:
        """Show an article from its top; one that has yet to go to where it was left still does."""
        again = self.article is not None and self.article.id == article.id
        wanted = self._wanted if again else 0
        self.article, self.document = article, document
        self._shift, self._find = 0, self._find if again and self._find.seek else Find()
        if self.gallery is not None:
            self.gallery.open(article, document)
        self._wanted = 0
        self._set()
        if wanted:
            self.position = wanted
        else:
            self._scroll(0)
        self.post_message(self.Opened())

    def take(self, article: Article) -> None:
        """Have it that other things were kept with the article on show; nothing that is read moves."""
        self.article, self._quotes = article, article.quotes
        self._mark_quotes()

    def clear(self, message: str = "") -> None:
        """Show no article: an empty pane, or a quiet sentence in its middle."""
        self.article, self.document, self.message = None, Document(), message
        self._shift, self._find = 0, Find()
        self._set()

    def links(self) -> list[str]:
        """Return the addresses of the article's links, number one first."""
        return list(self.document.links)

    def open_link(self, number: int) -> bool:
        """Post `LinkChosen` for a link by its number, from 1; False if there is none."""
        if not 1 <= number <= len(self.document.links):
            return False
        from reader.ui.typeset.tail import link_words

        words = link_words(self.document).get(number - 1, "")
        self.post_message(self.LinkChosen(self.document.links[number - 1], words))
        return True

    # ------------------------------------------------------------ layout

    def reset(self, *, measure: int, spacing: int) -> None:
        """Set the article anew, as the settings say now, at the place that was being read."""
        self.widest, self.spacing = measure, spacing
        if self.article is not None and self.gallery is not None:
            self.gallery.open(self.article, self.document)
            self.post_message(self.Opened())
        self._set_again()

    def _set(self) -> None:
        """Lay out the first screenful now, and have the rest follow between frames."""
        self._measure = measure_for(self.size.width, self.widest)
        self._find = self._find.anew()
        self._strips.clear()
        self._quotes, self._looked = self.article.quotes if self.article else (), (0, ())
        # A pane not shown yet has no width; its first resize comes back here.
        self._sheet = Sheet(self._source()) if self.size.width else Sheet()
        self.labels, self.picked = Labels(), Picked()
        self._lay(2 * self.size.height + 1)
        self.call_after_refresh(self._continue, self._sheet)

    def _source(self) -> Iterator[Line]:
        if self.article is None:
            return placard(self.message, self._measure, self.size.height)
        from reader.ui.widgets.article_lines import article_lines

        return article_lines(
            *(self.article, self.document, self._measure, ASCII if self.ascii_only else UNICODE),
            gallery=self.gallery,
            height=self.size.height,
            spacing=self.spacing,
        )

    def on_resize(self, _: Resize) -> None:
        """Set the article anew where the width changed, at the place that was being read."""
        if self.article and measure_for(self.size.width, self.widest) == self._measure and self.lines:
            self._redraw()
            return
        self._set_again()

    def _set_again(self) -> None:
        place = self._sheet.place(self.scroll_offset.y)
        self._set()
        if self._find.query:
            self.find(self._find.query)
        if self._wanted:
            self.position = self._wanted
        elif place:
            self._lay(None)
            self._scroll(self._sheet.line(place))

    def close_up(self, url: str) -> None:
        """Take in the room left for a picture that will not come, where nothing read moves."""
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        room = (y for y, line in enumerate(self.lines) if line.picture and line.picture.url == url)
        first = next(room, bottom)
        if (top == 0 or first >= bottom) and not (self._find.query or self.picked.lines or self.labels):
            self._set()
            self._scroll(top)
        self.refresh()

    # ------------------------------------------------------------ finding

    def find(self, text: str) -> int:
        """Mark every place of `text`, go to the first at or below the top, and return how many there are."""
        self._lay(None)
        self._find = Find(self.lines if self.article else (), text, self.scroll_offset.y)
        self._go_to_match(0)
        return len(self._find.places)

    def seek(self, seek: Seek, told: Callable[[int], None]) -> None:
        """Mark what is sought in the text once that is laid out, where nothing moves; `told` hears how much.

        Until another article is shown, or the find is ended: what is laid out anew is looked through again.
        """
        self._find, self._told = Find(seek=seek), told

    @property
    def seeks(self) -> bool:
        """Whether something is sought, found or not: a text that comes later may have it."""
        return self._find.seek is not None

    def _whole(self) -> None:
        """Look through the text for what is sought."""
        if self._find.seek and self.article and self.size.width:
            at = self._find.at
            self._find = Find(self.lines, seek=self._find.seek)
            self._find.at = min(at, len(self._find.places) - 1)
            self._redraw()
            self._told(len(self._find.places))

    def find_next(self) -> int:
        """Go to the next match, from the last to the first; return its number from 1, or 0 if none."""
        return self._go_to_match(1)

    def find_previous(self) -> int:
        """Go to the match before; return its number from 1, or 0 if there are none."""
        return self._go_to_match(-1)

    @property
    def match(self) -> tuple[int, int]:
        """Which match is the current one, from 1, and of how many."""
        return self._find.at + 1, len(self._find.places)

    def clear_find(self) -> None:
        """End the find and take its marks away."""
        self._find = Find()
        self._redraw()

    def _go_to_match(self, by: int) -> int:
        if self.seeks and not self._find.places:  # a key came before the last line
            self._lay(None)
            self._whole()
        self._redraw()
        top = self.scroll_offset.y
        number = self._find.step(by, top)
        if number and not top <= self._find.line < top + self.size.height:
            self._scroll(self._find.line - self.size.height // 3)
        return number

    # ------------------------------------------------------------ links and lines by the keyboard

    def label_links(self) -> int:
        """Lay letters over the links in sight and return how many there are."""
        top = self.scroll_offset.y
        ys = range(top, min(len(self.lines), top + self.size.height))
        self.labels = Labels(spots((y, self._windowed(y)) for y in ys))
        self._redraw()
        return len(self.labels)

    def unlabel(self) -> None:
        """Take the letters away."""
        self.labels = Labels()
        self._redraw()

    def pick(self) -> bool:
        """Show a cursor on the first line of the text in sight; False where there are no words."""
        if self.article is not None:
            self._lay(None)
            self.picked = Picked(self.lines, self.scroll_offset.y)
            self.move_pick(0)
        return bool(self.picked.lines)

    def move_pick(self, by: int) -> None:
        """Move the cursor by lines, and keep it in sight."""
        self.picked.move(by)
        top, height, y = self.scroll_offset.y, self.size.height, self.picked.cursor
        if not top <= y < top + height:
            self._scroll(y - height // 3 if by > 0 else y - height // 2)
        self._redraw()

    def unpick(self) -> None:
        """Pick nothing."""
        self.picked = Picked()
        self._redraw()

    # ------------------------------------------------------------ the mouse

    def on_click(self, event: Click) -> None:
        """Choose the link under the pointer, unless text was being selected."""
        link = event.style.meta.get("link", -1)
        if link >= 0 and self.text_selection is None:
            event.stop()
            self.open_link(link + 1)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected words, wrapped lines joined, without bars and numbers of links."""
        start, end = clamped(selection)
        self._lay(None)
        seen = [self._seen(at) for at in range(len(self.lines))]
        return copied(seen, start and (start.y, start.x), end and (end.y, end.x)), "\n"
