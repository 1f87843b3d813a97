"""Stems by which the words in cells of plain tables are told: what became of an order, a payment, an answer.

Regular expressions over text without case and accents, for English, German, French, Spanish, Italian,
Portuguese, Dutch, Polish, Japanese, Chinese, Swedish, Turkish and Russian.
"""

from __future__ import annotations

from data.ingest.layouts.phrases import matches

CANCELLED = (
    "cancel|void|fail|declin|denied|reject|expired|storn|abgebroch|abgelehnt|fehlgeschl|annul|echou|refuse"
    "|rechaz|rifiut|recus|geannul|mislukt|geweiger|anulow|odrzuc|キャンセル|取消|失敗|失败|关闭|avbrut|makuler|iptal"
    "|basar[ıi]s[ıi]z|отмен|отклон"
)
PARTLY = (
    "part[a-z]*[ _-]*(refund|return|rembours|reembols|rimbors|devuel|devolv)|teil[a-z]*[ _-]*(er|zuruck)"
    "|(rembours|reembols|rimbors|estorn)[a-z]*[ _-]*par[czt]|gedeeltelijk|czesciow|一部返金|部分退款|delvis|kismi|частич"
)
REFUNDED = (
    "refund|returned|reversed|charge.?back|erstattet|zuruckerst|gutgeschr|retour|rembours|reembols|devuelt|devolv|rimbors"
    "|estorn|terugbet|zwroc|zwrot|返金|払戻|退款|aterbet|iade|возвр"
)
PENDING = (
    "pending|unpaid|not paid|awaiting|on[ _-]?hold|draft|authori[sz]ed|^open$|^new$|ausstehend|^offen$|unbezahlt|wart"
    "|en attente|impaye|pendiente|en espera|in attesa|pendente|aguard|openstaand|in afwacht|onbetaald|oczek|nieop[lł]"
    "|未払|未入金|保留|未付款|待付款|待支付|vantar|obetal|bekle|odenmedi|ожида|не оплач"
)
PAID = (
    "paid|complet|fulfil|ship|sent|deliver|process|progress|clos|succe|captured|settled|confirm|^ok$|activ|done|invoiced"
    "|bezahlt|abgeschl|versand|versend|geliefert|erledigt|bestatigt|bearbeitung|paye|termin|exped|livr|regle|pagad|pago"
    "|enviad|entreg|finaliz|pagat|spedit|consegn|concl|betaald|verzond|geleverd|voltooid|afgerond|op[lł]acon|zap[lł]ac|wys[lł]an"
    "|zrealiz|dostarcz|zakoncz|支払済|支払い済|入金済|完了|発送|配達|出荷|已付款|已支付|已完成|已发货|完成|betald|skickad|levererad|slutford"
    "|odendi|tamamlan|teslim|kargo|gonderil|оплач|выполн|достав|отправ|заверш"
)
FINE = (
    "unsatis|dissat|bad|unhappy|poor|negativ|unzufr|insatis|insodd|ontevr|niezad|不満|不满|missnojd|недовол",
    "satis|good|happy|great|positiv|zufried|soddis|tevreden|zadowol|満足|满意|nojd|memnun|довол",
)
"""Stems of a bad and of a good answer, to be asked in this order."""

TICKET_STATUSES = {
    "closed": "clos|geschl|ferme|cerrad|chius|fechad|geslot|zamkn|完了|关闭|stang|kapal|закр",
    "solved": "solv|resol|gelost|erledigt|risol|opgel|rozwiaz|解決|解决|^lost$|cozul|реш",
    "pending": "pend|hold|wait|wart|attente|espera|attesa|wacht|oczek|保留|等待|vant|bekle|ожид",
}
"""Stems of what became of a request, to be asked in this order."""

_REFUND = (
    "refund|return|erstatt|ruckzahl|gutschrift|rembours|reembols|devol|rimbors|estorn|terugbet|zwrot|返金|退款|aterbet"
    "|iade|возвр"
)
_PAYOUT = (
    "payout|transfer|withdraw|auszahl|virement|versement|transferencia|retiro|bonifico|prelievo|saque|uitbetal|wyp[lł]at"
    "|出金|振込|提现|utbetal|cekim|вывод"
)
_FEE = (
    "fee|commission|gebuhr|provision|frais|comision|tarifa|commissio|taxa|kosten|op[lł]at|prowiz|手数料|手续费|avgift"
    "|komisyon|комисс"
)
_ADJUSTMENT = (
    "adjust|dispute|charge.?back|correction|korrektur|ajust|rettifica|correctie|korekt|調整|调整|justering|duzeltme"
    "|коррект"
)


def kinds_of_payment(column: str, amount: str) -> tuple[str, str]:
    """Return two expressions: a payment's canonical kind, and its amount with the sign that kind has."""

    def says(pattern: str) -> str:
        return matches(column, pattern)

    kind = (
        f"CASE WHEN {says(_ADJUSTMENT)} THEN 'adjustment' WHEN {says(_REFUND)} THEN 'refund'"
        f" WHEN {says(_PAYOUT)} THEN 'payout' WHEN {says(_FEE)} THEN 'fee'"
        f" WHEN {amount} < 0 THEN 'refund' ELSE 'charge' END"
    )
    outward = " OR ".join(says(pattern) for pattern in (_REFUND, _PAYOUT, _FEE))
    return kind, f"CASE WHEN ({outward}) AND NOT {says(_ADJUSTMENT)} THEN -abs({amount}) ELSE {amount} END"
