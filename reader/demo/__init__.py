"""The sample reel: feeds, pages and pictures written for it, and a server for them on this machine alone."""

from __future__ import annotations

from reader.demo.session import run as run
