"""One translation that no person wrote here: a draft, or what a file holds."""

from __future__ import annotations

from dataclasses import replace

from sqlite_utils import Database

from data.studio import rows
from data.studio.journal import Journal
from frameworks.labels import N_, Sentence
from frameworks.localization.items import ContentError, Translation, locale_code
from frameworks.localization.states import STATES


def put(
    db: Database, journal: Journal, made: Translation, *, over: bool, approved_too: bool = False
) -> Sentence | None:  # fmt: skip
    """Write it inside the caller's transaction, or return why it is left out.

    over: False leaves alone what has a translation; approved_too: even what is approved is replaced.
    """
    try:
        made = replace(made, locale=locale_code(made.locale))
    except ContentError as error:
        return error
    if made.state not in STATES:
        made = replace(made, state="needs_review")
    found = db.execute("SELECT id, digest FROM studio_items WHERE key = ?", [made.key]).fetchone()
    if found is None:
        return Sentence(N_("There is no text of this key."))
    held = rows.held(db, found[0], made.locale)
    if held and (held[0].text, held[0].state) == (made.text, made.state):
        return None
    if held and not over:
        return Sentence(N_("It has a translation already."))
    if held and held[0].state == "approved" and not approved_too:
        return Sentence(N_("It is approved; a draft does not replace it."))
    author = made.by if made.origin == "person" else ""
    journal.put(found[0], made.locale, replace(made, source_digest=made.source_digest or found[1], at=made.at or journal.at),
                author)  # fmt: skip
    return None
