"""Header words of payments, service, answers and persons; the shape is that of ``header_words``."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "payment_id": """
        payment id, transaction id, payment reference, charge id, payment no, payment number, ~transaction, ~reference
        Transaktions-ID, Zahlungs-ID, Transaktionsnummer, Zahlungsreferenz, Transaktionscode
        id de transaction, numéro de transaction, id transaction, référence de paiement, id paiement
        id de transacción, número de transacción, id de pago, referencia de pago, id transacción
        id transazione, codice transazione, id pagamento
        id da transação, código da transação, id do pagamento
        transactie-id, betalings-id, transactienummer
        id transakcji, numer transakcji, id płatności
        取引ID, 決済ID, 支払番号, トランザクションID
        交易号, 交易ID, 支付单号, 流水号, 交易編號
        transaktions-id, betalnings-id
        işlem no, ödeme no
        номер транзакции, id платежа, id транзакции""",
    "payment_date": """
        payment date, paid at, paid on, transaction date, date paid, date of payment
        Zahlungsdatum, bezahlt am, Transaktionsdatum, Zahldatum, Buchungsdatum
        date de paiement, payé le, date de transaction
        fecha de pago, pagado el, fecha de transacción
        data pagamento, data di pagamento, data transazione
        data do pagamento, data de pagamento, data da transação
        betaaldatum, betaald op, transactiedatum
        data płatności, data transakcji, zapłacono
        支払日, 決済日, 入金日, 取引日
        支付时间, 付款时间, 付款日期, 交易时间, 付款時間
        betalningsdatum, betald
        ödeme tarihi, işlem tarihi
        дата платежа, дата оплаты""",
    "payment_kind": """
        transaction type, payment type, type of transaction, ~type
        Transaktionsart, Zahlungsart Typ, Vorgangsart, ~Typ, ~Art
        type de transaction, type d'opération
        tipo de transacción, tipo de operación, ~tipo
        tipo transazione, tipo di transazione
        tipo de transação
        soort transactie, transactietype
        typ transakcji, rodzaj transakcji
        取引種別, 取引タイプ, ~種別
        交易类型, 交易類型, ~类型
        transaktionstyp
        işlem türü
        тип транзакции, тип операции""",
    "method": """
        payment method, method, paid with, payment gateway, tender
        Zahlungsart, Zahlungsmethode, Zahlungsmittel, Zahlungsweise
        moyen de paiement, mode de paiement, méthode de paiement
        método de pago, forma de pago, medio de pago
        metodo di pagamento, modalità di pagamento
        forma de pagamento, método de pagamento, meio de pagamento
        betaalmethode, betaalwijze
        metoda płatności, sposób płatności, forma płatności
        支払方法, 決済方法, お支払い方法
        支付方式, 付款方式
        betalsätt, betalningsmetod
        ödeme yöntemi, ödeme şekli
        способ оплаты""",
    "ticket_id": """
        ticket id, ticket no, ticket number, ticket #, case id, case number, request id, conversation id,
        conversation #, conversation no, conversation number, ~ticket, ~case
        Ticketnummer, Ticket-ID, Ticketnr, Fallnummer, Anfrage-ID, Vorgangsnummer
        numéro de ticket, n° ticket, id ticket, numéro de demande
        número de ticket, nº de ticket, id de ticket, número de caso, id ticket
        numero ticket, id ticket, numero richiesta
        número do ticket, id do ticket, número do chamado, nº do chamado, chamado
        ticketnummer, zaaknummer
        numer zgłoszenia, nr zgłoszenia, id zgłoszenia, zgłoszenie
        チケットID, チケット番号, 問い合わせ番号, お問い合わせ番号
        工单号, 工单编号, 工单ID, 工單編號
        ärendenummer, ärende-id
        talep no, bilet no
        номер заявки, номер обращения, номер тикета""",
    "opened": """
        opened, opened at, opened on, ticket created, ticket created at, open date, date opened, received at,
        ticket created - timestamp, ticket created - date, conversation started at, created time, started at
        geöffnet am, eröffnet am, eröffnet, Eingangsdatum, eingegangen am
        ouvert le, date d'ouverture, ouvert
        abierto, abierto el, fecha de apertura, apertura
        aperto, aperto il, data apertura, data di apertura
        aberto em, data de abertura, abertura
        geopend, geopend op
        otwarto, data otwarcia, data zgłoszenia, otwarte
        受付日, 受付日時, 受付, 開始日時
        打开时间, 提交时间, 受理时间, 建立時間
        öppnad, öppnat
        açılış tarihi, açıldı
        открыт, дата открытия, дата обращения""",
    "first_response": """
        first response, first response at, first reply, first replied at, first reply at, first answer, first responded at,
        ~first response time, ~first reply time, ~initial response time
        erste Antwort, erste Antwort am, Erstantwort, erste Reaktion
        première réponse, première réponse le, date de première réponse
        primera respuesta, fecha de primera respuesta
        prima risposta, data prima risposta
        primeira resposta, data da primeira resposta
        eerste reactie, eerste antwoord
        pierwsza odpowiedź, data pierwszej odpowiedzi
        初回応答, 初回返信, 初回回答, 初回応答日時
        首次回复, 首次回复时间, 首次响应时间, 首次回覆
        första svar
        ilk yanıt, ilk yanıt tarihi
        первый ответ, дата первого ответа""",
    "solved": """
        solved, solved at, solved on, resolved, resolved at, closed, closed at, resolution date, close date, date closed,
        ticket solved - timestamp, ticket solved - date, resolved time, closed time, ~resolution time, ~time to resolution
        gelöst am, gelöst, geschlossen am, geschlossen, erledigt am, Lösungsdatum
        résolu, résolu le, fermé le, date de résolution, clos le
        resuelto, resuelto el, cerrado, cerrado el, fecha de cierre, fecha de resolución
        risolto, risolto il, chiuso il, data chiusura, data di chiusura
        resolvido, resolvido em, fechado em, data de fechamento, data de resolução
        opgelost, opgelost op, gesloten, gesloten op
        rozwiązano, zamknięto, data zamknięcia, data rozwiązania, rozwiązane
        解決, 解決日, 解決日時, 完了日, 完了日時
        解决时间, 关闭时间, 完成时间, 解決時間
        löst, stängd
        çözüldü, çözüm tarihi, kapanış tarihi
        решено, закрыто, дата решения, дата закрытия""",
    "satisfaction": """
        satisfaction, csat, satisfaction score, satisfaction rating, customer satisfaction, csat score
        Zufriedenheit, Kundenzufriedenheit, Zufriedenheitswert
        satisfaction client, note de satisfaction
        satisfacción, satisfacción del cliente
        soddisfazione, soddisfazione cliente
        satisfação, satisfação do cliente
        tevredenheid, klanttevredenheid
        satysfakcja, zadowolenie, zadowolenie klienta
        満足度, 顧客満足度
        满意度, 滿意度, 客户满意度
        nöjdhet, kundnöjdhet
        memnuniyet, müşteri memnuniyeti
        удовлетворенность""",
    "nps": """
        nps, nps score, net promoter score, likelihood to recommend, how likely are you to recommend us, recommend score
        Weiterempfehlung, Weiterempfehlungsbereitschaft
        recommandation, probabilité de recommandation
        recomendación, probabilidad de recomendar
        raccomandazione, probabilità di raccomandazione
        recomendação, probabilidade de recomendar
        aanbeveling, aanbevelingsscore
        polecenie, skłonność do polecenia
        推奨度, おすすめ度
        推荐度, 推薦度, 推荐意愿
        rekommendation
        tavsiye puanı
        готовность рекомендовать""",
    "score": """
        ~score, ~answer, ~points
        ~Punktzahl, ~Punkte, ~Bewertung
        ~note
        ~puntuación
        ~punteggio, ~voto
        ~pontuação, ~nota
        ~cijfer
        ~wynik, ~punkty
        ~スコア, ~点数
        ~得分, ~评分, ~分數
        ~poäng
        ~puan
        ~балл""",
    "answered": """
        responded at, response date, answered at, survey date, submitted at, completed at, submitted on, date submitted
        beantwortet am, Antwortdatum, abgegeben am
        répondu le, date de réponse
        respondido el, fecha de respuesta
        risposto il, data risposta
        respondido em, data da resposta
        beantwoord op
        data odpowiedzi, odpowiedziano
        回答日, 回答日時
        回答时间, 提交日期, 填答時間
        svarsdatum
        yanıt tarihi
        дата ответа""",
    "response_id": """
        response id, respondent id, survey id, answer id, submission id
        Antwort-ID, Teilnehmer-ID
        id réponse, id de réponse
        id de respuesta
        id risposta
        id da resposta
        respons-id
        id odpowiedzi
        回答ID
        答卷编号, 回答編號
        svars-id
        yanıt no
        id ответа""",
    "review_id": """
        review id, review no, review number
        Bewertungs-ID
        id avis
        id de reseña
        id recensione
        id da avaliação
        review-id
        id opinii
        レビューID
        评论ID, 评价ID
        recensions-id
        yorum no
        id отзыва""",
    "rating": """
        rating, stars, star rating, review rating, review score
        Bewertung, Sterne, Sternebewertung
        note, étoiles, évaluation
        valoración, estrellas, calificación, ~puntuación
        valutazione, stelle, ~voto
        avaliação, estrelas, classificação, ~nota
        beoordeling, sterren, waardering
        ocena, gwiazdki, liczba gwiazdek
        評価, 星, 星の数
        星级, 评分, 評分, 星等
        betyg, stjärnor
        yıldız, değerlendirme, ~puan
        оценка, звезды, рейтинг""",
    "review": """
        review, review text, review body, body, review content, ~text, ~content
        Rezension, Bewertungstext, Rezensionstext, ~Text
        avis, texte de l'avis, ~texte
        reseña, opinión, texto de la reseña, ~texto
        recensione, testo recensione, ~testo
        resenha, texto da avaliação
        recensie, ~tekst
        opinia, recenzja, treść opinii, ~treść
        レビュー, クチコミ, レビュー本文
        评论, 评价, 评价内容, 評論, 評價
        recension, omdöme
        yorum, inceleme
        отзыв, текст отзыва""",
    "review_date": """
        review date, reviewed at, date of review, review created
        Bewertungsdatum, bewertet am, Rezensionsdatum
        date de l'avis, date avis
        fecha de la reseña, fecha de reseña
        data recensione
        data da avaliação
        datum beoordeling, beoordelingsdatum
        data opinii, data recenzji
        レビュー日, 投稿日
        评论时间, 评价时间, 評論日期
        recensionsdatum
        yorum tarihi
        дата отзыва""",
    "comment": """
        comment, comments, feedback, remark, note, open answer, ~text
        Kommentar, Kommentare, Anmerkung, Bemerkung, ~Text
        commentaire, commentaires, remarque
        comentario, comentarios, observaciones
        commento, commenti
        comentário, comentários
        opmerking, opmerkingen, commentaar
        komentarz, komentarze, uwagi
        コメント, 自由回答, ご意見
        备注, 意见, 评语, 備註, 意見
        kommentarer
        yorumlar, açıklamalar
        комментарий, комментарии""",
    "name": """
        customer name, name, first name, last name, full name, buyer name, billing name, shipping name, surname, contact
        Name, Kundenname, Vorname, Nachname, Ansprechpartner
        nom, nom du client, prénom, nom client
        nombre, nombre del cliente, apellido, apellidos, nombre cliente
        nome, nome cliente, cognome
        nome do cliente, sobrenome, apelido
        naam, klantnaam, voornaam, achternaam
        imię, nazwisko, imię i nazwisko, nazwa klienta
        氏名, 名前, 顧客名, お名前, 購入者名
        姓名, 客户姓名, 收货人, 客戶姓名, 收件人
        namn, kundnamn, förnamn, efternamn
        ad, soyad, ad soyad, müşteri adı
        имя, фамилия, фио, имя клиента""",
    "phone": """
        phone, phone number, telephone, mobile number, tel
        Telefon, Telefonnummer, Handynummer, Mobilnummer
        téléphone, numéro de téléphone, portable
        teléfono, número de teléfono, móvil
        telefono, cellulare
        telefone, telemóvel, celular
        telefoonnummer, telefoon
        telefon, numer telefonu, nr telefonu
        電話, 電話番号
        电话, 手机号, 手机, 电话号码, 電話號碼, 手機
        telefonnummer, mobilnummer
        telefon numarası, cep telefonu
        телефон, номер телефона""",
    "address": """
        address, street, street address, address 1, address 2, postcode, zip, postal code, zip code, shipping address,
        billing address, ip, ip address, city
        Adresse, Straße, Anschrift, PLZ, Postleitzahl, Lieferadresse, Rechnungsadresse, Ort, Stadt
        rue, code postal, adresse de livraison, ville
        dirección, calle, código postal, ciudad, dirección de envío
        indirizzo, via, CAP, città
        endereço, morada, rua, CEP, cidade
        adres, straat, plaats, stad
        ulica, kod pocztowy, miasto, adres dostawy
        住所, 郵便番号, 配送先住所, 市区町村
        地址, 收货地址, 邮编, 收貨地址, 城市
        adress, gata, postnummer, ort
        posta kodu, şehir
        адрес, индекс, город, улица""",
}
