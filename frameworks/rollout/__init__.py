"""Carrying a market entry out: the tasks of a market's plan and what it has to answer for."""
