"""What stops the program; what is wrong with a review is a `Diagnostic` instead.

ReportkitError
├── UsageError            the command line asks for something impossible
├── ConfigurationError    `reportkit.toml` cannot be used
├── MissingToolError      pandoc, a font package or a system library is not there
├── FileAccessError       a file cannot be read or written
└── BuildError            a document cannot be made from sources that passed the check
"""


class ReportkitError(Exception):
    """A fault that ends the run: one line for the reader and a hint what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(ReportkitError):
    """The command line asks for something impossible."""


class ConfigurationError(ReportkitError):
    """The settings of the review cannot be used."""


class MissingToolError(ReportkitError):
    """A program or library that the build needs is not installed."""


class FileAccessError(ReportkitError):
    """A file cannot be read or written."""


class BuildError(ReportkitError):
    """A document cannot be made although its sources passed the check."""
