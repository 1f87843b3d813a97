"""A brief on a market and the comparison of a shortlist, as data."""

from frameworks.report.brief import Brief, ReportError, brief
from frameworks.report.comparison import Comparison, comparison

__all__ = ["Brief", "Comparison", "ReportError", "brief", "comparison"]
