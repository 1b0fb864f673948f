"""A manuscript as a file, so that each step of a build can be run and looked at by itself."""

import json
from dataclasses import asdict
from typing import Any

from reportkit.assemble.citations import CitingPlace
from reportkit.assemble.manuscript import Manuscript
from reportkit.assemble.outline import Entry
from reportkit.errors import BuildError

SCHEMA_VERSION = 1


def dump_manuscript(manuscript: Manuscript) -> bytes:
    """A manuscript as JSON, the same bytes for the same manuscript."""
    content = {"schema_version": SCHEMA_VERSION, **asdict(manuscript)}
    return json.dumps(content, ensure_ascii=False, indent=0, sort_keys=True).encode() + b"\n"


def load_manuscript(content: bytes) -> Manuscript:
    """Read what `dump_manuscript` wrote; BuildError for anything else."""
    try:
        stored = json.loads(content)
        if stored["schema_version"] != SCHEMA_VERSION:
            raise BuildError(
                "this manuscript was made by another version", "Delete the build folder and build again."
            )
        return _from(stored)
    except (ValueError, KeyError, TypeError) as error:
        raise BuildError("this is not a manuscript", "Delete the build folder and build again.") from error


def _from(stored: dict[str, Any]) -> Manuscript:
    return Manuscript(
        stored["blocks"],
        tuple(Entry(**entry) for entry in stored["contents"]),
        tuple(CitingPlace(p["id"], tuple(p["keys"]), p["bare"]) for p in stored["citing_places"]),
    )
