"""What may be shown of a database's address, and what must not appear in any message."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from data.warehouse.engines import EngineError

_SECRET = re.compile(r"pass|token|secret|key", re.IGNORECASE)
_NAMES = {"postgres": "PostgreSQL", "postgresql": "PostgreSQL", "spark": "Spark", "sc": "Spark"}


def place(url: str, schema: str | None = None) -> str:
    """Return the engine, host, database and schema of an address: ``PostgreSQL (db.example.com, shop.public)``.

    No user, password, port or parameter; only the engine where the rest cannot be read.
    """
    scheme = url.partition(":")[0].lower()
    name = _NAMES.get(scheme, "")
    try:
        parts = urlsplit(url)
        host, path, named = parts.hostname or "", parts.path, dict(parse_qsl(parts.query)).get("schema")
    except ValueError:
        return name
    database = path.strip("/") if name == "PostgreSQL" else ""
    inner = ".".join(part for part in (unquote(database), named or schema or "") if part)
    where = ", ".join(part for part in (host, inner) if part)
    return f"{name} ({where})" if where else name


def without_secrets(error: EngineError, url: str) -> EngineError:
    """Return the error with every secret of an address blanked in what it quotes."""
    hidden = _secrets(url)

    def clean(value: object) -> object:
        text = str(value)
        for secret in hidden:
            text = text.replace(secret, "•••")
        return text

    return EngineError(error.template, **{name: clean(value) for name, value in error.values.items()})


def _secrets(url: str) -> list[str]:
    """Return what an address holds that nobody may read, longest first: itself, the password, keys and tokens."""
    found = {url}
    # Spark Connect writes its parameters after semicolons; either way the text between two signs is the value.
    found |= {value for name, value in re.findall(r"[?&;/]([^=?&;/@]*)=([^?&;]*)", url) if _SECRET.search(name)}
    if credentials := re.match(r"[^/]*//[^:/@]*:(.*)@", url):
        found.add(credentials[1])
    found |= {unquote(secret) for secret in found}
    return sorted((secret for secret in found if secret), key=len, reverse=True)
