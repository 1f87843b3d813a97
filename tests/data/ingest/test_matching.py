"""Plain tables are recognised in ten languages, whatever the order of columns; what is in doubt is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.ingest.matching import headers_key, layout_from_mapping, match
from data.ingest.model import IngestError
from data.ingest.plain import KINDS

ORDERS = {
    "en": (["Order number", "Order date", "Country", "Currency", "Order total", "E-mail"],
           ["1001", "2024-05-31", "Germany", "EUR", "12.50", "a@b.example"]),
    "de": (["Bestellnummer", "Bestelldatum", "Land", "Währung", "Gesamtbetrag", "E-Mail-Adresse"],
           ["1001", "31.05.2024", "Deutschland", "EUR", "1.012,50", "a@b.example"]),
    "fr": (["N° de commande", "Date de commande", "Pays", "Devise", "Montant total", "Adresse e-mail"],
           ["1001", "31/05/2024", "Allemagne", "EUR", "1 012,50", "a@b.example"]),
    "es": (["Número de pedido", "Fecha de pedido", "País", "Moneda", "Importe total", "Correo electrónico"],
           ["1001", "31/05/2024", "Alemania", "EUR", "1.012,50", "a@b.example"]),
    "it": (["Numero ordine", "Data ordine", "Paese", "Valuta", "Totale ordine", "Indirizzo email"],
           ["1001", "31/05/2024", "Germania", "EUR", "1.012,50", "a@b.example"]),
    "pt": (["Número do pedido", "Data do pedido", "País", "Moeda", "Valor do pedido", "Endereço de e-mail"],
           ["1001", "31/05/2024", "Alemanha", "BRL", "1.012,50", "a@b.example"]),
    "nl": (["Bestelnummer", "Besteldatum", "Land", "Munteenheid", "Totaalbedrag", "E-mailadres"],
           ["1001", "31-05-2024", "Duitsland", "EUR", "1.012,50", "a@b.example"]),
    "pl": (["Numer zamówienia", "Data zamówienia", "Kraj", "Waluta", "Wartość zamówienia", "Adres e-mail"],
           ["1001", "2024-05-31", "Niemcy", "PLN", "1 012,50", "a@b.example"]),
    "ja": (["注文番号", "注文日", "国", "通貨", "合計金額", "メールアドレス"],
           ["1001", "2024年5月31日", "ドイツ", "JPY", "12,500", "a@b.example"]),
    "zh": (["订单号", "下单时间", "国家", "币种", "订单金额", "邮箱"],
           ["1001", "2024-05-31 10:00", "德国", "CNY", "12.50", "a@b.example"]),
    "sv": (["Ordernummer", "Orderdatum", "Land", "Valuta", "Ordersumma", "E-post"],
           ["1001", "2024-05-31", "Tyskland", "SEK", "1 012,50", "a@b.example"]),
    "tr": (["Sipariş No", "Sipariş Tarihi", "Ülke", "Para birimi", "Sipariş tutarı", "E-posta"],
           ["1001", "31.05.2024", "Almanya", "TRY", "1.012,50", "a@b.example"]),
    "ru": (["Номер заказа", "Дата заказа", "Страна", "Валюта", "Сумма заказа", "Электронная почта"],
           ["1001", "31.05.2024", "Германия", "RUB", "1 012,50", "a@b.example"]),
}  # fmt: skip

RETAIL = (
    ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"],
    [["536365", "85123A", "WHITE HANGING HEART", "6", "12/1/2010 8:26", "2.55", "17850", "United Kingdom"],
     ["C536379", "D", "Discount", "-1", "12/1/2010 9:41", "27.5", "14527", "United Kingdom"]],
)  # fmt: skip


@pytest.mark.parametrize("language", ORDERS)
def test_orders_in_every_language(language):
    headers, row = ORDERS[language]
    found = match(headers, [row])
    assert found.kind == "orders" and found.confidence >= 0.8
    assert dict(found.mapping) == dict(
        zip(("order_id", "ordered_at", "market", "currency", "total", "email"), headers, strict=True)
    )


@pytest.mark.parametrize(("kind", "headers", "row"), [
    ("order_items", ["Invoice", "Date", "Item", "Qty", "Price", "Customer", "Country"],
     ["17", "2024-01-01", "Mug", "2", "4.50", "C-1", "France"]),
    ("order_items", ["Rechnungsnummer", "Datum", "Artikel", "Menge", "Einzelpreis", "Land"],
     ["17", "01.01.2024", "Becher", "2", "4,50", "Frankreich"]),
    ("sessions", ["Datum", "Land", "Kanal", "Gerät", "Sitzungen", "Nutzer", "Käufe", "Umsatz"],
     ["01.01.2024", "DE", "E-Mail", "mobil", "120", "100", "4", "99,50"]),
    ("sessions", ["Date", "Pays", "Appareil", "Visites"], ["01/01/2024", "France", "mobile", "55"]),
    ("spend", ["Fecha", "Campaña", "Gasto", "Impresiones", "Clics", "Conversiones"],
     ["01/01/2024", "Otoño", "12,5", "1000", "30", "2"]),
    ("spend", ["日付", "キャンペーン名", "費用", "表示回数", "クリック数"], ["2024/01/01", "秋", "1,200", "500", "20"]),
    ("payments", ["Transaction ID", "Payment date", "Type", "Amount", "Fee", "Currency", "Payment method"],
     ["t1", "2024-01-01", "charge", "10.00", "0.50", "EUR", "card"]),
    ("tickets", ["Ticket ID", "Opened", "First response", "Solved", "Channel", "Satisfaction"],
     ["1", "2024-01-01 10:00", "2024-01-01 11:00", "2024-01-02 10:00", "email", "good"]),
    ("tickets", ["Numer zgłoszenia", "Data otwarcia", "Pierwsza odpowiedź", "Data zamknięcia", "Kanał"],
     ["1", "2024-01-01 10:00", "2024-01-01 11:00", "2024-01-02 10:00", "czat"]),
    ("surveys", ["Date", "NPS", "Comment", "Country"], ["2024-01-01", "9", "fine", "DE"]),
    ("surveys", ["回答日", "満足度", "コメント"], ["2024-01-01", "4", "良い"]),
    ("reviews", ["Date", "Product", "Rating", "Review", "Country"], ["2024-01-01", "Mug", "5", "nice", "DE"]),
    ("reviews", ["Datum", "Produkt", "Sterne", "Rezension"], ["01.01.2024", "Becher", "5", "schön"]),
])  # fmt: skip
def test_the_other_kinds(kind, headers, row):
    found = match(headers, [row])
    assert found.kind == kind and found.layout.kind == kind and found.layout.platform == "generic"
    assert len(found.mapping) == len(headers), set(headers) - set(found.mapping.values())


@pytest.mark.parametrize(("headers", "row", "score"), [
    (["Response ID", "Date", "Email", "Country", "How likely are you to recommend us (0-10)?", "Comment"],
     ["R1", "14.09.2025", "a@b.example", "Japan", "7", ""], "nps"),
    (["Zeitstempel", "Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?", "Warum?"],
     ["14.09.2025 10:00", "9", "schnell"], "nps"),
    (["回答日", "当店を友人や同僚にすすめる可能性はどのくらいありますか？"], ["2025/09/14", "8"], "nps"),
    (["Fecha", "¿Qué tan satisfecho está con nuestro servicio? (1-5)"], ["14/09/2025", "4"], "csat"),
])  # fmt: skip
def test_a_survey_by_its_question(headers, row, score):
    found = match(headers, [row])
    assert found.kind == "surveys" and found.mapping[score] in headers and found.confidence >= 0.8


def test_a_question_answered_beyond_its_scale_is_asked_about():
    assert match(["Date", "How likely are you to recommend us?"], [["2025-09-14", "70"]]).layout is None


def test_the_classic_retail_file_reads_as_order_lines():
    found = match(*RETAIL)
    assert found.kind == "order_items" and found.confidence == 1.0
    assert set(found.mapping.values()) == set(RETAIL[0])
    assert found.layout.measures == ("quantity",)


@given(st.data(), st.sampled_from([*ORDERS, "retail"]))
@settings(max_examples=30, deadline=None)
def test_the_order_of_columns_does_not_matter(data, which):
    headers, rows = RETAIL if which == "retail" else (ORDERS[which][0], [ORDERS[which][1]])
    places = data.draw(st.permutations(range(len(headers))))
    shuffled = match([headers[i] for i in places], [[row[i] for i in places] for row in rows])
    straight = match(headers, rows)
    assert shuffled.kind == straight.kind and dict(shuffled.mapping) == dict(straight.mapping)
    assert shuffled.confidence == straight.confidence and shuffled.suggestions == straight.suggestions


@given(st.lists(st.text(max_size=30), max_size=12), st.lists(st.lists(st.text(max_size=12), max_size=12), max_size=5))
@settings(max_examples=40, deadline=None)
def test_any_table_gets_an_answer(headers, rows):
    found = match(headers, rows)
    assert (found.layout is None) == (found.kind is None)
    assert set(found.suggestions) == set(KINDS) and found.likely in KINDS


@pytest.mark.parametrize(("headers", "row"), [
    (["Order", "Date", "Amount", "Total"], ["1", "2024-01-01", "10", "12"]),
    (["Order", "Date", "Total"], ["1", "yesterday", "10"]),
    (["Order", "Total"], ["1", "10"]),
    (["Date", "Score"], ["2024-01-01", "3"]),
    (["Date", "Sessions", "Spend", "Clicks"], ["2024-01-01", "10", "5", "1"]),
    (["foo", "bar"], ["1", "2"]),
    ([], []),
])  # fmt: skip
def test_what_is_in_doubt_goes_to_the_mapping_screen(headers, row):
    found = match(headers, [row])
    assert found.layout is None and found.mapping == {}


def test_names_and_addresses_are_dropped_and_the_currency_of_a_header_is_kept():
    found = match(
        ["Order", "Date", "Total (EUR)", "Customer", "First name", "Street"],
        [["1", "2024-01-01", "10", "Anna Karenina", "Anna", "Main St 1"]],
    )
    private = {field.headers[0] for field in found.layout.fields if field.type == "personal"}
    assert private == {"Customer", "First name", "Street"}
    assert found.layout.assumes == {"currency": "EUR"}


def test_a_price_taken_for_one_unit_is_said():
    found = match(["Invoice", "Date", "Item", "Qty", "Price"], [["17", "2024-01-01", "Mug", "2", "4.50"]])
    assert any("price of one unit" in rule.reason for rule in found.layout.rules)
    assert not any("price of one unit" in rule.reason for rule in match(*RETAIL).layout.rules)


def test_a_mapping_makes_the_layout():
    headers = ["a", "b", "c", "d"]
    layout = layout_from_mapping("orders", {"order_id": "a", "ordered_at": "b", "total": "c", "nonsense": "d"}, headers)
    assert {field.alias: field.headers for field in layout.fields if field.headers} == {
        "order_id": ("a",), "ordered_at": ("b",), "total": ("c",),
    }  # fmt: skip


@pytest.mark.parametrize(("kind", "mapping", "said"), [
    ("nothing", {}, "no kind"), ("orders", {"order_id": "zzz"}, "no column called zzz"),
    ("orders", {"order_id": "a"}, "Order date"),
    ("orders", {"order_id": "a" * 10_000}, "no column"),
])  # fmt: skip
def test_a_mapping_that_cannot_be_used_says_why(kind, mapping, said):
    with pytest.raises(IngestError, match=said):
        layout_from_mapping(kind, mapping, ["a", "b"])


def test_templates_are_found_again_whatever_the_order_and_case_of_headers():
    assert headers_key(["Order No", "Date"]) == headers_key(["date", "ORDER-NO", ""])
    assert headers_key(["Order No"]) != headers_key(["Order No", "Date"])
