"""A small world of payments, so that fits can be worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

import pandas as pd
import pytest

from frameworks.reference import Reference
from tests.frameworks.payments.rows import MARKETS, PEOPLE, method, share, support


@pytest.fixture(scope="session")
def small() -> Callable[..., Reference]:
    """Return a world of a few markets with these rows; the last of them has nobody on record."""

    def build(methods: list[dict], supports: list[dict], mix: list[dict]) -> Reference:
        tables = {
            "markets": pd.DataFrame(MARKETS, columns=["iso3", "region", "subregion"]),
            "indicators": pd.DataFrame(PEOPLE, columns=["iso3", "indicator", "year", "value", "source"]),
            "payment_methods": pd.DataFrame(methods, columns=list(method("x"))),
            "provider_methods": pd.DataFrame(supports, columns=list(support("x", "y"))),
            "payment_mix": pd.DataFrame(mix, columns=list(share("x", "y", 1))),
        }
        return Reference(MappingProxyType(tables), "small")

    return build
