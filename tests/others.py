"""Feeds, pages and labelled news of others: where they are at all, in `../shared`, beside the checkout."""

from __future__ import annotations

from pathlib import Path


def there(path: Path) -> Path:
    """Return the path of what is to be measured on; end, saying so, where it is not there."""
    if not path.exists():
        raise SystemExit(f"{path} is not there, and is no part of Newsreel: nothing was measured.")
    return path
