"""What would leave this machine, and where to, before it does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from data.translate.batch import Job
from data.translate.chain import Chain
from data.translate.engines import Engine
from data.translate.engines.engine import wordy
from data.translate.engines.libre import stays_near
from data.translate.masks import Masked, masked
from frameworks.labels import N_, Sentence
from frameworks.localization.glossary import Term

_MOST_NAMES = 12


@dataclass(frozen=True)
class Leaving:
    """What a run may send.

    texts, characters: at most; what the memory, the phrase pack or a kept answer has is not sent.
    host:      where to, empty when nothing is sent. locales: the languages asked for.
    encrypted: whether the way there is. near: whether the host is this machine or in a private network.
    sources:   the texts, as they leave. protected: words that do not leave. left_out: texts that no engine gets.
    sentences: all of it to show, most important first.
    """

    engine: str = ""
    host: str = ""
    texts: int = 0
    characters: int = 0
    locales: tuple[str, ...] = ()
    encrypted: bool = True
    near: bool = False
    sources: tuple[str, ...] = ()
    protected: tuple[str, ...] = ()
    left_out: int = 0
    sentences: tuple[Sentence, ...] = ()


def what_is_sent(
    engine: Engine | None, jobs: Sequence[Job], glossary: Collection[Term] = (),
    language: Callable[[str], str] = str,
) -> Leaving:  # fmt: skip
    """Return what a run of ``jobs`` would send to ``engine``; asks nobody and sends nothing.

    glossary: its protected terms stay here. language: gives the name of a locale as it is shown.
    """
    terms = {locale: tuple(term for term in glossary if term.kind == "protected" and term.holds_in(locale))
             for locale in {job.locale for job in jobs}}  # fmt: skip
    alike = {held: place for place, held in enumerate(dict.fromkeys(terms.values()))}
    places = {locale: alike[held] for locale, held in terms.items()}
    known: dict[tuple[str, str, int], tuple[Masked, bool]] = {}
    once: dict[tuple[str, str, str], None] = {}
    kept: dict[str, None] = {}
    left_out = 0
    for job in jobs:
        about = (job.item.source, job.item.source_language, places[job.locale])
        if about not in known:  # most locales have the same names
            made = masked(job.item.source, terms[job.locale], job.item.source_language)
            known[about] = (made, wordy(made.rest))
        sent, words = known[about]
        if job.item.plural or not words:
            left_out += 1
            continue
        once.setdefault((sent.text, job.item.source_language, job.locale))
        kept |= dict.fromkeys(sent.kept)
    if engine is None or not once:
        return Leaving(left_out=left_out, sentences=(Sentence(N_("Nothing leaves this machine.")),))
    address = engine.base_url or engine.url or f"https://{engine.host}"
    leaving = Leaving(
        engine.about.title, engine.host, len(once), sum(len(text) for text, _, _ in once),
        tuple(dict.fromkeys(locale for _, _, locale in once)), urlsplit(address).scheme == "https", stays_near(address),
        tuple(dict.fromkeys(text for text, _, _ in once)), tuple(kept), left_out,
    )  # fmt: skip
    return Leaving(**{**vars(leaving), "sentences": tuple(_sentences(engine, leaving, language))})


def screened(chain: Chain, jobs: Sequence[Job], enough: Callable[[], bool] = lambda: False) -> tuple[Job, ...]:
    """Return the jobs that the memory, the phrase pack and kept answers have no text for; sends nothing.

    enough: asked between jobs; from then on the rest counts as not found, since a look at all would take too long.
    """
    left: list[Job] = []
    for place, job in enumerate(jobs):
        if enough():
            return (*left, *jobs[place:])
        if chain.here(job.item, job.locale).translation is None:
            left.append(job)
    return tuple(left)


def _sentences(engine: Engine, leaving: Leaving, language: Callable[[str], str]) -> list[Sentence]:
    about = engine.about
    told = N_("To {engine} at {host}, to be put into {locales}. Texts at most: {texts}; characters: {characters}.")
    said = [
        Sentence(told, engine=about.title, host=engine.host, texts=leaving.texts, characters=leaving.characters,
                 locales=", ".join(map(language, leaving.locales))),
        Sentence(N_("With a text go its language and the one wanted; keys of texts, notes and names stay here.")),
        Sentence(N_("What the memory, the phrase pack or an earlier answer has is not sent.")),
    ]  # fmt: skip
    if leaving.protected:
        names = ", ".join(leaving.protected[:_MOST_NAMES]) + (" …" if len(leaving.protected) > _MOST_NAMES else "")
        said.append(Sentence(N_("Protected names stay here, a code goes in their place: {names}."), names=names))
    if leaving.left_out:
        told = N_("Left out are plural messages and texts without a word to translate: {count}.")
        said.append(Sentence(told, count=leaving.left_out))
    if leaving.near:
        said.append(Sentence(N_("That address is on this machine or in your own network.")))
    elif leaving.encrypted:
        said.append(Sentence(N_("On the way the texts are encrypted (HTTPS); the service reads them as plain words.")))
    else:
        said.append(Sentence(N_("The connection is not encrypted: whoever carries it can read the texts.")))
    if engine.secrets.get(about.key) or engine.secrets.get("libre_key" if about.own_server else ""):
        said.append(Sentence(N_("Your key goes along, to that address alone.")))
    if about.name == "mymemory" and engine.secrets.get("mymemory_email"):
        said.append(Sentence(N_("Your e-mail address goes along.")))
    return [*said, Sentence(about.caution)]
