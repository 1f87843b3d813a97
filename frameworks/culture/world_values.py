"""The two Inglehart-Welzel axes of the World Values and European Values Studies."""

from frameworks.culture.model import Dimension, Model
from frameworks.labels import N_

MODEL = Model(
    key="world_values",
    title="World Values",
    groups="world_values_groups",
    span=(-3, 3),
    dimensions=(
        Dimension(
            "traditional_secular", N_("Secular-rational values"), N_("Traditional"), N_("Secular-rational"),
            N_("Religion, family and authority weigh more; respect for them tends to be expected."),
            N_("Religion and tradition weigh less; a factual tone tends to fit."),
        ),
        Dimension(
            "survival_selfexpression", N_("Self-expression values"), N_("Survival and security"), N_("Self-expression"),
            N_("Security weighs more; safety, price and trust tend to come first."),
            N_("Self-expression weighs more; choice, participation and diversity tend to be valued."),
        ),
    ),
    measures=N_("Two axes that sum up answers on religion, family, authority, security, trust and tolerance."),
    sample=N_("Adult population samples, 1981 to 2023; the newest survey of each country is used."),
    criticism=N_("Two axes are coarse, and move with income; single questions may be read differently across languages."),
)  # fmt: skip
