r"""The settings of a review, from `reportkit.toml` or from `[tool.reportkit]` in `pyproject.toml`.

Every key may be left out:

    title = "Herons of the lower river"
    subtitle = "A review"
    version = "1.2"
    data-date = 2024-05-31  # the last day of the evidence
    language = "en-GB"
    kind = "narrative review"
    statement = "What the first page has to say."
    licence = "CC BY 4.0"
    keywords = ["herons", "rivers"]

    [[authors]]
    name = "Ann Reed"
    orcid = "0000-0002-1825-0097"

    [review]
    type = "narrative"  # or systematic, living, scoping
    conclusions = ["chapters/90-*"]

    [review.scope]
    "chapters/40-*" = ["young", "grey heron"]  # age groups and settings of the studies that belong there

    [paths]
    chapters = "chapters"
    bibliography = ["references.bib"]
    evidence = "evidence"
    metadata = "refs.lock.json"
    retractions = "retraction.lock.csv"

    [check]
    flavor = "pandoc"  # or quarto, rmarkdown, manubot; what a file's name tells where it is left out
    select = ["CIT", "NUM024"]
    extend-select = ["BIB050"]
    ignore = ["BIB007"]
    unfixable = ["CIT003"]
    fail-level = "error"
    baseline = "findings.json"
    today = 2024-06-30  # on which locks may be old; the data date where it is left out
    lock-days = 30
    evidence-months = 12
    structural-numbers = ['\d+ years old']

    [check.per-file-ignores]
    "chapters/90-*" = ["NUM"]

    [style]
    abbreviations = ["DNA"]
    required-sections = ["Methods", "Limits"]
    citation-position = "before"  # the full stop, or after
    largest-group = 6
    group-order = "year"  # or key
    group-authors = ["Heron Study Group"]
    protected-words = ["Rhine"]
    private-fields = ["file"]
    known-fields = ["shelf"]
    journals = ["Journal of Herons"]

    [style.terms]
    "grey heron" = ["gray heron", "common heron"]
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from reportkit.adapters.files import has_name, locate_file
from reportkit.adapters.settings_file import SettingsFile, find_settings
from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Fault
from reportkit.model.settings import FLAVORS, Author, Settings, Style

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_settings(root: Path) -> tuple[Settings, tuple[Fault, ...]]:
    """The settings of a project, or the defaults where it has none, and what they name in vain."""
    file = find_settings(root)
    if file is None:
        return Settings(), ()
    values = _read_table(file, "", file.content, _KEYS)
    for table, keys in _TABLES.items():
        values |= _read_table(file, table, file.content.get(table, {}), keys)
    style = Style(**_read_table(file, "style", file.content.get("style", {}), _STYLE))
    authors = tuple(_authors(file))
    places = {word: file.place_of_text(word) for word in _rule_words(values)}
    settings = Settings(**values, style=style, authors=authors, source=file.source, rule_locations=places)
    missing = (*_missing_evidence(root, file, values.get("evidence")), *_missing_locks(root, file, values))
    return settings, missing


def _rule_words(values: Mapping[str, Any]) -> Iterator[str]:
    for key in ("select", "extend_select", "ignore", "unfixable"):
        yield from values.get(key, ())
    for codes in values.get("per_file_ignores", {}).values():
        yield from codes


def _missing_evidence(root: Path, file: SettingsFile, folder: str | None) -> Iterator[Fault]:
    """A folder that is named but not there would switch off every rule about evidence."""
    if folder and not locate_file(root, folder).is_dir():
        hint = "Correct the name, or leave it out where there is no evidence database."
        yield Fault("RKT009", f"there is no folder `{folder}`", file.place("paths", "evidence"), hint)


def _missing_locks(root: Path, file: SettingsFile, values: Mapping[str, Any]) -> Iterator[Fault]:
    """A lock that is named but not there would switch off every rule that compares with it."""
    for key in ("metadata", "retractions"):
        name = values.get(key)
        if name and not has_name(root, name):
            hint = "Correct the name, fetch the file, or leave the setting out."
            yield Fault("RKT010", f"there is no file `{name}`", file.place("paths", key), hint)


class _MisfitError(Exception):
    """What a value has to be."""


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _MisfitError("has to be text in quotation marks")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise _MisfitError("has to be a list of texts in square brackets")
    return tuple(value)


def _date(value: Any) -> str:
    """A day, written as a date of TOML or as text."""
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise _MisfitError("has to be a date such as 2024-05-31") from error


def _language(value: Any) -> str:
    if not _LANGUAGE.fullmatch(_text(value)):
        raise _MisfitError("has to be a language such as en-GB")
    return str(value)


def _path(value: Any) -> str:
    path = PurePosixPath(_text(value))
    if not path.parts or path.is_absolute() or ".." in path.parts or not str(path).isprintable():
        raise _MisfitError("has to be a path within the project")
    return str(path)


def _paths(value: Any) -> tuple[str, ...]:
    return tuple(map(_path, _texts(value)))


def _patterns(value: Any) -> tuple[str, ...]:
    for pattern in _texts(value):
        try:
            re.compile(pattern)
        except re.error as error:
            raise _MisfitError(f"holds `{pattern}`, which is no regular expression: {error.msg}") from error
    return tuple(value)


def _lists(value: Any) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(value, Mapping):
        raise _MisfitError("has to be a table of lists")
    return {str(key): _texts(texts) for key, texts in value.items()}


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _MisfitError("has to be a whole number from 1")
    return value


def _one_of(*words: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in words:
            raise _MisfitError(f"has to be one of: {', '.join(words)}")
        return str(value)

    return read


_Readers = Mapping[str, Callable[[Any], Any]]

_KEYS: _Readers = {
    "title": _text,
    "subtitle": _text,
    "version": _text,
    "data-date": _date,
    "language": _language,
    "kind": _text,
    "statement": _text,
    "licence": _text,
    "keywords": _texts,
}
_TABLES: Mapping[str, _Readers] = {
    "review": {
        "type": _one_of("systematic", "living", "scoping", "narrative"),
        "conclusions": _texts,
        "scope": _lists,
    },
    "paths": {
        "chapters": _path,
        "bibliography": _paths,
        "evidence": _path,
        "metadata": _path,
        "retractions": _path,
    },
    "check": {
        "flavor": _one_of(*FLAVORS),
        "select": _texts,
        "extend-select": _texts,
        "ignore": _texts,
        "per-file-ignores": _lists,
        "unfixable": _texts,
        "fail-level": _one_of("error", "warning", "info"),
        "baseline": _path,
        "today": _date,
        "lock-days": _whole,
        "evidence-months": _whole,
        "structural-numbers": _patterns,
    },
}
_STYLE: _Readers = {
    "abbreviations": _texts,
    "terms": _lists,
    "required-sections": _texts,
    "citation-position": _one_of("before", "after"),
    "largest-group": _whole,
    "group-order": _one_of("key", "year"),
    "group-authors": _texts,
    "protected-words": _texts,
    "private-fields": _texts,
    "known-fields": _texts,
    "journals": _texts,
}
_AUTHOR: _Readers = {"name": _text, "orcid": _text}


def _read_table(file: SettingsFile, table: str, content: Any, readers: _Readers) -> dict[str, Any]:
    """The values of a table by the names that `Settings` gives them."""
    if not isinstance(content, Mapping):
        raise file.refusal(
            "", table, f"`{table}` has to be a table", f"Write `[{table}]` and the keys below it."
        )
    known = [*readers, *(() if table else (*_TABLES, "style", "authors"))]
    values: dict[str, Any] = {}
    for key, value in content.items():
        if key not in known:
            raise file.refusal(table, key, f"there is no setting `{key}`", _meant(key, known))
        if key in readers:
            try:
                values[key.replace("-", "_")] = readers[key](value)
            except _MisfitError as misfit:
                raise file.refusal(table, key, f"`{key}` {misfit}") from misfit
    return values


def _meant(key: str, known: Sequence[str]) -> str:
    """What to do about a key that is not known here, but may be elsewhere."""
    tables = {**_TABLES, "style": _STYLE}
    home = next((table for table, keys in tables.items() if key in keys), "")
    return (
        f"It belongs below `[{home}]`."
        if home
        else did_you_mean(key, known) or f"Known here: {', '.join(known)}."
    )


def _authors(file: SettingsFile) -> Iterator[Author]:
    content = file.content.get("authors", [])
    if not isinstance(content, list):
        raise file.refusal(
            "", "authors", "`authors` has to be a list", "Write `[[authors]]` for each of them."
        )
    for author in content:
        if not isinstance(author, Mapping):
            raise file.refusal(
                "",
                "authors",
                "each author has to be a table",
                'Write `[[authors]]` and `name = "…"` below it.',
            )
        values = _read_table(file, "authors", author, _AUTHOR)
        if not values.get("name"):
            raise file.refusal("", "authors", "an author has no name", 'Write `name = "…"`.')
        yield Author(**values)
