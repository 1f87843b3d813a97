"""The list of checks."""

from frameworks.localization.checks.registry import CHECKS
from frameworks.localization.finding import SEVERITIES


def test_every_check_says_what_it_is():
    assert len(CHECKS) >= 25
    for key, check in CHECKS.items():
        assert key == check.key and check.severity in SEVERITIES
        assert check.title[0].isupper() and not check.title.endswith(".")
        assert check.explanation.endswith(".") and len(check.explanation) > 30
    assert len({check.title for check in CHECKS.values()}) == len(CHECKS)
