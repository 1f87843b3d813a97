"""How yes and no are written in a column of ticks, in lower case and many languages."""

from __future__ import annotations

YES = (
    "yes", "y", "true", "t", "1", "x", "ja", "oui", "si", "sí", "sì", "sim", "tak", "ano", "igen", "kyllä", "da", "да", "evet",
    "ναι", "はい", "是", "예", "נכון", "نعم", "✓", "✔", "subscribed", "wahr", "vrai", "verdadero", "verdadeiro", "vero",
)  # fmt: skip
NO = (
    "no", "n", "false", "f", "0", "nein", "non", "não", "nao", "nie", "ne", "nem", "ei", "nej", "nei", "nee", "нет", "hayır",
    "όχι", "いいえ", "否", "아니요", "לא", "لا", "unsubscribed", "not_subscribed", "falsch", "faux", "falso",
)  # fmt: skip
