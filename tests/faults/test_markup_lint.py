"""T4: no data reaches Textual as markup. What a widget is given is a constant, Content, or told so."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[2] / "reader" / "ui"
TAKE_MARKUP = {
    "Static",
    "Label",
    "Button",
    "Checkbox",
    "RadioButton",
    "Option",
    "Markdown",
    "Toast",
    "Pretty",
}
SAFE_CALLS = {"words", "Content", "assemble", "styled", "join", "_row", "_columns"}
ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "sub_title", "title"}


def name_of(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def is_safe(node: ast.expr, contents: set[str]) -> bool:
    match node:
        case ast.Constant(value=str(text)):
            return "[" not in text
        case ast.Constant():
            return True
        case ast.Call(func=func):
            return name_of(func) in SAFE_CALLS
        case ast.IfExp(body=body, orelse=orelse):
            return is_safe(body, contents) and is_safe(orelse, contents)
        case ast.Name(id=name):
            return name in contents
    return False


def content_names(tree: ast.AST) -> set[str]:
    """Names that only ever stand for Content: assigned from a safe call, or looped over rows of it."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and is_safe(node.value, set()):
            found |= {name_of(target) for target in node.targets}
        if (
            isinstance(node, ast.comprehension)
            and isinstance(node.iter, ast.Call)
            and name_of(node.iter.func) == "rows"
        ):
            found.add(name_of(node.target))
    return found


def faults(source: str) -> Iterator[str]:
    tree = ast.parse(source)
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        contents = content_names(function)
        for node in ast.walk(function):
            if isinstance(node, ast.Call):
                told = any(
                    k.arg == "markup" and getattr(k.value, "value", None) is False for k in node.keywords
                )
                name = name_of(node.func)
                shows = name in ("update", "notify") and "query_one" in ast.unparse(node.func)
                takes = name in TAKE_MARKUP or shows
                if name == "from_markup" or (
                    takes and not told and node.args and not is_safe(node.args[0], contents)
                ):
                    yield ast.unparse(node)
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    if isinstance(target, ast.Attribute) and target.attr in ATTRIBUTES - {"title"}:
                        yield ast.unparse(node)


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.name)
def test_T4_no_data_is_given_as_markup(path: Path) -> None:
    assert list(faults(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "Label(feed.title)",
        "Static(f'{title}')",
        "self.query_one(Label).update(title)",
        "Content.from_markup(x)",
        "self.border_title = feed.title",
        "Option(row.title)",
    ],
)
def test_T4_the_lint_sees(line: str) -> None:
    assert len(list(faults(f"def f(self):\n    {line}"))) == 1
