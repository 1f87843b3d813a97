"""Google Ads: the campaign report, in the language of the account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.ingest.folding import fold
from data.ingest.layouts.phrases import matches
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

# Only with its colon: a campaign may itself be called "Total ...".
_TOTAL = "^\\s*(total|gesamt|insgesamt|summe|totale|totaal|toplam|итого|всего|suma|合計|総計|总计|全部)[^:：]{0,40}[:：]"
# Performance Max and app campaigns run everywhere; they are bought as search.
_CHANNEL = f"""CASE
    WHEN {matches("type", "shopping|einkauf|compras")} THEN 'shopping'
    WHEN {matches("type", "video|youtube")} THEN 'paid_video'
    WHEN {matches("type", "display|demand gen|discovery|anzeigennetzwerk|affichage|reseau display|red de display")} THEN 'display'
    ELSE 'paid_search' END"""

_SIGNS = {
    fold(sign)
    for sign in (
        "Impr.", "Campaign status", "Kampagnenstatus", "État de la campagne", "Estado de la campaña", "Currency code",
        "Währungscode", "Code de devise", "Campaign type", "Kampagnentyp", "Avg. CPC", "Durchschn. CPC", "Avg. cost",
        "Durchschn. Kosten", "Cost / conv.", "Kosten/Conv.", "Coût/conv.", "Conv. value", "Conv.-Wert", "Interactions",
        "Interaktionen", "cost_micros", "metrics.cost_micros", "表示回数", "Budget type", "Bid strategy type",
    )
}  # fmt: skip


def _by_google(cells: Mapping[str, Sequence[str]], headers: Sequence[str], preamble: Sequence[str]) -> bool:
    """Whether a table of campaigns has a heading only Google writes; any other could be of any platform."""
    return any(fold(header) in _SIGNS for header in headers)


CAMPAIGNS = Layout(
    platform="google_ads",
    kind="spend",
    fields=(
        Field("day", ("Day", "Tag", "Jour", "Día", "Dia", "Giorno", "Dag", "Dzień", "日", "День"), "day"),
        Field("week", ("Week", "Woche", "Semaine", "Semana", "Settimana"), "day"),
        Field("month", ("Month", "Monat", "Mois", "Mes", "Mês", "Mese"), "day"),
        Field("campaign_status", ("Campaign status", "Kampagnenstatus", "Status der Kampagne", "État de la campagne",
                                  "Estado de la campaña", "Stato campagna", "Status da campanha",
                                  "Campagnestatus", "キャンペーンの状態")),
        Field("campaign", ("Campaign", "Kampagne", "Campagne", "Campaña", "Campanha", "Campagna", "キャンペーン",
                           "Kampania", "Кампания"), required=True),
        Field("currency", ("Currency code", "Currency", "Währungscode", "Code de devise", "Código de moneda",
                           "Código da moeda", "Codice valuta", "Valutacode", "通貨コード"), "currency"),
        Field("type", ("Campaign type", "Kampagnentyp", "Type de campagne", "Tipo de campaña", "Tipo de campanha",
                       "Tipo di campagna", "Campagnetype", "Advertising channel type")),
        Field("market", ("Country/Territory", "Country/Territory (Matched)", "Country/Territory (User location)",
                         "Land/Gebiet", "Pays/Territoire", "País/Territorio", "País/território",
                         "Paese/Territorio"), "market"),
        Field("impressions", ("Impr.", "Impressions", "Impressionen", "Impresiones", "Impressões", "Impr",
                              "Vertoningen", "表示回数", "Wyświetlenia"), "count"),
        Field("clicks", ("Clicks", "Klicks", "Clics", "Cliques", "Clic", "Klikken", "クリック数", "Kliknięcia",
                         "Клики"), "count", required=True),
        Field("cost", ("Cost", "Kosten", "Coût", "Coste", "Costo", "Custo", "費用", "Koszt",
                       "Стоимость"), "amount"),
        Field("cost_micros", ("cost_micros", "metrics.cost_micros"), "count"),
        Field("conversions", ("Conversions", "Konversionen", "Conversiones", "Conversões", "Conversioni",
                              "Conversies", "コンバージョン", "Konwersje"), "count"),
        Field("value", ("Conv. value", "Conversion value", "Conv.-Wert", "Conversion-Wert", "Valeur de conv.",
                        "Valor de conv.", "Valor conv.", "Val. conv.", "Conv.waarde", "コンバージョン値"), "amount"),
        Field("period_start", ("Start date", "Startdatum"), "day"),
        Field("period_end", ("End date", "Enddatum"), "day"),
    ),
    targets=(
        Target(
            "spend",
            {
                "day": "coalesce(day, CASE WHEN week IS NULL AND month IS NULL AND period_start = period_end"
                " THEN period_start END)",
                "period_start": "coalesce(day, week, month, period_start)",
                "period_end": "coalesce(day, CAST(week + INTERVAL 6 DAY AS DATE), last_day(month), period_end)",
                "market": "market",
                "market_said": "market_said",
                "channel": _CHANNEL,
                "channel_said": "coalesce(type, 'Google Ads')",
                "campaign": "campaign",
                "currency": "currency",
                "spend": "coalesce(cost, CAST(cost_micros / 1000000 AS DECIMAL(18, 4)))",
                "impressions": "impressions",
                "clicks": "clicks",
                "conversions": "conversions",
                "conversion_value": "value",
            },
        ),
    ),
    rules=(
        Rule(f"regexp_matches(lower(coalesce(first_cell, '')), '{_TOTAL}') OR"
             f" regexp_matches(lower(coalesce(campaign_status, '')), '{_TOTAL}')",
             "left_out", N_("Total rows: they repeat what the rows above add up to.")),
        Rule("campaign IS NULL", "left_out", N_("Rows without a campaign: totals or notes.")),
        Rule("cost IS NULL AND cost_micros IS NULL", "noted",
             N_("No cost in the row (“--”): it is unknown, not zero.")),
        Rule("cost IS NULL AND cost_micros IS NOT NULL", "noted",
             N_("Costs are in millionths and were brought to the currency itself.")),
        Rule("day IS NULL AND (week IS NOT NULL OR month IS NOT NULL OR period_start <> period_end)", "noted",
             N_("The file has no days: each row covers a period.")),
    ),
    measures=("cost", "impressions", "clicks", "conversions", "value"),
    any_of=("cost", "cost_micros"),
    tell=_by_google,
)  # fmt: skip

LAYOUTS = (CAMPAIGNS,)
