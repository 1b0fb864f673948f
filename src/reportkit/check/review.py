"""Check a review: run the rules, and sort what they find."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportkit.check.findings import Findings
from reportkit.check.fingerprints import with_fingerprints
from reportkit.check.run import Each, run_rules, unchecked
from reportkit.check.selection import Selection
from reportkit.check.suppressing import Sifted, may_be_hidden, sift
from reportkit.model.diagnostic import Diagnostic, Severity
from reportkit.model.review import Review
from reportkit.model.suppression import Suppression
from reportkit.rules.reading.suppressions import suppressions
from reportkit.rules.registry import all_rules, find_rule
from reportkit.rules.tool import not_utf8, unused_suppression


def check_review(review: Review, selection: Selection, each: Each = map) -> Findings:
    """Everything the selected rules find in a review, without what its authors suppress."""
    found = tuple(with_fingerprints(run_rules(review, selection, each=each), review.sources))
    asked_for = tuple(suppressions(review))
    sifted = sift(found, asked_for)
    idle = _idle(review, selection, asked_for, sifted)
    told = [*sifted.told, *with_fingerprints(idle, review.sources)]
    guessed = {fault.location.filename for fault in review.all_faults if fault.code == not_utf8.RULE.code}
    mends = (selection.mends(d.code) and d.location.filename not in guessed for d in told)
    offered = (d if mended else replace(d, fix=None) for d, mended in zip(told, mends, strict=True))
    codes = {diagnostic.code for diagnostic in found}
    return Findings(
        diagnostics=tuple(sorted(offered, key=lambda diagnostic: diagnostic.sort_key)),
        not_applicable=tuple(
            rule.code
            for rule in all_rules()
            if rule in selection and rule.code not in codes and not rule.applies(review)
        ),
        unchecked=unchecked(review, selection),
        suppressed=sifted.suppressed,
        sources=review.sources,
    )


def _idle(
    review: Review, selection: Selection, asked_for: Sequence[Suppression], sifted: Sifted
) -> Iterator[Diagnostic]:
    """The findings about suppressions that suppress nothing."""
    if unused_suppression.RULE not in selection:
        return
    complete = is_complete(sifted.told)
    for suppression in asked_for:
        if not suppression.codes:
            yield unused_suppression.without_effect(suppression)
        wrong = [code for code in suppression.codes if not (find_rule(code) and may_be_hidden(code))]
        for code in wrong:
            yield unused_suppression.misnamed(suppression, code)
        idle = [code for code in suppression.codes if (suppression, code) not in sifted.used]
        judged = [code for code in idle if code not in wrong and ran(code, review, selection)]
        if judged and complete:
            yield unused_suppression.unused(suppression, judged)


def is_complete(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether everything could be read: where it could not, other findings may stay away."""
    return all(d.severity is not Severity.ERROR or may_be_hidden(d.code) for d in diagnostics)


def ran(code: str, review: Review, selection: Selection) -> bool:
    """Whether a rule of this code had something to look at, and did."""
    rule = find_rule(code)
    return rule is not None and rule in selection and rule.applies(review)
