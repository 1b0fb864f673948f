"""What a check is asked to do."""

from dataclasses import dataclass
from pathlib import Path

from reportkit.model.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Request:
    """What to check, with which rules and against which baseline; without paths the project in `root`.

    What is left open the settings say; without a flavour there either, the names of files tell it.
    """

    root: Path = Path()
    paths: tuple[Path, ...] = ()
    bibliography: tuple[Path, ...] = ()
    flavor: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    fail_level: Severity | None = None
    baseline: Path | None = None
    with_baseline: bool = True
