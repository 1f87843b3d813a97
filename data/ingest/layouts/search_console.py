"""Google Search Console: the performance export; unpaid clicks become rows of spend without a cost."""

from __future__ import annotations

from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

PERFORMANCE = Layout(
    platform="search_console",
    kind="spend",
    fields=(
        Field("market", ("Country", "País", "Pays", "Land", "Paese", "国", "Kraj", "Страна", "Ülke"), "market"),
        Field("day", ("Date", "Datum", "Fecha", "Data", "日付", "Дата"), "day"),
        Field("query", ("Top queries", "Queries", "Query", "Häufigste Suchanfragen", "Consultas principales",
                        "Requêtes les plus fréquentes", "Principais consultas", "Consultas", "Query più frequenti")),
        Field("page", ("Top pages", "Pages", "Page", "Die häufigsten Seiten", "Páginas principales",
                       "Pages les plus populaires", "Páginas principais", "Páginas", "Pagine principali")),
        Field("device", ("Device", "Gerät", "Dispositivo", "Appareil", "デバイス"), "device"),
        Field("clicks", ("Clicks", "Klicks", "Clics", "Cliques", "Clic", "クリック数", "Kliknięcia", "Клики"),
              "count", required=True),
        Field("impressions", ("Impressions", "Impressionen", "Impresiones", "Impressões", "Impressioni",
                              "表示回数", "Wyświetlenia", "Показы"), "count", required=True),
        Field("ctr", ("CTR",), "text", required=True),
        Field("position", ("Position", "Posición", "Posição", "Posizione", "Average position", "掲載順位", "Pozycja"),
              "text", required=True),
    ),
    targets=(
        Target(
            "spend",
            {
                "day": "coalesce(day, CASE WHEN period_start = period_end THEN period_start END)",
                "period_start": "coalesce(day, period_start)",
                "period_end": "coalesce(day, period_end)",
                "market": "market",
                "market_said": "market_said",
                "channel": "'organic_search'",
                "channel_said": "'Google Search'",
                "campaign": "coalesce(query, page, device_said)",
                "impressions": "impressions",
                "clicks": "clicks",
            },
        ),
    ),
    rules=(
        Rule("query IS NOT NULL", "noted",
             N_("Rare searches are not listed by Google, so the rows add up to less than all clicks.")),
        Rule("day IS NULL AND period_start <> period_end", "noted",
             N_("The file has no days: each row covers the whole period.")),
        Rule("day IS NULL AND period_start IS NULL", "noted",
             N_("The file says neither days nor a period: the rows cannot be placed in time.")),
    ),
    measures=("clicks", "impressions"),
    any_of=("market", "day", "query", "page", "device"),
)  # fmt: skip

LAYOUTS = (PERFORMANCE,)
