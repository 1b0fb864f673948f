import pytest

from reportkit.check.run import run_rules
from reportkit.check.selection import Selection
from reportkit.model.diagnostic import Severity
from reportkit.model.location import Location, Position
from reportkit.model.review import Review
from reportkit.model.settings import Settings
from reportkit.rules.rule import Data, Rule

EMPTY = Review(Settings())


def _place(filename, row, column):
    return Location(filename, Position(row, column), Position(row, column + 1))


def _rule(code, *found, needs=(), subject=None):
    def check(_):
        for place in found:
            yield rule.diagnostic(_place(*place), "flawed", "mend it", subject)

    rule = Rule(
        code=code,
        name=f"flaw-{code.lower()}",
        severity=Severity.ERROR,
        needs=frozenset(needs),
        check=check,
        documentation="A flaw.",
    )
    return rule


def _lines(diagnostics):
    return [f"{diagnostic.location} {diagnostic.code}" for diagnostic in diagnostics]


def test_order():
    """Findings come by file, row, column and code, whatever the order of the rules."""
    rules = [_rule("XYZ2", ("b.md", 1, 1), ("a.md", 10, 1), ("a.md", 9, 2)), _rule("XYZ1", ("a.md", 10, 1))]
    expected = ["a.md:9:2 XYZ2", "a.md:10:1 XYZ1", "a.md:10:1 XYZ2", "b.md:1:1 XYZ2"]
    assert _lines(run_rules(EMPTY, rules=rules)) == expected
    assert _lines(run_rules(EMPTY, rules=reversed(rules))) == expected


def test_each_finding_once():
    """Two equal findings are one."""
    assert len(run_rules(EMPTY, rules=[_rule("XYZ1", ("a.md", 1, 1), ("a.md", 1, 1))])) == 1


def test_failing_rule():
    """A rule that fails is a finding that names it and the place of the fault; the others go on."""

    def check(_):
        yield from ()
        raise KeyError("row")

    broken = Rule(
        code="XYZ1",
        name="broken",
        severity=Severity.WARNING,
        needs=frozenset(),
        check=check,
        documentation="A flaw.",
    )
    failed, found = run_rules(EMPTY, rules=[broken, _rule("XYZ2", ("z.md", 1, 1))])
    assert (failed.code, failed.subject, found.code) == ("RKT005", "XYZ1", "XYZ2")
    assert failed.location == Location.top("reportkit.toml")
    assert failed.message.startswith("the rule XYZ1 broken failed at tests.check.test_run:")
    assert failed.message.endswith("KeyError: 'row'")


def test_rules_that_do_not_apply():
    """A rule about evidence does not run where there is no evidence database."""
    rule = _rule("XYZ1", ("a.md", 1, 1), needs=[Data.EVIDENCE])
    assert run_rules(EMPTY, rules=[rule]) == ()


def test_selection():
    """Rules that are not selected do not run."""
    rules = [_rule("XYZ1", ("a.md", 1, 1)), _rule("XYZ2", ("a.md", 1, 1))]
    assert _lines(run_rules(EMPTY, Selection(("XYZ2",)), rules)) == ["a.md:1:1 XYZ2"]


@pytest.mark.parametrize(
    ("cause", "consequence", "same", "other"),
    [
        ("RKT004", "CIT001", {}, None),
        ("RKT004", "CIT002", {}, None),
        ("RKT004", "TAB005", {}, None),
        ("RKT009", "EVI002", {}, None),
        ("BIB001", "BIB007", {"subject": "k"}, {"subject": "m"}),
        ("TAB002", "NUM009", {"subject": "k"}, {"subject": "m"}),
    ],
)
def test_causes_supersede_consequences(cause, consequence, same, other):
    """A finding that another one explains is not reported; one about something else is."""
    rules = [_rule(cause, ("r.bib", 1, 1), **same), _rule(consequence, ("r.bib", 2, 1), **same)]
    assert _lines(run_rules(EMPTY, rules=rules)) == [f"r.bib:1:1 {cause}"]
    if other:
        rules[1] = _rule(consequence, ("r.bib", 2, 1), **other)
        assert len(run_rules(EMPTY, rules=rules)) == 2


@pytest.mark.parametrize("cause", ["CIT006", "CIT009"])
def test_causes_at_the_same_place(cause):
    """A cut key and a citation in an address explain the unknown key at their place, not at others."""
    rules = [_rule(cause, ("a.md", 1, 1)), _rule("CIT001", ("a.md", 1, 1), ("a.md", 2, 1))]
    assert _lines(run_rules(EMPTY, rules=rules)) == [f"a.md:1:1 {cause}", "a.md:2:1 CIT001"]
