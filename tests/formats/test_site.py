"""The page as a folder."""

import re

import pytest

from reportkit.assemble.data_addresses import data_address
from reportkit.formats.document.site import as_site
from tests.documents.conftest import sample_page


@pytest.fixture(scope="module")
def page() -> str:
    """The sample review as one file."""
    return sample_page()


def test_the_folder_has_the_page_its_fonts_and_its_data(page: str) -> None:
    """Data under the names that a reader would save them by."""
    files = as_site(page)
    assert sum(name.startswith("fonts/") and name.endswith(".woff2") for name in files) == 8
    assert files["data/references.bib"] == b"@misc{pell2020,\n}\n"
    assert files["data/studies.csv"].startswith(b"study,events,total\n")
    assert all(content.startswith(b"wOF2") for name, content in files.items() if "fonts" in name)


def test_the_page_of_the_folder_says_the_same(page: str) -> None:
    """Only addresses and what the browser is told about fonts differ."""
    site = as_site(page)["index.html"].decode()
    assert re.sub(r"<[^>]*>", "", site.partition("<body>")[2]) == re.sub(
        r"<[^>]*>", "", page.partition("<body>")[2]
    )
    assert "data:font" not in site
    assert "font-src 'self'" in site
    assert site.count('rel="preload"') == 3
    for name in re.findall(r'(?:href|url\()="?((?:fonts|data)/[^")]*)', site):
        assert name in as_site(page)


@pytest.mark.parametrize("text", ["a,b\r\n", 'x < "y" & z %41 #1', "München ≥ 5 – 中\n\t{}\\'`"])
def test_data_are_handed_out_byte_by_byte(text: str) -> None:
    """Whatever signs they hold."""
    link = f'<a download="x.csv" href="{data_address("text/csv", text)}">'
    assert as_site(f"<body>{link}")["data/x.csv"] == text.encode()
