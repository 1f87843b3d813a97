"""What may travel badly in a source text, told before it is translated."""

from frameworks.localization.linting.registry import EVIDENCE, LINTS, Lint
from frameworks.localization.linting.running import lint, lint_many

__all__ = ["EVIDENCE", "LINTS", "Lint", "lint", "lint_many"]
