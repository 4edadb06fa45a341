"""What a good answer means for next time: when, with which validators, where, and what the person is told."""

from __future__ import annotations

from typing import NamedTuple

from reader.feeds import schedule
from reader.feeds.http import Request, Response
from reader.feeds.target import parse as parse_url
from reader.feeds.target import place, same_place
from reader.incoming import Hints, ParsedFeed
from reader.store.values import Answer, FeedState

LONGEST = 2000
"""Characters of an address that a feed may move to."""
PARTIAL = 226
"""The status of an answer that holds only what is new."""


class Move(NamedTuple):
    """Where a feed is from now on, if elsewhere; and where it says that it is."""

    url: str | None = None
    former_url: str | None = None
    to: str | None = None
    since: int | None = None


def request_of(state: FeedState, now: int) -> Request:
    """Return what to ask: with validators, unless a server has said “nothing new” for too long."""
    url = asked_url(state)
    if url != state.url or schedule.asks_whole(now, state.believed_at):
        return Request(state.feed_id, url, private=state.private)
    return Request(state.feed_id, url, state.etag, state.last_modified, private=state.private)


def asked_url(state: FeedState) -> str:
    """Return where to ask: where the feed was before, once it fails where it was followed to."""
    before = where_before(state)
    return before if before and state.failures >= schedule.FALL_BACK else state.url


def where_before(state: FeedState) -> str | None:
    """Return where a feed was before it moved, if it may be asked there again.

    Not over http where it is had over https now: who keeps us from that could say anything in its name.
    """
    former = state.former_url or ""
    given_up = state.url.lower().startswith("https:") and place(former) == place(state.url)
    return None if given_up else state.former_url


def answer_of(
    response: Response,
    now: int,
    minutes: int,
    *,
    feed: ParsedFeed | None = None,
    state: FeedState | None = None,
) -> Answer:
    """Return what a good answer says for next time; without a feed it says that nothing has changed."""
    hints = feed.hints if feed else state.hints if state else Hints()
    etag, last_modified = _validators(response, feed, state)
    move = _move(state, response, now) if state else Move()
    return Answer(
        next_due=schedule.after_answer(
            now, minutes, max_age=response.max_age, expires=response.expires, hints=hints
        ),
        interval_minutes=minutes,
        etag=etag,
        last_modified=last_modified,
        url=move.url,
        former_url=move.former_url,
        moved_to=move.to,
        moved_since=move.since,
        hints=hints if feed else None,
        believed=feed is not None or bool(response.max_age or response.expires),
        notice=_notice(feed, response) if feed else None,
    )


def _validators(
    response: Response, feed: ParsedFeed | None, state: FeedState | None
) -> tuple[str | None, str | None]:
    """Return those of the last whole feed. One that broke off is asked for whole again."""
    if feed is not None and response.status == PARTIAL:
        return (state.etag, state.last_modified) if state else (None, None)
    if feed is not None and feed.truncated:
        return None, None
    return response.etag, response.last_modified


def _move(state: FeedState, response: Response, now: int) -> Move:
    """Follow a feed that said twice, a day apart, that it has moved for good; or back where it was."""
    asked, to = asked_url(state), response.permanent_url
    if asked != state.url and to is None:
        return Move(url=asked)
    if to is None or to in (asked, state.url) or not _may_move(state, asked, to):
        declined = state.moved_since is None
        return Move(to=state.moved_to if declined else None)
    if to != state.moved_to:
        return Move(to=to, since=now)
    since = state.moved_since
    if since is None or not since <= now - schedule.MOVED_SECONDS:
        return Move(to=to, since=None if since is None else min(since, now))
    return Move(url=to, former_url=asked)


def _may_move(state: FeedState, here: str, there: str) -> bool:
    """Whether following loses nothing: neither https, nor the leave given for a private address."""
    old, new = parse_url(here).origin, parse_url(there).origin
    safe = new.scheme == "https" or old.scheme == "http"
    return safe and len(there) <= LONGEST and (not state.private or same_place(old, new))


def _notice(feed: ParsedFeed, response: Response) -> str:
    """Return what the person should know of a feed that answers well; "" for nothing."""
    sentences = []
    if feed.left_out:
        total = feed.left_out + len(feed.entries)
        sentences.append(
            f"It sends {total:,} articles at once; only the newest {len(feed.entries)} are kept."
        )
    if response.downgraded:
        sentences.append(
            "Its address leads from https to http, where others can read and change what it says; "
            "look for an address that stays with https."
        )
    return " ".join(sentences)
