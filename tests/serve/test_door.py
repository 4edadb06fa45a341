"""Who may come in: who has the key, by the server's own name, from its own page. Nobody else, to nothing."""

from __future__ import annotations

import re
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from reader.serve.door import Door
from tests.cli.conftest import PYTHON
from tests.serve.conftest import Served, serving

PATHS = ["/", "/ws", "/page/page.js", "/static/js/textual.js", "/static/", "/nothing", "/download/1"]
HANDSHAKE = (
    ("Connection", "Upgrade"),
    ("Upgrade", "websocket"),
    ("Sec-WebSocket-Version", "13"),
    ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
)


linux = pytest.mark.skipif(sys.platform != "linux", reason="limits of another process are set there")


def with_key(served: Served) -> tuple[str, str]:
    return ("Cookie", served.cookie)


def test_it_says_one_object_and_nothing_else(served: Served) -> None:
    assert list(served.said) == ["url"]
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{43}", served.said["url"])


def test_every_run_has_a_key_of_its_own() -> None:
    assert Door(8024).address != Door(8024).address


@pytest.mark.parametrize("path", PATHS)
def test_without_the_key_there_is_nothing(served: Served, path: str) -> None:
    answer = served.ask(path)
    assert (answer.status, answer.body) == (
        403,
        "Open the address that `newsreel serve` printed when it started: it holds the key to this page.\n",
    )


@pytest.mark.parametrize("wrong", ["", "x", "é", "%ff", "x" * 43])
def test_a_wrong_key_is_none(served: Served, wrong: str) -> None:
    by_cookie = served.ask(
        "/", ("Cookie", f"newsreel-{served.port}={wrong}".encode("latin-1").decode("latin-1"))
    )
    by_address = served.ask(
        f"/?token={wrong}".encode().decode("latin-1") if wrong != "é" else "/?token=%C3%A9"
    )
    beside_the_right_one = served.ask(f"/?{served.query}&token=x")
    in_place_of_the_right_one = served.ask("/?token=x", with_key(served))
    found = (by_cookie, by_address, beside_the_right_one, in_place_of_the_right_one)
    assert [answer.status for answer in found] == [403] * 4
    assert [name for answer in found for name in answer.headers if name == "set-cookie"] == []


def test_the_key_is_changed_for_a_cookie_and_leaves_the_address(served: Served) -> None:
    answer = served.ask(f"/?{served.query}&fontsize=20")
    assert (answer.status, answer.body) == (303, "")
    assert re.fullmatch(r"/\?fontsize=20#[\w-]{43}", answer.headers["location"])
    assert answer.headers["set-cookie"] == f"{served.cookie}; HttpOnly; Path=/; SameSite=Strict"
    page = served.ask("/", with_key(served))
    assert (page.status, page.headers["content-type"]) == (200, "text/html")


def test_the_key_leads_to_this_server_only(served: Served) -> None:
    assert served.ask(f"//evil.test/?{served.query}").headers["location"].startswith("/#")


def test_who_has_only_the_cookie_has_no_reader(served: Served) -> None:
    """A browser shows it to every server of this machine, whatever its port."""
    ours, (cookie, socket_) = ("Origin", f"http://{served.host}"), (served.cookie, served.socket)
    ticket = cookie.partition("=")[2]
    other = socket_[:-1] + ("x" if socket_[-1] != "x" else "y")
    paths = ["/ws", "/ws/", "/ws/undefined", f"/ws/{ticket}", f"/ws/{served.key}", other, f"/?token={ticket}"]
    told = [served.ask(path, *HANDSHAKE, with_key(served), ours) for path in paths]
    assert [answer.status for answer in told if answer.status != 404] == [403] * (len(paths) - 1)
    everything = "".join(served.ask(path, with_key(served)).body for path in PATHS)
    assert (socket_[4:] in everything, served.key in everything, ticket == served.key) == (False,) * 3
    assert served.ask(socket_, *HANDSHAKE, ours).status == 403


def test_what_was_let_in_before_is_let_in_again(served: Served) -> None:
    again = served.ask(f"/?{served.query}").headers
    assert (again["set-cookie"].partition(";")[0], "/ws/" + again["location"].partition("#")[2]) == (
        served.cookie,
        served.socket,
    )


@pytest.mark.parametrize(
    "hosts",
    [
        [],
        ["evil.test"],
        ["127.0.0.1"],
        ["localhost"],
        ["127.0.0.1:1"],
        ["evil.test", "{}"],
        ["{}", "evil.test"],
    ],
    ids=str,
)
def test_another_name_is_refused_whatever_the_key(served: Served, hosts: list[str]) -> None:
    named = [host.format(served.host) for host in hosts]
    assert served.ask("/", with_key(served), host=named).status in (400, 403)
    assert served.ask(f"/?{served.query}", host=named).status in (400, 403)


@pytest.mark.parametrize("host", ["{}.evil.test", "evil.test:{port}", "127.0.0.1.evil.test:{port}"])
def test_a_name_led_here_by_its_owner_is_refused(served: Served, host: str) -> None:
    answer = served.ask("/", with_key(served), host=[host.format(served.host, port=served.port)])
    assert (answer.status, answer.body) == (
        403,
        "This server is for the browser on its own machine; open the address that it printed.\n",
    )


def test_localhost_is_a_name_of_this_machine(served: Served) -> None:
    host = f"localhost:{served.port}"
    assert served.ask("/", with_key(served), host=[host]).status == 200
    ours = served.ask(served.socket, *HANDSHAKE, with_key(served), ("Origin", f"http://{host}"), host=[host])
    other = served.ask(
        served.socket, *HANDSHAKE, with_key(served), ("Origin", f"http://{served.host}"), host=[host]
    )
    assert (ours.status, other.status) == (101, 403)


def test_a_socket_is_for_our_own_page_with_the_key(served: Served) -> None:
    ours = ("Origin", f"http://{served.host}")
    assert served.ask(served.socket, *HANDSHAKE, with_key(served), ours).status == 101
    assert served.ask(served.socket, *HANDSHAKE, ours).status == 403
    assert served.ask(served.socket, *HANDSHAKE, ("Cookie", f"newsreel-{served.port}=x"), ours).status == 403
    assert served.ask(served.socket, *HANDSHAKE, with_key(served), ours, host=["evil.test"]).status == 403


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.test",
        "http://127.0.0.1",
        "http://127.0.0.1:1",
        "https://{}",
        "null",
        "",
        "http://{}.evil.test",
    ],
)
def test_a_socket_is_for_no_other_page(served: Served, origin: str) -> None:
    origins = ("Origin", origin.format(served.host))
    for path in (served.socket, f"/%77{served.socket[2:]}", f"{served.socket}?{served.query}"):
        assert served.ask(path, *HANDSHAKE, with_key(served), origins).status == 403
    assert served.ask("/", with_key(served), origins).status == 403


def test_a_socket_that_names_no_page_is_for_none(served: Served) -> None:
    answer = served.ask(served.socket, *HANDSHAKE, with_key(served))
    assert (answer.status, answer.body) == (
        403,
        "Another page asked for this, and only Newsreel's own may.\n",
    )


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("let_in", [True, False])
def test_no_answer_is_kept_framed_or_read_elsewhere(served: Served, path: str, let_in: bool) -> None:
    headers = served.ask(path, *([with_key(served)] if let_in else [])).headers
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["content-security-policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        f"img-src 'self'; connect-src 'self' ws://{served.host} ws://localhost:{served.port}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def test_the_page_is_whole_without_a_network(served: Served) -> None:
    page = served.ask("/", with_key(served)).body
    wanted = re.findall(r'(?:src|href)="([^"]+)"', page)
    wanted += re.findall(r'url\("([^"]+)"\)', served.ask("/page/page.css", with_key(served)).body)
    assert {"/static/js/textual.js", "/page/page.js"} <= set(wanted)
    assert [path for path in wanted if not re.match(r"/(?!/)", path)] == []
    connection = [HEAD.format(path, served.host, served.cookie) for path in wanted]
    assert [status(served, request) for request in connection] == [200] * len(wanted)
    assert "<script>" not in page
    assert "style=" not in page


HEAD = "HEAD {} HTTP/1.0\r\nHost: {}\r\nCookie: {}\r\n\r\n"


def status(served: Served, request: str) -> int:
    with socket.create_connection(("127.0.0.1", served.port)) as asking:
        asking.sendall(request.encode())
        return int(asking.makefile("rb").readline().split()[1])


def allow_files(served: Served, most: int) -> None:
    """Let the server have no more files open than so many."""
    resource.prlimit(served.process.pid, resource.RLIMIT_NOFILE, (most, most))


def await_files(served: Served, number: int) -> None:
    """Wait until the server has so many files open."""
    patience = time.monotonic() + 20
    while len(list(Path(f"/proc/{served.process.pid}/fd").iterdir())) != number:
        assert time.monotonic() < patience


@contextmanager
def silent(served: Served, number: int) -> Iterator[None]:
    """Connect so many times, and say nothing."""
    with ExitStack() as held:
        for each in [held.enter_context(socket.socket()) for _ in range(number)]:
            each.setblocking(False)
            each.connect_ex(("127.0.0.1", served.port))
        yield


@pytest.mark.parametrize("sent", [b"\x16\x03\x01 \r\n\r\n", b"GET /" + b"x" * 20_000 + b" HTTP/1.1\r\n\r\n"])
def test_what_is_no_request_is_nobodys_trouble(tmp_path: Path, sent: bytes) -> None:
    with serving(tmp_path) as served:
        with socket.create_connection(("127.0.0.1", served.port)) as asking:
            asking.sendall(sent)
            assert b" 400 " in asking.makefile("rb").readline()
        assert served.ask("/", with_key(served)).status == 200
        served.process.terminate()
        assert served.process.communicate(timeout=20) == ("", "")


@linux
def test_who_says_nothing_keeps_nobody_out(tmp_path: Path) -> None:
    with serving(tmp_path) as served, silent(served, 400):
        allow_files(served, 100)
        assert served.ask("/", with_key(served)).status == 200
        served.process.terminate()
        assert served.process.communicate(timeout=20) == ("", "")


@linux
def test_a_server_without_a_file_left_serves_once_there_is_one(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        allow_files(served, 20)
        with silent(served, 400):
            await_files(served, 20)
        assert served.ask("/", with_key(served)).status == 200
        served.process.terminate()
        assert served.process.communicate(timeout=20) == ("", "")


def test_no_other_address_of_this_machine_leads_here(served: Served) -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", served.port)).close()


def test_a_port_in_use_is_one_sentence(served: Served) -> None:
    command = [*PYTHON, "serve", "--port", str(served.port)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (
        1,
        "",
        f"Port {served.port} is in use; `newsreel serve --port 0` takes one that is free.\n",
    )


def test_a_port_that_is_none_is_wrong_usage() -> None:
    command = [*PYTHON, "serve", "--port", "65536"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
