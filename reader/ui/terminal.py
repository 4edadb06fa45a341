"""The terminal as Textual drives it when our first screen is on it already."""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver

from reader.ui.frame import FirstScreen

_ALTERNATE = "\x1b[?1049h"


def taking_over(first: FirstScreen) -> type[LinuxDriver] | None:
    """Return a driver that draws over the first screen; None where there is none."""
    return type("TakingOver", (_TakingOver,), {"first": first}) if first.attributes is not None else None


class _TakingOver(LinuxDriver):
    first: FirstScreen

    def start_application_mode(self) -> None:
        """Begin; at the end the terminal is given back as it was before the first screen."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.attrs_before = self.first.attributes
        self.first.taken = True

    def write(self, data: str) -> None:
        """Write, but for the first change to the alternate screen: xterm clears it on a second."""
        if data != _ALTERNATE or self.first.taken:
            super().write(data)
