"""What the locks of the project say."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def pins(lock: str) -> dict[str, str]:
    """Package to version, as a lock states them."""
    text = (ROOT / f"requirements/{lock}.txt").read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)", text, re.MULTILINE))
