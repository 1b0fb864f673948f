"""What `snakemake draft --config …` asks of a copy for reviewers, as options of `reportkit pdf`."""

from collections.abc import Mapping

from reportkit.errors import UsageError

_CHOICES = {"copy": "reviewers", "spacing": "double"}
_FILE = "since"
_HINT = "Known are: copy=reviewers, spacing=double, since=EARLIER.html."


def options_for_reviewers(config: Mapping[str, object]) -> tuple[str, ...]:
    """No options without `copy`; UsageError for what is not known, so that a slip is not a plain copy."""
    for name, value in config.items():
        if name != _FILE and _CHOICES.get(name) != value:
            raise UsageError(f"the copy of a draft is not set by {name}={value}", _HINT)
    if "copy" not in config:
        if config:
            raise UsageError(f"only a copy for reviewers has {', '.join(config)}", "Add copy=reviewers.")
        return ()
    spacing = ("--double-spaced",) if "spacing" in config else ()
    since = ("--since", str(config[_FILE])) if _FILE in config else ()
    return ("--for-reviewers", *spacing, *since)
