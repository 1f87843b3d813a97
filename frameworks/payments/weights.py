"""How much each method counts within its class: from the mix where it says so, else from editable points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from frameworks.payments.methods import CASH_ON_DELIVERY, Method
from frameworks.payments.mix import Mix

USUAL: Mapping[str, float] = MappingProxyType(
    {
        "paypal": 3.0, "klarna": 3.0, "apple-pay": 2.0, "google-pay": 2.0,
        "amex": 0.1, "diners": 0.05, "discover": 0.05, "jcb": 0.05,
        "girocard": 0.0,  # read at a terminal, not on the web
    }
)  # fmt: skip
"""Points of methods that weigh more or less than others where no source parts a class: our judgement, to be changed.
Where shares of card schemes are published, Visa and Mastercard carry a third of card payments each, the others hardly any."""
USUAL_IN: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {"CHN": {"alipay": 50.0, "wechat-pay": 40.0}, "NLD": {"ideal": 20.0}}
)
"""The same by market, where one or two methods are nearly all of their class."""
INTERNATIONAL = frozenset({"visa", "mastercard", "amex", "diners", "discover", "jcb", "unionpay", "maestro"})
_SCHEMES = ("visa", "mastercard", "amex")


def points_of(method_id: str, given: Mapping[str, float], market: str = "") -> float:
    """Return the points of a method in a market: the team's own, else the usual ones, else 1."""
    return given.get(method_id, USUAL_IN.get(market, {}).get(method_id, USUAL.get(method_id, 1.0)))


def class_of(method: Method, mix: Mix | None) -> str:
    """Return the class a method is counted in: cash on delivery is cash where the mix has no class of its own for it."""
    name = method.payment_class
    if method.method_id == CASH_ON_DELIVERY and mix and name not in mix.shares and "cash" in mix.shares:
        return "cash"
    return name


def weights_in(name: str, methods: Iterable[Method], mix: Mix, given: Mapping[str, float]) -> dict[str, float]:
    """Return the weight of each method within one class of a mix, 0 to 1; what they leave to 1 is unknown.

    methods: of the class, in the market. given: the team's own points by method_id.

    Shares that the mix gives to single methods or card schemes hold; the rest of the class is parted by points.
    A method that is closed or closing carries no weight. Nor does cash on delivery beside vouchers, which it covers whole.
    """
    if name == "cash_on_delivery":
        return {m.method_id: 1.0 for m in methods if m.method_id == CASH_ON_DELIVERY}
    counted = [m for m in methods if m.status == "active" and m.method_id != CASH_ON_DELIVERY]
    if name == "card" and mix.schemes:
        return _by_scheme(counted, mix, given)
    share = mix.shares.get(name, 0.0)
    fixed = {m.method_id: mix.methods[m.method_id] / share for m in counted if mix.methods.get(m.method_id) and share}
    taken = sum(part for code, part in mix.methods.items() if code in {m.method_id for m in counted}) / share if share else 0
    others = [m for m in counted if m.method_id not in fixed]
    left = max(1 - taken, 0.0)
    return fixed | _parted(others, left if left > 1e-9 else 0.0, given, mix.market)


def _by_scheme(methods: list[Method], mix: Mix, given: Mapping[str, float]) -> dict[str, float]:
    schemes = mix.schemes
    local = [m for m in methods if m.method_id not in INTERNATIONAL]
    abroad = [m for m in methods if m.method_id in INTERNATIONAL]
    found = _parted(local, schemes.get("local_scheme", 0.0), given, mix.market)
    if "international" in schemes:
        return found | _parted(abroad, schemes["international"], given, mix.market)
    return found | {m.method_id: schemes.get(m.method_id, 0.0) if m.method_id in _SCHEMES else 0.0 for m in abroad}


def _parted(methods: list[Method], share: float, given: Mapping[str, float], market: str) -> dict[str, float]:
    """Part a share among methods by points; all points 0 leave it unknown."""
    points = {m.method_id: points_of(m.method_id, given, market) for m in methods}
    total = sum(points.values())
    return {name: share * value / total if total > 0 else 0.0 for name, value in points.items()}
