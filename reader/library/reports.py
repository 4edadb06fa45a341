"""Reports on their way: from the shelf as the newsroom reads them, and back as it tells them."""

from __future__ import annotations

import msgspec

from reader.store.bodies import readable
from reader.store.folding import name_key
from reader.store.stories import Grouped, Waiting
from reader.stories.filed import Filed, Told
from reader.stories.report import Report, emphases, lead_of, size_of

_filed = msgspec.msgpack.Decoder(Filed)


def filed_of(packed: bytes) -> Filed | None:
    """Return a report as it was filed; one damaged on the disk is as one that was never filed."""
    try:
        return _filed.decode(packed)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def report_of(waiting: Waiting) -> Report:
    """Return an article as the newsroom reads it."""
    document = readable(waiting.tree)
    return Report(
        key=waiting.article_id,
        outlet=waiting.outlet,
        title=waiting.title,
        lead=lead_of(waiting.summary, document),
        emphases=emphases(document),
        categories=waiting.categories,
        published=waiting.published,
        url=waiting.url,
        size=size_of(document),
    )


def grouped(report: Report, told: Told, filed: bytes, turn: int, copy_of: int | None) -> Grouped:
    """Return a report as it is put on the shelf again, told."""
    claim = told.claim
    kinds = (("film", told.films), ("mention", told.mentioned), ("person", told.people))
    return Grouped(
        article_id=report.key,
        turn=turn,
        published=report.published,
        filed=filed,
        outlet=report.outlet,
        films=told.films,
        mentioned=told.mentioned,
        people=told.people,
        keys=tuple((kind, name_key(name)) for kind, names in kinds for name in names),
        beat=told.beat,
        deciding=told.beat_words,
        rumour=told.rumour,
        spoiler=told.spoiler,
        claim=(claim.date, claim.region, claim.moved_from, claim.words) if claim else None,
        copy_of=copy_of,
    )
