"""A studio in a workspace of its own, with a few texts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from data.store import Workspace
from frameworks.localization.items import Item

ITEMS = (
    Item("cart.add", "Add to cart", "button", max_width=18),
    Item("checkout.pay", "Pay {amount} now", "button", "checkout"),
    Item("mail.subject", "Your order is on its way", "subject", "email"),
    Item("faq.returns", "Can I return it?", "question", "faq"),
)


class Clock:
    """A minute goes by with every look."""

    def __init__(self) -> None:
        self.time = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time


@pytest.fixture
def workspace(tmp_path):
    return Workspace(tmp_path, clock=Clock())


@pytest.fixture
def studio(workspace):
    made = workspace.studio
    made.put_items(ITEMS, by="Ann")
    made.set_locales(["de", "pt-br"])
    return made
