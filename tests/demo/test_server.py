"""The reel's server answers as a good one does, and only here."""

from __future__ import annotations

import gzip
import io
import struct
import wave
import zlib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.demo import draw, media
from reader.demo.outlets import OUTLETS
from reader.demo.reel import articles, plain
from reader.demo.server import ReelServer, resource
from reader.feeds.discover import find_feeds
from tests.demo.conftest import Client

FEED = OUTLETS[0].feed_path


def test_it_listens_on_loopback_only(server: ReelServer) -> None:
    assert server.root.startswith("http://127.0.0.1:")


@pytest.mark.parametrize("outlet", OUTLETS, ids=lambda outlet: outlet.slug)
def test_a_feed_is_not_sent_twice(outlet, client: Client) -> None:
    first, body = client.get(outlet.feed_path)
    assert (first.status, len(body) > 1000) == (200, True)
    etag, modified = first.headers["ETag"], first.headers["Last-Modified"]
    by_tag = client.get(outlet.feed_path, If_None_Match=etag)
    by_date = client.get(outlet.feed_path, If_Modified_Since=modified)
    assert [(answer.status, rest) for answer, rest in (by_tag, by_date)] == [(304, b""), (304, b"")]
    assert etag == by_tag[0].headers["ETag"]


def test_the_tag_decides_where_both_are_sent(client: Client) -> None:
    modified = client.get(FEED)[0].headers["Last-Modified"]
    answer, _ = client.get(FEED, If_None_Match='"another"', If_Modified_Since=modified)
    assert answer.status == 200


def test_gzip_where_asked_for(client: Client) -> None:
    plainly, squeezed = client.get(FEED), client.get(FEED, Accept_Encoding="gzip")
    assert squeezed[0].headers["Content-Encoding"] == "gzip"
    assert plainly[1] == gzip.decompress(squeezed[1])
    assert plainly[0].headers["ETag"] == squeezed[0].headers["ETag"]


def test_head_says_the_same_without_the_body(client: Client) -> None:
    answer, body = client.get(FEED, method="HEAD")
    assert (200, b"", str(len(client.get(FEED)[1]))) == (
        answer.status,
        body,
        answer.headers["Content-Length"],
    )


def test_its_clock_is_the_reels(client: Client) -> None:
    assert client.get(FEED)[0].headers["Date"] == "Fri, 13 Oct 2023 09:41:00 GMT"


@pytest.mark.parametrize(
    "path", ["/", "/nobody/", "/backlot/nothing", "/pictures/../server.py", "/sound/x.wav"]
)
def test_what_is_not_there_is_404(path: str, client: Client) -> None:
    assert client.get(path)[0].status == 404


@given(st.text(max_size=40))
def test_no_path_breaks_it(path: str) -> None:
    assert resource(f"/nobody/{path}", "http://127.0.0.1:1") is None
    assert resource(f"/pictures/{path}", "http://127.0.0.1:1") is None
    assert resource(f"/trailers/{path}", "http://127.0.0.1:1") is None


@pytest.mark.parametrize("outlet", OUTLETS, ids=lambda outlet: outlet.slug)
def test_pages_stand_behind_the_links(outlet, server: ReelServer, client: Client) -> None:
    for one in articles(outlet.slug):
        answer, body = client.get(one.path)
        assert answer.status == 200
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert one.html in body.decode()
        assert "<nav" in body.decode()
    _, home = client.get(f"/{outlet.slug}/")
    found = find_feeds(home, url=f"{server.root}/{outlet.slug}/")
    assert [(server.feed_url(outlet), outlet.name)] == [(feed.url, feed.title) for feed in found]
    assert plain(articles(outlet.slug)[0].title) in plain(home.decode())


def chunks(data: bytes) -> dict[bytes, bytes]:
    """Read a PNG's parts, checking each sum."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    found, at = {}, 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert struct.pack(">I", zlib.crc32(name + body)) == data[at + 8 + length : at + 12 + length]
        found[name] = body
        at += 12 + length
    return found


@pytest.mark.parametrize("name", draw.PICTURES)
def test_pictures_are_sound_small_and_wanted(name: str, client: Client) -> None:
    answer, body = client.get(f"/pictures/{name}.png")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/png")
    assert len(body) < 12_000
    parts = chunks(body)
    assert struct.unpack(">II", parts[b"IHDR"][:8]) == (draw.WIDTH, draw.HEIGHT)
    assert len(zlib.decompress(parts[b"IDAT"])) == (draw.WIDTH + 1) * draw.HEIGHT
    assert name in {one.picture for outlet in OUTLETS for one in articles(outlet.slug)}


def test_a_picture_is_what_the_script_draws() -> None:
    stored = files("reader.demo").joinpath("pictures", "salt-road.png").read_bytes()
    kept, drawn = chunks(stored), chunks(draw.draw("salt-road"))
    # The pixels, not the file: another zlib may squeeze them otherwise.
    assert zlib.decompress(kept[b"IDAT"]) == zlib.decompress(drawn[b"IDAT"])
    assert kept[b"PLTE"] == drawn[b"PLTE"]


def test_the_hum_is_one_second_of_sound() -> None:
    with wave.open(io.BytesIO(media.hum())) as sound:
        assert sound.getparams()[:4] == (1, 1, 8000, 8000)
        assert len(set(sound.readframes(8000))) > 50


def test_the_leader_is_a_film() -> None:
    film = media.leader()
    (size,) = struct.unpack_from("<I", film, 4)
    assert (b"RIFF", len(film) - 8, b"AVI ") == (film[:4], size, film[8:12])
    assert film.count(b"00db") == 16
    assert len(film) < 100_000
