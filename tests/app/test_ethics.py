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


def test_what_is_typed_stays_beside_what_another_window_answered():
    ours, theirs = opened("ethics", market="ESP"), opened("ethics", market="ESP")
    for app, said in ((ours, "mine"), (theirs, "theirs <b>")):
        app.segmented_control(key="et_status_ESP_consent_0").set_value("yes").run()
        app.text_area(key="et_evidence_ESP_consent_0").set_value(said).run()
    theirs.button(key="et_save_ESP_consent_0").click().run()
    ours.button(key="et_save_ESP_consent_0").click().run()
    assert "Somebody else" in ours.toast[0].value
    assert ours.text_area(key="et_evidence_ESP_consent_0").value == "mine" and "theirs" in ours.warning[0].value
    ours.button(key="et_save_ESP_consent_0").click().run()  # now it says: Save mine instead
    assert opened("ethics", market="ESP").text_area(key="et_evidence_ESP_consent_2").value == "mine"
    assert ours.text_area(key="et_evidence_ESP_consent_2").value == "mine" and not ours.warning


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def test_nobody_signs_what_changed_under_her_eyes_and_a_refusal_is_told():
    from data.ethics import EthicsBook
    from data.store import Workspace
    from frameworks.rollout.ethics import Answer

    book = Workspace().room(EthicsBook)
    for question in QUESTIONS:
        book.answer("PRT", Answer(question.key, "yes", evidence="seen"), by="Ana")
    app = opened("ethics", market="PRT")
    press(app, "Sign off")
    assert "Write the name" in app.toast[0].value
    next(field for field in app.text_input if field.label == "Who answers for this review").set_value("Ana")
    book.answer("PRT", Answer("harm", "no", action="ask them", revision=1), by="Bo")
    press(app, "Sign off")
    assert "while you were reading" in app.toast[0].value and not book.signed("PRT")
    press(app, "Sign off")
    assert len(book.signed("PRT")) == 1


def test_a_file_taken_off_comes_back_where_it_was_and_the_sign_off_counts_again():
    from data.ethics import EthicsBook
    from data.store import Workspace
    from frameworks.rollout.ethics import Answer

    book = Workspace().room(EthicsBook)
    for question in QUESTIONS:
        book.answer("GRC", Answer(question.key, "not_applicable", action="why"), by="Ana")
    number = book.attach("GRC", "harm", "a.txt", b"a", by="Ana")
    book.sign("GRC", by="Ana")
    app = opened("ethics", market="GRC")  # the file shows although the answer asks for no evidence
    app.button(key=f"et_gone_{number}").click().run()
    assert book.review("GRC").state == "outdated"
    app.button(key="et_undo").click().run()
    assert book.review("GRC").state == "signed" and "was taken off" not in words(app)


def test_the_record_says_who_signed():
    past = (SignOff("Ana", "2026-01-02T10:00:00Z", "", "=1+1"), SignOff("Bo", "2026-02-03T10:00:00Z", ""))
    told = ethics_list.about(Review((), "outdated", {}, past[-1]), past, "France")
    assert "Ana" in told["Sign-off"][0] and "=1+1" in told["Sign-off"][0] and "Bo" in told["Sign-off"][1]
    assert ethics_list.about(Review((), "empty", {}, None), (), "France")["Sign-off"] == "–"
