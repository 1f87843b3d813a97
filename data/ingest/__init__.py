"""Reads the exports a team already has into the canonical tables."""
