"""Times the check beside other programs, on the same files and in the same run.

    python benchmarks/check/run.py [--peers FOLDER] [--repeat 3] [--entries 540 7000 30000]

Prints one table: processor time in seconds, how many times that of bibtexparser alone, and memory. A machine
that is busy with other things slows all programs; their ratios stay much the same.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

DOCUMENTS = {540: 18, 7_000: 30, 30_000: 50}
_PATIENCE = 600  # seconds
_BIBTEXPARSER = (
    "import logging, pathlib, bibtexparser.splitter as s; logging.disable();"
    "s.Splitter(pathlib.Path('references.bib').read_text(encoding='utf-8')).split()"
)


@dataclass(frozen=True)
class Program:
    """What is timed: its name, what it does there, its command, the program that it needs, its exit codes."""

    name: str
    does: str
    command: tuple[str, ...]
    needs: str = sys.executable
    prepare: Callable[[Path], None] | None = None
    codes: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class Time:
    """Seconds of processor time and megabytes of one run."""

    seconds: float
    megabytes: float


def _forget(folder: Path) -> None:
    shutil.rmtree(folder / ".reportkit", ignore_errors=True)


def _change(folder: Path) -> None:
    with min((folder / "chapters").iterdir()).open("a", encoding="utf-8") as chapter:
        chapter.write("\nOne more line.\n")


_CHECK = (sys.executable, "-m", "reportkit", "check", "--exit-zero")
PROGRAMS = (
    Program("bibtexparser", "splits the bibliography", (sys.executable, "-c", _BIBTEXPARSER)),
    Program("reportkit, first time", "checks the project", _CHECK, prepare=_forget),
    Program("reportkit, nothing changed", "the same", _CHECK),
    Program("reportkit, a chapter changed", "the same", _CHECK, prepare=_change),
    Program(
        "pandoc",
        "reads the bibliography",
        ("pandoc", "--from=biblatex", "--to=csljson", "--output=out.json", "references.bib"),
        "pandoc",
    ),
    Program(
        "bibtex-tidy",
        "formats the bibliography, finds duplicates",
        ("bibtex-tidy", "references.bib", "--duplicates=key,doi", "--quiet", "--output", "out.bib"),
        "bibtex-tidy",
    ),
    Program(
        "biber",
        "validates the bibliography",
        ("biber", "--tool", "--validate-datamodel", "--nolog", "--output-file=out.bib", "references.bib"),
        "biber",
    ),
    Program(
        "VeraCite",
        "checks the bibliography, offline",
        ("veracite", "--offline", "--no-color", "--bib", "references.bib"),
        "veracite",
        codes=(0, 1),
    ),
    Program(
        "panache",
        "checks the chapters",
        ("panache", "lint", "--no-cache", "chapters"),
        "panache",
        codes=(0, 1),
    ),
)


def main() -> None:
    """Compose the projects, time all programs, print the table."""
    parser = argparse.ArgumentParser(description="Time the check beside other programs.")
    parser.add_argument("--peers", type=Path, help="the folder that peers.sh has made")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each, of which the quickest counts")
    parser.add_argument("--entries", type=int, nargs="+", default=list(DOCUMENTS), help="sizes")
    arguments = parser.parse_args()
    environment = _environment(arguments.peers)
    with tempfile.TemporaryDirectory() as temporary:
        folders = {entries: Path(temporary, str(entries)) for entries in arguments.entries}
        for entries, folder in folders.items():
            _compose(folder, entries)
        rows = [(program, _times(program, folders, environment, arguments.repeat)) for program in PROGRAMS]
    sys.stdout.write("\n".join(_table(rows, arguments.entries)) + "\n")


def _compose(folder: Path, entries: int) -> None:
    """Write a project, in a process of its own: what this one holds counts as memory of those it starts."""
    script, documents = Path(__file__).with_name("corpus.py"), DOCUMENTS.get(entries, 18)
    sizes = ("--documents", str(documents), "--entries", str(entries))
    subprocess.run((sys.executable, str(script), str(folder), *sizes), check=True)  # noqa: S603 - beside this


def _environment(peers: Path | None) -> dict[str, str]:
    """Where peers are found; Python may keep what it has compiled, as it does for everyone."""
    places = [str(peers.resolve() / "bin")] if peers else []
    path = os.pathsep.join([*places, str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PATH": path}


def _times(
    program: Program, folders: Mapping[int, Path], environment: Mapping[str, str], repeat: int
) -> Mapping[int, Time | None] | None:
    """The quickest of several runs for each size, None where one failed; nothing where it is absent."""
    if not shutil.which(program.needs, path=environment["PATH"]):
        return None
    _tell(f"{program.name} …")
    return {entries: _quickest(program, folder, environment, repeat) for entries, folder in folders.items()}


def _quickest(program: Program, folder: Path, environment: Mapping[str, str], repeat: int) -> Time | None:
    runs: list[Time] = []
    for _ in range(repeat + 1):  # the first one fills caches
        if program.prepare:
            program.prepare(folder)
        run = _run(program, folder, environment)
        if run is None:
            return None
        runs.append(run)
    return min(runs[1:], key=lambda run: run.seconds)


def _run(program: Program, folder: Path, environment: Mapping[str, str]) -> Time | None:
    with subprocess.Popen(  # noqa: S603 - the commands above
        program.command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        end = time.monotonic() + _PATIENCE
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                process.returncode = os.waitstatus_to_exitcode(status)
                ended = process.returncode in program.codes
                return Time(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024) if ended else None
            if time.monotonic() > end:
                process.kill()
                return None
            time.sleep(0.01)


def _table(
    rows: Sequence[tuple[Program, Mapping[int, Time | None] | None]], sizes: Sequence[int]
) -> Iterator[str]:
    """A row for each program and three columns for each size."""
    base = rows[0][1] or {}
    yield "| program | what it does | " + " | ".join(f"{size} entries: s | × | MB" for size in sizes) + " |"
    yield "|---|---|" + "--:|--:|--:|" * len(sizes)
    for program, times in rows:
        cells = ["absent"] if times is None else [_cell(times[size], base.get(size)) for size in sizes]
        yield f"| {program.name} | {program.does} | {' | '.join(cells)} |"


def _cell(measured: Time | None, base: Time | None) -> str:
    if measured is None:
        return "failed | |"
    ratio = f"{measured.seconds / base.seconds:.1f}" if base else ""
    return f"{measured.seconds:.2f} | {ratio} | {measured.megabytes:.0f}"


def _tell(message: str) -> None:
    sys.stderr.write(f"{message}\n")


if __name__ == "__main__":
    main()
