"""Records of YAML files: typed values, each with its place, and notes of what does not fit."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from reportkit.adapters.yaml_nodes import Mapping, Node, Scalar, Sequence, plain_value, read_mapping
from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Fault
from reportkit.model.location import Location, SourceText


@dataclass
class Record:
    """A mapping in a YAML file; all records of a file note what does not fit in the same `faults`."""

    node: Mapping
    subject: str | None = None
    faults: list[Fault] = field(default_factory=list)

    @property
    def location(self) -> Location:
        """Where the record stands."""
        return self.node.location

    @property
    def keys(self) -> list[str]:
        """The keys in the order written."""
        return list(self._values)

    def place(self, key: str) -> Location:
        """Where the value of a key stands, or the record where it has none."""
        return self._values.get(key, self.node).location

    def note(self, code: str, message: str, key: str, hint: str = "") -> None:
        """Note a fault at the value of a key."""
        self.faults.append(Fault(code, message, self.place(key), hint, self.subject))

    def text(self, key: str) -> str:
        """The text under a key as it is written, or nothing."""
        node = self._values.get(key)
        return "" if node is None else self._text(key, node)

    def required(self, key: str) -> str:
        """The text under a key that has to be there."""
        text = self.text(key)
        if not text:
            self.note("TAB003", f"`{key}` is missing", key, f"Add `{key}: …`.")
        return text

    def flag(self, key: str) -> bool:
        """Whether a key says `true`; one that is not there says `false`."""
        text = self.text(key)
        if text not in {"", "true", "false"}:
            self.note("TAB002", f"`{key}` has to be `true` or `false`", key)
        return text == "true"

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list."""
        return tuple(self._text(key, node) for node in self._items(key))

    def text_places(self, key: str) -> tuple[Location, ...]:
        """Where each text of a list stands."""
        return tuple(node.location for node in self._items(key))

    def records(self, key: str) -> Iterator["Record"]:
        """The mappings of a list."""
        for node in self._items(key):
            if isinstance(node, Mapping):
                yield Record(node, self.subject, self.faults)
            else:
                self._misfit(node, f"`{key}` has to be a list of mappings")

    def plain(self, key: str) -> object:
        """Whatever stands under a key, as plain values."""
        return plain_value(self._values[key])

    def check_keys(self, known: Collection[str]) -> None:
        """Note repeated keys, and unknown ones that look like a slip; others are the review's own."""
        written = [key for key, _ in self.node.pairs]
        for key in self.keys:
            if written.count(key) > 1:
                self.note("TAB001", f"the key `{key}` stands here twice", key, "Keep one of them.")
            if key not in known and (slip := did_you_mean(key, known)):
                self.note("TAB001", f"there is no key `{key}`", key, slip)

    @cached_property
    def _values(self) -> dict[str, Node]:
        values: dict[str, Node] = {}
        for key, value in self.node.pairs:
            values.setdefault(key, value)
        return values

    def _items(self, key: str) -> tuple[Node, ...]:
        node = self._values.get(key)
        if isinstance(node, Sequence):
            return node.items
        if node is not None and not (isinstance(node, Scalar) and node.is_null):
            self._misfit(node, f"`{key}` has to be a list")
        return ()

    def _text(self, key: str, node: Node) -> str:
        if isinstance(node, Scalar):
            return "" if node.is_null else node.text
        self._misfit(node, f"`{key}` has to be text")
        return ""

    def _misfit(self, node: Node, message: str) -> None:
        fault = Fault("TAB002", message, node.location, "", self.subject)
        if fault not in self.faults:
            self.faults.append(fault)


def read_record(source: SourceText, subject: str | None = None) -> Record | Fault:
    """The mapping that a YAML file consists of, or why it cannot be read."""
    node = read_mapping(source)
    return node if isinstance(node, Fault) else Record(node, subject)
