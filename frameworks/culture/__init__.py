"""Culture models, distances between countries and the affinity of a market to home."""

from frameworks.culture.distance import distance

__all__ = ["distance"]
