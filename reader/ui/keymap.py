"""Which keys do what: presets and the person's own choices over the table of actions, checked.

Standard library only: commands read it without Textual.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from reader.ui.actions import ACTIONS, BY_ID, COUNTING, FOCUSES, PRESETS, Action, Focus

Strokes = tuple[str, ...]
"""Keys pressed one after another."""

NAMES = {f"f{n}" for n in range(1, 25)} | {
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete", "backspace"),
    *("enter", "escape", "tab", "space", "comma"),
}
MODIFIERS = ("ctrl", "shift", "alt", "super")
_SHOWN = {"up": "↑", "down": "↓", "left": "←", "right": "→", "escape": "Esc", "enter": "Enter", "tab": "Tab",
          "shift+tab": "shift+Tab", "space": "Space", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home",
          "end": "End", "comma": ","}  # fmt: skip
_COOKED = {"ctrl+j": "enter", "ctrl+@": "ctrl+d"}
"""What a terminal makes of Enter and ^D that were typed before it was ours."""


class Keymap:
    """The keys in force: for each focus, which strokes mean which action."""

    def __init__(self, preset: str = "default", chosen: Mapping[str, str] | None = None) -> None:
        self.counts = preset in COUNTING
        """Digits before a movement repeat it."""
        self.faults: list[str] = []
        """What is wrong with the person's own choices, each a clause; the clashes among them too."""
        self.clashes: list[str] = []
        self._keys = {action.id: PRESETS[preset].get(action.id, action.keys) for action in ACTIONS}
        self._choose(chosen or {})
        self._strokes: dict[Focus, dict[Strokes, str]] = {focus: {} for focus in FOCUSES}
        # The person's own choices come first, so that they win over a preset's key.
        for action in sorted(ACTIONS, key=lambda action: action.id not in (chosen or {})):
            self._bind(action)
        self.faults += self.clashes

    def _choose(self, chosen: Mapping[str, str]) -> None:
        for name, keys in chosen.items():
            if name not in BY_ID:
                near = difflib.get_close_matches(name, BY_ID, 1)
                self.faults.append(f"no action “{name}”" + (f", did you mean “{near[0]}”?" if near else ""))
            elif wrong := [key for key in _alternatives(keys) if not _known(key)]:
                self.faults.append(f"“{name}”: no key “{wrong[0]}”")
            else:
                self._keys[name] = " ".join(_alternatives(keys))

    def _bind(self, action: Action) -> None:
        for focus in (each for each in FOCUSES if each in action.where):
            table = self._strokes[focus]
            for strokes in self.strokes(action.id):
                near = (other for other in table if other[0] == strokes[0])
                if clash := next((other for other in near if _overlap(other, strokes)), None):
                    self.clashes.append(
                        f"“{shown(strokes)}” is both {table[clash]} and {action.id} in the {focus}"
                    )
                else:
                    table[strokes] = action.id

    def strokes(self, action_id: str) -> list[Strokes]:
        """Return the strokes bound to an action, digits spelt out."""
        return [strokes for key in self._keys[action_id].split() for strokes in _spell(key)]

    def meant(self, stroke: str) -> str:
        """Return a stroke, or what it was where it came too early and means nothing itself."""
        known = any((stroke,) in table for table in self._strokes.values())
        return stroke if known else _COOKED.get(stroke, stroke)

    def binds(self, stroke: str) -> bool:
        """Tell whether a key begins anything anywhere."""
        return any(strokes[0] == stroke for table in self._strokes.values() for strokes in table)

    def table(self, focus: Focus) -> Mapping[Strokes, str]:
        """Return what every key does in one focus."""
        return self._strokes[focus]

    def keys(self, action_id: str) -> tuple[str, ...]:
        """Return an action's keys as people read them: ("j", "↓")."""
        return tuple(key if key == "1-9" else shown(_split(key)) for key in self._keys[action_id].split())

    def rows(self) -> Iterator[tuple[Action, tuple[str, ...]]]:
        """Yield each action with its keys as people read them; one without may be given some."""
        return ((action, self.keys(action.id)) for action in ACTIONS)


def shown(strokes: Strokes) -> str:
    """Write strokes as people read them: "gg", "ctrl+d", "PgDn"."""
    return "".join(_SHOWN.get(stroke, stroke) for stroke in strokes)


def stroke_of(key: str, character: str | None) -> str:
    """Name a key pressed as the table does: printable characters by themselves, the others by name."""
    if character and not key.startswith(("ctrl+", "alt+")):
        return {" ": "space", ",": "comma"}.get(character, character)
    return key


def _alternatives(keys: str) -> list[str]:
    return keys.replace(",", " ").split()


def _split(key: str) -> Strokes:
    """Split "gg" into g, g; leave "ctrl+d", "f5" and "+" whole."""
    return (key,) if len(key) == 1 or _named(key) else tuple(key)


def _spell(key: str) -> Iterator[Strokes]:
    yield from ((str(digit),) for digit in range(1, 10)) if key == "1-9" else (_split(key),)


def _named(key: str) -> bool:
    *modifiers, name = key.split("+") if key != "+" else [key]
    return all(m in MODIFIERS for m in modifiers) and (name in NAMES or (bool(modifiers) and len(name) == 1))


def _known(key: str) -> bool:
    """Whether a key, or several typed in a row, can be pressed."""
    return key == "1-9" or _named(key) or (key.isprintable() and len(key) <= 3 and "+" not in key[:-1])


def _overlap(one: Strokes, other: Strokes) -> bool:
    """Whether one is the beginning of the other: then the longer can never be typed."""
    return one[: len(other)] == other[: len(one)]


class KeyReader:
    """Reads strokes as they come: sequences (`gg`) and, in some presets, counts (`5j`)."""

    def __init__(self, keymap: Keymap) -> None:
        self.keymap = keymap
        self._count = ""
        self._typed: Strokes = ()

    @property
    def pending(self) -> str:
        """What has been typed and waits for more."""
        return self._count + shown(self._typed)

    def reset(self) -> None:
        """Forget what was typed."""
        self._count, self._typed = "", ()

    def read(self, stroke: str, focus: Focus) -> tuple[str, int | None] | None:
        """Take one stroke; return the action it completes, with its count or digit, if it does."""
        if stroke == "escape" and self.pending:
            self.reset()
            return None
        if self._counts(stroke, focus):
            self._count = (self._count + stroke)[:4]
            return None
        table = self.keymap.table(focus)
        typed = (*self._typed, stroke)
        if action := table.get(typed):
            number = int(stroke) if stroke.isdigit() and len(typed) == 1 else int(self._count or 0)
            self.reset()
            return action, number or None
        if any(strokes[: len(typed)] == typed for strokes in table):
            self._typed = typed
            return None
        retry = bool(self._typed)
        self.reset()
        return self.read(stroke, focus) if retry else None

    def _counts(self, stroke: str, focus: Focus) -> bool:
        digit = stroke in "123456789" or (stroke == "0" and bool(self._count))
        return self.keymap.counts and digit and focus != "article" and not self._typed
