"""What people call countries beside the names that Babel and pycountry know, folded by ``data.ingest.folding``."""

from __future__ import annotations

LANGUAGES = (
    "en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "da", "nb", "fi", "is", "cs", "sk", "hu", "ro", "bg", "hr", "sr", "sl",
    "et", "lv", "lt", "el", "tr", "ru", "uk", "ja", "zh", "zh_Hant", "ko", "ar", "he", "fa", "hi", "id", "ms", "vi", "th", "ca",
    "pt_PT", "es_MX",
)  # fmt: skip

EVERYDAY: dict[str, str] = {
    "uk": "GBR", "u.k.": "GBR", "great britain": "GBR", "britain": "GBR", "england": "GBR", "scotland": "GBR",
    "wales": "GBR", "northern ireland": "GBR", "united kingdom of great britain and northern ireland": "GBR",
    "grossbritannien": "GBR", "vereinigtes königreich (uk)": "GBR", "angleterre": "GBR", "inglaterra": "GBR",
    "inghilterra": "GBR", "engeland": "GBR", "royaume-uni (uk)": "GBR", "united kingdom (uk)": "GBR",
    "reino unido (uk)": "GBR", "regno unito (uk)": "GBR",
    "usa": "USA", "u.s.a.": "USA", "u.s.": "USA", "us": "USA", "united states of america": "USA", "america": "USA",
    "united states (us)": "USA", "the united states": "USA", "vereinigte staaten von amerika": "USA",
    "vereinigte staaten (usa)": "USA", "estados unidos de america": "USA", "ee.uu.": "USA", "eeuu": "USA", "eua": "USA",
    "états-unis d'amérique": "USA", "états-unis (us)": "USA", "etats unis": "USA", "stati uniti d'america": "USA",
    "verenigde staten van amerika": "USA", "сша": "USA", "米国": "USA", "アメリカ": "USA", "美国": "USA", "미국": "USA",
    "holland": "NLD", "the netherlands": "NLD", "niederlande": "NLD", "holanda": "NLD", "olanda": "NLD", "pays bas": "NLD",
    "russia": "RUS", "russian federation": "RUS", "russland": "RUS", "south korea": "KOR", "korea": "KOR",
    "republic of korea": "KOR", "korea, south": "KOR", "korea (south)": "KOR", "korea republic": "KOR", "north korea": "PRK",
    "czech republic": "CZE", "czechia": "CZE", "tschechische republik": "CZE", "republica checa": "CZE",
    "république tchèque": "CZE", "repubblica ceca": "CZE", "tsjechische republiek": "CZE", "republica tcheca": "CZE",
    "ireland": "IRL", "republic of ireland": "IRL", "eire": "IRL", "viet nam": "VNM", "vietnam": "VNM",
    "uae": "ARE", "u.a.e.": "ARE", "emirates": "ARE", "vae": "ARE", "ksa": "SAU", "saudi": "SAU",
    "hong kong": "HKG", "hongkong": "HKG", "hong kong sar": "HKG", "macau": "MAC", "macao": "MAC", "taiwan": "TWN",
    "taiwan, province of china": "TWN", "taiwan roc": "TWN", "mainland china": "CHN", "prc": "CHN",
    "people's republic of china": "CHN", "中国大陆": "CHN", "turkey": "TUR", "türkiye": "TUR", "turkiye": "TUR",
    "ivory coast": "CIV", "cote d'ivoire": "CIV", "cape verde": "CPV", "swaziland": "SWZ", "eswatini": "SWZ",
    "macedonia": "MKD", "north macedonia": "MKD", "fyrom": "MKD", "burma": "MMR", "myanmar": "MMR",
    "myanmar (burma)": "MMR", "laos": "LAO", "lao": "LAO", "brunei": "BRN", "bolivia": "BOL", "venezuela": "VEN",
    "tanzania": "TZA", "moldova": "MDA", "syria": "SYR", "iran": "IRN", "palestine": "PSE", "palestinian territories": "PSE",
    "kosovo": "XKX", "vatican": "VAT", "vatican city": "VAT", "micronesia": "FSM", "reunion": "REU", "la réunion": "REU",
    "congo": "COG", "dr congo": "COD", "drc": "COD", "democratic republic of the congo": "COD", "congo - kinshasa": "COD",
    "congo - brazzaville": "COG", "republic of the congo": "COG", "the gambia": "GMB", "bahamas": "BHS", "the bahamas": "BHS",
    "east timor": "TLS", "timor leste": "TLS", "st lucia": "LCA", "st kitts & nevis": "KNA", "trinidad": "TTO",
    "bosnia": "BIH", "bosnia and herzegovina": "BIH", "bosnien": "BIH", "slovak republic": "SVK", "espana": "ESP",
    "deutschland": "DEU", "brd": "DEU", "bundesrepublik deutschland": "DEU", "allemagne": "DEU", "alemania": "DEU",
    "österreich": "AUT", "oesterreich": "AUT", "schweiz": "CHE", "suisse": "CHE", "svizzera": "CHE", "suiza": "CHE",
    "méxico": "MEX", "mexico": "MEX", "mejico": "MEX", "méjico": "MEX", "brasil": "BRA", "perú": "PER", "nz": "NZL",
    "aotearoa": "NZL", "åland": "ALA", "curacao": "CUW", "sao tome": "STP", "south georgia": "SGS", "puerto rico": "PRI",
    "canary islands": "ESP", "islas canarias": "ESP", "kanarische inseln": "ESP", "jersey": "JEY", "guernsey": "GGY",
    "isle of man": "IMN", "gibraltar": "GIB", "faroe islands": "FRO", "el": "GRC", "hellas": "GRC", "hellenic republic": "GRC",
    "kazakstan": "KAZ", "kirgistan": "KGZ", "kyrgyz republic": "KGZ", "georgia": "GEO", "weissrussland": "BLR",
    "byelorussia": "BLR", "belorussia": "BLR", "белоруссия": "BLR", "россия": "RUS", "рф": "RUS", "украина": "UKR",
    "xk": "XKX", "en-gb": "GBR", "gb-eng": "GBR", "gb-sct": "GBR", "gb-wls": "GBR", "gb-nir": "GBR",
}  # fmt: skip
"""Everyday names to ISO 3166 alpha-3."""

MARKETPLACES: dict[str, str] = {
    "com": "USA", "ca": "CAN", "com.mx": "MEX", "com.br": "BRA", "co.uk": "GBR", "de": "DEU", "fr": "FRA", "it": "ITA",
    "es": "ESP", "nl": "NLD", "se": "SWE", "pl": "POL", "com.be": "BEL", "be": "BEL", "com.tr": "TUR", "ie": "IRL", "ae": "ARE",
    "sa": "SAU", "eg": "EGY", "in": "IND", "co.jp": "JPN", "jp": "JPN", "com.au": "AUS", "sg": "SGP", "co.za": "ZAF",
    "cn": "CHN", "at": "AUT", "ch": "CHE", "cz": "CZE", "hu": "HUN", "ro": "ROU", "pt": "PRT", "com.co": "COL",
    "cl": "CHL",
}  # fmt: skip
"""What follows the name of a marketplace ("Amazon.co.uk", "amazon.com.be") to ISO 3166 alpha-3."""

NOT_SAID = (
    "(not set)", "not set", "(nicht festgelegt)", "(nicht gesetzt)", "(non défini)", "(non definito)", "(no establecido)",
    "(no configurado)", "(não definido)", "(not provided)", "(other)", "unknown", "unbekannt", "inconnu", "desconocido",
    "desconhecido", "sconosciuto", "onbekend", "n/a", "none", "null", "-", "--", "unspecified", "others", "(niet ingesteld)",
    "(не задано)", "(未設定)", "(未设置)", "unassigned", "undefined", "?", "xx", "zz",
)  # fmt: skip
"""Words that say that nothing is known."""
