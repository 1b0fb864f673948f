"""What rules say of pandoc's way with a bibliography is what pandoc does."""

import json
import random
import re
import subprocess
from itertools import product

import pypandoc

from reportkit.adapters.bibtex import read_bibliography
from reportkit.model.location import SourceText
from reportkit.model.review import Review
from reportkit.model.settings import Settings
from reportkit.rules.reading.inheritance import fields_of
from reportkit.rules.reading.sentence_case import lowered, plain_title
from reportkit.rules.registry import find_rule

_MARKUP = re.compile(r"</?(?:span|i|b|sup|sub)[^>]*>")
_WORDS = (
    *(
        "Casts",
        "B-ALL",
        "T",
        "mRNA",
        "CD19",
        "Of",
        "A",
        "IgG",
        "Ph+",
        "Cox-2",
        "X-Ray",
        "DNA:",
        "Why?",
        "End.",
    ),
    *(
        "O'Brien",
        "U.S.",
        "(German)",
        "R/R",
        "CAR-T",
        "{B}-Cell",
        "{Casts}",
        "iPSC",
        "H5N1",
        "Non-Small",
        "Étude",
    ),
)
_PARENTS = (
    "book",
    "mvbook",
    "collection",
    "mvcollection",
    "proceedings",
    "mvproceedings",
    "periodical",
    "misc",
)
_CHILDREN = ("article", "book", "inbook", "incollection", "inproceedings", "proceedings", "misc")
_CHAPTERS = {"inbook", "incollection", "inproceedings"}
_DATES = (
    *("2021", "2021-03", "2021-03-04", "2021-3", "2021/2022", "2021-03/2021-05~", "2021?", "2021-21", "199u"),
    *("199X", "2021-XX", "2021/", "../2021", "4.3.2021", "March 2021", "2021--2022", "{2021}", "2021a", "21"),
)
_MONTHS = ("mar", "Mar", "3", "03", "March", "Sept", "mar.", "märz", "13", "March/April", "1 mar")


def _printed(bibtex):
    """What pandoc makes of the entries, by key."""
    command = [pypandoc.get_pandoc_path(), "--from=biblatex", "--to=csljson"]
    run = subprocess.run(command, input=bibtex.encode(), capture_output=True, check=True, timeout=120)
    return {item["id"]: item for item in json.loads(run.stdout)}


def _read(bibtex):
    return read_bibliography([SourceText("references.bib", bibtex)])


def _flagged(code, bibtex):
    rule = find_rule(code)
    return {finding.subject for finding in rule.findings(Review(Settings(), bibliography=_read(bibtex)))}


def _foretold(title):
    chars = list(title)
    for span in lowered(plain_title(title)):
        chars[span.start : span.end] = "".join(chars[span.start : span.end]).lower()
    return re.sub(r"[{}]", "", "".join(chars)).replace("'", "’")


def test_sentence_case():
    """Titles of any words are printed in the case that is foretold."""
    draw = random.Random(7)  # noqa: S311 - the same titles each time
    titles = [" ".join(["On", *draw.choices(_WORDS, k=6)]) for _ in range(400)]
    printed = _printed("\n".join(f"@misc{{k{i}, title = {{{title}}}}}" for i, title in enumerate(titles)))
    found = [_MARKUP.sub("", printed[f"k{i}"]["title"]) for i in range(len(titles))]
    assert found == [_foretold(title) for title in titles]


def test_inheritance():
    """A child has the titles that it is said to inherit from its parent."""
    pairs = list(product(_PARENTS, _CHILDREN))
    bibtex = "\n".join(
        f"@{child}{{c{i}, crossref = {{p{i}}}}}\n@{parent}{{p{i}, title = {{Casts}}, date = {{2021}}}}"
        for i, (parent, child) in enumerate(pairs)
    )
    bibliography, printed = _read(bibtex), _printed(bibtex)
    for i, (_, child) in enumerate(pairs):
        fields = fields_of(bibliography.by_key[f"c{i}"], bibliography)
        container = {"maintitle", "booktitle"} if child in _CHAPTERS else {"journaltitle"}
        assert ("container-title" in printed[f"c{i}"]) == bool(container & fields.keys()), pairs[i]
        own = {"title"} if child in _CHAPTERS else {"title", "maintitle"}
        assert ("title" in printed[f"c{i}"]) == bool(own & fields.keys()), pairs[i]


def test_dates():
    """A date is flagged if pandoc prints none."""
    bibtex = "\n".join(
        f"@misc{{k{i}, title = {{Casts}}, date = {{{date}}}}}" for i, date in enumerate(_DATES)
    )
    printed = _printed(bibtex)
    assert _flagged("BIB019", bibtex) == {key for key, item in printed.items() if "issued" not in item}


def test_months():
    """A month is flagged if pandoc prints none, or one that the year does not have."""
    bibtex = "\n".join(
        f"@misc{{k{i}, title = {{Casts}}, year = 2021, month = {{{month}}}}}"
        for i, month in enumerate(_MONTHS)
    )
    dates = {key: item["issued"]["date-parts"][0] for key, item in _printed(bibtex).items()}
    known = {key for key, parts in dates.items() if len(parts) > 1 and parts[1] in range(1, 13)}
    assert _flagged("BIB022", bibtex) == dates.keys() - known
