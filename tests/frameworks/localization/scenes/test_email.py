"""E-mails: each subject with its body, the address as on a parcel, the parcel in the mail that sends it."""

from __future__ import annotations


def test_subjects_and_bodies_belong_together(made):
    there = made("email")
    at = {part.key: part.place for part in there.parts if part.key}
    assert at["email.confirmed_subject"] == at["email.confirmed_body"] == 0
    assert at["email.shipped_subject"] == at["email.shipped_body"] == at["email.arrives"] == 1 and at["email.refund_subject"] == 2
    assert len(there.all("greeting")) == len(there.all("signature")) == 3 and there.first("unsubscribe").key == "email.unsubscribe"


def test_the_address_is_written_as_there(made):
    assert [part.text for part in made("email").all("address")] == ["Lena Hoffmann", "Gartenstraße 12", "26133 BERLIN"]
    there = made("email", "ja", "JPN")
    assert [part.text for part in there.all("address")] == ["〒154-0023", "東京都", "中央1-2-3", "山田 花子"]
    assert not any(part.text.endswith((",", "،")) for part in made("email", "fa", "IRN").all("address"))
    assert made("email", "ko", "KOR").all("address")[0].text == "서울 중구"
    assert there.first("phone").text == "+81 90-1234-5678" and there.first("phone").direction == "ltr"


def test_mails_without_items_and_bodies_without_subjects(made):
    assert made("email", rows=()).first("subject").text.startswith("Vielen Dank")
    there = made("email", source="Hello there", key="mail.late_body", context="body")
    assert there.first("body").key == "mail.late_body" and there.first("subject").key == ""
