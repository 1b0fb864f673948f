import re
import subprocess
from functools import cache
from importlib import metadata

import pytest
import yaml

from tests.locks import ROOT, pins

LOCKS = ("check", "build", "test", "backend", "lock", "validate")
TOPIC = {"leukaemia", "leukemia", "lymphoblast", "relapse", "chemotherapy", "paediatric"}
NOT_OF_THE_TOPIC = {"none", "background"}
# A class of one character keeps these patterns from finding themselves.
UNFINISHED = r"(#|//)\s*(T[O]DO|F[I]XME)\b"
MACHINE_PATH = r"(?<![\w.:/<])/(home|root|work|Users)/\w|[.][.]/shared"
PACKAGE_SERVER = r"(?i)pypi[.]org|pythonhosted[.]org|npmjs[.]|deb[.]debian[.]org|--(extra-)?index-url"


@cache
def tracked(*folders: str) -> dict[str, str]:
    """Names and texts of the text files under version control."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--", *folders]
    names = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\0")
    texts = {}
    for name in filter(None, names):
        content = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b""
        if b"\0" not in content:
            texts[name] = content.decode("utf-8", "replace")
    return texts


def matches(pattern: str, *folders: str) -> list[str]:
    """The places where a pattern stands, as `file:line: text`."""
    found = []
    for name, text in tracked(*folders).items():
        for row, line in enumerate(text.splitlines(), 1):
            if match := re.search(pattern, line):
                found.append(f"{name}:{row}: {match[0]}")
    return found


def topic_words() -> set[str]:
    """Products, studies and registrations of this review, and the words of its field."""
    studies = yaml.safe_load((ROOT / "evidence/studies.yaml").read_text("utf-8"))["studies"]
    words = {word for study in studies for word in study["product"].split() if len(word) > 4}
    names = {study["id"] for study in studies}
    registrations = {number for study in studies for number in study["registrations"] or ()}
    return (TOPIC | words | names | registrations) - NOT_OF_THE_TOPIC


def required(extra: str) -> set[str]:
    """Normal names of the packages that an extra, or for an empty name the base, asks for."""
    names = set()
    for requirement in metadata.requires("reportkit-review") or ():
        name, _, marker = requirement.partition(";")
        if (f"extra == '{extra}'" in marker.replace('"', "'")) if extra else not marker:
            names.add(re.sub(r"[-_.]+", "-", re.split(r"[\[<>=~! ]", name)[0]).lower())
    return names


def test_the_toolkit_knows_nothing_of_this_review() -> None:
    """Another team can start its review with the same code and templates."""
    pattern = r"(?i)\b(" + "|".join(map(re.escape, sorted(topic_words()))) + ")"
    assert matches(pattern, "src", "templates") == []


def test_the_words_of_the_topic_are_found_where_they_belong() -> None:
    """The list of words is not empty and not of other things: the evidence is full of them."""
    assert len(topic_words()) > 30
    assert matches("|".join(sorted(topic_words())), "evidence/results.csv")


@pytest.mark.parametrize("pattern", [UNFINISHED, MACHINE_PATH, PACKAGE_SERVER])
def test_no_file_is_unfinished_or_bound_to_one_machine(pattern: str) -> None:
    """Notes to oneself, folders of one machine and addresses of package servers are in no file."""
    assert matches(pattern) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_a_hash_for_each_package_and_no_address(lock: str) -> None:
    """The installer takes packages from wherever the machine is told to, and takes no others."""
    text = (ROOT / f"requirements/{lock}.txt").read_text("utf-8")
    blocks = re.split(r"\n(?=[a-z0-9])", text)
    assert [block for block in blocks if "==" in block and "--hash=sha256:" not in block] == []
    assert "://" not in text


@pytest.mark.parametrize(("narrow", "wide"), [("check", "build"), ("build", "test")])
def test_a_narrow_lock_is_part_of_the_wide_one(narrow: str, wide: str) -> None:
    """A review is built with the versions that the tests ran with."""
    assert pins(narrow).items() <= pins(wide).items()


@pytest.mark.parametrize(("extra", "lock"), [("", "check"), ("build", "build"), ("test", "test")])
def test_a_lock_has_all_that_the_project_asks_for(extra: str, lock: str) -> None:
    """After a change of dependencies in pyproject.toml somebody ran `make lock`."""
    assert required(extra) - pins(lock).keys() == set()


def test_the_conda_environment_is_that_of_the_lock() -> None:
    """The environment file that the workflow names was written from the lock of the build."""
    environment = yaml.safe_load((ROOT / "requirements/environment.yaml").read_text("utf-8"))
    listed = environment["dependencies"][-1]["pip"]
    assert dict(line.split(" ")[0].split("==") for line in listed) == pins("build")


def test_a_decision_record_is_short() -> None:
    """Context, decision and consequences of each decision fit on 25 lines."""
    records = tracked("docs/decisions")
    headings = ["## Context", "## Decision", "## Consequences"]
    assert len(records) >= 10
    for name, text in records.items():
        assert [line for line in text.splitlines() if line.startswith("## ")] == headings, name
        assert len(text.splitlines()) <= 25, name
