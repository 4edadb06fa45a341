"""Arguments and options that several commands share."""

from __future__ import annotations

from datetime import date

import click

from reader.arguments import as_text
from reader.errors import UsageError

as_json = click.option("--json", "json", is_flag=True, help="Print JSON, and nothing else.")
as_revealed = click.option("--reveal", is_flag=True, help="Show what the spoiler guard hides.")
MOST = 10**9
"""The largest number an option takes: what is counted here never comes near it."""


class _Number(click.ParamType[int]):
    """The number of a thing. `whose`, and which command shows the numbers."""

    def __init__(self, name: str, whose: str, shown_by: str) -> None:
        self.name, self._whose, self._shown_by = name, whose, shown_by

    def convert(self, value: object, param: object, ctx: object) -> int:  # noqa: ARG002
        if str(value).isascii() and str(value).isdigit() and len(str(value)) < 19:
            return int(str(value))
        raise UsageError(f"“{value}” is not {self._whose} number; `{self._shown_by}` shows the numbers.")


COUNT = click.IntRange(1, MOST)
ARTICLE = _Number("article", "an article's", "newsreel list")
STORY = _Number("story", "a story's", "newsreel stories")
MUTE = _Number("mute", "a mute's", "newsreel mutes")


def day(text: str) -> str:
    """Return a day as it is kept, in ISO's form; UsageError."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(f"“{text}” is no day; write it as 2026-01-31.") from error


WHOLE = """In a QUERY a field's value with blanks may be one argument: film:"Heat 2"."""


class QueryCommand(click.Command):
    """A command whose words are a query: `-word` is one of them, and no option."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.ignore_unknown_options = True
        self.epilog = WHOLE

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse an unknown `--option`, which is a slip rather than a word to exclude."""
        known = {name for param in self.params for name in (*param.opts, *param.secondary_opts)} | {"--help"}
        end = args.index("--") if "--" in args else len(args)
        for word in args[:end]:
            if word.startswith("--") and word.partition("=")[0] not in known and word.strip("-"):
                raise click.NoSuchOption(word.partition("=")[0], ctx=ctx)
        return super().parse_args(ctx, args)


def words(text: tuple[str, ...]) -> str:
    """Return the words of the command line as one query: what the shell kept together stays so."""
    typed = map(as_text, text)
    return " ".join(_whole(word) if " " in word and ":" in word else word for word in typed).strip()


def _whole(word: str) -> str:
    """Give a field its value back whole, whose quotation marks the shell took: film:"Heat 2"."""
    from reader.store.lexemes import named_whole

    return named_whole(word)
