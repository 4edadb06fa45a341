"""`paths`, `config`, `keys`, `demo`, `completion`, and `refresh` for the help and completion."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click
from msgspec.structs import asdict

from reader import config as settings
from reader import paths as places
from reader.cli.completing import setting_names, setting_values
from reader.cli.options import as_json
from reader.cli.output import Json, columns, note, say, say_json, sections
from reader.cli.settings import load
from reader.editing import edit
from reader.errors import NewsreelError, UsageError
from reader.ui.key_faults import key_faults
from reader.ui.keymap import Keymap


@click.command()
@click.argument("feed", nargs=-1)
@click.option("--force", is_flag=True, help="Ask now, though not due.")
@click.option("--again", is_flag=True, help="Ask everything that was not asked in the last five minutes.")
@click.option("--json", is_flag=True, help="Print what happens as lines of JSON.")
def refresh(feed: tuple[str, ...], **flags: bool) -> int:
    """Fetch what is due."""
    from reader.cli.refreshing import refresh

    return refresh([*(f"--{name}" for name, given in flags.items() if given), "--", *feed])


@click.command()
@as_json
def paths(json: bool) -> None:
    """Say where settings, library, caches and log live."""
    found = places.find()
    named = {
        **{name: getattr(found, name) for name in ("config", "data", "cache", "state")},
        **{
            name: getattr(found, name)
            for name in ("config_file", "library", "backups", "pages", "images", "log")
        },
    }
    if json:
        say_json({name: str(path) for name, path in named.items()})
        return
    columns([(name.replace("_", " "), str(path)) for name, path in named.items()], last="whole")


@click.command()
@click.argument("key", required=False, shell_complete=setting_names)
@click.argument("value", required=False, shell_complete=setting_values)
@click.option("--edit", "by_hand", is_flag=True, help="Open the settings file in $VISUAL or $EDITOR.")
@as_json
def config(key: str | None, value: str | None, by_hand: bool, json: bool) -> None:
    """Show the settings, or the one named KEY; with a VALUE, set it (keys.ACTION sets a key)."""
    file = places.find().config_file
    if by_hand:
        if key is not None:
            raise UsageError("--edit opens the whole file, so it takes no key.")
        edit(file)
        load(file)  # what is wrong in it now is said at once
        return
    changed = load(file) if key is None or value is None else _write(key, value)
    rows = [row for row in _settings(changed) if key is None or row["key"] == _known(key)]
    if json:
        say_json(rows if key is None else rows[0])
    elif key is not None:
        say(_value(rows[0]["value"]))
    else:
        columns(
            [
                (
                    "*" if row["value"] != row["default"] else " ",
                    row["key"],
                    _value(row["value"]),
                    row["help"],
                )
                for row in rows
            ],
            last="wrap",
        )


def _write(key: str, value: str) -> settings.Config:
    file = places.find().config_file
    name, _, entry = key.partition(".")
    if _known(name) == "feeds" or (name == "keys") == (not entry):
        raise UsageError(_ASIDE.get(name, f"“{name}” has no parts; `newsreel config {name} VALUE` sets it."))
    if name == "keys" and (wrong := _wrong_key(entry, value)):
        raise UsageError(f"{wrong[0].upper()}{wrong[1:]}{'' if wrong.endswith('?') else '.'}")
    from reader.config_writing import write

    return write(file, key, value)


def _wrong_key(action: str, keys: str) -> str | None:
    """Say what is wrong with keys for an action; a clash is no fault, since the choice wins."""
    keymap = Keymap(chosen={action: keys})
    return next((each for each in keymap.faults if each not in keymap.clashes), None)


_ASIDE = {
    "keys": "`newsreel config keys.ACTION KEYS` sets the keys of one action; `newsreel keys` lists them.",
    "feeds": "What holds for one feed is written into the settings file: [feeds.NUMBER] or "
    '[feeds."ADDRESS"], and below it title, folder, full_text or refresh_minutes.',
}


def _settings(current: settings.Config) -> Iterator[Json]:
    for each in settings.settings():
        yield {**each._asdict(), "value": getattr(current, each.key)}


def _known(key: str) -> str:
    """Return the key of the table that this names; UsageError with the nearest."""
    name = key.partition(".")[0]
    names = [each.key for each in settings.settings()]
    if name in names:
        return name
    from reader.config_faults import nearest  # for a mistake only

    hint = nearest(name, names).removeprefix(", ") or "`newsreel config` lists them all."
    raise UsageError(f"There is no setting “{key}”; {hint}")


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, settings.FeedConfig):
        return ", ".join(f"{name} {_value(each)}" for name, each in asdict(value).items() if each is not None)
    if isinstance(value, dict):
        return "; ".join(f"{name} = {_value(each)}" for name, each in value.items())
    return str(value)


@click.command()
@click.option(
    "--preset", type=click.Choice(["default", "newsboat", "vim", "netnewswire"]), help="Of this set."
)
@as_json
def keys(preset: str | None, json: bool) -> int:
    """List the keys of the reader, as they are bound now."""
    from reader.ui.actions import GROUPS

    file = places.find().config_file
    current = settings.load(file)
    keymap = Keymap(preset or current.preset, None if preset else current.keys)
    wrong = None if preset else key_faults(file, current)
    if not preset and (told := key_faults(file, current, clashes=True)):
        note(told)
    if json:
        say_json(
            [
                {"id": a.id, "keys": pressed, "label": a.label, "help": a.help, "where": sorted(a.where)}
                for a, pressed in keymap.rows()
            ]
        )
        return int(wrong is not None)
    sections(
        {
            group: [(" ".join(keymap.keys(a.id)), a.id, a.help) for a in actions]
            for group, actions in GROUPS.items()
        },
        last="wrap",
    )
    return int(wrong is not None)


@click.command()
def demo() -> int:
    """Open the reader on the bundled sample reel, in a home that is gone afterwards."""
    from reader.demo import run

    return run()


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script for a SHELL.

    \b
    bash  newsreel completion bash > ~/.local/share/bash-completion/completions/newsreel
    zsh   newsreel completion zsh > a file named _newsreel in a folder of $fpath
    fish  newsreel completion fish > ~/.config/fish/completions/newsreel.fish
    """
    from click.shell_completion import get_completion_class

    from reader.cli.main import newsreel

    found = get_completion_class(shell)
    if found is None:
        raise NewsreelError(f"There is no completion for {shell}.")
    script = found(newsreel, {}, "newsreel", "_NEWSREEL_COMPLETE").source()
    # What fish splits at commas is a word and its help, which may have some of its own.
    sys.stdout.write(script.replace('string split "," $completion', "string split -m1 ',' $completion"))
