"""What can be asked of a draft as a copy for reviewers."""

import pytest

from reportkit.errors import UsageError
from reportkit.project.reviewers import options_for_reviewers


def test_a_draft_is_plain_unless_asked() -> None:
    """Without configuration nothing is added."""
    assert options_for_reviewers({}) == ()


def test_all_that_can_be_asked_for() -> None:
    """Each choice is an option of `reportkit pdf`."""
    config = {"copy": "reviewers", "spacing": "double", "since": "old.html"}
    assert options_for_reviewers(config) == ("--for-reviewers", "--double-spaced", "--since", "old.html")


@pytest.mark.parametrize(
    ("config", "complaint"),
    [
        ({"copy": "reviewer"}, "copy=reviewer"),
        ({"copies": "reviewers"}, "copies=reviewers"),
        ({"spacing": "double"}, "only a copy for reviewers has spacing"),
        ({"copy": "reviewers", "spacing": 2}, "spacing=2"),
    ],
)
def test_a_slip_is_no_plain_draft(config: dict[str, object], complaint: str) -> None:
    """A misspelt wish is named, with what is known."""
    with pytest.raises(UsageError, match=complaint) as error:
        options_for_reviewers(config)
    assert "copy=reviewers" in error.value.hint
