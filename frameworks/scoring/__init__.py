"""Scores on two axes, the matrix they span and how firm the ranking is."""

from frameworks.scoring.score import score_markets

__all__ = ["score_markets"]
