"""The page as a folder for a server: fonts and data are files of their own, which readers fetch once."""

import re
from base64 import b64decode
from collections.abc import Mapping
from html import unescape
from urllib.parse import quote, unquote_to_bytes

_FACE = re.compile(
    r'@font-face\{font-family:"(?P<family>[^"]*)";font-weight:(?P<weight>\d+);font-style:(?P<style>\w+);'
    r"[^}]*?url\((?P<address>data:font/woff2;base64,(?P<data>[^)]*))\)"
)
_DOWNLOAD = re.compile(r'<a\b(?=[^<>]*\bdownload="(?P<name>[^"]*)")[^<>]*\bhref="(?P<address>data:[^"]*)"')
_FIRST = frozenset({"source-serif-4-400-normal", "source-sans-3-400-normal", "source-sans-3-600-normal"})
_STYLE = "<style>"


def as_site(page: str) -> Mapping[str, bytes]:
    """The files of the folder by their names; the text of the page is the same."""
    faces = {f"fonts/{_face(found)}.woff2": found for found in _FACE.finditer(page)}
    downloads = {f"data/{unescape(found['name'])}": found for found in _DOWNLOAD.finditer(page)}
    files = {name: b64decode(found["data"]) for name, found in faces.items()}
    files |= {name: _content(found["address"]) for name, found in downloads.items()}
    for name, found in (*faces.items(), *downloads.items()):
        page = page.replace(found["address"], quote(name))
    page = page.replace("font-src data:", "font-src 'self'", 1)
    early = "".join(map(_preload, (name for name in faces if name[6:-6] in _FIRST)))
    return {**files, "index.html": page.replace(_STYLE, early + _STYLE, 1).encode()}


def _face(found: re.Match[str]) -> str:
    return f"{found['family'].lower().replace(' ', '-')}-{found['weight']}-{found['style']}"


def _content(address: str) -> bytes:
    return unquote_to_bytes(unescape(address).partition(",")[2])


def _preload(name: str) -> str:
    """What the first screen is set in is asked for before the style is read."""
    return f'<link rel="preload" href="{name}" as="font" type="font/woff2" crossorigin>\n'
