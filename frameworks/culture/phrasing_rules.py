"""The rules of the guard of phrasing: word lists, and the forms of sentence that they make.

Each rule is a kind of mark, a pattern, and what lets a sentence off: ``hedge`` (tends to, on average, more than)
or ``report`` (a share with a figure, a study, a year in brackets).
"""

from __future__ import annotations

import re
from functools import cache

from frameworks.culture import peoples

_ADVERBS = (
    r"(?:(?:also|really|simply|just|generally|usually|normally|typically|naturally|still|often|mostly|all|both|only|"
    r"very)\s+){0,2}"
)
_FEEL = (
    "expect|want|love|hate|like|dislike|value|prefer|avoid|respect|trust|distrust|mistrust|fear|believe|think|feel|"
    "care|enjoy|appreciate|insist|demand|refuse|tolerate|complain|haggle|bargain|lie|cheat|need|seek|crave|honou?r|"
    "judge|adore|prize|worship|obey|mind|resent|despise|cherish|shun|accept|reject|forgive|interrupt"
)
"""What one feels, wants and values, in the plural."""
_FEELS = (
    "expects|wants|loves|hates|likes|dislikes|values|prefers|avoids|respects|trusts|distrusts|mistrusts|fears|"
    "believes|thinks|feels|cares|enjoys|appreciates|insists|demands|refuses|tolerates|complains|haggles|bargains|"
    "lies|cheats|needs|seeks|craves|honou?rs|judges|adores|prizes|worships|obeys|minds|resents|despises|cherishes|"
    "shuns|hides|keeps|plans|works"
)
_COUNTRY_FEELS = (
    "loves|hates|likes|dislikes|values|prefers|avoids|respects|trusts|distrusts|fears|believes|enjoys|appreciates|"
    "adores|prizes|worships|obeys|cherishes|shuns|thinks|feels"
)
_TRAITS = (
    "polite|impolite|rude|punctual|late|lazy|hard-?working|diligent|efficient|inefficient|orderly|disciplined|"
    "chaotic|direct|indirect|blunt|reserved|warm|cold|distant|formal|informal|relaxed|friendly|unfriendly|loud|quiet|"
    "shy|strict|religious|superstitious|stingy|thrifty|frugal|generous|risk[- ]averse|passionate|emotional|"
    "unemotional|temperamental|proud|modest|humble|arrogant|honest|dishonest|corrupt|loyal|disloyal|patient|"
    r"impatient|stubborn|rigid|flexible|conservative|traditional|hierarchical|collectivist\w*|individualist\w*|"
    "masculine|feminine|obedient|submissive|aggressive|assertive|competitive|cooperative|trusting|distrustful|"
    "suspicious|sentimental|romantic|humou?rless|serious|fun-loving|easy-?going|laid[- ]back|group-oriented|"
    "family-oriented|status-conscious|price-conscious|price-sensitive|brand-conscious|materialistic|pedantic|precise|"
    "perfectionists?|inscrutable|clannish|backward|primitive|civili[sz]ed|fatalistic|pessimistic|optimistic|"
    "demanding|picky|fussy|sensitive|open-minded|closed|hospitable|indulgent|restrained|afraid|obsessed|known for|"
    "good at|bad at|born|used to|keen|fond|high-context|low-context|uncertainty[- ]avoiding|long-term|short-term|"
    "more|less|very|so|too|not|all|always|never|quite"
)
"""Words for character; the last ones lead on to one."""
_LOOSE = (
    "more|less|very|so|too|not|all|always|never|quite|used to|known for|good at|bad at|late|closed|long-term|short-term"
)
"""Of these, what says too little of a country to be a mark."""
_PERSONAL = (
    "polite|impolite|rude|punctual|lazy|hard-?working|diligent|disciplined|blunt|reserved|unfriendly|shy|"
    "superstitious|stingy|thrifty|frugal|passionate|emotional|proud|arrogant|honest|dishonest|loyal|impatient|"
    "stubborn|obedient|submissive|hospitable|pedantic|perfectionists?|inscrutable|fatalistic|picky|fussy|"
    "collectivists?|individualists?|risk[- ]averse"
)
"""Character that is said of persons only, so that “they are …” can mean nobody else."""
_DOES = (
    "can|could|may|might|must|should|will|get|gets|receive|pay|enter|see|find|return|vote|live|need|have"
)
"""After persons of a place these tell of facts and duties more often than of character."""
_NOT_A_VERB = (
    "and|or|in|of|at|from|to|for|with|as|by|on|who|whom|whose|that|which|than|but|nor|abroad|apart|here|there|alike|"
    "is|was|were|had|would|paid|bought|said|rated|chose|gave|saw|took|spent|made|did|the|a|an|via|per|versus|vs|"
    "between|among|within|aged|under|over|into|after|before|during|if|when|where|while|because|since|rather|it|this|"
    "they|we|you|he|she|i"
)
_GROUPS = (
    r"women|men|housewives|mothers|older\s+people|the\s+elderly|seniors|millennials|gen\s?z|boomers|teenagers|young\s+people|"
    r"the\s+poor|the\s+rich|foreigners|immigrants|migrants"
)
_POLES = (
    r"collectivist(?:ic)?|individualist(?:ic)?|masculine|feminine|high-context|low-context|uncertainty[- ]avoiding|"
    r"universalist(?:ic)?|particularist(?:ic)?|indulgent|restrained|hierarchical|polychronic|monochronic|short-term|long-term-oriented"
)
_CHARACTER = (
    r"mentality|mindset|temperament|character|soul|blood|psyche|mind|way\s+of\s+(?:thinking|life)|work\s+ethic|punctuality|"
    r"efficiency|thoroughness|politeness|temper|passion|pride|directness|laziness|hospitality|discipline|stubbornness|nature|"
    r"virtue|vice|modesty|arrogance|generosity|coldness|patience|obsession"
)
_BY_BIRTH = (
    r"(?<!instead of a )national\s+characters?|in\s+(?:their|its|the)\s+(?:blood|dna|genes|nature)|"
    r"born\s+(?:sales(?:men|people)|negotiators|traders|leaders|followers)|hard-?wired|innately"
)
_EVERYONE = r"everyone|everybody|no\s?one|nobody|all\s+people|all\s+of\s+them|all\s+(?:buyers|customers)"
_REACHING = r"appeals?\s+to|loved\s+by|popular\s+with|annoys?|offends?|scares?|pleases?|natural\s+to"
_DEALING = r"(?:dealing|negotiating|working)\s+with|means?\s+\w+\s+to"

Rule = tuple[str, re.Pattern[str], frozenset[str]]
_HEDGE, _REPORT = frozenset({"hedge", "report"}), frozenset({"report"})
_NOTHING: frozenset[str] = frozenset()


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules, those that leave nobody out first; of two marks on the same words the first counts."""
    listed = [*_of_everyone(), *_of_character(), *_of_a_people(), *_of_a_country(), *_of_a_place(), *_of_poles_and_groups()]
    return tuple((kind, re.compile(pattern), lets_off) for kind, pattern, lets_off in listed)


def _persons() -> str:
    return f"(?i:{peoples.PERSONS})"


def _person() -> str:
    return f"(?i:{peoples.PERSON})"


def _feel() -> str:
    """A verb of feeling in the plural, also denied: ``do not like``, ``always want``."""
    return (
        rf"(?i:{_ADVERBS}(?:(?:do\s+not|don't|cannot|can't)\s+(?:{_FEEL})|(?:will|won't|always|never)\s+\w+|{_FEEL}))\b"
    )


def _feels() -> str:
    return (
        rf"(?i:{_ADVERBS}(?:(?:does\s+not|doesn't|cannot|can't)\s+(?:{_FEEL})|(?:will|won't|always|never)\s+\w+|"
        rf"{_FEELS}))\b"
    )


def _are(verb: str = r"are|aren't|were") -> str:
    return rf"(?i:(?:{verb})\s+(?:by\s+nature\s+|{_ADVERBS})(?:{_TRAITS}))\b"


def _is() -> str:
    return _are(r"is|isn't")


def _verb() -> str:
    """Any word that may be a verb in the present: no little word, no -ed, no -ing."""
    past = r"(?!(?!need\b|feed\b|succeed\b|proceed\b)\w+(?:ed|ing)\b)"
    return rf"(?i:(?!(?:{_NOT_A_VERB})\b){past}[a-z][\w'-]*)"


def _where() -> str:
    near = r"this\s+country|these\s+countries|that\s+country"
    return rf"(?:(?i:here|there|over\s+there|abroad)|(?i:in|from|of)\s+(?:(?i:{near})|{peoples.place()}))"


def _of_everyone() -> list[tuple[str, str, frozenset[str]]]:
    named = rf"(?:{peoples.many()}|{peoples.one()}\b|{peoples.adjective()}\s+(?:{_persons()}|{_person()}))"
    always = (
        r"(?:always|never|all)\s+(?!\w+ed\b|shown\b|in\b|the\b|then\b)|"
        rf"are\s+(?:always|never|all)\s+(?:{_TRAITS})\b"
    )
    return [
        ("every", rf"\b(?i:all|every|each|no|any)\s+(?:(?i:the)\s+)?{named}\b", _REPORT),
        ("every", rf"\b(?i:{_EVERYONE})\s+{_where()}\s+(?:{_feels()}|{_is()}|{_feel()}|\w+)", _NOTHING),
        ("every", rf"\b(?:{_persons()}\s+{_where()}|(?i:they))\s+(?i:{always})(?:\w+)?", _NOTHING),
    ]


def _of_character() -> list[tuple[str, str, frozenset[str]]]:
    adjective, one = peoples.adjective(), peoples.one()
    like = r"(?:stereo)?typical(?:ly)?|quintessential(?:ly)?|true|real|proper|so|very|such\s+a"
    things = r"time|name|data|address|price|text|currency|language"
    because = r"(?:because|since|as)\s+(?:he|she|they)\s+(?:is|are|was|were)|being"
    return [
        ("typical", rf"\b(?i:{like})\s+(?i:un)?{adjective}s?\b(?!\s+(?i:{things}))", _NOTHING),
        ("typical", rf"\b{adjective}\s+(?i:{_CHARACTER})\b", _NOTHING),
        ("typical", rf"\b(?i:{_BY_BIRTH})\b", _NOTHING),
        ("typical", rf"\b(?i:{because})\s+(?:(?i:a|an)\s+)?{adjective}\b", _NOTHING),
        ("typical", rf"\b(?i:as\s+(?:a|an))\s+(?:{one}|{adjective}\s+{_person()})\s*,", _NOTHING),
    ]


def _of_a_people() -> list[tuple[str, str, frozenset[str]]]:
    """Rules with a group ``who``: the people named, on whom it depends whether a hedge lets the sentence off."""
    many, together, adjective = peoples.many(), peoples.together(), peoples.adjective()
    some, the = r"a|an|the|your|average|typical", r"(?i:the\s+)?"
    modal = r"are|aren't|have|do\s+not|don't|tend|may|might|could|can|would|seem"
    acts = rf"(?i:{_ADVERBS}(?!(?:{_DOES})\b)){_verb()}"
    alone = rf"(?:{many}|{together}\b(?!\s+\w))"
    dealt = rf"(?:{many}|{together}\b(?!\s+\w+s?\b\s+\w))"
    listed = [
        rf"\b(?P<who>{the}{many})\s+{_ADVERBS}{_verb()}",
        rf"\b(?P<who>{the}{together})\s+(?:{_feel()}|(?i:{modal})\b)",
        rf"\b(?P<who>{the}{adjective}\s+(?:\w+\s+)?{_persons()})\s+(?:{_feel()}|{_are()}|{acts})",
        rf"\b(?P<who>{the}{many})\s*[:,]\s+(?i:{_TRAITS})\b",
        rf"\b(?P<who>(?i:{_DEALING})\s+{the}{dealt})",
        rf"\b(?P<who>(?i:{some})\s+(?:(?i:average|typical)\s+)?{adjective}\s+{_person()})\s+(?:{_feels()}|{_is()})",
        rf"\b(?P<who>(?i:a|an|the\s+(?:average|typical))\s+{peoples.one()})\s+(?:{_feels()}|{_is()})",
        rf"\b(?P<who>(?i:{_REACHING})\s+{the}{alone})",
    ]
    return [("people", pattern, _HEDGE) for pattern in listed]


def _of_a_country() -> list[tuple[str, str, frozenset[str]]]:
    place, loose = peoples.place(), frozenset(_LOOSE.split("|"))
    traits = "|".join(trait for trait in _TRAITS.split("|") if trait not in loose)
    nation = rf"(?:{place}|(?i:the)\s+{peoples.adjective()}\s+(?i:culture|society|nation))"
    listed = [
        rf"\b{place}\s+{_ADVERBS}(?i:{_COUNTRY_FEELS})\b",
        rf"\b{nation}\s+(?i:is|isn't)\s+(?i:(?:a|an|very|so|quite)\s+)*(?i:{traits})\b",
        r"\b(?i:in\s+(?:this|that|their)\s+culture\b|this\s+is\s+a\s+culture\s+(?:of|that|where))",
    ]
    return [("country", pattern, _HEDGE) for pattern in listed]


def _of_a_place() -> list[tuple[str, str, frozenset[str]]]:
    persons, place = _persons(), peoples.place()
    locals_ = r"(?i:the\s+(?:locals|natives)|locals|natives)"
    those = r"(?i:the\s+(?:locals|natives)|those\s+people|these\s+people)"
    somebody = rf"(?:{persons}|(?i:everyone|everybody|they|one))"
    listed = [
        rf"\b(?:{persons}|{locals_})\s+{_where()}\s+(?:{_feel()}|{_are()})",
        rf"\b{place}'s\s+{persons}\s+(?:{_feel()}|{_are()}|(?i:cannot|can't|never|always)\b)",
        rf"\b(?i:{_EVERYONE})\s+(?i:\w+s)\s+(?:\w+\s+){{0,2}}(?i:in)\s+{place}\b",
        rf"\b(?i:they)\s+(?i:{_FEEL})\s+(?:[\w'-]+\s+){{0,4}}(?i:there|over\s+there)\b",
        rf"\b(?i:in)\s+{place},?\s+(?:(?i:the)\s+)?{somebody}\s+(?:{_feel()}|{_feels()}|{_are()}|{_is()})",
        rf"\b{those}\s+(?:{_feel()}|{_are()}|(?i:don't|do\s+not)\b)",
        rf"\b(?i:they\s+are)\s+(?i:(?:very|so|too|quite|simply|just|by\s+nature)\s+)?(?i:{_PERSONAL})\b",
    ]
    return [("place", pattern, _HEDGE) for pattern in listed]


def _of_poles_and_groups() -> list[tuple[str, str, frozenset[str]]]:
    folk = rf"(?:{_persons()}|(?i:cultures?|societ(?:y|ies)|nations?|countr(?:y|ies)|mentalit(?:y|ies)|peoples))"
    poled = r"collectivists|individualists|universalists|particularists|uncertainty[- ]avoiders"
    return [
        ("label", rf"\b(?i:{poled})\b", _REPORT),
        ("label", rf"\b(?i:{_POLES})\s+{folk}\b", _REPORT),
        ("group", rf"(?<![\w-])(?i:{_GROUPS})\s+(?:{_feel()}|{_are()})", _HEDGE),
    ]
