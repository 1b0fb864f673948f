import hashlib
import re
import shutil
from pathlib import Path

import pytest

from tests.workflow.miniature import FILES, SNAKEMAKE, Miniature, write_miniature

PUBLISHED = ("review.html", "review.pdf")
RETRACTIONS = """\
# 2021-05-01
RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason
3/9/2020 0:00,10.1000/notice.1,10.1000/casts.1,0,Retraction,Error in Data;
"""
NAMED = "-c user.name=Ann -c user.email=ann@example.org"


def digests(review: Miniature) -> list[str]:
    """The digests of both published documents."""
    return [hashlib.sha256(review.document(name).read_bytes()).hexdigest() for name in PUBLISHED]


def shell_commands(review: Miniature) -> list[str]:
    """The command of each job that Snakemake would run, in order."""
    printed = review.snakemake("--forceall", "--dry-run", "--printshellcmds", "--quiet", "host").stdout
    return re.findall(r"^Shell command: (reportkit .*)$", printed, re.MULTILINE)


def test_success_is_told_in_25_lines(tmp_path: Path, built: Miniature) -> None:
    """An author sees the whole story of a good build on one screen."""
    review = write_miniature(tmp_path / "new")
    shutil.copytree(built.folder / ".reportkit", review.folder / ".reportkit")
    outcome = review.snakemake()
    assert outcome.returncode == 0
    assert len(outcome.stdout.splitlines()) <= 25
    assert all(review.document(name).stat().st_size for name in PUBLISHED)


def test_a_second_build_has_nothing_to_do(review: Miniature) -> None:
    """What is up to date is left alone, also in a copy of the folder."""
    assert "Nothing to be done" in review.snakemake().stdout


def test_a_touched_source_is_no_change(review: Miniature) -> None:
    """Content counts, not time."""
    (review.folder / "references.bib").touch()
    assert "Nothing to be done" in review.snakemake().stdout


def test_each_job_is_one_call_of_reportkit(review: Miniature) -> None:
    """At most eight jobs make a build, and every one of them can be copied to a terminal."""
    commands = shell_commands(review)
    assert 5 <= len(commands) <= 7
    assert [
        command for command in commands if not re.fullmatch(r"reportkit [^|;&]+ \|& tee \S+( \S+)?", command)
    ] == []


def test_copied_commands_make_the_same_documents(review: Miniature) -> None:
    """Run by hand one after the other, the steps give the bytes that Snakemake's build gave."""
    commands, expected = shell_commands(review), digests(review)
    shutil.rmtree(review.folder / "build")
    for place in ("build/log", "build/work/review"):
        (review.folder / place).mkdir(parents=True)
    script = "set -euo pipefail\n" + "\n".join(commands)
    outcome = review.run("bash", "-c", script)
    assert outcome.returncode == 0, outcome.stdout
    assert digests(review) == expected


def test_the_place_and_the_machine_leave_no_trace(built: Miniature, tmp_path: Path) -> None:
    """Another folder, time zone, locale and hash seed give the same bytes."""
    other = write_miniature(tmp_path / "Ein Prüfordner")
    outcome = other.snakemake(TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="7")
    assert outcome.returncode == 0, outcome.stdout
    assert digests(other) == digests(built)


def test_an_error_stops_the_review_and_withdraws_the_old_one(review: Miniature) -> None:
    """The finding is printed once with its place, and no document is left to pass on."""
    review.write("chapters/10-results.md", "# Results\n\nThey walked [@nguyen2012].\n")
    outcome = review.snakemake()
    assert outcome.returncode == 1
    assert outcome.stdout.count("chapters/10-results.md:3:14: CIT001") == 1
    assert "Traceback" not in outcome.stdout
    assert "snakemake draft" in outcome.stdout
    assert not any(review.document(name).exists() for name in PUBLISHED)
    assert review.document("findings.json").exists()


def test_the_draft_is_built_whatever_the_check_finds(review: Miniature) -> None:
    """The author sees the error in place."""
    review.write("chapters/10-results.md", "# Results\n\nThey walked [@nguyen2012].\n")
    outcome = review.snakemake("draft")
    assert outcome.returncode == 0, outcome.stdout
    assert "nguyen2012" in review.document("draft.html").read_text("utf-8")
    assert review.document("draft.pdf").exists()


@pytest.mark.parametrize("name", ["references.bib", "templates", "chapters"])
def test_a_deleted_source_is_noticed(review: Miniature, name: str) -> None:
    """Old results do not stand in for a source that is gone, and the message is not Snakemake's."""
    place = review.folder / name
    shutil.rmtree(place) if place.is_dir() and not place.is_symlink() else place.unlink()
    outcome = review.snakemake()
    assert outcome.returncode == 1
    assert "MissingInput" not in outcome.stdout
    assert "Traceback" not in outcome.stdout
    assert not any(review.document(document).exists() for document in PUBLISHED)


def test_a_deleted_chapter_leaves_the_document(review: Miniature) -> None:
    """The document is that of the chapters that are there."""
    (review.folder / "chapters/20-was nun, Übersicht.md").unlink()
    assert review.snakemake().returncode == 0
    page = review.document("review.html").read_text("utf-8")
    assert "walk again" in page
    assert "casts will follow" not in page


@pytest.mark.parametrize("name", ["30-{more}.md", "-30-more.md", "10-more.md", "10-RESULTS.md"])
def test_a_refused_chapter_name_is_the_checks_to_report(review: Miniature, name: str) -> None:
    """Names that would confuse the workflow or the order are findings, not faults of Snakemake."""
    review.write(f"chapters/{name}", FILES["chapters/10-results.md"])
    outcome = review.snakemake()
    assert outcome.returncode == 1
    assert "WildcardError" not in outcome.stdout
    assert "RKT008" in outcome.stdout
    assert name in outcome.stdout


def test_a_file_size_limit_is_one_plain_message(review: Miniature) -> None:
    """A document that does not fit leaves no half of itself."""
    review.write("chapters/30-more.md", "# More\n\nMore of it.\n")
    outcome = review.run("bash", "-c", 'ulimit -f 60; exec "$@"', "bash", *SNAKEMAKE)
    assert outcome.returncode == 1
    assert "file size limit" in outcome.stdout
    assert "Traceback" not in outcome.stdout
    assert not any(review.document(name).exists() for name in PUBLISHED)


def test_a_release_stands_on_what_is_committed(review: Miniature) -> None:
    """It is built once all demands are met, and withdrawn with the first source that is not committed."""
    documents = (review.document("release.html"), review.document("release.pdf"))
    review.write("refs.lock.json", '{"schema_version": 1, "date": "2021-05-01", "records": {}}\n')
    review.write("retraction.lock.csv", RETRACTIONS)
    review.run("bash", "-c", f"git init -q && git add -A . ':!build' && git {NAMED} commit -q -m Release")
    assert review.snakemake("release").returncode == 0
    assert all(document.exists() for document in documents)
    review.write("chapters/10-results.md", FILES["chapters/10-results.md"].replace("could", "can"))
    outcome = review.snakemake("release")
    assert outcome.returncode == 1
    assert "1 file with changes that are not committed" in outcome.stdout
    assert not any(document.exists() for document in documents)
    assert review.document("review.pdf").exists()
