"""The certificates to trust."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

from reader.feeds.http import FetchSettings


def ca_file(settings: FetchSettings) -> str:
    """Return the certificates to trust: the setting, else SSL_CERT_FILE, else certifi's."""
    return settings.ca_file or os.environ.get("SSL_CERT_FILE") or _certifi()


def _certifi() -> str:
    """Return certifi's file without its import, which takes as long as that of all our modules here."""
    found = importlib.util.find_spec("certifi")
    file = Path(found.origin).with_name("cacert.pem") if found and found.origin else None
    if file is None or not file.is_file():  # zipped, or a distribution's own certifi
        import certifi

        return certifi.where()
    return str(file)
