"""A whole review, read: what rules look at and documents are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportkit.model.bibliography import Bibliography
from reportkit.model.chapter import Chapter
from reportkit.model.diagnostic import Fault
from reportkit.model.evidence import Evidence
from reportkit.model.items import Item
from reportkit.model.location import SourceText
from reportkit.model.locks import MetadataLock, RetractionSnapshot
from reportkit.model.settings import Settings


@dataclass(frozen=True)
class Review:
    """Settings, chapters in reading order, bibliography, evidence and items.

    `evidence` is None where a project has no evidence database; rules about it then do not apply.
    `faults` holds what readers of settings, chapters and items could not make sense of.
    `item_citations` are the keys that generated tables and figures cite, `item_references` the labels that
    they refer to, `item_rows` the rows that they print, by item id.
    `metadata` and `retractions` are None where no such lock lies beside the review.
    `missing_images` are the image targets named in chapters, as written, that are not there, `missing_links`
    those of links.
    """

    settings: Settings
    chapters: tuple[Chapter, ...] = ()
    bibliography: Bibliography = field(default_factory=Bibliography)
    evidence: Evidence | None = None
    items: tuple[Item, ...] = ()
    item_citations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    item_references: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    item_rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    metadata: MetadataLock | None = None
    retractions: RetractionSnapshot | None = None
    missing_images: frozenset[str] = frozenset()
    missing_links: frozenset[str] = frozenset()
    faults: tuple[Fault, ...] = ()

    @property
    def sources(self) -> tuple[SourceText, ...]:
        """Every text that was read, all of which may reach a document."""
        evidence = self.evidence.sources if self.evidence else ()
        chapters = (chapter.source for chapter in self.chapters)
        items = (item.source for item in self.items if item.source)
        return (self.settings.source, *chapters, *self.bibliography.sources, *evidence, *items)

    @property
    def all_faults(self) -> tuple[Fault, ...]:
        """What any reader could not make sense of, those of bibliography and evidence included."""
        parts = (self.bibliography, self.evidence, self.metadata, self.retractions)
        return (*self.faults, *(fault for part in parts if part for fault in part.faults))
