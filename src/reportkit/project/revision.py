r"""Files that are about to be changed, byte order mark and line ends as they are."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from reportkit.adapters.files import locate_file, read_bytes, write_atomically
from reportkit.errors import FileAccessError
from reportkit.model.diagnostic import Edit
from reportkit.model.location import SourceText

_MARK = b"\xef\xbb\xbf"
_LONE_RETURN = re.compile(r"\r(?!\n)")  # a line end of old, which rows are counted by


@dataclass(frozen=True, slots=True)
class Revision:
    """A file as it is and as it would be."""

    filename: str
    path: Path
    before: bytes
    after: bytes

    def write(self) -> None:
        """Write the file whole or not at all."""
        write_atomically(self.path, self.after)


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it is; the rows and columns of `source` are those of findings."""

    source: SourceText
    path: Path
    content: bytes

    @classmethod
    def read(cls, root: Path, filename: str) -> "Original":
        """A file of the project; an empty one where there is none yet."""
        path = locate_file(root, filename)
        content = read_bytes(path) if path.exists() else b""
        try:
            text = content.removeprefix(_MARK).decode()
        except UnicodeDecodeError as error:
            message = f"{filename}: the file is not UTF-8 text"
            raise FileAccessError(message, "Save the file as UTF-8.") from error
        return cls(SourceText(filename, _LONE_RETURN.sub("\n", text)), path, content)

    def fitted(self, edit: Edit) -> Edit:
        r"""The edit with `\r\n` in a file where every line ends so."""
        text = self.source.text
        if not 0 < text.count("\n") == text.count("\r\n"):
            return edit
        return replace(edit, content=edit.content.replace("\n", "\r\n"))

    def revised(self, text: str) -> Revision:
        """The file with another text."""
        mark = _MARK if self.content.startswith(_MARK) else b""
        return Revision(self.source.filename, self.path, self.content, mark + text.encode())
