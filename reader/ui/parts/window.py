"""The window itself: commands, help, copying, suspending, quitting."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reader.ui.parts.part import Part

if TYPE_CHECKING:
    from reader.ui.parts.changing import Changing


class Window(Part):
    """What concerns the program rather than the news."""

    def say_faults(self) -> None:
        """Say what is wrong with the library or the settings."""
        theme = self.screen.config.theme
        if self.library.read_only:
            advice = "give yourself the right to write there, then open Newsreel again"
            self.say(f"{self.library.read_only}; {advice}.", trouble=True)
        elif wrong := getattr(self.screen.app, "wrong", None):
            self.say(wrong, trouble=True)
        elif self.screen.keymap.faults:
            self.say_wrong_keys()
        elif theme not in self.screen.app.available_themes:
            self.say(f"There is no theme “{theme}”: press : and type theme.", trouble=True)

    def say_wrong_keys(self) -> None:
        """Say what is wrong with the keys that are chosen, if anything is."""
        if faults := self.screen.keymap.faults:
            self.say(f"keys: {'; '.join(faults)}", trouble=True)

    def commands(self) -> None:
        """Show every command by name."""
        from reader.ui.screens.palette import Commands, Palette

        self.screen.app.push_screen(Palette([Commands], placeholder="command or outlet…"))

    def settings(self) -> None:
        """Show every setting."""
        self._changing.open()

    @cached_property
    def _changing(self) -> Changing:
        from reader.ui.parts.changing import Changing

        return Changing(self.screen)

    def help(self) -> None:
        """Show the keys and marks."""
        from reader.ui.screens.help import Help

        self.screen.app.push_screen(Help(self.screen.keymap, ascii_marks=self.screen.config.ascii))

    def messages(self) -> None:
        """Show what the status line said."""
        from reader.ui.screens.said import Said

        self.screen.app.push_screen(Said(self.screen.status.before))

    def copy(self) -> None:
        """Copy the selected text."""
        if text := self.screen.get_selected_text():
            self.screen.app.copy_to_clipboard(text)
            self.screen.clear_selection()
            self.say("Copied the selection.")
        else:
            self.say(f"{self.key('app.quit')} quits.")

    def suspend(self) -> None:
        """Go back to the shell until `fg`."""
        if self.screen.app.is_web:
            self.say("There is no shell behind this page: close the tab to leave.")
        else:
            self.screen.app.action_suspend_process()

    def quit(self) -> None:
        """Quit."""
        self.screen.leaving.keep()
        self.screen.app.exit(0)
