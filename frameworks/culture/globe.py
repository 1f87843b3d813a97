"""GLOBE's nine dimensions (House et al. 2004), as valued, scale 1 to 7."""

from frameworks.culture.model import Dimension, Model
from frameworks.labels import N_

MODEL = Model(
    key="globe",
    title="GLOBE",
    groups="globe_groups",
    span=(1, 7),
    dimensions=(
        Dimension(
            "uncertainty_avoidance_value", N_("Wish for order"), N_("Little need for rules"), N_("Rules and order wanted"),
            N_("Fewer rules are wished for; a loose, flexible offer tends to be fine."),
            N_("More order is wished for; clear steps and commitments tend to be welcome."),
        ),
        Dimension(
            "future_orientation_value", N_("Wish for planning"), N_("Live in the present"), N_("Plan and invest"),
            N_("Planning ahead is wished for less; benefits now tend to count."),
            N_("Planning ahead is wished for more; lasting benefits tend to count."),
        ),
        Dimension(
            "power_distance_value", N_("Wish for hierarchy"), N_("Power spread evenly"), N_("Power at the top"),
            N_("Hierarchy is wished for less; equal treatment tends to be noticed."),
            N_("Hierarchy is wished for more; status tends to be honoured."),
        ),
        Dimension(
            "institutional_collectivism_value", N_("Wish for shared effort"), N_("Own goals"), N_("Common goals"),
            N_("Own goals are wished for more; individual reward tends to appeal."),
            N_("Common goals are wished for more; shared reward tends to appeal."),
        ),
        Dimension(
            "humane_orientation_value", N_("Wish for kindness"), N_("Self-reliance"), N_("Care and generosity"),
            N_("Kindness in dealings is stressed less; efficiency tends to be fine."),
            N_("Kindness in dealings is stressed more; warmth in service tends to be expected."),
        ),
        Dimension(
            "performance_orientation_value", N_("Wish for performance"), N_("Belonging before results"), N_("Results rewarded"),
            N_("Results are stressed less; relations tend to come before figures."),
            N_("Results are stressed more; measurable benefit tends to convince."),
        ),
        Dimension(
            "in_group_collectivism_value", N_("Wish for family loyalty"), N_("Loose ties"), N_("Pride in family and group"),
            N_("Family loyalty is stressed less; the single buyer tends to decide."),
            N_("Family loyalty is stressed more; offers for the family tend to fit."),
        ),
        Dimension(
            "gender_egalitarianism_value", N_("Wish for gender equality"), N_("Distinct roles"), N_("Equal roles"),
            N_("Equal roles are stressed less; check pictures and roles with local people."),
            N_("Equal roles are stressed more; role clichés tend to be rejected."),
        ),
        Dimension(
            "assertiveness_value", N_("Wish for assertiveness"), N_("Modest and tender"), N_("Direct and tough"),
            N_("Modesty is preferred more; a softer tone tends to fit."),
            N_("Directness is preferred more; a clear call to act tends to fit."),
        ),
    ),
    measures=N_("How middle managers say their society should be, on nine scales."),
    sample=N_("17,000 middle managers of food, finance and telecommunication firms, mid-1990s."),
    criticism=N_("Values and practices of the same name often point in opposite directions; managers are not buyers."),
)  # fmt: skip
