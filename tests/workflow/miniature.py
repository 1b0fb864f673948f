"""A small review in a folder of its own, and Snakemake run on it for real."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent
SNAKEMAKE = (PROGRAMS / "snakemake", "--snakefile", ROOT / "Snakefile")

FILES = {
    "reportkit.toml": """\
title = "Walking after casts"
version = "1.0"
data-date = 2021-05-01
language = "en-GB"
statement = "An invented review. It is no advice."

[[authors]]
name = "The cast group"
""",
    "references.bib": """\
@article{nguyen2021,
  author  = {Nguyen, An},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
}
""",
    "chapters/10-results.md": """\
# Results

The children could walk again [@nguyen2021].
""",
    "chapters/20-was nun, Übersicht.md": """\
# Outlook

More casts will follow [@nguyen2021].
""",
}


@dataclass(frozen=True)
class Miniature:
    """The folder of a small review."""

    folder: Path

    def write(self, name: str, text: str) -> None:
        """Write one source."""
        place = self.folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def snakemake(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the workflow of the repository here; both streams are read as one, as on a terminal."""
        return self.run(*SNAKEMAKE, *arguments, **environment)

    def run(self, *command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the folder with the project's programs in reach."""
        path = f"{os.environ['PATH']}{os.pathsep}{PROGRAMS}"
        return subprocess.run(
            command,
            cwd=self.folder,
            env={**os.environ, "PATH": path, **environment},
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )

    def document(self, name: str) -> Path:
        """A published document."""
        return self.folder / "build" / name


def write_miniature(folder: Path) -> Miniature:
    """The small review with the templates of the repository."""
    review = Miniature(folder)
    for name, text in FILES.items():
        review.write(name, text)
    (folder / "templates").symlink_to(ROOT / "templates")
    return review
