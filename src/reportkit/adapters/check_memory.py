"""What an earlier check told, in `.reportkit/check`: it holds until something that it looked at changes."""

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reportkit.adapters.files import write_atomically
from reportkit.adapters.observed import holds
from reportkit.errors import FileAccessError

_FOLDER = Path(".reportkit", "check")
_PACKAGE = Path(__file__).parents[1]


def memory_of(root: Path, *question: object) -> Path:
    """The file that remembers the answer to this question."""
    asked = "\n".join([os.getcwd(), *map(repr, question)])  # noqa: PTH109 - one call less of many
    return root / _FOLDER / f"{hashlib.sha256(asked.encode(errors='surrogateescape')).hexdigest()[:32]}.json"


def recall(memory: Path) -> Any:
    """The answer of an earlier check, or None where there is none that still holds."""
    try:
        content = json.loads(memory.read_bytes())
        seen = content["seen"]
        if content["toolkit"] == _toolkit() and all(holds(name, before) for name, before in seen.items()):
            return content["answer"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):  # none, or not whole
        pass
    return None


def keep(memory: Path, seen: Mapping[str, str], answer: Any) -> None:
    """Remember an answer and the places that it rests on, or nothing where nothing can be written."""
    content = {"toolkit": _toolkit(), "seen": dict(seen), "answer": answer}
    try:
        memory.parents[1].mkdir(exist_ok=True)
        memory.parent.mkdir(exist_ok=True)
        (memory.parent / ".gitignore").write_text("*\n", encoding="utf-8")
        write_atomically(memory, json.dumps(content).encode())
    except (OSError, FileAccessError):
        pass


def _toolkit() -> str:
    """A digest that changes with this package, its libraries and Python."""
    return hashlib.sha256("\n".join([sys.version, *_libraries(), *sorted(_modules())]).encode()).hexdigest()


def _libraries() -> Iterator[str]:
    for folder in filter(os.path.isdir, sys.path):
        yield from sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208


def _modules() -> Iterator[str]:
    for folder, _, names in os.walk(_PACKAGE):
        for name in names:
            if name.endswith(".py"):
                status = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - hundreds of these
                yield f"{folder} {name} {status.st_size} {status.st_mtime_ns}"
