"""The rules of the house: who may import whom, which module owns which library, and how long things get."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted((ROOT / "reader").rglob("*.py"))

FLOOR = {
    "reader.document",
    "reader.incoming",
    "reader.model",
    "reader.news",
    "reader.rowstory",
    "reader.errors",
    "reader.imports",
    "reader.config",
    "reader.config_faults",
    "reader.config_writing",
    "reader.editing",
    "reader.toml_editing",
    "reader.toml_lines",
    "reader.addresses",
    "reader.arguments",
    "reader.bounded",
    "reader.folders",
    "reader.paths",
    "reader.needles",
    "reader.patterns",
    "reader.phrasing",
    "reader.ready",
    "reader.whole",
    "reader.clock",
    "reader.forks",
    "reader.itself",
    "reader.halves",
    "reader",
    "reader.__version__",
}
ROOMS = {"feeds", "text", "store", "stories", "pictures"}
ABOVE = {  # what may import each of these, beside itself
    "log": {"refresh", "worker", "ui", "serve", "cli", "demo", "__main__"},
    "library": {"refresh", "worker", "ui", "cli", "demo", "__main__"},
    "refresh": {"worker", "ui", "cli", "demo", "__main__"},
    "worker": {"refresh", "cli", "__main__"},
    "ui": {"cli", "demo", "__main__"},
    "serve": {"cli"},
    "cli": {"demo", "__main__"},
    "demo": {"cli", "__main__"},
}
BELOW = {  # what each part of the stories may import of the rest of them
    "box_office": {"language", "report", "films"},
    "films": {"language", "report", "people", "dates"},
    "people": {"language", "report"},
    "kinds": {"language"},
    "dates": {"language"},
    "language": set(),
}
OWNERS = {  # the only modules that may import a library
    "feedparser": ("reader/feeds/parse",),
    "apsw": ("reader/store/",),
    "pycurl": ("reader/feeds/curl.py",),
    "platformdirs": ("reader/folders.py",),
    "textual": ("reader/ui/",),
    "rich": ("reader/ui/",),
    "lxml": ("reader/feeds/", "reader/text/"),
    "trafilatura": ("reader/text/choice.py",),
    "PIL": ("reader/pictures/develop.py", "reader/ui/pictures/painting.py"),
    "textual_image": ("reader/ui/pictures/painting.py",),
    "sqlite3": (),
    "click": ("reader/cli/",),
    "aiohttp": ("reader/serve/",),
    "textual_serve": ("reader/serve/",),
}


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> Iterator[str]:
    """List the modules a file imports, wherever in it the import stands."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(module: str) -> str:
    """Name the room of `reader.room.…`."""
    return ([*module.split("."), ""])[1]


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_libraries_have_one_owner() -> None:
    strays = {
        (relative(path), name)
        for path in MODULES
        for name in {name.split(".")[0] for name in imports(path)} & set(OWNERS)
        if not relative(path).startswith(OWNERS[name])
    }
    assert strays == set()


def test_arrows_point_down() -> None:
    against = {(relative(path), name) for path in MODULES for name in imports(path) if not down(path, name)}
    assert against == set()


@pytest.mark.parametrize("part", BELOW)
def test_the_parts_of_the_stories_rest_on_little(part: str) -> None:
    modules = (ROOT / "reader" / "stories" / part).glob("*.py")
    found = {
        name.split(".")[2] for path in modules for name in imports(path) if name.startswith("reader.stories.")
    }
    assert found - {part} <= BELOW[part]


def down(path: Path, name: str) -> bool:
    """Tell whether what a file imports lies below it, beside it in its own room, or outside the house."""
    here, there = room(".".join(path.relative_to(ROOT).with_suffix("").parts)), room(name)
    if not name.startswith("reader") or there in ("", here) or f"reader.{there}" in FLOOR:
        return True
    if there in ROOMS:
        return here not in ROOMS and f"reader.{here}" not in FLOOR
    return here in ABOVE.get(there, set())


def test_no_article_is_ever_deleted() -> None:
    """Nothing in the program lets go of one: what feeds said stays, whatever else goes."""
    deletes = re.compile(r"DELETE\s+FROM\s+(?:\w+\.)?(?:article|status)\b", re.IGNORECASE)
    assert [relative(path) for path in MODULES if deletes.search(path.read_text("utf-8"))] == []


def test_files_and_functions_stay_short() -> None:
    assert {relative(path) for path in MODULES if len(path.read_text("utf-8").splitlines()) > 400} == set()
    long = {
        (relative(path), node.name): node.end_lineno - node.lineno + 1
        for path in MODULES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= 60
    }
    assert long == {}


@pytest.mark.parametrize("sheet", sorted((ROOT / "styles").glob("*")), ids=lambda p: p.name)
def test_styles_use_theme_variables_only(sheet: Path) -> None:
    assert sheet.suffix == ".tcss"
    assert [line for line in sheet.read_text().splitlines() if ": #" in line] == []


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import reader.__main__", {"textual", "click", "apsw", "msgspec", "lxml", "pycurl", "rich"}),
        ("import reader.refresh", {"textual", "rich", "click", "feedparser"}),
        (
            "import reader.feeds.fetch; reader.feeds.certificates.ca_file(reader.feeds.http.FetchSettings())",
            {"certifi"},
        ),
        ("import reader.feeds.curl", {"inspect", "asyncio"}),
        ("import reader.text.extract", {"trafilatura", "lxml"}),
        ("import reader.ui.actions", {"textual", "rich"}),
        ("import reader.library", {"textual", "rich", "lxml", "feedparser", "pycurl"}),
        ("import reader.ui.app", {"lxml", "feedparser", "pycurl", "PIL", "textual_image", "aiohttp"}),
        ("import reader.cli.serving", {"aiohttp", "textual_serve", "jinja2", "textual"}),
        ("import reader.ui.tab", {"aiohttp", "textual_serve", "jinja2"}),
        ("import reader.serve.server", {"textual", "jinja2"}),
    ],
)
def test_what_an_import_brings_with_it(statement: str, absent: set[str]) -> None:
    code = f"{statement}; import sys; print(*{{name.split('.')[0] for name in sys.modules}})"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(found.stdout.split()) & absent == set()
