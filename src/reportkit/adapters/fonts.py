"""Cut the fonts of the documents from the pinned font packages.

The machine's own fonts are never used: a review must look the same everywhere.
"""

import hashlib
import tempfile
import unicodedata
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from reportkit.adapters.files import access_error
from reportkit.adapters.font_families import SANS, SERIF, STYLES, Style
from reportkit.adapters.tools import needed
from reportkit.model.location import Location, SourceText, Span

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

ALWAYS_CUT = frozenset(
    map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x391, 0x3AA), *range(0x3B1, 0x3CA)])
) - {"΢"} | frozenset("‐–—‘’“”†‡•…′″←↑→↓−∞≈≠≤≥■□▪▲△◆●○◦")
"""Characters that every cut has, so that an ordinary edit of the text needs no new cut."""

_LAYOUT_FEATURES = ["ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "tnum"]


@dataclass(frozen=True, slots=True)
class FontSet:
    """The cut faces as WOFF2, in the order of `STYLES`."""

    faces: tuple[tuple[Style, bytes], ...]

    @property
    def css(self) -> str:
        """The `@font-face` rules, with the fonts inside."""
        return "".join(_font_face(style, data) for style, data in self.faces)


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """A character that cannot be printed, and where it stands first."""

    character: str
    location: Location

    def __str__(self) -> str:
        name = unicodedata.name(self.character, "unnamed")
        return f"{self.location}: U+{ord(self.character):04X} {name} is in none of the fonts of the documents"


def cut_fonts(characters: str, cache_folder: Path) -> FontSet:
    """All faces with these characters, and those of `ALWAYS_CUT`, where the font has them.

    Cutting takes some seconds a face, so cuts are kept in `cache_folder` under what they depend on.
    """
    wanted = "".join(sorted(ALWAYS_CUT | set(characters)))
    folder = cache_folder / _cache_key(wanted)
    if not folder.is_dir():
        _fill(folder, wanted)
    return FontSet(tuple((style, (folder / style.filename).read_bytes()) for style in STYLES))


def missing_characters(sources: Iterable[SourceText]) -> tuple[MissingCharacter, ...]:
    """The first place of each character that the upright or the italic fonts lack, in reading order."""
    first: dict[str, MissingCharacter] = {}
    for source in sources:
        for char in sorted(_uncovered(source.text) - set(first)):
            offset = source.text.index(char)
            first[char] = MissingCharacter(char, source.locate(Span(offset, offset + 1)))
    return tuple(sorted(first.values(), key=lambda missing: missing.location))


def _font_face(style: Style, data: bytes) -> str:
    slant = "italic" if style.italic else "normal"
    return (
        f'@font-face{{font-family:"{style.family.name}";font-weight:{style.weight};font-style:{slant};'
        f'font-display:block;src:url(data:font/woff2;base64,{b64encode(data).decode()})format("woff2")}}\n'
    )


def _cache_key(wanted: str) -> str:
    versions = [
        f"{name} {_version(name)}" for name in (SERIF.distribution, SANS.distribution, "fonttools", "brotli")
    ]
    recipe = [*versions, repr(STYLES), *_LAYOUT_FEATURES, wanted]
    return hashlib.sha256("\n".join(recipe).encode()).hexdigest()[:16]


def _version(distribution: str) -> str:
    with needed(distribution):
        return metadata.version(distribution)


def _fill(folder: Path, wanted: str) -> None:
    """Write all cuts beside the folder, then give it its name: a broken run leaves no half of it."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as workshop:
            finished = Path(workshop) / folder.name
            finished.mkdir()
            for style in STYLES:
                (finished / style.filename).write_bytes(_cut(style, wanted))
            finished.rename(folder)
    except OSError as error:
        if not folder.is_dir():  # else another build was quicker, with the same bytes
            raise access_error(str(folder), error) from error


def _cut(style: Style, wanted: str) -> bytes:
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415 - heavy

    font = style.family.open(italic=style.italic)
    _subset(font, wanted)
    axes = {"wght": float(style.weight), **dict(style.family.axes)}
    instantiateVariableFont(font, axes, inplace=True)
    _rename(font, style)
    font.flavor = "woff2"
    output = BytesIO()
    font.save(output)
    return output.getvalue()


def _subset(font: "TTFont", wanted: str) -> None:
    from fontTools import subset  # noqa: PLC0415 - heavy

    options = subset.Options()
    options.layout_features = _LAYOUT_FEATURES
    options.name_IDs = ["*"]  # the licence is among the names
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=wanted)
    subsetter.subset(font)


def _rename(font: "TTFont", style: Style) -> None:
    """Give each face its own PostScript name, by which a reader of the PDF tells them apart."""
    slant = "It" if style.italic else ""
    name = f"{style.family.name.replace(' ', '')}-{style.weight}{slant}"
    for record in font["name"].names:
        if record.nameID == 6:  # noqa: PLR2004 - the number of the PostScript name in OpenType
            record.string = name


def _uncovered(text: str) -> set[str]:
    """Control and format characters need no glyph."""
    return {char for char in set(text) - _coverage() if unicodedata.category(char) not in {"Cc", "Cf"}}


@cache
def _coverage() -> frozenset[str]:
    return frozenset.intersection(*(frozenset(_slant_coverage(italic=italic)) for italic in (False, True)))


def _slant_coverage(*, italic: bool) -> Iterator[str]:
    for family in (SERIF, SANS):
        yield from map(chr, family.open(italic=italic).getBestCmap())
