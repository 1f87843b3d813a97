"""How people head the columns of a plan, name the KPIs in it and say "all markets"; compared folded."""

from __future__ import annotations

from functools import cache

from data.ingest.folding import fold
from data.ingest.header_words import spellings
from frameworks.kpi.definition import KPIS

_HEADERS = {
    "kpi": """kpi, metric, measure, figure, indicator, name of the kpi, Kennzahl, Messgröße, indicateur, indicador, métrica,
        cifra, indicatore, metrica, kengetal, maatstaf, wskaźnik, miara, 指標, 指标, nyckeltal, gösterge, показатель""",
    "first": """from, start, start date, first day, period start, begin, begins, starts, valid from, von, ab, Beginn, Startdatum,
        Anfang, erster Tag, du, de, début, date de début, premier jour, desde, inicio, fecha de inicio, primer día, dal, da,
        inizio, data inizio, data di inizio, início, data de início, van, vanaf, begindatum, od, początek, data początkowa,
        開始, 開始日, 开始, 开始日期, från, startdatum, başlangıç, с, начало, дата начала""",
    "last": """to, end, end date, last day, period end, until, through, ends, valid to, bis, Ende, Enddatum, letzter Tag, au, fin,
        date de fin, dernier jour, jusqu'au, hasta, fecha de fin, fecha final, último día, al, a, fine, data fine,
        data di fine, até, fim, data de fim, tot, t/m, tot en met, einde, einddatum, do, koniec, data końcowa,
        終了, 終了日, 结束, 结束日期, till, slutdatum, bitiş, по, конец, дата окончания""",
    "period": """period, quarter, week, time, timeframe, Zeitraum, Periode, Quartal, Woche, période, trimestre, semaine, período,
        periodo, semana, settimana, periode, kwartaal, okres, kwartał, 期間, 四半期, 期间, 季度, kvartal, dönem, период,
        квартал""",
    "month": "month, Monat, mois, mes, mese, mês, maand, miesiąc, 月, månad, ay, месяц",
    "year": "year, Jahr, année, año, anno, ano, jaar, rok, 年, 年度, år, yıl, год",
    "target": """target, plan, planned, goal, budget, value, amount, target value, planned value, objective, quota, Ziel, Soll,
        Planwert, Zielwert, Sollwert, Vorgabe, Wert, Betrag, objectif, cible, prévu, prévision, valeur, objetivo, meta, valor,
        previsto, obiettivo, traguardo, valore, objectivo, doel, streefwaarde, waarde, cel, wartość, docelowa,
        目標, 目標値, 予算, 计划, 目标, mål, värde, hedef, цель, план, значение""",
}  # fmt: skip
_ALL = """all, all markets, all countries, total, every market, together, overall, world, worldwide, global, alle, alle Märkte,
    alle Länder, gesamt, insgesamt, weltweit, tous, toutes, tous les marchés, tous les pays, monde, ensemble, todos,
    todos los mercados, todos los países, mundo, total general, tutti, tutti i mercati, tutti i paesi, totale, mondo,
    todos os mercados, todos os países, alle markten, alle landen, totaal, wereldwijd, wszystkie, wszystkie rynki, razem,
    świat, 全市場, すべて, 合計, 全部, 所有市场, 总计, alla, alla marknader, totalt, tümü, toplam, все, все рынки, итого"""
_SPANISH = {
    "revenue": "Ingresos", "net_sales": "Ventas netas", "orders": "Pedidos", "average_order_value": "Valor medio del pedido",
    "items_per_order": "Artículos por pedido", "discount_rate": "Tasa de descuento", "refund_rate": "Tasa de reembolso",
    "return_rate": "Tasa de devolución", "contribution_margin": "Margen de contribución", "new_customers": "Clientes nuevos",
    "new_customer_share": "Proporción de clientes nuevos",
    "returning_customer_share": "Proporción de clientes recurrentes", "repeat_purchase_rate": "Tasa de recompra",
    "retention_90_days": "Retención a los 90 días", "revenue_per_active_customer": "Ingresos por cliente activo",
    "customer_lifetime_value": "Valor de vida del cliente hasta la fecha", "sessions": "Sesiones",
    "conversion_rate": "Tasa de conversión", "cart_abandonment_rate": "Abandono del carrito",
    "social_conversion_rate": "Conversión del comercio social",
    "automated_email_conversion_rate": "Conversión de correos automáticos", "ad_spend": "Gasto en publicidad",
    "customer_acquisition_cost": "Coste de adquisición de clientes", "return_on_ad_spend": "Retorno del gasto en publicidad",
    "marketing_efficiency_ratio": "Ratio de eficiencia del marketing", "payback_months": "Plazo de recuperación",
    "ltv_to_cac": "Valor de vida / coste de adquisición", "hours_to_fulfilment": "Horas hasta el envío",
    "on_time_delivery_rate": "Entregas a tiempo", "first_response_hours": "Horas hasta la primera respuesta",
    "resolution_hours": "Horas hasta la resolución", "csat": "Satisfacción del cliente", "nps": "Net Promoter Score",
    "review_rating": "Valoración de las reseñas", "tickets_per_100_orders": "Tickets por cada 100 pedidos",
    "cost_to_serve": "Coste de atención",
}  # fmt: skip
_SHORT = {
    "revenue": "Umsatz, chiffre d'affaires, fatturato, receita, omzet, przychód, 売上, 销售额, Umsätze, turnover, facturación",
    "net_sales": "Nettoumsatz, net revenue, ventes nettes",
    "orders": "Bestellungen, commandes, ordini, pedidos, bestellingen, zamówienia, 注文数, 订单数, number of orders",
    "average_order_value": "AOV, average basket, durchschnittlicher Bestellwert, Warenkorbwert, panier moyen, ticket medio",
    "new_customers": "Neukunden, nouveaux clients, nuovi clienti, novos clientes, nuevos clientes, nieuwe klanten",
    "sessions": "visits, Sitzungen, Besuche, visites, visitas, visite, sessioni, sessões, sessies",
    "conversion_rate": "conversion, CR, CVR, Konversionsrate, Conversion-Rate, taux de conversion, tasso di conversione",
    "return_rate": "Retourenquote, taux de retour", "contribution_margin": "Deckungsbeitrag, margin",
    "cart_abandonment_rate": "cart abandonment rate", "social_conversion_rate": "social conversion",
    "customer_lifetime_value": "CLV, LTV, customer lifetime value", "customer_acquisition_cost": "CAC",
    "ad_spend": "advertising spend, marketing spend, Werbekosten, Werbeausgaben, dépenses publicitaires",
    "return_on_ad_spend": "ROAS", "marketing_efficiency_ratio": "MER", "ltv_to_cac": "LTV:CAC, LTV/CAC, CLV:CAC",
    "csat": "customer satisfaction, Kundenzufriedenheit", "on_time_delivery_rate": "on-time delivery rate",
}  # fmt: skip


def heading(text: str) -> str:
    """Return what the header of a column says it holds: kpi, market, first, last, period, month, year, target or
    currency; "" for anything else."""
    word = fold(text)
    if found := _headings().get(word):
        return found
    meant = spellings().get(word, {})
    return "market" if meant.get("country") else "currency" if meant.get("currency") else ""


def kpi_named(text: str) -> str | None:
    """Return the KPI that a text names by key, title in English or Spanish, or a usual short form; None for none.

    >>> kpi_named("average_order_value"), kpi_named("TASA DE CONVERSIÓN"), kpi_named("ROAS"), kpi_named("luck")
    ('average_order_value', 'conversion_rate', 'return_on_ad_spend', None)
    """
    return _kpis().get(fold(text))


def all_markets(text: str) -> bool:
    """Whether a cell means all markets together: blank, or a word for it."""
    return not text.strip() or fold(text) in _all()


@cache
def _headings() -> dict[str, str]:
    return {word: name for name, words in _HEADERS.items() for word in _folded(words)}


@cache
def _kpis() -> dict[str, str]:
    found = {fold(name): name for name in KPIS}
    for name, kpi in KPIS.items():
        for said in (kpi.title, _SPANISH.get(name, ""), *_SHORT.get(name, "").split(",")):
            if word := fold(said):
                found.setdefault(word, name)
    return found


@cache
def _all() -> frozenset[str]:
    return frozenset(_folded(_ALL))


def _folded(words: str) -> list[str]:
    return [fold(word) for word in words.split(",") if fold(word)]
