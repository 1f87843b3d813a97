"""The register of lints."""

from frameworks.localization.finding import SEVERITIES
from frameworks.localization.linting.registry import EVIDENCE, LINTS


def test_each_lint_says_what_it_looks_for():
    for key, lint in LINTS.items():
        assert lint.key == key and lint.title and lint.explanation.endswith(".") and lint.severity in SEVERITIES
        assert lint.severity != "error"
    assert {"judgement", "standard", "practitioner", "academic"} <= set(EVIDENCE)
