"""The chat: opening, answers after their questions, closing; on the clock of the market."""

from __future__ import annotations


def test_the_order_of_a_chat(made):
    there = made("reply")
    said = [(part.role, part.key) for part in there.parts if part.role in ("asks", "answer")]
    assert said[0] == ("asks", "") and said[1] == ("answer", "reply.thanks") and said[-1] == ("answer", "reply.closing")
    assert {key for role, key in said if role == "answer"} == {
        "reply.thanks", "reply.where_is_it", "reply.damaged", "reply.late", "reply.closing"
    }  # fmt: skip
    assert len(there.all("shop.time", "buyer.time")) == len(said)


def test_times_are_local(made):
    assert made("reply", "ja", "JPN").first("buyer.time").text == "21:40"
    assert made("reply", "en", "USA").first("buyer.time").text == "7:40\u202fAM"


def test_without_items_the_pack_answers(made):
    there = made("reply", rows=())
    assert [part.state for part in there.all("answer")] == ["pack"] * 3
