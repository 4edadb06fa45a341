"""Lists without what is read: those of an outlet, of a folder, of what is followed."""

from __future__ import annotations

from msgspec.structs import replace

from reader.model import Key, Sort, View
from reader.ui.parts.part import Part

OF_SOME = ("feed", "folder", "follow")
"""The lists of some of the news; Today, Unread and All are of everything."""


class UnreadOnly(Part):
    """What is read while such a list is open stays in sight until it is opened anew, as in Unread."""

    def holds(self, view: View) -> bool:
        """Tell whether a list leaves out what is read."""
        return self.screen.config.unread_only and view.kind in OF_SOME

    def keys(
        self,
        view: View,
        *,
        after: Key | None = None,
        limit: int,
        sort: Sort = "newest",
        live: bool = False,
    ) -> list[Key]:
        """Return the next keys of a list, as it is shown."""
        if not self.holds(view):
            return self.library.keys(view, after=after, limit=limit, sort=sort, live=live)
        if view.kind == "follow":
            return self.library.follow_keys(view, after=after, limit=limit, sort=sort, live=live, unread=True)
        unread = replace(view, kind="unread")
        return self.library.keys(unread, after=after, limit=limit, sort=sort, live=live)

    def turn(self) -> None:
        """Leave out what is read, or list it again, from now on."""
        on = not self.screen.config.unread_only
        self.screen.settings.keep("unread_only", on)
        how = f"leave out what is read; {self.key('list.unread_only')} brings it back" if on else "show all"
        self.say(f"Lists of outlets, folders and names {how}.")

    def show(self) -> None:
        """Show the list that is open as it is by now, at the row in hand: a read one only if on show."""
        view, rows = self.screen.listing.view, self.screen.list
        if view.kind in OF_SOME:
            row, article = rows.row(), self.screen.article_view.article
            on_show = row is not None and article is not None and row.id == article.id
            stays = on_show or (row is not None and not (row.read and self.holds(view)))
            self.screen.listing.open(view, rows.key() if stays else None, live=self.screen.listing.live)
