"""What a file says that is not UTF-8, so that its entries are not lost over its letters."""

import codecs

_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_SAMPLE = 1000
_NO_CHARACTER = "\ufffd"


def decoded(content: bytes) -> str:
    """The text in the coding that its bytes speak for: UTF-16, or Windows' Latin where they are no UTF-8."""
    coding = _UTF_16.get(content[:2]) or _wide(content[:_SAMPLE])
    text = content.decode(coding, "replace") if coding else content.decode(errors=_WINDOWS)
    return text.replace("\0", _NO_CHARACTER)


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: every other byte of plain letters is zero."""
    high, low = sample[::2].count(0), sample[1::2].count(0)
    if max(high, low) * 4 < len(sample):
        return ""
    return "utf-16-be" if high > low else "utf-16-le"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """One byte that is no UTF-8, read as Windows' Latin or, in its few gaps, as Latin-1."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    try:
        return byte.decode("cp1252"), error.start + 1
    except UnicodeDecodeError:
        return byte.decode("latin-1"), error.start + 1


_WINDOWS = "reportkit-windows"
codecs.register_error(_WINDOWS, _as_windows)
