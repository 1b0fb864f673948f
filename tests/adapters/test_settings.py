from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.adapters import settings as settings_module
from reportkit.adapters.settings import read_settings
from reportkit.errors import ConfigurationError
from reportkit.model.settings import Author, Settings


def project(root: Path, text: str, name: str = "reportkit.toml") -> Path:
    """A project with these settings."""
    (root / name).write_text(text, encoding="utf-8")
    return root


def documented() -> str:
    """The example in the documentation of the settings."""
    lines = (settings_module.__doc__ or "").split("\n")
    return "\n".join(line.removeprefix("    ") for line in lines if line.startswith("    ") or not line)


def test_project_without_settings_has_the_defaults(tmp_path: Path) -> None:
    """A foreign project needs no settings."""
    assert read_settings(tmp_path) == (Settings(), ())


def test_documented_example_sets_everything(tmp_path: Path) -> None:
    """The example in the documentation is read, and leaves nothing at its default."""
    (tmp_path / "evidence").mkdir()
    for lock in ("refs.lock.json", "retraction.lock.csv"):
        (tmp_path / lock).touch()
    settings, faults = read_settings(project(tmp_path, documented()))
    assert faults == ()
    assert settings.title == "Herons of the lower river"
    assert settings.authors == (Author("Ann Reed", "0000-0002-1825-0097"),)
    assert settings.data_date == "2024-05-31"
    assert settings.keywords == ("herons", "rivers")
    assert (settings.chapters, settings.bibliography, settings.evidence) == (
        "chapters",
        ("references.bib",),
        "evidence",
    )
    assert (settings.select, settings.ignore) == (("CIT", "NUM024"), ("BIB007",))
    assert settings.structural_numbers == (r"\d+ years old",)
    assert {name for name in Settings.__slots__ if not getattr(settings, name)} == set()


def test_rules_know_where_they_are_named(tmp_path: Path) -> None:
    """The place of each word under `select` and `ignore` is known."""
    settings, _ = read_settings(project(tmp_path, '[check]\nselect = [\'CIT\',\n  "BIB"]\nignore = ["X"]\n'))
    assert {word: str(place) for word, place in settings.rule_locations.items()} == {
        "CIT": "reportkit.toml:2:12",
        "BIB": "reportkit.toml:3:4",
        "X": "reportkit.toml:4:12",
    }


def test_settings_may_stand_in_a_shared_file(tmp_path: Path) -> None:
    """A foreign project keeps its settings in `pyproject.toml`, whose other tables are not ours."""
    text = (
        "[tool.other]\nselect = 1\n[tool.reportkit]\ntitle = 'T'\n[tool.reportkit.check]\nignore = ['BIB']\n"
    )
    settings, _ = read_settings(project(tmp_path, text, "pyproject.toml"))
    assert (settings.title, settings.ignore, settings.filename) == ("T", ("BIB",), "pyproject.toml")


def test_shared_file_without_our_table_has_no_settings(tmp_path: Path) -> None:
    """A `pyproject.toml` of other tools is not a file of settings."""
    assert read_settings(project(tmp_path, "[tool.other]\n", "pyproject.toml")) == (Settings(), ())


def test_settings_in_two_files_are_refused(tmp_path: Path) -> None:
    """It has to be clear which settings hold."""
    project(tmp_path, "title = 'T'")
    with pytest.raises(
        ConfigurationError, match=r"reportkit\.toml and in \[tool\.reportkit\] of pyproject\.toml"
    ):
        read_settings(project(tmp_path, "[tool.reportkit]\n", "pyproject.toml"))


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("\ntitel = 'T'", "2: there is no setting `titel`", "Did you mean `title`?"),
        ("colour = 'red'", "1: there is no setting `colour`", "Known here: title,"),
        ("[chekc]\n", "1: there is no setting `chekc`", "Did you mean `check`?"),
        ("[check]\nselct = []", "2: there is no setting `selct`", "Did you mean `select`?"),
        ("select = []", "1: there is no setting `select`", "It belongs below `[check]`."),
        ("[check]\njournals = []", "2: there is no setting `journals`", "It belongs below `[style]`."),
        ("check.selct = []", "1: there is no setting `selct`", "Did you mean `select`?"),
        ("title = 3", "1: `title` has to be text in quotation marks", ""),
        ("version = 1.0", "1: `version` has to be text in quotation marks", ""),
        ("keywords = 'a, b'", "1: `keywords` has to be a list of texts", ""),
        ("keywords = ['a', 1]", "1: `keywords` has to be a list of texts", ""),
        ("data-date = '31 May 2024'", "1: `data-date` has to be a date such as 2024-05-31", ""),
        ("data-date = 2024-05-31T12:00:00", "1: `data-date` has to be a date", ""),
        ("language = 'english!'", "1: `language` has to be a language such as en-GB", ""),
        ("authors = 'Ann'", "1: `authors` has to be a list", "Write `[[authors]]`"),
        ("authors = ['Ann']", "1: each author has to be a table", "Write `[[authors]]`"),
        ("authors = [1]", "1: each author has to be a table", "Write `[[authors]]`"),
        ("[[authors]]\norcid = 'x'", "1: an author has no name", "Write `name"),
        (
            "[[authors]]\nname = 'A'\n[[authors]]\nmail = 'x'",
            "4: there is no setting `mail`",
            "Known here: name, orcid",
        ),
        ("paths = 'chapters'", "1: `paths` has to be a table", "Write `[paths]`"),
        ("[paths]\nbibliography = 'a.bib'", "2: `bibliography` has to be a list", ""),
        ("[paths]\nbibliography = ['../a.bib']", "2: `bibliography` has to be a path within the project", ""),
        ("[paths]\nevidence = '/e'", "2: `evidence` has to be a path within the project", ""),
        ('[paths]\nchapters = "a\\u0000b"', "2: `chapters` has to be a path within the project", ""),
        ("[paths]\nchapters = ''", "2: `chapters` has to be a path within the project", ""),
        ("[check]\nstructural-numbers = ['(']", "2: `structural-numbers` holds `(`, which is no regular", ""),
        (f"title = {'9' * 5000}", "1: this is not TOML: ", ""),
        ("title = \n", "1: this is not TOML: ", ""),
        ("title = 'a'\ntitle = 'b'", "2: this is not TOML: ", ""),
    ],
)
def test_what_cannot_be_used_is_named_with_its_line(
    tmp_path: Path, text: str, message: str, hint: str
) -> None:
    """A wrong setting ends the run with file, line and what to do."""
    with pytest.raises(ConfigurationError) as caught:
        read_settings(project(tmp_path, text))
    assert caught.value.message.startswith(f"reportkit.toml:{message}")
    assert "\n" not in caught.value.message
    assert caught.value.hint.startswith(hint)


def test_evidence_that_is_named_has_to_be_there(tmp_path: Path) -> None:
    """A misspelt folder of evidence does not silently switch the rules about it off."""
    settings, (fault,) = read_settings(project(tmp_path, "[paths]\nevidence = 'evidnce'"))
    assert (str(fault.location), fault.message) == ("reportkit.toml:2:1", "there is no folder `evidnce`")
    assert settings.evidence == "evidnce"


def test_a_lock_that_is_named_has_to_be_there(tmp_path: Path) -> None:
    """A misspelt name would leave retractions unseen; where none is named there may be none."""
    text = '[paths]\nretractions = "watch.csv"\nmetadata = "refs.json"'
    _, faults = read_settings(project(tmp_path, text))
    assert [f"{fault.location} {fault.code} {fault.message}" for fault in faults] == [
        "reportkit.toml:3:1 RKT010 there is no file `refs.json`",
        "reportkit.toml:2:1 RKT010 there is no file `watch.csv`",
    ]


@given(st.binary(max_size=80))
def test_any_bytes_are_settings_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Garbage ends in one clear line."""
    root = tmp_path_factory.mktemp("garbage")
    (root / "reportkit.toml").write_bytes(content)
    with suppress(ConfigurationError):
        read_settings(root)


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    """A file made to exhaust the parser is refused like any other that is no TOML."""
    with pytest.raises(ConfigurationError, match="not TOML"):
        read_settings(project(tmp_path, "a = " + "[" * 100_000))
