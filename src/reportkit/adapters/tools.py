"""Libraries that only documents need: whether they are there, and what they complain about."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from reportkit.errors import MissingToolError


@contextmanager
def needed(library: str) -> Iterator[None]:
    """Around an import of what is not there where only the check is installed."""
    try:
        yield
    except ImportError as error:
        hint = "Run `make review`, which installs what documents need."
        raise MissingToolError(f"{library} is not installed", hint) from error


@contextmanager
def complaints(logger_name: str) -> Iterator[list[str]]:
    """What a library warns of through its logger, each once; it is told nowhere else."""
    logger, listener = logging.getLogger(logger_name), _Listener()
    before = (logger.handlers, logger.propagate)
    logger.handlers, logger.propagate = [listener], False
    try:
        yield listener.messages
    finally:
        logger.handlers, logger.propagate = before


class _Listener(logging.Handler):
    """Keeps messages, each once."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Note one message."""
        if (message := record.getMessage().strip()) not in self.messages:
            self.messages.append(message)
