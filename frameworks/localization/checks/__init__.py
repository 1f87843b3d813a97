"""Checks of a translation against its source: what breaks, what misleads, what reads wrong."""

from frameworks.localization.checks.registry import CHECKS, Check
from frameworks.localization.checks.running import Checked, check, check_many

__all__ = ["CHECKS", "Check", "Checked", "check", "check_many"]
