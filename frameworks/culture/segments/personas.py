"""Templates for segments of people that cross borders, and how a team's own customer segment is mapped to one.

Every template is a question, not a finding: none of our data say how many such customers exist anywhere. Four
follow the higher-order values of Schwartz (1992), two the decision styles of Sproles & Kendall (1986). People of
every template live in every market; a person is never placed by passport, only by answers and behaviour.
The survey items are our own words and unvalidated; ``instrument`` names what researchers use.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from frameworks.labels import N_, Sentence

SCHWARTZ = (
    "Schwartz, S. H. (1992). Universals in the content and structure of values. "
    "Advances in Experimental Social Psychology 25, 1-65"
)
STYLES = (
    "Sproles, G. B. & Kendall, E. L. (1986). A methodology for profiling consumers’ decision-making styles. "
    "Journal of Consumer Affairs 20(2), 267-279"
)
REVIEW = (
    "Steenkamp, J.-B. E. M. & ter Hofstede, F. (2002). International market segmentation: issues and perspectives. "
    "International Journal of Research in Marketing 19, 185-213"
)
_PVQ = N_("Human Values Scale of the European Social Survey, 21 items (Schwartz 2003); ask for the terms before commercial use.")
_CSI = N_("Consumer Styles Inventory (Sproles & Kendall 1986); check that its scales hold in each language.")

EVIDENCE: Mapping[str, str] = {
    "survey": N_("Survey answers"),
    "behaviour": N_("Behaviour in our own data"),
    "interviews": N_("Interviews"),
    "none": N_("None yet: an assumption"),
}
"""What a mapping rests on."""
LONGEST = {"name": 80, "rule": 1000, "note": 1000}
MOST_PEOPLE = 10**9


@dataclass(frozen=True)
class Persona:
    """One template.

    looks_for: what such customers look for. message, risk: where a message could start, and what goes wrong.
    items:     two survey items of our own, answered from 1 (not at all) to 6 (very much).
    behaviour: what to look for in uploads; tables and kpis name the canonical tables and the KPIs concerned.
    source:    the published idea it follows. instrument: what to measure it with properly.
    """

    key: str
    title: str
    looks_for: str
    message: str
    risk: str
    items: tuple[str, str]
    behaviour: str
    tables: tuple[str, ...]
    kpis: tuple[str, ...]
    source: str
    instrument: str


PERSONAS: Mapping[str, Persona] = {
    persona.key: persona
    for persona in (
        Persona(
            "explorer", N_("Explores the new (openness to change)"),
            N_("Novelty, variety and deciding for oneself."),
            N_("Show what is new and leave the choice open; let people try and mix."),
            N_("A crowd of options without a first step."),
            (N_("I like to try products before others do."), N_("I want to find my own way to use things.")),
            N_("Buys soon after a launch, tries several product lines, comes from many channels."),
            ("orders", "order_lines", "sessions"), ("items_per_order", "new_customer_share", "conversion_rate"),
            SCHWARTZ, _PVQ,
        ),
        Persona(
            "achiever", N_("Shows achievement (self-enhancement)"),
            N_("Quality that can be seen, standing, results."),
            N_("Show proof of performance and what the owner gains by it."),
            N_("Boasting where a market’s averages favour modesty; test the tone."),
            (N_("I want others to see what I have achieved."), N_("I pay more for what is known to be the best.")),
            N_("Chooses premium lines without a discount; orders of high value."),
            ("orders", "order_lines"), ("average_order_value", "discount_rate", "revenue_per_active_customer"),
            SCHWARTZ, _PVQ,
        ),
        Persona(
            "keeper", N_("Keeps to the proven (conservation)"),
            N_("Safety, order, what family and custom approve of."),
            N_("Show guarantees, reviews, clear steps and that others like them bought before."),
            N_("Surprises in price, delivery or look."),
            (N_("I stay with what has worked for my family."), N_("I want to know all conditions before I buy.")),
            N_("Returns to the same product, asks before buying, seldom sends back."),
            ("orders", "order_lines", "tickets"), ("repeat_purchase_rate", "return_rate", "tickets_per_100_orders"),
            SCHWARTZ, _PVQ,
        ),
        Persona(
            "carer", N_("Cares for others and nature (self-transcendence)"),
            N_("Fair conduct, care for people and the environment."),
            N_("Show who made it, what it costs others, and prove each claim."),
            N_("Green claims without proof, which several markets punish by law."),
            (N_("It matters to me that nobody is harmed by what I buy."), N_("I check how a product is made.")),
            N_("Chooses certified lines, writes of origin and packaging in reviews and tickets."),
            ("orders", "order_lines", "reviews", "surveys", "tickets"), ("review_rating", "nps", "repeat_purchase_rate"),
            SCHWARTZ, _PVQ,
        ),
        Persona(
            "comparer", N_("Compares price and value"),
            N_("The best value for the money, and no feeling of having paid too much."),
            N_("Show the whole price early, the reasons for it, and what a cheaper choice would lack."),
            N_("Fees that appear at the end of the checkout."),
            (N_("I compare several shops before I buy."), N_("I wait until the price falls.")),
            N_("Buys with a voucher or in sales, fills baskets and leaves, returns at the next offer."),
            ("orders", "sessions"), ("discount_rate", "cart_abandonment_rate", "conversion_rate"),
            STYLES, _CSI,
        ),
        Persona(
            "overwhelmed", N_("Finds too much choice tiring"),
            N_("Help to decide, few options, a person to ask."),
            N_("Offer a short list, a recommendation with its reason, and a way to ask."),
            N_("Pressure: it looks like help and reads as a trick."),
            (N_("The more I learn about products, the harder it is to choose."),
             N_("I am glad when someone narrows the choice for me.")),
            N_("Long visits without an order, questions before the sale, sends back to change size or kind."),
            ("sessions", "tickets", "orders"), ("cart_abandonment_rate", "tickets_per_100_orders", "return_rate"),
            STYLES, _CSI,
        ),
    )
}  # fmt: skip
"""The templates by key."""


@dataclass(frozen=True)
class Mapped:
    """A team's own customer segment mapped to a template.

    rule:     what its customers do or say that puts them in it.
    evidence: key of ``EVIDENCE``. people: how many customers or answers stand behind it, None unknown.
    markets:  where it was seen (ISO alpha-3); it may well exist elsewhere.
    """

    name: str
    rule: str
    persona: str
    evidence: str = "none"
    people: int | None = None
    markets: tuple[str, ...] = ()
    note: str = ""

    @property
    def firm(self) -> bool:
        """Whether anything but an assumption stands behind it."""
        return self.evidence != "none" and bool(self.people)


def mapped(
    *, name: str, rule: str, persona: str, evidence: str, people: int | None, markets: Sequence[str], note: str = "",
    places: Collection[str] = (),
) -> Mapped:  # fmt: skip
    """Return a mapping, checked.

    places: names and codes of markets in the user's language, to refuse a rule that says nothing but where people are from.

    Raises Sentence that says what to change.
    """
    texts = {"name": tidy(name), "rule": tidy(rule), "note": tidy(note)}
    if not texts["name"] or not texts["rule"]:
        raise Sentence(N_("Give your segment a name, and say what its customers do or say."))
    for part, most in LONGEST.items():
        if len(texts[part]) > most:
            raise Sentence(N_("A text is too long: {count} characters of at most {most}."), count=len(texts[part]), most=most)
    if persona not in PERSONAS or evidence not in EVIDENCE:
        raise Sentence(N_("Choose one of the templates and what the mapping rests on."))
    if people is not None and (isinstance(people, bool) or not isinstance(people, int) or not 0 <= people <= MOST_PEOPLE):
        raise Sentence(N_("The number of people is a whole number, 0 or more."))
    if by_passport(texts["rule"], places):
        raise Sentence(N_("This rule only says where people are from. Say what they do, choose or answer; origin is no segment."))
    codes = tuple(dict.fromkeys(code for code in markets if re.fullmatch(r"[A-Z]{3}", code)))
    return Mapped(texts["name"], texts["rule"], persona, evidence, people, codes, texts["note"])


def by_passport(rule: str, places: Collection[str]) -> bool:
    """Say whether a rule holds nothing but places: fewer than two words are left when their names are taken out."""
    left = rule.casefold()
    for place in sorted((p.casefold() for p in places if p), key=len, reverse=True):
        left = re.sub(rf"(?<!\w){re.escape(place)}(?!\w)", " ", left)
    found = left != rule.casefold()
    return found and sum(word not in _FILLERS for word in re.findall(r"\w{3,}", left)) < 2


_FILLERS = frozenset(
    ("all", "the", "and", "from", "are", "people", "customers", "buyers", "users", "persons", "who", "live", "with", "our",
     "los", "las", "clientes", "personas", "gente", "que", "viven")
)  # fmt: skip


def tidy(text: str) -> str:
    """Return a text without control characters, with single spaces."""
    return " ".join("".join(c if c.isprintable() else " " for c in str(text)).split())
