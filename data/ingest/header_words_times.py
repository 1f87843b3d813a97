"""Header words of how long an answer took, of ticks and of persons' numbers; the shape is that of ``header_words``.

The unit that may follow them ("in minutes", "(hrs)") is not part of the words; see ``data.ingest.durations``.
"""

from __future__ import annotations

WORDS: dict[str, str] = {
    "first_response_time": """
        first response time, first reply time, time to first response, time to first reply, first answer time, frt,
        time to first answer, first reply time - calendar hours, initial response time, conversation first response time,
        ~response time, ~reply time
        Erstantwortzeit, Zeit bis zur ersten Antwort, erste Antwortzeit, Erstreaktionszeit, Reaktionszeit, ~Antwortzeit
        temps de première réponse, délai de première réponse, délai première réponse, temps première réponse,
        ~temps de réponse, ~délai de réponse
        tiempo de primera respuesta, tiempo hasta la primera respuesta, tiempo de la primera respuesta,
        tiempo primera respuesta, ~tiempo de respuesta
        tempo di prima risposta, tempo prima risposta, tempo della prima risposta, ~tempo di risposta
        tempo de primeira resposta, tempo da primeira resposta, tempo até a primeira resposta, ~tempo de resposta
        eerste reactietijd, tijd tot eerste reactie, eerste antwoordtijd, ~reactietijd
        czas pierwszej odpowiedzi, czas do pierwszej odpowiedzi, ~czas odpowiedzi
        初回応答時間, 初回返信時間, 最初の返信までの時間, 初回回答時間, ~応答時間
        首次响应时间, 首次回复时间, 首次响应时长, 首次回复时长, 首次回覆時間, ~响应时间
        första svarstid, tid till första svar, ~svarstid
        ilk yanıt süresi, ilk cevap süresi, ilk yanıt zamanı, ~yanıt süresi
        время первого ответа, время до первого ответа, ~время ответа""",
    "resolution_time": """
        full resolution time, resolution time, time to resolution, time to resolve, time to close, solve time, time to solve,
        total resolution time, full resolution time - calendar hours
        Lösungszeit, Zeit bis zur Lösung, vollständige Lösungszeit, Gesamtlösungszeit
        temps de résolution, délai de résolution, temps de résolution complète, temps total de résolution
        tiempo de resolución, tiempo de resolución completa, tiempo hasta la resolución, tiempo total de resolución
        tempo di risoluzione, tempo di risoluzione completa, tempo totale di risoluzione
        tempo de resolução, tempo total de resolução, tempo até a resolução, tempo de resolução completa
        oplostijd, oplossingstijd, volledige oplostijd, tijd tot oplossing
        czas rozwiązania, czas do rozwiązania, pełny czas rozwiązania, czas rozwiązania zgłoszenia
        解決時間, 解決までの時間, 完全解決時間, 解決所要時間
        解决时间, 解决时长, 完全解决时间, 解決時長
        lösningstid, tid till lösning
        çözüm süresi, çözümleme süresi, tam çözüm süresi
        время решения, время до решения, полное время решения""",
    "paid": """
        paid, is paid, paid?, payment received, paid (y/n), paid yes/no, settled
        bezahlt, ist bezahlt, bezahlt?, Zahlung erhalten, Zahlung eingegangen
        payé, payée, paiement reçu
        pagado, pagada, pago recibido
        pagato, pagata, pagamento ricevuto
        pago, paga, pagamento recebido
        betaald, betaling ontvangen
        opłacone, opłacono, zapłacone, zapłacono
        支払済み, 支払済, 入金済み, 入金済
        已付款, 是否付款, 已支付
        betald, betalning mottagen
        ödendi, ödendi mi
        оплачено, оплачен""",
    "refund_date": """
        ~refund date, ~refunded at, ~refunded on, ~date of refund, ~return date
        ~Erstattungsdatum, ~erstattet am, ~Rückgabedatum, ~Gutschriftsdatum
        ~date de remboursement, ~remboursé le, ~date de retour
        ~fecha de reembolso, ~fecha de devolución
        ~data rimborso, ~data di rimborso, ~data reso
        ~data do reembolso, ~data de reembolso, ~data da devolução
        ~datum terugbetaling, ~terugbetaald op, ~retourdatum
        ~data zwrotu
        ~返金日, ~返品日
        ~退款时间, ~退款日期, ~退款時間
        ~återbetalningsdatum, ~returdatum
        ~iade tarihi
        ~дата возврата""",
    "identity": """
        ssn, social security number, national id, tax id, passport, passport number, date of birth, birthday, id card number
        Steuer-ID, Steuernummer, Personalausweis, Geburtsdatum, Ausweisnummer
        numéro de sécurité sociale, date de naissance
        DNI, NIE, CURP, RFC, fecha de nacimiento
        codice fiscale, data di nascita
        CPF, CNPJ, NIF, CPF/CNPJ, RG, data de nascimento
        BSN, geboortedatum
        PESEL, data urodzenia
        マイナンバー, 生年月日
        身份证, 身份证号, 出生日期
        personnummer, födelsedatum
        TC kimlik no, TC kimlik numarası, vergi no, doğum tarihi
        ИНН, паспорт, дата рождения""",
}
