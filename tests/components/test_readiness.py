from components.readiness import bar, figure
from frameworks.labels import Sentence
from frameworks.localization.readiness import Part


def test_a_part_is_a_figure_a_range_or_unknown():
    assert figure(Part("rules", 75.0, 75.0, Sentence("why"))) == "75"
    assert figure(Part("payments", 40.0, 70.4, Sentence("why"))) == "40–70"
    assert figure(Part("service", None, None, Sentence("why"))) == "–"


def test_an_unknown_part_says_so_and_why():
    drawn = bar(Part("service", None, None, Sentence("No shares <b> are published.")))
    assert 'class="lf-rd-unknown"' in drawn and "Languages served: unknown" in drawn and "&lt;b&gt;" in drawn
    assert "Payments covered: 40–70 of 100" in bar(Part("payments", 40.0, 70.0, Sentence("why")))
