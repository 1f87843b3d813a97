"""When a market rests, gives and buys."""

from frameworks.calendar.public_holidays import covered
from frameworks.calendar.year import KINDS, CalendarError, calendar, undated

__all__ = ["KINDS", "CalendarError", "calendar", "covered", "undated"]
