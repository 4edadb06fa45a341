"""Keys: what each one means now, alone, in a sequence, or pressed many times at once."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from reader.ui.actions import BY_ID, COUNTED, Focus
from reader.ui.keymap import shown, stroke_of
from reader.ui.parts.part import Part


class Keys(Part):
    """Hands every key to the mode there is, else to the key map, and what it means to the screen."""

    def take(self, event: events.Key) -> None:
        """Read a key where no text is being typed."""
        screen = self.screen
        if isinstance(screen.focused, Input):
            return
        stroke = self._stroke(event)
        if screen.mode is not None:
            _stop(event)
            screen.mode.take(stroke)
            return
        if stroke == "escape" and screen.pane == "article" and screen.article.searched:
            _stop(event)
            screen.article.end_find()  # every other key that goes back leaves the article at once
            return
        reader = screen.key_reader
        was_pending = reader.pending
        read = reader.read(stroke, screen.pane)
        if was_pending or reader.pending:
            screen.status.show(pending=reader.pending)
        if read or was_pending or reader.pending:
            _stop(event)
        if read:
            screen.do(*read)
            return
        screen.read.further.heed()
        if not was_pending and not reader.pending:
            self._say_where(stroke)

    def repeat(self, event: events.Event, times: int) -> bool:
        """Do the move that a key means so many times at once; False where it means none."""
        screen = self.screen
        reading = screen.mode is not None or isinstance(screen.focused, Input) or screen.key_reader.pending
        if reading or not screen.is_active or not isinstance(event, events.Key):
            return False
        action_id = screen.keymap.table(screen.pane).get((self._stroke(event),), "")
        if action_id in COUNTED:
            screen.do(action_id, times)
        return action_id in COUNTED

    def _stroke(self, event: events.Key) -> str:
        typed = event.character if event.is_printable else None
        return self.screen.keymap.meant(stroke_of(event.key, typed))

    def _say_where(self, stroke: str) -> None:
        """Say of a key that does nothing here where it does something."""
        keymap = self.screen.keymap
        places: dict[Focus, str] = {"list": "the list", "article": "an article"}
        for pane, name in places.items():
            if action_id := keymap.table(pane).get((stroke,)):
                here, tab = f"{shown((stroke,))} ({BY_ID[action_id].label})", self.key("pane.next")
                self.say(f"{here} is for {name}: {tab} goes to the next pane.")
                return


def _stop(event: events.Key) -> None:
    event.stop()
    event.prevent_default()
