"""Which pictures an article shows, and none of them twice."""

from __future__ import annotations

import pytest

from reader.document import Document, Figure, Paragraph, Quote, Span
from reader.pictures.choosing import Chosen, Mode, choose

HERO, STILL, LATE = (f"https://film.example/{name}.jpg" for name in ("premiere", "street-scene", "last-shot"))
TEXT = Paragraph((Span("Words."),))


@pytest.mark.parametrize(
    ("image", "blocks", "mode", "chosen"),
    [
        (HERO, (TEXT,), "lead", Chosen(HERO)),
        (HERO, (TEXT,), "off", Chosen()),
        (None, (TEXT,), "all", Chosen()),
        (None, (Figure(STILL), TEXT), "lead", Chosen(None, (STILL,))),
        (HERO, (Figure(STILL), TEXT), "lead", Chosen(None, (STILL,))),
        (HERO, (TEXT, TEXT, Figure(STILL)), "lead", Chosen(HERO)),
        (HERO, (TEXT, TEXT, Figure(STILL)), "all", Chosen(HERO, (STILL,))),
        (HERO, (TEXT, TEXT, Figure(STILL), Figure(HERO)), "lead", Chosen(None, (HERO,))),
        (HERO, (TEXT, TEXT, Quote((Figure(STILL),)), Figure(STILL)), "all", Chosen(HERO, (STILL,))),
        (
            HERO.replace(".jpg", "-1024x576.jpg"),
            (TEXT, TEXT, Figure(f"{HERO}?w=300")),
            "all",
            Chosen(None, (f"{HERO}?w=300",)),
        ),
    ],
)
def test_choice(image: str | None, blocks: tuple[Paragraph, ...], mode: Mode, chosen: Chosen) -> None:
    assert choose(image, Document(blocks), mode) == chosen
