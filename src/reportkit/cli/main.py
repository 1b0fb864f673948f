"""The `reportkit` command."""

import argparse
import gc
import io
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module

from reportkit.adapters.files import access_error
from reportkit.cli.command import BROKEN, CANNOT_RUN, EXIT_CODES, Commands, tell
from reportkit.errors import ReportkitError

_KILLED = 128  # what a shell adds to the signal that ended a program

COMMANDS = (
    *("check", "fix", "rule", "rules", "evidence", "why", "impact", "where", "diff"),
    *("gate", "fonts", "manuscript", "html", "pdf", "proof", "site", "export"),
)
"""Each is a module of this package; loading them all takes longer than a check of what has not changed."""

_COLLECTED_AFTER = 1_000_000  # new objects: a check makes millions that it keeps, and hardly any circles

_DESCRIPTION = """\
Check the sources of a review, and build it.

A review is a folder with chapters in Markdown, a bibliography in BibTeX and an
evidence database. reportkit checks that every citation leads somewhere and
that every number in the text agrees with the evidence behind it."""

_NOTES = f"""\
examples:
  reportkit check                       check the project in this folder
  reportkit check paper.md --bibliography refs.bib
                                        check a single text
  reportkit fix                         mend what can be mended safely
  reportkit rule CIT001                 read what a finding means

{EXIT_CODES}

`reportkit COMMAND --help` tells more about each command."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code."""
    gc.set_threshold(_COLLECTED_AFTER)
    arguments = _parser(sys.argv[1:] if argv is None else argv).parse_args(argv)
    try:
        return _run(arguments)
    except ReportkitError as error:
        _tell_error(error)
        return CANNOT_RUN
    except BrokenPipeError:
        _forget_output()
        return _KILLED + signal.SIGPIPE
    except OSError as error:
        _forget_output()
        _tell_error(access_error(error.filename or "the output", error))
        return CANNOT_RUN
    except KeyboardInterrupt:
        tell("reportkit: interrupted")
        return _KILLED + signal.SIGINT
    except Exception:  # noqa: BLE001 - Python's own exit code for this, 1, would say "findings"
        traceback.print_exc()
        tell("reportkit: this is a fault of reportkit; please report it with the lines above")
        return BROKEN


def _run(arguments: argparse.Namespace) -> int:
    """Run the command to the point where all that it printed has arrived.

    What is not written to a terminal is read by programs: it is UTF-8 on every machine.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
    status: int = arguments.run(arguments)
    sys.stdout.flush()
    return status


def _tell_error(error: ReportkitError) -> None:
    tell(f"reportkit: {error.message}" + (f"\n    {error.hint}" if error.hint else ""))


def _forget_output() -> None:
    """Let what could not be written rest, or Python complains about it once again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of the command that is given, or of all of them where none is."""
    parser = argparse.ArgumentParser(
        prog="reportkit",
        description=_DESCRIPTION,
        epilog=_NOTES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands = Commands(parser)
    given = [name for name in COMMANDS if name in argv[:1]]
    for name in given or COMMANDS:
        import_module(f"reportkit.cli.{name}").add_parser(commands)
    return parser
