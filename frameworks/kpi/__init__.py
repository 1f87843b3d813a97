"""What a team measures: the canonical tables, the vocabularies and one SQL file for each KPI."""
