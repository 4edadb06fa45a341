"""Hosts as they may be shown: so that none looks like another."""

from __future__ import annotations

import unicodedata

_ALIKE = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
_LOOK_LATIN = frozenset("авеѕһіјӏкмոорԛгсԁтԝухуьпгցզաαικνορτυωճօսհ")


def unmistakable(host: str) -> str:
    """Return a host as it is, or as it is sent where letters of another script stand for Latin ones.

    So in a label of both scripts, and in one of nothing but letters that look Latin under a Latin end.
    """
    if host.isascii():
        return host
    labels = host.split(".")
    latin_end = labels[-1].isascii()
    if not any(_mistakable(label, latin_end=latin_end) for label in labels):
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host.encode("ascii", "backslashreplace").decode()


def from_its_end(host: str, room: int, more: str = "…") -> str:
    """Return a host in at most so many characters; whose it is stands at its end."""
    return host if len(host) <= room else more + host[len(host) - max(0, room - len(more)) :]


def _mistakable(label: str, *, latin_end: bool) -> bool:
    letters = {letter for letter in label if letter.isalpha()}
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in letters}
    if not scripts & set(_ALIKE):
        return False
    return len(scripts) > 1 or (latin_end and letters <= _LOOK_LATIN)
