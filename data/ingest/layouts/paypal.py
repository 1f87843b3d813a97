"""PayPal: the activity download, in the language of the account."""

from __future__ import annotations

from data.ingest.layouts.phrases import among, matches
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

_COMPLETED = ("Completed", "Abgeschlossen", "Terminé", "Effectué", "Completado", "Completada", "Completato",
              "Completata", "Voltooid", "Concluído", "Concluída", "Zakończono", "Ukończone", "完了",
              "Завершено")  # fmt: skip
_MEMO = ("Memo", "Mémo", "Nota", "Notiz", "Info", "Vermerk", "Memorando", "Promemoria")

# Kinds of movement by their words, looked for in this order: a fee for a chargeback is a fee, and the
# reversal of a hold is a hold. English, German, French, Spanish, Italian, Portuguese, Dutch.
_CONVERSION = matches("type", "conver(s|t)|umrechnung|omrekening|omwisseling|cambio de divisa|cambio valuta|cambio di valuta")
_HOLD = matches(
    "type",
    "\\bhold\\b|\\bholds\\b|einbehalt|zuruckbehalt|zuruckgehalten|blocage|bloque|retenci|retenc|retenue|reserve\\b"
    "|suspens|trattenut|blocco|blokkering|vastgehouden|bloqueo|bloqueio|ruckstellung",
)
_AUTHORISATION = matches("type", "authori[sz]ation|autori[sz]|genehmigung|machtiging")
_FEE = matches("type", "\\bfees?\\b|gebuhr|entgelt|\\bfrais\\b|^commission|comision|tariff|tarifa|^kosten")
_REFUND = matches(
    "type",
    "refund|reversal|chargeback|ruckzahlung|ruckerstatt|ruckbuchung|storno|rembours|annulation|contre-?passation"
    "|reembols|devoluc|reversi|estorno|rimbors|storno|terugbetal|terugboek|terugvorder",
)
_WITHDRAWAL = matches(
    "type",
    "withdraw|transfer to (your )?bank|bank transfer|abbuchung|abhebung|auszahlung|uberweisung auf|retrait|virement"
    "|retiro|retirada|transferencia a|saque|preliev|trasferimento|opname|overboeking",
)
_DEPOSIT = matches(
    "type",
    "deposit|add(ed)? funds|bank ?gutschrift|einzahlung|aufladung|alimentation|approvisionnement|ingreso|deposito"
    "|storting|ricarica",
)

_KIND = f"""CASE WHEN {_FEE} THEN 'fee' WHEN {_REFUND} THEN 'refund' WHEN {_DEPOSIT} THEN 'adjustment'
    WHEN {_WITHDRAWAL} THEN 'payout' WHEN gross < 0 THEN 'adjustment' ELSE 'charge' END"""

ACTIVITY = Layout(
    platform="paypal",
    kind="payments",
    fields=(
        Field("day", ("Date", "Datum", "Fecha", "Data", "日付"), "day", required=True),
        Field("clock", ("Time", "Uhrzeit", "Heure", "Hora", "Ora", "Tijd", "時間"), "clock", required=True),
        Field("zone", ("TimeZone", "Time Zone", "Zeitzone", "Fuseau horaire", "Zona horaria", "Huso horario",
                       "Fuso orario", "Fuso horário", "Tijdzone", "タイムゾーン"), "zone", required=True),
        Field("type", ("Type", "Typ", "Tipo", "Beschreibung", "Description", "Descripción", "Descrizione",
                       "Descrição", "Omschrijving"), required=True),
        Field("status", ("Status", "État", "Estado", "Stato")),
        Field("currency", ("Currency", "Währung", "Devise", "Divisa", "Moneda", "Valuta", "Moeda", "通貨"),
              "currency", required=True),
        Field("gross", ("Gross", "Brutto", "Avant commission", "Brut", "Bruto", "Lordo", "Valor bruto",
                        "Importe bruto"), "amount", required=True),
        Field("fee", ("Fee", "Gebühr", "Entgelt", "Commission", "Comisión", "Tarifa", "Tariffa", "Kosten",
                      "Taxa", "Honorarios"), "amount", required=True),
        Field("net", ("Net", "Netto", "Neto", "Après commission", "Líquido", "Valor líquido"), "amount"),
        Field("email", ("From Email Address", "Absender E-Mail-Adresse", "De l'adresse email",
                        "Adresse email de l'expéditeur", "Correo electrónico del remitente",
                        "Dirección de correo electrónico del remitente", "Indirizzo email mittente",
                        "Do endereço de e-mail", "Van e-mailadres"), "contact"),
        Field("payment_id", ("Transaction ID", "Transaktionscode", "Numéro de transaction", "Nº de transaction",
                             "Id. de transacción", "Identificador de transacción", "Codice transazione",
                             "ID da transação", "Transactiereferentie", "取引ID"), "id", required=True),
        Field("order_id", ("Invoice Number", "Invoice ID", "Rechnungsnummer", "Numéro de facture", "Nº de facture",
                           "Número de factura", "Numero fattura", "Número da fatura", "Factuurnummer"), "id"),
        Field("market", ("Country Code", "Ländervorwahl", "Ländercode", "Code pays", "Indicatif pays",
                         "Código de país", "Código del país", "Prefisso internazionale", "Codice Paese",
                         "Código do país", "Landcode"), "market"),
        Field("country", ("Country", "Land", "Pays", "País", "Paese", "国"), "market"),
        Field("impact", ("Balance Impact", "Auswirkung auf Guthaben", "Impact sur le solde", "Impacto en saldo",
                         "Impacto en el saldo", "Repercusión en el saldo", "Impatto sul saldo",
                         "Impacto no saldo", "Effect op saldo")),
        *(Field(f"personal_{place}", headers, "personal") for place, headers in enumerate((
            ("Name", "Nom", "Nombre", "Nome", "Naam"),
            ("To Email Address", "Empfänger E-Mail-Adresse", "À l'adresse email",
             "Adresse email du destinataire", "Correo electrónico del destinatario",
             "Dirección de correo electrónico del destinatario", "Naar e-mailadres"),
            ("Shipping Address", "Lieferadresse", "Adresse de livraison", "Dirección de envío"),
            ("Address Line 1", "Adresszeile 1", "Adresse - Ligne 1", "Dirección - línea 1"),
            ("Address Line 2/District/Neighborhood", "Adresszusatz", "Adresse - Ligne 2"),
            ("Contact Phone Number", "Telefon", "Numéro de téléphone du contact", "Teléfono de contacto"),
            ("Subject", "Betreff", "Objet", "Asunto"),
            ("Note", "Hinweis", "Remarque", "Nota"),
        ))),
    ),
    targets=(
        Target(
            "payments",
            {
                "payment_id": "payment_id",
                "paid_at": "instant_in(CAST(day + coalesce(clock, TIME '00:00:00') AS TIMESTAMP), zone)",
                "kind": _KIND,
                "market": "CASE WHEN market_said IS NULL THEN country ELSE market END",
                "market_said": "coalesce(market_said, country_said)",
                "method": "type",
                "currency": "currency",
                "amount": "gross",
                "fee": "-fee",
                "order_id": "order_id",
                "customer_key": f"CASE WHEN {_KIND} = 'charge' THEN customer_key END",
            },
        ),
    ),
    rules=(
        Rule(among("impact", _MEMO), "left_out", N_("Memo rows: they note something and moved no money.")),
        Rule(_CONVERSION, "left_out", N_("Legs of a currency conversion: the same money in two currencies, no sale.")),
        Rule(_HOLD, "left_out", N_("Holds and their release: the money stayed on the account.")),
        Rule(_AUTHORISATION, "left_out", N_("Authorisations: money that was reserved, not taken.")),
        Rule(f"NOT {among('status', _COMPLETED)}", "left_out",
             N_("Not completed (pending, denied, reversed…): only completed movements count.")),
        Rule("gross IS NULL", "set_aside", N_("The row has no amount.")),
        Rule(f"{_KIND} = 'payout'", "noted", N_("Withdrawals to the bank: kept as payouts, and no revenue.")),
        Rule(f"{_KIND} = 'refund'", "noted", N_("Refunds and reversals: kept as refunds, with their own day.")),
        Rule(f"{_KIND} = 'adjustment'", "noted",
             N_("Money put in or sent by the team: kept as an adjustment, and no revenue.")),
    ),
    measures=("gross", "fee"),
)  # fmt: skip

LAYOUTS = (ACTIVITY,)
