"""Keeps the canonical tables and works out KPIs over them."""
