"""Streams whose end no reader of the PDF can mistake.

The line end before `endstream` is no part of a stream. One in 128 packed streams ends like a line itself, and
strict readers then find it shorter than it says it is.
"""

import re
from typing import Any

_LINE_ENDS = (b"\r", b"\n")
_DOUBTFUL_END = re.compile(rb"[\r\n]\nendstream")


def pack_streams(pdf: Any) -> None:
    """Pack all streams; a space behind the packed data, which says itself where it ends, ends no line."""
    import pydyf  # noqa: PLC0415 - heavy

    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and item.compress:
            _, _, raw = item.data.partition(b"\nstream\n")
            packed = raw.removesuffix(b"\nendstream")
            item.stream = [packed + b" " if packed.endswith(_LINE_ENDS) else packed]
            item.extra["Filter"], item.compress = "/FlateDecode", False


def has_doubtful_end(pdf: bytes) -> bool:
    """Whether a stream of a finished PDF ends like a line: WeasyPrint's own lists of objects may."""
    return bool(_DOUBTFUL_END.search(pdf))
