"""Words as outlines of the letters of a font that the page carries."""

import re
from base64 import b64decode
from io import BytesIO
from typing import Any

from reportkit.errors import BuildError

_FACE = re.compile(
    r'font-family:"Source Sans 3";font-weight:400;font-style:normal;[^}]*?base64,([A-Za-z0-9+/=]+)\)'
)


class Letters:
    """Letters to be drawn on a page whose vertical axis points down."""

    def __init__(self, page: str) -> None:
        from fontTools.ttLib import TTFont  # noqa: PLC0415 - heavy

        face = _FACE.search(page)
        if face is None:
            raise BuildError("the page does not carry the font that a reviewers' copy is marked with")
        font = TTFont(BytesIO(b64decode(face[1])))
        self._shapes, self._names = font.getGlyphSet(), font.getBestCmap()
        self._unit: int = font["head"].unitsPerEm
        self._outlines: dict[str, list[tuple[str, Any]]] = {}

    def width(self, text: str, size: float) -> float:
        """How wide a text is."""
        widths: list[float] = [self._shapes[self._names[ord(letter)]].width for letter in text]
        return sum(widths) * size / self._unit

    def draw(self, stream: Any, text: str, place: tuple[float, float], size: float) -> None:
        """Fill the letters of a text that begins at a place of its base line."""
        scale = size / self._unit
        with stream.stacked():
            stream.transform(a=scale, d=-scale, e=place[0], f=place[1])
            for letter in text:
                self._trace(stream, letter)
                stream.transform(e=self._shapes[self._names[ord(letter)]].width)

    def _trace(self, stream: Any, letter: str) -> None:
        steps = {"moveTo": stream.move_to, "lineTo": stream.line_to, "curveTo": stream.curve_to}
        for step, points in self._outline(letter):
            if step in steps:
                steps[step](*(edge for point in points for edge in point))
        if self._outline(letter):
            stream.fill()

    def _outline(self, letter: str) -> list[tuple[str, Any]]:
        """The strokes of a letter; a PDF knows cubic curves alone."""
        from fontTools.pens.qu2cuPen import Qu2CuPen  # noqa: PLC0415 - heavy
        from fontTools.pens.recordingPen import DecomposingRecordingPen, RecordingPen  # noqa: PLC0415 - heavy

        if letter not in self._outlines:
            simple, cubic = DecomposingRecordingPen(self._shapes), RecordingPen()
            self._shapes[self._names[ord(letter)]].draw(simple)
            simple.replay(Qu2CuPen(cubic, max_err=1, all_cubic=True))
            self._outlines[letter] = cubic.value
        return self._outlines[letter]
