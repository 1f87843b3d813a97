"""Schwartz's seven cultural value orientations (Schwartz 2008), scale -1 to 7."""

from frameworks.culture.model import Dimension, Model
from frameworks.labels import N_

MODEL = Model(
    key="schwartz",
    title="Schwartz",
    groups="schwartz_groups",
    span=(1, 6),
    dimensions=(
        Dimension(
            "harmony", N_("Harmony"), N_("Less stress on fitting in"), N_("Fit into the world as it is"),
            N_("Harmony with nature and others is stressed less."),
            N_("Harmony is stressed more; care for nature and peace tends to speak to people."),
        ),
        Dimension(
            "embeddedness", N_("Embeddedness"), N_("Persons stand alone"), N_("Persons are part of the group"),
            N_("Tradition and group order are stressed less; novelty tends to need less cover."),
            N_("Tradition and group order are stressed more; respect for them tends to be expected."),
        ),
        Dimension(
            "hierarchy", N_("Hierarchy"), N_("Little weight on rank"), N_("Unequal roles are legitimate"),
            N_("Unequal roles are accepted less."),
            N_("Unequal roles are accepted more; authority tends to be heard."),
        ),
        Dimension(
            "mastery", N_("Mastery"), N_("Less stress on getting ahead"), N_("Get ahead by effort"),
            N_("Getting ahead is stressed less; self-assertion tends to persuade less."),
            N_("Getting ahead is stressed more; ambition and daring tend to appeal."),
        ),
        Dimension(
            "affective_autonomy", N_("Affective autonomy"), N_("Pleasure weighs less"), N_("Pleasure and variety"),
            N_("Pleasure and excitement are stressed less; benefit tends to persuade better."),
            N_("Pleasure and excitement are stressed more; an enjoyable experience tends to sell."),
        ),
        Dimension(
            "intellectual_autonomy", N_("Intellectual autonomy"), N_("Shared views weigh more"), N_("Own ideas and curiosity"),
            N_("Own ideas are stressed less; established choices tend to reassure."),
            N_("Own ideas are stressed more; curiosity and creativity tend to appeal."),
        ),
        Dimension(
            "egalitarianism", N_("Egalitarianism"), N_("Less stress on equal concern"), N_("Concern for everyone as equals"),
            N_("Equal concern is stressed less."),
            N_("Equal concern is stressed more; fair and social conduct tends to be noticed."),
        ),
    ),
    measures=N_("What people hold important as guiding principles, as seven orientations of a society."),
    sample=N_("Teachers and students, fieldwork from 1988."),
    criticism=N_("Teachers and students are not the population; part samples for Germany, Canada, Israel, Switzerland."),
)  # fmt: skip
