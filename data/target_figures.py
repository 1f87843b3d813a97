"""Reads the figures of a plan: 1200, 1,200.50, 1.200,50, 12 %, € 1.200, (300)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from data.ingest import money
from data.ingest.amounts import verdict

_DIGITS = str.maketrans("０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹．，٫٬－−–％٪", "012345678901234567890123456789.,.,---%%")
_SPACES = re.compile(r"[\s'’‘`´\u200b\u200e\u200f]")
_CORE = re.compile(r"\d[\d.,]*|[.,]\d+")
_GROUPED = {mark: re.compile(rf"(?:\d{{1,3}}(?:[{group}]\d{{2,3}})*[{group}]\d{{3}}|\d+)?(?:[{mark}]\d*)?")
            for mark, group in ((".", ","), (",", "."))}  # fmt: skip
NOTHING = {"", "-", "--", "–", "—", "n/a", "na", "/", "."}
"""What stands in a cell that holds no figure."""


@dataclass(frozen=True)
class Figure:
    """A figure as it is written.

    core:       its digits and marks. negative, percent: the signs around it.
    currencies: what the sign or code beside it may stand for; empty without one.
    """

    core: str
    negative: bool
    percent: bool
    currencies: tuple[str, ...]

    @property
    def proves(self) -> str:
        """The decimal mark it proves: ".", ",", "?" where it fits both, "" where it has none."""
        return verdict(re.sub(r"\d", "9", re.sub(r"^0+(?=[.,])", "º", self.core)))

    def value(self, mark: str) -> float | None:
        """Return the number, a percentage as a share of 1; ``mark`` decides where it fits both. None for none."""
        proved = self.proves
        mark = proved if proved in (".", ",") else mark
        if not _GROUPED[mark].fullmatch(self.core):
            return None
        plain = self.core.replace("," if mark == "." else ".", "").replace(",", ".")
        # The shifted digits, not a division: 7 % is 0.07 and not 0.07000000000000001.
        found = float(f"{plain}e-2" if self.percent else plain)
        return -found if self.negative else found


def figure(text: str) -> Figure | None:
    """Return the figure that a cell holds, None for a cell that holds anything else."""
    plain = text.translate(_DIGITS)
    currencies = money.read(plain)
    if currencies:
        plain = plain.replace(money.sign_in(plain), "", 1)
    plain = _SPACES.sub("", plain)
    percent = plain.count("%")
    plain = plain.replace("%", "", 1)
    negative = plain.startswith("-") or plain.endswith("-") or (plain.startswith("(") and plain.endswith(")"))
    bare = re.sub(r"^(?:\((.*)\)|[-+](.*)|(.*)-)$", lambda found: found[1] or found[2] or found[3] or "", plain)
    return Figure(bare, negative, percent == 1, currencies) if _CORE.fullmatch(bare) and percent < 2 else None


def usual_mark(figures: Iterable[Figure]) -> str:
    """Return the decimal mark that most of the figures prove, "" where none does."""
    proved = Counter(said for one in figures if (said := one.proves) in (".", ","))
    return "" if not proved else "." if proved["."] >= proved[","] else ","


def mark_for(one: Figure, usual: str, *, grouped: bool) -> str:
    """Return the decimal mark of a figure that may be meant in two ways.

    usual: what the rest of the file proves, "" nothing. grouped: such a figure is rather 1,200 than 1.2 (orders,
    money), not the other way round (shares, hours, stars).
    """
    if usual:
        return usual
    used = "," if "," in one.core else "."
    other = "." if used == "," else ","
    return other if grouped else used
