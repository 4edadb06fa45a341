"""Keys: what each one means now, alone, in a sequence, or pressed many times at once."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from reader.ui.actions import BY_ID, COUNTED, Focus
from reader.ui.keymap import Keymap, KeyReader, shown, stroke_of
from reader.ui.parts.part import Part
from reader.ui.screens.mode import Mode


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
        elif stroke == "escape" and screen.pane == "article" and screen.article.searched:
            _stop(event)
            screen.article.end_find()  # every other key that goes back leaves the article at once
        else:
            self._look_up(stroke, event)

    def _look_up(self, stroke: str, event: events.Key) -> None:
        """Do what a key means by the key map; of one that does nothing here, say where it does."""
        screen, reader = self.screen, self.screen.key_reader
        was_pending = reader.pending
        read = reader.read(stroke, screen.pane)
        pending = was_pending or reader.pending
        if pending:
            screen.status.show(pending=reader.pending)
        if read or pending:
            _stop(event)
        if read:
            screen.do(*read)
            return
        screen.read.further.heed()
        if not pending:
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

    def take_keymap(self, keymap: Keymap) -> None:
        """Let keys mean something else from now on."""
        self.screen.keymap, self.screen.key_reader = keymap, KeyReader(keymap)
        self.screen.status.show(pending="")
        self.screen.hints.show()

    def take_mode(self, mode: Mode | None) -> None:
        """Read keys another way for a while, or as ever again."""
        self.screen.mode = mode
        self.screen.key_reader.reset()
        self.screen.hints.show()

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
