"""The file that holds a review's settings, and where its keys stand in it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportkit.adapters.files import locate_file, read_source
from reportkit.errors import ConfigurationError
from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location, SourceText, Span

_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*([\w.\"'-]+?)\s*=")
_TOML_PLACE = re.compile(r"(.*) \(at line (\d+), column \d+\)")


@dataclass(frozen=True)
class SettingsFile:
    """Parsed settings; `prefix` is the table that they stand in, if they do not fill the file."""

    source: SourceText
    prefix: str
    content: Mapping[str, Any]

    def place(self, table: str, key: str) -> Location:
        """Where a key is set; the beginning of the file where that cannot be told."""
        wanted = ".".join(filter(None, (self.prefix, table, key)))
        return self.source.locate(next((span for name, span in self._keys() if name == wanted), Span(0, 0)))

    def place_of_text(self, text: str) -> Location:
        """Where a text stands in quotation marks."""
        found = re.search(f"[\"']({re.escape(text)})[\"']", self.source.text)
        return self.source.locate(Span(*found.span(1)) if found else Span(0, 0))

    def refusal(self, table: str, key: str, message: str, hint: str = "") -> ConfigurationError:
        """What is wrong with a key, with its file and line."""
        place = self.place(table, key)
        return ConfigurationError(f"{place.filename}:{place.start.row}: {message}", hint)

    def _keys(self) -> Iterator[tuple[str, Span]]:
        """The full names of tables and keys with their places."""
        table, offset = "", 0
        for line in self.source.text.split("\n"):
            if header := _HEADER.fullmatch(line):
                table = _bare(header[1])
                yield table, Span(offset + header.start(1), offset + header.end(1))
            elif key := _KEY.match(line):
                name = ".".join(filter(None, (table, _bare(key[1]))))
                yield name, Span(offset + key.start(1), offset + key.end(1))
            offset += len(line) + 1


def find_settings(root: Path) -> SettingsFile | None:
    """The settings of a project; None where it has none of its own."""
    own = _read_toml(root, "reportkit.toml", "")
    shared = _read_toml(root, "pyproject.toml", "tool.reportkit")
    if own and shared:
        message = "settings stand in reportkit.toml and in [tool.reportkit] of pyproject.toml"
        raise ConfigurationError(message, "Keep them in one of the two.")
    return own or shared


def _read_toml(root: Path, name: str, prefix: str) -> SettingsFile | None:
    if not locate_file(root, name).exists():
        return None
    source = read_source(root, name)
    if isinstance(source, Fault):
        raise ConfigurationError(f"{source.location}: {source.message}", source.hint)
    try:
        content: Any = tomllib.loads(source.text)
    except (ValueError, RecursionError) as error:
        message, row = _told(str(error), source)
        raise ConfigurationError(f"{name}:{row}: this is not TOML: {message}") from error
    for part in filter(None, prefix.split(".")):
        content = content.get(part) if isinstance(content, Mapping) else None
    if content is None:
        return None
    if not isinstance(content, Mapping):
        raise ConfigurationError(
            f"{name}: `{prefix}` has to be a table", f"Write `[{prefix}]` and the keys below it."
        )
    return SettingsFile(source, prefix, content)


def _told(error: str, source: SourceText) -> tuple[str, int]:
    """What the parser says, and the row that it means."""
    if match := _TOML_PLACE.fullmatch(error):
        return match[1], int(match[2])
    end = " (at end of document)"
    return error.removesuffix(end), source.position(len(source.text)).row if error.endswith(end) else 1


def _bare(name: str) -> str:
    return re.sub(r"[\s\"']", "", name)
