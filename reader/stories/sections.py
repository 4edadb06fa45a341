"""The sections that outlets file news under, what kind of news each is for, and how much that weighs."""

from __future__ import annotations

SECTIONS: dict[str, str] = {
    "review": "reviews movie-reviews film-reviews review",
    "box-office": "box-office weekend-box-office milestones worldwide boxoffice",
    "trailer": "trailers trailer teasers videos clips",
    "awards": "awards oscars baftas golden-globes oscar-race awards-season",
    "festival": "festivals festival film-festivals",
    "release-date": "release-dates release-calendar release-news dates 4k-uhd blu-ray home-video",
    "casting": "casting cast",
    "production": "production filming composers music set-photos on-set",
    "interview": "interviews interview q-and-a profiles",
    "business": "business industry deals mergers labor labour presales tickets sales",
    "list": "lists list rankings listicles news-briefs briefs in-brief round-ups roundups",
    "other": "podcast podcasts explained recaps recap essays explainers opinion",
    "obituary": "obituaries obituary in-memoriam obits",
    "announcement": "sequels development announcements",
}
SECTION_WEIGHT = {
    "list": 14.0,
    "other": 14.0,
    "review": 12.0,
    "interview": 11.0,
    "obituary": 12.0,
    "announcement": 1.5,
    "business": 3.0,
    "awards": 4.0,
    "festival": 4.5,
    "production": 5.0,
    "casting": 6.0,
}
USUAL_SECTION_WEIGHT = 8.0
