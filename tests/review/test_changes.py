"""What happens to this review when its evidence or its text changes."""

import re

from tests.review.conftest import Workplace

ROW = "itcc-059.single.ino.orr.course1"


def line_of(csv: str) -> str:
    """The line of the row in a file of the evidence or of an item."""
    return next(line for line in csv.splitlines() if ROW in line)


def test_the_review_is_clean(sources: Workplace) -> None:
    """The check finds no error and no warning."""
    outcome = sources.run("reportkit", "check", "--strict")
    assert outcome.returncode == 0, outcome.stdout


def test_a_changed_result_is_followed_everywhere(sources: Workplace) -> None:
    """The check names each sentence that disagrees; after the fix text, table, figure, card and CSV agree."""
    row = line_of(sources.read("evidence/results.csv"))
    changed = row.replace(",20,25,80,%,,59,93,", ",19,25,76,%,,55,91,")
    sources.replace("evidence/results.csv", row, changed)

    found = sources.run("reportkit", "check").stdout
    places = re.findall(r"^(chapters/\S+:\d+:\d+): NUM009 ", found, re.MULTILINE)
    assert len(places) >= 2
    assert not re.findall(r"^\S+: (?!NUM009)[A-Z]{3}\d{3} ", found, re.MULTILINE)

    fixed = sources.run("reportkit", "fix")
    assert fixed.returncode == 0, fixed.stdout
    assert sources.run("reportkit", "check").returncode == 0
    manuscript = sources.run("reportkit", "manuscript", "--output", "build/m.json", "--data", "build/data")
    assert manuscript.returncode == 0, manuscript.stdout
    assert "19 of 25" in sources.read("chapters/10-key-messages.md")
    assert "20 of 25" not in sources.read("chapters/10-key-messages.md")
    assert "76" in line_of(sources.read("build/data/response-forest.csv"))
    assert "19/25" in line_of(sources.read("build/data/outcomes-inotuzumab-car-t.csv"))
    assert ">19/25</text>" in sources.read("build/m.json").replace('\\"', '"')


def test_a_changed_certainty_is_seen(sources: Workplace) -> None:
    """Where a rating falls, its statement and the sentences that name its level are no longer right."""
    ratings = sources.read("evidence/certainty.yaml")
    start = ratings.index("- id: first-line-standard-risk-dfs")
    place = ratings.index("  statement", start)
    lower = "  - {domain: imprecision, step: -1, reason: few events}\n"
    (sources.folder / "evidence/certainty.yaml").write_text(ratings[:place] + lower + ratings[place:])
    found = re.findall(r"^(\S+?):\d+:\d+: EVI011 ", sources.run("reportkit", "check").stdout, re.MULTILINE)
    texts = ["chapters/10-key-messages.md", "chapters/50-first-line.md", "chapters/80-conclusions.md"]
    assert found == [*texts, "evidence/certainty.yaml"]


def test_a_changed_population_is_seen(sources: Workplace) -> None:
    """Where a study turns out to be of adults, every chapter about children that shows it is named."""
    studies = sources.read("evidence/studies.yaml")
    start = studies.index("- id: mt103-205\n")
    place = studies.index("paediatric", start)
    changed = studies[:place] + "adult" + studies[place + len("paediatric") :]
    (sources.folder / "evidence/studies.yaml").write_text(changed)
    found = sources.run("reportkit", "check").stdout
    places = set(re.findall(r"^(chapters/\S+?):\d+:\d+: EVI0(?:04|23) ", found, re.MULTILINE))
    assert {"chapters/10-key-messages.md", "chapters/35-multiply-relapsed.md"} <= places
