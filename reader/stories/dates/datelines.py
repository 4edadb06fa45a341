"""Where an agency’s report was sent from: one from abroad does not mean its home by a month or a year."""

from __future__ import annotations

from reader.patterns import late

_CITIES = (
    r"LONDON|EDINBURGH|DUBLIN|PARIS|CANNES|LYON|BERLIN|MUNICH|ROME|MILAN|VENICE|MADRID|BARCELONA|"
    r"SAN SEBASTI[AÁ]N|LISBON|BRUSSELS|AMSTERDAM|COPENHAGEN|STOCKHOLM|OSLO|HELSINKI|VIENNA|ZURICH|GENEVA|"
    r"LOCARNO|PRAGUE|WARSAW|BUDAPEST|ATHENS|ISTANBUL|MOSCOW|KYIV|CAIRO|JERUSALEM|TEL AVIV|BEIRUT|TEHRAN|"
    r"DUBAI|MUMBAI|NEW DELHI|DELHI|BENGALURU|HYDERABAD|CHENNAI|KOLKATA|BEIJING|SHANGHAI|HONG KONG|TAIPEI|"
    r"SEOUL|BUSAN|TOKYO|BANGKOK|MANILA|JAKARTA|SINGAPORE|SYDNEY|MELBOURNE|CANBERRA|WELLINGTON|AUCKLAND|TORONTO|"
    r"MONTREAL|VANCOUVER|OTTAWA|MEXICO CITY|BUENOS AIRES|RIO DE JANEIRO|S[AÃ]O PAULO|LAGOS|NAIROBI|"
    r"JOHANNESBURG|CAPE TOWN"
)
"""Those that agencies print without their country."""
_ABROAD = late(
    rf"\. (?:(?:{_CITIES})(?:, [A-Z][a-z]+)?|[A-Z][A-Z’' -]+, (?:England|Scotland|Ireland|France|Germany|"
    r"Italy|Spain|India|Japan|China|South Korea|Australia|New Zealand|Canada|Mexico|Brazil|Switzerland|"
    r"Poland|Denmark|Sweden|Norway)) \([A-Z][\w ]{1,20}\) [—–-]"
)


def sent_from_abroad(text: str) -> bool:
    """Tell whether a report, headline and lead as one, has a dateline of another country than America."""
    return "(" in text and _ABROAD.search(text) is not None
