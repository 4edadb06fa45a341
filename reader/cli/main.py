"""The commands by name; the module of one is imported when it runs."""

from __future__ import annotations

import os
import re
from importlib import import_module
from typing import Any

import click

from reader import __version__
from reader.arguments import texts
from reader.cli.output import plain_output
from reader.errors import UsageError

COMMANDS = {
    "add": ("following", "Follow a feed, or the feed a page names."),
    "remove": ("following", "Stop following a feed; its bookmarks stay."),
    "feeds": ("following", "List the subscriptions and how they are doing."),
    "outlets": ("following", "List the built-in film outlets."),
    "refresh": ("system", "Fetch what is due."),
    "list": ("articles", "List articles, or those a query finds."),
    "show": ("articles", "Print one article with its full text."),
    "mark": ("articles", "Mark what a query finds read or unread."),
    "bookmark": ("bookmarks", "Save a copy of an article, with tags and a note."),
    "bookmarks": ("bookmarks", "List the saved copies."),
    "stories": ("stories", "List stories, each with its outlets."),
    "story": ("stories", "Print one story with all its reports, or change what belongs to it."),
    "follow": ("follows", "Follow a film, a person or any words."),
    "unfollow": ("follows", "Follow a name no longer."),
    "following": ("follows", "List what is followed."),
    "timeline": ("follows", "Print what happened to a followed name."),
    "mute": ("mutes", "Mark read what a query finds, now and as it arrives."),
    "mutes": ("mutes", "List what is muted."),
    "unmute": ("mutes", "Mute a query no longer; what it marked is unread again."),
    "pack": ("offline", "Fetch full texts for reading offline."),
    "import": ("transfer", "Take in feeds (OPML, newsboat), a watchlist, or what `export` wrote."),
    "export": ("exporting", "Write subscriptions, bookmarks, articles, release dates, or what is yours."),
    "backup": ("safety", "Copy the whole library to a file."),
    "restore": ("safety", "Bring a copy of the library back."),
    "doctor": ("safety", "Look for what is wrong, and say what to do."),
    "serve": ("serving", "Open the reader in a browser, on this machine only."),
    "demo": ("system", "Open the reader on the sample reel; needs no network."),
    "paths": ("system", "Say where everything lives."),
    "config": ("system", "Show the settings, or change one."),
    "keys": ("system", "List the keys of the reader."),
    "completion": ("system", "Print the completion script for a shell."),
}


_CHOICES = re.compile(r"'\{(.+)\}'")


class Commands(click.Group):
    """Every command, its module imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import and return one command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"reader.cli.{COMMANDS[cmd_name][0]}")
        name = cmd_name if hasattr(module, cmd_name) else f"{cmd_name}_"
        command: click.Command = getattr(module, name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the table, importing nothing."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(
    cls=Commands,
    no_args_is_help=False,
    context_settings={"max_content_width": 100},
)
@click.version_option(__version__, prog_name="newsreel")
def newsreel() -> None:
    """Read film news in the terminal. Without a command, Newsreel opens the reader.

    Every command that prints data takes --json. With --debug an error shows where it came from.
    """


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code. Raises NewsreelError."""
    plain_output()
    arguments = texts(arguments)
    try:
        if "_NEWSREEL_COMPLETE" in os.environ:
            newsreel.main(arguments, prog_name="newsreel")
        with newsreel.make_context("newsreel", arguments) as context:
            result: Any = newsreel.invoke(context)
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except click.Abort:
        return 130
    except click.ClickException as error:
        raise UsageError(_sentence(error, arguments)) from error
    return result if isinstance(result, int) else 0


def _sentence(error: click.ClickException, arguments: list[str]) -> str:
    """Say what click found wrong in one sentence, and where the right way is written."""
    context = getattr(error, "ctx", None)
    named = arguments[:1] if arguments[:1] and arguments[0] in COMMANDS else []
    command = context.command_path if context else " ".join(["newsreel", *named])
    message = _plainly(error.format_message())
    return f"{message}{' See' if message.endswith('?') else '; see'} `{command} --help`."


def _plainly(message: str) -> str:
    """Return click's words on one line, without its own for what people know by others."""
    message = " ".join(message.split()).rstrip(".").partition(". Choose from:")[0]
    message = _CHOICES.sub(lambda found: " or ".join(found[1].split("|")), message)
    return message.replace("a valid integer range", "a whole number").replace(". Did you", "; did you")
