"""Look for the words around each number in the texts of its sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reportkit.adapters.snapshots import read_digests, read_snapshots, write_digests
from reportkit.errors import UsageError
from reportkit.measures.anchors import holds_anchor
from reportkit.model.evidence import Result
from reportkit.model.snapshots import Anchor, Snapshot, Standing
from reportkit.project.load import load_review

_DIGESTS = "snapshots.json"


@dataclass(frozen=True, slots=True)
class AnchorReport:
    """Every anchor, and the sources whose text is not the one that was recorded."""

    anchors: tuple[Anchor, ...]
    changed: tuple[str, ...]

    def count(self, standing: Standing) -> int:
        """How many anchors stand like this."""
        return sum(anchor.standing is standing for anchor in self.anchors)


def find_anchors(root: Path, folder: Path, *, record: bool = False) -> AnchorReport:
    """How the words of each result stand in these texts; `record` remembers the texts named by a key."""
    review = load_review(root)
    if review.evidence is None:
        raise UsageError("this review has no evidence database", "Run this in the review's folder.")
    snapshots = read_snapshots(folder)
    name = str(PurePosixPath(review.settings.evidence, _DIGESTS))
    digests = read_digests(root, name)
    by_source = _by_source(snapshots, digests)
    changed = sorted(key for key, text in by_source.items() if digests.get(key, text.digest) != text.digest)
    if record:
        known = review.bibliography.by_key
        named = {key: text.digest for key, text in by_source.items() if key in known}
        write_digests(root, name, {**digests, **named})
    anchors = tuple(_anchor(result, by_source) for result in review.evidence.results if result.words)
    return AnchorReport(anchors, tuple(changed))


def _by_source(snapshots: Iterable[Snapshot], digests: Mapping[str, str]) -> dict[str, Snapshot]:
    """The text of each source: the one recorded, or else the one that has its name."""
    found = {PurePosixPath(snapshot.filename).stem: snapshot for snapshot in snapshots}
    recorded = {snapshot.digest: snapshot for snapshot in found.values()}
    return found | {key: recorded[digest] for key, digest in digests.items() if digest in recorded}


def _anchor(result: Result, by_source: Mapping[str, Snapshot]) -> Anchor:
    snapshot = by_source.get(result.source)
    if snapshot is None:
        return Anchor(result.id, result.source, result.words, Standing.NO_TEXT)
    standing = Standing.FOUND if holds_anchor(snapshot.text, result.words) else Standing.MISSING
    return Anchor(result.id, result.source, result.words, standing, snapshot.filename)
