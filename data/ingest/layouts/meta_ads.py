"""Meta Ads Manager: the performance export, in the language of the account; the currency is in the header."""

from __future__ import annotations

from data.ingest.layouts.phrases import matches
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

_SPENT = (
    r"(?:amount spent|importe gastado|monto gastado|montant d[ée]pens[ée]|ausgegebener betrag|importo speso"
    r"|valor (?:usado|gasto)|quantia gasta|besteed bedrag|wydana kwota|消化金額|使った金額)"
    r"\s*[(（]?\s*(?P<currency>[A-Z]{3})?\s*[)）]?"
)

_TOTAL = (
    "^(results from [0-9]|resultados totales|resultados de [0-9]|resultats de [0-9]|ergebnisse (aus|von) [0-9]"
    "|total results)"
)

PERFORMANCE = Layout(
    platform="meta_ads",
    kind="spend",
    fields=(
        Field("starts", ("Reporting starts", "Berichtsbeginn", "Auswertungsbeginn", "Début des rapports",
                         "Début de la période de rapport", "Inicio del informe", "Inizio del report",
                         "Inizio report", "Início dos relatórios", "Start van rapportage", "レポート開始日"), "day"),
        Field("ends", ("Reporting ends", "Berichtsende", "Auswertungsende", "Fin des rapports",
                       "Fin de la période de rapport", "Fin del informe", "Fine del report", "Fine report",
                       "Término dos relatórios", "Encerramento dos relatórios", "Einde van rapportage",
                       "レポート終了日"), "day"),
        Field("day", ("Day", "Tag", "Jour", "Día", "Dia", "Giorno", "Dag", "日"), "day"),
        Field("campaign", ("Campaign name", "Kampagnenname", "Nom de la campagne", "Nombre de la campaña", "Campaña",
                           "Nome della campagna", "Nome da campanha", "Campagnenaam", "キャンペーン名")),
        Field("adset", ("Ad set name", "Name der Anzeigengruppe", "Anzeigengruppenname", "Nom de l'ensemble de publicités",
                        "Nombre del conjunto de anuncios", "Nome del gruppo di inserzioni",
                        "Nome do conjunto de anúncios", "広告セット名")),
        Field("ad", ("Ad name", "Anzeigenname", "Nom de la publicité", "Nombre del anuncio", "Nome dell'inserzione",
                     "Nome do anúncio", "広告の名前")),
        Field("market", ("Country", "Land", "Pays", "País", "Paese", "国"), "market"),
        Field("device", ("Impression device", "Device platform"), "device"),
        Field("surface", ("Platform", "Plattform", "Plateforme", "Plataforma", "Piattaforma")),
        Field("spend", (), "amount", required=True, pattern=_SPENT),
        Field("currency", ("Currency", "Divisa", "Währung", "Devise"), "currency"),
        Field("impressions", ("Impressions", "Impressionen", "Impresiones", "Impressões", "Impression",
                              "Weergaven", "インプレッション"), "count"),
        Field("clicks", ("Link clicks", "Link-Klicks", "Clics sur un lien", "Clics en el enlace", "Clic sul link",
                         "Cliques no link", "Linkklikken", "リンクのクリック"), "count"),
        Field("clicks_all", ("Clicks (all)", "Klicks (alle)", "Clics (tous)", "Clics (todos)", "Clic (tutti)",
                             "Cliques (todos)"), "count"),
        Field("purchases", ("Purchases", "Website purchases", "Käufe", "Website-Käufe", "Achats",
                            "Achats sur le site web", "Compras", "Compras en el sitio web", "Acquisti", "購入"), "count"),
        Field("value", ("Purchases conversion value", "Purchase conversion value", "Website purchases conversion value",
                        "Conversion-Wert von Käufen", "Conversion-Wert für Käufe", "Kauf-Conversion-Wert",
                        "Valeur de conversion des achats", "Valeur de conversion de l'achat",
                        "Valor de conversión de compras", "Valore di conversione degli acquisti",
                        "Valor de conversão da compra", "Valor de conversão de compras"), "amount"),
        Field("results", ("Results", "Ergebnisse", "Résultats", "Resultados", "Risultati", "結果"), "count"),
        Field("indicator", ("Result indicator", "Result type", "Ergebnis-Indikator", "Ergebnistyp",
                            "Indicateur de résultats", "Indicador de resultado", "Tipo de resultado")),
        Field("reach", ("Reach", "Reichweite", "Couverture", "Alcance", "Copertura", "Bereik", "リーチ"), "count"),
    ),
    targets=(
        Target(
            "spend",
            {
                "day": "coalesce(day, CASE WHEN starts = ends THEN starts END)",
                "period_start": "coalesce(day, starts)",
                "period_end": "coalesce(day, ends)",
                "market": "market",
                "market_said": "market_said",
                "channel": "'paid_social'",
                "channel_said": "coalesce(surface, 'Meta Ads')",
                "campaign": "coalesce(campaign, adset, ad)",
                "currency": "currency",
                "spend": "spend",
                "impressions": "impressions",
                "clicks": "coalesce(clicks, clicks_all)",
                # What a result is depends on the campaign's goal; only purchases are conversions here.
                "conversions": f"coalesce(purchases, CASE WHEN {matches('indicator', 'purchase')} THEN results END)",
                "conversion_value": "value",
            },
        ),
    ),
    rules=(
        Rule("campaign IS NULL AND adset IS NULL AND ad IS NULL", "left_out",
             N_("Total rows: they repeat what the other rows add up to.")),
        Rule(matches("coalesce(campaign, adset, ad)", _TOTAL),
             "left_out", N_("Total rows: they repeat what the other rows add up to.")),
        Rule("reach IS NOT NULL", "noted",
             N_("Reach counts people and cannot be added up over rows or days: it is not kept.")),
        Rule("day IS NULL AND starts <> ends", "noted", N_("The file has no days: each row covers a period.")),
        Rule(f"purchases IS NULL AND results IS NOT NULL AND NOT coalesce({matches('indicator', 'purchase')}, false)",
             "noted", N_("Results are of another kind than purchases: they do not count as conversions.")),
    ),
    measures=("spend", "impressions", "clicks", "purchases", "value"),
    any_of=("campaign", "adset", "ad"),
)  # fmt: skip

LAYOUTS = (PERFORMANCE,)
