"""The reel's server, one for each test process."""

from __future__ import annotations

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest

from reader.demo.server import ReelServer


class Client:
    """Asks the server and reads the whole answer."""

    def __init__(self, root: str) -> None:
        self.root = root

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection(urlsplit(self.root).netloc, timeout=10)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=named)
            response = connection.getresponse()
            return response, response.read()
        finally:
            connection.close()


@pytest.fixture(scope="session")
def server() -> Iterator[ReelServer]:
    with ReelServer() as running:
        yield running


@pytest.fixture(scope="session")
def client(server: ReelServer) -> Client:
    return Client(server.root)
