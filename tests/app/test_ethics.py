"""The page Ethics, driven without a browser."""

from __future__ import annotations

from components import ethics_list
from frameworks.rollout.ethics import QUESTIONS, Review, SignOff
from tests.app.reading import opened, words


def test_every_question_stands_with_its_answers():
    app = opened("ethics", market="DEU")
    text = words(app)
    assert all(question.text in text for question in QUESTIONS)
    assert "no certificate" in text and not app.error


def test_an_answer_is_kept_with_its_evidence_and_says_what_it_lacks():
    app = opened("ethics", market="DEU")
    app.text_input(key="rv_name").set_value("Ana").run()
    app.segmented_control(key="et_status_DEU_consent_0").set_value("yes").run()
    app.button(key="et_save_DEU_consent_0").click().run()
    assert "add evidence" in words(app)
    app.text_area(key="et_evidence_DEU_consent_1").set_value("<script>alert(1)</script> https://example.com").run()
    app.button(key="et_save_DEU_consent_1").click().run()
    assert not app.exception and "add evidence" not in words(app)
    again = opened("ethics", market="DEU")
    assert again.text_area(key="et_evidence_DEU_consent_2").value.startswith("<script>") and "Ana" in words(again)


def test_a_review_is_signed_once_it_is_whole_and_goes_stale_when_an_answer_changes():
    from data.ethics import EthicsBook
    from data.store import Workspace
    from frameworks.rollout.ethics import Answer

    book = Workspace().room(EthicsBook)
    for question in QUESTIONS:
        seen = next(one for one in book.review("JPN").answers if one.question == question.key).revision
        book.answer("JPN", Answer(question.key, "yes", evidence="seen", revision=seen), by="Ana")
    app = opened("ethics", market="JPN")
    next(field for field in app.text_input if field.label == "Who answers for this review").set_value("Ana")
    next(button for button in app.button if button.label == "Sign off").click().run()
    assert not app.exception and "Signed by Ana" in " ".join(one.value for one in app.success)
    app.segmented_control(key="et_status_JPN_harm_1").set_value("no").run()
    app.button(key="et_save_JPN_harm_1").click().run()
    assert "changed since it was signed" in " ".join(one.value for one in app.warning)


def test_the_indicators_say_why_nothing_is_known():
    text = words(opened("ethics", market="NGA"))
    assert "import tickets" in text and "Nothing was uploaded yet." in text


def test_the_page_speaks_spanish_without_breaking():
    assert not opened("ethics", market="ARE", lang="es").error


def test_a_sentence_of_ours_about_what_people_are_is_marked_with_another_way():
    from data.journeys import Journeys
    from data.store import Workspace
    from frameworks.rollout.touchpoint_edits import Edit

    Workspace().room(Journeys).keep(Edit(0, "AUT", "", "buy", "culture", "", "Germans are <b>punctual</b>"), by="Ana")
    text = words(opened("ethics", market="AUT"))
    assert "Sentences to look at" in text and "Germans are &lt;b&gt;punctual" in text
    assert 'role="note"' in words(opened("journey", market="AUT"))


def test_one_question_that_lacks_something_is_told_as_one(monkeypatch):
    told = []
    monkeypatch.setattr(ethics_list.st, "caption", told.append)
    monkeypatch.setattr(ethics_list.st, "subheader", lambda *_given, **_more: None)
    ethics_list.signing(Review((), "signed", {"consent": "x"}, SignOff("Ana", "2026-01-02", "")), (), print, "")
    assert told == ["1 question still lacks something before it can be signed."]
