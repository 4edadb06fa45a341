"""Gzip of several members (RFC 1952), which libcurl does not go on reading after the first."""

from __future__ import annotations

import zlib

MAGIC = b"\x1f\x8b"
MOST = 10_000
"""Members: more of them are there to keep somebody busy."""
_WRAPPED = 31  # zlib's number for gzip with the largest window


class Members:
    """Unpacks gzip as it comes, one member after the other; what follows the last is padding."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(_WRAPPED)
        self._within = False
        self._ahead = b""
        self._begun = 0
        self._over = False

    def take(self, data: bytes, most: int) -> bytes:
        """Return what a piece holds, cut off after `most` bytes and one more; raises zlib.error."""
        pieces, size = [], 0
        while data and size <= most and not self._over:
            if not self._within:
                data = self._begin(self._ahead + data)
                continue
            pieces.append(self._member.decompress(data, most + 1 - size))
            size += len(pieces[-1])
            data = self._member.unused_data or self._member.unconsumed_tail
            self._within = not self._member.eof
        return b"".join(pieces)

    def _begin(self, data: bytes) -> bytes:
        """Begin with the member that data starts with, if it does; return what to go on with."""
        if len(data) < len(MAGIC):
            self._ahead = data
            return b""
        self._ahead = b""
        self._over = self._begun > 0 and not data.startswith(MAGIC)
        self._begun += 1
        if self._begun > MOST:
            raise zlib.error("too many members")
        self._member, self._within = zlib.decompressobj(_WRAPPED), True
        return data
