"""What gives each kind of news away in French, German, Spanish and Italian, as in `cues_english`."""

from __future__ import annotations

TONGUES: dict[str, str] = {
    "obituary": r"""
        8 (?:mort|deces|disparition|obseques) (?:de|du|d'\w+) | 8 (?:s'est eteinte?|nous a quittes|n'est
        plus) | 8 (?:ist|im alter von \d+ jahren) (?:verstorben|gestorben) | 7 verstorben | 7 stirbt | 7
        trauer um | 8 (?:ha muerto|ha fallecido|murio|fallecio) | 7 adios a | 7 (?:addio a|scompars[oa]|se
        n'e andat[oa]|lutto)
        """,
    "review": r"""
        7 (?:filmkritik|critique de|la critique|critica de|la recensione)
        """,
    "box-office": r"""
        6 (?:demarrage|box-office|frequentation|frequentation) | 6 (?:kinobesucher|kinocharts|
        besucherzahlen|einspielergebnis) | 6 (?:espectadores|recaudacion|recauda) | 6
        (?:incassi|incassa|botteghino)
        """,
    "trailer": r"""
        8 (?:premieres images|premier apercu|trailer|teaser) (?:de|du|pour|zu|per|del|di) | 7 (?:erster
        trailer|trailer-premiere|primer trailer|primer avance|primo trailer)
        """,
    "awards": r"""
        7 palmares | 6 triomphe | 6 statuettes? | 7 (?:meilleure?s?) (?:film|actrice|acteur|realisat\w+|
        scenario|premier|musique|long) | 6 (?:remporte|rafle|sacree?s?|couronnee?s?|primee?s?|
        recompensee?s?|decroche) | 7 (?:ceremonie des|nominations aux|nommee?s?) | 7 (?:ausgezeichnet|
        preistrager\w*|bester film|beste regie|gewinnt|nominiert|filmpreis) | 7 (?:mejor (?:pelicula|actriz|
        actor|direccion)|nominad[oa]s?|galardonad[oa]|se alza con) | 7 (?:miglior (?:film|attrice|attore|
        regia)|premiat[oa]|candidatur[ae]|vince il)
        """,
    "festival": r"""
        7 (?:selection officielle|en competition|hors competition|seance speciale|competition officielle) |
        6 (?:wettbewerb|filmfestspiele) | 6 (?:seccion oficial|a concurso) | 6 (?:in concorso|fuori
        concorso|selezione ufficiale)
        """,
    "release-date": r"""
        7 (?:sortira|sort) (?:en salles?|le \d|au cinema|en france|finalement) | 7 (?:date de sortie|en
        salles? le|repoussee?|reportee?|decalee?|avancee? au) | 7 (?:startet (?:am|im)|kommt (?:am|im|ins
        kino)|verschoben|im kino ab|neuer starttermin) | 7 (?:llega(?:ra)? a los cines|se estrena(?:ra)?|
        retrasa|aplaza|fecha de estreno) | 7 (?:al cinema dal|esce|uscira|rinviat[oa]|slitta|data di uscita)
        """,
    "casting": r"""
        7 (?:rejoint le casting|incarnera|jouera|sera a l'affiche|donnera la replique|en tete d'affiche) | 7
        (?:ubernimmt die (?:haupt)?rolle|hauptrolle|wird .{2,40} spielen|gesellt sich) | 7 (?:se une al
        reparto|interpretara|encarnara|sera la protagonista|sera el protagonista) | 7 (?:interpretera|entra
        nel cast|sara il protagonista|sara la protagonista)
        """,
    "production": r"""
        7 (?:debut du tournage|premier clap|tourne (?:actuellement|a|en|dans)|clap de fin) | 7 (?:dreht
        (?:in|derzeit|ab)|klappe) | 7 (?:comienza el rodaje|rueda en|empieza a rodar) | 7 (?:sul
        set|iniziate le riprese|gira (?:a|in))
        """,
    "announcement": r"""
        7 (?:adaptera|va (?:realiser|adapter|porter a l'ecran|tourner)|prepare (?:un|une|son|sa)|prochain
        film de|remake de|suite de) | 7 (?:verfilmt|neuverfilmung|fortsetzung|plant (?:einen|eine)|nachster
        film) | 7 (?:dirigira|adaptara|prepara|secuela|proxima pelicula|nueva pelicula de) | 7
        (?:dirigera|adattera|prossimo film|sta preparando)
        """,
    "interview": r"""
        8 (?:nous a recus?|nous recoit|rencontre avec|raconte|se confie|s'explique|confie) | 8 (?:im
        interview|gesprach mit|erzahlt|spricht uber) | 8 (?:entrevista (?:a|con)|nos cuenta|habla de|charla
        con) | 8 (?:intervista (?:a|con)|racconta|si racconta|parla di) | 7 ^[^:]{4,40} : [«"“]
        """,
    "business": r"""
        8 (?:droits|trouve preneur|distributeurs?|distribue en|rachat|rachete|acquis|acquiert|exploitants|
        ventes internationales|financement|subvention|chronologie des medias|chiffre d'affaires|greve|accord
        signe) | 7 (?:verleih|rechte|vertrieb|erwirbt|ubernahme|forderung|kinobetreiber|weltvertrieb|streik)
        | 7 (?:derechos|distribuidora|adquiere|compra|exhibidores|huelga|subvencion) | 7 (?:diritti|
        distribuzione|acquisisce|acquista|esercenti|sciopero|tax credit)
        """,
}
