"""What would leave this machine, and where to, before it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from data.translate.batch import Job
from data.translate.engines import Engine
from data.translate.engines.libre import stays_near
from frameworks.labels import N_, Sentence


@dataclass(frozen=True)
class Leaving:
    """What a run may send.

    texts, characters: at most; what the memory, the phrase pack or a kept answer has is not sent.
    host:      where to, empty when nothing is sent. locales: the languages asked for.
    encrypted: whether the way there is. near: whether the host is this machine or in a private network.
    sentences: all of it to show, most important first.
    """

    engine: str = ""
    host: str = ""
    texts: int = 0
    characters: int = 0
    locales: tuple[str, ...] = ()
    encrypted: bool = True
    near: bool = False
    sentences: tuple[Sentence, ...] = ()


def what_is_sent(engine: Engine | None, jobs: Sequence[Job]) -> Leaving:
    """Return what a run of ``jobs`` would send to ``engine``; asks nobody and sends nothing."""
    going = [job for job in jobs if not job.item.plural and job.item.source.strip()]
    if engine is None or not going:
        return Leaving(sentences=(Sentence(N_("Nothing leaves this machine.")),))
    about, address = engine.about, engine.base_url or engine.url or f"https://{engine.host}"
    once = {(job.item.source, job.item.source_language, job.locale) for job in going}
    locales = tuple(dict.fromkeys(job.locale for job in going))
    characters = sum(len(source) for source, _, _ in once)
    near, encrypted = stays_near(address), urlsplit(address).scheme == "https"
    return Leaving(
        about.title, engine.host, len(once), characters, locales, encrypted, near,
        tuple(_sentences(engine, len(once), characters, locales, encrypted, near)),
    )  # fmt: skip


def _sentences(
    engine: Engine, texts: int, characters: int, locales: tuple[str, ...], encrypted: bool, near: bool
) -> list[Sentence]:
    about = engine.about
    told = N_("To {engine} at {host}, to be put into {locales}. Texts at most: {texts}; characters: {characters}.")
    said = [
        Sentence(told, engine=about.title, host=engine.host, texts=texts, characters=characters,
                 locales=", ".join(locales)),
        Sentence(N_("With a text go its language and the one wanted; keys of texts, notes and names stay here.")),
        Sentence(N_("What the memory, the phrase pack or an earlier answer has is not sent.")),
    ]  # fmt: skip
    if near:
        said.append(Sentence(N_("That address is on this machine or in your own network.")))
    elif not encrypted:
        said.append(Sentence(N_("The connection is not encrypted: whoever carries it can read the texts.")))
    if engine.secrets.get(about.key) or engine.secrets.get("libre_key" if about.own_server else ""):
        said.append(Sentence(N_("Your key goes along, to that address alone.")))
    if about.name == "mymemory" and engine.secrets.get("mymemory_email"):
        said.append(Sentence(N_("Your e-mail address goes along.")))
    return [*said, Sentence(about.caution)]
