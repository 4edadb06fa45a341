"""What the reports of a story say, as facts are told of them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.store.bodies import readable
from reader.store.candidates import Told
from reader.store.stories import StoryShelf
from reader.stories.facts import Said
from reader.stories.report import lead_of


def said_of(reports: Sequence[Told], shelf: StoryShelf) -> dict[int, Said]:
    """Return what reports say, with their leads, by article."""
    leads = {
        one.article_id: lead_of(one.summary, readable(one.tree))
        for one in shelf.texts(report.article_id for report in reports)
    }
    return {
        report.article_id: Said(
            report.title, leads.get(report.article_id, ""), report.films, report.people, report.beat,
            report.date, report.hearsay, report.copied, report.published,
        )
        for report in reports
    }  # fmt: skip
