"""Stems by which the words in cells of plain tables are told: what became of an order, a payment, an answer.

Regular expressions over text without case and accents, for English, German, French, Spanish, Italian,
Portuguese, Dutch, Polish, Japanese, Chinese, Swedish, Turkish and Russian.
"""

from __future__ import annotations

from data.ingest.layouts.phrases import matches

CANCELLED = (
    "cancel|void|fail|declin|denied|reject|expired|storn|abgebroch|abgelehnt|fehlgeschl|annul|echou|refuse"
    "|rechaz|rifiut|recus|geannul|mislukt|geweiger|anulow|odrzuc|キャンセル|取消|失敗|失败|关闭|avbrut|makuler|iptal"
    "|basar[ıi]s[ıi]z|отмен|отклон|unsucc|not succ|nicht erfolg|abandon|delet|trash|geloscht|supprim|eliminad|eliminat"
    "|verwijder|usuni[eę]t|anulad|削除|已删除|已刪除|silindi|удал"
)
PARTLY = (
    "part[a-z]*[ _-]*(refund|return|rembours|reembols|rimbors|devuel|devolv)|teil[a-z]*[ _-]*(er|zuruck)"
    "|(rembours|reembols|rimbors|estorn)[a-z]*[ _-]*par[czt]|refund[a-z]*[^a-z]+part|gedeeltelijk[ _-]*(terug|geret|rest)"
    "|czesciow[a-z]*[ _-]*zwr|zwr[a-zo]*[ _-]*czesciow|一部返金|部分退款|delvis[ _-]*(ater|retur)|kismi[a-z]*[ _-]*iade"
    "|частич[а-я]*[ _-]*воз|воз[а-я]*[ _-]*частич"
)
REFUNDED = (
    "refund|returned|reversed|charge.?back|erstattet|zuruckerst|gutgeschr|retour|rembours|reembols|devuelt|devolv|rimbors"
    "|estorn|terugbet|zwroc|zwrot|返金|返品|払戻|退款|退货|退貨|aterbet|iade|возвр|rucksend"
)
PENDING = (
    "pending|unpaid|not paid|awaiting|on[ _-]?hold|draft|authori[sz]ed|^open$|^new$|ausstehend|^offen$|unbezahlt|wart"
    "|en attente|impaye|pendiente|en espera|in attesa|pendente|aguard|openstaand|in afwacht|onbetaald|oczek|nieop[lł]"
    "|未払|未入金|保留|未付款|待付款|待支付|vantar|obetal|bekle|odenmedi|ожида|не оплач"
    "|nicht (be|ge)zahlt|nicht bestat|noch offen|zu zahlen|non pay|non regl|a payer|no pagad|sin pagar|por pagar|no pago"
    "|non pagat|da pagare|nao pag|a pagar|niet bet|te betalen|nie op[lł]|nie zap[lł]|do zap[lł]aty|inte betal|ej betal"
    "|未支払|未決済|(入金|支払い?|決済)待ち|incompl|unconfirm|unsettled|not (complet|confirm|settled|captured)"
    "|entwurf|brouillon|borrador|bozza|rascunho|szkic|taslak|下書き|草稿|черновик|angebot|quot(e|ation)|devis|presupuesto"
    "|preventivo|orcamento|offerte"
)
PAID = (
    "paid|complet|fulfil|ship|sent|deliver|process|progress|clos|succe|captured|settled|confirm|^ok$|activ|done|invoiced"
    "|bezahlt|abgeschl|versand|versend|geliefert|erledigt|bestatigt|bearbeitung|paye|termin|exped|livr|regle|pagad|pago"
    "|enviad|entreg|finaliz|pagat|spedit|consegn|concl|betaald|verzond|geleverd|voltooid|afgerond|op[lł]acon|zap[lł]ac|wys[lł]an"
    "|zrealiz|dostarcz|zakoncz|支払済|支払い済|入金済|完了|発送|配達|出荷|已付款|已支付|已完成|已发货|完成|betald|skickad|levererad|slutford"
    "|odendi|tamamlan|teslim|kargo|gonderil|оплач|выполн|достав|отправ|заверш"
)
FINE = (
    "unsatis|dissat|bad|unhappy|poor|negativ|unzufr|insatis|insodd|ontevr|niezad|不満|不满|missnojd|недовол"
    "|not[ _](very |at all )?(satis|happy|good)|nicht (sehr |ganz )?(zufr|gut)|no (estoy |esta )?satisf"
    "|pas (du tout )?(satis|content)|non soddis|nao (estou )?satisf|niet (erg )?tevr|nie (jest(em)? )?zadow"
    "|満足して(い)?(ない|ません)|inte nojd|memnun (deg|kalma)|не (очень )?(довол|удовл)|schlecht|mauvais"
    "|^mal[oa]?$|pessim|cattiv|^ruim|slecht|^z[lł][yea]"
    "|terribl|awful|horribl|worst|👎",
    "satis|good|happy|great|positiv|zufried|soddis|tevreden|zadowol|満足|满意|滿意|nojd|memnun|довол|excellent|awesome"
    "|^(sehr )?gut|^(tres )?bon(ne)?$|^(muy )?buen|^(muito )?b(om|oa)$|ott?im|^buon|^(heel )?goed|^(bardzo )?dobr|👍",
)
"""Stems of a bad and of a good answer, to be asked in this order."""

TICKET_STATUSES = {
    "open": "un(re)?solv|not (yet )?(re)?solv|not (clos|complet|done)|reopen|nicht gelost|nicht erledigt|wieder ?(ge|er)?offnet"
    "|no resuel|pas resol|non (resol|risol)|nao resol|niet opgel|nie rozwiaz|未解決|未解决|未完了|inte lost|cozulmedi|не реш",
    "closed": "clos|clotur|geschl|ferme|cerrad|chius|fechad|geslot|zamkn|完了|クロー[ズス]|关闭|關閉|stang|kapal|kapat|закр",
    "solved": "solv|resol|resuel|gelost|erledigt|risol|opgel|afgehandeld|rozwiaz|解決|解决|^lost$|cozul|реш|^done|complet",
    "pending": "pend|hold|wait|wart|attente|espera|attesa|wacht|oczek|保留|等待|vant|bekle|ожид|aguard|snooz",
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
