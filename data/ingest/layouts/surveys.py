"""SurveyMonkey and Delighted: answers to "would you recommend us" and "how satisfied are you"."""

from __future__ import annotations

from data.ingest.layouts.phrases import matches, personal
from data.ingest.model import Field, Layout, Rule, Target
from frameworks.labels import N_

RECOMMEND = (
    r".*(?:likely|likelihood).*recommend.*|.*recommend.*(?:likely|likelihood|0.{1,4}10|scale).*|.*\bnps\b.*"
    r"|.*wahrscheinlich.*(?:empfehl|weiterempfehl).*|.*recommander.*(?:probab|0.{1,4}10).*|.*probab.*recomm?(?:and|end|iend).*"
    r"|.*recom(?:end|iend).*probab.*|.*probabil.*(?:consigl|raccomand).*|.*waarschijnlijk.*aanbevel.*"
)
"""A question that asks for a recommendation on the scale from 0 to 10."""

SATISFIED = (
    r".*(?:how|overall).*satisf(?:ied|action).*|.*\bcsat\b.*|.*wie zufrieden.*|.*satisfait.*|.*satisfech[oa].*"
    r"|.*soddisfatt[oa].*|.*hoe tevreden.*"
)
"""A question that asks how satisfied someone is."""

REASON = (
    r".*(?:main reason|reason for|why |could we|can we|improve|comment|feedback|anything else|warum|grund|verbessern"
    r"|pourquoi|raison|améliorer|por qué|motivo|mejorar|perch[eé]).*"
)

# "10 - Extremely likely", "Extremely likely (10)" and "10" all say 10.
_SCORE = "TRY_CAST(regexp_extract(recommend, '[0-9]+') AS DOUBLE)"
_SATISFACTION = f"""CASE
    WHEN regexp_matches(satisfied, '[0-9]') THEN TRY_CAST(regexp_extract(satisfied, '[0-9]+') AS DOUBLE)
    WHEN {matches("satisfied", "neither|neutral|weder|teils|ni satis|moderate")} THEN 3
    WHEN {matches("satisfied", "very dissat|extremely dissat|sehr unzufried|tres insatis|muy insatis")} THEN 1
    WHEN {matches("satisfied", "dissat|unsatis|unzufried|insatis|insodd|ontevred")} THEN 2
    WHEN {matches("satisfied", "very sat|extremely sat|sehr zufried|tres satis|muy satis|molto sodd|zeer tevred")} THEN 5
    WHEN {matches("satisfied", "satis|zufried|sodd|tevred")} THEN 4 END"""

_ANSWER = {
    "response_id": "response_id",
    "responded_at": "coalesce(ended_at, started_at)",
    "market": "market",
    "market_said": "market_said",
    "customer_key": "customer_key",
    "comment": "comment",
}

SURVEYMONKEY = Layout(
    platform="surveymonkey",
    kind="surveys",
    fields=(
        Field("response_id", ("Respondent ID",), "id", required=True),
        Field("collector", ("Collector ID",), "id", required=True),
        Field("started_at", ("Start Date",), "instant", required=True),
        Field("ended_at", ("End Date",), "instant"),
        Field("email", ("Email Address",), "contact"),
        Field("market", ("Custom Data 1", "Country", "Market"), "market"),
        Field("recommend", (), "text", pattern=RECOMMEND),
        Field("satisfied", (), "text", pattern=SATISFIED),
        Field("comment", (), "text", pattern=REASON),
        *personal("IP Address", "First Name", "Last Name"),
    ),
    targets=(
        Target(
            "surveys",
            _ANSWER | {"kind": "'nps'", "score": _SCORE},
            where="recommend IS NOT NULL",
            key="response_id",
        ),
        Target(
            "surveys",
            _ANSWER | {"kind": "'csat'", "score": _SATISFACTION},
            where=f"{_SATISFACTION} BETWEEN 1 AND 5",
            key="response_id",
        ),
    ),
    rules=(
        Rule("response_id IS NULL", "set_aside", N_("The row has no respondent number.")),
        Rule(f"recommend IS NULL AND ({_SATISFACTION}) IS NULL", "left_out",
             N_("Nothing was answered that can be scored.")),
        Rule(f"recommend IS NOT NULL AND coalesce({_SCORE} NOT BETWEEN 0 AND 10, true)", "set_aside",
             N_("The answer to the recommendation question is not on the scale from 0 to 10.")),
    ),
    reshape="two_headers",
    any_of=("recommend", "satisfied"),
)  # fmt: skip

# headers not verified
DELIGHTED = Layout(
    platform="delighted",
    kind="surveys",
    fields=(
        Field("response_id", ("ID", "Response ID"), "id"),
        Field("email", ("Email",), "contact"),
        Field("score", ("Score",), "count", required=True),
        Field("comment", ("Comment",), required=True),
        Field("ended_at", ("Response time", "Responded at", "Created at"), "instant", required=True),
        Field("started_at", ("Survey sent at",), "instant"),
        Field("market", ("Country", "Market", "Country (property)"), "market"),
        Field("channel", ("Delighted Source", "Source")),
        Field("device_type", ("Delighted Device Type",)),
        *personal("Name", "Phone"),
    ),
    targets=(Target("surveys", _ANSWER | {"kind": "'nps'", "score": "score"}, key="response_id"),),
    rules=(
        Rule("response_id IS NULL", "set_aside", N_("The row has no respondent number.")),
        Rule("score IS NULL", "left_out", N_("Nothing was answered that can be scored.")),
        Rule("score NOT BETWEEN 0 AND 10", "set_aside",
             N_("The answer to the recommendation question is not on the scale from 0 to 10.")),
    ),
    any_of=("channel", "device_type"),
)  # fmt: skip

LAYOUTS = (SURVEYMONKEY, DELIGHTED)
