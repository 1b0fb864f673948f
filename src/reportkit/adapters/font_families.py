"""The two font families of the documents and the faces that are cut from them."""

from dataclasses import dataclass
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING

from reportkit.adapters.tools import needed

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont


@dataclass(frozen=True, slots=True)
class Family:
    """A font family: its name in style sheets, its package, its two variable fonts and fixed axes."""

    name: str
    distribution: str
    upright: str
    italic: str
    axes: tuple[tuple[str, float], ...] = ()

    def _read(self, *, italic: bool) -> bytes:
        name = self.italic if italic else self.upright
        with needed(self.distribution):
            package = resources.files(self.distribution.replace("-", "_"))
        return (package / "files" / name).read_bytes()

    def open(self, *, italic: bool) -> "TTFont":
        """The variable font, ready to be cut."""
        with needed("fonttools"):
            from fontTools.ttLib import TTFont  # noqa: PLC0415 - heavy

        return TTFont(BytesIO(self._read(italic=italic)), recalcTimestamp=False)


# The optical size is that of the printed text.
SERIF = Family(
    "Source Serif 4",
    "fontpkg-source-serif-4",
    "SourceSerif4[opsz,wght].ttf",
    "SourceSerif4-Italic[opsz,wght].ttf",
    (("opsz", 10),),
)
SANS = Family(
    "Source Sans 3", "fontpkg-source-sans-3", "SourceSans3[wght].ttf", "SourceSans3-Italic[wght].ttf"
)


@dataclass(frozen=True, slots=True)
class Style:
    """One face of a family."""

    family: Family
    weight: int
    italic: bool

    @property
    def filename(self) -> str:
        """The name of its cut in the cache."""
        slant = "-italic" if self.italic else ""
        return f"{self.family.name.lower().replace(' ', '-')}-{self.weight}{slant}.woff2"


STYLES = tuple(
    Style(family, weight, italic)
    for family in (SERIF, SANS)
    for weight in (400, 600)
    for italic in (False, True)
)
