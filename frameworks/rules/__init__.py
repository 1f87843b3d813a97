"""What law and tax ask of a shop that sells into a market."""

from frameworks.rules.duties import NOT_ADVICE, TOPICS, duties
from frameworks.rules.taxes import Tax, Threshold, tax

__all__ = ["NOT_ADVICE", "TOPICS", "Tax", "Threshold", "duties", "tax"]
