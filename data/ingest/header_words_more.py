"""Header words of products, places, visits and advertising; the shape is that of ``header_words``."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "sku": """
        sku, stock code, stockcode, item code, product code, product id, item number, article number, item no, item id,
        product sku, variant sku, asin, ean
        Artikelnummer, Artikelnr, Art.-Nr., Produktnummer, Artikel-ID, Produkt-ID
        référence produit, référence article, code article, code produit
        código de producto, código producto, referencia, código artículo
        codice prodotto, codice articolo
        código do produto, código do item
        artikelnummer, productcode
        kod produktu, indeks, numer produktu
        商品コード, 商品番号, 品番, 型番
        商品编码, 商品编号, 货号, 商品編號, 貨號
        artikelkod
        ürün kodu, stok kodu
        артикул, код товара""",
    "product": """
        product, product name, item, item name, title, product title, article, ~description, ~item description
        Artikel, Produkt, Produktname, Artikelname, Artikelbezeichnung, ~Bezeichnung, ~Beschreibung
        produit, article, nom du produit, ~désignation, ~libellé
        producto, artículo, nombre del producto, ~descripción
        prodotto, articolo, nome prodotto, ~descrizione
        produto, artigo, nome do produto, ~descrição
        productnaam, ~omschrijving, ~beschrijving
        produkt, nazwa produktu, towar, ~nazwa, ~opis
        商品名, 商品, 製品名, 品名
        商品名称, 产品, 产品名称, 商品名稱, 產品名稱
        produktnamn, ~benämning
        ürün, ürün adı, ~açıklama
        товар, наименование, название товара, ~описание""",
    "country": """
        country, market, shipping country, ship country, delivery country, ship to country, customer country, customer's country,
        country code, country/region, country name, destination country, buyer country, ~billing country, ~region
        Land, Lieferland, Versandland, Land/Region, Markt, Länderkürzel, Zielland, Ländercode, ~Rechnungsland
        pays, pays de livraison, marché, code pays, ~pays de facturation
        país, país de envío, país de entrega, mercado, código de país, país/región
        paese, nazione, paese di spedizione, mercato, stato estero
        país de entrega, país de destino
        verzendland, landcode, bezorgland
        kraj, kraj dostawy, rynek, państwo
        国, 配送先国, 国名, 出荷先国, 市場, 国/地域
        国家, 国家/地区, 收货国家, 國家, 國家/地區
        leveransland
        ülke, teslimat ülkesi
        страна, страна доставки, рынок""",
    "channel": """
        channel, sales channel, source, traffic source, marketing channel, medium, order source, utm source,
        channel group, acquisition channel, default channel group, session source, platform
        Kanal, Vertriebskanal, Quelle, Verkaufskanal, Besucherquelle
        canal, canal de vente, canal d'acquisition, source du trafic
        canal de venta, origen, fuente, canal de ventas
        canale, canale di vendita, sorgente, origine
        canal de vendas, origem, fonte
        kanaal, verkoopkanaal, bron
        kanał, kanał sprzedaży, źródło
        チャネル, 販売チャネル, 流入元, 経路, チャンネル
        渠道, 销售渠道, 来源, 渠道來源, 通路
        försäljningskanal, källa
        satış kanalı, kaynak
        канал, канал продаж, источник""",
    "device": """
        device, device category, device type, platform device
        Gerät, Gerätetyp, Gerätekategorie, Endgerät
        appareil, type d'appareil, terminal
        dispositivo, tipo de dispositivo, categoría de dispositivo
        tipo di dispositivo, categoria dispositivo
        categoria do dispositivo
        apparaat, apparaattype
        urządzenie, typ urządzenia
        デバイス, 端末, デバイスカテゴリ
        设备, 设备类型, 裝置
        enhet, enhetstyp
        cihaz, cihaz türü
        устройство, тип устройства""",
    "language": """
        language, locale, language code
        Sprache
        langue
        idioma
        lingua
        língua
        taal
        język
        言語
        语言, 語言
        språk
        dil
        язык""",
    "fulfilled": """
        shipped at, ship date, shipped date, fulfilled at, dispatch date, shipping date, date shipped, shipped on
        Versanddatum, versendet am, verschickt am
        date d'expédition, expédié le
        fecha de envío, enviado el
        data spedizione, data di spedizione, spedito il
        data de envio, enviado em
        verzenddatum, verzonden op
        data wysyłki, wysłano
        発送日, 出荷日
        发货时间, 发货日期, 出貨日期
        skickad
        kargo tarihi, gönderim tarihi
        дата отправки""",
    "delivered": """
        delivered at, delivery date, delivered date, date delivered, arrival date, delivered on
        Lieferdatum, Zustelldatum, geliefert am, zugestellt am
        date de livraison, livré le
        fecha de entrega, entregado el
        data consegna, data di consegna, consegnato il
        data de entrega, entregue em
        leverdatum, bezorgdatum, bezorgd op
        data dostawy, data doręczenia, dostarczono
        配達日, 到着日, 納品日
        送达时间, 收货时间, 签收时间, 送達日期
        leveransdatum, levererad
        teslim tarihi, teslimat tarihi
        дата доставки, доставлено""",
    "sessions": """
        sessions, visits, session count
        Sitzungen, Besuche, Visits
        visites
        sesiones, visitas
        sessioni, visite
        sessões, visitas, acessos
        sessies, bezoeken
        sesje, wizyty, odwiedziny
        セッション, セッション数, 訪問数, 訪問
        会话数, 会话, 访问次数, 访问量, 工作階段
        sessioner, besök
        oturumlar, oturum sayısı, ziyaretler
        сеансы, визиты, сессии""",
    "users": """
        users, visitors, unique visitors, total users, active users, uniques
        Nutzer, Besucher, Benutzer, aktive Nutzer, eindeutige Besucher
        utilisateurs, visiteurs, visiteurs uniques
        usuarios, visitantes, usuarios activos
        utenti, visitatori
        utilizadores, usuários, visitantes
        gebruikers, bezoekers
        użytkownicy, odwiedzający
        ユーザー, ユーザー数, 訪問者数, 訪問者
        用户数, 用户, 访客数, 使用者
        användare, besökare
        kullanıcılar, ziyaretçiler
        пользователи, посетители""",
    "key_events": """
        key events, goals, goal completions, events of interest
        Schlüsselereignisse, Zielvorhaben
        événements clés, objectifs
        eventos clave, objetivos
        eventi chiave, obiettivi
        eventos principais
        belangrijke gebeurtenissen, doelen
        kluczowe zdarzenia, cele
        キーイベント
        关键事件
        nyckelhändelser
        önemli etkinlikler
        ключевые события""",
    "transactions": """
        transactions, purchases, ecommerce purchases, ~orders
        Transaktionen, Käufe, ~Bestellungen
        achats, ~commandes
        transacciones, compras, ~pedidos
        transazioni, acquisti, ~ordini
        transações, ~encomendas
        transacties, aankopen, ~bestellingen
        transakcje, zakupy, ~zamówienia
        トランザクション, 購入数, 取引数, ~注文件数
        交易次数, 购买次数, 交易, 订单数
        transaktioner, köp
        işlemler, satın almalar
        транзакции, покупки""",
    "revenue": """
        revenue, purchase revenue, total revenue, ecommerce revenue, sales revenue, ~sales
        Umsatz, Einnahmen, Erlös
        revenu, chiffre d'affaires, revenus, CA
        ingresos, facturación, ~ventas
        entrate, fatturato, ricavi
        receita, faturamento
        omzet, opbrengst
        przychód, przychody
        収益, 売上, 売上高
        收入, 销售额, 營收
        intäkt, intäkter, omsättning
        gelir, ciro
        доход, выручка""",
    "spend": """
        spend, ad spend, cost, amount spent, media cost, media spend, total spend, advertising cost, ~costs, ~budget spent
        Kosten, Ausgaben, Werbekosten, ausgegebener Betrag, Werbeausgaben
        dépenses, coût, montant dépensé, dépenses publicitaires, coûts
        gasto, coste, costo, importe gastado, inversión, gasto publicitario
        spesa, costo, importo speso, spesa pubblicitaria
        gasto, custo, investimento, valor gasto
        kosten, uitgaven, advertentiekosten, besteed bedrag
        wydatki, koszt, wydana kwota, koszty
        費用, 広告費, 消化金額, 利用額, コスト
        花费, 消耗, 广告费, 费用, 花費, 廣告費
        kostnad, spenderat belopp, annonskostnad
        harcama, maliyet, harcanan tutar
        расход, расходы, затраты, потрачено""",
    "impressions": """
        impressions, impr, impr., views, ad impressions
        Impressionen, Einblendungen
        affichages
        impresiones
        impressioni
        impressões
        vertoningen, weergaven
        wyświetlenia
        表示回数, インプレッション, インプレッション数
        展示次数, 展示量, 曝光量, 曝光次數, 展现量
        visningar, exponeringar
        gösterimler, gösterim
        показы""",
    "clicks": """
        clicks, link clicks, ad clicks
        Klicks
        clics
        clics
        clic
        cliques
        klikken
        kliknięcia
        クリック, クリック数
        点击, 点击量, 点击次数, 點擊次數
        klick
        tıklamalar, tıklama
        клики""",
    "conversions": """
        conversions, results, total conversions
        Conversions, Konversionen, Ergebnisse
        résultats
        conversiones, resultados
        conversioni, risultati
        conversões, resultados
        conversies, resultaten
        konwersje, wyniki
        コンバージョン, コンバージョン数, 成果
        转化, 转化数, 转化量, 轉換
        konverteringar
        dönüşümler, dönüşüm
        конверсии""",
    "conversion_value": """
        conversion value, conversions value, conv value, purchase value, total conversion value
        Conversion-Wert, Konversionswert, Wert der Conversions
        valeur de conversion, valeur des conversions
        valor de conversión, valor de las conversiones
        valore di conversione, valore conversioni
        valor da conversão, valor de conversão
        conversiewaarde
        wartość konwersji
        コンバージョン値
        转化价值, 轉換價值
        konverteringsvärde
        dönüşüm değeri
        ценность конверсий""",
    "campaign": """
        campaign, campaign name, ad campaign
        Kampagne, Kampagnenname
        campagne, nom de la campagne
        campaña, nombre de la campaña, nombre de campaña
        campagna, nome campagna, nome della campagna
        campanha, nome da campanha
        campagnenaam
        kampania, nazwa kampanii
        キャンペーン, キャンペーン名
        广告系列, 推广活动, 计划名称, 广告活动, 廣告活動, 活动名称
        kampanj, kampanjnamn
        kampanya, kampanya adı
        кампания, название кампании""",
    "period_start": """
        start date, period start, week starting, reporting starts, from date, week start
        Startdatum, Beginn, Berichtsbeginn, von Datum, Zeitraum von
        date de début, début
        fecha de inicio, inicio, inicio del informe
        data inizio, data di inizio, inizio
        data de início, início
        begindatum
        data początkowa, data rozpoczęcia, początek
        開始日
        开始日期, 開始日期
        startdatum
        başlangıç tarihi
        дата начала""",
    "period_end": """
        end date, period end, week ending, reporting ends, to date, week end
        Enddatum, Ende, Berichtsende, bis Datum, Zeitraum bis
        date de fin, fin
        fecha de fin, fin, fin del informe
        data fine, data di fine, fine
        data de fim, fim, data de término
        einddatum
        data końcowa, data zakończenia, koniec
        終了日
        结束日期, 結束日期
        slutdatum
        bitiş tarihi
        дата окончания""",
}
