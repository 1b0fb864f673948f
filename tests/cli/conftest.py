from pathlib import Path

import pytest

CHAPTER = """\
# Results

In one study [50%]{ev=bones.walking} could walk again [@nguyen2021].
"""

REFERENCES = """\
@article{nguyen2021,
  author  = {Nguyen, An and Rossi, Bea},
  title   = {Walking after casts},
  journal = {Journal of Small Bones},
  year    = {2021},
  doi     = {10.1000/bones.12},
}
"""

STUDIES = """\
studies:
- id: bones
  name: BONES
  reports: [{reference: nguyen2021, role: primary}]
"""

RESULTS = """\
id,study,cohort,arm,population,outcome,timepoint,measure,events,total,estimate,unit,se,ci_low,ci_high,\
ci_level,p,endpoint,analysis_set,grade,grading_scale,direction,basis,source,source_kind,seen_at,locator,\
words,tier,recheck,restated_by,printed_inconsistent,origin,note
bones.walking,bones,,,all children,walking,,proportion,10,20,50,%,,,,,,,,,,,,nguyen2021,,bones.example,\
Table 2,could walk again,,,,,,
"""


class Project:
    """A folder with a review in it, able to change its files."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, name: str, text: str) -> Path:
        """Write a file of the project."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a text that stands once in a file."""
        text = self.read(name)
        assert text.count(old) == 1
        self.write(name, text.replace(old, new))

    def read(self, name: str) -> str:
        """The text of a file, line ends as they are."""
        return (self.root / name).read_bytes().decode()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A review without a fault, in the current folder."""
    made = Project(tmp_path)
    made.write("chapters/10-results.md", CHAPTER)
    made.write("references.bib", REFERENCES)
    made.write("evidence/studies.yaml", STUDIES)
    made.write("evidence/results.csv", RESULTS)
    monkeypatch.chdir(tmp_path)
    return made
