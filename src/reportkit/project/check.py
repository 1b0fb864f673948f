"""Check a project, or texts that belong to none."""

from collections.abc import Collection

from reportkit.check.findings import Findings
from reportkit.check.fingerprints import with_fingerprints
from reportkit.check.run import run_rules, unchecked
from reportkit.check.selection import Selection
from reportkit.errors import UsageError
from reportkit.measures.near import did_you_mean
from reportkit.model.diagnostic import Diagnostic
from reportkit.model.settings import Settings
from reportkit.project.items import with_items
from reportkit.project.sources import Request, Sources, read_sources
from reportkit.rules.registry import all_rules, unknown_words

_ABOUT_THE_CHECK = "RKT"  # what cannot be read matters to every file


def check_project(request: Request) -> Findings:
    """Read the sources, run the rules, and keep the findings that are asked for."""
    return check_sources(read_sources(request), request)


def check_sources(sources: Sources, request: Request) -> Findings:
    """Run the rules over sources that have been read."""
    review = with_items(sources.review)
    selection = _selection(request, review.settings)
    found = tuple(with_fingerprints(run_rules(review, selection), review.sources))
    told = {diagnostic.code for diagnostic in found}
    return Findings(
        diagnostics=tuple(d for d in found if not sources.selective or _is_asked_for(d, sources.files)),
        files=sources.files,
        not_applicable=tuple(
            rule.code
            for rule in all_rules()
            if rule in selection and rule.code not in told and not rule.applies(review)
        ),
        unchecked=unchecked(review, selection),
        sources=review.sources,
    )


def _selection(request: Request, settings: Settings) -> Selection:
    """The rules that the request names, else those of the settings; what either ignores is left out."""
    for word in unknown_words((*request.select, *request.ignore)):
        hint = did_you_mean(word, (rule.code for rule in all_rules()), "`reportkit rules` lists all rules.")
        raise UsageError(f"there is no rule `{word}`", hint)
    select = request.select or tuple(map(str.upper, settings.select))
    ignore = (*request.ignore, *map(str.upper, settings.ignore))
    return Selection(select, ignore, tuple(map(str.upper, settings.extend_select)))


def _is_asked_for(diagnostic: Diagnostic, files: Collection[str]) -> bool:
    return diagnostic.location.filename in files or diagnostic.code.startswith(_ABOUT_THE_CHECK)
