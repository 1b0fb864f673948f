"""The keys of bibliographies in CSL JSON and YAML, which pandoc reads, too; no rule looks at the entries."""

import json
from typing import Any

import yaml

from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location, SourceText

SUFFIXES = (".json", ".yaml", ".yml")

# The compiled parser is ten times as fast and comes with every wheel of PyYAML.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_csl_keys(source: SourceText) -> tuple[frozenset[str], tuple[Fault, ...]]:
    """The ids of all entries, or why there are none."""
    try:
        content = _parsed(source)
    except (ValueError, RecursionError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        return frozenset(), (_fault(source, f"this is no bibliography in CSL: {reason}"),)
    entries = content.get("references", content.get("items")) if isinstance(content, dict) else content
    if not isinstance(entries, list):
        return frozenset(), (_fault(source, "this is no list of references"),)
    ids = (entry.get("id") for entry in entries if isinstance(entry, dict))
    return frozenset(str(name) for name in ids if name is not None), ()


def _parsed(source: SourceText) -> Any:
    if source.filename.endswith(".json"):
        return json.loads(source.text)
    return yaml.load(source.text, _LOADER)  # noqa: S506 - it is the safe loader, compiled


def _fault(source: SourceText, message: str) -> Fault:
    return Fault("RKT004", message, Location.top(source.filename), "Export the references anew.")
