"""Google Analytics 4: report snapshots and explorations in many languages, and the BigQuery event export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.ingest.folding import fold
from data.ingest.layouts.phrases import total_row
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

_DIMENSIONS = ("channel", "source_medium", "source", "market", "device", "day")
_SAID = "coalesce(channel_said, source_medium_said, source_said)"
_METRICS = (
    Field("sessions", ("Sessions", "Sesiones", "Sessões", "Sitzungen", "Sessioni", "Sessies", "Sesje", "Сеансы",
                       "セッション", "セッション数", "会话数", "세션수", "세션"), "count", required=True),
    Field("users", ("Total users", "Active users", "Users", "Nutzer insgesamt", "Aktive Nutzer", "Nutzer",
                    "Usuarios totales", "Total de usuarios", "Usuarios activos", "Usuarios", "Nombre total d'utilisateurs",
                    "Utilisateurs actifs", "Utilisateurs", "Total de usuários", "Usuários ativos", "Usuários",
                    "Utenti totali", "Utenti attivi", "Totaal aantal gebruikers", "総ユーザー数",
                    "アクティブ ユーザー"), "count"),
    Field("key_events", ("Key events", "Key events All events", "Conversions", "Schlüsselereignisse", "Conversiones",
                         "Eventos clave", "Événements clés", "Eventos-chave", "Eventos principais", "Conversões",
                         "Eventi chiave", "Belangrijke gebeurtenissen", "キーイベント", "コンバージョン"), "count"),
    Field("transactions", ("Transactions", "Ecommerce purchases", "Purchases", "Transaktionen", "E-Commerce-Käufe",
                           "Transacciones", "Compras", "Transações", "Achats", "Transazioni", "Acquisti",
                           "トランザクション", "購入"), "count"),
    Field("revenue", ("Total revenue", "Purchase revenue", "Gesamtumsatz", "Umsatz", "Ingresos totales",
                      "Ingresos por compras", "Revenu total", "Total des revenus", "Receita total", "Entrate totali",
                      "Totale opbrengst", "総収益"), "amount"),
    Field("new_users", ("New users", "Neue Nutzer", "Usuarios nuevos", "Nouveaux utilisateurs", "Novos usuários",
                        "Nuovi utenti", "新規ユーザー数"), "count"),
)  # fmt: skip
_FIELDS = (
    Field("channel", (
        "Session default channel group", "Session default channel grouping", "Default channel group",
        "Session primary channel group (Default Channel Group)", "Session primary channel group",
        "First user default channel group", "First user primary channel group (Default Channel Group)",
        "Sitzung – Standardchannelgruppe", "Standard-Channelgruppierung der Sitzung",
        "Primäre Channelgruppe der Sitzung (Standard-Channelgruppe)",
        "Sitzung – primäre Channelgruppe (Standard-Channelgruppe)",
        "Grupo de canales predeterminado de la sesión",
        "Grupo de canales principal de la sesión (Grupo de canales predeterminado)",
        "Grupo principal de canais da sessão (Grupo de Canais)",
        "Grupo principal de canais da sessão (Grupo de canais padrão)", "Grupo de canais padrão da sessão",
        "Groupe de canaux par défaut pour la session", "Groupe de canaux par défaut de la session",
        "Groupe de canaux principal de la session (Groupe de canaux par défaut)",
        "Gruppo di canali predefinito della sessione", "Standaardkanaalgroep voor sessie",
        "セッションのデフォルト チャネル グループ",
        "セッションのメインのチャネル グループ（デフォルト チャネル グループ）",
    ), "channel"),
    Field("source_medium", ("Session source / medium", "First user source / medium", "Source / medium",
                            "Sitzung – Quelle/Medium", "Fuente/medio de la sesión", "Origem / mídia da sessão",
                            "Source/Support de la session", "Sorgente/mezzo sessione",
                            "セッションの参照元 / メディア"), "channel"),
    Field("source", ("Session source", "Session medium", "Sitzung – Quelle", "Fuente de la sesión",
                     "Origem da sessão", "Source de la session"), "channel"),
    Field("market", ("Country", "Country ID", "Land", "País", "Pays", "Paese", "国", "Kraj", "Страна", "国家/地区",
                     "국가"), "market"),
    Field("device", ("Device category", "Gerätekategorie", "Categoría de dispositivo", "Categoria do dispositivo",
                     "Categoria de dispositivo", "Catégorie d'appareil", "Categoria dispositivo", "Apparaatcategorie",
                     "デバイス カテゴリ"), "device"),
    Field("day", ("Date", "Datum", "Fecha", "Data", "日付", "Дата", "日期"), "day"),
)  # fmt: skip

_SIGNS = {
    fold(sign)
    for field in (*_FIELDS[:3], _FIELDS[4], *_METRICS[2:3], _METRICS[5])
    for sign in field.headers
    if sign not in ("Source / medium", "Conversions", "Conversiones", "Conversões")
} | {
    fold(sign)
    for sign in (
        "Engaged sessions", "Engagement rate", "Average engagement time per session", "Event count", "Active users",
        "Total users", "Sessões engajadas", "Taxa de engajamento", "Contagem de eventos", "Sessions avec engagement",
        "Taux d'engagement", "Nombre d'événements", "Sesiones con interacción", "Número de eventos",
        "Sitzungen mit Interaktionen", "Engagement-Rate", "Ereignisanzahl", "Sessioni con coinvolgimento",
    )
}  # fmt: skip


def _by_analytics(cells: Mapping[str, Sequence[str]], headers: Sequence[str], preamble: Sequence[str]) -> bool:
    """Whether a table of visits has a heading or comment lines that GA4 writes; any other is anyone's."""
    return any(line.lstrip().startswith("#") for line in preamble) or any(fold(header) in _SIGNS for header in headers)


REPORT = Layout(
    platform="google_analytics",
    kind="sessions",
    fields=(*_FIELDS, *_METRICS),
    targets=(
        Target(
            "sessions",
            {
                "day": "coalesce(day, CASE WHEN period_start = period_end THEN period_start END)",
                "period_start": "coalesce(day, period_start)",
                "period_end": "coalesce(day, period_end)",
                "market": "market",
                "market_said": "market_said",
                "channel": "CASE WHEN channel_said IS NOT NULL THEN channel"
                " WHEN source_medium_said IS NOT NULL THEN source_medium ELSE source END",
                "channel_said": _SAID,
                "device": "device",
                "device_said": "device_said",
                "sessions": "sessions",
                "users": "users",
                "key_events": "key_events",
                "transactions": "transactions",
                "revenue": "revenue",
                "currency": "currency",
            },
        ),
    ),
    rules=(
        Rule(
            f"{total_row('first_cell', 'channel_said', 'source_medium_said', 'market_said', 'device_said')}"
            f" OR (day IS NULL AND coalesce({_SAID}, market_said, device_said) IS NULL)",
            "left_out",
            N_("Total rows: they repeat what the other rows add up to."),
        ),
        Rule("users IS NOT NULL", "noted",
             N_("Users are people: someone who came twice is in two rows, so they do not add up.")),
        Rule("day IS NULL AND period_start <> period_end", "noted",
             N_("The file has no days: each row covers the whole period.")),
        Rule("day IS NULL AND period_start IS NULL", "noted",
             N_("The file says neither days nor a period: the rows cannot be placed in time.")),
    ),
    measures=("sessions", "key_events", "transactions", "revenue"),
    reshape="pivot",
    any_of=_DIMENSIONS,
    tell=_by_analytics,
)  # fmt: skip

_VISIT, _PURCHASE = "event_name = 'session_start'", "event_name = 'purchase'"
_BY_MEDIUM = """CASE WHEN lower(medium) = 'organic' THEN 'organic_search'
    WHEN lower(medium) IN ('cpc', 'ppc', 'paidsearch') THEN 'paid_search'
    WHEN lower(medium) IN ('(none)', 'none') THEN 'direct'
    WHEN lower(medium) IN ('email', 'e-mail', 'newsletter') THEN 'email'
    WHEN lower(medium) = 'referral' THEN 'referral' WHEN lower(medium) = 'affiliate' THEN 'affiliate'
    WHEN lower(medium) IN ('paid_social', 'paidsocial', 'cpm') THEN 'paid_social'
    WHEN lower(medium) IN ('social', 'social-network', 'sm') THEN 'organic_social'
    WHEN lower(medium) = 'display' THEN 'display' WHEN lower(medium) = 'sms' THEN 'sms' ELSE channel END"""
_AT = "coalesce(happened_at, CAST(event_date AS TIMESTAMP))"

EVENTS = Layout(
    platform="google_analytics",
    kind="sessions",
    fields=(
        Field("event_date", ("event_date",), "day", required=True),
        Field("happened_at", ("event_timestamp",), "instant", required=True),
        Field("event_name", ("event_name",), required=True),
        Field("customer_id", ("user_id", "user_pseudo_id"), "contact"),
        Field("market", ("geo.country", "geo_country", "country"), "market"),
        Field("device", ("device.category", "device_category"), "device"),
        Field("medium", ("traffic_source.medium", "traffic_source_medium", "medium")),
        Field("channel", ("traffic_source.source", "traffic_source_source", "source"), "channel"),
        Field("revenue_usd", ("ecommerce.purchase_revenue_in_usd", "ecommerce_purchase_revenue_in_usd",
                              "purchase_revenue_in_usd"), "amount"),
        Field("revenue", ("ecommerce.purchase_revenue", "ecommerce_purchase_revenue", "purchase_revenue"), "amount"),
        Field("value_usd", ("event_value_in_usd",), "amount"),
        Field("transaction_id", ("ecommerce.transaction_id", "ecommerce_transaction_id", "transaction_id"), "id"),
        Field("currency", ("currency", "ecommerce.currency"), "currency"),
        *(Field(f"personal_{place}", (header,), "personal")
          for place, header in enumerate(("geo.city", "device.ip", "user_properties"))),
    ),
    targets=(
        Target(
            "sessions",
            {
                "day": "event_date",
                "period_start": "event_date",
                "period_end": "event_date",
                "market": "market",
                "market_said": "market_said",
                "channel": _BY_MEDIUM,
                "channel_said": "concat_ws(' / ', channel_said, medium)",
                "device": "device",
                "device_said": "device_said",
                "sessions": f"CASE WHEN {_VISIT} THEN 1 ELSE 0 END",
                "transactions": f"CASE WHEN {_PURCHASE} THEN 1 ELSE 0 END",
                "revenue": f"CASE WHEN {_PURCHASE} THEN coalesce(revenue, revenue_usd, value_usd) END",
                "currency": "CASE WHEN revenue IS NULL AND coalesce(revenue_usd, value_usd) IS NOT NULL THEN 'USD'"
                " ELSE currency END",
            },
            key="concat_ws('|', event_date, market_said, channel_said, medium, device_said)",
            merge={"sessions": "sum", "transactions": "sum", "revenue": "sum"},
        ),
        Target(
            "touchpoints",
            {
                "customer_key": "customer_key",
                "at": _AT,
                "channel": _BY_MEDIUM,
                "channel_said": "concat_ws(' / ', channel_said, medium)",
                "converted": _PURCHASE,
                "value": f"CASE WHEN {_PURCHASE} THEN coalesce(revenue, revenue_usd, value_usd) END",
                "currency": "CASE WHEN revenue IS NULL AND coalesce(revenue_usd, value_usd) IS NOT NULL THEN 'USD'"
                " ELSE currency END",
            },
            where="customer_key IS NOT NULL",
        ),
    ),
    rules=(
        Rule(f"NOT coalesce({_VISIT} OR {_PURCHASE}, false)", "left_out",
             N_("Events that are neither the start of a visit nor a purchase.")),
        Rule(f"{_PURCHASE} AND transaction_id IS NOT NULL AND row_number() OVER"
             " (PARTITION BY event_name, transaction_id ORDER BY line) > 1",
             "left_out", N_("The same purchase was sent more than once.")),
        Rule(f"{_PURCHASE} AND revenue IS NULL AND coalesce(revenue_usd, value_usd) IS NOT NULL", "noted",
             N_("Revenue is stated in US dollars.")),
    ),
    assumes={"zone": "UTC"},
    measures=("revenue",),
)  # fmt: skip

LAYOUTS = (REPORT, EVENTS)
