from pathlib import Path

import pytest

from reportkit.cli.main import COMMANDS, main
from reportkit.project.rule_pages import rule_pages
from reportkit.rules.registry import all_rules

PAGES = Path(__file__).parents[2] / "docs" / "rules"


@pytest.mark.parametrize("word", ["CIT001", "cit001", "undefined-key"])
def test_rule(word, capsys):
    """A rule is explained by its code, in any case, or by its name."""
    assert main(["rule", word]) == 0
    assert capsys.readouterr().out == (PAGES / "CIT001.md").read_text(encoding="utf-8")


def test_unknown_rule(capsys):
    """An unknown rule is one line with the nearest ones, and exit code 2."""
    assert main(["rule", "undefined-kye"]) == 2
    assert capsys.readouterr().err == (
        "reportkit: there is no rule `undefined-kye`\n"
        "    Did you mean `undefined-key`? `reportkit rules` lists all rules.\n"
    )


def test_rules(capsys):
    """Every rule is listed on one line."""
    assert main(["rules"]) == 0
    assert [line[:6] for line in capsys.readouterr().out.splitlines()] == [rule.code for rule in all_rules()]


def test_committed_pages():
    """The pages in docs/rules are what `reportkit rules --write docs/rules` writes."""
    assert {path.name: path.read_text(encoding="utf-8") for path in PAGES.iterdir()} == rule_pages()


def test_write(tmp_path):
    """The pages are written into a folder that is made for them."""
    assert main(["rules", "--write", str(tmp_path / "docs")]) == 0
    assert {path.name for path in (tmp_path / "docs").iterdir()} == set(rule_pages())


@pytest.mark.parametrize("command", COMMANDS)
def test_help(command, capsys):
    """Every command has a help text with a description and an example."""
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert "example" in out
    assert f"reportkit {command}" in out


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["check", "--frmat", "json"], ["rule"]])
def test_usage(arguments, capsys):
    """A command line that cannot be understood gives the usage and exit code 2."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: reportkit" in capsys.readouterr().err
