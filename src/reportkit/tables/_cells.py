"""Cells that several tables have: a value with its marks, its source with how well it was read."""

from collections.abc import Iterable, Iterator

from reportkit.items.cautions import cautions_of
from reportkit.items.inlines import LINE_BREAK, cite, escape, tie
from reportkit.items.options import first_match, words
from reportkit.items.readings import READINGS, weakest
from reportkit.items.texts import filled
from reportkit.measures.printed import calculated_percent, counts, estimate, interval, p_value, standard_error
from reportkit.model.evidence import Evidence, Measure, Result
from reportkit.model.items import Item
from reportkit.tables._notes import Notes

ABSENT = "–"

_NO_NUMBER = "no number printed"
_ONE_SIDED = "NA, not available: the source prints no such limit."
_CALCULATED = "Percentages in italics are calculated from the printed counts; the source prints none."


class Cells:
    """Writes the cells of one table and remembers the notes they call for."""

    def __init__(self, item: Item, evidence: Evidence) -> None:
        self._item = item
        self._evidence = evidence
        self._words = words(item, "words")
        self._remarks = words(item, "remarks")
        self._notes = Notes()
        self._calculated = False
        self._one_sided = False
        self._read: set[str] = set()

    def say(self, phrase: str) -> str:
        """A phrase of the evidence, in the item's own words where it has some; these may be none."""
        return self._words.get(phrase, escape(phrase))

    def head(self, phrase: str) -> str:
        """A phrase that begins a row, with a capital."""
        said = self.say(phrase)
        return said[:1].upper() + said[1:]

    def value(self, result: Result, *, with_p: bool = True) -> str:
        """Everything the source prints for a result, line by line."""
        self._one_sided |= (result.ci_low is None) != (result.ci_high is None)
        parts = [interval(result), standard_error(result), p_value(result) if with_p else "", counts(result)]
        return self._tied(result, LINE_BREAK.join(filter(None, [self._share(result), *map(escape, parts)])))

    def frequency(self, result: Result) -> str:
        """Events of total with the percentage behind, or the percentage of the total, on one line."""
        share, count = self._share(result), escape(counts(result))
        if share and result.events is None and result.total is not None:
            return self._tied(result, f"{share} of {result.total}")
        return self._tied(result, f"{count} ({share})" if share and count else share or count)

    def comparison(self, results: Iterable[Result]) -> str:
        """The p value that a source prints beside its arms, each once."""
        printed = {p_value(result): result.id for result in reversed(list(results)) if result.p}
        return LINE_BREAK.join(tie(escape(p), row) for p, row in reversed(printed.items()))

    def source(self, results: Iterable[Result]) -> str:
        """The reports that print these results, marked by the weakest second reading among them."""
        read = tuple(results)
        cited = cite(result.source for result in read if result.source)
        way = weakest(read)
        if not way:
            return cited
        self._read.add(way)
        return f"{cited} {READINGS[way].mark}".strip()

    def notes(self) -> tuple[str, ...]:
        """Lettered notes, what italics and marks mean, then the item's own notes."""
        shown = (reading for way, reading in READINGS.items() if way in self._read)
        legend = "; ".join(f"{reading.mark} {reading.words}" for reading in shown)
        own = (
            _CALCULATED if self._calculated else "",
            _ONE_SIDED if self._one_sided else "",
            f"Second reading: {legend}." if legend else "",
        )
        return (*self._notes.lines(), *filter(None, own), *self._item.notes)

    def _share(self, result: Result) -> str:
        """The printed estimate, or in italics the percentage of its counts."""
        if not (percent := calculated_percent(result)):
            return escape(estimate(result))
        self._calculated = True
        return f"*{percent}*"

    def _tied(self, result: Result, printed: str) -> str:
        if result.measure is Measure.DIRECTION_ONLY:
            shown = self._words.get(result.direction, _NO_NUMBER)
        else:
            shown = tie(printed, result.id) if printed else _NO_NUMBER
        return shown + self._notes.mark(*self._reasons(result))

    def _reasons(self, result: Result) -> Iterator[str]:
        yield filled(first_match(result.id, self._remarks), self._evidence)
        yield from cautions_of(self._item, result)
