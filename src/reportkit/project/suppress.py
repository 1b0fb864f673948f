"""Write remarks into a project, so that what is found now is not told any more."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from reportkit.adapters.suppressions import with_records
from reportkit.check.adding_remarks import remarks_in_bibliography, remarks_in_chapter
from reportkit.check.edits import apply_edits
from reportkit.check.suppressing import may_be_hidden
from reportkit.errors import UsageError
from reportkit.model.diagnostic import Diagnostic, Edit
from reportkit.model.review import Review
from reportkit.project.check import check_sources
from reportkit.project.request import Request
from reportkit.project.revision import Original, Revision
from reportkit.project.sources import Sources, read_sources
from reportkit.rules.tool import not_utf8


def suppress_findings(request: Request, reason: str) -> tuple[Revision, ...]:
    """Add a remark with this reason for every finding that can be suppressed; the files as written."""
    if not reason.strip() or "-->" in reason or "\n" in reason:
        raise UsageError("a reason is words in one line, without `-->`", "Say why the findings are wrong.")
    sources = read_sources(request)
    told = check_sources(sources, request).diagnostics
    guessed = {d.location.filename for d in told if d.code == not_utf8.RULE.code}
    found = [d for d in told if may_be_hidden(d.code) and d.location.filename not in guessed]
    revisions = (*_with_remarks(sources, found, reason.strip()), *_with_list(sources, found, reason.strip()))
    for revision in revisions:
        revision.write()
    return revisions


def _with_remarks(sources: Sources, found: Iterable[Diagnostic], reason: str) -> Iterator[Revision]:
    for filename, group in groupby(found, key=lambda diagnostic: diagnostic.location.filename):
        edits = _edits(sources.review, filename, list(group), reason)
        if edits:
            original = Original.read(sources.root, filename)
            yield original.revised(apply_edits(original.source, map(original.fitted, edits)))


def _edits(review: Review, filename: str, found: list[Diagnostic], reason: str) -> tuple[Edit, ...]:
    for chapter in review.chapters:
        if chapter.filename == filename:
            return remarks_in_chapter(chapter, found, reason)
    for source in review.bibliography.sources:
        if source.filename == filename:
            return remarks_in_bibliography(source, review.bibliography, found, reason)
    return ()


def _with_list(sources: Sources, found: Iterable[Diagnostic], reason: str) -> Iterator[Revision]:
    """The list beside the evidence, with a record for each row that has findings."""
    folder = sources.review.settings.evidence
    pairs = dict.fromkeys(
        (d.code, d.subject) for d in found if d.subject and d.location.filename.startswith(f"{folder}/")
    )
    if pairs:
        original = Original.read(sources.root, f"{folder}/suppressions.yaml")
        text = with_records(original.source.text, pairs, reason)
        if text is not None:
            yield original.revised(text)
