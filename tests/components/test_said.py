"""What goes wrong is told in the visitor's language: every sentence is marked, and its values fill it."""

import ast
import pickle
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from components import words
from components.locale.upkeep import placeholders
from components.words import said, using
from data.saved_scenarios import Conflict, WorkspaceError
from data.table_check import TableError, parse
from frameworks.labels import N_, Sentence
from frameworks.scoring.scenario import Scenario, ScenarioError

ROOT = Path(words.__file__).parents[1]
CARRIERS = {"Sentence", "TableError", "WorkspaceError", "Conflict", "Missing", "NewerWorkspace", "ChartError",
            "WeightError", "ScenarioError", "MarketError"}  # fmt: skip
META = {
    "columns": {"iso3": {"type": "iso3"}, "score": {"type": "number", "max": 100, "unit": "points"}}, "key": ["iso3"],
}  # fmt: skip


@pytest.fixture
def spanish(monkeypatch, tmp_path):
    (tmp_path / "es.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "The weights cannot be used: {error}."\nmsgstr "Los pesos no sirven: {error}."\n\n'
        'msgid "all {axis} weights are zero; give at least one criterion some weight"\n'
        'msgstr "todos los pesos de {axis} son cero"\n\n'
        'msgid "affinity"\nmsgstr "afinidad"\n\n'
        'msgid "{size} of {most}"\nmsgstr "{size} de {most}"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(words, "LOCALE_DIR", tmp_path)


def test_an_error_that_quotes_another_is_said_in_one_language(spanish):
    with pytest.raises(ScenarioError) as caught:
        Scenario(home="USA", weights={"size": 1})
    with using("es"):
        assert said(caught.value) == "Los pesos no sirven: todos los pesos de afinidad son cero."
        assert said(pickle.loads(pickle.dumps(caught.value))) == said(caught.value)
    assert said(caught.value) == str(caught.value)


def test_numbers_are_grouped_as_the_visitor_groups_them(spanish):
    told = Sentence(N_("{size} of {most}"), size=20_000_001, most=0.5)
    with using("es"):
        assert said(told) == "20.000.001 de 0,5"
    assert said(told) == str(told) == "20,000,001 of 0.5"


def test_days_and_rates_are_written_as_the_visitor_writes_them():
    told = Sentence("{day}: {rate}", day=date(2026, 10, 30), rate=Decimal("0.0057123"))
    with using("es", "es-ES"):
        assert said(told) == "30 oct 2026: 0,0057123"


def test_other_errors_and_plain_text_are_said_as_they_are():
    assert said(ValueError("as it is")) == said("as it is") == "as it is"


def test_faults_of_a_table_and_the_kept_copy_survive_pickling():
    with pytest.raises(TableError) as caught:
        parse("own", b"iso3,score\nUSA,101\nXXX,x\n", META)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.table, str(again)) == ("own", str(caught.value))
    assert [(problem.line, said(problem.message)) for problem in again.problems] == [
        (3, "'XXX' is no ISO 3166-1 alpha-3 code"), (3, "'x' is not a number"), (2, "101 is more than 100 (points)"),
    ]  # fmt: skip
    conflict = pickle.loads(pickle.dumps(Conflict(N_("kept as {kept}"), saved=None, kept="Plan")))
    assert isinstance(conflict, WorkspaceError) and conflict.saved is None and str(conflict) == "kept as Plan"


def carried():
    for room in ("frameworks", "data"):
        for file in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CARRIERS:
                    yield f"{file.relative_to(ROOT)}:{node.lineno}", node


def marked(node):
    return [arg.args[0].value for arg in node.args if isinstance(arg, ast.Call) and getattr(arg.func, "id", "") == "N_"]


def test_every_sentence_is_marked_and_has_the_values_it_names():
    found = list(carried())
    assert len(found) > 60
    for place, node in found:
        bare = [arg for arg in node.args if isinstance(arg, ast.JoinedStr | ast.BinOp)]
        texts = [arg for arg in node.args if isinstance(arg, ast.Constant) and " " in str(arg.value)]
        assert not bare and not texts, f"{place}: mark the text with N_ and give its values by name"
        if not any(keyword.arg is None for keyword in node.keywords):
            given = {keyword.arg for keyword in node.keywords}
            for template in marked(node):
                assert placeholders(template) <= given, place


def test_nothing_is_raised_as_a_bare_value_error():
    for room in ("frameworks", "data"):
        for file in sorted((ROOT / room).rglob("*.py")):
            assert "raise ValueError(" not in file.read_text("utf-8"), f"{file.name}: raise a Sentence"
