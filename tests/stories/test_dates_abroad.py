"""Release dates in French, German, Spanish, Italian and other news."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.stories.dates.claims import claim
from reader.stories.language.foreign import foreign
from tests.stories.dated import APRIL

NOVEMBER = int(datetime(2026, 11, 10, 15, tzinfo=UTC).timestamp())

# fmt: off
ROWS = [
    ("Le film de la réalisatrice, qui devait sortir le 10 mars, est attendu dans les salles le 6 octobre "
     "2027 avec "
     "une nouvelle affiche.", ("2027-10-06", "2027-03-10")),
    ("Avec ses deux acteurs et une belle musique, le film sort mercredi dans les salles du pays.",
     ("2026-11-11", None)),
    ("Le film, qui a été tourné dans les Alpes avec une petite équipe, arrivera sur les écrans et en salles "
     "au "
     "printemps 2027.", ("2027-Q2", None)),
    ("Le tournage des premières scènes avec les enfants et une actrice débute le 4 janvier dans les "
     "Alpes.", None),
    ("Der Film mit dem Star kommt am 14. Mai 2027 in die Kinos, nicht wie geplant im Februar, und wird von "
     "der "
     "Constantin verliehen.", ("2027-05-14", "2027-02")),
    ("Der neue Film mit der Schauspielerin ist ab Donnerstag im Kino und das Publikum freut sich.",
     ("2026-11-12", None)),
    ("La película de los directores del thriller se estrena en los cines el 12 de marzo, con una campaña "
     "por todo "
     "el país.", ("2027-03-12", None)),
    ("Il film della regista, che ha vinto il premio, uscirà nelle sale il 4 febbraio con una nuova copia.",
     ("2027-02-04", None)),
    ("O filme com os dois atores chega em dezembro e uma nova sala o recebe; estreia no dia 3 de dezembro em "
     "todos os cinemas.", ("2026-12-03", None)),
    ("De film met het duo, van een jonge maker, draait en is te zien vanaf 21 januari in de bioscoop.",
     ("2027-01-21", None)),
    ("Les acteurs du film et une partie de l’équipe étaient sur le plateau avec les journalistes.", None),
]
HEADED = [
    ("« La Digue » repoussé à l’automne",
     "Le film de Maud Ferrand, qui devait sortir le 3 juin, ne sera dans les salles que le 9 septembre, "
     "a annoncé son distributeur.",
     "release-date", ("2026-09-09", "2026-06-03")),
    ("« La Digue » décalé du 3 juin au 9 septembre",
     "Le distributeur préfère éviter la Coupe du monde et la concurrence des grands films de l’été.",
     "release-date", ("2026-09-09", "2026-06-03")),
    ("« La Digue » avance sa sortie",
     "Prévu pour le 9 septembre, le film de Maud Ferrand sortira finalement le 3 juin dans les salles "
     "françaises.",
     "release-date", ("2026-06-03", "2026-09-09")),
    ("Maud Ferrand tourne « La Digue »",
     "Le tournage du film débutera le 4 mai à Dunkerque avec une sortie prévue en 2027.",
     "production", ("2027", None)),
    ("„Der Deich“ verschoben",
     "Der Film von Maud Ferrand kommt nicht am 3. Juni, sondern erst am 9. September in die Kinos, wie "
     "der Verleih mitteilte.",
     "release-date", ("2026-09-09", "2026-06-03")),
    ("„Der Deich“ startet im Herbst",
     "Der Verleih hat den 10. September als Kinostart für das Drama mit einer Starbesetzung "
     "bekanntgegeben.",
     "release-date", ("2026-09-10", None)),
    ("«El dique» retrasa su estreno",
     "La película de Maud Ferrand, que iba a estrenarse el 3 de junio, llegará a los cines el 9 de "
     "septiembre con una nueva distribuidora.",
     "release-date", ("2026-09-09", "2026-06-03")),
    ("«El dique», del 3 de junio al 9 de septiembre",
     "La distribuidora mueve el estreno de la película para evitar el Mundial con los cines en verano.",
     "release-date", ("2026-09-09", "2026-06-03")),
    ("«La diga» slitta a settembre",
     "Il film di Maud Ferrand, atteso nelle sale il 3 giugno, uscirà il 9 settembre con una nuova "
     "distribuzione, che lo ha annunciato.",
     "release-date", ("2026-09-09", "2026-06-03")),
    ("« La Digue » : la bande-annonce",
     "Une première bande-annonce pour le film de Maud Ferrand avec une distribution remarquable. Sortie "
     "le 9 septembre.",
     "trailer", ("2026-09-09", None)),
]
# fmt: on


@pytest.mark.parametrize(("lead", "expected"), ROWS)
def test_a_date_is_read_in_the_language_it_is_told_in(
    lead: str, expected: tuple[str, str | None] | None
) -> None:
    found = claim("Nouvelles", lead, NOVEMBER, beat="release-date")
    assert expected == (found and (found.date, found.moved_from))


@pytest.mark.parametrize(("title", "lead", "beat", "expected"), HEADED)
def test_what_moves_abroad_has_a_date_and_had_one(
    title: str, lead: str, beat: str, expected: tuple[str, str | None]
) -> None:
    found = claim(title, lead, APRIL, beat=beat)
    assert expected == (found and (found.date, found.moved_from))


def test_a_few_words_of_another_language_do_not_make_a_report_foreign() -> None:
    assert not foreign({"le", "samourai", "and", "la", "dolce", "vita", "und"})
    assert foreign({"le", "film", "sort", "dans", "les", "salles", "avec"})
