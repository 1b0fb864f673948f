"""The demands of a release as JSON."""

import json
from collections.abc import Sequence
from typing import Any

from reportkit.model.release import Demand

SCHEMA_VERSION = 1


def render(demands: Sequence[Demand]) -> str:
    """Whether the review may be released, and every demand; rows and columns from 1."""
    content = {
        "schema_version": SCHEMA_VERSION,
        "profile": "release",
        "ready": not demands,
        "demands": [_content(demand) for demand in demands],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _content(demand: Demand) -> dict[str, Any]:
    place = demand.place
    return {
        "matter": demand.matter.value,
        "filename": place.filename if place else None,
        "location": {"row": place.start.row, "column": place.start.column} if place else None,
        "message": demand.message,
        "remedy": demand.remedy,
        "subjects": list(demand.subjects),
    }
