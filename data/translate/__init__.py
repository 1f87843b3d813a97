"""Drafts of translations: the team's memory, Landfall's phrases, and a network engine that the user switches on."""

from data.translate.batch import Job, Summary, remaining, run
from data.translate.chain import AnswerCache, AnswersInMemory, Chain, Draft
from data.translate.engines import ENGINES, About, Engine, engine
from data.translate.faults import TranslateError
from data.translate.leaving import Leaving, screened, what_is_sent
from data.translate.pace import Limits

__all__ = [
    "ENGINES", "About", "AnswerCache", "AnswersInMemory", "Chain", "Draft", "Engine", "Job", "Leaving", "Limits",
    "Summary", "TranslateError", "engine", "remaining", "run", "screened", "what_is_sent",
]  # fmt: skip
