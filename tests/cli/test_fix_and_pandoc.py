"""What `reportkit fix` mends in one entry of a bibliography changes no other entry."""

import json
import subprocess

import pypandoc
import pytest

from reportkit.model.diagnostic import Applicability
from reportkit.project.fix import fix_project
from reportkit.project.request import Request
from reportkit.rules.documentation import Documentation
from reportkit.rules.registry import all_rules
from tests.rules.projects import write_project

BIB = "references.bib"

# Sound entries of all kinds, with what is easily taken for a flaw.
BYSTANDERS = r"""
% a comment with @article{nothing, title = {Nothing}}
@string{jsb = "Journal of Small Bones"}
@preamble{"\newcommand{\x}{}"}

@article{okafor2018a,
  author       = {Okafor, Chidi and {Cast Study Group} and de la Cruz, Ana},
  title        = {{DNA} of herons, or why 50\% limp: {A} {B-cell} story},
  journaltitle = jsb,
  date         = {2018-03},
  volume       = 12,
  pages        = {R56--R61},
  doi          = {10.1000/bones.12_3},
}

@book{rossi2019b, author = {Rossi, Bea}, title = {Casts for \emph{children} \& adults},
  publisher = {Heron Press}, location = {Rome}, year = 2019, isbn = {978-0-306-40615-7}}

@incollection{rossi2019c,
  author   = "M{\"u}ller, J{\"o}rg",
  title    = "Bones" # " and " # "casts",
  crossref = {rossi2019b},
  pages    = {3-7, 12},
}

@online{heron2020d, title = {Herons}, url = {https://herons.example/a_b?c=d%20e}, urldate = {2020-01-31}}

@comment{an old entry: @article{old, title = {Old}}}
"""

MENDING = [
    rule for rule in all_rules() if rule.fix is Applicability.SAFE and rule.code.startswith(("BIB", "IDN"))
]


def _entries(root):
    """The entries as pandoc reads them, by key; it may refuse a file that is still flawed."""
    command = [pypandoc.get_pandoc_path(), "--from", "biblatex", "--to", "csljson", str(root / BIB)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return None if run.returncode else {entry["id"]: entry for entry in json.loads(run.stdout)}


def _touched(text, rows):
    """The keys of the entries that have one of these rows."""
    touched, key = set(), None
    for row, line in enumerate(text.splitlines(), 1):
        if line.startswith("@"):
            key = line.partition("{")[2].partition(",")[0].strip()
        if row in rows:
            touched.add(key)
    return touched


@pytest.mark.parametrize("rule", MENDING, ids=[rule.code for rule in MENDING])
def test_other_entries_stay(rule, tmp_path):
    """Each entry that no change names is the same to pandoc, all are still there, and once is enough."""
    files = Documentation.parse(rule.documentation).flagged
    write_project(tmp_path, {**files, BIB: f"{BYSTANDERS}\n{files[BIB]}\n{BYSTANDERS.replace('20', '30')}"})
    before = (tmp_path / BIB).read_text(encoding="utf-8")
    read = _entries(tmp_path)
    request = Request(tmp_path, select=("ALL", rule.code))
    mended = fix_project(request)
    rows = {change.location.start.row for change in mended.changes if change.location.filename == BIB}
    after = _entries(tmp_path)
    assert rows
    if read is not None:
        assert after is not None
        assert len(after) >= len(read)
        same = read.keys() - _touched(before, rows)
        assert len(same) > len(read) / 2
        assert {key: after[key] for key in same} == {key: read[key] for key in same}
    text = (tmp_path / BIB).read_bytes()
    assert fix_project(request).changes == ()
    assert (tmp_path / BIB).read_bytes() == text
