"""The sections that outlets file news under, what kind of news each is for, and how much that weighs."""

from __future__ import annotations

from typing import NamedTuple


class Section(NamedTuple):
    """What a section says of the kind of a report."""

    beat: str
    weight: float


_ROWS = (
    ("list", 14.0, "lists list rankings listicles news-briefs briefs in-brief round-ups roundups"),
    ("other", 14.0, "podcast podcasts explained recaps recap essays explainers opinion"),
    ("other", 12.0, "weather transport traffic sport sports football politics property motoring health "
     "education"),
    ("other", 5.0, "tv television series gaming games video-games theatre stage books music musique musik"),
    ("review", 12.0, "reviews movie-reviews film-reviews review critique critiques kritik kritiken "
     "filmkritik critica criticas recensione recensioni"),
    ("interview", 11.0, "interviews interview q-and-a profiles entretien entretiens rencontre rencontres "
     "gesprach entrevista entrevistas intervista interviste"),
    ("obituary", 12.0, "obituaries obituary in-memoriam obits disparition disparitions necrologie nachruf "
     "nachrufe obituario obituarios"),
    ("box-office", 8.0, "box-office weekend-box-office milestones worldwide boxoffice weekend weekend-chart "
     "kinocharts taquilla incassi"),
    ("trailer", 8.0, "trailers trailer teasers videos clips bande-annonce bandes-annonces"),
    ("release-date", 8.0, "release-dates release-date release-calendar release-news calendar dates 4k-uhd "
     "blu-ray home-video streaming-dates sorties kinostart kinostarts estrenos uscite"),
    ("casting", 6.0, "casting cast castings"),
    ("production", 5.0, "production filming composers set-photos on-set tournage tournages dreharbeiten "
     "rodaje rodajes"),
    ("festival", 4.5, "festivals festival film-festivals"),
    ("awards", 4.0, "awards oscars baftas golden-globes oscar-race awards-season palmares preise premios"),
    ("business", 3.0, "business industry deals mergers labor labour presales tickets sales acquisitions "
     "exhibition distribution exploitation economie wirtschaft regulation market marche verleih"),
    ("announcement", 1.5, "sequels development announcements announcement"),
)  # fmt: skip
SECTIONS = {name: Section(beat, weight) for beat, weight, names in _ROWS for name in names.split()}
