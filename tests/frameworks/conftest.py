"""The shipped world, and copies of it with one figure changed."""

from collections.abc import Callable
from types import MappingProxyType

import pandas as pd
import pytest
from hypothesis import settings

from data.catalog import world
from frameworks.potential.indicators import indicator_list, latest
from frameworks.reference import Reference

settings.register_profile("landfall", deadline=None, derandomize=True, database=None, max_examples=25)
settings.load_profile("landfall")


@pytest.fixture(scope="session")
def reference() -> Reference:
    """The world as shipped."""
    return world()


@pytest.fixture(scope="session")
def estimated() -> Reference:
    """The world with Hofstede's country-tool estimates switched on."""
    return world(on=["hofstede_estimates"])


@pytest.fixture(scope="session")
def thin(reference: Reference) -> Reference:
    """The shipped world with the newest scored figures only; it scores the same and is quick to change."""
    about = indicator_list(reference)
    used = about[about["scored"] == 1]
    rows = latest(reference)
    rows = rows[rows["indicator"].isin({*used.index, *used["error"], "population"})]
    return Reference(MappingProxyType({**reference.tables, "indicators": rows}), "thin")


@pytest.fixture(scope="session")
def with_figure(thin: Reference) -> Callable[[str, str, float | None], Reference]:
    """Return a copy of the world in which one market has another figure, or none (None), for one indicator."""

    def change(market: str, indicator: str, value: float | None) -> Reference:
        rows = thin.tables["indicators"]
        hit = (rows["iso3"] == market) & (rows["indicator"] == indicator)
        assert hit.sum() == 1
        changed = rows[~hit] if value is None else rows.assign(value=rows["value"].mask(hit, value))
        return Reference(MappingProxyType({**thin.tables, "indicators": changed}), f"{market} {indicator} {value}")

    return change


@pytest.fixture(scope="session")
def with_table(reference: Reference) -> Callable[[str, pd.DataFrame], Reference]:
    """Return a copy of the world with another table in the place of one."""
    return lambda name, frame: Reference(MappingProxyType({**reference.tables, name: frame}), f"other {name}")


@pytest.fixture(scope="session")
def doubted(reference: Reference, with_table: Callable[[str, pd.DataFrame], Reference]) -> Callable[..., Reference]:
    """Return a copy of the world in which rows of a table are not checked: ``doubted("rules", iso3="DEU")``."""

    def change(table: str, column: str = "checked", **where: str) -> Reference:
        rows = reference.tables[table]
        hit = (rows[list(where)] == pd.Series(where)).all(axis=1)
        assert hit.any()
        return with_table(table, rows.assign(**{column: rows[column].mask(hit, "no")}))

    return change
