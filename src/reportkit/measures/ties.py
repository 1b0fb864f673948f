"""Whether a tied text says what its rows say, and what it should say instead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportkit.measures.filling import default_text
from reportkit.measures.notation import read_quantities
from reportkit.measures.numerals import write_like
from reportkit.measures.offers import Offer, offers, one_value
from reportkit.measures.quantities import Kind, Number, Quantity, Role
from reportkit.model.evidence import Result


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A number at `[start:end]` of a tied text that does not follow from its row.

    `says` is the number as the text has it, nothing where the text has no number at all; `row_says` is what
    the row has in its place, nothing where the row has nothing of the kind.
    """

    start: int
    end: int
    says: str
    row: str
    row_says: str

    @property
    def message(self) -> str:
        """What disagrees, in one sentence without its full stop."""
        if not self.says:
            return f"the tied text says no number, row `{self.row}` does"
        if not self.row_says:
            return f"the text says {self.says}, row `{self.row}` has no such number"
        return f"the text says {self.says}, row `{self.row}` says {self.row_says}"


@dataclass(frozen=True, slots=True)
class Replacement:
    """What to write in place of `[start:end]` of a tied text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Claim:
    """A number of a tied text, beside what a row offers for it."""

    quantity: Quantity
    number: Number
    row: str
    offers: tuple[Offer, ...]

    @property
    def holds(self) -> bool:
        return any(offer.allows(self.number) for offer in self.offers)


def disagreements(text: str, results: Sequence[Result], field: str | None) -> tuple[Disagreement, ...]:
    """Every number of a tied text that does not follow from the rows it is tied to.

    A number follows from a printed one that it repeats or rounds correctly to fewer decimals; a percentage
    that is not printed, or not to so many decimals, follows from printed counts.

    Several rows are dealt to the quantities of one kind in order of reading: of two percentages the first
    rests on the first row; a single one rests on both rows and must follow from each.
    """
    quantities = read_quantities(text)
    if not quantities:
        # A row that states a direction only has no number to say.
        return tuple(
            Disagreement(0, len(text), "", row.id, "") for row in results[:1] if default_text(row, None)
        )
    wrong = (claim for claim in _claims(quantities, results, field) if not claim.holds)
    return tuple(_disagreement(text, claim) for claim in sorted(wrong, key=lambda claim: claim.number.start))


def replacements(text: str, results: Sequence[Result], field: str | None) -> tuple[Replacement, ...]:
    """What to write for the numbers that disagree, in the author's manner, so that all agree.

    Nothing where the row leaves open which of its numbers is meant, or has none.
    """
    claims = _claims(read_quantities(text), results, field)
    wrong = {claim.number: claim for claim in claims if not claim.holds}
    found = [Replacement(n.start, n.end, _rewritten(claim)) for n, claim in wrong.items()]
    ordered = tuple(sorted(found, key=lambda replacement: replacement.start))
    return () if disagreements(_replaced(text, ordered), results, field) else ordered


def filling(results: Sequence[Result], field: str | None) -> str:
    """What to write between empty brackets; nothing where one of the rows has no such number."""
    texts = [default_text(row, field) for row in results]
    text = " and ".join(texts)
    return text if all(texts) and not disagreements(text, results, field) else ""


def rewrite(text: str, results: Sequence[Result], field: str | None) -> str:
    """The text with its replacements made; the same text where nothing disagrees or nothing can be done."""
    return _replaced(text, replacements(text, results, field))


def _replaced(text: str, ordered: Sequence[Replacement]) -> str:
    for replacement in reversed(ordered):
        text = text[: replacement.start] + replacement.text + text[replacement.end :]
    return text


def _claims(quantities: Sequence[Quantity], results: Sequence[Result], field: str | None) -> Iterator[_Claim]:
    for quantity, rows in _dealt(quantities, results, field):
        for row in rows:
            for number in quantity.numbers:
                yield _Claim(quantity, number, row.id, offers(row, quantity, number, field))


def _dealt(
    quantities: Sequence[Quantity], results: Sequence[Result], field: str | None
) -> Iterator[tuple[Quantity, Sequence[Result]]]:
    """Each quantity with its rows: those that can carry its kind, dealt in order of reading."""
    for kind in Kind:
        alike = [quantity for quantity in quantities if quantity.kind is kind]
        able = [row for row in results if any(_carries(row, quantity, field) for quantity in alike)]
        able = able or list(results[:1])
        for index, quantity in enumerate(alike):
            first, last = index * len(able) // len(alike), (index + 1) * len(able) // len(alike)
            yield quantity, able[first : max(last, first + 1)]


def _carries(row: Result, quantity: Quantity, field: str | None) -> bool:
    return all(offers(row, quantity, number, field) for number in quantity.numbers)


def _disagreement(text: str, claim: _Claim) -> Disagreement:
    number, quantity = claim.number, claim.quantity
    whole = quantity if len(quantity.numbers) == 1 else number
    row_says = " or ".join(offer.text for offer in claim.offers)
    return Disagreement(number.start, number.end, text[whole.start : whole.end], claim.row, row_says)


def _rewritten(claim: _Claim) -> str:
    number = claim.number
    if not claim.offers or not one_value(claim.offers):
        return number.text
    offer = next((offer for offer in claim.offers if offer.known_to(number.decimals)), claim.offers[0])
    relation = offer.bound or "=" if number.role is Role.P else offer.bound if number.bound else ""
    return write_like(number.text, offer.at(number.decimals), relation)
