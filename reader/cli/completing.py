"""What a shell may offer for an argument: files, settings and their values."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from reader import config


def files(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Have the shell offer its files."""
    return [CompletionItem(incomplete, type="file")]


def setting_names(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the settings, and past `keys.` the actions."""
    names = {each.key: each.help for each in config.settings()}
    if incomplete.startswith("keys."):
        from reader.ui.actions import ACTIONS

        names = {f"keys.{action.id}": action.help for action in ACTIONS}
    return [CompletionItem(name, help=told) for name, told in names.items() if name.startswith(incomplete)]


def setting_values(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[str]:
    """Offer what the setting named before may be."""
    found = next((each for each in config.settings() if each.key == ctx.params.get("key")), None)
    if found is None:
        return []
    values = ("true", "false") if isinstance(found.default, bool) else found.choices
    return [value for value in values if value.startswith(incomplete)]
