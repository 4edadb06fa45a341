"""Set every body anew."""

from tests.ui.golden import FOLDER, names, written

for name in names():
    (FOLDER / f"{name}.txt").write_text(written(name), "utf-8")
