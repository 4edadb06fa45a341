"""Bytes to text that a parser can take: the encoding found out, what no XML may hold taken away."""

from __future__ import annotations

import codecs
import re

from reader.patterns import late

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
    (b"{\0", "utf-16-le"),
    (b"\0{", "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:\?xml|meta)\s[^>]{0,200}?(?:encoding|charset)\s*=\s*["']?([\w.:-]{1,40})""", re.I
)
_HTTP_CHARSET = late(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.I)
_WIDE = late(r"(utf|ucs|iso-10646).*(16|32|[24]$)|^(utf|ucs)_?(16|32)", re.I)
_ONE_BYTE = late(r"(iso-?8859|latin|windows-?125|cp125|us-ascii|ascii)", re.I)
# What carries these labels is written in what contains them.
_WIDER = {
    "gb2312": "gb18030",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}
# Python's slow or inward-looking codecs: no feed is written in them.
_NOT_FOR_FEEDS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
# What no XML may hold goes; C1 controls are Windows-1252 letters under a wrong name, as browsers take them.
_CONTROLS: dict[int, str | None] = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF])
_CONTROLS |= {code: bytes([code]).decode("cp1252", "ignore") for code in range(128, 160)}
_ASCII_CONTROLS = bytes(code for code in _CONTROLS if code < 128)
_NO_CONTROLS = late("[\t\n\r -~\xa0-\ufffd\U00010000-\U0010ffff]*+")
_REFERENCE = late(
    r"&#(?:0*+(\d{0,3}|\d{5,}+)|x0*+([0-9a-f]{0,2}|[df][0-9a-f]{3}|[0-9a-f]{5,}+));", re.I | re.A
)
_BLANK = "\ufeff \t\r\n\x00"


def to_text(data: bytes, content_type: str | None = None) -> str:
    """Decode `data`, whatever it says it is, without BOMs, leading blanks and control characters."""
    text = _decode(data, content_type).lstrip(_BLANK)
    return text.translate(_CONTROLS) if _has_controls(text) else text


def _has_controls(text: str) -> bool:
    """Whether there is any; in ASCII that is found four times as fast by bytes."""
    if text.isascii():
        plain = text.encode()
        return len(plain.translate(None, _ASCII_CONTROLS)) < len(plain)
    return not _NO_CONTROLS.fullmatch(text)


def to_xml(text: str) -> str:
    """Return XML text that is safe to parse: no DOCTYPE, no label of an encoding, no impossible reference."""
    text = without_doctype(without_declaration(text)).lstrip(_BLANK)
    return _REFERENCE.sub(_mend, text)


def _decode(data: bytes, content_type: str | None) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for encoding in _candidates(data, content_type):
        text = _try(data, encoding)
        if text is not None:
            return text
    return _closest(data)


def _candidates(data: bytes, content_type: str | None) -> list[str]:
    """Return the encodings to try. UTF-8 is never one-byte text by chance, so it goes before such labels."""
    declared = _DECLARED.search(data, 0, 2048)
    served = _HTTP_CHARSET.search(content_type or "")
    names = [declared[1].decode("ascii", "replace")] if declared else []
    names += [served[1]] if served else []
    # A label that could be read byte by byte is not in UTF-16 or UTF-32, whatever it says.
    labels = [name for name in names if not _WIDE.search(name)]
    if not labels or _ONE_BYTE.match(labels[0]):
        return ["utf-8", *labels]
    return [*labels, "utf-8"]


def _try(data: bytes, encoding: str) -> str | None:
    wider = _WIDER.get(encoding.lower(), encoding)
    try:
        return None if codecs.lookup(wider).name in _NOT_FOR_FEEDS else data.decode(wider)
    except (LookupError, ValueError):
        return None


def _closest(data: bytes) -> str:
    """Decode bytes no encoding fits: UTF-8 with a few wrong bytes, or else Windows-1252."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = len(data) - len(data.decode("ascii", "ignore")) - wrong
    return text if wrong * 2 <= right else data.decode("cp1252", "replace")


def _mend(found: re.Match[str]) -> str:
    """Return the reference, or what it must mean where no XML allows the character it names."""
    digits = found[1] or found[2] or "0"
    code = int(digits, 10 if found[1] else 16) if len(digits) < 8 else 0x110000
    if code in _CONTROLS:
        return _CONTROLS[code] or ""
    return "" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else found[0]


_PROLOG = late(r"(?:\s+|<\?.*?\?>|<!--.*?-->)*+", re.S)
_INTERNAL = late(r"""[^>\["']*+(?:(?:"[^"]*+"|'[^']*+')[^>\["']*+)*+(?P<end>[>\[])""")
_SUBSET_END = late(r"\]\s*>")


def without_doctype(text: str) -> str:
    """Return XML text without its DOCTYPE, so that there are no entities to expand and nothing to load."""
    start = _PROLOG.match(text)
    at = start.end() if start else 0
    if text[at : at + 9].upper() != "<!DOCTYPE":
        return text
    head = _INTERNAL.match(text, at + 9)
    if head and head["end"] == ">":
        return text[:at] + text[head.end() :]
    # An internal subset ends at the last `]>` before the first element.
    root = re.compile(r"<[A-Za-z_]").search(text, at)
    limit = root.start() if root else len(text)
    ends = [found.end() for found in _SUBSET_END.finditer(text, at, limit)]
    return text[:at] + text[ends[-1] if ends else limit :]


_DECLARATION = late(r"<\?xml\s.*?\?>", re.S)


def without_declaration(text: str) -> str:
    """Return XML text without `<?xml ...?>`: its encoding no longer holds once decoded."""
    found = _DECLARATION.match(text)
    return text[found.end() :].lstrip(_BLANK) if found else text
