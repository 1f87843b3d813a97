"""Keeps the catalogues complete: collects the texts, finds what is missing or unmarked."""

from __future__ import annotations

import ast
import csv
import re
import string
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from frameworks.kpi.definition import parse_kpi

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("components", "pages", "frameworks", "data")
SCREEN_ROOMS = ("components", "pages")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
TABLE_COLUMNS = {
    "indicator_list": ("name", "unit", "limit"),
    "indicator_sources": ("producer", "edition", "licence"),
    "benchmarks": ("scope",),
    "dilemmas": ("prompt", "first_option", "second_option"),
    "implications": ("advice",),
    "incidents": ("title", "situation"),
    "incident_options": ("text", "why"),
    "quiz_questions": ("text", "right", "wrong_1", "wrong_2", "wrong_3", "why"),
    "lint_words": ("why", "advice"),
    "platforms": ("unit", "note"),
    "rules": ("duty",),
    "semiotics": ("item", "meaning", "culture", "context"),
    "shopping_events": ("name", "rule", "note"),
    "support_evidence": ("statement", "unit", "scope"),
    "trompenaars_items": ("item", "note"),
    "taxes": ("note", "duty_note", "tax_note", "unchecked_note"),
}
KPI_WORDS = ("title", "formula", "meaning", "source")

TEXT_CALLS = frozenset(
    """
    title header subheader write markdown caption text badge html metric info warning error success toast
    exception status spinner progress button download_button link_button form_submit_button menu_button
    popover expander dialog tabs checkbox toggle radio selectbox multiselect slider select_slider text_input
    number_input text_area date_input time_input color_picker file_uploader segmented_control pills feedback
    chat_input Column TextColumn NumberColumn ProgressColumn LinkColumn CheckboxColumn SelectboxColumn
    DateColumn LineChartColumn BarChartColumn ListColumn ButtonColumn MarkdownColumn
    """.split()  # noqa: SIM905
)
TEXT_ARGUMENTS = frozenset({"label", "help", "placeholder", "alt", "title", "page_title", "text"})
NOT_SCREENS = frozenset({"log", "logger", "logging", "LOG", "warnings"})
ALLOWED = "# words: ok"


def catalogue_files() -> list[Path]:
    """The catalogues, one a language."""
    return sorted((ROOT / "components" / "locale").glob("*.po"))


# --- collecting ---------------------------------------------------------------------


def template() -> Catalog:
    """Every text there is to translate, from the code and from the reference tables."""
    found = Catalog(project="Landfall", charset="utf-8")
    for file in _sources(ROOMS):
        name = file.relative_to(ROOT).as_posix()
        for _line, text, comments, _context in extract_from_file(
            "python", file, keywords=KEYWORDS, comment_tags=["Translators:"], strip_comment_tags=True
        ):
            if any(text if isinstance(text, tuple) else (text,)):
                found.add(text, locations=[(name, None)], auto_comments=comments)
        for text in inside_strings(file.read_text(encoding="utf-8")):
            found.add(text, locations=[(name, None)])
    for name, text in (*_table_texts(), *_kpi_texts()):
        found.add(text, locations=[(name, None)])
    return found


def inside_strings(code: str) -> Iterator[str | tuple[str, str]]:
    """Return the texts that are marked inside f-strings, which tell their parts only from Python 3.12 on."""
    for string_ in (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.JoinedStr)):
        for call in (node for node in ast.walk(string_) if isinstance(node, ast.Call)):
            texts = [part.value for part in call.args[:2] if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            if isinstance(call.func, ast.Name) and call.func.id in KEYWORDS and texts:
                yield (texts[0], texts[1]) if call.func.id == "ngettext" else texts[0]


def _sources(rooms: Iterable[str]) -> list[Path]:
    return [file for room in rooms for file in sorted((ROOT / room).rglob("*.py"))]


def _table_texts() -> Iterator[tuple[str, str]]:
    """The words of the reference tables that pages show: file and text."""
    folder = ROOT / "data" / "reference"
    for file in sorted(folder.glob("*.meta.yaml")):
        meta = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
        licence = meta.get("licence") or {}
        texts = [meta.get("title"), meta.get("description"), *(meta.get("limits") or ()), licence.get("name"), licence.get("note")]
        for column in (meta.get("columns") or {}).values():
            texts += [column.get("unit"), column.get("description")]
        yield from ((file.relative_to(ROOT).as_posix(), text) for text in texts if text)
    for name, columns in TABLE_COLUMNS.items():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield from ((f"data/reference/{name}.csv", row[column]) for column in columns if row[column].strip())


def _kpi_texts() -> Iterator[tuple[str, str]]:
    """The words in the headers of the KPI files: file and text."""
    folder = ROOT / "frameworks" / "kpi" / "sql"
    for file in sorted([*folder.glob("*.sql"), *folder.glob("counts/*.sql")]):
        text = file.read_text(encoding="utf-8")
        if text.startswith("-- title:"):
            kpi = parse_kpi(file.stem, text)
            yield from ((file.relative_to(ROOT).as_posix(), getattr(kpi, word)) for word in KPI_WORDS)


def update() -> list[str]:
    """Bring every catalogue up to date with the texts, keeping translations; a line a file."""
    wanted = template()
    report = []
    for file in catalogue_files():
        with file.open("rb") as source:
            catalogue = read_po(source, locale=file.stem, ignore_obsolete=True)
        catalogue.update(wanted, no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        for message in catalogue:
            message.flags.discard("python-format")  # "9 % of" is a share, and texts are filled by name
        with file.open("wb") as target:
            write_po(target, catalogue, width=100, sort_by_file=True, include_lineno=False)
        missing = sum(not _translated(message) for message in catalogue if message.id)
        report.append(f"{file.name}: {len(catalogue)} texts, {missing} untranslated")
    return report


# --- checking -----------------------------------------------------------------------


def gaps(file: Path, wanted: Catalog | None = None) -> list[str]:
    """What is wrong with a catalogue: one line for each text that is not ready."""
    with file.open("rb") as source:
        catalogue = read_po(source, locale=file.stem)
    return [
        f"{file.name}: {problem}: {_shown(message.id)}"
        for message in (wanted or template())
        if message.id and (problem := _problem(message, catalogue.get(message.id)))
    ]


def _problem(wanted: Message, message: Message | None) -> str | None:
    if message is None:
        return "not collected, run `make words`"
    if not _translated(message):
        return "untranslated"
    if message.fuzzy:
        return "fuzzy"
    texts = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    ids = wanted.id if isinstance(wanted.id, (tuple, list)) else (wanted.id,)
    allowed = set().union(*map(placeholders, ids))
    # One plural form may drop the count ("one market"), none may invent a name.
    needed = set.intersection(*map(placeholders, ids))
    if any(not needed <= placeholders(text) <= allowed for text in texts):
        return "placeholders differ"
    return None


def _translated(message: Message) -> bool:
    texts = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return all(texts)


def placeholders(text: str) -> set[str]:
    """Names between braces, ``{"market"}`` for ``"{market} leads"``.

    A text whose braces do not parse has the placeholder ``"?"``, which matches no other.
    """
    try:
        return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {"?"}


def _shown(text: str | tuple[str, ...]) -> str:
    first = text if isinstance(text, str) else text[0]
    return repr(first if len(first) <= 80 else first[:77] + "...")


def unmarked(files: Iterable[Path] | None = None) -> list[str]:
    """Texts handed to the screen without ``_``: ``file:line call: text``, one a finding."""
    found = []
    for file in files if files is not None else _sources(SCREEN_ROOMS):
        source = file.read_text(encoding="utf-8")
        lines = source.splitlines()
        name = file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file.name
        for node in ast.walk(ast.parse(source, str(file))):
            if isinstance(node, ast.Call):
                for text in _bare_texts(node):
                    if not any(ALLOWED in line for line in lines[node.lineno - 1 : node.end_lineno]):
                        found.append(f"{name}:{node.lineno} {_called(node)}: {_shown(text)}")
    return found


def _bare_texts(call: ast.Call) -> Iterator[str]:
    name = _called(call)
    if name in ("_", "N_", "ngettext"):
        # gettext looks up whole texts: one built at run time is never found
        yield from (ast.unparse(arg) for arg in call.args[:1] if isinstance(arg, (ast.JoinedStr, ast.BinOp)))
        return
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    if isinstance(owner, ast.Name) and owner.id in NOT_SCREENS:
        return
    parts = [keyword.value for keyword in call.keywords if keyword.arg in TEXT_ARGUMENTS]
    if name in TEXT_CALLS and owner is not None:
        parts += call.args[:1]
    for part in parts:
        for item in part.elts if isinstance(part, (ast.List, ast.Tuple)) else [part]:
            text = _literal(item)
            if _has_words(text):
                yield text


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _literal(node: ast.expr) -> str:
    """The fixed words of an expression; what is computed stands as a blank."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.JoinedStr):
        return "".join(_literal(part) if isinstance(part, ast.Constant) else "\0" for part in node.values)
    if isinstance(node, ast.BinOp):
        return f"{_literal(node.left)}\0{_literal(node.right)}"
    if isinstance(node, ast.IfExp):
        return f"{_literal(node.body)}\0{_literal(node.orelse)}"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        return _literal(node.func.value)
    return ""


def _has_words(text: str) -> bool:
    if re.fullmatch(r"\w+:[QNOTG]", text):  # a chart's column, not its words
        return False
    text = re.sub(r"<style.*?</style>|<script.*?</script>|<[^>]*>", " ", text, flags=re.DOTALL)
    text = re.sub(r":[a-z_]+/[a-z0-9_]+:|:[a-z-]+\[|&[a-z]+;|\{[^}]*\}|https?://\S+", " ", text)
    return bool(re.search(r"[^\W\d_]{2,}", text))


def main(arguments: list[str]) -> int:
    """The command line: ``update`` or ``check``; returns the exit code."""
    if arguments == ["update"]:
        print("\n".join(update()))
        return 0
    if arguments == ["check"]:
        wanted = template()
        problems = unmarked() + [line for file in catalogue_files() for line in gaps(file, wanted)]
        print("\n".join(problems) or "All texts are marked and translated.")
        return 1 if problems else 0
    print("Usage: python -m components.words update | check")
    return 2
