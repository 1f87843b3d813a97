"""Hofstede's six dimensions (Hofstede, Hofstede & Minkov 2010), 0 to 100."""

from frameworks.culture.model import Dimension, Model
from frameworks.labels import N_

MODEL = Model(
    key="hofstede",
    title="Hofstede",
    groups="hofstede_groups",
    span=(0, 100),
    dimensions=(
        Dimension(
            "pdi", N_("Power distance"), N_("Power is shared and questioned"), N_("Rank is accepted"),
            N_("Rank and authority carry less weight; a plain, equal tone tends to fit better."),
            N_("Rank and authority carry more weight; recognised experts and formal address tend to reassure."),
        ),
        Dimension(
            "idv", N_("Individualism"), N_("The group comes first"), N_("The individual comes first"),
            N_("Family and group weigh more in a choice; reviews and recommendations from one's circle tend to count."),
            N_("Personal benefit weighs more in a choice; an address to one person tends to be expected."),
        ),
        Dimension(
            "mas", N_("Masculinity"), N_("Care and quality of life"), N_("Achievement and winning"),
            N_("Modesty and quality of life are valued more; superlatives tend to convince less."),
            N_("Performance and success are valued more; proof of being the best tends to convince."),
            contested=True,
        ),
        Dimension(
            "uai", N_("Uncertainty avoidance"), N_("Ease with the unknown"), N_("Need for rules and certainty"),
            N_("The unknown is met with more ease; trying something new needs less proof."),
            N_("Certainty is sought more; guarantees, full details and clear return rules tend to matter."),
            contested=True,
        ),
        Dimension(
            "lto", N_("Long-term orientation"), N_("Tradition and the present"), N_("Thrift and adapting for the future"),
            N_("Tradition and quick results count more; continuity and promptness tend to appeal."),
            N_("Thrift and lasting use count more; durability and long relations tend to appeal."),
        ),
        Dimension(
            "ivr", N_("Indulgence"), N_("Restraint"), N_("Enjoyment of life"),
            N_("Restraint is more usual; usefulness tends to justify a purchase better than fun."),
            N_("Enjoyment is more accepted; leisure and fun tend to justify a purchase."),
        ),
    ),
    measures=N_("Values at work, asked of employees; country averages on six scales."),
    sample=N_("Employees of one company about 1970, later added students, officials and World Values respondents."),
    criticism=N_("Old core data; masculinity and uncertainty avoidance did not replicate well; says nothing about a person."),
)  # fmt: skip
