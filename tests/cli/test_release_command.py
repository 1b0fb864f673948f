"""`reportkit gate --profile release`: what is left to do before a review is published."""

import json
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest

from reportkit.cli.main import main

ROOT = Path(__file__).parents[2]
SCHEMA = jsonschema.Draft202012Validator(json.loads((ROOT / "docs/release.schema.json").read_text()))
CLEAN_REVIEW = Path(__file__).parents[1] / "reviews" / "clean"
CONCLUSION = """\
# Conclusions

A firm splint heals more wrists, [96.0%]{ev=firm.splint.healed} against [80.0%]{ev=firm.cast.healed}
[@reed2020firm].
"""
CERTAINTY = """\
certainty:
- id: pain
  comparison: splint against cast
  outcome: pain
  relative: firm.pain
  randomised: true
  ratings:
  - {domain: imprecision, step: -1, reason: one small trial}
  statement: A firm splint probably reduces pain.
  judged_by: Ann Reed
"""
VERSIONS = """\
versions:
- {version: "1.0", date: 2023-06-01, trigger: first version, studies_added: [firm, soft]}
"""
COMMIT = "commit them, or take them out: a release can be made again from its commit"
READY = "release: no findings"


def _git(root: Path, *arguments: str) -> None:
    names = ("-c", "user.name=Ann Reed", "-c", "user.email=ann@example.org")
    command = ["git", "-C", str(root), *names, *arguments]
    subprocess.run(command, check=True, capture_output=True)


def _commit(root: Path) -> None:
    _git(root, "add", "--all")
    _git(root, "commit", "--quiet", "--message", "A version")


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A review with a conclusion that a person has verified, all of it committed: ready for release."""
    root = tmp_path / "review"
    shutil.copytree(CLEAN_REVIEW, root)
    monkeypatch.chdir(root)
    (root / "chapters/90-conclusions.md").write_text(CONCLUSION)
    (root / "evidence/certainty.yaml").write_text(CERTAINTY)
    (root / "evidence/CHANGELOG.yaml").write_text(VERSIONS)
    rows = ("firm.splint.healed", "firm.cast.healed", "firm.pain")
    main(["evidence", "verify", *rows, "--by", "Tom Lake", "--on", "2023-06-02"])
    _git(root, "init", "--quiet")
    _commit(root)
    capsys.readouterr()
    return root


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


def _gate(*options: str) -> int:
    main(["check", "--format", "json", "--output", "build/findings.json", "--exit-zero"])
    return main(["gate", "build/findings.json", "--profile", "release", *options])


def _demanded(root: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    """What is demanded once everything is committed."""
    _commit(root)
    _gate("--format", "json")
    answer = json.loads(capsys.readouterr().out)
    SCHEMA.validate(answer)
    demands: list[dict[str, object]] = answer["demands"]
    return demands


@pytest.mark.usefixtures("review")
def test_a_review_that_is_ready(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is demanded of a review whose conclusions are verified and whose files are committed."""
    assert _gate() == 0
    out, err = capsys.readouterr()
    assert (out, err.startswith(READY)) == ("", True)


@pytest.mark.usefixtures("review")
def test_json_of_a_review_that_is_ready(capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON a release without a demand is said to be one."""
    assert _gate("--format", "json") == 0
    answer = json.loads(capsys.readouterr().out)
    SCHEMA.validate(answer)
    assert (answer["ready"], answer["demands"]) == (True, [])


def test_what_is_not_committed(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Changed and new files are named; what a build leaves behind is none of them."""
    (review / "chapters/90-conclusions.md").write_text(CONCLUSION.replace("heals", "mends"))
    (review / "Übersicht notes.txt").write_text("")
    old = review / "build/release.pdf"
    old.parent.mkdir(exist_ok=True)
    old.write_text("old")
    assert _gate("--withdraw", "build/release.pdf") == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "work tree:",
        f"  2 files with changes that are not committed; {COMMIT}",
        "      chapters/90-conclusions.md, Übersicht notes.txt",
        "",
        "a release demands 1 thing",
    ]
    assert not old.exists()
    assert "build/release.pdf was removed" in err


def test_without_version_control(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where git knows nothing of the folder, nobody can tell what was released."""
    shutil.rmtree(review / ".git")
    assert _gate() == 1
    assert "whether all is committed cannot be told: fatal: not a git repository" in capsys.readouterr().out


def test_a_changed_row_needs_a_person_again(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A result that was changed after its verification is told with the chapter that concludes from it."""
    _change(review / "evidence/results.csv", "48,50,96.0,%,,86.3,99.5", "48,50,96.0,%,,86.3,99.6")
    (demand,) = _demanded(review, capsys)
    assert (demand["filename"], demand["subjects"]) == ("chapters/90-conclusions.md", ["firm.splint.healed"])
    assert demand["message"] == "1 of 2 results it rests on are not verified by a person"


def test_a_table_in_a_conclusion_counts(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rows of a table or figure that stands in a concluding chapter need a person too."""
    place = "::: {#tbl:healing .table item=healing}\n:::\n"
    with (review / "chapters/90-conclusions.md").open("a") as chapter:
        chapter.write(f"\n{place}")
    _change(review / "chapters/20-results.md", place, "")
    assert ["soft.healed"] in [demand["subjects"] for demand in _demanded(review, capsys)]


def test_rated_rows_need_a_person(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a rating of certainty is about has to be verified wherever it is shown."""
    _change(review / "evidence/results.csv", "pain at four weeks", "less pain at four weeks")
    (demand,) = _demanded(review, capsys)
    assert (demand["filename"], demand["subjects"]) == ("evidence/certainty.yaml", ["firm.pain"])


def test_a_verification_by_a_machine_is_none(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only the name of a person counts."""
    path = review / "evidence/verifications.csv"
    path.write_text(path.read_text().replace("Tom Lake", "Machine"))
    assert [demand["matter"] for demand in _demanded(review, capsys)] == ["verification"] * 2


def test_a_judgement_of_a_machine(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A rating that a machine proposed waits for a person."""
    _change(review / "evidence/certainty.yaml", "judged_by: Ann Reed", "judged_by: machine")
    (demand,) = _demanded(review, capsys)
    assert (demand["location"], demand["subjects"]) == ({"row": 2, "column": 3}, ["pain"])
    assert demand["message"] == "1 of 1 ratings of certainty are the proposal of a machine"


def test_a_rating_without_a_reason(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A step without a reason is an error of the check, and stops the release by that."""
    _change(review / "evidence/certainty.yaml", ", reason: one small trial", "")
    _change(review / "evidence/certainty.yaml", "probably reduces", "reduces")
    (demand,) = _demanded(review, capsys)
    assert demand["message"] == "TAB003 constraint-error, once"


def test_old_and_missing_locks(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A lock that is not there or too old is named with what to do."""
    (review / "refs.lock.json").unlink()
    _change(review / "reportkit.toml", "today = 2023-06-10", "today = 2023-09-10")
    demands = _demanded(review, capsys)
    assert [demand["matter"] for demand in demands] == ["locks", "locks"]
    assert [demand["filename"] for demand in demands] == ["refs.lock.json", "retraction.lock.csv"]
    assert "days old on 2023-09-10, 30 are allowed" in str(demands[1]["message"])


def test_without_a_list_of_versions(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A reader of an earlier version has to be told what is new."""
    (review / "evidence/CHANGELOG.yaml").unlink()
    (demand,) = _demanded(review, capsys)
    assert (demand["filename"], demand["message"]) == (
        "evidence/CHANGELOG.yaml",
        "there is no list of versions",
    )


def test_a_baseline_excuses_nothing(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An error that the baseline knows does not stop the review, but it stops the release."""
    _change(review / "chapters/10-background.md", "@hill2019wrists", "@hill2109wrists")
    main(["check", "--format", "json", "--output", "baseline.json", "--exit-zero"])
    _change(review / "reportkit.toml", "[check]\n", '[check]\nbaseline = "baseline.json"\n')
    (demand,) = _demanded(review, capsys)
    assert demand["message"] == "CIT001 undefined-key, once"
    assert "baseline" in str(demand["remedy"])


def test_nobody_says_where_it_concludes(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a concluding chapter nothing could be demanded of it, so that is demanded first."""
    _change(review / "reportkit.toml", 'conclusions = ["chapters/90-*"]\n', "")
    (demand,) = _demanded(review, capsys)
    assert (demand["filename"], demand["message"]) == ("reportkit.toml", "no chapter is said to conclude")


def test_a_misspelt_conclusion(review: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A chapter that is named but not there would let its conclusions pass unseen."""
    (review / "chapters/90-conclusions.md").rename(review / "chapters/91-conclusions.md")
    (demand,) = _demanded(review, capsys)
    assert (demand["filename"], demand["subjects"]) == ("reportkit.toml", ["chapters/90-*"])
