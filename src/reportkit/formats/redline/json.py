"""A comparison as JSON, for other programs."""

import json
from dataclasses import is_dataclass
from typing import Any

from reportkit.model.location import Location
from reportkit.redline.comparison import Redline

SCHEMA_VERSION = 1


def render_json(redline: Redline) -> str:
    """All that differs, without the merged text; a place is `file:row:column`."""
    content = {
        "schema_version": SCHEMA_VERSION,
        "before": redline.before.name,
        "now": redline.now.name,
        "unread": redline.unread,
        "title_block": redline.title_block,
        "changes": redline.changes,
        "references": redline.references,
        "evidence": redline.evidence,
        "conclusions": redline.conclusions,
    }
    return json.dumps(content, ensure_ascii=False, indent=2, default=_value) + "\n"


def _value(value: Any) -> Any:
    """Records as objects."""
    if isinstance(value, Location):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {name: getattr(value, name) for name in value.__dataclass_fields__}
    raise TypeError(type(value).__name__)
