"""How people head the columns of a plain table, in thirteen languages.

One concept a key; spellings are compared folded (no case, accents, spaces or punctuation). Per concept one
line for each of English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Japanese, Chinese,
Swedish, Turkish, Russian, where the language has a word of its own. A leading ``~`` marks a loose word, which
gives way to an exact one in the same file ("date" beside "order date").
"""

from __future__ import annotations

from functools import cache

from data.ingest.folding import fold

_WORDS: dict[str, str] = {
    "order_id": """
        order id, order no, order nr, order number, order #, order ref, order reference, invoice, invoice no,
        invoice nr, invoice number, invoice id, invoice #, receipt no, receipt number, sales order, sales order no,
        document no, ~order, ~receipt, ~transaction no
        Bestellnummer, Bestellnr, Bestell-ID, Bestell-Nr., Bestellung Nr, Auftragsnummer, Auftragsnr, Auftrags-ID,
        Rechnungsnummer, Rechnungsnr, Rechnung Nr, Belegnummer, Belegnr, ~Bestellung, ~Auftrag, ~Rechnung, ~Beleg
        numéro de commande, n° de commande, n° commande, no commande, id commande, référence commande,
        référence de commande, numéro de facture, n° de facture, n° facture, ~commande, ~facture
        número de pedido, nº de pedido, nº pedido, n.º de pedido, no de pedido, núm. pedido, id pedido, id de pedido,
        número de factura, nº factura, nº de factura, ~pedido, ~factura
        numero ordine, n. ordine, nr ordine, id ordine, numero fattura, n. fattura, numero d'ordine, ~ordine, ~fattura
        número do pedido, nº do pedido, id do pedido, número da encomenda, nº da encomenda, número da fatura,
        nº da fatura, nota fiscal, ~encomenda, ~fatura
        bestelnummer, bestelnr, ordernummer, factuurnummer, factuurnr, ~bestelling, ~factuur
        numer zamówienia, nr zamówienia, id zamówienia, numer faktury, nr faktury, ~zamówienie, ~faktura
        注文番号, 注文ID, 注文No, オーダー番号, オーダーID, 受注番号, 請求書番号, 伝票番号, ~注文
        订单号, 订单编号, 订单ID, 訂單編號, 訂單號碼, 訂單號, 发票号, 发票号码, 發票號碼, ~单号
        ordernummer, order-nr, fakturanummer, beställningsnummer
        sipariş no, sipariş numarası, sipariş id, fatura no, fatura numarası, ~sipariş
        номер заказа, № заказа, id заказа, код заказа, номер счета, номер накладной, ~заказ""",
    "order_date": """
        order date, ordered at, ordered on, order time, order datetime, invoice date, purchase date, purchased at,
        sale date, sales date, date of order, order placed, date of purchase, order created, order created at,
        date ordered, date purchased, date placed, ~date created, ~created date
        Bestelldatum, Bestellzeitpunkt, Auftragsdatum, Rechnungsdatum, Kaufdatum, Datum der Bestellung, Belegdatum
        date de commande, date commande, date de la commande, date de facture, date d'achat, date facture
        fecha de pedido, fecha del pedido, fecha pedido, fecha de factura, fecha de compra, fecha factura
        data ordine, data dell'ordine, data fattura, data acquisto, data di acquisto
        data do pedido, data da encomenda, data da compra, data da fatura, data da venda, data pedido
        besteldatum, orderdatum, factuurdatum, aankoopdatum
        data zamówienia, data faktury, data zakupu, data złożenia zamówienia, data sprzedaży
        注文日, 注文日時, 注文日付, 購入日, 購入日時, 受注日, 請求日, 受注日時
        订单日期, 下单时间, 下单日期, 订单时间, 购买日期, 訂單日期, 下單時間, 發票日期, 发票日期
        orderdatum, beställningsdatum, fakturadatum, inköpsdatum
        sipariş tarihi, fatura tarihi, satın alma tarihi
        дата заказа, дата покупки, дата счета, дата оформления""",
    "date": """
        ~date, ~day, ~datetime, ~date time, ~timestamp, ~created at, ~created, ~created on, ~time
        ~Datum, ~Tag, ~Zeitpunkt, ~Datum/Uhrzeit, ~erstellt am, ~Erstellungsdatum, ~Zeitstempel
        ~jour, ~date et heure, ~créé le, ~date de création, ~horodateur
        ~fecha, ~día, ~fecha y hora, ~fecha de creación, ~creado el, ~marca temporal
        ~data, ~giorno, ~data e ora, ~data creazione, ~data di creazione, ~informazioni cronologiche
        ~dia, ~data e hora, ~criado em, ~data de criação, ~carimbo de data/hora
        ~dag, ~datum en tijd, ~aangemaakt op, ~tijdstempel
        ~dzień, ~data i godzina, ~data utworzenia, ~utworzono, ~sygnatura czasowa
        ~日付, ~日時, ~日, ~年月日, ~作成日, ~作成日時, ~タイムスタンプ
        ~日期, ~时间, ~時間, ~创建时间, ~建立日期, ~时间戳记, ~時間戳記
        ~skapad, ~tidsstämpel
        ~tarih, ~gün, ~oluşturulma tarihi, ~zaman damgası
        ~дата, ~день, ~дата создания, ~дата и время, ~отметка времени""",
    "quantity": """
        quantity, qty, units, units sold, item quantity, quantity ordered, items, pieces, pcs, ~count
        Menge, Anzahl, Stückzahl, Stück, Bestellmenge
        quantité, qté, nombre d'articles, qte
        cantidad, cant., unidades, uds
        quantità, qta, q.tà, pezzi
        quantidade, qtd, qtde, unidades
        aantal, hoeveelheid, stuks
        ilość, liczba sztuk, sztuk, szt.
        数量, 個数, 点数, 注文数
        数量, 件数, 购买数量, 數量, 件數
        antal, kvantitet
        adet, miktar
        количество, кол-во, штук""",
    "unit_price": """
        unit price, price per unit, price each, item price, unit cost to customer, single price, ~price
        Einzelpreis, Stückpreis, Preis pro Stück, Preis je Einheit, Artikelpreis, E-Preis, ~Preis
        prix unitaire, prix à l'unité, PU, prix unit., ~prix
        precio unitario, precio por unidad, precio unidad, ~precio
        prezzo unitario, prezzo unit., ~prezzo
        preço unitário, preço por unidade, valor unitário, ~preço
        stukprijs, eenheidsprijs, prijs per stuk, ~prijs
        cena jednostkowa, cena za sztukę, ~cena
        単価, 商品単価, 販売単価, ~価格
        单价, 商品单价, 單價, ~价格, ~價格
        styckpris, à-pris, enhetspris, ~pris
        birim fiyat, birim fiyatı, ~fiyat
        цена за единицу, цена за шт, ~цена""",
    "line_total": """
        line total, line amount, item total, row total, line price, extended price, item subtotal, line value
        Zeilensumme, Positionssumme, Positionsbetrag, Gesamtpreis, Zeilenbetrag, Artikelsumme
        total ligne, montant ligne, total de la ligne, total article
        total línea, importe línea, total de línea, importe de línea, total artículo
        totale riga, importo riga, totale articolo
        total do item, valor do item, total da linha, subtotal do item
        regeltotaal, totaal per regel, regelbedrag
        wartość pozycji, suma pozycji, wartość wiersza
        小計, 商品小計, 明細金額
        小计, 商品金额, 商品小计, 明细金额, 小計金額
        radsumma, radbelopp
        satır toplamı, ara toplam tutar
        сумма по строке, сумма позиции""",
    "total": """
        order total, total price, total amount, grand total, order amount, order value, invoice total, invoice amount,
        total paid, amount paid, amount charged, gross total, gross amount, total incl tax, total including tax,
        total incl vat, sales amount, total order value, ~total, ~amount, ~gross, ~revenue, ~sales
        Gesamtbetrag, Bestellsumme, Gesamtsumme, Rechnungsbetrag, Bruttobetrag, Bestellwert, Endbetrag, Auftragswert,
        Summe brutto, Gesamt brutto, Bruttosumme, ~Gesamt, ~Summe, ~Betrag, ~Umsatz, ~Brutto
        montant total, total commande, total de la commande, total TTC, montant TTC, montant de la commande,
        ~montant, ~chiffre d'affaires, ~CA
        importe total, total del pedido, total pedido, monto total, valor total, total con IVA, total factura,
        ~importe, ~monto, ~ventas
        totale ordine, importo totale, totale fattura, totale IVA inclusa, ~totale, ~importo, ~fatturato
        valor do pedido, total do pedido, valor total do pedido, total da encomenda, total com IVA, ~valor
        totaalbedrag, ordertotaal, totaal incl. btw, factuurbedrag, orderbedrag, ~totaal, ~bedrag, ~omzet
        wartość zamówienia, kwota zamówienia, razem brutto, kwota brutto, wartość brutto, suma zamówienia, kwota razem,
        ~kwota, ~suma, ~razem, ~wartość
        合計, 合計金額, 注文金額, 総額, 総合計, 請求金額, 注文合計, 税込合計, ~金額, ~売上
        订单金额, 总金额, 总价, 订单总额, 总计, 实付金额, 合计, 訂單金額, 總金額, 總計, ~金额, ~销售额
        totalbelopp, ordersumma, ordervärde, totalsumma, summa inkl. moms, ~summa, ~belopp, ~totalt
        toplam tutar, sipariş tutarı, genel toplam, fatura tutarı, ~toplam, ~tutar
        сумма заказа, итого, общая сумма, стоимость заказа, ~сумма""",
    "net": """
        net total, net amount, subtotal, total excl tax, total excluding tax, total excl vat, net sales, order subtotal
        Nettobetrag, Nettosumme, Summe netto, Gesamt netto, Zwischensumme, ~Netto
        total HT, montant HT, sous-total
        subtotal, importe neto, base imponible, total sin IVA
        imponibile, totale netto, subtotale, totale IVA esclusa
        valor líquido, total líquido, total sem IVA
        subtotaal, totaal excl. btw, nettobedrag
        kwota netto, wartość netto, razem netto
        税抜金額, 税抜合計, 税抜
        不含税金额, 未税金額
        summa exkl. moms, nettobelopp
        net tutar, ara toplam
        сумма без НДС""",
    "discount": """
        discount, discounts, discount amount, total discount, coupon amount
        Rabatt, Rabattbetrag, Nachlass, Preisnachlass
        remise, réduction, montant remise
        descuento, importe descuento, descuentos
        sconto, importo sconto
        desconto, valor do desconto
        korting, kortingsbedrag
        rabat, zniżka, kwota rabatu
        割引, 値引き, 値引額, 割引額
        折扣, 优惠金额, 折扣金额, 優惠金額
        rabattbelopp
        indirim, indirim tutarı
        скидка, сумма скидки""",
    "shipping": """
        shipping, shipping cost, shipping costs, shipping price, shipping fee, shipping charge, shipping amount,
        shipping total, delivery fee, delivery cost, postage, freight
        Versand, Versandkosten, Porto, Lieferkosten, Versandgebühr
        livraison, frais de livraison, frais de port, frais d'expédition
        envío, gastos de envío, coste de envío, costo de envío
        spedizione, spese di spedizione, costi di spedizione
        frete, envio, custos de envio, portes, valor do frete
        verzendkosten, verzending
        dostawa, koszt dostawy, koszt wysyłki, wysyłka
        送料, 配送料
        运费, 運費, 配送费
        frakt, fraktkostnad
        kargo, kargo ücreti
        доставка, стоимость доставки""",
    "tax": """
        tax, taxes, vat, sales tax, tax amount, vat amount, gst, total tax, order tax
        Steuer, MwSt, MwSt., USt, Mehrwertsteuer, Umsatzsteuer, Steuerbetrag, MwSt-Betrag
        taxe, taxes, TVA, montant TVA, montant de la TVA
        impuesto, impuestos, IVA, importe IVA
        imposta, imposte, IVA, importo IVA
        imposto, impostos, valor do IVA
        btw, belasting, btw-bedrag
        podatek, VAT, kwota VAT, podatek VAT
        税, 税額, 消費税, 消費税額
        税费, 税额, 稅額, 增值税
        moms, momsbelopp, skatt
        vergi, KDV, KDV tutarı
        налог, НДС, сумма НДС""",
    "refunded": """
        refund, refunds, refunded, refund amount, refunded amount, amount refunded, total refunded, returned amount
        Erstattung, Rückerstattung, erstattet, Erstattungsbetrag, Gutschrift, Rückzahlung
        remboursement, remboursé, montant remboursé
        reembolso, reembolsado, importe reembolsado, devolución
        rimborso, rimborsato, importo rimborsato
        reembolso, valor reembolsado, estorno
        terugbetaling, terugbetaald, restitutie
        zwrot, kwota zwrotu, zwrócono
        返金, 返金額, 払戻額
        退款, 退款金额, 退款金額
        återbetalning, återbetalt
        iade, iade tutarı
        возврат, сумма возврата""",
    "fee": """
        fee, fees, transaction fee, processing fee, commission, fee amount, payment fee
        Gebühr, Gebühren, Provision, Transaktionsgebühr
        frais, commission, frais de transaction
        comisión, comisiones, tarifa
        commissione, commissioni
        taxa, comissão, tarifas
        kosten, transactiekosten, commissie
        opłata, prowizja
        手数料
        手续费, 手續費, 佣金
        avgift, avgifter, provision
        ücret, komisyon
        комиссия""",
    "currency": """
        currency, currency code, order currency, ccy
        Währung, Währungscode
        devise, monnaie, code devise
        moneda, divisa
        valuta, codice valuta
        moeda
        munteenheid
        waluta
        通貨, 通貨コード
        货币, 币种, 幣別, 貨幣
        valutakod
        para birimi, döviz
        валюта""",
    "status": """
        status, order status, state, payment status, financial status
        Bestellstatus, Auftragsstatus, Zustand, Zahlungsstatus
        statut, état, statut de la commande, statut commande
        estado, estado del pedido, situación
        stato, stato ordine
        situação, status do pedido, estado da encomenda
        orderstatus, bestelstatus
        status zamówienia, stan
        ステータス, 状態, 注文状況, 注文ステータス
        状态, 订单状态, 狀態, 訂單狀態
        orderstatus
        durum, sipariş durumu
        статус, статус заказа""",
    "email": """
        email, e-mail, email address, customer email, buyer email, mail, contact email, requester email
        E-Mail-Adresse, Kunden-E-Mail, Mailadresse
        adresse e-mail, courriel, adresse mail, e-mail client
        correo, correo electrónico, email del cliente, correo del cliente
        indirizzo email, posta elettronica, email cliente
        endereço de e-mail, correio eletrónico, email do cliente, e-mail do cliente
        e-mailadres, e-mail klant
        adres e-mail, e-mail klienta
        メール, メールアドレス, Eメール
        邮箱, 电子邮件, 邮件, 電子郵件, 信箱
        e-post, e-postadress
        e-posta, eposta adresi
        электронная почта, почта, эл. почта""",
    "customer": """
        customer id, customerid, customer no, customer number, client id, buyer id, user id, customer nr, customer ref,
        ~customer, ~client, ~buyer
        Kundennummer, Kundennr, Kunden-ID, Kunden-Nr., ~Kunde
        numéro client, n° client, id client, code client, ~client
        id cliente, número de cliente, nº cliente, código de cliente, ~cliente
        id cliente, codice cliente, numero cliente
        id do cliente, código do cliente, número do cliente
        klantnummer, klant-id, klantnr, ~klant
        id klienta, numer klienta, nr klienta, ~klient
        顧客ID, 顧客番号, 会員番号, 会員ID, ~顧客
        客户ID, 客户编号, 会员编号, 顾客编号, 客戶編號, ~客户, ~客戶
        kundnummer, kund-id, ~kund
        müşteri no, müşteri id, müşteri numarası, ~müşteri
        номер клиента, id клиента, код клиента, ~клиент, ~покупатель""",
}



@cache
def spellings() -> dict[str, dict[str, bool]]:
    """Folded spelling to the concepts it may stand for, each with whether the word is exact (not loose)."""
    from data.ingest import header_words_more, header_words_service, header_words_times

    found: dict[str, dict[str, bool]] = {}
    for table in (_WORDS, header_words_more.WORDS, header_words_service.WORDS, header_words_times.WORDS):
        for concept, text in table.items():
            for said in text.replace("\n", ",").split(","):
                said = said.strip()
                word = fold(said.removeprefix("~"))
                if word:
                    concepts = found.setdefault(word, {})
                    concepts[concept] = concepts.get(concept, False) or not said.startswith("~")
    return found


@cache
def concepts() -> dict[str, tuple[str, ...]]:
    """Concept to its folded spellings, exact ones first."""
    found: dict[str, list[str]] = {}
    for word, meant in spellings().items():
        for concept in meant:
            found.setdefault(concept, []).append(word)
    return {
        concept: tuple(sorted(words, key=lambda word: not spellings()[word][concept]))
        for concept, words in found.items()
    }
